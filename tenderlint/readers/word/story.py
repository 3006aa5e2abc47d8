"""Turns the paragraphs and tables of one story of a Word file (text, cell, header, note) into blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tenderlint.model import Block, BlockKind, Mark, Picture, Place
from tenderlint.readers.outline import Outline
from tenderlint.readers.runs import NOTHING, Words, assemble
from tenderlint.readers.telling import Told
from tenderlint.readers.word.controls import content
from tenderlint.readers.word.drawings import Drawn, branch
from tenderlint.readers.word.found import Content
from tenderlint.readers.word.inline import Inline
from tenderlint.readers.word.kinds import NO_SETTING, Kinds, Prepared, Setting
from tenderlint.readers.word.marks import MANY_EMPTY, MarkKind, blanks_in
from tenderlint.readers.word.names import ALTERNATE, AUTHOR, PPR, R_ID, SDT, TBL, M, P, W
from tenderlint.readers.word.numbering import Numbering
from tenderlint.readers.word.paragraphs import NO_PROPERTIES, PROPERTIES_CHANGED, SECTION, lines_apart, signature
from tenderlint.readers.word.styles import Lent, Styles
from tenderlint.readers.word.tables import caption_above, read_table

if TYPE_CHECKING:
    from lxml import etree

_MOST_DEPTH = 200
_LONG_LINE = 100  # letters: about more than one line
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a story stands: what its blocks are, and what a table lends to the paragraphs in it."""

    part: str = ""
    setting: Setting = NO_SETTING
    tables: int = 0  # how many tables it stands within
    author: str = ""
    place: Place | None = None  # the place of all its blocks, where that is somewhere else


TEXT = Frame()


@dataclass(slots=True)
class Hung:
    """What stands elsewhere and is read later: notes and comments by their ids, with the place that names them."""

    notes: list[tuple[str, str, Place]] = field(default_factory=list)
    chunks: list[tuple[str, Place]] = field(default_factory=list)
    parts: list[tuple[str, str, Place]] = field(default_factory=list)


