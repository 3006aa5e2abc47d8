"""Are invoices paid within 30 days?"""

from tenderlint.checking import Context, Finding, Result, judge, not_applicable, number


def check(context: Context) -> Result:
    """Hold each stated time of payment against the most that the law allows."""
    stated = context.facts.all("payment_days")
    if not stated:
        return not_applicable("the pack states no days for payment", by_absence=True)
    figure = context.law.find("payment_days_max")
    most = figure.value if figure else context.setting("days")
    rule = f"the law says {number(most)} at most" if figure else f"the bar in the settings is {number(most)}"
    late = {fact.value: fact for fact in reversed(stated) if fact.value > most}
    return judge(
        (Finding.at(fact, days=number(fact.value), rule=rule) for fact in late.values()),
        passed=f"invoices are paid within {number(stated[0].value)} days",
        evidence=stated[:1],
    )
