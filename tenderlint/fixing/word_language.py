"""Writes the language of a Word file where Word looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.opc.part import Part

_AFTER = tuple(qn(f"w:{name}") for name in ("eastAsianLayout", "specVanish", "oMath", "rPrChange"))
_LANG, _VAL = qn("w:lang"), qn("w:val")


def put(parts: dict[str, Part], main: Part, language: str, now: str) -> set[str]:
    """Say that the text is in `language`; return the names of the parts that changed.

    Words that said `now` say `language`; where the styles say nothing they say it for the whole file.
    """
    changed = set()
    if now:
        for name, part in parts.items():
            if _replace(part.element, language, now):  # type: ignore[attr-defined]
                changed.add(name)
    styles = next((name for name, part in parts.items() if part.content_type.endswith("styles+xml")), None)
    if styles is not None and _put_default(parts[styles].element, language, bool(now)):  # type: ignore[attr-defined]
        changed.add(styles)
    return changed


def _replace(root: Any, language: str, now: str) -> bool:
    found = [each for each in root.iter(_LANG) if (each.get(_VAL) or "").lower() == now.lower()]
    for each in found:
        each.set(_VAL, language)
    return bool(found)


def _put_default(styles: Any, language: str, only_missing: bool) -> bool:
    """Set the language of the document defaults; returns whether that changed anything."""
    defaults = _child(styles, "w:docDefaults", first=True)
    properties = _child(_child(defaults, "w:rPrDefault", first=True), "w:rPr", first=True)
    lang = properties.find(_LANG)
    if lang is None:
        lang = OxmlElement("w:lang")
        after = next((child for child in properties if child.tag in _AFTER), None)
        if after is None:
            properties.append(lang)
        else:
            after.addprevious(lang)
    if lang.get(_VAL) == language or (only_missing and lang.get(_VAL)):
        return False
    lang.set(_VAL, language)
    return True


def _child(parent: Any, name: str, first: bool) -> Any:
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        parent.insert(0 if first else len(parent), found)
    return found
