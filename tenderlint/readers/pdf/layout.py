"""Lays out a page that has no tags: ruled tables, columns, and the lines of each region in the order of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.aligned import Aligned, tables_in
from tenderlint.readers.pdf.columns import regions_of
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.grid import Area, Grid, grids_of
from tenderlint.readers.pdf.leading import Leading
from tenderlint.readers.pdf.lines import Line, lines_of
from tenderlint.readers.pdf.paragraphs import paragraphs_of
from tenderlint.readers.pdf.types import Page, Segment

_CONTENTS_TITLE = late_pattern(r"(?:table of |list of )?contents(?: page)?:?|index", re.IGNORECASE)
_EDGE = 0.06  # of the page's height
_TALL = 0.4  # of the page's height: a single column of cells higher than this is a frame


@dataclass(slots=True)
class Ruled:
    """A ruled table and the words in each of its cells."""

    grid: Grid
    cells: list[tuple[Area, list[Segment]]]


@dataclass(slots=True)
class Region:
    """Lines that are read in one go, from top to bottom; `right` is where full lines end."""

    lines: list[Line]
    right: float


@dataclass(slots=True)
class Layout:
    """A page in the order of reading."""

    number: int
    width: float
    height: float
    regions: list[Region] = field(default_factory=list)


def layout_of(page: Page) -> Layout:
    """Find the tables, columns and lines of a page."""
    layout = Layout(page.number, page.width, page.height)
    segments = _with_tables(page)
    if not segments:
        return layout
    for region in _regions(segments, page.height):
        lines = lines_of(region)
        layout.regions.append(Region(lines, _right_edge(lines)))
    return layout


def _regions(segments: list[Segment], height: float) -> list[list[Segment]]:
    """Divide a page into regions; what stands at its very edges is in no column."""
    regions = _columns(segments)
    if len(regions) == 1:
        return regions
    head = [each for each in segments if each.bottom > (1 - _EDGE) * height]
    foot = [each for each in segments if each.top < _EDGE * height]
    if not head and not foot:
        return regions
    body = [each for each in segments if _EDGE * height <= each.top and each.bottom <= (1 - _EDGE) * height]
    return [region for region in (head, *_columns(body), foot) if region]


def _columns(segments: list[Segment]) -> list[list[Segment]]:
    if not segments:
        return []
    return regions_of(segments, min(each.left for each in segments), max(each.right for each in segments))


def drafts_of(layout: Layout, leading: Leading) -> list[Draft]:
    """Return the paragraphs, list items and tables of a page, in the order of reading."""
    return [draft for region in layout.regions for draft in region_drafts(region.lines, region.right, leading)]


def region_drafts(lines: list[Line], right: float, leading: Leading) -> list[Draft]:
    """Return the paragraphs, list items and tables that lines, from top to bottom, form."""
    drafts: list[Draft] = []
    open_lines: list[Line] = []
    listed = _contents_in(lines)
    for item in tables_in(lines):
        table = item if isinstance(item, Aligned) else item.segments[0].table
        if table is None and isinstance(item, Line):
            if id(item) not in listed:
                open_lines.append(item)
                continue
            table = item
        drafts.extend(paragraphs_of(open_lines, leading, right))
        open_lines = []
        if isinstance(table, Aligned):
            drafts.extend(_aligned_drafts(table, leading))
        elif isinstance(table, Line):
            drafts.append(Draft(BlockKind.CONTENTS, [table], page=table.page))
        elif isinstance(table, Ruled) and isinstance(item, Line):
            drafts.append(_ruled_draft(table, item.page, leading))
    drafts.extend(paragraphs_of(open_lines, leading, right))
    return drafts


def _contents_in(lines: list[Line]) -> set[int]:
    """Return the lines, by identity, that end with a page number below a line that says "Contents"."""
    found: set[int] = set()
    below = False
    for line in lines:
        if below and len(line.segments) > 1 and line.segments[-1].text.isdigit() and len(line.segments[-1].text) < 4:
            found.add(id(line))
        elif not below:
            below = len(line.text) < 30 and _CONTENTS_TITLE.fullmatch(line.text) is not None
    return found


def _with_tables(page: Page) -> list[Segment]:
    """Return the page's segments, those in a ruled table replaced by one that stands for the table."""
    segments = page.segments
    if len(page.drawing.rules) < 3 and len(page.drawing.fills) < 2:
        return segments
    grids = grids_of(page.drawing, page.width, page.height)
    for grid in sorted(grids, key=lambda each: (each.box[2] - each.box[0]) * (each.box[3] - each.box[1])):
        cells: list[tuple[Area, list[Segment]]] = [(area, []) for area in grid.areas]
        rest: list[Segment] = []
        for segment in segments:
            home = grid.area_at((segment.left + segment.right) / 2, (segment.bottom + segment.top) / 2)
            (rest if home is None else cells[home][1]).append(segment)
        if not _is_table(grid, cells, page):
            continue
        inside = [segment for _, held in cells for segment in held]
        left, bottom, right, top = grid.box
        order = min(segment.order for segment in inside)
        stand_in = Segment("", left, bottom, right, top, inside[0].runs, order=order, page=page.number)
        stand_in.table = Ruled(grid, cells)
        segments = [*rest, stand_in]
    return segments


