"""Turns drafts into the blocks of the document, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlint.model import Block, BlockKind, Cell, Look, Place, Span, Table
from tenderlint.readers.building import row_part
from tenderlint.readers.labels import clause_number, typed_list
from tenderlint.readers.outline import Outline
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.text import Hyphens, look_of, words_of
from tenderlint.readers.pdf.types import Box, Style
from tenderlint.readers.runs import Words
from tenderlint.readers.telling import looks_like_heading

_OUTSIDE = {BlockKind.HEADER: "header", BlockKind.FOOTER: "footer", BlockKind.FOOTNOTE: "footnote"}
_SHORT = 100  # letters: nothing longer looks like a heading
_STARTS = frozenset(("sec", "par", "sch", "ann", "app", "att", "cha", "sta", "lot"))  # of "Section 1" and its like
_RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_ASIDE = frozenset((BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.COMMENT))


class _PageOutline(Outline):
    """An outline whose places know their page."""

    def place_on(self, page: int, box: Box | None, part: str, clause: str | None, aside: bool) -> Place:
        """Count a block and return where it stands; what stands `aside` is under no heading."""
        self.paragraph += 1
        if aside:
            return Place(self.document, page, (), None, self.paragraph, part, box)
        return Place(self.document, page, self._names, clause or self.clause, self.paragraph, part, box)


class Assembler:
    """Collects the blocks of one document, with the headings and the clause that they stand under."""

    def __init__(self, document: str, hyphens: Hyphens) -> None:
        self.blocks: list[Block] = []
        self._outline = _PageOutline(document)
        self._hyphens = hyphens
        self._looks: dict[tuple[int, bool], Look] = {}

    def add(self, draft: Draft) -> None:
        """Add a block."""
        block = self._table(draft, draft.table, draft.part) if draft.table is not None else self._block(draft, "")
        if block is not None:
            self.blocks.append(block)

    def _block(self, draft: Draft, part: str) -> Block | None:
        words = words_of(draft, self._hyphens)
        text = words.text
        if not text:
            return None
        level, clause, label, kind = draft.level, None, draft.label, draft.kind
        outline = self._outline
        look = self._look(words.style, text.isupper())
        minor = kind in _RUNNING and not part and _is_minor(text, look, words.spans)
        if minor and label and clause_number(label):
            kind, level = BlockKind.PARAGRAPH, 0  # the heading of a section, numbered as an item
            outline.number(label)
        elif kind is BlockKind.LIST_ITEM:
            token = "" if label == "•" else label
            level, clause = outline.item(typed_list(token), level, round(draft.left), token)
        elif kind is BlockKind.PARAGRAPH and draft.clause:
            outline.number(draft.clause)
        elif kind is BlockKind.PARAGRAPH and not part:
            outline.paragraph_at(round(draft.left))
        if label and (draft.clause or minor or kind is BlockKind.HEADING):
            label = label.rstrip(".")
        if kind is BlockKind.HEADING:
            clause = clause_number(label)
            outline.rise(level)
        elif minor and kind is BlockKind.PARAGRAPH and not clause_number(label):
            outline.leave_clause()
        place = self._place(draft, part or draft.part or _OUTSIDE.get(kind, ""), clause)
        if kind is BlockKind.HEADING or (minor and kind is BlockKind.PARAGRAPH):
            self._go_under(kind, f"{label} {text}" if label else text, level, label, look)
        return Block(kind, text, place, min(level, 9), label, look, spans=words.spans, author=draft.author)

    def _go_under(self, kind: BlockKind, name: str, level: int, label: str, look: Look) -> None:
        """Let what follows stand under a heading, or under a line that only looks like one."""
        if kind is BlockKind.HEADING:
            self._outline.heading(level, name, label)
        else:
            self._outline.minor_heading(name, look.size or 0.0, bool(clause_number(label)))

    def _table(self, draft: Draft, table: TableDraft, part: str) -> Block:
        place = self._place(draft, part, None)
        mark = self._outline.save()
        rows = tuple(
            tuple(self._cell(cell, number) for cell in cells) for number, cells in enumerate(table.rows)
        )
        self._outline.restore(mark, clause=False)
        return Block(BlockKind.TABLE, "", place, table=Table(rows, table.header_rows, table.caption))

    def _cell(self, cell: CellDraft, row: int) -> Cell:
        blocks = []
        for draft in cell.drafts:
            part = row_part(row)
            block = self._table(draft, draft.table, part) if draft.table is not None else self._block(draft, part)
            if block is not None:
                blocks.append(block)
        return Cell(cell.row, cell.column, tuple(blocks), cell.row_span, cell.column_span, cell.header)

    def _place(self, draft: Draft, part: str, clause: str | None) -> Place:
        return self._outline.place_on(draft.page, _rounded(draft.box), part, clause, draft.kind in _ASIDE)

    def _look(self, style: Style | None, capitals: bool) -> Look:
        key = (id(style), capitals)  # styles are kept by the segments, and each is one object in a document
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = look_of(style, capitals)
        return look


def _is_minor(text: str, look: Look, spans: tuple[Span, ...]) -> bool:
    """Tell whether a paragraph looks like a heading; most do not, and are told at a glance."""
    if len(text) > _SHORT or not (look.bold or look.capitals or text[:3].lower() in _STARTS):
        return False
    return looks_like_heading(Words(text, look, spans))


def _rounded(box: Box | None) -> Box | None:
    if box is None:
        return None
    left, bottom, right, top = box
    return (int(left * 10) / 10, int(bottom * 10) / 10, int(right * 10) / 10, int(top * 10) / 10)


def assemble(document: str, drafts: Sequence[Draft], hyphens: Hyphens) -> tuple[Block, ...]:
    """Return the blocks of a document, in the order of reading."""
    assembler = Assembler(document, hyphens)
    for draft in drafts:
        assembler.add(draft)
    return tuple(assembler.blocks)
