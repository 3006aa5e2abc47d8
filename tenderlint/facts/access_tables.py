"""Which tables hold data in columns, and what about them a screen reader cannot follow."""

from __future__ import annotations

import re

from tenderlint.model import Cell, Table
from tenderlint.patterns import late_pattern

_FEWEST_ROWS = 3
_LONGEST_HEAD = 80
_FEWEST_FILLED = 0.5
_DAY = late_pattern(
    r"(?:[a-z]{3,9}day,? )?\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:[a-z]{3,9}day,? )?\d{1,2}[/.]\d{1,2}[/.]\d{2}",
    re.IGNORECASE,
)
"""How a cell begins that holds a day."""


def is_data_table(table: Table) -> bool:
    """Say whether the table's first row names columns of data below it.

    A table that only lays out a page, or that pairs a label with a blank, is not one.
    """
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    if len(rows) < _FEWEST_ROWS or table.columns < 2:
        return False
    first = [cell.text.strip() for cell in rows[0]]
    if len(first) < 2 or not all(first) or any(_is_no_name(text) for text in first):
        return False
    if len(set(first)) < len(first):
        return False
    return table.columns > 2 or _reads_as_head(rows)


def has_header(table: Table) -> bool:
    """Say whether the file itself marks a header row or header cells."""
    return table.header_rows > 0 or any(cell.header for row in table.rows for cell in row)


def headed_by_data(table: Table) -> bool:
    """Say whether a cell that is marked as a header holds a day, as most cells below it do: then it is data itself."""
    rows = table.rows
    if len(rows) < _FEWEST_ROWS:
        return False
    for head in rows[0]:
        if (head.header or table.header_rows) and _DAY.match(head.text):
            below = [cell.text for row in rows[1:] for cell in row if cell.column == head.column and cell.blocks]
            if 2 * sum(_DAY.match(text) is not None for text in below) > len(below):
                return True
    return False


def has_spans(table: Table) -> bool:
    """Say whether cells of a table of data are merged below its first rows, so that rows and columns do not line up."""
    if table.columns < 3 or len(table.rows) < _FEWEST_ROWS:
        return False
    merged = whole = filled = cells = 0
    for row in table.rows[1:]:
        for cell in row:
            cells += 1
            filled += bool(cell.blocks)
            merged += cell.row_span > 1 or 1 < cell.column_span < table.columns
            whole += cell.column_span == table.columns
    return merged > 0 and filled >= _FEWEST_FILLED * cells and whole < len(table.rows) - 2


def has_blank_rows(table: Table) -> bool:
    """Say whether rows without any words part the rows of data; rows left for a bidder to fill stand at the end."""
    filled = [any(cell.blocks for cell in row) for row in table.rows[table.header_rows or 1 :]]
    last = max((number for number, full in enumerate(filled) if full), default=0)
    blank = [number for number, full in enumerate(filled[:last]) if not full]
    return any(any(filled[:number]) and sum(filled[number:]) > 1 for number in blank)


def lays_out(table: Table) -> bool:
    """Say whether a table has but one row or one column, so that it holds no data, and yet marks a header."""
    return has_header(table) and (len(table.rows) == 1 or table.columns == 1)


def _is_no_name(text: str) -> bool:
    return len(text) > _LONGEST_HEAD or text.endswith((":", "…", "?")) or _is_figure(text) or _is_blank(text)


def _is_blank(text: str) -> bool:
    return "___" in text or "…" in text or text.startswith("[")


def _is_figure(text: str) -> bool:
    return sum(character.isdigit() for character in text) > len(text) / 3


def _reads_as_head(rows: list[tuple[Cell, ...]]) -> bool:
    """Of two columns the first row is a head only when it looks other than the rows below it, or names figures."""
    if _is_bold(rows[0]) and not any(_is_bold(row) for row in rows[1:]):
        return True
    return all(len(row) > 1 and _is_figure(row[-1].text.strip()) for row in rows[1:])


def _is_bold(row: tuple[Cell, ...]) -> bool:
    blocks = [block for cell in row for block in cell.blocks if block.text]
    return bool(blocks) and all(block.look.bold for block in blocks)
