"""Does the authority's own equality duty show in the pack?"""

import re

from tenderlint.checking import Context, Match, Result, apart, cannot_tell, found, late_pattern, missing, sentence_at

_BOUND = late_pattern(
    r"\b(?:supplier|contractor|provider|tenderer|bidder|consultant|applicant|organisation|you)s?\b"
    r"[^.;]{0,60}\b(?:shall|must|will|should|to|is required|are required|agree|undertake|warrant|assist|complies"
    r"|comply)\b[^.;]{0,150}$",
    re.IGNORECASE,
)


_PAPERS = late_pattern(
    r"^[\W\d]{0,6}(?:(?:list of )?(?:appendices|annexe?s|schedules|enclosures|attachments)|(?:the )?(?:documents"
    r"|papers)"
    r"(?: (?:in|with) (?:this|the) (?:pack|tender|invitation))?|what is in (?:this|the) pack)\W*$",
    re.IGNORECASE,
)
"""A heading over the papers that the authority hands out."""
_LISTED = 300


def check(context: Context) -> Result:
    """Look for the authority as the one who has, or has met, the duty."""
    matches = [match for match in context.find("own") if not match.denied]
    own = [match for match in matches if _is_own(context, match)]
    if own:
        return found("the authority speaks of its own duty on equality", *apart(own, 2))
    if not context.invites:
        return cannot_tell(
            "no passage shows the authority's own duty on equality, but the pack holds no invitation that would say it"
        )
    nearest = [(match, "binds the bidder, not the authority") for match in apart(matches, 2)]
    return missing("no passage shows the authority's own duty on equality", nearest)


def _is_own(context: Context, match: Match) -> bool:
    """A paper of the authority's by its heading, or a sentence in which the authority has the duty or has met it."""
    if match.passage.block.level and not context.says("tasks", match.passage.text):
        return True
    text = match.passage.text
    if _PAPERS.match((match.passage.place.heading or ("",))[-1]) and len(text) < _LISTED:
        return True
    start, end = sentence_at(text, match.start)
    if _BOUND.search(text[start : match.start]):
        return False
    return context.says("authority", text[start:end]) or context.says("done", text[start:end])
