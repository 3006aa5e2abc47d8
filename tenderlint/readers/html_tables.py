"""Lays the cells of an HTML table out on its grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tenderlint.model import Block, Cell, Table

_PARTS = frozenset({"thead", "tbody", "tfoot"})
_MOST_COLUMNS = 1000  # the most that HTML lets a cell span; no real table is wider


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell that has its place on the grid but no blocks yet."""

    element: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int

    @property
    def header(self) -> bool:
        """Whether the page marks the cell as a header."""
        return bool(self.element.tag == "th")

    def filled(self, blocks: tuple[Block, ...]) -> Cell:
        """Return the cell with what it holds."""
        return Cell(self.row, self.column, blocks, self.row_span, self.column_span, self.header)


@dataclass(frozen=True, slots=True)
class Layout:
    """The cells of a table in the order of reading, its caption, and how many rows at the top are headers."""

    cells: tuple[Laid, ...]
    header_rows: int
    caption: etree._Element | None

    def table(self, cells: list[Cell], caption: str) -> Table:
        """Make the table from its filled cells."""
        rows: dict[int, list[Cell]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
        return Table(tuple(tuple(row) for row in rows.values()), self.header_rows, caption)


def lay_out(table: etree._Element) -> Layout:
    """Give each cell its row and column, counted from 0, as spans push them along."""
    cells: list[Laid] = []
    taken: dict[int, int] = {}  # column -> the row from which on it is free again
    header_rows, heads_so_far, number = 0, True, 0
    for row, in_head in _rows(table):
        found = [child for child in row if child.tag in {"td", "th"}]
        if not found:
            continue
        column = 0
        for element in found:
            while taken.get(column, 0) > number and column < _MOST_COLUMNS:
                column += 1
            width, height = _span(element, "colspan", _MOST_COLUMNS), _span(element, "rowspan", 65_534)
            cells.append(Laid(element, number, column, height, width))
            if height > 1 and column < _MOST_COLUMNS:
                taken.update(dict.fromkeys(range(column, column + width), number + height))
            column += width
        heads_so_far = heads_so_far and (in_head or all(element.tag == "th" for element in found))
        header_rows += heads_so_far
        number += 1
    caption = next((child for child in table if child.tag == "caption"), None)
    return Layout(tuple(cells), header_rows, caption)


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    for child in table:
        if child.tag == "tr":
            yield child, False
        elif child.tag in _PARTS:
            yield from ((row, child.tag == "thead") for row in child if row.tag == "tr")


def _span(element: etree._Element, name: str, most: int) -> int:
    text = element.get(name) or ""
    return min(int(text), most) or 1 if text.isascii() and text.isdigit() and len(text) < 7 else 1
