"""A table as a grid of squares: heads, columns of names and of numbers, cells that reach over several rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tenderlint.facts.passages import text_of
from tenderlint.model import Place, Table
from tenderlint.patterns import late_pattern

_LETTERS = late_pattern(r"[^\W\d_]{3}")
_NUMBER = late_pattern(r"\s*\(?\d[\d.,]*\s?%?\)?\s*")


@dataclass(frozen=True, slots=True)
class Square:
    """A cell on the grid, where it starts; `label` is the number that the program set before its words."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    place: Place | None = None
    bold: bool = False
    header: bool = False
    label: str = ""


class Grid:
    """A table as a grid. `heads` is the number of rows at its top that name the columns."""

    def __init__(self, squares: list[list[Square]], heads: int, columns: int) -> None:
        self._rows = squares
        self.heads = heads
        self.columns = columns
        self.rows = len(squares)
        self._at = {(square.row, square.column): square for row in squares for square in row}

    @classmethod
    def of(cls, table: Table) -> Grid:
        """Make a grid of a table."""
        rows = []
        for number, cells in enumerate(table.rows):
            row = []
            for cell in cells:
                first = next((block for block in cell.blocks if block.text), None)
                bold = first is not None and first.look.bold
                place = first.place if first else None
                row.append(
                    Square(
                        number,
                        cell.column,
                        text_of(cell).strip(),
                        cell.row_span,
                        cell.column_span,
                        place,
                        bold,
                        cell.header,
                        first.label or "" if first else "",
                    )
                )
            rows.append(row)
        return cls(rows, _heads(rows, table.header_rows), table.columns)

    def row(self, number: int) -> list[Square]:
        """The squares that start in a row."""
        return self._rows[number]

    def column(self, number: int) -> list[Square]:
        """The squares that start in a column."""
        return [square for row in self._rows for square in row if square.column == number]

    def at(self, row: int, column: int) -> Square | None:
        """The square that starts there."""
        return self._at.get((row, column))

    def covering(self, row: int, column: int) -> Square | None:
        """The square that lies there, wherever it starts."""
        for each in range(row, -1, -1):
            for square in self._rows[each]:
                if square.column <= column < square.column + square.columns and each + square.rows > row:
                    return square
        return None

    def head(self, column: int) -> str:
        """The words at the head of a column."""
        words = [
            square.text
            for row in self._rows[: self.heads]
            for square in row
            if square.text
            and square.column <= column < square.column + square.columns
            and (square.columns < self.columns or self.columns == 1)
        ]
        return " ".join(words)

    def first_rows(self, count: int) -> list[str]:
        """The words of the first rows."""
        return [square.text for row in self._rows[: max(1, count)] for square in row if square.text]

    def is_wordy(self, column: int) -> bool:
        """Whether most of a column's cells hold words."""
        return column in self._wordy

    @cached_property
    def _wordy(self) -> frozenset[int]:
        found = set()
        for column in range(self.columns):
            texts = [square.text for square in self.column(column) if square.row >= self.heads and square.text]
            texts = [text for text in texts if not _SUM.match(text)]
            if texts and sum(1 for text in texts if _LETTERS.search(text) and not _PASS.search(text)) * 2 > len(
                texts
            ):
                found.add(column)
        return frozenset(found)

    def length(self, column: int) -> int:
        """The usual number of letters of a column's cells."""
        texts = [square.text for square in self.column(column) if square.row >= self.heads and square.text]
        return sum(map(len, texts)) // max(1, len(texts))

    def groups(self, column: int) -> bool:
        """Whether a column of words groups the rows: its cells reach over rows, stand blank below, or repeat."""
        squares = [square for square in self.column(column) if square.row >= self.heads]
        filled = [square for square in squares if square.text and _LETTERS.search(square.text)]
        if not filled or not self.is_wordy(column):
            return False
        repeats = any(one.text == other.text for one, other in pairwise(filled))
        return (
            repeats
            or any(square.rows > 1 for square in filled)
            or self._has_gaps(column, {square.row for square in filled})
        )

    def _has_gaps(self, column: int, filled: set[int]) -> bool:
        """Whether the column stands blank where a column of words further right does not."""
        for row in self._rows[self.heads :]:
            beside = [
                square for square in row if square.column > column and self.is_wordy(square.column) and square.text
            ]
            if row and row[0].row not in filled and any(not _SUM.match(square.text) for square in beside):
                return True
        return False

    def name_before(self, square: Square) -> str:
        """The words to the left of a square in its row."""
        return next(
            (other.text for other in self._rows[square.row] if other.column < square.column and other.text), ""
        )

    def quote(self, row: int, first: Square, last: Square) -> str:
        """The words of a row from one square to another, as they are read along the row."""
        low, high = sorted((first.column, last.column))
        if first.row != row:
            return " ".join(last.text.split())
        texts = [
            " ".join(square.text.split())
            for square in self._rows[row]
            if low <= square.column <= high and square.text
        ]
        return " ".join(texts)


_SUM = late_pattern(r"^(?:sub-?|grand )?total\b", re.IGNORECASE)
_PASS = late_pattern(r"\bpass\s?/\s?fail\b", re.IGNORECASE)


def _heads(rows: list[list[Square]], marked: int) -> int:
    """Count the rows at the top that only name columns."""
    if marked:
        return min(marked, max(0, len(rows) - 1))
    count = 0
    for row in rows[:3]:
        if len(rows) - count < 2 or not _names_columns(row):
            break
        count += 1
        if len([square for square in row if square.text]) > 1:
            break
    return count if count and len([square for square in rows[count - 1] if square.text]) > 1 else 0


def _names_columns(row: list[Square]) -> bool:
    texts = [square.text for square in row if square.text]
    if not texts or any(len(text) > 90 or _NUMBER.fullmatch(text) for text in texts):
        return False
    if len(texts) == 1:
        return len(row) == 1
    return not re.search(r"\d\s?%", " ".join(texts[1:])) and not any(
        _PASS.search(text) and len(text) < 14 for text in texts
    )
