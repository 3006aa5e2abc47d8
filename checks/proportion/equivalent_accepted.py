"""Are standards, badges and memberships demanded without an equivalent?"""

import re

from tenderlint.checking import Context, Finding, Match, Result, judge, not_applicable, phrase_pattern

_DEMAND = re.compile(
    r"\b(?:must|shall|required|requires?|mandatory|minimum|need(?:s|ed)? to|essential|have to"
    r"|is a condition|pass/fail)\b",
    re.IGNORECASE,
)
_BY_LAW = re.compile(r"\b(?:Gas Safe|by law|the law requires|legal requirement|statutory)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:does|do|is|are|have|has) (?:your|you|the)\b[^.?]{0,120}\?", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look for each scheme that is demanded, and for words that let an equal in."""
    matches = list(context.find("schemes"))
    if not matches:
        return not_applicable("the pack names no standard or scheme that bidders must hold")
    return judge(
        (Finding.at(match, scheme=match.words) for match in matches if _is_closed(context, match)),
        passed="what is named is open to equals, or is not demanded",
        evidence=matches[:2],
        at_most=context.reach,
    )


def _is_closed(context: Context, match: Match) -> bool:
    text = match.passage.text
    around = text[max(0, match.start - 160) : match.end + 160]
    if match.denied or _BY_LAW.search(around) or _QUESTION.search(text):
        return False
    if phrase_pattern(context.card.phrases["open"]).search(around):
        return False
    return _DEMAND.search(around) is not None
