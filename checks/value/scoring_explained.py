"""Does the pack say how answers are scored?"""

import re
from collections.abc import Iterator, Sequence

from tenderlint.checking import (
    Context,
    Match,
    Passage,
    Result,
    Statement,
    about,
    cannot_tell,
    found,
    late_pattern,
    missing,
    not_applicable,
    sentence_at,
    sentences,
)

_LEAST_GRADES = 3
_ENDS = 2
_MOST = 80
_WINDOW = 18
"""Passages that a scale takes at most from its first grade to its last."""
_BEFORE = late_pattern(
    r"\d(?:\.\d)? ?(?:%|per cent|points?|marks?)?\s?[-–—:=(,]{0,2}\s?(?:an? )?(?:\w{1,30} )?$", re.IGNORECASE
)
_AFTER = late_pattern(
    r"^ \((?:an? |all|half|three|none|nothing|no |full|one )"
    r"|^(?: \w+){0,2}?\s?[-–—:=(,]{0,2}\s?\d{1,3}\b(?! ?(?:days|months|years|weeks|hours|working))"
)
_REACH = 24
_CUES = ("mark", "score", "point")
_SHARE_CUES = ("half if", "half for", "half where", "half when", "quarter if", "quarter for", "quarters if", "third if")
_MARK_HEAD = late_pattern(r"^\W{0,3}(?:score|marks?|points?|rating|grade)s?(?: awarded| given)?\W{0,3}$", re.IGNORECASE)
_MEANING_HEAD = late_pattern(
    r"\b(?:mean\w*|definitions?|descri\w+|explanation|guid\w+|what|when|why|comment\w*|reason\w*|criteria"
    r"|assessment|standard"
    r"|quality|justification|for|interpretation|how)\b",
    re.IGNORECASE,
)
_ROWS = 40
_HIGHEST, _HUNDRED = 10, 100
_OF_MARKS = late_pattern(r"\b(?:marks?|marked|marking|scores?|scored|scoring|points?)\b", re.IGNORECASE)
_PARTS = late_pattern(r"[;:,]|\band\b|\bor\b")
_MARK = late_pattern(
    r"\W{0,3}(?:(?:where|with|from|so|that|a|an?|get|gets|earns?) ){0,3}(?P<mark>\d{1,3})(?: ?%)?(?: (?:points?"
    r"|marks?))?"
    r"(?: ?[-–—=(]| (?:is|are|means|for|if|where|when|to|goes to))? ?"
    r"(?!(?:to|out|of|days?|weeks?|months?|years?|hours?|words?|pages?|per)\b)[A-Za-z]",
    re.IGNORECASE,
)
_PRICE = late_pattern(r"\b(?:prices?|costs?|cheapest|dearest)\b", re.IGNORECASE)
_ALL = late_pattern(
    r"\b(?:full|all(?: the| of the)?|maximum|top) (?:points|marks|score)\b[^.;]{0,12}?\b(?:for|if|where|when|to)\b"
    r"|\beverything (?:for|if|where|when)\b",
    re.IGNORECASE,
)
_SOME = late_pattern(
    r"\b(half|none|nothing|no (?:marks|points)|(?:a|one|three) quarters?|a third|two thirds)\b[^.;,]{0,16}?"
    r"\b(?:for|if|where|when|to)\b",
    re.IGNORECASE,
)

