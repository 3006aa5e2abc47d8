"""Reads award criteria told sentence by sentence: "Sixty marks are for method. Forty are for price."."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal

from tenderlint.facts.criteria_lines import EXAMPLE
from tenderlint.facts.criteria_names import tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED
from tenderlint.facts.numbers import number
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.statements import clip
from tenderlint.patterns import late_pattern

_TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = rf"(?P<number>\d{{1,3}}|five|(?:{_TENS})(?:-five)?|fifteen)"
_OF_ALL = r"(?: (?:out )?of (?:the |a |all )?(?:100|hundred)(?: available| possible)?)?"
_FOR = late_pattern(
    rf"\b{_COUNT}{_OF_ALL}(?P<unit> marks| points| per ?cent|%)?{_OF_ALL}"
    r" (?:are|is|goes?|will be|will go|counts?) (?:given |awarded |set aside |kept )?(?:for|to|towards|on) "
    r"(?P<name>[^.;:,()]{3,90}?)(?=[.;:,()]|$| and (?:\d|five |fifteen |(?:ten|twen|thir|for|fif|six|seven|eigh"
    r"|nine)))",
    re.IGNORECASE,
)
_OUT_OF = late_pattern(
    r"(?:\b(?:scor(?:e|ed|ing)|marks?|marked|and|judge)\b|^|[,;.]) ?(?:we (?:will |shall )?(?:score|mark|judge) )?"
    r"(?P<name>[a-z][a-z '’-]{3,60}?) (?:(?:is|are|will be) (?:scored |marked )?)?out of (?P<number>\d{2})\b(?! ?%)",
    re.IGNORECASE,
)
_FRACTION = late_pattern(
    r"(?P<name>[a-z][^,;:.()]{2,80}?) ?\((?:a |an |one )?(?P<part>half|thirds?|quarters?|(?P<of>one|two|three"
    r"|four|six|seven"
    r"|eight|nine)[- ](?P<parts>thirds?|quarters?|fifths?|tenths?|eighths?)|fifth|tenth)\)",
    re.IGNORECASE,
)
_PARTED = late_pattern(r"(?:half|(?:third|quarter|fifth|tenth|eighth)s?)\)", re.IGNORECASE)  # what a fraction ends in
_LEADING = late_pattern(
    r"^\s*(?:and |then |the )?(?:.{0,60}\b(?:weigh(?:s|ed)?(?: up)?|consider(?:s|ed)?|look(?:s|ed)? at"
    r"|judge[sd]?(?: on)?"
    r"|scored? on|marked? on|decide on) )?(?:the )?",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "tenth": 10}
_PART = late_pattern(r"(?P<name>[^,;:.()\d]{3,70}?) ?\((?P<number>\d{1,2})(?: marks| points|%)?\)")
_WORDS = ("marks", "points", "out of", "(half)", "tenths)", "(a third)", "fifths)", "(a quarter)")
_MOST = 12


def read_marks(passages: Passages, taken: Container[int] = ()) -> Iterator[Sheet]:
    """Yield a sheet for each passage whose sentences share out a hundred marks between them."""
    for passage in passages.having(*_WORDS):
        if passage.index in taken or passage.row is not None or len(passage.text) > 1500:
            continue
        entries = _shared_out(passage)
        if entries and not EXAMPLE.search(passage.text):
            yield Sheet(tuple(entries), passage.document, passage.index, "sentence", passage.headings)


def _shared_out(passage: Passage) -> list[Entry]:
    for pattern in (_FOR, _OUT_OF, *((_FRACTION,) if _PARTED.search(passage.text) else ())):
        found = list(pattern.finditer(passage.text))
        if not 1 < len(found) <= _MOST or not _names_marks(pattern, found):
            continue
        if sum((_value(each) for each in found), Decimal(0)) == HUNDRED:
            return [entry for each in found for entry in _entries(passage, each)]
    return []


def _names_marks(pattern: re.Pattern[str], found: list[re.Match[str]]) -> bool:
    """Say whether at least one of the shares is said to be of marks."""
    return pattern is not _FOR or any(each["unit"] for each in found)


def _value(match: re.Match[str]) -> Decimal:
    if "part" in match.re.groupindex:
        whole = _PARTS[(match["parts"] or match["part"]).lower().removesuffix("s")]
        return HUNDRED * (number(match["of"] or "one") or Decimal(1)) / whole
    return number(match["number"]) or Decimal(0)


def _entries(passage: Passage, match: re.Match[str]) -> Iterator[Entry]:
    """Yield a criterion, and below it the parts that its own sentence splits it into."""
    text, value = passage.text, _value(match)
    yield _entry(passage, match["name"], value, match, 0)
    rest = text[match.end() : match.end() + 400].partition(". ")[0]
    parts = list(_PART.finditer(rest))
    if len(parts) > 1 and sum(Decimal(part["number"]) for part in parts) == value:
        for part in parts:
            yield _entry(passage, part["name"], Decimal(part["number"]), match, 1)


def _entry(passage: Passage, name: str, value: Decimal, match: re.Match[str], depth: int) -> Entry:
    quote = clip(passage.text, match.start(), match.end())
    return Entry(tidy(_LEADING.sub("", name)), value, quote, passage.place, depth, "points")
