"""Reads tables of values that are kept as text: commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io

from tenderlint.model import Document, Extent, Note, walk
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.building import Building
from tenderlint.readers.cells import MOST_ROWS
from tenderlint.readers.plain import decode

_SEPARATORS = ",;\t|"
_MOST_LINES_LOOKED_AT = 20
_LONGEST_CELL = 1_000_000


def read(source: Source) -> Document:
    """Read a table; its first row counts as its header when each of its cells holds words and no number."""
    text = decode(source)
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[str]] = []
    notes: tuple[Note, ...] = ()
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, source.suffix)):
            if len(rows) >= MOST_ROWS:
                notes = (Note(f"is very long: only its first {MOST_ROWS:,} rows were read"),)
                break
            if any(cell.strip() for cell in row):
                rows.append([fold(cell) for cell in row])
    except csv.Error:
        notes = (Note(f"is damaged after row {len(rows)}: what follows was not read"),)
    building = Building(source.path)
    if rows:
        building.grid(rows, header_rows=1 if _is_header(rows[0]) else 0)
    blocks = tuple(building.blocks)
    return Document(
        path=source.path,
        media_type="text/csv",
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        notes=notes,
        extent=Extent.PARTLY if notes else Extent.FULLY,
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def _separator(text: str, suffix: str) -> str:
    """Choose the sign that parts the most lines into cells; the comma where nothing does."""
    if suffix == ".tsv":
        return "\t"
    lines = text.split("\n", _MOST_LINES_LOOKED_AT)[:_MOST_LINES_LOOKED_AT]
    return max(_SEPARATORS, key=lambda sign: (sum(sign in line for line in lines), -_SEPARATORS.index(sign)))


def _is_header(row: list[str]) -> bool:
    return len(row) > 1 and all(cell and not any(letter.isdigit() for letter in cell) for cell in row)
