"""Reads the styles of OpenDocument text: which are headings, which number, and how each looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tenderlint.model import PLAIN_LOOK, BlockKind, Look
from tenderlint.patterns import late_pattern
from tenderlint.readers.odt_names import FO, STYLE, SVG, TEXT, integer, twips
from tenderlint.readers.runs import Manner
from tenderlint.readers.symbols import FONTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_HEADING = late_pattern(r"heading(?: |_20_)([1-9])", re.IGNORECASE)
_CONTENTS = late_pattern(r"(?:contents|user index|illustration index|table index)(?: |_20_)[0-9]{1,2}", re.IGNORECASE)
_ALIGNMENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "centre", "justify": "justified",
}  # fmt: skip
_MOST_STYLES_ABOVE = 30
Properties = dict[str, Any]


@dataclass(slots=True)
class OdtStyle:
    """One style, with everything that it inherits. `own` and `words` are properties of Look."""

    name: str = ""
    level: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    list: str | None = None  # the list style that numbers its paragraphs, "" for none
    indent: int = 0
    own: Properties = field(default_factory=dict)
    hidden: bool = False
    language: str = ""
    master: str = ""  # the page style that begins with it


class OdtStyles:
    """The styles of one file; each is worked out once, when it is first used."""

    def __init__(self) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._styles: dict[tuple[str, str], OdtStyle] = {}
        self._looks: dict[Look, Look] = {PLAIN_LOOK: PLAIN_LOOK}
        self._manners: dict[tuple[object, ...], Manner] = {}
        self.fonts: dict[str, str] = {}
        self.default: Properties = {}
        self.language = ""

    def add(self, root: etree._Element) -> None:
        """Take the styles below an element; those that were added later hold where names are equal."""
        for font in root.iter(STYLE + "font-face"):
            self.fonts[font.get(STYLE + "name", "")] = (font.get(SVG + "font-family") or "").strip("'\"")
        for default in root.iter(STYLE + "default-style"):
            if default.get(STYLE + "family") == "paragraph":
                style = OdtStyle()
                _read(default, style, self.fonts)
                self.default, self.language = style.own, style.language
        for element in root.iter(STYLE + "style"):
            self._elements[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element

    def style(self, family: str, name: str | None) -> OdtStyle:
        """Return a style of a family ("paragraph", "text", "table-cell"); an unknown one says nothing."""
        key = family, name or ""
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._worked_out(family, name or "")
        return style

    def manner(self, paragraph: OdtStyle, words: tuple[OdtStyle, ...], background: str | None) -> tuple[Manner, bool]:
        """Return how words are written, and whether their letters are signs of a symbol font."""
        key = (id(paragraph), *map(id, words), background)
        manner = self._manners.get(key)
        if manner is None:
            properties: Properties = {"background": background, **self.default, **paragraph.own}
            for style in words:
                properties.update(style.own)
            size = properties.pop("share", None)
            if size and properties.get("size"):
                properties["size"] = round(properties["size"] * size, 1)
            look = Look(**properties)
            hidden = paragraph.hidden or any(style.hidden for style in words)
            manner = self._manners[key] = Manner(self._looks.setdefault(look, look), hidden)
        return manner, (manner.look.font or "").lower() in FONTS

    def masters(self) -> set[str]:
        """Return the page styles that some paragraph or table of the text begins."""
        return {
            element.get(STYLE + "master-page-name", "")
            for (family, _), element in self._elements.items()
            if family in {"paragraph", "table"} and element.get(STYLE + "master-page-name")
        }

    def _worked_out(self, family: str, name: str) -> OdtStyle:
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while (family, name) in self._elements and name not in seen and len(chain) < _MOST_STYLES_ABOVE:
            seen.add(name)
            chain.append(self._elements[family, name])
            name = chain[-1].get(STYLE + "parent-style-name", "")
        style = OdtStyle()
        for element in reversed(chain):
            _read(element, style, self.fonts)
        if style.kind is BlockKind.PARAGRAPH and style.level:
            style.kind = BlockKind.HEADING
        return style


def _read(element: etree._Element, style: OdtStyle, fonts: dict[str, str]) -> None:
    """Let a style say over those that it is based on what it says."""
    style.name = element.get(STYLE + "display-name") or element.get(STYLE + "name", "")
    _read_kind(element, style)
    if element.get(STYLE + "list-style-name") is not None:
        style.list = element.get(STYLE + "list-style-name")
    for child in element:
        if child.tag == STYLE + "text-properties":
            _read_words(child, style, fonts)
        elif child.tag == STYLE + "paragraph-properties":
            _read_paragraph(child, style)
        elif child.tag == STYLE + "table-cell-properties":
            _background(child.get(FO + "background-color"), style.own)


def _read_kind(element: etree._Element, style: OdtStyle) -> None:
    name = style.name.lower()
    named = _HEADING.fullmatch(name)
    if named:
        style.level = int(named[1])
    elif name == "title":
        style.level = 1
    elif _CONTENTS.fullmatch(name):
        style.kind = BlockKind.CONTENTS
    elif name in {"caption", "table", "illustration", "figure", "drawing"}:
        style.kind = BlockKind.CAPTION
    outline = element.get(STYLE + "default-outline-level")
    if outline:
        style.level = integer(outline)


def _read_paragraph(element: etree._Element, style: OdtStyle) -> None:
    alignment = _ALIGNMENTS.get(element.get(FO + "text-align", ""))
    if alignment:
        style.own["alignment"] = alignment
    _background(element.get(FO + "background-color"), style.own)
    indent = twips(element.get(FO + "margin-left"))
    style.indent = style.indent if indent is None else indent


def _background(colour: str | None, own: Properties) -> None:
    if colour and colour.startswith("#"):
        own["background"] = colour[1:].upper()


def _read_words(element: etree._Element, style: OdtStyle, fonts: dict[str, str]) -> None:
    for name, value in element.items():
        reader = _WORDS.get(name)
        if reader is not None:
            reader(value, style.own)
    font = element.get(STYLE + "font-name")
    if font and fonts.get(font):
        style.own["font"] = fonts[font]
    if element.get(TEXT + "display") == "none":
        style.hidden = True
    language, country = element.get(FO + "language"), element.get(FO + "country")
    if language and language != "none":
        style.language = f"{language}-{country}" if country and country != "none" else language


def _size(value: str, own: Properties) -> None:
    try:
        if value.endswith("%"):
            own["share"] = float(value[:-1]) / 100
        elif value.endswith("pt"):
            own["size"] = float(value[:-2])
            own.pop("share", None)
    except ValueError:
        return


def _weight(value: str, own: Properties) -> None:
    own["bold"] = value == "bold" or (value.isdigit() and int(value) >= 600)


def _colour(value: str, own: Properties) -> None:
    if value.startswith("#"):
        own["colour"] = value[1:].upper()


def _font(value: str, own: Properties) -> None:
    own["font"] = value.split(",")[0].strip("'\" ")


_WORDS: dict[str, Callable[[str, Properties], None]] = {
    FO + "font-size": _size,
    FO + "font-weight": _weight,
    FO + "font-style": lambda value, own: own.update(italic=value in {"italic", "oblique"}),
    FO + "color": _colour,
    FO + "background-color": lambda value, own: _background(value, own),
    FO + "font-family": _font,
    FO + "text-transform": lambda value, own: own.update(capitals=value == "uppercase"),
    STYLE + "text-underline-style": lambda value, own: own.update(underline=value != "none"),
}
