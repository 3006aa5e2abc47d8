"""Must bidders show turnover or accounts of more years than the law allows?"""

import re
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Result,
    Strength,
    counted,
    judge,
    late_pattern,
    not_applicable,
    number,
    number_in,
)

_EACH_YEAR = late_pattern(
    r"\b(?:in|over|of|for|during|across|through)(?: (?:each|every|all|any|the average))?(?: of)? (?:the |your |their "
    r"|its )?(?:(?:last|past|previous|preceding|latest|most recent) )?(?P<count>\d{1,2}|two|three|four|five|six|seven"
    r"|eight|nine|ten)\b(?: \(\d{1,2}\))? (?:(?:full|complete|financial|trading|consecutive|accounting|audited|tax"
    r"|previous|past|recent) ){0,3}years?\b(?! (?:contract|term|agreement|framework))",
    re.IGNORECASE,
)
"""Over how many years a turnover of so much must have been kept up."""


def check(context: Context) -> Result:
    """Compare the years of turnover or accounts that are asked for with the most that may be.

    The law limits the years of turnover; accounts of other kinds are held against the project's own bar.
    """
    demands = [(fact, int(fact.value)) for fact in context.facts.all("accounts_years")]
    demands += [(fact, years) for fact in context.facts.all("minimum_turnover") if (years := _years_of(fact))]
    if not demands:
        return not_applicable("no number of years of turnover or accounts is asked for", by_absence=True)
    figure = context.law.find("accounts.years")
    most = int(figure.value) if figure else int(context.setting("years"))
    over = [(fact, years) for fact, years in demands if years > most]
    by_law = figure is not None and any(_is_turnover(fact) for fact, _ in over)
    rule = f"the law lets buyers ask for {number(most)}" if by_law else f"the bar in the settings is {number(most)}"
    longest = counted(max(years for _, years in demands), "year")
    return judge(
        (Finding.at(fact, what="turnover" if _is_turnover(fact) else "accounts", years=years, rule=rule)
         for fact, years in over),
        passed=f"looks back over {longest} of turnover or accounts at most",
        evidence=[demands[0][0]],
        at_most=context.reach if by_law else Strength.PRACTICE,
    )


def _years_of(fact: Fact[Any]) -> int:
    """The years over which a turnover asked for must have been kept up, or 0 where none are told."""
    told = _EACH_YEAR.search(fact.quote) if fact.value else None
    count = number_in(told["count"]) if told else None
    return int(count) if count is not None and count <= 10 else 0


def _is_turnover(fact: Fact[Any]) -> bool:
    return fact.name == "minimum_turnover" or "turnover" in fact.quote.casefold()
