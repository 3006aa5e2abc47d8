"""Does the authority's own equality duty show in the pack?"""

import re

from tenderlint.checking import Context, Match, Result, found, missing, phrase_pattern

_BOUND = re.compile(
    r"\b(?:supplier|contractor|provider|tenderer|bidder|consultant|applicant|organisation|you)s?\b"
    r"[^.;]{0,60}\b(?:shall|must|will|should|to|is required|are required|agree|undertake|warrant|assist|complies"
    r"|comply)\b[^.;]{0,90}$",
    re.IGNORECASE,
)


def check(context: Context) -> Result:
    """Look for the authority as the one who has, or has met, the duty."""
    matches = [match for match in context.find("own") if not match.denied]
    own = [match for match in matches if _is_own(context, match)]
    if own:
        return found("the authority speaks of its own duty", *own[:2])
    return missing("no passage shows it", [(match, "binds the bidder, not the authority") for match in matches[:2]])


def _is_own(context: Context, match: Match) -> bool:
    text = match.passage.text
    before, around = text[: match.start], text[max(0, match.start - 160) : match.end + 160]
    if _BOUND.search(before):
        return False
    return phrase_pattern(context.card.phrases["authority"]).search(around) is not None
