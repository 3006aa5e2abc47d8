"""Does the pack say whether staff transfer, and give the information?"""

import re
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Result,
    Role,
    cannot_tell,
    found,
    judge,
    missing,
    not_applicable,
    phrase_pattern,
)

_RECURRING = 12
_DEFINITION = re.compile(r"\b(?:means|has the meaning|shall mean)\b|^\W*TUPE\W*$")


def check(context: Context) -> Result:
    """Read what is said of TUPE; when nothing is, ask whether the service recurs."""
    if context.regime == "ABROAD":
        return not_applicable("TUPE is law of the United Kingdom only")
    tupe = _said(context)
    if tupe is not None and tupe.value == "does-not-apply":
        return found("the pack says that TUPE does not apply", tupe)
    papers = context.documents(Role.TUPE)
    if tupe is not None and papers:
        return found("staff may transfer, and the pack holds the workforce information", tupe, papers[0])
    given = [match for match in context.find("information") if _is_given(context, match)]
    if tupe is not None and given:
        return found("staff may transfer, and the pack says how to get the information", tupe, given[0])
    if tupe is not None:
        fault = f"The pack says “{tupe.quote}” but not how to get the workforce information"
        return judge([Finding.at(tupe, fault=fault)])
    return _silent(context)


def _said(context: Context) -> Fact[Any] | None:
    """What the pack says of it: the chosen statement, or the fullest mention; a definition says nothing."""
    rows = [fact for fact in context.facts.all("tupe") if not _DEFINITION.search(fact.quote)]
    chosen = next((fact for fact in rows if fact.chosen), None)
    if chosen is not None and chosen.value != "mentioned":
        return chosen
    return max(rows, key=lambda fact: len(fact.quote), default=None)


def _is_given(context: Context, match: Match) -> bool:
    around = match.passage.text[max(0, match.start - 120) : match.end + 160]
    return not match.denied and phrase_pattern(context.card.phrases["how"]).search(around) is not None


def _silent(context: Context) -> Result:
    kinds = {fact.value for fact in context.facts.all("contract_kind")}
    once = len(list(context.find("one_off")))
    term = context.facts.amount("term_initial_months")
    if (kinds and kinds <= {"goods", "works"}) or ("services" not in kinds and once > 1):
        return not_applicable("goods, works or a single piece of work")
    if term is not None and term.value >= _RECURRING:
        return missing("a service of a year or more, and no word on TUPE", fault="Nowhere does the pack speak of TUPE")
    return cannot_tell("the pack does not speak of TUPE", by_absence=True)
