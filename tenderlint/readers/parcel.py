"""Packs a document into bytes and out again, several times faster than pickle alone does it.

A document is some ten thousand small frozen objects, and unpickling each goes through Python code. Here they travel as
plain tuples, which marshal writes and reads at once; looks, of which a document has few, travel once each.
"""

from __future__ import annotations

import marshal
from dataclasses import replace
from typing import Any

from tenderlint.model import PLAIN_LOOK, Block, BlockKind, Cell, Document, Look, Place, Revision, Span, Table

_KINDS = {kind: number for number, kind in enumerate(BlockKind)}
_REVISIONS = {revision: number for number, revision in enumerate(Revision)}
_KIND_OF = tuple(BlockKind)
_REVISION_OF = tuple(Revision)


def wrap(document: Document) -> bytes:
    """Return the document as bytes that only `unwrap` of the same version can read."""
    import pickle  # a run without a child never comes here

    wrapping = _Wrapping()
    blocks = tuple([wrapping.block(block) for block in document.blocks])
    rest = marshal.dumps((blocks, wrapping.looks))
    return pickle.dumps((replace(document, blocks=()), rest), pickle.HIGHEST_PROTOCOL)


def unwrap(data: bytes) -> Document:
    """Return the document that `wrap` made the bytes of. For bytes of one's own making only."""
    import pickle

    bare: Document
    bare, rest = pickle.loads(data)
    blocks, looks = marshal.loads(rest)
    unwrapping = _Unwrapping([PLAIN_LOOK, *(Look(*look) for look in looks)])
    return replace(bare, blocks=tuple([unwrapping.block(block) for block in blocks]))


class _Wrapping:
    def __init__(self) -> None:
        self.looks: list[tuple[Any, ...]] = []
        self._numbers = {id(PLAIN_LOOK): 0}

    def block(self, block: Block) -> tuple[Any, ...]:
        place = block.place
        return (
            _KINDS[block.kind],
            block.text,
            (place.document, place.page, place.heading, place.clause, place.paragraph, place.part, place.box),
            block.level,
            block.label,
            self._look(block.look),
            _REVISIONS[block.revision],
            tuple([self._span(span) for span in block.spans]) if block.spans else (),
            None if block.table is None else self._table(block.table),
            block.author,
        )

    def _look(self, look: Look) -> int:
        number = self._numbers.get(id(look))
        if number is None:
            self.looks.append(
                (
                    look.font, look.size, look.bold, look.italic, look.underline, look.capitals, look.colour,
                    look.background, look.alignment,
                )
            )  # fmt: skip
            number = self._numbers[id(look)] = len(self.looks)
        return number

    def _span(self, span: Span) -> tuple[Any, ...]:
        look = None if span.look is None else self._look(span.look)
        return span.start, span.end, look, span.link, span.hidden, _REVISIONS[span.revision], span.author, span.text

    def _table(self, table: Table) -> tuple[Any, ...]:
        rows = tuple([tuple([self._cell(cell) for cell in row]) for row in table.rows])
        return rows, table.header_rows, table.caption

    def _cell(self, cell: Cell) -> tuple[Any, ...]:
        blocks = tuple([self.block(block) for block in cell.blocks])
        return cell.row, cell.column, blocks, cell.row_span, cell.column_span, cell.header


class _Unwrapping:
    def __init__(self, looks: list[Look]) -> None:
        self._looks = looks

    def block(self, told: tuple[Any, ...]) -> Block:
        kind, text, place, level, label, look, revision, spans, table, author = told
        return Block(
            _KIND_OF[kind],
            text,
            Place(*place),
            level,
            label,
            self._looks[look],
            _REVISION_OF[revision],
            tuple([self._span(span) for span in spans]) if spans else (),
            None if table is None else self._table(table),
            author,
        )

    def _span(self, told: tuple[Any, ...]) -> Span:
        start, end, look, link, hidden, revision, author, text = told
        seen = None if look is None else self._looks[look]
        return Span(start, end, seen, link, hidden, _REVISION_OF[revision], author, text)

    def _table(self, told: tuple[Any, ...]) -> Table:
        rows, header_rows, caption = told
        return Table(tuple([tuple([self._cell(cell) for cell in row]) for row in rows]), header_rows, caption)

    def _cell(self, told: tuple[Any, ...]) -> Cell:
        row, column, blocks, row_span, column_span, header = told
        return Cell(row, column, tuple([self.block(block) for block in blocks]), row_span, column_span, header)
