"""Are invoices paid within 30 days?"""

from tenderlint.checking import Context, Finding, Result, judge, not_applicable, number


def check(context: Context) -> Result:
    """Hold each stated time of payment against the most that the law allows."""
    stated = context.facts.all("payment_days")
    if not stated:
        return not_applicable("the pack states no days for payment")
    figure = context.law.find("payment_days_max")
    most = figure.value if figure else context.setting("days")
    return judge(
        (Finding.at(fact, days=number(fact.value), most=number(most)) for fact in stated if fact.value > most),
        passed=f"payment within {number(stated[0].value)} days",
        evidence=stated[:1],
    )