class Story:
    """Reads the stories of one file one after the other; numbers and headings go on between them."""

    def __init__(self, document: str, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.outline = Outline(document)
        self.inline = Inline(styles.looks)
        self.kinds = Kinds(styles, numbering, self.outline)
        self.marks: list[Mark] = []
        self.pictures: list[Picture] = []
        self.hung = Hung()
        self.sections: list[etree._Element] = []
        self.lent: dict[tuple[str, tuple[str, ...]], Lent] = {}  # what table styles lend, by style and parts
        self._waiting = Content()  # what the next paragraph takes over: joined paragraphs, marks of controls
        self._empty = 0
        self.long_letters = 0  # in paragraphs of the running text that fill more than a line
        self._spacings: dict[float, tuple[int, Place]] = {}  # letters in lines so far apart, and where they begin

    def blocks(self, parent: etree._Element, frame: Frame = TEXT) -> list[Block]:
        """Read every paragraph and table below an element."""
        out: list[Block] = []
        for element in self._elements(parent):
            if element.tag == TBL:
                self._flush(frame, out)
                self._table(element, frame, out)
            else:
                self._paragraph(element, frame, out)
        self._flush(frame, out)
        return out

    def control(self, element: etree._Element) -> None:
        """Note a content control around rows or cells."""
        self.inline.control(element, self._waiting)

    def _elements(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, going through whatever is wrapped around them."""
        stack = [iter(parent)]
        while stack:
            for child in stack[-1]:
                tag = child.tag
                if tag in _READ:
                    yield child
                elif tag in _THROUGH and len(stack) < _MOST_DEPTH:
                    inner = self._within(child, tag)
                    if inner is not None:
                        stack.append(iter(inner))
                        break
                elif tag == _CHUNK:
                    self.hung.chunks.append((child.get(R_ID, ""), self.outline.here()))
            else:
                stack.pop()

    def _within(self, element: etree._Element, tag: str) -> etree._Element | None:
        if tag == SDT:
            self.control(element)
            return content(element)
        return branch(element) if tag == ALTERNATE else element

    def _table(self, element: etree._Element, frame: Frame, out: list[Block]) -> None:
        self._empty = 0
        block = read_table(element, self, frame, out[-1] if out else None)
        if block is not None:
            out.append(block)

    def _paragraph(self, element: etree._Element, frame: Frame, out: list[Block]) -> None:
        first = next(iter(element), None)
        ppr = first if first is not None and first.tag == PPR else None
        key, own = signature(ppr) if ppr is not None else NO_PROPERTIES
        prepared = self.kinds.prepared(ppr, key, frame.setting)
        found, self._waiting = self._waiting, Content()
        self.inline.read(element, prepared.base, found)
        if (own and self._goes_on(own, found)) or (prepared.first_letter and found.pieces):
            self._waiting = found
            return
        words = assemble(found.pieces) if found.pieces else NOTHING
        if words.text or words.spans:
            self._add(prepared, words, frame, found, out)
        else:
            self._nothing(prepared, words, frame, found, out)

    def _goes_on(self, own: Iterable[etree._Element], found: Content) -> bool:
        """Note what is a paragraph's own, and tell whether the next one goes on with it: its end is deleted."""
        goes_on = False
        for child in own:
            kind = _END_CHANGES.get(child.tag)
            if child.tag == SECTION:
                self.sections.append(child)
            elif child.tag == PROPERTIES_CHANGED:
                self.inline.changes[MarkKind.FORMATTING, child.get(AUTHOR, "")] += 1
            elif kind is not None:
                if not found.changed:
                    self.inline.count(kind, child.get(AUTHOR, ""))
                goes_on = goes_on or kind is MarkKind.DELETION
        return goes_on

    def _flush(self, frame: Frame, out: list[Block]) -> None:
        """Add what was to go on in a next paragraph, where there is none."""
        found, self._waiting = self._waiting, Content()
        if found.pieces:
            words = assemble(found.pieces)
            if words.text or words.spans:
                self._add(self.kinds.prepared(None, (), frame.setting), words, frame, found, out)
                return
        if found.hung:
            self._settle(found, self.outline.here(frame.part), frame, out)

    def _nothing(self, prepared: Prepared, words: Words, frame: Frame, found: Content, out: list[Block]) -> None:
        """Take a paragraph without words: its number counts all the same."""
        told = self.kinds.teller.tell(self.kinds.situation(prepared, False), words, "")
        if told.label and told.kind is not BlockKind.LIST_ITEM and not found.drawn:
            place = frame.place or self.outline.place(frame.part, told.clause)
            out.append(Block(told.kind, "", place, told.level, told.label))
        elif not found.drawn and not frame.tables:
            self._count_empty(frame)
        if told.kind is BlockKind.HEADING and not found.drawn:
            self._mark(MarkKind.EMPTY_HEADING, self.outline.here(frame.part), prepared.style.name)
        if found.hung:
            self._settle(found, frame.place or self.outline.here(frame.part), frame, out)

    def _count_empty(self, frame: Frame) -> None:
        self._empty += 1
        if self._empty == MANY_EMPTY:
            self._mark(MarkKind.REPEATED_BLANKS, self.outline.here(frame.part), "empty paragraphs")

    def _add(self, prepared: Prepared, words: Words, frame: Frame, found: Content, out: list[Block]) -> None:
        self._empty = 0
        pieces = found.pieces
        raw = pieces[0][0] if len(pieces) == 1 else "".join([text for text, _ in pieces])
        at = self.kinds.situation(prepared, found.contents)
        told = self.kinds.teller.tell(at, words, raw)
        words = told.words
        place = frame.place or self.outline.place(frame.part, told.clause)
        out.append(
            Block(
                told.kind, words.text, place, told.level, told.label, words.look, words.revision, words.spans,
                None, frame.author,
            )
        )  # fmt: skip
        if told.kind is BlockKind.CAPTION and len(out) > 1:
            caption_above(out)
        self.kinds.teller.go_under(told, at.indent)
        if len(raw) > _LONG_LINE and told.kind in _RUNNING:
            self._count_spacing(lines_apart(prepared.spacing, words.look.size), len(raw), place)
            self.long_letters += 0 if frame.tables or frame.part else len(raw)
        if told.sentence or told.typed or words.spans or "\t\t\t" in raw or "    " in raw:
            self._mark_words(prepared, told, raw, place)
        if found.hung:
            self._settle(found, place, frame, out)

    def _count_spacing(self, spacing: float, letters: int, place: Place) -> None:
        before, first = self._spacings.get(spacing, (0, place))
        self._spacings[spacing] = before + letters, first

    def spacings(self) -> list[Mark]:
        """Return one mark for each spacing of lines, where it first stands."""
        return [
            Mark(MarkKind.SPACING, place, f"{spacing:g}: {letters}")
            for spacing, (letters, place) in self._spacings.items()
        ]

    def _mark_words(self, prepared: Prepared, told: Told, raw: str, place: Place) -> None:
        words = told.words
        if told.sentence:
            self._mark(MarkKind.HEADING_PARAGRAPH, place, words.text[:80])
        if told.typed:
            self._mark(MarkKind.TYPED_LIST, place, told.typed)
        if words.spans:
            hidden = [words.text[span.start : span.end] for span in words.spans if span.hidden and span.end]
            if hidden:
                self._mark(MarkKind.HIDDEN, place, " … ".join(hidden))
        for blanks in blanks_in(raw):
            self._mark(MarkKind.REPEATED_BLANKS, place, blanks)

    def _settle(self, found: Content, place: Place, frame: Frame, out: list[Block]) -> None:
        """Keep what hangs in a paragraph: its marks, notes, pictures and text boxes."""
        for mark, text in found.marks or ():
            self._mark(mark, place, text)
        for note, number in found.notes or ():
            self.hung.notes.append((note, number, place))
        for drawn in found.drawn or ():
            self._settle_drawing(drawn, place, frame, out)

    def _settle_drawing(self, drawn: Drawn, place: Place, frame: Frame, out: list[Block]) -> None:
        for mark, text in drawn.marks:
            self._mark(mark, place, text)
        self.pictures.extend(Picture(place, alt, decorative, drawn.floating) for alt, decorative in drawn.pictures)
        for link in drawn.linked:
            relation = self.inline.relations.get(link)
            if relation is not None and relation.external:
                self._mark(MarkKind.LINKED_PICTURE, place, relation.target)
        self.hung.parts.extend((part, link, place) for part, link in drawn.parts)
        kind = frame.setting.kind or BlockKind.TEXT_BOX
        box = replace(frame, part="text box", setting=Setting(kind))
        boxes = [block for each in drawn.boxes for block in self._box(each, box)]
        if drawn.watermark:
            words = drawn.texts or [block.text for block in boxes]
            self._mark(MarkKind.WATERMARK, place, " ".join(words))
            return
        out.extend(boxes)
        out.extend(Block(kind, text, self.outline.place("text box")) for text in drawn.texts)

    def _box(self, element: etree._Element, frame: Frame) -> list[Block]:
        """Read a text box, leaving the headings and the joined paragraphs of the text around it alone."""
        before, waiting, self._waiting = self.outline.save(), self._waiting, Content()
        state = self.inline.fields
        self.inline.fields = type(state)(ignored=state.ignored)
        blocks = self.blocks(element, frame)
        self.inline.fields = state
        self._waiting = waiting
        self.outline.restore(before)
        return blocks

    def _mark(self, kind: MarkKind, place: Place, text: str = "") -> None:
        self.marks.append(Mark(kind, place, text))

    def changes(self) -> list[Mark]:
        """Return one mark for each author and kind of tracked change."""
        place = Place(self.outline.document)
        return [
            Mark(kind, place, f"{author or 'unknown author'}: {count}")
            for (kind, author), count in self.inline.changes.items()
        ]


_READ = frozenset({P, TBL, M + "oMathPara"})
_THROUGH = frozenset(
    {SDT, ALTERNATE, *(W + name for name in ("customXml", "smartTag", "ins", "moveTo", "body"))}
)
_END_CHANGES = {W + "ins": MarkKind.INSERTION, W + "del": MarkKind.DELETION, W + "moveFrom": MarkKind.DELETION}
_CHUNK = W + "altChunk"
