"""Turns drafts into the blocks of the document, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlint.model import Block, BlockKind, Cell, Look, Place, Table
from tenderlint.readers.building import row_part
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.text import Hyphens, look_of, words_of
from tenderlint.readers.pdf.types import Box, Style

_OUTSIDE = {BlockKind.HEADER: "header", BlockKind.FOOTER: "footer", BlockKind.FOOTNOTE: "footnote"}


class Assembler:
    """Collects the blocks of one document, with the headings and the clause that they stand under."""

    def __init__(self, document: str, hyphens: Hyphens) -> None:
        self.document = document
        self.blocks: list[Block] = []
        self._hyphens = hyphens
        self._headings: list[tuple[int, str]] = []
        self._names: tuple[str, ...] = ()
        self._clause: str | None = None
        self._looks: dict[tuple[Style | None, bool], Look] = {}

    def add(self, draft: Draft) -> None:
        """Add a block."""
        if draft.table is not None:
            self._add_table(draft, draft.table)
            return
        block = self._block(draft, draft.part or _OUTSIDE.get(draft.kind, ""))
        if block is None:
            return
        self.blocks.append(block)
        if block.kind is BlockKind.HEADING:
            title = f"{block.label} {block.text}" if block.label else block.text
            self._headings = [(level, name) for level, name in self._headings if level < block.level]
            self._headings.append((block.level, title))
            self._names = tuple(name for _, name in self._headings)

    def _block(self, draft: Draft, part: str) -> Block | None:
        words = words_of(draft, self._hyphens)
        if not words.text:
            return None
        if draft.kind is BlockKind.HEADING:
            self._headings = [(level, name) for level, name in self._headings if level < draft.level]
            self._names = tuple(name for _, name in self._headings)
            self._clause = draft.label.rstrip(".") if draft.label[:1].isdigit() else None
        elif draft.clause:
            self._clause = draft.clause
        label = draft.label.rstrip(".") if draft.clause or draft.kind is BlockKind.HEADING else draft.label
        look = self._look(words.style, words.text.isupper())
        place = self._place(draft.page, draft.box, part)
        return Block(draft.kind, words.text, place, draft.level, label, look, spans=words.spans, author=draft.author)

    def _add_table(self, draft: Draft, table: TableDraft) -> None:
        rows = []
        place = self._place(draft.page, draft.box, draft.part)
        for number, row in enumerate(table.rows):
            rows.append(tuple(self._cell(cell, number) for cell in row))
        made = Table(tuple(rows), table.header_rows, table.caption)
        self.blocks.append(Block(BlockKind.TABLE, "", place, table=made))

    def _cell(self, cell: CellDraft, row: int) -> Cell:
        blocks: list[Block] = []
        for draft in cell.drafts:
            if draft.table is not None:
                blocks.append(self._nested(draft, draft.table, row))
                continue
            block = self._block(draft, row_part(row))
            if block is not None:
                blocks.append(block)
        return Cell(cell.row, cell.column, tuple(blocks), cell.row_span, cell.column_span, cell.header)

    def _nested(self, draft: Draft, table: TableDraft, row: int) -> Block:
        place = self._place(draft.page, draft.box, row_part(row))
        rows = tuple(tuple(self._cell(cell, number) for cell in cells) for number, cells in enumerate(table.rows))
        return Block(BlockKind.TABLE, "", place, table=Table(rows, table.header_rows, table.caption))

    def _place(self, page: int, box: Box | None, part: str) -> Place:
        if box is not None:
            box = (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
        return Place(self.document, page, self._names, self._clause, len(self.blocks) + 1, part, box)

    def _look(self, style: Style | None, capitals: bool) -> Look:
        look = self._looks.get((style, capitals))
        if look is None:
            look = self._looks[style, capitals] = look_of(style, capitals)
        return look


def assemble(document: str, drafts: Sequence[Draft], hyphens: Hyphens) -> tuple[Block, ...]:
    """Return the blocks of a document, in the order of reading."""
    assembler = Assembler(document, hyphens)
    for draft in drafts:
        assembler.add(draft)
    return tuple(assembler.blocks)
