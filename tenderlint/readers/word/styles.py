"""Reads Word's styles: which are headings, which number, and how each looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.word.looks import Base, Delta, Looks, layered, read_delta
from tenderlint.readers.word.names import PPR, RPR, VAL, W
from tenderlint.readers.word.paragraphs import BODY_LEVEL, Paragraph, inherit, read_paragraph
from tenderlint.readers.word.theme import Theme

if TYPE_CHECKING:
    from lxml import etree

_HEADING = late_pattern(r"heading ?([1-9])", re.IGNORECASE)
_MOST_STYLES_ABOVE = 30
DEFAULT_SIZE = 10.0
"""The size, in points, of words of which no style says how large they are (ECMA-376 part 1, 17.3.2.38)."""
_STYLE = W + "style"
_STYLE_ID = W + "styleId"
_DEFAULT = W + "default"
_TYPE = W + "type"
_ON = frozenset({"1", "true", "on"})


@dataclass(slots=True)
class Style:
    """One style, with everything that it inherits."""

    id: str = ""
    name: str = ""
    delta: Delta = field(default_factory=lambda: cast("Delta", {}))
    paragraph: Paragraph = field(default_factory=Paragraph)
    heading: int = 0  # from 1, 0 where it is none
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Lent:
    """What a table style says of one kind of cell; `number` tells it from every other."""

    number: int = 0
    delta: Delta = field(default_factory=lambda: cast("Delta", {}))
    background: str | None = None
    alignment: str | None = None


NOTHING_LENT = Lent()


class Styles:
    """The styles of one file; each is worked out once, when it is first used."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self.theme = theme
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str, Style] = {}
        self._numbers = 0
        self._bases: dict[tuple[str, int, str | None, str | None], Base] = {}
        self.defaults: Delta = {"size": DEFAULT_SIZE}
        self.usual = Paragraph()  # what holds for paragraphs of which no style says otherwise
        self.default = ""
        self.default_table = ""
        if root is not None:
            self._index(root)
        self.looks = Looks(theme, lambda style: self.style(style).delta)
        usual = self.style(self.default).delta
        self.looks.language = usual.get("language") or self.defaults.get("language", "")

    def _index(self, root: etree._Element) -> None:
        for element in root.iterchildren(_STYLE):
            own: dict[str, str] = dict(element.items())
            name = own.get(_STYLE_ID, "")
            self._elements[name] = element  # of two styles of one name the last holds
            if own.get(_DEFAULT) in _ON:
                kind = own.get(_TYPE)
                self.default = name if kind == "paragraph" else self.default
                self.default_table = name if kind == "table" else self.default_table
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}")
        if defaults is not None:
            self.defaults.update(read_delta(defaults, self.theme))
        usual = root.find(f"{W}docDefaults/{W}pPrDefault/{PPR}")
        if usual is not None:
            self.usual = read_paragraph(usual, self.theme)

    def style(self, style_id: str) -> Style:
        """Return a style; an unknown one says nothing."""
        style = self._styles.get(style_id)
        if style is None:
            style = self._styles[style_id] = self._worked_out(style_id)
        return style

    def next_number(self) -> int:
        """Return a number that tells what one table style lends from what every other lends."""
        self._numbers += 1
        return self._numbers

    def chain(self, style_id: str) -> list[etree._Element]:
        """Return a style and those that it is based on, the furthest first."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(chain) < _MOST_STYLES_ABOVE:
            seen.add(style_id)
            element = self._elements[style_id]
            chain.append(element)
            based = element.find(W + "basedOn")
            style_id = based.get(VAL, "") if based is not None else ""
        return chain[::-1]

    def base(self, style: Style, lent: Lent, own: Paragraph, background: str | None) -> Base:
        """Return the look of a paragraph before its runs have their say.

        `lent` is what the table's style says, `own` what the paragraph itself says, `background` the colour
        of its cell.
        """
        key = style.id, lent.number, own.alignment, own.background or background
        base = self._bases.get(key)
        if base is None:
            delta = layered(layered(self.defaults, lent.delta), style.delta)
            alignment = own.alignment or style.paragraph.alignment or lent.alignment or self.usual.alignment
            shade = own.background or style.paragraph.background or background
            base = self._bases[key] = self.looks.base(delta, alignment, shade)
        return base

    def _worked_out(self, style_id: str) -> Style:
        chain = self.chain(style_id)
        style = Style(style_id)
        for element in chain:
            rpr, ppr, name = element.find(RPR), element.find(PPR), element.find(W + "name")
            if rpr is not None:
                style.delta.update(read_delta(rpr, self.theme))
            if ppr is not None:
                inherit(style.paragraph, read_paragraph(ppr, self.theme))
            style.name = name.get(VAL, "") if name is not None else style_id
            named = _HEADING.fullmatch(style.name)
            style.heading = int(named[1]) if named else style.heading
        level = style.paragraph.level
        if level is not None:
            style.heading = level + 1 if level < BODY_LEVEL else 0
        style.kind = _kind(style)
        if style.name.lower() == "title":
            style.heading = 1
        return style


def _kind(style: Style) -> BlockKind:
    name = style.name.lower()
    if re.fullmatch(r"toc ?\d", name) or name == "table of figures":
        return BlockKind.CONTENTS
    if name == "caption":
        return BlockKind.CAPTION
    if name.startswith(("list bullet", "list number")):
        return BlockKind.LIST_ITEM
    if style.heading:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