_STAGE = (
    r"\b(?:PQQs?|SQs?|(?:pre-?qualification|selection|suitability)? ?questionnaires?|pre-?qualification|selection stage"
    r"|first stage|stage (?:1|one))\b"
)
_STAGE_SCORED = late_pattern(
    rf"\b(?:scor(?:e[ds]?|ing)|mark(?:s|ed|ing)?|points)\b[^.;]{{0,60}}?{_STAGE}"
    rf"|{_STAGE}[^.;]{{0,60}}?\b(?:scor(?:e[ds]?|ing)|mark(?:s|ed|ing)|points)\b"
    r"|\b(?:(?:highest|best|top)[ -]scor\w+|(?:highest|best|top|most) (?:marks|points))\b[^.;]{0,80}?"
    r"\b(?:be invited|invite|shortlist\w*|go (?:forward|through|on)|progress|proceed)\b",
    re.IGNORECASE,
)
"""A stage before the award whose answers are scored."""
_NOT = late_pattern(r"\b(?:not|no|never|without|rather than|pass ?/ ?fail|pass or fail)\b", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look for a scale, and for at least three grades that it explains (two where one sentence names both ends)."""
    criteria = context.facts.award_criteria
    if not criteria:
        return not_applicable("the pack names no award criteria", by_absence=True)
    if len(criteria) == 1 and criteria[0].value.weight in (None, 100) and _PRICE.search(criteria[0].value.name):
        stage = next(_scored_stages(context), None)
        if stage is None:
            return not_applicable("price alone decides, and no answers are scored")
        reason = "price alone decides the award, but answers are scored before; see whether the pack says how"
        return cannot_tell(reason, stage)
    grades = [match for match in context.find("grades") if _is_scored(match)]
    together = next((each for each in map(_nearby, _windows(grades)) if _is_scale(each)), None)
    if together:
        ends = map(_in_its_row, (together[0], together[-1]))
        if len(together) == _ENDS:
            return found("the two ends of the scale are explained; what lies between them is not", *ends)
        return found("the scale by which answers are scored is explained", *ends)
    told = next((each for each in context.passages.having(*_CUES, *_SHARE_CUES) if _tells_marks(each.text)), None)
    if told is not None:
        return found("the pack tells what earns which mark", told)
    table = next(_tables_of_marks(context), None)
    if table is not None:
        return found("a table tells what each mark means", table)
    scales = list(context.find("scale"))
    return missing(
        "no scale with its meanings was found", [(match, "does not say what earns a score") for match in scales[:2]]
    )


def _scored_stages(context: Context) -> Iterator[Match]:
    """Yield where answers are scored to choose who may go on."""
    for passage in context.passages.having(*_CUES, "scored", "scoring", "marked", "marking"):
        for sentence in sentences(passage.text):
            if _STAGE_SCORED.search(sentence) and not _NOT.search(sentence):
                start = passage.text.find(sentence)
                yield Match(passage, start, start + len(sentence))


def _tells_marks(text: str) -> bool:
    """Say whether a sentence gives at least three marks, nothing among them, with what earns each."""
    return any(_has_marks(sentence) or _has_shares(sentence) for sentence in sentences(text))


def _tables_of_marks(context: Context) -> Iterator[Passage]:
    """Yield the heads of tables with a mark in each row and, beside it, what it means."""
    for head in context.passages.having(*_CUES, "rating", "grade"):
        row = head.row
        if row is None or not _heads_marks(row.cells):
            continue
        below = context.passages.all[head.index + 1 : head.index + _ROWS]
        rows = {each.row.number: each.row for each in below if each.row is not None and each.row.table is row.table}
        told = (each.cells for each in rows.values() if len(each.cells) >= _ENDS and each.cells[1].strip())
        marks = {cells[0].strip(" %.") for cells in told}
        if sum(mark.isdigit() for mark in marks) >= _LEAST_GRADES:
            yield head


def _heads_marks(cells: Sequence[str]) -> bool:
    return len(cells) >= _ENDS and _MARK_HEAD.match(cells[0]) is not None and _MEANING_HEAD.search(cells[1]) is not None


def _has_marks(sentence: str) -> bool:
    if not _OF_MARKS.search(sentence):
        return False
    marks = {int(found["mark"]) for part in _PARTS.split(sentence) if (found := _MARK.match(part))}
    return len(marks) >= _LEAST_GRADES and min(marks) == 0 and (max(marks) <= _HIGHEST or max(marks) == _HUNDRED)


def _has_shares(sentence: str) -> bool:
    """All marks for one kind of answer, half for another and none for a third."""
    shares = {found[1].lower() for found in _SOME.finditer(sentence)}
    least = _ENDS if _ALL.search(sentence) else _LEAST_GRADES
    return len(shares) >= least and _PRICE.search(sentence) is None


def _in_its_row(match: Match) -> Match | Statement:
    """Show a grade in a table with its whole row, so that its mark is seen too."""
    passage = match.passage
    return match if passage.row is None else Statement(about.row_text(passage), passage, "row")


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
