"""Does the pack say how answers are scored?"""

from tenderlint.checking import Context, Match, Result, found, missing, not_applicable, phrase_pattern

_LEAST_GRADES = 3


def check(context: Context) -> Result:
    """Look for a scale, and for at least three grades that it explains."""
    if not context.facts.award_criteria:
        return not_applicable("the pack names no award criteria")
    scales = list(context.find("scale"))
    grades = _grades(context)
    if len(grades) >= _LEAST_GRADES:
        return found("the scale is explained", *(scales[:1] or grades[:1]))
    return missing(
        "no scale with its meanings was found", [(match, "does not say what earns a score") for match in scales[:2]]
    )


def _grades(context: Context) -> list[Match]:
    """Different grades that stand at the beginning of a passage or beside a number, as in a scale."""
    pattern = phrase_pattern(context.card.phrases["grades"])
    kinds: dict[str, Match] = {}
    for match in context.find("grades"):
        passage = match.passage
        row = passage.row
        scored = row is not None and any(cell.strip(" %").isdigit() for cell in row.cells)
        leads = pattern.match(passage.text.lstrip("0123456789.:–-() ")) is not None and any(
            character.isdigit() for character in f"{passage.block.label}{passage.text[:4]}"
        )
        if scored or leads:
            kinds.setdefault(match.words.lower(), match)
    return list(kinds.values())
