"""Are the hard terms of law and business explained?"""

from tenderlint.checking import Context, Result, late_pattern, words_to_avoid

_EXPLAINS = late_pattern(
    r"\b(?:means?|meaning|is defined|refers? to|is where|are where|in other words|that is|i\.e\.)\b|\(this is\b"
)


def check(context: Context) -> Result:
    """Look for terms of the glossary that stand in what bidders read and that the pack nowhere explains."""
    return words_to_avoid(context, "legal", explained=_EXPLAINS)
