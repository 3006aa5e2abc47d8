"""Finds the parts of a Word file and how they refer to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from tenderlint.errors import UnreadableError
from tenderlint.readers.base import Source
from tenderlint.readers.word import ole
from tenderlint.readers.zipparts import PartError, Parts, open_parts

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OTHER_KINDS = (
    ("spreadsheetml", "is a spreadsheet, not a Word file", "Give it the ending .xlsx."),
    ("presentationml", "is a presentation, not a Word file", "Save it as .docx or PDF."),
)
_BEGINNINGS = (
    (b"%PDF", "is a PDF file with the name of a Word file", "Give it the ending .pdf."),
    (b"{\\rtf", "is a rich text (RTF) file with the name of a Word file", "Save it as .docx."),
    (b"<", "is a web page or other XML with the name of a Word file", "Save it as .docx."),
    (b"version https://git-lfs", "is a pointer of Git LFS, not the file itself", "Fetch it with `git lfs pull`."),
)
_AGAIN = "Save it again as .docx from Word or LibreOffice."


@dataclass(frozen=True, slots=True)
class Relation:
    """How a part refers to another, or to something outside the file; `kind` is its type's last word."""

    kind: str
    target: str
    external: bool = False


Relations = dict[str, Relation]


@dataclass(slots=True)
class Package:
    """A Word file: its parts, the name of its main part, and what could not be read."""

    parts: Parts
    main: str
    content_type: str
    relations: Relations
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def xml(self, name: str, what: str, lost: bool = True) -> etree._Element | None:
        """Return the root of a part, or None after noting why `what` could not be read.

        The note goes to `problems` where words may be lost with the part, else to `remarks`.
        """
        try:
            return self.parts.xml(name)
        except PartError as error:
            notes = self.problems if lost else self.remarks
            notes.append(f"{what} could not be read: the part {name} {error}.")
            return None

    def related(self, relations: Relations, kind: str) -> str | None:
        """Return the name of the first part of a kind, or None."""
        names = (each.target for each in relations.values() if each.kind == kind and not each.external)
        return next((name for name in names if name in self.parts), None)

    def relations_of(self, name: str) -> Relations:
        """Return the references that a part makes, by their ids."""
        folder, _, file = name.rpartition("/")
        return _relations(self.parts, f"{folder}/_rels/{file}.rels".lstrip("/"), folder)


def open_package(source: Source) -> Package:
    """Open a Word file; raises UnreadableError, in one plain line, when it is not one or is locked or broken."""
    _sniff(source)
    parts = open_parts(source, "Word file")
    relations = _relations(parts, "_rels/.rels", "")
    types = _content_types(parts)
    main = _main_part(parts, relations, types)
    if main is None:
        raise _not_word(source, types)
    kind = types.get(main.lower(), "")
    for sign, message, advice in _OTHER_KINDS:
        if sign in kind:
            raise UnreadableError(message, source.path, advice)
    return Package(parts, main, kind, relations)


def _sniff(source: Source) -> None:
    data = source.data
    if not data:
        raise UnreadableError("is empty: it has 0 bytes", source.path, "Copy or download it again.")
    if data.startswith(ole.MAGIC):
        raise ole.refuse(source)
    if data.startswith(b"PK"):
        return
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, message, advice in _BEGINNINGS:
        if start.startswith(beginning):
            raise UnreadableError(message, source.path, advice)
    raise UnreadableError("is not a Word file", source.path, _AGAIN)


def _main_part(parts: Parts, relations: Relations, types: dict[str, str]) -> str | None:
    for relation in relations.values():
        if relation.kind == "officeDocument" and relation.target in parts:
            return relation.target
    named = (name for name, kind in types.items() if "wordprocessingml" in kind and kind.endswith("main+xml"))
    found = next((name for name in named if name in parts), None)
    return found or ("word/document.xml" if "word/document.xml" in parts else None)


def _not_word(source: Source, types: dict[str, str]) -> UnreadableError:
    if types:
        return UnreadableError("is an Office file without a text in it", source.path, _AGAIN)
    return UnreadableError("is a zip file, not a Word file", source.path, _AGAIN)


def _relations(parts: Parts, name: str, folder: str) -> Relations:
    if name not in parts:
        return {}
    try:
        root = parts.xml(name)
    except PartError:
        return {}
    return {
        element.get("Id", str(number)): _relation(element, folder)
        for number, element in enumerate(root.iter(_RELATION))
    }


def _relation(element: etree._Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    if target.startswith("/"):
        return Relation(kind, target.lstrip("/"))
    return Relation(kind, posixpath.normpath(posixpath.join(folder, target)) if target else "")


def _content_types(parts: Parts) -> dict[str, str]:
    """The content types of the parts that name one, by the part's name in small letters."""
    name = "[Content_Types].xml"
    if name not in parts:
        return {}
    try:
        root = parts.xml(name)
    except PartError:
        return {}
    return {
        element.get("PartName", "").lstrip("/").lower(): element.get("ContentType", "")
        for element in root.iter(_TYPES + "Override")
    }
