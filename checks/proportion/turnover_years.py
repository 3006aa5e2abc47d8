"""Must bidders show turnover or accounts of more years than the law allows?"""

from typing import Any

from tenderlint.checking import Context, Fact, Finding, Result, Strength, counted, judge, not_applicable, number


def check(context: Context) -> Result:
    """Compare the years of turnover or accounts that are asked for with the most that may be.

    The law limits the years of turnover; accounts of other kinds are held against the project's own bar.
    """
    demands = context.facts.all("accounts_years")
    if not demands:
        return not_applicable("no number of years of turnover or accounts is asked for", by_absence=True)
    figure = context.law.find("accounts.years")
    most = int(figure.value) if figure else int(context.setting("years"))
    over = [fact for fact in demands if fact.value > most]
    by_law = figure is not None and any(map(_is_turnover, over))
    rule = f"the law lets buyers ask for {number(most)}" if by_law else f"the bar in the settings is {number(most)}"
    longest = counted(max(fact.value for fact in demands), "year")
    return judge(
        (Finding.at(fact, what="turnover" if _is_turnover(fact) else "accounts", years=fact.value, rule=rule)
         for fact in over),
        passed=f"looks back over {longest} of turnover or accounts at most",
        evidence=demands[:1],
        at_most=context.reach if by_law else Strength.PRACTICE,
    )


def _is_turnover(fact: Fact[Any]) -> bool:
    return "turnover" in fact.quote.casefold()
