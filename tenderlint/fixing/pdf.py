"""Corrects a PDF file with pypdf: title, language and whether the title is shown, written after the old bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from tenderlint.fixing.changes import NOTHING, Corrected, RefusedError, Wishes
from tenderlint.fixing.words import find_title, needs_title, wanted_language

if TYPE_CHECKING:
    from tenderlint.model import Document

_SIGNED = 1  # the first bit of SigFlags (ISO 32000-1, table 219)
_PREFERENCES = "/ViewerPreferences"
_SHOWN = "/DisplayDocTitle"


def correct(data: bytes, document: Document, wishes: Wishes, told: Corrected) -> bytes:
    """Return the corrected bytes of a PDF file, and tell every change; the same bytes where there is none.

    The copy begins with the whole of the old file: the changes are an update at its end (ISO 32000-1, 7.5.6).
    Raises RefusedError for a file that is signed or locked.
    """
    reader = _opened(data)
    if _is_signed(reader):
        raise RefusedError("is signed: any change would break its signature. Correct the file that was signed.")
    writer = PdfWriter(io.BytesIO(data), incremental=True)
    titled = _title(writer, document, told)
    _shown(writer, document, titled, told)
    _language(writer, document, wishes, told)
    if not told.changes:
        return data
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted
    except DependencyError:  # pypdf would need another package even to open it
        locked = True
    if locked:
        raise RefusedError("is locked. Save a copy without security from the program that made it.")
    return reader


def _title(writer: PdfWriter, document: Document, told: Corrected) -> bool:
    """Write a title where the file has none that tells anything; say whether it has one now."""
    if not needs_title(document):
        return True
    title, where = find_title(document)
    if not title:
        told.left.append("No title was found in its own words: write one in the program that made the file.")
        return False
    old = (document.structure.title or "").strip()
    writer.add_metadata({"/Title": title})
    xmp = writer.xmp_metadata
    if xmp is not None:
        xmp.dc_title = {"x-default": title}
    told.change("Title", f"“{old}”" if old else NOTHING, f"“{title}”", where)
    return True


def _shown(writer: PdfWriter, document: Document, titled: bool, told: Corrected) -> None:
    """Have the window name the title rather than the file."""
    if document.structure.title_shown or not titled:
        return
    preferences = _entry(writer.root_object, _PREFERENCES)
    if preferences is None:
        preferences = DictionaryObject()
        writer.root_object[NameObject(_PREFERENCES)] = preferences
    preferences[NameObject(_SHOWN)] = BooleanObject(True)
    told.change("In the title bar", "the name of the file", "the title")


def _language(writer: PdfWriter, document: Document, wishes: Wishes, told: Corrected) -> None:
    language, why = wanted_language(document, wishes, told)
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
        told.change("Language", (document.structure.language or "").strip() or NOTHING, language, why)


def _is_signed(reader: PdfReader) -> bool:
    root = reader.root_object
    if _entry(root, "/Perms") is not None:
        return True
    form = _entry(root, "/AcroForm")
    flags = form.get("/SigFlags", 0) if form is not None else 0
    return isinstance(flags, int) and bool(flags & _SIGNED)


def _entry(dictionary: DictionaryObject, name: str) -> Any:
    found = dictionary.get(name)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else None
