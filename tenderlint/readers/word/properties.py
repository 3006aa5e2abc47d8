"""Reads what a Word file says of itself: title, author, language, protection and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.model import Mark, Place
from tenderlint.readers.base import fold
from tenderlint.readers.word.marks import MarkKind
from tenderlint.readers.word.names import VAL, W, integer, is_on

if TYPE_CHECKING:
    from lxml import etree

    from tenderlint.readers.word.package import Package, Relations

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; None where it is silent."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    created: str | None = None
    producer: str | None = None
    pages: int | None = None


def read_properties(package: Package) -> Properties:
    """Read the properties of the file."""
    core = _root(package, "core-properties", "The properties")
    app = _root(package, "extended-properties", "The properties")
    kept = app is not None and _text(app, _APP + "Words") != "0"  # programs that count no words guess the pages too
    pages = integer(_text(app, _APP + "Pages")) if kept else 0
    return Properties(
        title=_text(core, _DC + "title"),
        author=_text(core, _DC + "creator"),
        language=_text(core, _DC + "language"),
        created=_text(core, _TERMS + "created"),
        producer=_producer(app),
        pages=pages if pages > 0 else None,
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the file that a reader needs."""

    even_pages: bool = False
    marks: tuple[Mark, ...] = ()


def read_settings(package: Package, relations: Relations, document: str) -> Settings:
    """Read the settings part; no settings where there is none."""
    name = package.related(relations, "settings")
    root = package.xml(name, "The settings") if name else None
    if root is None:
        return Settings()
    place = Place(document)
    marks = []
    even_pages = False
    for child in root:
        if child.tag == W + "evenAndOddHeaders":
            even_pages = is_on(child.get(VAL))
        elif child.tag == W + "trackRevisions" and is_on(child.get(VAL)):
            marks.append(Mark(MarkKind.TRACKING, place))
        elif child.tag == W + "documentProtection" and is_on(child.get(W + "enforcement")):
            marks.append(Mark(MarkKind.PROTECTED, place, child.get(W + "edit", "")))
    return Settings(even_pages, tuple(marks))


def file_marks(package: Package, relations: Relations, root: etree._Element, document: str) -> list[Mark]:
    """Return the marks of the file as a whole: macros and the colour of its pages."""
    place = Place(document)
    marks = []
    if any(relation.kind == "vbaProject" for relation in relations.values()):
        marks.append(Mark(MarkKind.MACROS, place))
    background = root.find(W + "background")
    colour = background.get(W + "color", "auto") if background is not None else "auto"
    if colour not in {"auto", "FFFFFF"}:
        marks.append(Mark(MarkKind.BACKGROUND, place, colour))
    return marks


def _root(package: Package, kind: str, what: str) -> etree._Element | None:
    name = package.related(package.relations, kind)
    return package.xml(name, what, lost=False) if name else None


def _text(root: etree._Element | None, tag: str) -> str | None:
    found = root.findtext(tag) if root is not None else None
    return fold(found) or None if found else None


def _producer(app: etree._Element | None) -> str | None:
    names = (_text(app, _APP + "Application"), _text(app, _APP + "AppVersion"))
    return " ".join(name for name in names if name) or None
