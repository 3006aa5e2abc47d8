"""Makes packs from a few lines of text, for the tests and for the examples on the cards."""

from __future__ import annotations

from collections.abc import Mapping

from tenderlint.model import Document, Pack
from tenderlint.readers.base import Source
from tenderlint.readers.plain import read
from tenderlint.roles import with_roles


def document(text: str, name: str = "Invitation to tender.md") -> Document:
    """Make a document: `#` starts a heading, `-` an item, `|` a row of a table, an empty line ends a paragraph."""
    return read(Source(name, text.encode()))


def pack(text: str | Mapping[str, str], name: str = "pack", notice: dict[str, object] | None = None) -> Pack:
    """Make a pack from one text, or from several by the names of their files."""
    texts = {"Invitation to tender.md": text} if isinstance(text, str) else text
    documents = tuple(document(words, path) for path, words in texts.items())
    return Pack(name, name, with_roles(documents), notice)
