"""What a pack is made of: plain, frozen data that every later stage reads and none changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What part a block plays on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE = "table"
    CAPTION = "caption"
    CONTENTS = "contents"  # a line of the table of contents
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text box"
    FORM_FIELD = "form field"
    COMMENT = "comment"


class Revision(StrEnum):
    """Whether a tracked change touched the words, and how."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"


class Role(StrEnum):
    """What a document is for in its pack (after OCDS documentType, in the words of tenders)."""

    INSTRUCTIONS = "instructions"
    SPECIFICATION = "specification"
    PRICING = "pricing"
    TERMS = "terms"
    FORM = "form"
    GUIDANCE = "guidance"
    QUESTIONS = "questions and answers"
    NOTICE = "notice"
    SELECTION = "selection questionnaire"
    EVALUATION = "evaluation"
    TUPE = "tupe information"
    AMENDMENT = "amendment"
    OTHER = "other"


class Extent(StrEnum):
    """How much of a document was read."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, in the terms in which a person would look for them.

    `page` counts from 1 and is None where the format has no pages (Word) rather than a guess.
    `paragraph` is the running number of the block in its document, from 1. `box` is left, bottom,
    right, top in points from the page's bottom left corner. `part` names a place outside the
    running text, such as "header", "footnote 3", "text box" or "row 2 of the table".
    """

    document: str
    page: int | None = None
    heading: tuple[str, ...] = ()
    clause: str | None = None
    paragraph: int | None = None
    part: str = ""
    box: tuple[float, float, float, float] | None = None

    def __str__(self) -> str:
        words = [self.document]
        if self.page is not None:
            words.append(f"page {self.page}")
        if self.clause:
            words.append(f"clause {self.clause}")
        if self.part:
            words.append(self.part)
        if self.heading:
            words.append(f"under “{self.heading[-1]}”")
        if len(words) == 1 and self.paragraph is not None:
            words.append(f"paragraph {self.paragraph}")
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, after every style has had its say; None where the file does not tell.

    `size` is in points, `colour` and `background` are six hex digits, `alignment` is "left",
    "right", "centre" or "justified".
    """

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    colour: str | None = None
    background: str | None = None
    alignment: str | None = None


PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text, `start` to `end`, that differs from the rest of its block.

    Deleted words are not in the block's text: their span has start == end and `text` holds them.
    """

    start: int
    end: int
    look: Look | None = None
    link: str | None = None
    hidden: bool = False
    revision: Revision = Revision.PLAIN
    author: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, told once however many rows and columns it spans.

    `row` and `column` count from 0 on the table's grid. `header` says that the file itself marks
    the cell as a header (a repeated header row in Word, TH in a tagged PDF).
    """

    row: int
    column: int
    blocks: tuple[Block, ...] = ()
    row_span: int = 1
    column_span: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """The words of the cell, its blocks joined by a line feed."""
        return "\n".join(block.text for block in walk(self.blocks) if block.text)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `header_rows` is the number of rows at the top that the file marks as headers."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    caption: str = ""

    @property
    def columns(self) -> int:
        """The width of the grid."""
        return max((cell.column + cell.column_span for row in self.rows for cell in row), default=0)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table ... with its words and its place.

    `text` has its white space folded and tracked changes accepted. `label` is the number or
    bullet that the reader sees before it ("6.2", "(a)", "•") and is never part of `text`.
    `level` is 1 to 9 for headings and, from 1, the depth of a list item.
    """

    kind: BlockKind
    text: str
    place: Place
    level: int = 0
    label: str = ""
    look: Look = PLAIN_LOOK
    revision: Revision = Revision.PLAIN
    spans: tuple[Span, ...] = ()
    table: Table | None = None
    author: str = ""  # of a comment


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, chart or drawing: `alt` is None where the file gives none, "" where it is empty.

    `floating` says that it hangs beside the text rather than standing in its line.
    """

    place: Place
    alt: str | None = None
    decorative: bool = False
    floating: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that only the reader of a format can see, kept for the checks.

    `kind` is a short fixed name such as "password", "merged cells" or "font without unicode map".
    """

    kind: str
    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """What a file says of itself; None where its format has no such thing."""

    title: str | None = None
    title_shown: bool | None = None
    language: str | None = None
    author: str | None = None
    producer: str | None = None
    created: str | None = None  # ISO date and time
    tagged: bool | None = None
    bookmarks: int | None = None
    pictures: tuple[Picture, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader has to say of a document: what it could not read, and why.

    `lost` is True where words may have been missed; such a note makes the report incomplete.
    """

    text: str
    page: int | None = None
    lost: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a pack. `words` counts the words in `blocks`; `digest` is blake2b of the bytes."""

    path: str
    media_type: str
    digest: str = ""
    size: int = 0
    role: Role = Role.OTHER
    blocks: tuple[Block, ...] = ()
    structure: Structure = Structure()
    notes: tuple[Note, ...] = ()
    extent: Extent = Extent.FULLY
    pages: int | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Pack:
    """The documents of one tender, in the order of their names, and its OCDS release if there is one."""

    name: str
    path: str
    documents: tuple[Document, ...] = ()
    notice: dict[str, object] | None = field(default=None, hash=False)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block in the order of reading, going into the cells of tables, however nested.

    A table is yielded before what its cells hold.
    """
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
            continue
        yield block
        if block.table is not None:
            stack.append(inner for row in block.table.rows for cell in row for inner in cell.blocks)
