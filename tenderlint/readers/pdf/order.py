"""Puts everything that was read into the order of reading, by the file's tags or by the look of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from types import MappingProxyType

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.annotations import Pinned
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.headings import body_of, demote_paragraphs, mark_headings
from tenderlint.readers.pdf.joins import joined_over_pages
from tenderlint.readers.pdf.layout import Layout, drafts_of, layout_of
from tenderlint.readers.pdf.leading import Leading
from tenderlint.readers.pdf.lines import Line, lines_of
from tenderlint.readers.pdf.listening import stumbles_in
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.running import Running, take_running
from tenderlint.readers.pdf.tagged import Contents, PictureDraft, Tagged, drafts_of_tree
from tenderlint.readers.pdf.text import plain_text
from tenderlint.readers.pdf.tree import Leaf, Node
from tenderlint.readers.pdf.types import ARTIFACT, Page

_ENOUGH = 0.85  # of the file's letters that its tags must hold
_SOME = 20  # letters
_LUMP = 3000  # letters: a paragraph longer than this holds what should be many
_FEW_HEADINGS = 1
_FEW_STRAYED = 0.1  # of all blocks


@dataclass(slots=True)
class Ordered:
    """The drafts in the order of reading, pictures, and what the tags lacked."""

    drafts: list[Draft] = field(default_factory=list)
    pictures: list[PictureDraft] = field(default_factory=list)
    marks: list[tuple[MarkKind, int, str]] = field(default_factory=list)
    tags_used: bool = False


def ordered(
    pages: Sequence[Page],
    tree: Node | None,
    pinned: dict[int, Pinned],
    noted: Mapping[str, Sequence[Node]] = MappingProxyType({}),
) -> Ordered:
    """Return what the pages hold in the order of reading; `noted` are the tags of the tree by their role."""
    result = _by_tags(pages, tree, noted) if tree is not None else None
    if result is None:
        result = _by_layout(pages)
        if tree is not None:
            why = "they hold too little of the text, or all of it in one piece"
            result.marks.append((MarkKind.TAGS_UNUSABLE, 0, why))
            result.marks.extend(_sparse(pages, set(tree.leaves())))
    _insert(result.drafts, _pinned_drafts(pages, pinned))
    return result


def _by_layout(pages: Sequence[Page]) -> Ordered:
    leading = Leading()
    layouts = [layout_of(page) for page in pages]
    for layout in layouts:
        for region in layout.regions:
            leading.learn(region.lines)
    running = take_running(layouts)
    drafts = [draft for layout in layouts for draft in drafts_of(layout, leading)]
    drafts = joined_over_pages(drafts)
    mark_headings(drafts, body_of(drafts))
    _insert_running(drafts, running)
    return Ordered(drafts)


def _by_tags(pages: Sequence[Page], tree: Node, noted: Mapping[str, Sequence[Node]]) -> Ordered | None:
    """Return what the tags tell, or None when they are of no use."""
    contents = _contents(pages)
    tagged = drafts_of_tree(tree, contents)
    if not _is_useful(pages, tagged):
        return None
    stumbles = stumbles_in(pages, tagged.drafts, noted, contents, tagged.used)
    result = Ordered(_page_by_page(tagged.drafts), tagged.pictures, stumbles, tags_used=True)
    runnings = _add_leftovers(pages, tagged.used, result)
    result.drafts = joined_over_pages(result.drafts)
    headings = [draft for draft in result.drafts if draft.kind is BlockKind.HEADING]
    if len(headings) <= _FEW_HEADINGS and len(pages) > 2 * len(headings):
        mark_headings(result.drafts, body_of(result.drafts))
        found = sum(1 for draft in result.drafts if draft.kind is BlockKind.HEADING) - len(headings)
        if found:
            result.marks.append((MarkKind.HEADINGS_BY_LOOK, 0, str(found)))
    result.marks.extend(
        (MarkKind.HEADING_PARAGRAPH, draft.page, plain_text(draft)[:100]) for draft in demote_paragraphs(result.drafts)
    )
    for draft in tagged.headers_missing:
        result.marks.append((MarkKind.NO_HEADER_CELLS, draft.page, _first_words(draft)))
    for running in runnings:
        _insert_running(result.drafts, running)
    return result


def _page_by_page(drafts: list[Draft]) -> list[Draft]:
    """Put back what the tags tell after a later page began, unless the tags jump so much that they mean it."""
    kept, strayed, last = [], [], 0
    for draft in drafts:
        if draft.page < last and draft.box is not None:
            strayed.append((draft.box, draft))
        else:
            kept.append(draft)
            last = max(last, draft.page)
    if not strayed or len(strayed) > _FEW_STRAYED * len(drafts):
        return drafts
    _insert(kept, strayed)
    return kept


def _contents(pages: Iterable[Page]) -> Contents:
    contents: Contents = {}
    for page in pages:
        for segment in page.segments:
            if segment.content >= 0:
                contents.setdefault((page.number, segment.content), []).append(segment)
    return contents


def _is_useful(pages: Sequence[Page], tagged: Tagged) -> bool:
    inside = outside = 0
    for page in pages:
        for segment in page.segments:
            if (page.number, segment.content) in tagged.used:
                inside += len(segment.text)
            elif segment.content != ARTIFACT:
                outside += len(segment.text)
    if not inside or inside < _ENOUGH * (inside + outside):
        return False
    lumps = 0
    for draft in tagged.drafts:
        if len(draft.lines) > 30:
            size = sum(len(segment.text) for line in draft.lines for segment in line.segments)
            lumps += size if size > _LUMP else 0
    return lumps < 0.3 * inside


def _sparse(pages: Sequence[Page], held: Set[Leaf]) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark where the tags hold too few of a file's letters."""
    inside = outside = 0
    for page in pages:
        for segment in page.segments:
            if (page.number, segment.content) in held:
                inside += len(segment.text)
            elif segment.content != ARTIFACT:
                outside += len(segment.text)
    if outside >= _SOME and inside < _ENOUGH * (inside + outside):
        yield MarkKind.TAGS_SPARSE, 0, str(100 * inside // (inside + outside))


def _add_leftovers(pages: Sequence[Page], used: set[Leaf], result: Ordered) -> list[Running]:
    """Add the text that the tags do not hold, and return the headers and footers."""
    layouts: list[Layout] = []
    running = Running()
    told: set[str] = set()
    for page in pages:
        left = [segment for segment in page.segments if (page.number, segment.content) not in used]
        if not left:
            continue
        artifacts = [segment for segment in left if segment.content == ARTIFACT and page.is_margin(segment)]
        for line in lines_of(artifacts):
            running.add(line, page, told)
        rest = [segment for segment in left if segment.content != ARTIFACT or not page.is_margin(segment)]
        if rest:
            layouts.append(layout_of(Page(page.number, page.width, page.height, rest, page.drawing)))
    leading = Leading()
    found = take_running(layouts, len(pages))
    drafts = []
    for layout in layouts:
        for region in layout.regions:
            leading.learn(region.lines)
        drafts.extend(drafts_of(layout, leading))
    drafts = [draft for draft in drafts if draft.table is not None or any(map(str.isalnum, plain_text(draft)))]
    for page_number in sorted({draft.page for draft in drafts}):
        words = next(plain_text(draft) for draft in drafts if draft.page == page_number)
        result.marks.append((MarkKind.UNTAGGED_TEXT, page_number, words[:100]))
    _insert(result.drafts, [(draft.box, draft) for draft in drafts])
    return [running, found]


def _first_words(draft: Draft) -> str:
    if draft.table is None:
        return ""
    inner = (one for row in draft.table.rows for cell in row for one in cell.drafts)
    return next((plain_text(one)[:100] for one in inner if one.lines), "")


def _pinned_drafts(pages: Sequence[Page], pinned: dict[int, Pinned]) -> list[tuple[tuple[float, ...] | None, Draft]]:
    found: list[tuple[tuple[float, ...] | None, Draft]] = []
    for number, each in sorted(pinned.items()):
        frame = pages[number - 1].frame if number <= len(pages) else None
        for box, draft in each.drafts:
            found.append((frame.box(*box) if frame and box else box, draft))
    return found


def _insert(drafts: list[Draft], added: Sequence[tuple[tuple[float, ...] | None, Draft]]) -> None:
    """Put drafts where they stand on their pages: before the first that starts lower down or on a later page."""
    if not added:
        return
    places: list[tuple[int, int, Draft]] = []
    for number, (box, draft) in enumerate(added):
        top = box[3] if box else 0.0
        place = len(drafts)
        for at, other in enumerate(drafts):
            if other.page > draft.page or (other.page == draft.page and _top(other) < top):
                place = at
                break
        places.append((place, number, draft))
    for place, _, draft in sorted(places, key=lambda item: (item[0], item[1]), reverse=True):
        drafts.insert(place, draft)


def _top(draft: Draft) -> float:
    box = draft.box
    return box[3] if box else 0.0


def _insert_running(drafts: list[Draft], running: Running) -> None:
    """Put each header before, and each footer after, what stands on the page that shows it first."""
    for number, line in reversed(running.headers):
        place = next((at for at, draft in enumerate(drafts) if draft.page >= number), len(drafts))
        drafts.insert(place, _running_draft(BlockKind.HEADER, line))
    for number, line in running.footers:
        place = next((at for at, draft in enumerate(drafts) if draft.page > number), len(drafts))
        drafts.insert(place, _running_draft(BlockKind.FOOTER, line))


def _running_draft(kind: BlockKind, line: Line) -> Draft:
    return Draft(kind, [line], page=line.page)
