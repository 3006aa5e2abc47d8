"""Reads a table of a Word file: its cells on their grid, merged ones once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tenderlint.model import Block, BlockKind, Cell, Mark, Table, walk
from tenderlint.readers.word.controls import content
from tenderlint.readers.word.drawings import branch
from tenderlint.readers.word.kinds import Setting
from tenderlint.readers.word.marks import MarkKind
from tenderlint.readers.word.names import ALTERNATE, SDT, TC, TEXT, TR, VAL, P, W, integer, is_on
from tenderlint.readers.word.tablestyles import TableLook

if TYPE_CHECKING:
    from lxml import etree

    from tenderlint.readers.word.story import Frame, Story

MOST_NESTED = 12
"""Tables within tables deeper than this are read as one paragraph."""
MOST_COLUMNS = 1000
_MOST_DEPTH = 50
_SPAN = W + "gridSpan"
_SHADE = W + "shd"
_MERGES = {W + "vMerge": "", W + "hMerge": "across "}
_ROW_PROPERTIES = W + "trPr"
_CELL_PROPERTIES = W + "tcPr"
_WRAPPERS = frozenset({SDT, ALTERNATE, *(W + name for name in ("customXml", "smartTag", "ins", "moveTo"))})


@dataclass(slots=True)
class _Cell:
    """A cell while the table is read; `element` is None before the first cell of a row that starts late."""

    element: etree._Element
    column: int
    span: int
    merge: str  # "" for none, "restart" or "continue"
    background: str | None


@dataclass(slots=True)
class _Row:
    cells: list[_Cell]
    header: bool
    gone: bool
    width: int


@dataclass(slots=True)
class _Made:
    row: int
    column: int
    column_span: int
    header: bool
    blocks: tuple[Block, ...]
    row_span: int = 1


@dataclass(slots=True)
class _Grid:
    rows: list[list[_Made]] = field(default_factory=list)
    open: dict[int, _Made] = field(default_factory=dict)  # the cells, by column, that the next row may continue
    colours: set[str] = field(default_factory=set)  # of the cells without words


def read_table(element: etree._Element, story: Story, frame: Frame, before: Block | None) -> Block | None:
    """Read a w:tbl; `before` is the block above it, which may be its caption. None for a table without rows."""
    if frame.tables >= MOST_NESTED:
        return _as_words(element, story, frame)
    rows = [row for row in _rows(element, story) if row.cells and not row.gone]
    if not rows:
        return None
    place = frame.place or story.outline.place(frame.part)
    mark = story.outline.save()
    look = TableLook(story.styles, element.find(W + "tblPr"), story.lent)
    headers = next((number for number, row in enumerate(rows) if not row.header), len(rows))
    grid = _Grid()
    for number, row in enumerate(rows):
        row.header = number < headers
        _read_row(row, number, len(rows), grid, story, frame, look)
    if len(rows) > 1 or len(rows[0].cells) > 1:
        story.outline.restore(mark)
    table = Table(tuple(tuple(map(_frozen, made)) for made in grid.rows), headers, _caption(before))
    block = Block(BlockKind.TABLE, "", place, table=table, author=frame.author)
    _mark(block, table, rows, story, frame)
    if len(grid.colours) > 1:
        story.marks.append(Mark(MarkKind.COLOURED_CELLS, place, " ".join(sorted(grid.colours))))
    return block


def _rows(element: etree._Element, story: Story) -> Iterator[_Row]:
    for tr in _children(element, TR, story):
        properties = _properties(tr, _ROW_PROPERTIES)
        header = gone = False
        column = 0
        width = 0
        for child in properties if properties is not None else ():
            if child.tag == W + "tblHeader":
                header = is_on(child.get(VAL))
            elif child.tag in (W + "del", W + "moveFrom"):
                gone = True
            elif child.tag == W + "gridBefore":
                column = min(max(integer(child.get(VAL)), 0), MOST_COLUMNS)
            elif child.tag == W + "gridAfter":
                width = min(max(integer(child.get(VAL)), 0), MOST_COLUMNS)
        cells = list(_cells(tr, column, story))
        end = cells[-1].column + cells[-1].span if cells else column
        yield _Row(cells, header, gone, end + width)


def _cells(tr: etree._Element, column: int, story: Story) -> Iterator[_Cell]:
    for tc in _children(tr, TC, story):
        cell = _Cell(tc, column, 1, "", None)
        properties = _properties(tc, _CELL_PROPERTIES)
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag == _SPAN:
                cell.span = min(max(integer(child.get(VAL), 1), 1), MOST_COLUMNS)
            elif tag in _MERGES:
                cell.merge = _MERGES[tag] + (child.get(VAL) or "continue")
            elif tag == _SHADE:
                cell.background = story.styles.theme.shade(child)
        yield cell
        column += cell.span


def _properties(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the properties of a row or cell, which stand first in it (a row may begin with exceptions)."""
    for child in element:
        if child.tag == tag:
            return child
        if child.tag in (TC, P):
            break
    return None


