"""Reads web pages: headings, lists, tables and paragraphs, without scripts, menus and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from tenderlint.errors import UnreadableError
from tenderlint.model import Block, BlockKind, Document, Extent, Note, Picture, Structure, walk
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.building import Building
from tenderlint.readers.html_tables import lay_out
from tenderlint.readers.inline import Inline

_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "nav", "head", "title", "meta", "link", "iframe",
        "object", "embed", "svg", "math", "canvas", "audio", "video", "map", "area", "button",
        "select", "option", "datalist", "input", "textarea",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre",
        "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
        "menu", "caption", "label",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_CHARSET = late_pattern(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:-]{1,40})", re.IGNORECASE)
_HIDDEN = late_pattern(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all", re.I)
_WORD_LEVEL = late_pattern(r"level(\d)")
_BULLETS = frozenset("·•o§▪●◦-–")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_MOST_DEPTH = 200
_PRINT = "Open it in a browser, print it to PDF, and check that."


def read(source: Source) -> Document:
    """Read a web page; raises UnreadableError when it holds no words, as one whose script would fetch them."""
    root, whole = parse(source)
    walker = _Walker(Building(source.path))
    walker.body(root)
    blocks = tuple(walker.building.blocks)
    words = sum(count_words(block.text) for block in walk(blocks))
    if not words:
        raise UnreadableError("is a web page that holds no words", source.path, _PRINT)
    notes = () if whole else (Note("is nested too deeply: what stands deepest was not read"),)
    return Document(
        path=source.path,
        media_type="text/html",
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        structure=Structure(
            title=fold(root.findtext(".//title") or "") or None,
            language=root.get("lang") or None,
            pictures=tuple(walker.pictures),
        ),
        notes=notes,
        extent=Extent.FULLY if whole else Extent.PARTLY,
        words=words,
    )


def parse(source: Source) -> tuple[etree._Element, bool]:
    """Return the root of the page, and whether all of it was taken in; raises UnreadableError when nothing was."""
    parser = html.HTMLParser(encoding=_encoding(source.data), remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(source.data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableError("is a web page that cannot be made out", source.path, _PRINT) from error
    return root, not any("depth" in entry.message for entry in parser.error_log)


def add_fragment(building: Building, fragment: str) -> None:
    """Add the blocks of a piece of HTML, such as a table that stands in Markdown."""
    root = html.fragment_fromstring(fragment, create_parent="div")
    _Walker(building).body(root)


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        name = declared[1].decode("ascii").lower() if declared else ""
        try:
            b"".decode(name or "cp1252")
        except LookupError:
            return "windows-1252"
        return "windows-1252" if name in {"", "utf-8", "iso-8859-1", "latin-1", "us-ascii"} else name
    return "utf-8"


@dataclass
class _Walker:
    building: Building
    pictures: list[Picture] = field(default_factory=list)
    inline: Inline = field(default_factory=Inline)
    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    label: str = ""

    def body(self, root: etree._Element) -> None:
        """Add every block below an element, the words that stand loose among them as paragraphs."""
        self._children(root, 0)
        self._flush()

    def _children(self, element: etree._Element, depth: int) -> None:
        if depth > _MOST_DEPTH:
            self.inline.words(" ".join(element.itertext()))
            return
        if element.text:
            self.inline.words(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, depth + 1)
            if child.tail:
                self.inline.words(child.tail)

    def _element(self, element: etree._Element, depth: int) -> None:
        tag = element.tag
        if tag in _SKIPPED or _is_hidden(element):
            return
        if tag == "br":
            self.inline.words(" ")
        elif tag == "img":
            self._picture(element)
        elif tag == "table":
            self._flush()
            self._table(element, depth)
        elif tag in _LISTS:
            self._flush()
            self._list(element, depth)
        elif tag in _BLOCKS:
            self._flush()
            self._block(element, depth)
        else:
            self._within(element, depth)

    def _within(self, element: etree._Element, depth: int) -> None:
        """Take an element that stands in a line of words: a link, or words that were put in or taken out."""
        tag, start = element.tag, self.inline.length
        if "mso-list" in (element.get("style") or "").lower() and "ignore" in (element.get("style") or "").lower():
            self.label = _label(fold("".join(element.itertext())))
        elif tag in {"del", "s", "strike"}:
            self.inline.deleted(fold("".join(element.itertext())))
        else:
            self._children(element, depth)
            self.inline.mark(start, link=element.get("href") if tag == "a" else None, inserted=tag == "ins")

    def _block(self, element: etree._Element, depth: int) -> None:
        before = self.kind, self.depth
        tag = element.tag
        if tag in _HEADINGS or element.get("role") == "heading":
            level = _HEADINGS.get(tag) or _integer(element.get("aria-level"), 2)
            self._children(element, depth)
            self._flush_heading(min(max(level, 1), 9))
            return
        if tag == "pre":
            self._lines(element)
        else:
            self._look_at_kind(element)
            self._children(element, depth)
        self._flush()
        self.kind, self.depth = before

    def _look_at_kind(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "figcaption":
            self.kind = BlockKind.CAPTION
        elif tag in {"header", "footer"} and element.getparent() is not None and element.getparent().tag == "body":
            self.kind = BlockKind.HEADER if tag == "header" else BlockKind.FOOTER
        elif tag == "p" and "MsoListParagraph" in (element.get("class") or ""):
            level = _WORD_LEVEL.search(element.get("style") or "")
            self.kind, self.depth = BlockKind.LIST_ITEM, int(level[1]) if level else 1

    def _list(self, element: etree._Element, depth: int) -> None:
        before = self.kind, self.depth, self.label
        number = _integer(element.get("start"), 1)
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED or _is_hidden(child):
                continue
            self.kind, self.depth = BlockKind.LIST_ITEM, before[1] + 1
            number = _integer(child.get("value"), number)
            self.label = _ordinal(number, element.get("type") or "1") if element.tag == "ol" else "•"
            if child.tag == "li":
                number += 1
                self._children(child, depth + 1)
            else:  # a list straight within a list
                self.depth = before[1]
                self._element(child, depth + 1)
            self._flush()
        self.kind, self.depth, self.label = before

    def _table(self, element: etree._Element, depth: int) -> None:
        if element.get("role") in {"presentation", "none"} or len(element.xpath("(.//td|.//th)[position() < 3]")) < 2:
            self._children(element, depth)
            self._flush()
            return
        layout = lay_out(element)
        cells = []
        for cell in layout.cells:
            inner = _Walker(self.building.within(cell.row), self.pictures)
            inner._children(cell.element, depth + 1)
            inner._flush()
            cells.append(cell.filled(tuple(inner.building.blocks)))
        caption = "" if layout.caption is None else fold("".join(layout.caption.itertext()))
        self.building.table(layout.table(cells, caption))

    def _picture(self, element: etree._Element) -> None:
        alt = element.get("alt")
        decorative = alt == "" or element.get("role") in {"presentation", "none"}
        self.pictures.append(Picture(self.building.place(), alt, decorative))

    def _lines(self, element: etree._Element) -> None:
        for line in "".join(element.itertext()).splitlines():
            self.inline.words(line)
            self._flush()

    def _flush_heading(self, level: int) -> None:
        text, spans = self.inline.finish()
        if text:
            self.building.heading(level, text, spans)

    def _flush(self) -> None:
        text, spans = self.inline.finish()
        if not text:
            return
        self.building.blocks.append(
            Block(self.kind, text, self.building.place(), level=self.depth, label=self.label, spans=spans)
        )
        if self.kind is BlockKind.LIST_ITEM:
            self.label = ""


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _label(text: str) -> str:
    return "•" if text in _BULLETS else text


def _ordinal(number: int, style: str) -> str:
    if style in {"a", "A"} and 1 <= number <= 26:
        return f"{chr(ord(style) + number - 1)}."
    if style in {"i", "I"} and 1 <= number < 40:
        roman = "x" * (number // 10) + _ROMAN[number % 10]
        return f"{roman if style == 'i' else roman.upper()}."
    return f"{number}."
