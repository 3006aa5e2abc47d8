"""Counts Word's automatic numbers: what a reader sees before each numbered paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tenderlint.patterns import late_pattern
from tenderlint.readers import numerals
from tenderlint.readers.base import fold
from tenderlint.readers.labels import BULLET
from tenderlint.readers.telling import Number
from tenderlint.readers.word.names import PPR, RPR, VAL, W, integer, is_on
from tenderlint.readers.word.paragraphs import read_indent

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from tenderlint.readers.word.styles import Styles

_LEVELS = 9
_PLACE = late_pattern(r"%([1-9])")
_FIGURES_ONLY = late_pattern(r"%\d(?:\.%\d){0,8}[.:)]?")
_FIGURES = frozenset({"decimal", "decimalZero", "none"})
_MOST_LINKS = 10
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": numerals.repeated_letter,
    "upperLetter": lambda number: numerals.repeated_letter(number).upper(),
    "lowerRoman": numerals.roman,
    "upperRoman": lambda number: numerals.roman(number).upper(),
    "ordinal": numerals.ordinal,
    "cardinalText": lambda number: numerals.cardinal_word(number).capitalize(),
    "ordinalText": lambda number: numerals.ordinal_word(number).capitalize(),
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # the level, from 1, whose numbers restart this one; 0 is none
    plain: bool = False  # every number in figures
    style: str = ""  # the paragraph style that this level numbers
    hidden: bool = False
    indent: int | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether the level shows a bullet and no number."""
        return self.format == "bullet"


