"""Notices what people who listen to a tagged file stumble over: the order, empty tags, headers read on every page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.joins import go_on
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.structure import Marks, page_of
from tenderlint.readers.pdf.tagtables import has_header_cell
from tenderlint.readers.pdf.text import plain_text
from tenderlint.readers.pdf.tree import Leaf, Node
from tenderlint.readers.pdf.types import Box, Page, Segment

_DIGITS = late_pattern(r"\d+")
_BULLETS = frozenset("•●▪■◦○‣⁃➢➤►✓✔\uf0b7\uf0a7\uf0d8\uf0fc")
_FEWEST = 3  # pages that show the same words at the same height
_SHARE = 0.5  # of the pages
_HEIGHT = 4.0  # points: how much a header may move between pages
_SPOKEN = ("H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "LI", "TH", "Caption", "Link")
_WITH_CONTENT = frozenset(("Figure", "Formula", "Form", "Annot", "Artifact"))
_MOST = 500  # marks of one kind
_ASIDE = frozenset((BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX))
_SAME = 1.0  # point
_LEADING = 1.6  # times the height of a line: the next line of one heading is no further down
_OVERLAP = 0.5  # of the narrower of two boxes: what has less in common stands in another column
_BACK = 3.0  # points: less is no jump
_FAR = 5.0  # points beyond the edge of the page


def stumbles_in(
    pages: Sequence[Page],
    drafts: Sequence[Draft],
    noted: Mapping[str, Sequence[Node]],
    spoken: Mapping[Leaf, Sequence[Segment]],
    used: Set[Leaf],
) -> Marks:
    """Return a mark for each stumbling block.

    `drafts` are what the tags hold, in their order, `noted` the tags by role, `spoken` the marked contents that hold
    words, and `used` those that the tags hold.
    """
    return [
        *_jumps(drafts),
        *_pieces(drafts),
        *_running(pages, used),
        *_empty(noted, spoken, {page.number for page in pages if page.images}),
        *_beyond(pages, used),
        *_bullets(noted, spoken),
    ]


def _jumps(drafts: Sequence[Draft]) -> Marks:
    """Return a mark for each place where the tags go up a page again, in the same column."""
    marks: Marks = []
    below: Draft | None = None
    box: Box | None = None
    for draft in drafts:
        here = draft.box if draft.kind not in _ASIDE else None
        if here is None:
            continue
        if below is not None and box is not None and below.page == draft.page and _is_above(here, box):
            words = f"{_words(below)} | {_words(draft)}"
            marks.append((MarkKind.ORDER_JUMPS, draft.page, words))
        below, box = draft, here
    return marks[:_MOST]


def _is_above(box: Box, before: Box) -> bool:
    if box[1] < before[3] - _BACK:
        return False
    common = min(box[2], before[2]) - max(box[0], before[0])
    return common > _OVERLAP * min(box[2] - box[0], before[2] - before[0])


def _words(draft: Draft) -> str:
    if draft.table is None:
        return plain_text(draft)[:60]
    inner = (one for row in draft.table.rows for cell in row for one in cell.drafts)
    return next((plain_text(one)[:60] for one in inner if one.lines), "a table")


def _pieces(drafts: Sequence[Draft]) -> Marks:
    """Return a mark for each heading or table that is cut into several tags."""
    marks: Marks = []
    before: Draft | None = None
    for draft in drafts:
        if before is not None:
            if draft.table is not None and before.table is not None and go_on(before, draft) and _is_cut(before, draft):
                marks.append((MarkKind.TABLE_CUT, draft.page, _words(draft)))
            elif draft.kind is BlockKind.HEADING and before.kind is BlockKind.HEADING and _is_next_line(before, draft):
                marks.append((MarkKind.HEADING_CUT, draft.page, f"{_words(before)} | {_words(draft)}"))
        before = draft
    return marks[:_MOST]


def _is_cut(before: Draft, after: Draft) -> bool:
    """Tell whether two tables are one for certain: the first has a header, or the second starts within a sentence."""
    return (before.table is not None and has_header_cell(before.table)) or _words(after)[:1].islower()


def _is_next_line(before: Draft, after: Draft) -> bool:
    if before.level != after.level or before.page != after.page or after.label or not (before.lines and after.lines):
        return False
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > 0.1 or last.bold != first.bold or last.text[-1:] in ".:;?!":
        return False
    drop = last.bottom - first.bottom
    aligned = abs(last.left - first.left) < _SAME or abs(last.left + last.right - first.left - first.right) < 2 * _SAME
    return aligned and 0 < drop < _LEADING * first.size


def _running(pages: Sequence[Page], used: Set[Leaf]) -> Marks:
    """Return a mark for each line at the edge of pages that is tagged and read again on most of them."""
    if len(pages) < _FEWEST:
        return []
    shown: dict[tuple[str, int], list[Segment]] = defaultdict(list)
    for page in pages:
        for segment in _outermost(page):
            if (page.number, segment.content) in used:
                key = (_DIGITS.sub("#", segment.text).casefold(), round(segment.bottom / _HEIGHT))
                shown[key].append(segment)
    least = max(_FEWEST, _SHARE * len(pages))
    counts = ((segments[0], len({segment.page for segment in segments})) for segments in shown.values())
    return [
        (MarkKind.RUNNING_TAGGED, first.page, f"{times} | {first.text[:100]}")
        for first, times in counts
        if times >= least
    ]


def _outermost(page: Page) -> list[Segment]:
    """Return the top and the bottom segment of a page."""
    if not page.segments:
        return []
    top = max(page.segments, key=lambda segment: segment.top)
    bottom = min(page.segments, key=lambda segment: segment.bottom)
    return [segment for segment in (top, bottom) if page.is_margin(segment)]


def _empty(noted: Mapping[str, Sequence[Node]], spoken: Mapping[Leaf, object], pictured: set[int]) -> Marks:
    """Return a mark for each tag that ought to hold words and holds none.

    Pictures may stand in for words, and a cell of a table may be blank.
    """
    told: Counter[str] = Counter()
    marks: Marks = []
    blank = {id(kid) for role in ("TD", "TH") for cell in noted.get(role, ()) for kid in cell.kids}
    blank.update(id(row.kids[0]) for row in noted.get("TR", ()) if row.kids)  # the corner over names of rows
    for role in _SPOKEN:
        for node in noted.get(role, ()):
            if not _holds(node, spoken, pictured) and id(node) not in blank and told[role] < _MOST:
                told[role] += 1
                marks.append((MarkKind.TAG_EMPTY, page_of(node), role))
    return marks


def _holds(node: Node, spoken: Mapping[Leaf, object], pictured: set[int]) -> bool:
    if node.alt or node.actual or (node.link and node.role != "Link"):
        return True
    stack: list[Node | Leaf] = list(node.kids)
    while stack:
        kid = stack.pop()
        if not isinstance(kid, Node):
            if kid in spoken or kid[0] in pictured:
                return True
        elif kid.role in _WITH_CONTENT or kid.alt or kid.actual or kid.link:
            return True
        else:
            stack.extend(kid.kids)
    return False


def _bullets(noted: Mapping[str, Sequence[Node]], spoken: Mapping[Leaf, Sequence[Segment]]) -> Marks:
    """Return a mark for each paragraph that starts with a typed bullet and is in no list.

    What stands in cells is left out: Word tags no lists in tables, however they were made.
    """
    listed = {id(kid) for role in ("TD", "TH") for cell in noted.get(role, ()) for kid in cell.kids}
    stack: list[Node | Leaf] = list(noted.get("LI", ()))
    while stack:
        node = stack.pop()
        if isinstance(node, Node) and id(node) not in listed:
            listed.add(id(node))
            stack.extend(node.kids)
    marks: Marks = []
    for node in noted.get("P", ()):
        first = node.kids[0] if node.kids else None
        segments = spoken.get(first) if first is not None and not isinstance(first, Node) else None
        if segments and segments[0].text[:1] in _BULLETS and id(node) not in listed:
            marks.append((MarkKind.LIST_TYPED, segments[0].page, " ".join(each.text for each in segments)[:100]))
    return marks[:_MOST]


def _beyond(pages: Sequence[Page], used: Set[Leaf]) -> Marks:
    """Return a mark for each page with tagged words beyond its edges: they are read and never seen."""
    marks: Marks = []
    for page in pages:
        for segment in page.segments:
            outside = (
                segment.right < -_FAR
                or segment.top < -_FAR
                or segment.left > page.width + _FAR
                or segment.bottom > page.height + _FAR
            )
            if outside and (page.number, segment.content) in used:
                marks.append((MarkKind.OFF_PAGE, page.number, segment.text[:100]))
                break
    return marks
