"""Must insurance be in place before award?"""

import re

from tenderlint.checking import Context, Finding, Result, cannot_tell, found, judge, late_pattern, not_applicable

_WINNER = late_pattern(
    r"\b(?:preferred|successful|winning|appointed|chosen|selected|recommended)\b[^.;]{0,20}?\b(?:bidder|tenderer|supplier"
    r"|contractor|provider|applicant|candidate|organisation|consultant)",
    re.IGNORECASE,
)
"""What only the winner is asked for, when the choice is made, keeps nobody from bidding."""
_LEVELS = ("insurance_public_liability", "insurance_employers_liability", "insurance_professional_indemnity")


def check(context: Context) -> Result:
    """Read when cover must be in place: with the bid, or on award."""
    timing = context.facts.all("insurance_timing")
    early = [fact for fact in timing if fact.value == "with the bid" and not _WINNER.search(fact.quote)]
    late = [fact for fact in timing if fact.value == "on award"]
    if early and late:
        return cannot_tell("one passage asks for cover with the bid and another on award", early[0], late[0])
    if early:
        return judge([Finding.at(fact) for fact in early], at_most=context.reach)
    if late:
        return found("cover must be in place only on award", *late[:2])
    levels = [fact for name in _LEVELS for fact in context.facts.all(name)]
    if not levels:
        return not_applicable("the pack asks for no level of insurance")
    return judge((), passed="cover is asked for, and not before award", evidence=levels[:2])
