"""Reads PDF files."""

from __future__ import annotations

from tenderlint.model import Document
from tenderlint.readers.base import Source
from tenderlint.readers.pdf.document import read_document


def read(source: Source) -> Document:
    """Read a PDF file into blocks, each with its page, headings, clause and box in points.

    A tagged file is read by its tags, any other by the look of its pages. What could not be read is
    said in the document's notes. Raises UnreadableError when nothing can be read: an empty file, one
    that is no PDF, a password, damage.
    """
    return read_document(source)
