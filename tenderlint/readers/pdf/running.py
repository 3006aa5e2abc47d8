"""Finds the headers and footers that run through a document, so that they do not cut its text in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.layout import Layout, Ruled
from tenderlint.readers.pdf.lines import Line, lines_of
from tenderlint.readers.pdf.types import Page

_ZONE = 0.16  # of the page's height: how far in from its edge a header or footer may stand
_DEEPEST = 7  # lines
_FEWEST = 3  # pages that show it
_FOOT = 0.075  # of the page's height: how far up the footer of a single page may reach
_GAP = 36.0  # points: how far the text ends above the footer of a single page, at least
_HEIGHT = 6.0  # points: how much it may move up or down between pages
_DIGITS = late_pattern(r"\d+")
_PAGE_NUMBER = late_pattern(
    r"[\s|–—\-\[(]{0,4}(?:page|p\.?|pg\.?)?[\s|–—:-]{0,4}(?:\d{1,4}|[ivx]{1,6})(?:\s{0,3}(?:of|/|\|)\s{0,3}\d{1,4})?"
    r"[\s|–—\-\])]{0,4}(?:page)?[\s|–—-]{0,4}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Running:
    """What runs through the document: each header and footer with the page that shows it first."""

    headers: list[tuple[int, Line]] = field(default_factory=list)
    footers: list[tuple[int, Line]] = field(default_factory=list)

    def add(self, line: Line, page: Page, told: set[str]) -> None:
        """Take in a line that the file itself marks as a header or footer, unless it was told before."""
        key = _folded(line.text)
        if key not in told and not is_page_number(line.text):
            told.add(key)
            (self.headers if line.bottom > page.height / 2 else self.footers).append((page.number, line))


def is_page_number(text: str) -> bool:
    """Tell whether a text is nothing but a page number."""
    return len(text) < 30 and _PAGE_NUMBER.fullmatch(text) is not None


def take_running(layouts: Sequence[Layout], pages: int = 0) -> Running:
    """Take headers and footers out of the pages and return each once; `pages` is how many the whole file has."""
    running = Running()
    several = max(len(layouts), pages) > 1
    for top in (True, False):
        edges = [_edge_lines(layout, top) for layout in layouts]
        known = _repeated(layouts, edges)
        if not (several or top):
            known |= _lone_footer(layouts)
        if _empties(layouts, known):
            continue
        told: set[str] = set()
        for layout, lines in zip(layouts, edges, strict=True):
            for line in lines:
                alone = several and is_page_number(line.text)
                if not alone and (layout.number, id(line)) not in known:
                    break
                _remove(layout, line)
                key = _folded(_words(line))
                if not alone and key not in told:
                    told.add(key)
                    found = running.headers if top else running.footers
                    found.extend((layout.number, each) for each in _lines_told(line))
    return running


def _empties(layouts: Sequence[Layout], known: set[tuple[int, int]]) -> bool:
    """Tell whether nothing would be left of most pages: then what they show is what they have to say."""
    pages = [[line for region in layout.regions for line in region.lines] for layout in layouts]
    numbers = [layout.number for layout in layouts]
    emptied = sum(
        1 for number, lines in zip(numbers, pages, strict=True)
        if lines and all((number, id(line)) in known for line in lines)
    )
    return emptied > 0.5 * sum(1 for lines in pages if lines)


def _edge_lines(layout: Layout, top: bool) -> list[Line]:
    """Return the lines near the top or bottom of a page, the outermost first."""
    zone = _ZONE * layout.height
    lines = [
        line
        for region in layout.regions
        for line in region.lines
        if (line.bottom > layout.height - zone if top else line.top < zone)
    ]
    lines.sort(key=lambda line: -line.top if top else line.bottom)
    return lines[:_DEEPEST]


def _lone_footer(layouts: Sequence[Layout]) -> set[tuple[int, int]]:
    """Return the line at the very foot of a single page where the text ends far above it."""
    for layout in layouts:
        lines = sorted((line for region in layout.regions for line in region.lines), key=lambda line: line.bottom)
        if len(lines) > 1 and lines[0].top < _FOOT * layout.height and lines[1].bottom - lines[0].top > _GAP:
            return {(layout.number, id(lines[0]))}
    return set()


def _words(line: Line) -> str:
    table = line.segments[0].table
    if isinstance(table, Ruled):
        return " ".join(segment.text for _, held in table.cells for segment in held)
    return line.text


def _lines_told(line: Line) -> list[Line]:
    table = line.segments[0].table
    if isinstance(table, Ruled):
        return lines_of(segment for _, held in table.cells for segment in held)
    return [line]


def _folded(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _repeated(layouts: Sequence[Layout], edges: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """Return the lines, by page and identity, that stand on several pages at one height with the same words.

    Words that differ in their numbers only count as the same when a number goes up with the pages:
    "Section 1" and "Section 2" at the top of pages are headings.
    """
    groups: dict[str, list[tuple[int, Line, str]]] = defaultdict(list)
    for layout, lines in zip(layouts, edges, strict=True):
        for line in lines:
            words = _words(line)
            groups[_folded(words)].append((layout.number, line, words))
    fewest = _FEWEST if len(layouts) > 3 else 2
    known: set[tuple[int, int]] = set()
    for group in groups.values():
        if len(group) >= fewest:
            known.update(_running_ones(group, fewest))
    return known


def _running_ones(group: list[tuple[int, Line, str]], fewest: int) -> list[tuple[int, int]]:
    bunches: dict[object, list[tuple[int, Line]]] = defaultdict(list)
    for number, line, words in group:
        bunches["same", words].append((number, line))
        for place, value in enumerate(_DIGITS.findall(words)):
            if len(value) < 5:
                bunches["counts", place, int(value) - number].append((number, line))
    found = []
    for bunch in bunches.values():
        pages: dict[int, set[int]] = defaultdict(set)
        for number, line in bunch:
            pages[int(line.bottom / _HEIGHT)].add(number)
        for number, line in bunch:
            height = int(line.bottom / _HEIGHT)
            alike = len(pages[height])
            if alike < fewest:
                alike = len(pages[height] | pages.get(height - 1, set()) | pages.get(height + 1, set()))
            if alike >= fewest:
                found.append((number, id(line)))
    return found


def _remove(layout: Layout, line: Line) -> None:
    for region in layout.regions:
        for number, other in enumerate(region.lines):
            if other is line:
                del region.lines[number]
                return
