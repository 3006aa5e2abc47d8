"""Makes blocks of the cells of a spreadsheet, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from tenderlint.model import Block, BlockKind, Cell, Span, Table
from tenderlint.patterns import late_pattern
from tenderlint.readers.building import Building

_NAME = late_pattern(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
MOST_ROWS = 20_000
MOST_CELLS = 400_000
MOST_NUMBERS_ACROSS = 256
"""Beyond so many columns only words are read: what stands there is the machinery of sums."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that holds words, as people see them. Rows and columns count from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    hidden: bool = False

    @property
    def name(self) -> str:
        """The cell as people name it: B7."""
        return f"cell {column_letters(self.column)}{self.row + 1}"


@lru_cache(maxsize=20_000)
def column_letters(column: int) -> str:
    """Return the letters of a column that counts from 0: 0 is A, 27 is AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def add_sheet(building: Building, name: str, cells: Iterable[SheetCell]) -> None:
    """Add a sheet: its name as a heading, then what stands together without an empty row between as one table.

    Lines with a single cell above a table are paragraphs: titles and guidance. Cells come in the order of rows.
    """
    building.heading(1, name)
    for area in _areas(cells):
        table = False
        rows: list[list[SheetCell]] = []
        for row in area:
            table = table or len(row) > 1
            if table:
                rows.append(row)
            else:
                building.blocks.append(_paragraph(building, row[0]))
        if rows:
            top, left = rows[0][0].row, min(cell.column for row in rows for cell in row)
            building.table(Table(tuple(_row(building, row, top, left) for row in rows)))


def _areas(cells: Iterable[SheetCell]) -> Iterator[list[list[SheetCell]]]:
    area: list[list[SheetCell]] = []
    covered = -1
    for number, row in groupby(cells, key=lambda cell: cell.row):
        if area and number > covered + 1:
            yield area
            area = []
        area.append(list(row))
        covered = max(covered, number, *(cell.row + cell.row_span - 1 for cell in area[-1]))
    if area:
        yield area


def _row(building: Building, cells: list[SheetCell], top: int, left: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(cell.row - top, cell.column - left, (_paragraph(building, cell),), cell.row_span, cell.column_span)
        for cell in cells
    )


def _paragraph(building: Building, cell: SheetCell) -> Block:
    spans = (Span(0, len(cell.text), hidden=True),) if cell.hidden else ()
    return Block(BlockKind.PARAGRAPH, cell.text, building.place(cell.name), spans=spans)


def cell_position(name: str) -> tuple[int, int] | None:
    """Return row and column, from 0, of a cell that is named like "B7" or "$B$7"; None for anything else."""
    match = _NAME.fullmatch(name)
    return (int(match[2]) - 1, _column(match[1])) if match else None


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1
