"""Reads what a paragraph, or a style, says of paragraphs: number, level, indent, alignment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.readers.word.names import RPR, VAL, W, integer
from tenderlint.readers.word.theme import Theme

if TYPE_CHECKING:
    from lxml import etree

_ALIGNMENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "centre", "both": "justified",
    "distribute": "justified", "lowKashida": "justified", "mediumKashida": "justified", "highKashida": "justified",
}  # fmt: skip
BODY_LEVEL = 9
"""The level, from 0, of running text; those before it are headings."""
_INHERITED = ("number", "depth", "level", "alignment", "background", "indent", "spacing")
_LINE = W + "line"
_RULE = W + "lineRule"
_SINGLE = 240  # of the rule "auto": a line of the font's own height
_OWN_HEIGHT = 1.15  # of the size of its letters, in the plain typefaces
_LEFT = W + "left"
_START = W + "start"
_NUMBER = W + "numPr"
_BY_VALUES = frozenset(W + name for name in ("pStyle", "jc", "outlineLvl"))
_BY_NAMES = frozenset(W + name for name in ("ind", "spacing", "shd", "framePr"))
SECTION = W + "sectPr"
PROPERTIES_CHANGED = W + "pPrChange"
_OWN = frozenset({SECTION, PROPERTIES_CHANGED})
END_CHANGES = frozenset(W + name for name in ("ins", "del", "moveFrom"))
"""Tracked changes to the mark that ends a paragraph."""


@dataclass(slots=True)
class Paragraph:
    """What paragraph properties say; None where they are silent. `level` counts from 0, 9 is body text."""

    style: str | None = None
    number: int | None = None
    depth: int | None = None
    level: int | None = None
    alignment: str | None = None
    background: str | None = None
    indent: int | None = None  # how far from the margin it stands, in twentieths of a point
    spacing: tuple[str, int] | None = None  # how far the lines stand apart: the rule and its figure, as Word has them
    first_letter: bool = False  # it is the large first letter of the next paragraph


Signature = tuple[tuple[object, ...], ...]
NO_PROPERTIES: tuple[Signature, tuple[()]] = ((), ())


def signature(ppr: etree._Element) -> tuple[Signature, list[etree._Element]]:
    """Return what tells paragraph properties apart, cheaply, and the parts that are each paragraph's own.

    These are tracked changes to the mark that ends it, a section that ends with it, and a tracked change
    to its properties.
    """
    key: list[tuple[object, ...]] = []
    own: list[etree._Element] = []
    for child in ppr:
        tag = child.tag
        if tag in _BY_VALUES:
            key.append((tag, *child.values()))
        elif tag in _BY_NAMES:
            key.append((tag, *child.items()))
        elif tag == _NUMBER:
            key.append((tag, *[(part.tag, part.get(VAL)) for part in child]))
        elif tag == RPR:
            for part in child:
                if part.tag not in END_CHANGES:
                    break  # changes stand before everything else
                own.append(part)
        elif tag in _OWN:
            own.append(child)
    return tuple(key), own


def read_paragraph(ppr: etree._Element, theme: Theme) -> Paragraph:
    """Read paragraph properties."""
    own = Paragraph()
    for child in ppr:
        reader = _READERS.get(child.tag)
        if reader is not None:
            reader(child, own, theme)
    return own


def inherit(below: Paragraph, above: Paragraph) -> None:
    """Let what `above` says hold over what `below` says."""
    for name in _INHERITED:
        value = getattr(above, name)
        if value is not None:
            setattr(below, name, value)


def lines_apart(spacing: tuple[str, int] | None, size: float | None) -> float:
    """Return how far lines stand apart, as a share of single spacing; `size` is that of the letters in points."""
    rule, figure = spacing or ("auto", _SINGLE)
    if rule == "auto":
        return round(figure / _SINGLE, 2)
    if rule == "exact" and size:
        return round(figure / 20 / (_OWN_HEIGHT * size), 2)
    return 1.0


def read_indent(element: etree._Element) -> int | None:
    """Return how far from the margin a w:ind puts a paragraph; None where it does not say."""
    left = element.get(_LEFT) or element.get(_START)
    return integer(left) if left else None


def _style(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    own.style = element.get(VAL)


def _read_number(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    for child in element:
        if child.tag == W + "numId":
            own.number = integer(child.get(VAL))
        elif child.tag == W + "ilvl":
            own.depth = min(max(integer(child.get(VAL)), 0), 8)


def _alignment(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    own.alignment = _ALIGNMENTS.get(element.get(VAL, ""))


def _shade(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    own.background = theme.shade(element)


def _level(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    own.level = integer(element.get(VAL), BODY_LEVEL)


def _spacing(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    line = integer(element.get(_LINE))
    if line > 0:
        own.spacing = element.get(_RULE, "auto"), line


def _indent(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    own.indent = read_indent(element)


def _frame(element: etree._Element, own: Paragraph, theme: Theme) -> None:
    own.first_letter = element.get(W + "dropCap", "none") != "none"


_READERS: dict[str, Callable[[etree._Element, Paragraph, Theme], None]] = {
    W + "pStyle": _style,
    _NUMBER: _read_number,
    W + "jc": _alignment,
    W + "shd": _shade,
    W + "outlineLvl": _level,
    W + "spacing": _spacing,
    W + "ind": _indent,
    W + "framePr": _frame,
}
