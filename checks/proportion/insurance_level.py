"""Is the insurance that bidders must hold in proportion to the contract?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Money,
    Result,
    amount_in_words,
    cannot_tell,
    judge,
    not_applicable,
    number,
)

_KINDS = {
    "insurance_public_liability": "public liability insurance",
    "insurance_professional_indemnity": "professional indemnity insurance",
    "insurance_employers_liability": "employers' liability insurance",
}

_COMPULSORY = "insurance_employers_liability"  # the law fixes its least level, whatever a contract is worth
_WHOLE = 10
"""From so many times on a tenth more or less tells nothing."""


def check(context: Context) -> Result:
    """Compare each level of cover with the value of the contract, and employers' liability with its legal floor."""
    demands = [fact for name in _KINDS for fact in context.facts.all(name)]
    if not demands:
        return not_applicable("the pack asks for no level of insurance", by_absence=True)
    worth = context.facts.contract_value
    if worth is None:
        return cannot_tell("the pack does not say what the contract is worth", *demands[:3], by_absence=True)
    findings = list(_findings(context, worth))
    return judge(
        findings,
        passed=_passed(context, worth),
        evidence=(*demands[:3], worth),
        beside=(worth, *_others(findings, demands)),
    )


def _others(findings: list[Finding], demands: list[Fact[Any]]) -> list[Fact[Any]]:
    """The other kinds of cover that are asked for, each once."""
    told = {finding.values["kind"] for finding in findings}
    first = {fact.name: fact for fact in reversed(demands)}
    return [fact for name, fact in first.items() if _KINDS[name] not in told]


def _passed(context: Context, worth: Fact[Money]) -> str:
    """What was found right, with the bars where they count."""
    scaled = [fact.value for name in list(_KINDS)[:2] for fact in context.facts.all(name)]
    if not scaled or not worth.value.most:
        return f"the cover asked for fits a contract of {worth.value}"
    most = max(scaled)
    share = f"{amount_in_words(most)}, is {_times(most, worth.value.most)} the value of {worth.value}"
    others = "apart from employers' liability, " if context.facts.all(_COMPULSORY) else ""
    told = f"only what is over both bars in the settings is shown ({_bars(context)})"
    return f"{others}the most cover asked for, {share}; {told}"


def _times(asked: Decimal, worth: Decimal) -> str:
    ratio = asked / worth
    return f"{ratio:.0f} times" if ratio >= _WHOLE else f"{number(round(ratio, 1))} times"


def _bars(context: Context) -> str:
    """The bars; only cover that is over both is shown."""
    amount = amount_in_words(Decimal(context.setting("amount")))
    return f"{context.setting('times')} times and {amount}"


def _findings(context: Context, worth: Fact[Money]) -> Iterator[Finding]:
    for name, kind in _KINDS.items():
        for demand in {fact.value: fact for fact in reversed(context.facts.all(name))}.values():
            why = _excess(context, name, demand.value, worth.value.most)
            if why:
                asked = Money(demand.value, demand.value, worth.value.currency)
                yield Finding.at(demand, kind=kind, asked=asked, worth=worth.value, why_much=why)


def _excess(context: Context, name: str, asked: Decimal, worth: Decimal) -> str:
    if name == "insurance_employers_liability":
        floor = context.figure("employers_liability.floor")
        if asked > floor and worth < context.setting("small_contract"):
            return f"the legal floor is £{floor / 1_000_000:.0f} million"
        return ""
    times = context.setting("times")
    if asked > times * worth and asked > context.setting("amount"):
        return f"that is {asked / worth:.0f} times its value (over both bars in the settings, {_bars(context)})"
    return ""
