"""Reads what is pinned to pages: form fields, comments and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import fold
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import get, identity, inherited, items, number, text
from tenderlint.readers.pdf.tree import link_of
from tenderlint.readers.pdf.types import Box

_COMMENTS = frozenset((
    "Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Stamp", "Square", "Circle", "Line",
    "Polygon", "PolyLine", "Ink",
))  # fmt: skip
_POOR = late_pattern(
    r"(?:text|fill|field|untitled|undefined|check ?box|combo ?box|list ?box|drop ?down|radio|button|group|date|toggle"
    r"|form|image|signature|row|cell)[ _\-.]{0,3}(?:field|box)?[ _\-.#]{0,3}\d{0,6}",
    re.IGNORECASE,
)
_HIDDEN = 0x2
_PUSH_BUTTON = 0x10000
_MOST_ON_PAGE = 2000
_MOST_ADDRESSES = 20_000  # letters


@dataclass(slots=True)
class Pinned:
    """What is pinned to one page; boxes are in the coordinates of the file, not yet as the page is shown."""

    drafts: list[tuple[Box | None, Draft]] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    marks: list[tuple[MarkKind, int, str]] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)


def pinned_to(page: Any, at: int) -> Pinned | None:
    """Return what is pinned to a page, or None when nothing is; `at` is its number."""
    annotations = get(page, "/Annots")
    if annotations is None:
        return None
    pinned = Pinned()
    undescribed = untagged = 0
    for item in items(annotations, _MOST_ON_PAGE):
        kind = text(get(item, "/Subtype"))
        box = _box(get(item, "/Rect"))
        if kind == "Link":
            link = link_of(item)
            if link is not None and box is not None:
                pinned.links.append((box, link))
            undescribed += not text(get(item, "/Contents"))
            untagged += get(item, "/StructParent") is None
        elif kind == "Widget" and not _is_out_of_sight(item, box, page):
            _field(item, box, at, pinned)
        elif kind == "FreeText":
            _words(item, box, at, BlockKind.TEXT_BOX, pinned)
        elif kind == "FileAttachment":
            pinned.attachments.append(text(get(item, "/FS", "/UF")) or text(get(item, "/FS", "/F")) or "a file")
        elif kind in _COMMENTS and not number(get(item, "/F")) & _HIDDEN:
            _words(item, box, at, BlockKind.COMMENT, pinned)
    pinned.marks.extend(_marks(pinned, page, at, undescribed, untagged))
    return pinned


def _marks(
    pinned: Pinned, page: Any, at: int, undescribed: int, untagged: int
) -> Iterator[tuple[MarkKind, int, str]]:
    if (pinned.links or pinned.marks or pinned.drafts) and text(get(page, "/Tabs")) != "S":
        yield MarkKind.NO_TAB_ORDER, at, ""
    if pinned.links:
        addresses = dict.fromkeys(link for _, link in pinned.links if not link.startswith("#"))
        yield MarkKind.LINKS, at, " ".join((str(len(pinned.links)), *addresses))[:_MOST_ADDRESSES]
    if undescribed:
        yield MarkKind.LINK_UNDESCRIBED, at, str(undescribed)
    if untagged:
        yield MarkKind.LINK_UNTAGGED, at, str(untagged)


def _is_out_of_sight(item: Any, box: Box | None, page: Any) -> bool:
    """Tell whether a field is hidden or lies beyond the edges of its page."""
    if number(get(item, "/F")) & _HIDDEN:
        return True
    edges = _box(inherited(page, "/CropBox")) or _box(inherited(page, "/MediaBox"))
    if box is None or edges is None:
        return False
    return box[2] < edges[0] or box[0] > edges[2] or box[3] < edges[1] or box[1] > edges[3]


def _words(item: Any, box: Box | None, at: int, kind: BlockKind, pinned: Pinned) -> None:
    words = fold(text(get(item, "/Contents"), 20_000) or "")
    if words:
        author = fold(text(get(item, "/T"), 200) or "") if kind is BlockKind.COMMENT else ""
        part = "comment" if kind is BlockKind.COMMENT else "text box"
        pinned.drafts.append((box, Draft(kind, page=at, words=words, author=author, part=part)))


def _field(item: Any, box: Box | None, at: int, pinned: Pinned) -> None:
    name, found = _inherited(item)
    kind = text(found.get("/FT"))
    tooltip = fold(text(found.get("/TU"), 2000) or "")
    if kind == "Sig" or (kind == "Btn" and number(found.get("/Ff")) & _PUSH_BUTTON):
        return
    pinned.marks.append((MarkKind.FIELD, at, name))
    if get(item, "/StructParent") is None:
        pinned.marks.append((MarkKind.FIELD_UNTAGGED, at, name))
    if not tooltip:
        pinned.marks.append((MarkKind.FIELD_UNDESCRIBED, at, name))
    elif _POOR.fullmatch(tooltip):
        pinned.marks.append((MarkKind.FIELD_POOR, at, tooltip))
    value = _value(item, kind, found.get("/V"))
    words = f"{tooltip or name}: {value}" if value else tooltip or name
    if words:
        part = f"form field “{name}”" if name else "form field"
        pinned.drafts.append((box, Draft(BlockKind.FORM_FIELD, page=at, words=words, part=part)))


def _inherited(item: Any) -> tuple[str, dict[str, Any]]:
    """Return the full name of a field, and what it or those above it say of it."""
    names: list[str] = []
    found: dict[str, Any] = {}
    seen: set[tuple[int, int] | None] = set()
    holder = item
    while isinstance(holder, pikepdf.Dictionary) and identity(holder) not in seen and len(names) < 32:
        seen.add(identity(holder))
        name = text(get(holder, "/T"), 200)
        if name:
            names.append(name)
        above = get(holder, "/Parent")
        for key in ("/TU", "/V", "/FT", "/Ff"):
            value = get(holder, key)
            if value is not None and (key != "/TU" or name or above is None):  # only a field has a name of its own
                found.setdefault(key, value)
        holder = above
    return fold(".".join(reversed(names))), found


def _value(item: Any, kind: str | None, value: Any) -> str:
    if kind == "Btn":
        state = text(get(item, "/AS")) or text(value) or "Off"
        return "no" if state == "Off" else "yes"
    if isinstance(value, pikepdf.Array):
        return ", ".join(filter(None, (fold(text(one) or "") for one in items(value, 50))))
    return fold(text(value, 20_000) or "")


def _box(rect: Any) -> Box | None:
    sides = [float(side) for side in items(rect, 4) if isinstance(side, int | float | Decimal)]
    if len(sides) != 4:
        return None
    return (min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3]))
