"""Reads a whole PDF: page by page with PDFium, its structure with pikepdf, by its tags or else by its layout."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tenderlint.model import Document, Extent, Mark, Note, Picture, Place, Structure, walk
from tenderlint.readers.base import Source, count_words, digest
from tenderlint.readers.pdf.assemble import assemble
from tenderlint.readers.pdf.barriers import barriers_in, forget_described
from tenderlint.readers.pdf.facts import Facts, facts_of
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import ERRORS, get
from tenderlint.readers.pdf.opening import Opened, open_pdf
from tenderlint.readers.pdf.order import Ordered, ordered
from tenderlint.readers.pdf.pages import MOST_PAGES, PagesRead, read_pages
from tenderlint.readers.pdf.structure import faults_of, pages_of
from tenderlint.readers.pdf.text import Hyphens
from tenderlint.readers.pdf.tree import Leaf, Node, read_tree
from tenderlint.readers.pdf.types import Page

MEDIA_TYPE = "application/pdf"
_MOST_PICTURES = 2000
_SMALLEST = 12.0  # points: a picture smaller than this either way is a bullet or a rule
_WAIT = ("please wait", "if this message is not eventually replaced")


def read_document(source: Source) -> Document:
    """Read a PDF; raises UnreadableError, in one plain line, when it is none, is locked, or is broken."""
    with _collector_at_rest():
        return _read(source)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the collector of cycles from running: a reader makes many objects and no cycles, and it costs a tenth."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(source: Source) -> Document:
    opened = open_pdf(source)
    try:
        facts = facts_of(opened.pdf) if opened.pdf is not None else Facts()
        noted: dict[str, list[Node]] = {}
        tree, leaves = _tree(opened, noted)
        if facts.tagged and tree is None:
            facts.marks.append((MarkKind.TAGS_SPARSE, 0, "0"))
        facts.marks.extend(barriers_in(noted))
        facts.marks.extend(faults_of(noted))
        if source.standard:
            facts.marks.extend(_judged(source, opened))
        read = read_pages(opened, leaves, pages_of(noted.get("Table", ())))
        forget_described(read.marks, noted)
    finally:
        opened.close()
    found = ordered(read.pages, tree, read.pinned, noted)
    blocks = assemble(source.path, found.drafts, _hyphens(read.pages))
    words = count_words(" ".join([block.text for block in walk(blocks)]))
    notes = tuple(_notes(opened, read, facts))
    return Document(
        path=source.path,
        media_type=MEDIA_TYPE,
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        structure=_structure(source.path, facts, read, found),
        notes=notes,
        extent=_extent(notes, words),
        pages=opened.pages,
        words=words,
    )


def _judged(source: Source, opened: Opened) -> list[tuple[MarkKind, int, str]]:
    from tenderlint.readers.pdf.standard import judged  # loads a package that few have and few ask for

    return list(judged(source.data, opened.pdf))


def _tree(opened: Opened, noted: dict[str, list[Node]]) -> tuple[Node | None, set[Leaf] | None]:
    """Return the tag tree and the marked contents that it holds, or None twice; `noted` is filled with its tags."""
    if opened.pdf is None:
        return None, None
    try:
        root = get(opened.pdf.Root, "/StructTreeRoot")
        if root is None:
            return None, None
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pdf.pages, 1)}
    except ERRORS:
        return None, None
    tree = read_tree(root, numbers, noted)
    if tree is None:
        return None, None
    leaves = set(tree.leaves())
    return (tree, leaves) if leaves else (None, None)


def _hyphens(pages: Sequence[Page]) -> Hyphens:
    hyphens = Hyphens()
    if any(segment.hyphen for page in pages for segment in page.segments):
        for page in pages:
            hyphens.learn(page.segments)
        hyphens.judge(page.segments for page in pages)
    return hyphens


def _notes(opened: Opened, read: PagesRead, facts: Facts) -> Iterator[Note]:
    if opened.damaged:
        yield Note(
            "the file is damaged and was mended as far as it goes: pages or words may be missing. Copy or download it "
            "again, or save it again from the program that made it.",
            lost=not opened.pdf or not read.pages,
        )
    if opened.pages > MOST_PAGES:
        yield Note(f"only the first {MOST_PAGES} of {opened.pages} pages were read.", MOST_PAGES + 1)
    yield from read.damage.notes()
    attached = [*facts.attachments, *(name for pinned in read.pinned.values() for name in pinned.attachments)]
    if attached:
        several = "files are attached" if len(attached) > 1 else "file is attached"
        kind = " (the file is a portfolio)" if facts.portfolio else ""
        names = ", ".join(attached[:20]) + (" …" if len(attached) > 20 else "")
        told = f"{len(attached)} {several} to it and not read{kind}: {names}."
        yield Note(f"{told} Save them beside it to have them read.")
    if facts.xfa:
        yield from _xfa_note(read)


def _xfa_note(read: PagesRead) -> Iterator[Note]:
    words = " ".join(segment.text for page in read.pages[:1] for segment in page.segments).lower()
    waiting = any(sign in words for sign in _WAIT) or not words
    if waiting:
        yield Note(
            "the form is an XFA form, which only Adobe programs show: its words were not read. "
            "Save it as an ordinary PDF.",
            1,
        )
    else:
        yield Note("the form has XFA parts, which only Adobe programs show: they were not read.", 1, lost=False)


def _extent(notes: Sequence[Note], words: int) -> Extent:
    if not any(note.lost for note in notes):
        return Extent.FULLY
    return Extent.PARTLY if words else Extent.NOT


def _structure(path: str, facts: Facts, read: PagesRead, found: Ordered) -> Structure:
    return Structure(
        title=facts.title,
        title_shown=facts.title_shown,
        language=facts.language,
        author=facts.author,
        producer=facts.producer,
        created=facts.created,
        tagged=facts.tagged,
        bookmarks=facts.bookmarks,
        pictures=tuple(_pictures(path, read.pages, found)),
        marks=tuple(_marks(path, facts, read, found)),
    )


def _pictures(path: str, pages: Sequence[Page], found: Ordered) -> Iterator[Picture]:
    if found.tags_used:
        for picture in found.pictures[:_MOST_PICTURES]:
            yield Picture(Place(path, picture.page or None), picture.alt)
        return
    count = 0
    for page in pages:
        for left, bottom, right, top in page.drawing.pictures:
            if right - left >= _SMALLEST and top - bottom >= _SMALLEST and count < _MOST_PICTURES:
                count += 1
                box = (round(left, 1), round(bottom, 1), round(right, 1), round(top, 1))
                yield Picture(Place(path, page.number, box=box))


def _marks(path: str, facts: Facts, read: PagesRead, found: Ordered) -> Iterator[Mark]:
    marks: list[tuple[MarkKind, int, str]] = [*facts.marks, *read.marks, *found.marks]
    if read.damage.text_is_damaged:
        marks.extend((MarkKind.DAMAGED_TEXT, page, word.strip()) for word, page in read.damage.broken.items())
    marks.extend((MarkKind.SCAN_TEXT, page, "") for page in read.damage.hidden[:1])
    marks.extend((MarkKind.SCANNED_PAGE, page, "") for page in read.damage.pictures)
    for kind, page, text in marks:
        yield Mark(kind, Place(path, page or None), text)

