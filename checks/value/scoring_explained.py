"""Does the pack say how answers are scored?"""

import re

from tenderlint.checking import Context, Match, Result, found, late_pattern, missing, not_applicable, sentence_at

_LEAST_GRADES = 3
_ENDS = 2
_MOST = 80
_WINDOW = 18
"""Passages that a scale takes at most from its first grade to its last."""
_BEFORE = late_pattern(
    r"\d(?:\.\d)? ?(?:%|per cent|points?|marks?)?\s?[-–—:=(,]{0,2}\s?(?:an? )?(?:\w{1,30} )?$", re.IGNORECASE
)
_AFTER = late_pattern(r"^(?: \w+){0,2}?\s?[-–—:=(,]{0,2}\s?\d{1,3}\b(?! ?(?:days|months|years|weeks|hours|working))")
_REACH = 24


def check(context: Context) -> Result:
    """Look for a scale, and for at least three grades that it explains (two where one sentence names both ends)."""
    if not context.facts.award_criteria:
        return not_applicable("the pack names no award criteria")
    grades = [match for match in context.find("grades") if _is_scored(match)]
    together = next((each for each in map(_nearby, _windows(grades)) if _is_scale(each)), None)
    if together:
        return found("the scale is explained", together[0], together[-1])
    scales = list(context.find("scale"))
    return missing(
        "no scale with its meanings was found", [(match, "does not say what earns a score") for match in scales[:2]]
    )


def _is_scored(match: Match) -> bool:
    """A grade of a scale stands beside a number, or in a row with one."""
    passage = match.passage
    if passage.row is not None and any(cell.strip(" %.()").isdigit() for cell in passage.row.cells):
        return True
    if match.start < _REACH and passage.block.label.strip(" .()").isdigit():
        return True
    before = passage.text[max(0, match.start - _REACH) : match.start]
    after = passage.text[match.end : match.end + _REACH]
    return _BEFORE.search(before) is not None or _AFTER.search(after) is not None


def _windows(grades: list[Match]) -> list[list[Match]]:
    return [
        [each for each in grades[number : number + _MOST] if each.passage.index < first.passage.index + _WINDOW]
        for number, first in enumerate(grades)
    ]


def _nearby(grades: list[Match]) -> list[Match]:
    """The different grades of a window, each once, that stand in one document."""
    kinds: dict[str, Match] = {}
    for match in grades:
        if match.passage.document is grades[0].passage.document:
            kinds.setdefault(match.words.lower(), match)
    return list(kinds.values())


def _is_scale(grades: list[Match]) -> bool:
    return len(grades) >= _LEAST_GRADES or (len(grades) >= _ENDS and _share_a_sentence(grades))


def _share_a_sentence(grades: list[Match]) -> bool:
    first, last = grades[0], grades[-1]
    text = first.passage.text
    return first.passage is last.passage and sentence_at(text, first.start) == sentence_at(text, last.start)
