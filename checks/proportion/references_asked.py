"""Are the references that bidders must give few enough?"""

from tenderlint.checking import Context, Finding, Result, judge, not_applicable, number


def check(context: Context) -> Result:
    """Hold each number of references asked for against the bar."""
    demands = context.facts.all("references_count")
    if not demands:
        return not_applicable("the pack asks for no number of references")
    most = context.setting("most")
    return judge(
        (
            Finding.at(fact, what=f"{number(fact.value)} references", bar=f"the bar in the settings is {most}")
            for fact in demands
            if fact.value > most
        ),
        passed=f"{number(demands[0].value)} references",
        evidence=demands[:1],
        at_most=context.reach,
    )
