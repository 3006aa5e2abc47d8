"""Is the turnover that bidders must have in proportion to the contract?"""

from collections.abc import Iterator
from decimal import Decimal

from tenderlint.checking import Context, Fact, Finding, Money, Result, cannot_tell, judge, not_applicable, number


def check(context: Context) -> Result:
    """Compare each turnover asked for with the value of the contract."""
    demands = context.facts.all("minimum_turnover")
    if not demands:
        return not_applicable("the pack asks for no turnover")
    worth = context.facts.contract_value
    if worth is None:
        return cannot_tell("the pack does not say what the contract is worth", *demands)
    reasons = list(context.find("reasons"))
    findings = tuple(_findings(context, demands, worth))
    if findings and any(match.passage.place == demand.place for match in reasons for demand in demands):
        return cannot_tell("the turnover is high, but the pack gives a reason", *demands)
    passed = f"a turnover of {number(demands[0].value)} pounds for a contract of {worth.value}"
    return judge(
        findings, passed=passed, evidence=(demands[0], worth), at_most=None if _is_law(context) else context.reach
    )


def _findings(context: Context, demands: tuple[Fact[Decimal], ...], worth: Fact[Money]) -> Iterator[Finding]:
    figure = context.law.find("turnover.multiple")
    multiple = figure.value if figure else Decimal(str(context.setting("multiple")))
    rule = f"the law allows {number(multiple)}" if figure else f"the benchmark is {number(multiple)}, not a legal cap"
    for demand in demands:
        if demand.value > multiple * worth.value.most:
            asked = Money(demand.value, demand.value, worth.value.currency)
            times = f"{demand.value / worth.value.most:.1f}".removesuffix(".0")
            yield Finding.at(demand, asked=asked, times=times, worth=worth.value, rule=rule)


def _is_law(context: Context) -> bool:
    return context.law.find("turnover.multiple") is not None
