"""Reads Word files: .docx, .docm, .dotx and .dotm."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenderlint.model import Document
    from tenderlint.readers.base import Source


def read(source: Source) -> Document:
    """Read a Word file; raises UnreadableError, in one plain line, when nothing of it can be read."""
    from tenderlint.readers.word.document import read_document

    return read_document(source)
