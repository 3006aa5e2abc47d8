"""What of a pack was not read, and whether that leaves open what was not found."""

from __future__ import annotations

from tenderlint.model import Document, Extent, Pack
from tenderlint.report import NotRead

_PDF = "application/pdf"
_NO_TEXT_FILE = ("pdf", "sheet", "excel", "csv", "json", "presentation", "powerpoint", "html", "visio", "database")
"""Parts of the names of kinds of file that no word processor wrote."""
UNREAD = "could not be read"
"""How the words on a gap end."""
SMALL_SHARE = 0.2
"""Up to this share of a pack's pages may be unread before "nowhere in the pack" turns into "cannot tell"."""


def not_read(pack: Pack) -> tuple[NotRead, ...]:
    """List every file and page that was not read, in the order of the documents."""
    return tuple(
        NotRead(document.path, note.page, note.text)
        for document in pack.documents
        for note in document.notes
        if note.lost
    )


def gap(pack: Pack, area: str = "") -> str:
    """Say in words what was not read if it is enough to hide something, else nothing.

    The checks of the areas "word" and "pdf" miss nothing when a file of another kind was not read.
    """
    documents = [document for document in pack.documents if _concerns(document, area)]
    whole = [document.path for document in documents if _is_lost(document)]
    if whole:
        return f"{_listed(whole)} {UNREAD}"
    pages = sum(document.pages or 0 for document in documents)
    lost = {(document.path, note.page) for document in documents for note in document.notes if note.lost}
    if pages and len(lost) > SMALL_SHARE * pages:
        return f"{len(lost)} of {pages} pages {UNREAD}"
    return ""


def _concerns(document: Document, area: str) -> bool:
    if area == "pdf":
        return document.media_type == _PDF
    return area != "word" or not any(kind in document.media_type for kind in _NO_TEXT_FILE)


def _is_lost(document: Document) -> bool:
    return document.extent is Extent.NOT and any(note.lost for note in document.notes)


def _listed(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} other files"
    return f"{', '.join(names[:-1])} and {names[-1]}"
