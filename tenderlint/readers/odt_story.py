"""Turns the paragraphs, lists and tables of OpenDocument text into blocks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tenderlint.model import Block, BlockKind, Mark, Picture, Place
from tenderlint.readers.base import fold
from tenderlint.readers.odt_inline import OdtContent, OdtInline
from tenderlint.readers.odt_lists import Counters, OdtLists
from tenderlint.readers.odt_names import (
    ANNOTATION,
    DC,
    DRAW,
    FRAME,
    ITEM,
    LIST,
    LIST_HEADER,
    LOEXT,
    STYLE_NAME,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    H,
    P,
    integer,
)  # fmt: skip
from tenderlint.readers.odt_styles import OdtStyle, OdtStyles
from tenderlint.readers.odt_tables import read_table
from tenderlint.readers.outline import Outline
from tenderlint.readers.runs import assemble
from tenderlint.readers.telling import Number, Situation, Teller, Told
from tenderlint.readers.word.marks import MANY_EMPTY, MarkKind, blanks_in

if TYPE_CHECKING:
    from lxml import etree

_MOST_DEPTH = 60
_INDEXES = tuple(
    TEXT + name
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
                 "alphabetical-index", "bibliography")
)  # fmt: skip
_THROUGH = frozenset({TEXT + "section", TEXT + "index-body", TEXT + "index-title", TEXT + "numbered-paragraph"})
_CHANGES = frozenset({TEXT + "change", TEXT + "change-start", TEXT + "change-end"})
_SHAPE_TAGS = frozenset({FRAME, DRAW + "custom-shape", DRAW + "g", DRAW + "rect", DRAW + "a"})


@dataclass(frozen=True, slots=True)
class OdtFrame:
    """Where a story stands: what its blocks are, and what is around them."""

    part: str = ""
    kind: BlockKind | None = None
    in_table: bool = False
    tables: int = 0
    background: str | None = None
    contents: bool = False
    author: str = ""
    place: Place | None = None
    depth: int = 0


@dataclass(slots=True)
class _Listing:
    """The list that the reader stands in. `waiting` says that an item has begun and not shown its number."""

    counters: Counters
    style: str
    depth: int = 0
    waiting: bool = False
    start: int | None = None


@dataclass(slots=True)
class OdtHung:
    """What stands elsewhere on the page, with the place that it hangs in."""

    notes: list[tuple[etree._Element, Place]] = field(default_factory=list)
    comments: list[tuple[etree._Element, Place]] = field(default_factory=list)


class OdtStory:
    """Reads the stories of one file one after the other."""

    def __init__(self, document: str, styles: OdtStyles, lists: OdtLists) -> None:
        self.styles = styles
        self.lists = lists
        self.outline = Outline(document)
        self.inline = OdtInline(styles)
        self.teller = Teller(self.outline)
        self._empty = 0  # paragraphs without words in a row
        self.marks: list[Mark] = []
        self.pictures: list[Picture] = []
        self.hung = OdtHung()

    def blocks(self, parent: etree._Element, frame: OdtFrame) -> list[Block]:
        """Read every paragraph, list and table below an element."""
        out: list[Block] = []
        self._children(parent, frame, None, out)
        return out

    def _children(self, parent: etree._Element, frame: OdtFrame, listing: _Listing | None, out: list[Block]) -> None:
        if frame.depth > _MOST_DEPTH:
            return
        inner = replace(frame, depth=frame.depth + 1)
        for child in parent:
            tag = child.tag
            if tag in (P, H):
                self._paragraph(child, frame, listing, out)
            elif tag == LIST:
                self._list(child, inner, listing, out)
            elif tag == TABLE + "table":
                self._empty = 0
                block = read_table(child, self, inner, out[-1] if out else None)
                if block is not None:
                    out.append(block)
            else:
                self._other(child, tag, inner, listing, out)

    def _other(
        self, element: etree._Element, tag: str, frame: OdtFrame, listing: _Listing | None, out: list[Block]
    ) -> None:
        if tag in _INDEXES:
            self._mark(MarkKind.CONTENTS, self.outline.here(frame.part))
            self._children(element, replace(frame, contents=True), listing, out)
        elif tag in _THROUGH:
            title = tag == TEXT + "index-title"
            hidden, self.inline.hidden = self.inline.hidden, self.inline.hidden or _is_hidden(element)
            self._children(element, replace(frame, contents=False) if title else frame, listing, out)
            self.inline.hidden = hidden
        elif tag == TEXT + "tracked-changes":
            self.inline.register(element)
        elif tag in _CHANGES:
            self.inline.change(element)
        elif tag in _SHAPE_TAGS:
            self._shape(element, self.outline.here(frame.part), frame, out)
        elif tag == ANNOTATION:
            self.hung.comments.append((element, self.outline.here(frame.part)))

    def _list(self, element: etree._Element, frame: OdtFrame, outer: _Listing | None, out: list[Block]) -> None:
        style = element.get(STYLE_NAME) or (outer.style if outer else "") or self._style_of_items(element)
        if outer is None:
            listing = _Listing(self.lists.opened(element, style), style)
        else:
            listing = _Listing(outer.counters, style, outer.depth + 1)
        for item in element:
            if item.tag == ITEM or item.tag == LIST_HEADER:
                listing.waiting = item.tag == ITEM
                start = item.get(TEXT + "start-value")
                listing.start = integer(start) if start else None
                self._children(item, frame, listing, out)
            elif item.tag in _CHANGES:
                self.inline.change(item)

    def _style_of_items(self, element: etree._Element) -> str:
        """The list style that the first paragraph of a list names, where the list names none."""
        first = next(element.iter(P, H), None)
        if first is None:
            return ""
        return self.styles.style("paragraph", first.get(STYLE_NAME)).list or ""

    def _paragraph(self, element: etree._Element, frame: OdtFrame, listing: _Listing | None, out: list[Block]) -> None:
        style = self.styles.style("paragraph", element.get(STYLE_NAME))
        self.inline.background = frame.background
        found = self.inline.read(element, style)
        words = assemble(found.pieces)
        number = self._number(element, style, listing)
        level = _level(element, style)
        indent = number.indent if number is not None and number.indent is not None else style.indent
        at = Situation(
            BlockKind.HEADING if level else style.kind, level, number, indent, frame.kind, frame.in_table,
            frame.contents,
        )  # fmt: skip
        raw = "".join([text for text, _ in found.pieces])
        told = self.teller.tell(at, words, raw)
        if words.text or words.spans or (told.label and told.kind is not BlockKind.LIST_ITEM):
            place = frame.place or self.outline.place(frame.part, told.clause)
            self._add(told, indent, place, frame, out)
        else:
            place = frame.place or self.outline.here(frame.part)
        if told.kind is BlockKind.HEADING and not words.text and not found.shapes:
            self._mark(MarkKind.EMPTY_HEADING, place, style.name)
        self._mark_blanks(raw, bool(words.text or told.label or found.shapes), place, frame)
        if found.hung:
            self._settle(found, place, frame, out)

    def _mark_blanks(self, raw: str, filled: bool, place: Place, frame: OdtFrame) -> None:
        for blanks in blanks_in(raw):
            self._mark(MarkKind.REPEATED_BLANKS, place, blanks)
        self._empty = 0 if filled or frame.in_table else self._empty + 1
        if self._empty == MANY_EMPTY:
            self._mark(MarkKind.REPEATED_BLANKS, place, "empty paragraphs")

    def _add(self, told: Told, indent: int, place: Place, frame: OdtFrame, out: list[Block]) -> None:
        words = told.words
        out.append(
            Block(
                told.kind, words.text, place, told.level, told.label, words.look, words.revision, words.spans, None,
                frame.author,
            )
        )  # fmt: skip
        self.teller.go_under(told, indent)
        if told.sentence:
            self._mark(MarkKind.HEADING_PARAGRAPH, place, words.text[:80])
        if told.typed:
            self._mark(MarkKind.TYPED_LIST, place, told.typed)
        hidden = [words.text[span.start : span.end] for span in words.spans if span.hidden and span.end]
        if hidden:
            self._mark(MarkKind.HIDDEN, place, " … ".join(hidden))

    def _number(self, element: etree._Element, style: OdtStyle, listing: _Listing | None) -> Number | None:
        """Count a paragraph: the first of a list item, or a heading that the outline numbers."""
        if listing is not None:
            if not listing.waiting:
                return None
            listing.waiting = False
            return self.lists.next(listing.counters, listing.style, listing.depth, listing.start)
        level = integer(element.get(TEXT + "outline-level")) if element.tag == H else 0
        if not level or style.list == "" or element.get(TEXT + "is-list-header") == "true":
            return None
        start = element.get(TEXT + "start-value") if element.get(TEXT + "restart-numbering") == "true" else None
        return self.lists.next(self.lists.outline, "", level - 1, integer(start) if start else None)

    def _settle(self, found: OdtContent, place: Place, frame: OdtFrame, out: list[Block]) -> None:
        for kind, text in found.marks:
            self._mark(kind, place, text)
        self.hung.notes.extend((note, place) for note in found.notes)
        self.hung.comments.extend((comment, place) for comment in found.comments)
        for shape in found.shapes:
            self._shape(shape, place, frame, out)

    def _shape(self, element: etree._Element, place: Place, frame: OdtFrame, out: list[Block]) -> None:
        """Read a frame or drawn shape: its picture, and the words in it as a text box."""
        boxes = [node for node in element.iter(DRAW + "text-box") if _outermost(node, element)]
        if element.tag == FRAME or boxes:
            self._picture(element, place, bool(boxes))
        else:
            boxes = [element]
            self._picture(element, place, next(element.iter(P), None) is not None)
        name = element.get(DRAW + "name", "")
        inner = replace(frame, part="text box", kind=frame.kind or BlockKind.TEXT_BOX, depth=frame.depth + 1)
        before, hidden = self.outline.save(), self.inline.hidden
        blocks: list[Block] = []
        for box in boxes:
            self._children(box, inner, None, blocks)
        self.outline.restore(before)
        self.inline.hidden = hidden
        if "watermark" in name.lower():
            self._mark(MarkKind.WATERMARK, place, " ".join(block.text for block in blocks))
            return
        out.extend(blocks)

    def _picture(self, element: etree._Element, place: Place, words: bool) -> None:
        """Note a picture and the words that tell what it shows; a box of words needs none."""
        # A frame of words is read like any text: a picture in it has a frame, and words, of its own.
        inside = element.iterchildren if words and element.tag == FRAME else element.iter
        image = next(inside(DRAW + "image", DRAW + "object", DRAW + "object-ole"), None)
        if words and image is None:
            return
        title, text = element.find(SVG + "title"), element.find(SVG + "desc")
        told = [fold(each.text or "") for each in (text, title) if each is not None]
        alt = next((each for each in told if each), None)
        floating = element.get(TEXT + "anchor-type", "as-char") != "as-char"
        self.pictures.append(Picture(place, alt, element.get(LOEXT + "decorative") == "true", floating))
        href = image.get(XLINK + "href", "") if image is not None else ""
        if href.startswith(("http:", "https:", "file:")):
            self._mark(MarkKind.LINKED_PICTURE, place, href)

    def _mark(self, kind: MarkKind, place: Place, text: str = "") -> None:
        self.marks.append(Mark(kind, place, text))

    def aside(self, element: etree._Element, kind: BlockKind, place: Place, author: str = "") -> list[Block]:
        """Read a note, comment, header or footer, all of whose blocks stand at `place`."""
        before = self.outline.save()
        blocks = self.blocks(element, OdtFrame(part=place.part, kind=kind, author=author, place=place))
        self.outline.restore(before)
        return blocks

    def comment(self, element: etree._Element, place: Place) -> list[Block]:
        """Read a comment."""
        author = fold(element.findtext(DC + "creator") or "")
        place = replace(place, part="comment")
        self._mark(MarkKind.COMMENT, place, author)
        return self.aside(element, BlockKind.COMMENT, place, author)


def _level(element: etree._Element, style: OdtStyle) -> int:
    if element.tag == H:
        return min(max(integer(element.get(TEXT + "outline-level"), 1), 1), 9)
    return min(style.level, 9) if style.kind is BlockKind.HEADING else 0


def _is_hidden(element: etree._Element) -> bool:
    return element.get(TEXT + "display") in {"none", "condition"} and element.get(TEXT + "is-hidden", "true") == "true"


def _outermost(box: etree._Element, shape: etree._Element) -> bool:
    above = box.getparent()
    while above is not None and above is not shape:
        if above.tag == DRAW + "text-box":
            return False
        above = above.getparent()
    return True
