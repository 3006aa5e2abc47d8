"""What is found in one paragraph of a Word file, before it is made into a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.model import Revision
from tenderlint.readers.runs import Pieces

if TYPE_CHECKING:
    from tenderlint.readers.word.drawings import Drawn
    from tenderlint.readers.word.marks import MarkKind


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for the runs inside a link or a tracked change."""

    link: str | None = None
    revision: Revision = Revision.PLAIN
    author: str = ""


NOWHERE = Around()


class Content:
    """What was found in one paragraph; one is made for every paragraph, so its lists are made when needed."""

    __slots__ = ("changed", "contents", "drawn", "marks", "notes", "pieces")

    def __init__(self) -> None:
        self.pieces: Pieces = []
        self.drawn: list[Drawn] | None = None
        self.notes: list[tuple[str, str]] | None = None  # "footnote", "endnote" or "comment", and its id
        self.marks: list[tuple[MarkKind, str]] | None = None
        self.contents = False  # it is a line of a table of contents
        self.changed = False  # by a tracked change

    @property
    def hung(self) -> bool:
        """Whether anything hangs in the paragraph beside its words."""
        return bool(self.marks or self.drawn or self.notes)

    def mark(self, kind: MarkKind, text: str = "") -> None:
        """Add a mark."""
        self.marks = self.marks or []
        self.marks.append((kind, text))

    def note(self, kind: str, number: str) -> None:
        """Add what a note or comment is named by."""
        self.notes = self.notes or []
        self.notes.append((kind, number))

    def draw(self, drawn: Drawn) -> None:
        """Add a drawing."""
        self.drawn = self.drawn or []
        self.drawn.append(drawn)
