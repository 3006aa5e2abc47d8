"""Counts the numbers of lists and headings in OpenDocument text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.patterns import late_pattern
from tenderlint.readers import numerals
from tenderlint.readers.base import fold
from tenderlint.readers.labels import BULLET
from tenderlint.readers.odt_names import FO, LOEXT, STYLE, TEXT, XML_ID, integer, twips
from tenderlint.readers.telling import Number

if TYPE_CHECKING:
    from lxml import etree

_LEVELS = 10
_PLACE = late_pattern(r"%(\d{1,2})%")
_LEVEL_TAGS = {
    TEXT + "list-level-style-number": False,
    TEXT + "outline-level-style": False,
    TEXT + "list-level-style-bullet": True,
    TEXT + "list-level-style-image": True,
}


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """How one level of a list is numbered; `shown` is how many levels its number shows."""

    bullet: bool = False
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    shown: int = 1
    start: int = 1
    counted: bool = False  # after z comes aa and ab, not aa and bb
    indent: int | None = None

    def write(self, number: int) -> str:
        """Write a number as this level does."""
        if self.format in {"a", "A"}:
            letters = numerals.counted_letters(number) if self.counted else numerals.repeated_letter(number)
            return letters if self.format == "a" else letters.upper()
        if self.format in {"i", "I"}:
            return numerals.roman(number) if self.format == "i" else numerals.roman(number).upper()
        return str(number) if self.format else ""


@dataclass(slots=True)
class Counters:
    """The counters of one list, which lists that continue it share."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class OdtLists:
    """All list styles of a file, and the lists that were met so far."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[int, OdtLevel]] = {}
        self._by_id: dict[str, Counters] = {}
        self._last: dict[str, Counters] = {}
        self.outline = Counters()

    def add(self, root: etree._Element) -> None:
        """Take the list styles below an element."""
        for element in root.iter(TEXT + "list-style"):
            self._styles[element.get(STYLE + "name", "")] = _read_levels(element)
        for element in root.iter(TEXT + "outline-style"):
            self._styles[""] = _read_levels(element)

    def opened(self, element: etree._Element, style: str) -> Counters:
        """Return the counters of a list of the first level: its own, or those of the list that it goes on with."""
        goes_on = element.get(TEXT + "continue-list")
        if goes_on in self._by_id:
            counters = self._by_id[goes_on]
        elif element.get(TEXT + "continue-numbering") == "true" and style in self._last:
            counters = self._last[style]
        else:
            counters = Counters()
        self._last[style] = counters
        name = element.get(XML_ID) or element.get(TEXT + "id")
        if name:
            self._by_id[name] = counters
        return counters

    def next(self, counters: Counters, style: str, depth: int, start: int | None = None) -> Number | None:
        """Count an item at `depth` (from 0); `start` is the number that it is given. None when it shows nothing."""
        levels = self._styles.get(style, {})
        level = levels.get(depth)
        depth = min(depth, _LEVELS - 1)
        numbers = counters.numbers
        for above in range(depth):
            if numbers[above] is None:
                numbers[above] = levels[above].start if above in levels else 1
        current = numbers[depth]
        if start is not None:
            numbers[depth] = start
        else:
            numbers[depth] = current + 1 if current is not None else (level.start if level else 1)
        numbers[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level is None:
            return None
        listed = style, id(counters)
        if level.bullet:
            return Number(BULLET, depth, True, False, listed, level.indent)
        label = _label(levels, level, depth, numbers)
        legal = _is_legal(levels, depth)
        return Number(label, depth, False, legal, listed, level.indent) if label else None


def _label(levels: dict[int, OdtLevel], level: OdtLevel, depth: int, numbers: list[int | None]) -> str:
    def written(at: int) -> str:
        shape = levels.get(at)
        number = numbers[at] if at < _LEVELS else None
        return shape.write(number) if shape is not None and not shape.bullet and number is not None else ""

    if level.pattern is not None:
        return fold(_PLACE.sub(lambda place: written(int(place[1]) - 1), level.pattern))
    if not level.format:
        return fold(level.prefix + level.suffix)
    first = max(0, depth - level.shown + 1)
    parts = [text for text in map(written, range(first, depth + 1)) if text]
    return fold(level.prefix + ".".join(parts) + level.suffix)


def _is_legal(levels: dict[int, OdtLevel], depth: int) -> bool:
    """Whether a level numbers clauses: figures only, after the number of the level above (6.2), or before one."""
    own = _figures(levels.get(depth))
    return own >= 2 or (own == 1 and _figures(levels.get(depth + 1)) >= 2)


def _figures(level: OdtLevel | None) -> int:
    if level is None or level.bullet or level.format != "1":
        return 0
    if level.pattern is not None:
        return level.pattern.count("%") // 2 if re.fullmatch(r"(?:%\d%[.:)]?){1,9}", level.pattern) else 0
    return level.shown if not level.prefix and level.suffix.strip() in {"", ".", ":", ")"} else 0


def _read_levels(element: etree._Element) -> dict[int, OdtLevel]:
    levels = {}
    for child in element:
        bullet = _LEVEL_TAGS.get(child.tag)
        if bullet is not None:
            levels[integer(child.get(TEXT + "level"), 1) - 1] = _read_level(child, bullet)
    return levels


def _read_level(element: etree._Element, bullet: bool) -> OdtLevel:
    indent = None
    for properties in element.iter(STYLE + "list-level-label-alignment", STYLE + "list-level-properties"):
        found = twips(properties.get(FO + "margin-left") or properties.get(TEXT + "space-before"))
        indent = found if found is not None else indent
    return OdtLevel(
        bullet=bullet,
        format=element.get(STYLE + "num-format", ""),
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        pattern=element.get(LOEXT + "num-list-format"),
        shown=max(1, integer(element.get(TEXT + "display-levels"), 1)),
        start=integer(element.get(TEXT + "start-value"), 1),
        counted=element.get(STYLE + "num-letter-sync") != "true",
        indent=indent,
    )
