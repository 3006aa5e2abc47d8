"""Reads what stands in a paragraph of OpenDocument text, in the order in which a reader meets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.model import Revision
from tenderlint.readers import symbols
from tenderlint.readers.base import fold
from tenderlint.readers.odt_names import (
    ANNOTATION,
    DC,
    DRAW,
    LOEXT,
    OFFICE,
    STYLE_NAME,
    TEXT,
    XLINK,
    XML_ID,
    H,
    P,
    integer,
)  # fmt: skip
from tenderlint.readers.odt_styles import OdtStyle, OdtStyles
from tenderlint.readers.runs import Manner, Pieces
from tenderlint.readers.word.marks import MarkKind

if TYPE_CHECKING:
    from lxml import etree

_MOST_DEPTH = 100
_MOST_BLANKS = 200
_SHAPES = tuple(
    DRAW + name
    for name in ("frame", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "g", "line", "connector",
                 "polyline", "regular-polygon", "caption", "a")
)  # fmt: skip
_SILENT = (
    *(TEXT + name for name in ("ruby-text", "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls",
                               "alphabetical-index-mark", "toc-mark", "user-index-mark", "soft-page-break")),
    OFFICE + "forms", OFFICE + "annotation-end", OFFICE + "event-listeners",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what it does, by whom, and the words that it takes away."""

    revision: Revision
    author: str = ""
    text: str = ""


@dataclass(slots=True)
class OdtContent:
    """What was found in one paragraph."""

    pieces: Pieces = field(default_factory=list)
    shapes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    comments: list[etree._Element] = field(default_factory=list)
    marks: list[tuple[MarkKind, str]] = field(default_factory=list)

    @property
    def hung(self) -> bool:
        """Whether anything hangs in the paragraph beside its words."""
        return bool(self.shapes or self.notes or self.comments or self.marks)


