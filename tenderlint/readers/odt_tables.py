"""Reads a table of OpenDocument text: its cells on their grid, merged and repeated ones as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tenderlint.model import Block, BlockKind, Cell, Mark, Table, walk
from tenderlint.readers.odt_names import TABLE, H, P, integer
from tenderlint.readers.word.marks import MarkKind

if TYPE_CHECKING:
    from lxml import etree

    from tenderlint.readers.odt_story import OdtFrame, OdtStory

MOST_NESTED = 12
MOST_REPEATS = 100
"""Rows and cells that are repeated more often than this are the empty rest of a sheet."""
_ROW = TABLE + "table-row"
_GROUPS = frozenset(TABLE + name for name in ("table-rows", "table-row-group", "table-header-rows"))
_HEADER_ROWS = TABLE + "table-header-rows"
_CELL = TABLE + "table-cell"
_COVERED = TABLE + "covered-table-cell"


def read_table(element: etree._Element, story: OdtStory, frame: OdtFrame, before: Block | None) -> Block | None:
    """Read a table; `before` is the block above it, which may be its caption. None for a table without rows."""
    rows = list(_rows(element))
    if not rows or frame.tables >= MOST_NESTED:
        return _as_words(element, story, frame)
    place = frame.place or story.outline.place(frame.part)
    mark = story.outline.save()
    headers = next((number for number, (_, header) in enumerate(rows) if not header), len(rows))
    read = [tuple(_cells(row, number, number < headers, story, frame)) for number, (row, _) in enumerate(rows)]
    if len(read) > 1 or len(read[0]) > 1:
        story.outline.restore(mark)
    caption = before.text if before is not None and before.kind is BlockKind.CAPTION else ""
    table = Table(tuple(read), headers, "" if caption.lower().startswith("figure") else caption)
    block = Block(BlockKind.TABLE, "", place, table=table, author=frame.author)
    for cell in (cell for row in read for cell in row if cell.row_span > 1 or cell.column_span > 1):
        story.marks.append(Mark(MarkKind.MERGED_CELLS, place, cell.text[:80]))
    if frame.in_table:
        words = next((inner.text for inner in walk((block,)) if inner.text), "")
        story.marks.append(Mark(MarkKind.NESTED_TABLE, place, words[:80]))
    return block


def _rows(element: etree._Element, header: bool = False, depth: int = 0) -> Iterator[tuple[etree._Element, bool]]:
    for child in element:
        if child.tag == _ROW:
            repeats = integer(child.get(TABLE + "number-rows-repeated"), 1)
            for _ in range(repeats if repeats <= MOST_REPEATS else 1):
                yield child, header
        elif child.tag in _GROUPS and depth < MOST_NESTED:
            yield from _rows(child, header or child.tag == _HEADER_ROWS, depth + 1)


def _cells(
    row: etree._Element, number: int, header: bool, story: OdtStory, frame: OdtFrame
) -> Iterator[Cell]:
    column = 0
    inner = replace(frame, part=f"row {number + 1} of the table", in_table=True, tables=frame.tables + 1)
    several = len(row) > 1
    before = story.outline.save()
    for child in row:
        if child.tag not in (_CELL, _COVERED):
            continue
        repeats = integer(child.get(TABLE + "number-columns-repeated"), 1)
        for _ in range(repeats if 1 <= repeats <= MOST_REPEATS else 1):
            if child.tag == _CELL:
                yield _cell(child, number, column, header, story, inner)
            column += 1
        if several:
            story.outline.restore(before, clause=False)
    if several:
        story.outline.restore(before)


def _cell(element: etree._Element, row: int, column: int, header: bool, story: OdtStory, frame: OdtFrame) -> Cell:
    style = story.styles.style("table-cell", element.get(TABLE + "style-name"))
    shaded = replace(frame, background=style.own.get("background") or frame.background)
    return Cell(
        row,
        column,
        tuple(story.blocks(element, shaded)),
        max(1, integer(element.get(TABLE + "number-rows-spanned"), 1)),
        max(1, integer(element.get(TABLE + "number-columns-spanned"), 1)),
        header,
    )


def _as_words(element: etree._Element, story: OdtStory, frame: OdtFrame) -> Block | None:
    text = " ".join(" ".join(" ".join(part.itertext()) for part in element.iter(P, H)).split())
    return Block(BlockKind.PARAGRAPH, text, story.outline.place(frame.part)) if text else None


