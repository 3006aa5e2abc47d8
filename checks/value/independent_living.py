"""Are choice, control and independent living part of a care or support service?"""

import re

from tenderlint.checking import (
    Context,
    Match,
    Result,
    apart,
    cannot_tell,
    found,
    late_pattern,
    missing,
    not_applicable,
    phrase_pattern,
)

_LEAST = 2
_BODY = late_pattern(
    r"\bhealth (?:and|&) (?:social|personal) care\b|\bcare (?:board|trust|directorate|partnership|team|department|act"
    r"|quality|inspectorate|wales|certificate|commission|system)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Result:
    """Ask only of care and support: services whose title, headings or many passages say so."""
    care = [match for match in context.find("care") if not _is_name(match)]
    if not _is_care(context, care):
        untitled = context.facts.chosen("title") is None
        return not_applicable("this is not a care or support service", by_absence=untitled)
    living = [match for match in context.find("living") if not match.denied]
    if living:
        return found("the pack speaks of choice, control or independent living", *apart(living))
    voice = [match for match in context.find("voice") if not match.denied]
    if voice:
        return found("the pack speaks of people speaking up for themselves", *apart(voice))
    if not context.invites:
        return cannot_tell("no passage speaks of it, but the pack holds no invitation that would say it")
    return missing("no passage speaks of it", [(match, "speaks of care, not of choice") for match in apart(care, 2)])


def _is_name(match: Match) -> bool:
    """Health and Social Care is the name of many bodies, and no service."""
    return _BODY.search(match.passage.text[max(0, match.start - 24) : match.end + 24]) is not None


def _is_care(context: Context, care: list[Match]) -> bool:
    pattern = phrase_pattern(context.card.phrases["care"])
    title = context.facts.chosen("title")
    if title is not None and pattern.search(str(title.value)):
        return True
    if any(match.passage.block.level for match in care):
        return True
    return len({match.passage.index for match in care}) > _LEAST
