"""What makes a file hard to read for people who use assistive technology, told from the model alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tenderlint.model import Block, BlockKind, Document, Extent, Pack, Picture, Place, walk
from tenderlint.patterns import late_pattern

PDF = "application/pdf"
_WORD = ("application/vnd.openxmlformats-officedocument.wordprocessingml", "application/vnd.ms-word")
_TEXT_DOCUMENT = "application/vnd.oasis.opendocument.text"

_POOR_TITLE = late_pattern(
    r"^(?:microsoft word|untitled|document ?\d*|title|doc\d*|new document|template|blank|powerpoint|slide \d|scan\w*"
    r"|\(?no title\)?|word document)$|^(?:microsoft word|untitled|powerpoint)\b"
    r"|\.(?:docx?|docm|pdf|odt|rtf|indd|xlsx?|pptx?)\W*$",
    re.IGNORECASE,
)
_POOR_ALT = late_pattern(
    r"^(?:(?:picture|image|img|photo|photograph|graphic|graphical user interface|figure|diagram|chart|shape|text box"
    r"|icon|logo|object|screenshot|drawing|text|table|placeholder|alt text|description)\s*\d*\.?"
    r"|[\w\- ().]{1,80}\.(?:jpe?g|png|gif|bmp|emf|wmf|tiff?|svg)|https?://\S{1,2000}|dsc_?\d+|img_?\d+|[\W\d_]+"
    r"|(?:a picture containing|(?:graphical user interface|logo|icon|text|image|shape|diagram)(?:, [a-z ]{1,40}){1,4})"
    r"[\s\S]{0,200}description automatically generated[\s\S]{0,40})$",
    re.IGNORECASE,
)
_LANGUAGE = late_pattern(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_USELESS = ("tags unusable", "tags hold too little")  # marks of the reader: it went by the look of the pages
_MOST_PLACES = 3
_OUTSIDE = ("header", "footer")


def word_files(pack: Pack) -> tuple[Document, ...]:
    """Return the files of a pack that were written in a word processor (Word or OpenDocument) and were read."""
    return tuple(each for each in pack.documents if _is_written(each) and each.extent is not Extent.NOT)


def pdf_files(pack: Pack) -> tuple[Document, ...]:
    """Return the PDF files of a pack that were read."""
    return tuple(each for each in pack.documents if each.media_type == PDF and each.extent is not Extent.NOT)


def tagged_files(pack: Pack) -> tuple[Document, ...]:
    """Return the PDF files of a pack that were read and have tags."""
    return tuple(each for each in pdf_files(pack) if each.structure.tagged)


def read_by_tags(pack: Pack) -> tuple[Document, ...]:
    """Return the tagged PDF files whose tags hold their text, so that headings and tables are those of the tags."""
    return tuple(each for each in tagged_files(pack) if not any(marked(each, kind) for kind in _USELESS))


def _is_written(document: Document) -> bool:
    return document.media_type.startswith(_WORD) or document.media_type.startswith(_TEXT_DOCUMENT)


def is_poor_title(title: str | None) -> bool:
    """Say whether a title is missing or tells nothing ("Document1", the name of a file)."""
    return title is None or not title.strip() or _POOR_TITLE.search(title.strip()) is not None


def is_poor_alt(alt: str | None) -> bool:
    """Say whether the words for a picture are missing or tell nothing ("Picture 3", the name of a file)."""
    return alt is None or not alt.strip() or _POOR_ALT.match(alt.strip()) is not None


def is_language(tag: str) -> bool:
    """Say whether a language tag is built as such tags are ("en-GB"), by the grammar of ISO 32000-1, 14.9.2."""
    return _LANGUAGE.fullmatch(tag.strip()) is not None


def silent_pictures(document: Document) -> Iterator[Picture]:
    """Yield the pictures that tell nothing to somebody who cannot see them; decorative ones need not."""
    for picture in document.structure.pictures:
        if not picture.decorative and is_poor_alt(picture.alt):
            yield picture


def marked(document: Document, kind: str) -> tuple[tuple[Place, str], ...]:
    """Return where the reader of the file saw a thing of this kind, with its words, in the order of the file."""
    return tuple((mark.place, mark.text) for mark in document.structure.marks if mark.kind == kind)


def headings(document: Document) -> tuple[Block, ...]:
    """Return the headings of a document in the order of reading."""
    return tuple(block for block in walk(document.blocks) if block.kind is BlockKind.HEADING)


def counted(number: int, thing: str, things: str = "") -> str:
    """Return "1 picture" or "1,200 pictures"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def all_small(sizes: Mapping[float, int], small: Mapping[float, int], least: float) -> str:
    """Return a sentence for text of which every letter is too small; "" where some is not. Sizes are in points."""
    if len(small) < len(sizes):
        return ""
    if len(small) == 1:
        return f"All the running text is {next(iter(small)):g} point, smaller than {least:g} point."
    most = max(small, key=lambda size: small[size])
    return f"All the running text is smaller than {least:g} point; most of it is {most:g} point."


def first_places(places: Iterable[Place]) -> str:
    """Say in brackets where the first few of many things stand, " (pages 3, 7 and 9)"; "" where nothing tells.

    Those in other documents than the first are told by the names of the documents.
    """
    pages: dict[int, None] = {}
    under: dict[str, None] = {}
    others: dict[str, None] = {}
    first = ""
    for place in places:
        first = first or place.document
        if place.document != first:
            others[place.document] = None
        elif place.page is not None:
            pages[place.page] = None
        elif place.part.startswith(_OUTSIDE):
            under[f"the {place.part}"] = None
        elif place.heading:
            under[f"“{place.heading[-1]}”"] = None
    told = f"under {_listed(list(under))}".replace("under the ", "in the ", 1) if under else ""
    if pages:
        told = f"page{'s' if len(pages) > 1 else ''} {_listed([str(page) for page in sorted(pages)])}"
    also = f"also in {_listed(list(others))}" if others else ""
    return f" ({', '.join(filter(None, (told, also)))})" if told or also else ""


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_PLACES
    shown = names[:_MOST_PLACES] if more > 0 else names
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


_DEMOTED = frozenset(("paragraph styled as heading", "paragraph tagged as heading", "empty heading"))
"""Marks of headings of the file that are none for a reader: their levels count all the same."""


def skipped_levels(document: Document, rows: Iterable[Block]) -> Iterator[tuple[Block, Block]]:
    """Yield each heading that stands more than one level below the one before it, after that one."""
    demoted = [mark.place for mark in document.structure.marks if mark.kind in _DEMOTED]
    for before, after in pairwise(row for row in rows if not row.place.part.startswith(_OUTSIDE)):
        if after.level > before.level + 1 and not any(_between(before.place, place, after.place) for place in demoted):
            yield before, after


def _between(before: Place, place: Place, after: Place) -> bool:
    for low, at, high in (
        (before.page, place.page, after.page),
        (before.paragraph, place.paragraph, after.paragraph),
    ):
        if low is not None and at is not None and high is not None:
            return low <= at <= high
    return False