def _children(element: etree._Element, wanted: str, story: Story) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, going into whatever is wrapped around them."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            if child.tag == wanted:
                yield child
            elif child.tag in _WRAPPERS and len(stack) < _MOST_DEPTH:
                inner = _inside(child, story)
                if inner is not None:
                    stack.append(iter(inner))
                    break
        else:
            stack.pop()


def _inside(element: etree._Element, story: Story) -> etree._Element | None:
    if element.tag == SDT:
        story.control(element)
        return content(element)
    return branch(element) if element.tag == ALTERNATE else element


def _read_row(
    row: _Row, number: int, rows: int, grid: _Grid, story: Story, frame: Frame, look: TableLook
) -> None:  # fmt: skip
    made: list[_Made] = []
    still_open: dict[int, _Made] = {}
    several = len(row.cells) > 1
    before = story.outline.save()
    for cell in row.cells:
        above = grid.open.get(cell.column)
        if cell.merge == "continue" and above is not None:
            above.row_span += 1
            still_open[cell.column] = above
            continue
        if cell.merge == "across continue" and made:
            made[-1].column_span += cell.span
            continue
        lent = look.lent(number, cell.column, rows, cell is row.cells[-1])
        inner = replace(
            frame,
            part=f"row {number + 1} of the table",
            setting=Setting(frame.setting.kind, True, lent, cell.background or lent.background),
            tables=frame.tables + 1,
        )
        new = _Made(number, cell.column, cell.span, row.header, tuple(story.blocks(cell.element, inner)))
        made.append(new)
        if cell.background and not new.blocks:
            grid.colours.add(cell.background)
        if cell.merge in ("restart", "continue"):
            still_open[cell.column] = new
        if several:
            story.outline.restore(before, clause=False)
    if several:
        story.outline.restore(before)
    grid.open = still_open
    grid.rows.append(made)


def _frozen(made: _Made) -> Cell:
    return Cell(made.row, made.column, made.blocks, made.row_span, made.column_span, made.header)


def _caption(before: Block | None) -> str:
    """The words above a table, where they are its caption."""
    if before is None or before.kind is not BlockKind.CAPTION or before.text.lower().startswith("figure"):
        return ""
    return before.text


def caption_above(out: list[Block]) -> None:
    """Give the last block, a caption, to the table above it when that has none and the words are of a table."""
    above, caption = out[-2], out[-1].text
    if above.table is not None and not above.table.caption and caption.lower().startswith("table"):
        out[-2] = replace(above, table=replace(above.table, caption=caption))


def _as_words(element: etree._Element, story: Story, frame: Frame) -> Block | None:
    text = " ".join(" ".join(part.text or "" for part in element.iter(TEXT)).split())
    return Block(BlockKind.PARAGRAPH, text, story.outline.place(frame.part)) if text else None


def _mark(block: Block, table: Table, rows: list[_Row], story: Story, frame: Frame) -> None:
    for row in table.rows:
        for cell in row:
            if cell.row_span > 1 or cell.column_span > 1:
                story.marks.append(Mark(MarkKind.MERGED_CELLS, block.place, cell.text[:80]))
    if len({row.width for row in rows}) > 1:
        story.marks.append(Mark(MarkKind.UNEVEN_TABLE, block.place))
    if frame.tables:
        words = next((inner.text for inner in walk((block,)) if inner.text), "")
        story.marks.append(Mark(MarkKind.NESTED_TABLE, block.place, words[:80]))
