"""Tells where one cell ends and the next begins in words that are quoted from a row of a table."""

from __future__ import annotations

from tenderlint.facts.passages import Passages, TableRow
from tenderlint.model import Place

_IN_A_ROW = "row "


class RowQuotes:
    """The rows of a pack's tables by their places, looked up when the first quote of a row is told."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._rows: dict[tuple[str, int | None, str], TableRow] | None = None

    def cells(self, place: Place, quote: str) -> tuple[str, ...]:
        """Return a quote cell by cell; nothing where it does not run from one cell into another."""
        if not quote or not place.part.startswith(_IN_A_ROW):
            return ()
        if self._rows is None:
            self._rows = {
                (each.document.path, each.place.paragraph, each.place.part): each.row
                for each in self._passages.all if each.row is not None
            }
        row = self._rows.get((place.document, place.paragraph, place.part))
        return () if row is None else _parted([" ".join(cell.split()) for cell in row.cells], quote)


def _parted(cells: list[str], quote: str) -> tuple[str, ...]:
    cells = [cell for cell in cells if cell]
    start = " ".join(cells).find(quote)
    if start < 0:
        return ()
    parts, at, end = [], 0, start + len(quote)
    for cell in cells:
        part = cell[max(0, start - at) : max(0, end - at)]
        if part:
            parts.append(part)
        at += len(cell) + 1
    return tuple(parts) if len(parts) > 1 else ()
