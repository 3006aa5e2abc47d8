"""What a contract is worth over its whole life: the most that is payable with every option and extension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tenderlint.facts import value_words as words
from tenderlint.facts.base import Fact
from tenderlint.facts.reading import Reading
from tenderlint.facts.term import terms
from tenderlint.facts.value import values
from tenderlint.facts.value_options import EACH_OPTION, OPTIONS, OPTIONS_INSIDE
from tenderlint.values import Money, in_words


def whole(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the most that is payable over the whole life, with what it was read from and how it was reckoned."""
    found, lengths = reading.once(values), reading.once(terms)
    totals = found["contract_value_total"]
    fact = _whole(
        totals,
        _chosen(totals),
        _chosen(found["contract_value_annual"]),
        _chosen(lengths["term_initial_months"]),
        _chosen(lengths["term_extension_months"]),
    )
    return {"contract_value_whole": (fact,) if fact else ()}


def _chosen(facts: Sequence[Fact[Any]]) -> Fact[Any] | None:
    return next((fact for fact in facts if fact.chosen), None)


def _whole(
    totals: Sequence[Fact[Money]],
    total: Fact[Money] | None,
    annual: Fact[Money] | None,
    initial: Fact[int] | None,
    extension: Fact[int] | None,
) -> Fact[Money] | None:
    if total is not None and total.of:
        return _sum_of_lots(totals) or _as_whole(total, total.value, f"stated for {total.of}")
    if annual is not None and initial is not None and (total is None or _first_term(total, annual, initial, extension)):
        return _years_of(annual, initial, extension)
    if total is None:
        return None
    if initial is not None and extension is not None and _is_of_initial(total.quote.lower()):
        months = initial.value + extension.value
        why = f"{in_words(total.value)} for the first {initial.value} of {months} months"
        return _as_whole(total, _times(total.value, Decimal(months) / initial.value), why)
    return _with_options(totals, total, extension) or _as_whole(total, total.value, "stated for the whole contract")


def _with_options(
    totals: Sequence[Fact[Money]], total: Fact[Money], extension: Fact[int] | None
) -> Fact[Money] | None:
    """Add what the extensions cost, where that is told apart from the first term."""
    apart = {(fact.value.most, fact.of): fact for fact in totals if fact.of in (OPTIONS, EACH_OPTION)}
    if not apart or OPTIONS_INSIDE.search(total.quote.lower()):
        return None
    years = extension.value // 12 if extension is not None else 1
    more = sum((most * (max(1, years) if of == EACH_OPTION else 1) for most, of in apart), Decimal(0))
    least = None if total.value.least is None else total.value.least + more
    money = replace(total.value, least=least, most=total.value.most + more)
    why = f"{in_words(total.value)} and {in_words(replace(money, least=more, most=more))} for extensions"
    return _as_whole(total, money, why)


def _is_of_initial(quote: str) -> bool:
    return words.INITIAL.search(quote) is not None and words.ALL_OPTIONS.search(quote) is None


def _first_term(total: Fact[Money], annual: Fact[Money], initial: Fact[int], extension: Fact[int] | None) -> bool:
    """Whether the stated total is no more than the yearly value over the first term, and extensions come on top."""
    first = annual.value.most * initial.value / 12
    return extension is not None and abs(total.value.most - first) * 50 <= first


def _years_of(annual: Fact[Money], initial: Fact[int], extension: Fact[int] | None) -> Fact[Money]:
    more = extension.value if extension is not None else 0
    years = Decimal(initial.value + more) / 12
    worth = annual.value if annual.value.least is not None else replace(annual.value, least=annual.value.most)
    why = f"{in_words(worth)} a year × {_in_years(initial.value + more)} years"
    if more:
        why += f" ({_in_years(initial.value)} and {_in_years(more)} of extension)"
    return _as_whole(annual, _times(annual.value, years), why)


def _in_years(months: int) -> str:
    return in_words(round(Decimal(months) / 12, 2))


def _times(money: Money, factor: Decimal) -> Money:
    least = None if money.least is None else round(money.least * factor, 2)
    return replace(money, least=least, most=round(money.most * factor, 2))


def _sum_of_lots(totals: Sequence[Fact[Money]]) -> Fact[Money] | None:
    lots: dict[str, Fact[Money]] = {}
    for fact in totals:
        if fact.of.lower().startswith("lot"):
            lots.setdefault(fact.of, fact)
    parts = list(lots.values())
    if len(parts) < 2 or len({(part.value.currency, part.value.vat) for part in parts}) > 1:
        return None
    most = sum((part.value.most for part in parts), Decimal(0))
    least = sum((part.value.least or Decimal(0) for part in parts), Decimal(0))
    why = "the sum of " + ", ".join(f"{name} ({in_words(fact.value)})" for name, fact in lots.items())
    return _as_whole(parts[0], replace(parts[0].value, least=least, most=most), why)


def _as_whole(source: Fact[Money], money: Money, why: str) -> Fact[Money]:
    return Fact("contract_value_whole", money, source.quote, source.place, source.sure, chosen=True, why=why)
