"""Is the insurance that bidders must hold in proportion to the contract?"""

from collections.abc import Iterator
from decimal import Decimal

from tenderlint.checking import Context, Fact, Finding, Money, Result, cannot_tell, judge, not_applicable

_KINDS = {
    "insurance_public_liability": "public liability insurance",
    "insurance_professional_indemnity": "professional indemnity insurance",
    "insurance_employers_liability": "employers' liability insurance",
}


def check(context: Context) -> Result:
    """Compare each level of cover with the value of the contract, and employers' liability with its legal floor."""
    demands = [fact for name in _KINDS for fact in context.facts.all(name)]
    if not demands:
        return not_applicable("the pack asks for no level of insurance", by_absence=True)
    worth = context.facts.contract_value
    if worth is None:
        return cannot_tell("the pack does not say what the contract is worth", *demands[:3], by_absence=True)
    return judge(
        _findings(context, worth),
        passed=f"the cover asked for fits a contract of {worth.value}",
        evidence=(*demands[:3], worth),
    )


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
        return f"that is {asked / worth:.0f} times its value (the bar in the settings is {times})"
    return ""
