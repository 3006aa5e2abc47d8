"""Is the turnover that bidders must have in proportion to the contract?"""

from collections.abc import Iterator
from decimal import Decimal

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Money,
    Result,
    cannot_tell,
    judge,
    not_applicable,
    number,
    reckoned,
)

TWICE = 2


def check(context: Context) -> Result:
    """Compare each turnover asked for with the value of the contract."""
    stated = context.facts.all("minimum_turnover")
    demands = tuple(fact for fact in stated if fact.value)
    if not demands:
        denied = stated or tuple(match for match in context.find("turnover") if match.denied)
        return not_applicable("no lowest turnover is asked for", *denied[:1], by_absence=True)
    worth = context.facts.contract_value
    if worth is None:
        return cannot_tell("the pack does not say what the contract is worth", *demands, by_absence=True)
    reasons = list(context.find("reasons"))
    findings = tuple(_findings(context, demands, worth))
    if findings and any(match.passage.place == demand.place for match in reasons for demand in demands):
        return cannot_tell("the turnover is high, but the pack gives a reason", *demands)
    asked = Money(demands[0].value, demands[0].value, worth.value.currency)
    passed = f"a turnover of {asked} for a contract of {worth.value}"
    return judge(
        findings,
        passed=passed,
        evidence=(demands[0], worth),
        beside=[_worth_of_lot(context, demand) or worth for demand in demands],
        at_most=None if _is_law(context) else context.reach,
    )


def _findings(context: Context, demands: tuple[Fact[Decimal], ...], worth: Fact[Money]) -> Iterator[Finding]:
    figure = context.law.find("turnover.multiple")
    multiple = figure.value if figure else Decimal(str(context.setting("multiple")))
    most = "twice" if multiple == TWICE else f"{number(multiple)} times"
    rule = f"the law allows at most {most}, unless the buyer gives reasons, and none were found beside it"
    if figure is None:
        rule = f"the benchmark is {most} the value, and no legal cap"
    for demand in demands:
        of = _worth_of_lot(context, demand) or worth
        if demand.value > multiple * of.value.most:
            asked = Money(demand.value, demand.value, of.value.currency)
            times = f"{demand.value / of.value.most:.1f}".removesuffix(".0")
            yield Finding.at(demand, asked=asked, times=times, worth=reckoned(of), rule=rule)


def _worth_of_lot(context: Context, demand: Fact[Decimal]) -> Fact[Money] | None:
    """The value of the lot that the demand is for, where the pack tells both."""
    if not demand.of:
        return None
    return next((fact for fact in context.facts.all("contract_value_total") if fact.of == demand.of), None)


def _is_law(context: Context) -> bool:
    return context.law.find("turnover.multiple") is not None
