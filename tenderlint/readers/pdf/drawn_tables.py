"""Finds tables that are drawn on a page of a tagged file, where its tags tell of no table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.drawing import read_drawing
from tenderlint.readers.pdf.grid import Grid, grids_of
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.types import ARTIFACT, Page, Segment

_FEWEST_PATHS, _MOST_PATHS = 8, 2_000  # fewer draw no table, more draw a picture
_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_CELLS = 3, 2, 6
_FILLED = 0.6  # of the cells
_MOST_OBJECTS = 20_000


def drawn_tables(pointer: int, page: Page) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark for each grid of lines on an open page that holds words in most of its cells."""
    if page.frame is None or not page.segments:
        return
    drawing = page.drawing
    if not (drawing.rules or drawing.fills):
        if not _FEWEST_PATHS <= _count_paths(pointer) <= _MOST_PATHS:
            return
        drawing = read_drawing(pointer, page.frame)
    for grid in grids_of(drawing, page.width, page.height):
        words = _words_in(grid, page.segments)
        cells = len(grid.areas)
        if (
            grid.rows >= _FEWEST_ROWS
            and len(grid.columns) > _FEWEST_COLUMNS
            and len(words) >= max(_FEWEST_CELLS, _FILLED * cells)
        ):
            yield MarkKind.TABLE_UNTAGGED, page.number, " | ".join(words[at] for at in sorted(words)[:3])[:100]


def _count_paths(pointer: int) -> int:
    count = min(max(engine.count_objects(pointer), 0), _MOST_OBJECTS)
    items = map(engine.quick_get_object, repeat(engine.pointer(pointer)), range(count))
    return sum(map(engine.PATH.__eq__, map(engine.quick_object_type, map(engine.pointer, items))))


def _words_in(grid: Grid, segments: list[Segment]) -> dict[int, str]:
    """Return the first words of each cell that holds some, by its number; what is decoration does not count."""
    found: dict[int, str] = {}
    for segment in segments:
        if segment.content != ARTIFACT:
            area = grid.area_at((segment.left + segment.right) / 2, (segment.bottom + segment.top) / 2)
            if area is not None:
                found.setdefault(area, segment.text)
    return found
