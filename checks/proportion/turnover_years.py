"""Must bidders show turnover or accounts of more years than the law allows?"""

from tenderlint.checking import Context, Finding, Result, counted, judge, not_applicable, number


def check(context: Context) -> Result:
    """Compare the years of turnover or accounts that are asked for with the most that may be."""
    demands = context.facts.all("accounts_years")
    if not demands:
        return not_applicable("no number of years of turnover or accounts is asked for")
    figure = context.law.find("accounts.years")
    most = int(figure.value) if figure else int(context.setting("years"))
    rule = f"the law lets buyers ask for {number(most)}" if figure else f"the bar in the settings is {number(most)}"
    longest = counted(max(fact.value for fact in demands), "year")
    return judge(
        (Finding.at(fact, years=fact.value, rule=rule) for fact in demands if fact.value > most),
        passed=f"looks back over {longest} of turnover or accounts at most",
        evidence=demands[:1],
        at_most=context.reach,
    )
