"""Reads all pages of an open PDF, one at a time, and keeps of each what the later stages need."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.annotations import Pinned, pinned_to
from tenderlint.readers.pdf.damage import Damage
from tenderlint.readers.pdf.drawing import read_drawing
from tenderlint.readers.pdf.drawn_tables import drawn_tables
from tenderlint.readers.pdf.facts import FontFacts
from tenderlint.readers.pdf.frame import frame_of
from tenderlint.readers.pdf.grounds import faint_marks
from tenderlint.readers.pdf.guard import Guard
from tenderlint.readers.pdf.links import link_segments
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import ERRORS
from tenderlint.readers.pdf.opening import Opened
from tenderlint.readers.pdf.tree import Leaf
from tenderlint.readers.pdf.types import ARTIFACT, Page
from tenderlint.readers.pdf.words import PageReader

MOST_PAGES = 5000
_MANY_PICTURES = 4  # a page with so many may show words as pictures
_SHORT = 16  # letters


@dataclass(slots=True)
class PagesRead:
    """All pages, and what was found besides their text."""

    pages: list[Page] = field(default_factory=list)
    pinned: dict[int, Pinned] = field(default_factory=dict)
    damage: Damage = field(default_factory=Damage)
    marks: list[tuple[MarkKind, int, str]] = field(default_factory=list)
    tables: Set[int] = frozenset()


def read_pages(opened: Opened, leaves: set[Leaf] | None, tables: Set[int] = frozenset()) -> PagesRead:
    """Read every page; `leaves` are the marked contents that the tag tree holds, None without a tree.

    `tables` are the pages on which the tags tell of a table. What is drawn on a page is read too where its tags do not
    hold enough of its text.
    """
    result = PagesRead(tables=tables)
    structures = _structures(opened.pdf)
    guard, fonts, reader = Guard(), FontFacts(), PageReader(leaves is not None)
    for at in range(min(opened.pages, MOST_PAGES)):
        structure = structures[at] if at < len(structures) else None
        if structure is not None:
            result.marks.extend(fonts.look(structure, at + 1))
            pinned = pinned_to(structure, at + 1)
            if pinned is not None:
                result.pinned[at + 1] = pinned
                result.marks.extend(pinned.marks)
            if not guard.is_safe(structure):
                result.damage.too_large.append(at + 1)
                result.pages.append(Page(at + 1))
                continue
        page = _read_page(opened, at, reader, leaves, guard.pictures, result)
        if page is None:
            result.damage.unreadable.append(at + 1)
            page = Page(at + 1)
        elif at + 1 in result.pinned and leaves is None:
            link_segments(page, result.pinned[at + 1].links)
        page.images = guard.pictures if structure is not None else 0
        result.pages.append(page)
        result.damage.look(page)
    result.marks = [mark for mark in result.marks if not _is_unseen(mark, reader.fonts.shown)]
    return result


def _is_unseen(mark: tuple[MarkKind, int, str], shown: set[str]) -> bool:
    """Tell whether a mark is of a font that is not in the file, and in which nothing is shown."""
    return mark[0] is MarkKind.NOT_EMBEDDED and mark[2] not in shown


def _read_page(
    opened: Opened,
    at: int,
    reader: PageReader,
    leaves: set[Leaf] | None,
    pictures: int,
    result: PagesRead,
) -> Page | None:
    pointer = engine.load_page(opened.handle.pointer, at)
    if not pointer:
        return None
    try:
        page = reader.read(pointer, at + 1)
        if leaves is None or pictures >= _MANY_PICTURES or not page.segments or not _is_tagged(page, leaves):
            page.drawing = read_drawing(pointer, page.frame or frame_of(pointer))
            page.paths = len(page.drawing.rules) + len(page.drawing.fills) + page.drawing.others
        result.marks.extend(faint_marks(pointer, page))
        if leaves is not None and page.number not in result.tables:
            result.marks.extend(drawn_tables(pointer, page))
        return page
    finally:
        engine.close_page(pointer)


def _is_tagged(page: Page, leaves: set[Leaf]) -> bool:
    """Tell whether the tags hold all of a page's text but for a page number or the like."""
    outside = sum(
        len(segment.text)
        for segment in page.segments
        if (page.number, segment.content) not in leaves
        and (segment.content != ARTIFACT or not page.is_margin(segment))
    )
    return outside < _SHORT


def _structures(pdf: Any) -> list[Any]:
    """Return the pages as pikepdf sees them, or none when it sees them otherwise than PDFium."""
    if pdf is None:
        return []
    try:
        return [page.obj for page in pdf.pages[:MOST_PAGES]]
    except ERRORS:
        return []