def _is_table(grid: Grid, cells: list[tuple[Area, list[Segment]]], page: Page) -> bool:
    filled = [area for area, held in cells if held]
    if len(filled) < 2:
        return False
    if len(grid.columns) == 2:
        return not grid.shaded and all(area.box[3] - area.box[1] < _TALL * page.height for area in filled)
    return True


def _right_edge(lines: list[Line]) -> float:
    """Where full lines end: the furthest right that two lines reach, or the one there is."""
    rights = sorted((line.right for line in lines if line.segments[0].table is None), reverse=True)
    if not rights:
        return 0.0
    return next((one for one, two in pairwise(rights) if one - two < 12), rights[0])


def _ruled_draft(table: Ruled, page: int, leading: Leading) -> Draft:
    rows: list[list[CellDraft]] = [[] for _ in range(table.grid.rows)]
    for area, held in table.cells:
        lines = lines_of(held)
        drafts = region_drafts(lines, area.box[2] - 5, leading) if lines else []
        rows[area.row].append(CellDraft(area.row, area.column, drafts, area.row_span, area.column_span))
    kept = [row for row in rows if row]
    draft = Draft(BlockKind.TABLE, page=page)
    draft.table = TableDraft(kept, table.grid.box, tuple(table.grid.columns))
    return draft


def _aligned_drafts(table: Aligned, leading: Leading) -> list[Draft]:
    if _is_contents(table):
        page = table.lines[0].page
        listed = [lines_of(each for held in row.cells.values() for each in held) for row in table.rows]
        return [Draft(BlockKind.CONTENTS, lines, page=page) for lines in listed]
    rows = []
    for number, row in enumerate(table.rows):
        cells = []
        for column in range(len(table.columns)):
            lines = lines_of(row.cells.get(column, []))
            cells.append(CellDraft(number, column, paragraphs_of(lines, leading, table.columns[column][1])))
        rows.append(cells)
    lines = table.lines
    box = (
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )
    draft = Draft(BlockKind.TABLE, page=lines[0].page)
    draft.table = TableDraft(rows, box, tuple(left for left, _ in table.columns))
    return [draft]


def _is_contents(table: Aligned) -> bool:
    """Words before page numbers that never go down are a list of contents."""
    last = len(table.columns) - 1
    numbers = []
    for row in table.rows:
        text = "".join(segment.text for segment in row.cells.get(last, []))
        if text.isdigit() and len(text) < 4:
            numbers.append(int(text))
        elif row is not table.rows[0]:
            return False
    return len(numbers) > 2 and numbers == sorted(numbers) and numbers[-1] > numbers[0]
