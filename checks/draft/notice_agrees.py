"""Does the notice say the same as the pack's own documents?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from tenderlint.checking import (
    Context,
    Criterion,
    Fact,
    Finding,
    Money,
    Result,
    Strength,
    When,
    differ,
    in_words,
    judge,
    late_pattern,
    not_applicable,
)

_NAMES = {
    "submission_deadline": "The deadline",
    "clarification_deadline": "The last day for questions",
    "contract_value_total": "The value",
    "contract_start": "The start of the contract",
    "term_initial_months": "The first term in months",
    "lots": "The number of lots",
    "procedure": "The procedure",
    "price_weight": "The weight of price",
    "quality_weight": "The weight of quality",
    "social_value_weight": "The weight of social value",
}
_BINDING = frozenset(("submission_deadline", "procedure", "price_weight", "quality_weight", "award_criteria"))
_VAT = Decimal("1.2")  # at the standard rate of 20 per cent, in force since 4 January 2011
_CLOSE = Decimal("0.01")  # sums in notices are rounded
_FAMILIES = {
    "open": "open", "rfq": "open", "restricted": "restricted", "competitive-flexible": "flexible",
    "competitive-with-negotiation": "negotiated", "framework-call-off": "call-off", "further-competition": "call-off",
}  # fmt: skip
_SIGNS = late_pattern(r"\W+")


def check(context: Context) -> Result:
    """Compare each fact that both tell; a part of the contract is compared with the same part only."""
    if context.pack.notice is None:
        return not_applicable("the pack holds no notice as data (OCDS)")
    both = [name for name in (*_NAMES, "award_criteria") if _is_told_by_both(context, name)]
    if not both:
        return not_applicable("the notice and the pack's own documents tell no fact in common", by_absence=True)
    pairs = [*_differences(context, both), *_criteria(context)]
    binding = any(own.name in _BINDING for own, _ in pairs)
    return judge(
        [_finding(own, noticed) for own, noticed in pairs],
        passed=f"the notice and the pack's own documents both tell {len(both)} facts, and agree",
        evidence=(_own(context, both[0])[0], context.facts.noticed(both[0])[0]),
        at_most=context.reach if binding else Strength.PRACTICE,
    )


def _is_told_by_both(context: Context, name: str) -> bool:
    return not {fact.of for fact in _own(context, name)}.isdisjoint(fact.of for fact in context.facts.noticed(name))


def _own(context: Context, name: str) -> list[Fact[Any]]:
    return [fact for fact in context.facts.own(name) if fact.sure != "low" and fact.of != "superseded"]


def _finding(own: Fact[Any], noticed: Fact[Any]) -> Finding:
    what = _NAMES.get(own.name, f"The weight of “{own.value.name}”" if isinstance(own.value, Criterion) else own.name)
    shown = {"own": own.value, "noticed": noticed.value}
    said = {key: in_words(value.weight if isinstance(value, Criterion) else value) for key, value in shown.items()}
    part = f" ({noticed.of})" if noticed.of else ""
    return Finding.at(own, what=f"{what}{part}", where=f"{noticed.place} (“{noticed.quote}”)", **said)


def _differences(context: Context, names: Sequence[str]) -> Iterator[tuple[Fact[Any], Fact[Any]]]:
    """Yield the pack's statement and the notice's where none of the pack's agrees with any of the notice's."""
    for name in names:
        if name not in _NAMES:
            continue
        facts = context.facts.noticed(name)
        for part in dict.fromkeys(fact.of for fact in facts):
            own = [fact for fact in _own(context, name) if fact.of == part]
            told = [fact for fact in facts if fact.of == part]
            if own and not any(_agree(context, mine, theirs) for mine in own for theirs in told):
                yield next((fact for fact in own if fact.chosen), own[0]), told[0]


def _agree(context: Context, own: Fact[Any], noticed: Fact[Any]) -> bool:
    if isinstance(own.value, When) and isinstance(noticed.value, When):
        return not differ(own.value, noticed.value) or _is_an_hour_off(own.value, noticed)
    match own.name:
        case "contract_value_total":
            whole = context.facts.own("contract_value_whole")
            return any(_is_same_sum(fact.value, noticed.value) for fact in (own, *whole))
        case "lots":
            return own.sure != "high" or bool(own.value == noticed.value)
        case "term_initial_months":
            more = [fact.value for fact in context.facts.own("term_extension_months")]
            return any(abs(own.value + months - noticed.value) <= 1 for months in (0, *more))
        case "procedure":
            families = {_FAMILIES.get(fact.value, "") for fact in (own, noticed)}
            return "" in families or len(families) == 1
        case "quality_weight":
            social = [fact.value for fact in context.facts.own("social_value_weight")]
            return any(own.value + more == noticed.value for more in (0, *social))
    return bool(own.value == noticed.value)


def _is_an_hour_off(own: When, noticed: Fact[Any]) -> bool:
    """Whether the hours differ only by summer time, which a notice in universal time leaves out."""
    theirs = noticed.value.time
    if noticed.sure == "high" or own.time is None or theirs is None or own.date != noticed.value.date:
        return False
    return bool((own.time.hour - theirs.hour, own.time.minute) == (1, theirs.minute))


def _is_same_sum(one: Money, other: Money) -> bool:
    """Whether two sums are the same, with or without VAT where the two are not told on the same footing."""
    if one.currency != other.currency:
        return True  # nothing can be said without a rate of exchange
    factors = [Decimal(1)]
    if one.vat != other.vat or one.vat == "unknown":
        factors += [_VAT, 1 / _VAT]
    return any(_is_within(one.most * factor, other) or _is_within(other.most / factor, one) for factor in factors)


def _is_within(amount: Decimal, money: Money) -> bool:
    least = money.most if money.least is None else money.least
    return least * (1 - _CLOSE) <= amount <= money.most * (1 + _CLOSE)


def _criteria(context: Context) -> Iterator[tuple[Fact[Any], Fact[Any]]]:
    """Yield criteria of one name whose weights differ."""
    mine: dict[str, list[Fact[Any]]] = {}
    for fact in _own(context, "award_criteria"):
        if fact.value.weight is not None and not fact.value.parent:
            mine.setdefault(_plain(fact.value.name), []).append(fact)
    shares = ("price", "quality", "cost", "social value")  # compared as shares already
    for fact in context.facts.noticed("award_criteria"):
        own = mine.get(_plain(fact.value.name), [])
        if fact.value.weight is None or fact.of or not own or _plain(fact.value.name) in shares:
            continue
        if all(each.value.weight != fact.value.weight for each in own):
            yield own[0], fact


def _plain(name: str) -> str:
    return _SIGNS.sub(" ", name).strip().lower()
