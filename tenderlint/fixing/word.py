"""Corrects a Word file with python-docx: title, language, header rows, decoration, repeated blanks."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from tenderlint.fixing import word_blanks, word_language, word_pictures, word_tables
from tenderlint.fixing.changes import NOTHING, Corrected, RefusedError, Wishes
from tenderlint.fixing.word_zip import CORE, announce_core, check_parts, with_parts
from tenderlint.fixing.words import find_title, needs_title, wanted_language

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.opc.part import Part

    from tenderlint.model import Document

_MOST_TITLE = 255  # letters that the property can hold
_LOCKED = frozenset({"forms", "readOnly", ""})
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def correct(data: bytes, document: Document, wishes: Wishes, told: Corrected) -> bytes:
    """Return the corrected bytes of a Word file, and tell every change; the same bytes where there is none.

    `document` is the file as it was read. Raises RefusedError for a file that is signed, protected, or that
    python-docx cannot open.
    """
    if any(mark.kind == "document protection" and mark.text in _LOCKED for mark in document.structure.marks):
        raise RefusedError("is protected against changes. Stop the protection in Word (Review, Restrict Editing).")
    check_parts(data)
    file = _opened(data)
    changed: dict[str, bytes] = {}
    _title(data, file, document, told, changed)
    parts = _text_parts(file)
    steps: tuple[Callable[[], set[str]], ...] = (
        lambda: _language(file, parts, document, wishes, told),
        lambda: _body(file, document, wishes, told),
    )
    names = {name for step in steps for name in step()}
    changed.update({name: part.blob for name, part in parts.items() if name in names})
    return with_parts(data, changed) if changed else data


def _opened(data: bytes) -> WordFile:
    from docx import Document

    try:
        return Document(io.BytesIO(data))
    except ValueError as error:  # python-docx names the kind of file
        raise RefusedError("is a template or holds macros. Save it as .docx and correct that.") from error


def _title(data: bytes, file: WordFile, document: Document, told: Corrected, changed: dict[str, bytes]) -> None:
    if not needs_title(document):
        return
    title, where = find_title(document)
    if not title:
        told.left.append("No title was found in its own words: write one in File, Info, Properties.")
        return
    package = file.part.package
    is_new = not any(relation.reltype == _CORE_RELATION for relation in package.rels.values())
    file.core_properties.title = title[:_MOST_TITLE]
    part = package.part_related_by(_CORE_RELATION)
    if is_new:
        _leave_only_title(part)
        changed.update(announce_core(data))
    changed[CORE if is_new else part.partname.lstrip("/")] = part.blob
    told.change("Title", _quoted(document.structure.title), _quoted(title[:_MOST_TITLE]), where)


def _leave_only_title(part: Part) -> None:
    """Take out what python-docx says in properties that it makes: itself as author, and the time."""
    root = part.element  # type: ignore[attr-defined]
    for child in list(root):
        if not child.tag.endswith("}title"):
            root.remove(child)


def _text_parts(file: WordFile) -> dict[str, Part]:
    """The parts that hold formatted text and that python-docx reads, by their names in the zip."""
    from docx.opc.part import XmlPart

    parts = [part for part in file.part.package.iter_parts() if isinstance(part, XmlPart)]
    return {part.partname.lstrip("/"): part for part in parts if "wordprocessingml" in part.content_type}


def _language(
    file: WordFile, parts: dict[str, Part], document: Document, wishes: Wishes, told: Corrected
) -> set[str]:
    language, why = wanted_language(document, wishes, told)
    if not language:
        return set()
    now = (document.structure.language or "").strip()
    names = word_language.put(parts, file.part, language, now)
    if names:
        told.change("Language", now or NOTHING, language, why)
    else:
        told.left.append(f"The language is {language}, but the file has no styles to say so: save it anew in Word.")
    return names


def _body(file: WordFile, document: Document, wishes: Wishes, told: Corrected) -> set[str]:
    """Correct what stands in the main part; return its name where anything changed."""
    count = len(told.changes)
    word_tables.mark_headers(file, document, told)
    word_pictures.mark_decorative(file, document, wishes, told)
    word_blanks.fold(file, told)
    return {file.part.partname.lstrip("/")} if len(told.changes) > count else set()


def _quoted(text: str | None) -> str:
    return f"“{text.strip()}”" if text and text.strip() else NOTHING
