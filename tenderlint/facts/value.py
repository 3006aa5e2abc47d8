"""What the contract is worth: in all, a year, and over its whole life with every option."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from tenderlint.facts.amounts import Amount, amounts
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, statements
from tenderlint.facts.term import terms
from tenderlint.facts.value_words import is_lot, is_of_initial, is_subject, is_vetoed, is_whole_life, lot_of, subject_ends
from tenderlint.facts.value_words import is_yearly
from tenderlint.values import Money, in_words

_SIGNS = ("£", "$", "€", "gbp", "usd", "eur", "pounds", "dollars")
_JOINED = re.compile(
    r"\b(?:i\.?e\.?|or|and|total\w*|equat\w+|equivalent|giving|making|over|which is|being|plus|rising|inclu\w+|with|initial|year|years|extension\w*|life|term|period)\b|[(=,/:–-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Priced:
    statement: Statement
    amount: Amount
    yearly: bool
    strength: int
    of: str


def values(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every statement of the contract's value, in all and a year."""
    found: dict[str, list[Candidate[Money]]] = {"contract_value_total": [], "contract_value_annual": []}
    for statement in statements(reading.passages.having(*_SIGNS)):
        for priced in _priced(statement):
            name = "contract_value_annual" if priced.yearly else "contract_value_total"
            found[name].append(_candidate(name, priced))
    return {name: choose(candidates) for name, candidates in found.items()}


def whole(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the most that is payable over the whole life, with every option and extension, and how it was reckoned."""
    found = reading.once(values)
    lengths = reading.once(terms)
    total, annual = _chosen(found["contract_value_total"]), _chosen(found["contract_value_annual"])
    initial, extension = _chosen(lengths["term_initial_months"]), _chosen(lengths["term_extension_months"])
    fact = _whole(found["contract_value_total"], total, annual, initial, extension)
    return {"contract_value_whole": (fact,) if fact else ()}


def _priced(statement: Statement) -> Iterator[_Priced]:
    text = statement.text
    found = amounts(text)
    if not found or statement.is_option or text.endswith("?"):
        return
    last: _Priced | None = None
    for index, amount in enumerate(found):
        since = found[index - 1].end if index else 0
        until = found[index + 1].start if index + 1 < len(found) else len(text)
        before, after = text[since : amount.start][-220:], text[amount.end : until][:140]
        priced = _one(statement, amount, before, after) or _next(statement, amount, before, after, last)
        if priced is not None:
            yield priced
        last = priced


def _one(statement: Statement, amount: Amount, before: str, after: str) -> _Priced | None:
    """Read an amount whose own words, row, column or heading say that it is the contract's value."""
    if amount.per not in ("", "year", "lot") or is_vetoed(before, after, statement):
        return None
    strength = _strength(statement, before, after)
    if strength is None:
        return None
    lot = lot_of(statement, before, after) or ("each lot" if amount.per == "lot" else "")
    return _Priced(statement, amount, is_yearly(amount, before, after, statement), strength, lot)


def _strength(statement: Statement, before: str, after: str) -> int | None:
    row = statement.passage.row
    if row is not None:
        return TABLED if is_lot(statement) or is_subject(before, after) or _row_says(statement, before) else None
    if is_subject(before, after):
        return STATED if subject_ends(before) is None else TABLED
    return PASSING if _heading_says(statement) else None


def _row_says(statement: Statement, before: str) -> bool:
    """Whether a column's head names the value, and the row is the whole and not an item of it."""
    row = statement.passage.row
    if row is None:
        return False
    heads = " ".join(row.heads)
    rows = len(row.table.rows)
    is_whole = re.match(r"\s*(?:grand |overall )?total\b", row.label, re.IGNORECASE) is not None
    named = is_subject(f"{heads} ", "") or (is_whole and is_subject(f"{statement.about} ", ""))
    return named and (is_whole or rows <= 2)


def _heading_says(statement: Statement) -> bool:
    heading = statement.passage.block.place.heading
    lead = statement.passage.before
    near = [heading[-1]] if heading else []
    near += [lead] if lead.rstrip().endswith(":") and len(lead) < 80 else []
    return any(is_subject(f"{words} ", "") and len(words) < 80 for words in near)


def _next(statement: Statement, amount: Amount, before: str, after: str, last: _Priced | None) -> _Priced | None:
    """Read an amount that says the value again in other terms: "£50,000 a year (£150,000 over three years)"."""
    if last is None or amount.per not in ("", "year") or len(before) > 110 or not _JOINED.search(before):
        return None
    if is_vetoed(before, after, statement) or re.search(r"[.;]\s", before):
        return None
    yearly = is_yearly(amount, before, after, statement)
    if yearly == last.yearly and not lot_of(statement, before, after) and not is_whole_life(before, after):
        return None
    return _Priced(statement, amount, yearly, last.strength, lot_of(statement, before, after) or last.of)


def _candidate(name: str, priced: _Priced) -> Candidate[Money]:
    sure = Sure.MEDIUM if priced.strength == PASSING else Sure.HIGH
    amount = priced.amount
    fact = priced.statement.fact(name, amount.money, amount.start, amount.end, sure)
    return Candidate(replace(fact, of=priced.of), priced.strength, priced.statement.passage.role)


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
    if annual is not None and initial is not None:
        reckoned = _years_of(annual, initial, extension)
        if total is None or _covers_initial_only(total, annual, initial, extension):
            return reckoned
    if total is None:
        return None
    if initial is not None and extension is not None and is_of_initial(total.quote):
        factor = Decimal(initial.value + extension.value) / Decimal(initial.value)
        why = f"{in_words(total.value)} for the first {initial.value} of {initial.value + extension.value} months"
        return _as_whole(total, _times(total.value, factor), why)
    return _as_whole(total, total.value, "stated for the whole contract")


def _covers_initial_only(total: Fact[Money], annual: Fact[Money], initial: Fact[int], extension: Fact[int] | None) -> bool:
    """Whether the stated total is no more than the yearly value over the first term."""
    first = annual.value.most * initial.value / 12
    return extension is not None and abs(total.value.most - first) * 50 <= first


def _years_of(annual: Fact[Money], initial: Fact[int], extension: Fact[int] | None) -> Fact[Money]:
    more = extension.value if extension is not None else 0
    years = Decimal(initial.value + more) / 12
    why = f"{in_words(annual.value.most if annual.value.least is None else annual.value)} a year × {in_words(round(years, 2))} years"
    if more:
        why += f" ({in_words(round(Decimal(initial.value) / 12, 2))} and {in_words(round(Decimal(more) / 12, 2))} of extension)"
    return _as_whole(annual, _times(annual.value, years), why)


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
    money = replace(parts[0].value, least=least, most=most)
    return _as_whole(parts[0], money, "the sum of " + ", ".join(f"{name} ({in_words(fact.value)})" for name, fact in lots.items()))


def _as_whole(source: Fact[Money], money: Money, why: str) -> Fact[Money]:
    return Fact("contract_value_whole", money, source.quote, source.place, source.sure, chosen=True, why=why)
