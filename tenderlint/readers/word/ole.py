"""Tells apart the files that the old Office container can hold, without opening them."""

from __future__ import annotations

from tenderlint.errors import UnreadableError
from tenderlint.readers.base import Source

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refuse(source: Source) -> UnreadableError:
    """Say why a file in the old container cannot be read: a password, or an old format."""
    holds = source.data.__contains__
    if holds(_entry("EncryptedPackage")) or holds(_entry("EncryptionInfo")):
        return UnreadableError(
            "is locked with a password", source.path, "Save a copy without it, or ask for one."
        )
    if holds(_entry("WordDocument")):
        return UnreadableError("is an old Word file (.doc)", source.path, "Save it as .docx and check that.")
    if holds(_entry("Workbook")) or holds(_entry("Book")):
        return UnreadableError("is an old Excel file (.xls)", source.path, "Save it as .xlsx and check that.")
    if holds(_entry("PowerPoint Document")):
        return UnreadableError("is an old PowerPoint file (.ppt)", source.path, "Save it as .docx or PDF.")
    return UnreadableError("is an old Office file of an unknown kind", source.path, "Save it as .docx and check that.")


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le")
