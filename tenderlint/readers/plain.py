"""Reads plain text and Markdown: headings, list items, pipe tables and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tenderlint.errors import UnreadableError
from tenderlint.model import Block, BlockKind, Cell, Document, Place, Structure, Table, walk
from tenderlint.readers.base import Source, count_words, digest, fold

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_ITEM = re.compile(r"(\s*)([-*+•]|\d{1,3}[.)]|\([a-z]{1,4}\))\s+(\S.*)")
_RULE = re.compile(r"\|?\s*:?-{2,}[\s|:-]*")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})\.?\s+(\S.*)")
_CLAUSE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})\.?\s+(\S.*)")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)")


def read(source: Source) -> Document:
    """Read a text or Markdown file; raises UnreadableError when the bytes are not text."""
    text = decode(source)
    markdown = source.suffix in {".md", ".markdown"}
    blocks = blocks_of(text, source.path)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), None)
    return Document(
        path=source.path,
        media_type="text/markdown" if markdown else "text/plain",
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        structure=Structure(title=title),
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def decode(source: Source) -> str:
    """Decode the bytes as UTF-8, UTF-16 with its mark, or Windows-1252; raises UnreadableError for binary data."""
    data = source.data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        raise UnreadableError("is not text", source.path, "Save it again from the program that made it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def blocks_of(text: str, document: str) -> tuple[Block, ...]:
    """Turn text into blocks: `#` headings, `-` items, `|` tables, paragraphs between empty lines."""
    builder = _Builder(document)
    for line in text.splitlines():
        builder.take(line.rstrip())
    builder.finish()
    return tuple(builder.blocks)


@dataclass
class _Builder:
    document: str
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    clause: str | None = None
    lines: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        if line.lstrip().startswith("|"):
            self._paragraph()
            self.rows.append(line.strip())
            return
        self._table()
        heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
        if heading or item or not line.strip():
            self._paragraph()
        if heading:
            self._heading(len(heading[1]), _clean(heading[2]))
        elif item:
            self._add(BlockKind.LIST_ITEM, _clean(item[3]), level=len(item[1]) // 2 + 1, label=_bullet(item[2]))
        elif line.strip():
            self.lines.append(line.strip())

    def finish(self) -> None:
        self._paragraph()
        self._table()

    def _heading(self, level: int, text: str) -> None:
        numbered = _NUMBER.fullmatch(text)
        label, words = (numbered[1], numbered[2]) if numbered else ("", text)
        self.headings = [(depth, name) for depth, name in self.headings if depth < level]
        self.clause = label or None
        self._add(BlockKind.HEADING, words, level=level, label=label)
        self.headings.append((level, text))

    def _paragraph(self) -> None:
        if not self.lines:
            return
        text = _clean(" ".join(self.lines))
        self.lines = []
        numbered = _CLAUSE.fullmatch(text)
        if numbered:
            self.clause = numbered[1]
            self._add(BlockKind.PARAGRAPH, numbered[2], label=numbered[1])
        else:
            self._add(BlockKind.PARAGRAPH, text)

    def _table(self) -> None:
        if not self.rows:
            return
        lines, self.rows = self.rows, []
        ruled = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
        grid = [[_clean(cell) for cell in line.strip("|").split("|")] for line in lines if not _RULE.fullmatch(line)]
        rows = []
        for number, texts in enumerate(grid):
            header = ruled and number == 0
            place = self._place(part=f"row {number + 1} of the table")
            rows.append(tuple(_cell(number, column, text, place, header) for column, text in enumerate(texts)))
        table = Table(tuple(rows), header_rows=1 if ruled else 0)
        self.blocks.append(Block(BlockKind.TABLE, "", self._place(), table=table))

    def _add(self, kind: BlockKind, text: str, level: int = 0, label: str = "") -> None:
        self.blocks.append(Block(kind, text, self._place(), level=level, label=label))

    def _place(self, part: str = "") -> Place:
        names = tuple(name for _, name in self.headings)
        return Place(self.document, heading=names, clause=self.clause, paragraph=len(self.blocks) + 1, part=part)


def _cell(row: int, column: int, text: str, place: Place, header: bool) -> Cell:
    blocks = (Block(BlockKind.PARAGRAPH, text, place),) if text else ()
    return Cell(row, column, blocks, header=header)


def _clean(text: str) -> str:
    return fold(_EMPHASIS.sub("", _LINK.sub(r"\1", text)))


def _bullet(mark: str) -> str:
    return "•" if mark in "-*+•" else mark
