"""Are choice, control and independent living part of a care or support service?"""

from tenderlint.checking import Context, Match, Result, found, missing, not_applicable, phrase_pattern

_LEAST = 2


def check(context: Context) -> Result:
    """Ask only of care and support: services whose title, headings or many passages say so."""
    care = list(context.find("care"))
    if not _is_care(context, care):
        return not_applicable("this is not a care or support service")
    living = [match for match in context.find("living") if not match.denied]
    if living:
        return found("the pack speaks of it", *living[:3])
    return missing("no passage speaks of it", [(match, "speaks of care, not of choice") for match in care[:2]])


def _is_care(context: Context, care: list[Match]) -> bool:
    pattern = phrase_pattern(context.card.phrases["care"])
    title = context.facts.chosen("title")
    if title is not None and pattern.search(str(title.value)):
        return True
    if any(pattern.search(match.passage.headings) or match.passage.block.level for match in care):
        return True
    return len({match.passage.index for match in care}) > _LEAST