@dataclass(slots=True)
class _List:
    """An abstract list of the file with its counters, which all lists made from it share."""

    sources: dict[int, etree._Element]
    style_link: str = ""
    levels: dict[int, Level] = field(default_factory=dict)
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _Use:
    """A list that paragraphs name: an abstract list, and what is changed of it."""

    source: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class Numbering:
    """All lists of a file, counted while its paragraphs go by in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._sources: dict[str, etree._Element] = {}
        self._names: dict[int, etree._Element] = {}
        self._lists: dict[str, _List] = {}
        self._uses: dict[int, _Use | None] = {}
        self._legal: dict[tuple[int, int], bool] = {}
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                self._sources[element.get(W + "abstractNumId", "")] = element
            elif element.tag == W + "num":
                self._names[integer(element.get(W + "numId"), -1)] = element

    def depth(self, number: int, style: str) -> int:
        """Return the level, from 0, at which a list numbers the paragraphs of a style."""
        use = self._use(number)
        levels = self._lists[use.source].sources if use else {}
        return next((depth for depth, level in levels.items() if _style_of(level) == style), 0)

    def next(self, number: int, depth: int) -> Number | None:
        """Count a paragraph of list `number` at `depth` (from 0); None when it shows nothing."""
        use = self._use(number)
        level = self._level(use, depth) if use else None
        if use is None or level is None:
            return None
        source = self._lists[use.source]
        self._count(source, use, depth, level)
        if level.is_bullet:
            return Number(BULLET, depth, True, False, use.source, level.indent)
        label = "" if level.hidden else self._text(source, use, level)
        if not label:
            return None
        return Number(label, depth, False, self._is_legal(number, use, depth), use.source, level.indent)

    def _level(self, use: _Use, depth: int) -> Level | None:
        return use.levels.get(depth) or _level_of(self._lists[use.source], depth)

    def _count(self, source: _List, use: _Use, depth: int, level: Level) -> None:
        counters = source.counters
        if depth not in use.used:
            use.used.add(depth)
            if depth in use.starts:
                counters[depth] = None
        for above in range(depth):
            if counters[above] is None:
                higher = self._level(use, above)
                counters[above] = use.starts.get(above, higher.start if higher else 1)
        current = counters[depth]
        counters[depth] = use.starts.get(depth, level.start) if current is None else current + 1
        for below in range(depth + 1, _LEVELS):
            if counters[below] is None:
                continue
            lower = self._level(use, below)
            if lower is None or lower.restart is None or depth < lower.restart:
                counters[below] = None

    def _text(self, source: _List, use: _Use, level: Level) -> str:
        def shown(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            named = self._level(use, depth)
            number = source.counters[depth]
            if named is None or named.is_bullet or number is None:
                return ""
            style = "decimal" if level.plain and named.format not in _FIGURES else named.format
            return _FORMATS.get(style, str)(number)

        return fold(_PLACE.sub(shown, level.text))

    def _is_legal(self, number: int, use: _Use, depth: int) -> bool:
        """Whether a level numbers clauses: figures only, after the number of the level above (6.2), or before one."""
        key = number, depth
        if key not in self._legal:
            own = _figures(self._level(use, depth))
            self._legal[key] = own >= 2 or (own == 1 and _figures(self._level(use, depth + 1)) >= 2)
        return self._legal[key]

    def _use(self, number: int) -> _Use | None:
        """Return a list that paragraphs name, read when it is first named; None when the file lacks it."""
        if number not in self._uses:
            element = self._names.get(number)
            self._uses[number] = self._followed(_read_use(element)) if element is not None else None
        return self._uses[number]

    def _followed(self, use: _Use) -> _Use | None:
        """Find the list that counts, through those that only name the style of another."""
        for _ in range(_MOST_LINKS):
            if use.source not in self._lists:
                if use.source not in self._sources:
                    return None
                self._lists[use.source] = _read_list(self._sources[use.source])
            link = self._lists[use.source].style_link
            number = self._styles.style(link).paragraph.number if link else None
            element = self._names.get(number) if number is not None else None
            if element is None:
                return use
            use.source = _read_use(element).source
        return use


def _figures(level: Level | None) -> int:
    """How many numbers a level shows where it shows nothing but figures, points and one mark after them."""
    if level is None or not (level.plain or level.format in {"decimal", "decimalZero"}):
        return 0
    return level.text.count("%") if _FIGURES_ONLY.fullmatch(level.text) else 0


def _read_list(element: etree._Element) -> _List:
    link = element.find(W + "numStyleLink")
    sources = {integer(child.get(W + "ilvl")): child for child in element.iterchildren(W + "lvl")}
    return _List(sources, link.get(VAL, "") if link is not None else "")


def _level_of(source: _List, depth: int) -> Level | None:
    """Return a level of a list, read when it is first asked for."""
    level = source.levels.get(depth)
    if level is None and depth in source.sources:
        level = source.levels[depth] = _read_level(source.sources[depth])
    return level


def _style_of(level: etree._Element) -> str | None:
    style = level.find(W + "pStyle")
    return style.get(VAL) if style is not None else None


def _read_use(element: etree._Element) -> _Use:
    source = element.find(W + "abstractNumId")
    use = _Use(source.get(VAL, "") if source is not None else "")
    for override in element.iterfind(W + "lvlOverride"):
        depth = integer(override.get(W + "ilvl"))
        for child in override:
            if child.tag == W + "startOverride":
                use.starts[depth] = integer(child.get(VAL), 1)
            elif child.tag == W + "lvl":
                use.levels[depth] = _read_level(child)
    return use


def _read_level(element: etree._Element) -> Level:
    values = {child.tag: child.get(VAL) for child in element}
    restart = values.get(W + "lvlRestart")
    vanish, indent = element.find(f"{RPR}/{W}vanish"), element.find(f"{PPR}/{W}ind")
    level = Level(
        format=_format(element, values.get(W + "numFmt")),
        text=values.get(W + "lvlText") or "",
        start=integer(values.get(W + "start"), 0 if W + "start" in values else 1),
        restart=integer(restart) if restart is not None else None,
        plain=W + "isLgl" in values and is_on(values[W + "isLgl"]),
        style=values.get(W + "pStyle") or "",
        hidden=vanish is not None and is_on(vanish.get(VAL)),
        indent=read_indent(indent) if indent is not None else None,
    )
    return replace(level, format="bullet") if W + "lvlPicBulletId" in values else level


def _format(element: etree._Element, plain: str | None) -> str:
    """The format of a level, also where newer files offer it as one of two forms."""
    if plain:
        return plain
    inner = element.find(f".//{W}numFmt")
    return (inner.get(VAL) or "decimal") if inner is not None else "decimal"
