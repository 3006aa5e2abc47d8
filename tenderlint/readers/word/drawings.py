"""Finds the text boxes, pictures and charts of a drawing, in the newer form and in the old one (VML)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.readers.word.marks import MarkKind
from tenderlint.readers.word.names import ALTERNATE, CHOICE, DECORATIVE, FALLBACK, TEXT_BOX, WP, A, O, R, V, W, integer

if TYPE_CHECKING:
    from lxml import etree

_GROUP = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_DOC_PR = WP + "docPr"
_ANCHOR = WP + "anchor"
_LINES = frozenset({"line", "straightConnector1", "bentConnector2", "bentConnector3", "curvedConnector3"})
_WIDE = 2_880_000  # English Metric Units: eight centimetres
_ABSOLUTE = "position:absolute"
_THIN = 38_100  # English Metric Units: three points
_SHAPES = frozenset(V + name for name in ("shape", "rect", "oval", "roundrect", "line", "polyline", "arc", "group"))


@dataclass(slots=True)
class Drawn:
    """What a drawing holds. `parts` names the parts of the file that hold the words of a chart or diagram."""

    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[tuple[str | None, bool]] = field(default_factory=list)  # alternative text, decorative
    texts: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)  # kind, relation id
    marks: list[tuple[MarkKind, str]] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)  # relation ids of pictures outside the file
    watermark: bool = False
    floating: bool = False  # it hangs beside the text rather than standing in its line


def branch(alternate: etree._Element) -> etree._Element | None:
    """Return the one form of several in which something is to be read: the first that holds anything."""
    choices = [child for child in alternate if child.tag in (CHOICE, FALLBACK)]
    return next((choice for choice in choices if len(choice)), None)


def read_drawing(element: etree._Element) -> Drawn:
    """Read a w:drawing, w:pict or w:object."""
    drawn = Drawn()
    seen: set[str] = set()
    stack = [element]
    while stack:
        node = stack.pop()
        tag = node.tag
        seen.add(tag)
        if tag == TEXT_BOX:
            drawn.boxes.append(node)
        elif tag == ALTERNATE:
            chosen = branch(node)
            if chosen is not None:
                stack.append(chosen)
        else:
            _note(node, tag, drawn)
            stack.extend(reversed(node))
    _describe(element, seen, drawn)
    return drawn


def _note(node: etree._Element, tag: str, drawn: Drawn) -> None:
    if tag == _CHART:
        drawn.parts.append(("chart", node.get(R + "id", "")))
    elif tag == _DIAGRAM:
        drawn.parts.append(("diagram", node.get(R + "dm", "")))
    elif tag == A + "blip" and node.get(R + "link"):
        drawn.linked.append(node.get(R + "link"))
    elif tag == V + "imagedata" and node.get(R + "href"):
        drawn.linked.append(node.get(R + "href"))
    elif tag == V + "textpath" and node.get("string", "").strip():
        drawn.texts.append(" ".join(node.get("string").split()))
    elif tag == O + "OLEObject":
        drawn.marks.append((MarkKind.EMBEDDED, node.get("ProgID", "")))
    elif tag == A + "prstTxWarp" and node.get("prst", "textNoShape") != "textNoShape":
        drawn.marks.append((MarkKind.WORD_ART, ""))
    elif tag == _ANCHOR:
        _note_anchor(node, drawn)


def _note_anchor(anchor: etree._Element, drawn: Drawn) -> None:
    properties = anchor.find(_DOC_PR)
    name = properties.get("name", "") if properties is not None else ""
    drawn.floating = True
    drawn.marks.append((MarkKind.FLOATING, name))
    if anchor.get("behindDoc") in {"1", "true"} and _is_wide(anchor) and next(anchor.iter(_PICTURE), None) is not None:
        drawn.marks.append((MarkKind.BEHIND, name))


def _describe(element: etree._Element, seen: set[str], drawn: Drawn) -> None:
    if element.tag == W + "drawing":
        _describe_drawing(element, seen, drawn)
    else:
        _describe_vml(element, drawn)
    if drawn.watermark:
        drawn.marks = [mark for mark in drawn.marks if mark[0] is not MarkKind.FLOATING]


def _describe_drawing(element: etree._Element, seen: set[str], drawn: Drawn) -> None:
    for properties in element.iterfind(f"*/{_DOC_PR}"):
        if "watermark" in properties.get("name", "").lower():
            drawn.watermark = True
            continue
        alt = properties.get("descr")
        alt = alt if alt else properties.get("title", alt)
        if not alt and _GROUP in seen:
            inner = [node.get("descr", "") for node in element.iter("{*}cNvPr")]
            alt = "; ".join(filter(None, inner)) or alt
        if _needs_words(element, seen, drawn):
            drawn.pictures.append((alt, _decorative(element)))


def _needs_words(element: etree._Element, seen: set[str], drawn: Drawn) -> bool:
    """A picture needs words that tell what it shows; a box of words, or a mere line, does not."""
    if _PICTURE in seen or _CHART in seen or _DIAGRAM in seen:
        return True
    if drawn.boxes:
        return False
    if _is_rule(element):
        return False
    shapes = [node.get("prst", "") for node in element.iter(A + "prstGeom")]
    return not shapes or not all(shape in _LINES for shape in shapes)


def _is_rule(element: etree._Element) -> bool:
    """A shape that is next to nothing high or wide is a line, however it was drawn."""
    extent = element.find(f"*/{WP}extent")
    if extent is None:
        return False
    return min(abs(integer(extent.get("cx"))), abs(integer(extent.get("cy")))) < _THIN


def _is_wide(anchor: etree._Element) -> bool:
    """A crest beside the address lies behind no words; a picture as large as a page does."""
    extent = anchor.find(f"{WP}extent")
    return extent is not None and min(integer(extent.get("cx")), integer(extent.get("cy"))) > _WIDE


def _decorative(element: etree._Element) -> bool:
    return any(node.get("val", "1") not in {"0", "false"} for node in element.iter(DECORATIVE))


def _describe_vml(element: etree._Element, drawn: Drawn) -> None:
    for shape in element.iter(*_SHAPES):
        name = f"{shape.get('id', '')} {shape.get(O + 'spid', '')}".lower()
        if drawn.texts:
            drawn.watermark = drawn.watermark or "watermark" in name
        elif shape.find(V + "imagedata") is not None:
            drawn.pictures.append((shape.get("alt"), False))
            drawn.floating = drawn.floating or _ABSOLUTE in shape.get("style", "")
    if drawn.texts and not drawn.watermark:
        drawn.marks.append((MarkKind.WORD_ART, "; ".join(drawn.texts)))