class OdtInline:
    """Reads paragraphs one after the other: tracked changes go on from one to the next."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self.regions: dict[str, Change] = {}
        self.changes: Counter[tuple[MarkKind, str]] = Counter()
        self.languages: Counter[str] = Counter()
        self.background: str | None = None
        self.hidden = False
        self._open: dict[str, Change] = {}
        self._style = OdtStyle()
        self._content = OdtContent()
        self._varied: dict[tuple[int, str | None, Change | None, bool], Manner] = {}
        self._handlers = self._by_tag()

    def read(self, paragraph: etree._Element, style: OdtStyle) -> OdtContent:
        """Return what stands in a paragraph."""
        self._style, self._content = style, OdtContent()
        self._walk(paragraph, (), None, 0)
        return self._content

    def register(self, tracked: etree._Element) -> None:
        """Take the list of tracked changes that stands before the text."""
        for region in tracked.iterchildren(TEXT + "changed-region"):
            name = region.get(XML_ID) or region.get(TEXT + "id") or ""
            for kind in region:
                author = kind.findtext(f".//{DC}creator") or ""
                if kind.tag == TEXT + "insertion":
                    self.regions[name] = Change(Revision.INSERTED, author)
                    self.changes[MarkKind.INSERTION, author] += 1
                elif kind.tag == TEXT + "deletion":
                    words = (fold("".join(each.itertext())) for each in kind.iter(P, H))
                    self.regions[name] = Change(Revision.DELETED, author, " ".join(words))
                    self.changes[MarkKind.DELETION, author] += 1
                elif kind.tag == TEXT + "format-change":
                    self.changes[MarkKind.FORMATTING, author] += 1

    def change(self, element: etree._Element) -> None:
        """Pass the start, the end or the place of a tracked change."""
        name = element.get(TEXT + "change-id", "")
        found = self.regions.get(name)
        if found is None:
            return
        if element.tag == TEXT + "change-start":
            self._open[name] = found
        elif element.tag == TEXT + "change-end":
            self._open.pop(name, None)
        elif found.text:
            manner, _ = self._styles.manner(self._style, (), self.background)
            self._content.pieces.append((found.text, self._in(manner, None, found)))

    def _walk(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        if element.text:
            self._put(element.text, styles, link)
        for child in element:
            handler = self._handlers.get(child.tag, self._walk)
            if depth < _MOST_DEPTH:
                handler(child, styles, link, depth + 1)
            if child.tail:
                self._put(child.tail, styles, link)

    def _put(self, text: str, styles: tuple[OdtStyle, ...], link: str | None) -> None:
        manner, signs = self._styles.manner(self._style, styles, self.background)
        if signs or not text.isascii():
            text = symbols.shown(text, manner.look.font, signs)
        change = next(reversed(self._open.values())) if self._open else None
        if link or change or self.hidden:
            manner = self._in(manner, link, change)
        language = next((style.language for style in reversed(styles) if style.language), self._style.language)
        if language:
            self.languages[language] += len(text)
        self._content.pieces.append((text, manner))

    def _in(self, manner: Manner, link: str | None, change: Change | None) -> Manner:
        key = id(manner), link, change, self.hidden
        found = self._varied.get(key)
        if found is None:
            revision, author = (change.revision, change.author) if change else (Revision.PLAIN, "")
            hidden = manner.hidden or self.hidden
            found = self._varied[key] = Manner(manner.look, hidden, link, revision, author)
        return found

    def _by_tag(self) -> dict[str, Callable[[etree._Element, tuple[OdtStyle, ...], str | None, int], None]]:
        return {
            **dict.fromkeys(_SILENT, self._silent),
            **dict.fromkeys(_SHAPES, self._shape),
            **dict.fromkeys((TEXT + "change", TEXT + "change-start", TEXT + "change-end"), self._change),
            TEXT + "span": self._span, TEXT + "a": self._link, TEXT + "s": self._blanks, TEXT + "tab": self._tab,
            TEXT + "line-break": self._break, TEXT + "note": self._note, ANNOTATION: self._comment,
            TEXT + "placeholder": self._placeholder, TEXT + "hidden-text": self._hidden_text,
            TEXT + "page-number": self._page_number, DRAW + "control": self._control,
            LOEXT + "content-control": self._content_control,
        }  # fmt: skip

    def _silent(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        return

    def _span(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._walk(element, (*styles, self._styles.style("text", element.get(STYLE_NAME))), link, depth)

    def _link(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        own = (*styles, self._styles.style("text", element.get(STYLE_NAME))) if element.get(STYLE_NAME) else styles
        self._walk(element, own, element.get(XLINK + "href") or link, depth)

    def _blanks(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._put(" " * min(max(integer(element.get(TEXT + "c"), 1), 1), _MOST_BLANKS), styles, link)

    def _tab(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._put("\t", styles, link)

    def _break(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._put("\n", styles, link)

    def _change(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self.change(element)

    def _note(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._content.notes.append(element)

    def _comment(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._content.comments.append(element)

    def _shape(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._content.shapes.append(element)

    def _placeholder(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._content.marks.append((MarkKind.PROMPT, fold("".join(element.itertext()))))
        self._walk(element, styles, link, depth)

    def _hidden_text(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        before, self.hidden = self.hidden, element.get(TEXT + "is-hidden", "true") == "true"
        words = element.get(TEXT + "string-value") or "".join(element.itertext())
        if words:
            self._put(words, styles, link)
        self.hidden = before

    def _page_number(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._content.marks.append((MarkKind.PAGE_NUMBER, ""))
        self._walk(element, styles, link, depth)

    def _control(self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int) -> None:
        self._content.marks.append((MarkKind.CONTROL, ""))

    def _content_control(
        self, element: etree._Element, styles: tuple[OdtStyle, ...], link: str | None, depth: int
    ) -> None:
        words = fold("".join(element.itertext()))
        kind = next((name for name in _CONTROLS if element.get(LOEXT + name) in {"true", name}), "text")
        self._content.marks.append((MarkKind.CONTROL, _CONTROLS.get(kind, kind)))
        if element.get(LOEXT + "showing-place-holder") == "true":
            self._content.marks.append((MarkKind.PROMPT, words))
        if not element.get(LOEXT + "alias"):
            self._content.marks.append((MarkKind.UNTITLED_CONTROL, words))
        self._walk(element, styles, link, depth)


_CONTROLS = {"checkbox": "check box", "date": "date", "drop-down": "list", "combobox": "list", "picture": "picture"}
