"""Blocks in the making: lines put together, before headings and places are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.lines import Line
from tenderlint.readers.pdf.types import Box, Style


@dataclass(slots=True)
class Draft:
    """A block without its place. `skip` is how much of the first line its label takes."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    label: str = ""
    clause: str | None = None
    skip: int = 0
    level: int = 0
    table: TableDraft | None = None
    page: int = 0
    words: str = ""  # of a block that is not made of lines
    part: str = ""
    author: str = ""
    last_page: int = 0  # of a table that goes on over pages

    @property
    def left(self) -> float:
        """Where the first line starts."""
        return self.lines[0].left if self.lines else 0.0

    @property
    def style(self) -> Style | None:
        """The style of most of the text."""
        if not self.lines:
            return None
        if len(self.lines) == 1:
            return self.lines[0].style
        return max(self.lines, key=lambda line: line.right - line.left).style

    @property
    def box(self) -> Box | None:
        """Where the draft stands on the page that it starts on."""
        if self.table is not None:
            return self.table.box
        lines = self.lines
        if len(lines) == 1:
            return lines[0].box
        if lines and lines[-1].page != self.page:
            lines = [line for line in lines if line.page == self.page]
        if not lines:
            return None
        return (
            min([line.left for line in lines]),
            min([line.bottom for line in lines]),
            max([line.right for line in lines]),
            max([line.top for line in lines]),
        )


@dataclass(slots=True)
class CellDraft:
    """A cell of a table in the making."""

    row: int
    column: int
    drafts: list[Draft] = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(slots=True)
class TableDraft:
    """A table in the making; `columns` are where its columns part, when that is known."""

    rows: list[list[CellDraft]]
    box: Box | None = None
    columns: tuple[float, ...] = ()
    header_rows: int = 0
    caption: str = ""
