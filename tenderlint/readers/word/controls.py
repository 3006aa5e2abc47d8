"""Reads what a content control is for and whether its prompt still shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.readers.word.names import SDT_CONTENT, SDT_PR, TEXT, VAL, W14, W, is_on

if TYPE_CHECKING:
    from lxml import etree

_KINDS = {
    W + "text": "text", W + "richText": "text", W + "date": "date", W + "dropDownList": "list",
    W + "comboBox": "list", W14 + "checkbox": "check box", W + "picture": "picture",
}  # fmt: skip
_FURNITURE = frozenset(
    W + name for name in ("docPartObj", "docPartList", "group", "citation", "bibliography", "equation")
)
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Control:
    """A content control; `kind` is "" for one that only wraps text, such as a table of contents."""

    kind: str = ""
    title: str = ""
    prompting: bool = False
    text: str = ""


def read_control(sdt: etree._Element) -> Control:
    """Read the properties of a w:sdt; the words in it are cut after 200 letters."""
    properties = sdt.find(SDT_PR)
    kind, title, prompting, tag = "", "", False, ""
    for child in properties if properties is not None else ():
        name = child.tag
        if name in _FURNITURE:
            return Control()
        if name in _KINDS:
            kind = _KINDS[name]
        elif name == W + "alias":
            title = child.get(VAL, "")
        elif name == W + "tag":
            tag = child.get(VAL, "")
        elif name == W + "showingPlcHdr":
            prompting = is_on(child.get(VAL))
    if not (kind or title or tag or prompting):
        return Control()
    return Control(kind or "text", title, prompting, _words(sdt) if prompting or not title else "")


def content(sdt: etree._Element) -> etree._Element | None:
    """Return the part of a content control that holds its words."""
    return sdt.find(SDT_CONTENT)


def _words(sdt: etree._Element) -> str:
    found = ""
    for text in sdt.iter(TEXT):
        found += text.text or ""
        if len(found) > _MOST_WORDS:
            break
    return " ".join(found.split())[:_MOST_WORDS]
