"""Marks pictures of a Word file as decoration, those that the user names and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from tenderlint.facts.access import counted, silent_pictures
from tenderlint.fixing.changes import EVERY_PICTURE, Corrected, Wishes

if TYPE_CHECKING:
    from docx.document import Document as WordFile

    from tenderlint.model import Document

_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE = f"{{{_NAMESPACE}}}decorative"
_MOST_NAMES = 4


def mark_decorative(file: WordFile, document: Document, wishes: Wishes, told: Corrected) -> None:
    """Mark the pictures that the user names; name those without words that are left."""
    wanted = {name.casefold() for name in wishes.decorative}
    silent = []
    for properties in file.element.body.iter(qn("wp:docPr")):
        if _is_decorative(properties):
            continue
        name, words = properties.get("name", ""), (properties.get("descr") or properties.get("title") or "").strip()
        if name.casefold() in wanted or (EVERY_PICTURE in wanted and not words):
            _mark(properties)
            told.change(f"Picture “{name}”", f"“{words}”" if words else "no words", "decoration", "as you said")
        elif not words and next(properties.getparent().iter(qn("pic:pic")), None) is not None:
            silent.append(name)
    if silent:
        names = ", ".join(f"“{name}”" for name in silent[:_MOST_NAMES])
        more = f" and {len(silent) - _MOST_NAMES} more" if len(silent) > _MOST_NAMES else ""
        told.left.append(
            f"{counted(len(silent), 'picture has', 'pictures have')} no words: {names}{more}. Write what is shown, or "
            "name pure decoration after --decorative."
        )
    elif not wanted and any(silent_pictures(document)):
        told.left.append("The words for some pictures are missing or tell nothing: write what they show.")


def _is_decorative(properties: Any) -> bool:
    return any(each.get("val", "1") not in {"0", "false"} for each in properties.iter(_DECORATIVE))


def _mark(properties: Any) -> None:
    for each in list(properties.iter(_DECORATIVE)):  # one that says no
        each.set("val", "1")
    if properties.get("descr"):
        properties.set("descr", "")
    if _is_decorative(properties):
        return
    extensions = properties.find(qn("a:extLst"))
    if extensions is None:
        extensions = OxmlElement("a:extLst")
        properties.append(extensions)
    extension = OxmlElement("a:ext")
    extension.set("uri", _URI)
    mark = etree.SubElement(extension, _DECORATIVE, nsmap={"adec": _NAMESPACE})
    mark.set("val", "1")
    extensions.append(extension)
