"""Collects the blocks of a document in the order of reading, each with the headings that it stands under."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlint.model import Block, BlockKind, Cell, Place, Span, Table
from tenderlint.patterns import late_pattern

NO_DATE = (
    "(?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?:,?\s+(?:19|20)\d\d\b|\W*$))"
)
"""Keeps what a number stands before from being the rest of a date: "3 March 2026" has no number."""
_NUMBER = late_pattern(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{0,5}})\.?\s+{NO_DATE}(\S.*)")


def split_number(text: str) -> tuple[str, str]:
    """Split "3.2 Timetable" into its number, without a dot at the end, and its words; the number may be empty."""
    numbered = _NUMBER.fullmatch(text)
    return (numbered[1], numbered[2]) if numbered else ("", text)


class Building:
    """The blocks of one document so far. Every method takes text whose white space is already folded."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.blocks: list[Block] = []
        self.clause: str | None = None
        self._headings: list[tuple[int, str]] = []
        self._names: tuple[str, ...] = ()
        self._cell: tuple[int, str] | None = None  # in a cell: the number of the table's block, and the row

    def place(self, part: str = "") -> Place:
        """Return the place of the block that comes next."""
        number, cell_part = self._cell or (len(self.blocks) + 1, "")
        return Place(self.document, None, self._names, self.clause, number, part or cell_part)

    def within(self, row: int) -> Building:
        """Return a building for what stands in a cell of the table that comes next; rows count from 0."""
        inner = Building(self.document)
        inner.clause, inner._headings, inner._names = self.clause, list(self._headings), self._names
        inner._cell = (len(self.blocks) + 1, row_part(row)) if self._cell is None else self._cell
        return inner

    def add(
        self, kind: BlockKind, text: str, level: int = 0, label: str = "", spans: tuple[Span, ...] = (), part: str = ""
    ) -> None:
        """Add a block of words."""
        self.blocks.append(Block(kind, text, self.place(part), level=level, label=label, spans=spans))

    def heading(self, level: int, text: str, spans: tuple[Span, ...] = ()) -> None:
        """Add a heading, whose number becomes its label, and put what follows under it."""
        label, words = split_number(text)
        self._go_under(level, None)
        self.clause = label or None
        shift = len(text) - len(words)
        moved = tuple(moved_by(span, shift) for span in spans if span.start >= shift)
        self.add(BlockKind.HEADING, words, level=level, label=label, spans=moved)
        self._go_under(level, text)

    def _go_under(self, level: int, name: str | None) -> None:
        self._headings = [(depth, above) for depth, above in self._headings if depth < level]
        if name is not None:
            self._headings.append((level, name))
        self._names = tuple(above for _, above in self._headings)

    def clause_paragraph(self, number: str, text: str) -> None:
        """Add a numbered clause and put what follows under its number."""
        self.clause = number
        self.add(BlockKind.PARAGRAPH, text, label=number)

    def grid(self, texts: Sequence[Sequence[str]], header_rows: int = 0, caption: str = "") -> None:
        """Add a table from the words of its cells, row by row; empty cells are kept as empty."""
        rows = tuple(
            tuple(
                self.cell(row, column, text, header=row < header_rows) for column, text in enumerate(cells)
            )
            for row, cells in enumerate(texts)
        )
        self.table(Table(rows, header_rows=min(header_rows, len(rows)), caption=caption))

    def cell(
        self, row: int, column: int, text: str, row_span: int = 1, column_span: int = 1, header: bool = False
    ) -> Cell:
        """Make a cell that holds one paragraph, or none where there are no words."""
        place = self.place(row_part(row))
        blocks = (Block(BlockKind.PARAGRAPH, text, place),) if text else ()
        return Cell(row, column, blocks, row_span, column_span, header)

    def table(self, table: Table) -> None:
        """Add a table that is already made."""
        self.blocks.append(Block(BlockKind.TABLE, "", self.place(), table=table))


def row_part(row: int) -> str:
    """Name a row of a table, counted from 0, as a person counts."""
    return f"row {row + 1} of the table"


def moved_by(span: Span, distance: int) -> Span:
    """Return the span as it stands after `distance` characters were cut from the start of its text."""
    return Span(
        span.start - distance,
        span.end - distance,
        span.look,
        span.link,
        span.hidden,
        span.revision,
        span.author,
        span.text,
    )
