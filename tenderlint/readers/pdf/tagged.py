"""Turns a tag tree and the text of its pages into drafts, in the order of the tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tenderlint.model import BlockKind
from tenderlint.readers.building import split_number
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.labels import label_of
from tenderlint.readers.pdf.lines import line_of
from tenderlint.readers.pdf.paragraphs import is_contents
from tenderlint.readers.pdf.text import plain_text
from tenderlint.readers.pdf.tree import Leaf, Node
from tenderlint.readers.pdf.types import Segment

Contents = dict[Leaf, list[Segment]]

_GROUPS = frozenset(
    ("Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "NonStruct", "Private", "BlockQuote", "Index")
)
_HEADING = re.compile(r"H([1-9])?")
_TABLE_PARTS = frozenset(("THead", "TBody", "TFoot"))
_NOTES = frozenset(("Note", "FENote"))
_BLOCKS = _GROUPS | _TABLE_PARTS | _NOTES | {"P", "L", "LI", "LBody", "Table", "TR", "TD", "TH", "TOC", "TOCI", "Caption", "Figure", "Title", "H"}
_BLOCKS |= {f"H{level}" for level in range(1, 10)}
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class PictureDraft:
    """A picture that the tags tell of: its page, what is drawn there, and its words for those who cannot see it."""

    page: int
    alt: str | None
    after: int  # how many drafts came before it


@dataclass(slots=True)
class Tagged:
    """What the tags gave: drafts, pictures, and which contents of which pages they hold."""

    drafts: list[Draft] = field(default_factory=list)
    pictures: list[PictureDraft] = field(default_factory=list)
    used: set[Leaf] = field(default_factory=set)
    headers_missing: list[Draft] = field(default_factory=list)  # tables without a header cell


@dataclass(slots=True)
class _Piece:
    """Some segments and where they lead."""

    segments: list[Segment]
    link: str | None


def drafts_of_tree(tree: Node, contents: Contents) -> Tagged:
    """Return what the tree holds; `contents` are the segments of each marked content."""
    result = Tagged()
    _Reader(contents, result).group(tree, result.drafts, 0, 0)
    return result


class _Reader:
    def __init__(self, contents: Contents, result: Tagged) -> None:
        self.contents = contents
        self.result = result

    def group(self, node: Node, into: list[Draft], level: int, depth: int) -> None:
        """Add what a grouping tag holds; text that stands in it without a paragraph makes paragraphs of its own."""
        loose: list[Node | Leaf] = []
        for kid in node.kids:
            if isinstance(kid, Node) and (kid.role in _BLOCKS or _holds_blocks(kid)):
                self.text(BlockKind.PARAGRAPH, loose, into, level, depth)
                loose = []
                self.block(kid, into, level, depth + 1)
            elif not (isinstance(kid, Node) and kid.role == "Artifact"):
                loose.append(kid)
        self.text(BlockKind.PARAGRAPH, loose, into, level, depth)

    def block(self, node: Node, into: list[Draft], level: int, depth: int) -> None:
        """Add one block-level tag."""
        role = node.role
        if depth > _DEEPEST:
            self.text(BlockKind.PARAGRAPH, list(node.leaves()), into, level, depth)
        elif role == "Table":
            self.table(node, into, depth)
        elif role == "L":
            self.listing(node, into, level + 1, depth)
        elif role == "Figure":
            self.figure(node, into)
        elif role == "TOC":
            self.group(node, into, level, depth)
        elif role == "TOCI":
            self.text(BlockKind.CONTENTS, node.kids, into, level, depth)
        elif role == "Caption":
            self.text(BlockKind.CAPTION, node.kids, into, level, depth)
        elif role in _NOTES:
            self.text(BlockKind.FOOTNOTE, node.kids, into, 0, depth)
        elif role == "Title" or _HEADING.fullmatch(role):
            rank = int(role[1:] or 1) if role != "Title" else 1
            self.text(BlockKind.HEADING, node.kids, into, rank, depth)
        elif role in ("P", "Sub"):
            self.text(BlockKind.PARAGRAPH, node.kids, into, level, depth)
        else:
            self.group(node, into, level, depth)

    def listing(self, node: Node, into: list[Draft], level: int, depth: int) -> None:
        """Add a list: its items, and lists that stand straight in it."""
        for kid in node.kids:
            if isinstance(kid, Node) and kid.role == "LI":
                self.item(kid, into, level, depth + 1)
            elif isinstance(kid, Node):
                self.block(kid, into, level, depth + 1)
            else:
                self.text(BlockKind.LIST_ITEM, [kid], into, level, depth)

    def item(self, node: Node, into: list[Draft], level: int, depth: int) -> None:
        """Add a list item: the first text is the item, what follows in it stands below it."""
        label = ""
        body: list[Node | Leaf] = []
        for kid in node.kids:
            if isinstance(kid, Node) and kid.role == "Lbl":
                label = " ".join(filter(None, (label, self._plain(kid.kids))))
            elif isinstance(kid, Node) and kid.role == "LBody":
                body.extend(kid.kids)
            else:
                body.append(kid)
        start = len(into)
        holder = Node("LBody", body)
        self.group(holder, into, level, depth)
        first = into[start] if start < len(into) else None
        if first is not None and first.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            first.kind, first.level = BlockKind.LIST_ITEM, min(level, 9)
            if label:
                _set_label(first, label)
            elif not first.label:
                _find_label(first, sure=True)
        elif first is not None and label and not first.label:
            _set_label(first, label)
        if first is not None and first.clause and first.kind is BlockKind.LIST_ITEM:
            first.kind, first.level = BlockKind.PARAGRAPH, 0  # a numbered clause is no item of a list

    def text(
        self, kind: BlockKind, kids: Iterable[Node | Leaf], into: list[Draft], level: int, depth: int
    ) -> None:
        """Add a block of the words in some tags; blocks that stand among them come after it."""
        pieces: list[_Piece] = []
        inner: list[Node] = []
        label = self._collect(kids, pieces, inner, None, 0)
        draft = _draft(kind, pieces)
        if draft is not None:
            draft.level = level if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0
            if label and kind is not BlockKind.CONTENTS:
                _set_label(draft, label)
            elif kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and is_contents(plain_text(draft)):
                draft.kind = kind = BlockKind.CONTENTS
            elif kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
                _find_label(draft, sure=False)
            if kind is BlockKind.PARAGRAPH and draft.label and not draft.clause:
                draft.kind, draft.level = BlockKind.LIST_ITEM, 1
            into.append(draft)
        for node in inner:
            self.block(node, into, level if kind is BlockKind.LIST_ITEM else 0, depth + 1)

    def _collect(
        self, kids: Iterable[Node | Leaf], pieces: list[_Piece], inner: list[Node], link: str | None, depth: int
    ) -> str:
        """Gather the segments of inline tags in order; block tags go to `inner`, the words of a label are returned."""
        label = ""
        for kid in kids:
            if not isinstance(kid, Node):
                self.result.used.add(kid)
                segments = self.contents.get(kid)
                if segments:
                    pieces.append(_Piece(segments, link))
            elif kid.role == "Lbl":
                label = label or self._plain(kid.kids)
            elif kid.role == "Artifact":
                continue
            elif kid.role in _BLOCKS and depth < _DEEPEST:
                if kid.role in ("P", "LBody") and not pieces and not _holds_blocks(kid):
                    label = self._collect(kid.kids, pieces, inner, link, depth + 1) or label
                else:
                    inner.append(kid)
            else:
                self._inline(kid, pieces, inner, kid.link or link, depth)
        return label

    def _inline(self, node: Node, pieces: list[_Piece], inner: list[Node], link: str | None, depth: int) -> None:
        start = len(pieces)
        if depth < _DEEPEST:
            self._collect(node.kids, pieces, inner, link, depth + 1)
        else:
            self._collect(list(node.leaves()), pieces, inner, link, 0)
        if node.actual is not None and node.actual.strip():
            pieces[start:] = _spoken(pieces[start:], node.actual, link)

    def _plain(self, kids: Sequence[Node | Leaf]) -> str:
        pieces: list[_Piece] = []
        self._collect(kids, pieces, [], None, 0)
        return " ".join(segment.text for piece in pieces for segment in piece.segments).strip()

    def figure(self, node: Node, into: list[Draft]) -> None:
        """Note a picture; words that are part of it are kept as a text box."""
        leaves = list(node.leaves())
        self.result.used.update(leaves)
        page = next((page for page, _ in leaves if page), node.page)
        alt = node.alt if node.alt is not None else node.actual
        self.result.pictures.append(PictureDraft(page, alt, len(into)))
        draft = _draft(BlockKind.TEXT_BOX, [_Piece(self.contents.get(leaf, []), None) for leaf in leaves])
        if draft is not None:
            into.append(draft)

    def table(self, node: Node, into: list[Draft], depth: int) -> None:
        """Add a table with its cells on a grid."""
        rows: list[list[Node]] = []
        heads = 0
        caption: list[Draft] = []
        for part, in_head in _rows(node):
            if part.role == "Caption":
                self.text(BlockKind.CAPTION, part.kids, caption, 0, depth)
            elif part.role == "TR":
                cells = [kid for kid in part.kids if isinstance(kid, Node) and kid.role in ("TD", "TH")]
                if cells:
                    rows.append(cells)
                    heads += in_head
            elif part.role in ("TD", "TH"):
                rows.append([part])
        draft = Draft(BlockKind.TABLE)
        made, any_header = self._grid(rows, depth)
        first = next((inner for row in made for cell in row for inner in cell.drafts), None)
        into.extend(caption)
        if first is None:
            return
        full = 0
        for row in made:
            if not all(cell.header for cell in row):
                break
            full += 1
        draft.page = first.page
        draft.table = TableDraft(made, _box_of(made, first.page), _lefts_of(made), max(heads, full))
        if caption:
            draft.table.caption = " ".join(line.text for one in caption for line in one.lines)
        into.append(draft)
        if not any_header and len(made) > 1:
            self.result.headers_missing.append(draft)

    def _grid(self, rows: list[list[Node]], depth: int) -> tuple[list[list[CellDraft]], bool]:
        taken: set[tuple[int, int]] = set()
        made: list[list[CellDraft]] = []
        any_header = False
        for number, nodes in enumerate(rows):
            cells = []
            column = 0
            for node in nodes:
                while (number, column) in taken:
                    column += 1
                header = node.role == "TH"
                any_header = any_header or header
                cell = CellDraft(number, column, [], node.row_span, node.column_span, header)
                for row in range(number, number + min(node.row_span, len(rows) - number)):
                    taken.update((row, each) for each in range(column, column + node.column_span))
                self.group(node, cell.drafts, 0, depth + 1)
                cells.append(cell)
                column += node.column_span
            made.append(cells)
        return made, any_header


def _rows(node: Node) -> Iterator[tuple[Node, bool]]:
    for kid in node.kids:
        if not isinstance(kid, Node):
            continue
        if kid.role in _TABLE_PARTS:
            for row in kid.kids:
                if isinstance(row, Node):
                    yield row, kid.role == "THead"
        else:
            yield kid, False


def _holds_blocks(node: Node) -> bool:
    return any(isinstance(kid, Node) and (kid.role in _BLOCKS or _holds_blocks(kid)) for kid in node.kids)


def _spoken(pieces: list[_Piece], actual: str, link: str | None) -> list[_Piece]:
    """Put the words that the file gives for a stretch in place of what its letters spell, where they differ."""
    segments = [segment for piece in pieces for segment in piece.segments]
    spelt = "".join(segment.text for segment in segments)
    if not segments or _letters(spelt) == _letters(actual):
        return pieces
    words = " ".join(actual.split())
    first = segments[0]
    right, bottom = max(each.right for each in segments), min(each.bottom for each in segments)
    whole = replace(first, text=words, right=right, bottom=bottom, runs=first.runs[:1], hyphen=False, glued=segments[-1].glued)
    return [_Piece([whole], link)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _draft(kind: BlockKind, pieces: list[_Piece]) -> Draft | None:
    """Make a draft of pieces in the order of the tags, put into lines by where they stand."""
    lines: list[list[Segment]] = []
    before: Segment | None = None
    for piece in pieces:
        for segment in piece.segments:
            if piece.link is not None:
                segment.link = piece.link
            if before is not None and _same_line(before, segment):
                lines[-1].append(segment)
            else:
                lines.append([segment])
            before = segment
    if not lines:
        return None
    made = [line_of(line) for line in lines]
    return Draft(kind, made, page=made[0].page)


def _same_line(before: Segment, after: Segment) -> bool:
    if before.page != after.page or after.left < before.left:
        return False
    height = min(before.top - before.bottom, after.top - after.bottom)
    return min(before.top, after.top) - max(before.bottom, after.bottom) > 0.5 * height


def _box_of(rows: list[list[CellDraft]], page: int) -> tuple[float, float, float, float] | None:
    boxes = [
        line.box for row in rows for cell in row for draft in cell.drafts for line in draft.lines if line.page == page
    ]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))


def _lefts_of(rows: list[list[CellDraft]]) -> tuple[float, ...]:
    """Return where the words of each column start furthest left, 0 for a column without words."""
    width = max((cell.column + cell.column_span for row in rows for cell in row), default=0)
    lefts = [0.0] * min(width, 200)
    for row in rows:
        for cell in row:
            for draft in cell.drafts:
                if draft.lines and cell.column < len(lefts):
                    here = min(line.left for line in draft.lines)
                    lefts[cell.column] = min(lefts[cell.column] or here, here)
    return tuple(lefts)


def _set_label(draft: Draft, label: str) -> None:
    """Give a draft the label that the file marks as one; it is not in the draft's text."""
    found = label_of(label, apart=True)
    draft.label = found.text if found else label[:20]
    draft.clause = found.clause if found else None


def _find_label(draft: Draft, sure: bool) -> None:
    """Tell the label at the start of a draft's text; `sure` when the tags say that it is a list item."""
    line = draft.lines[0]
    found = line.label() or (label_of(line.text, sure=True) if sure else None)
    if found is not None and (found.length < len(line.text) or len(draft.lines) > 1):
        draft.label, draft.clause, draft.skip = found.text, found.clause, found.length
    elif draft.kind is BlockKind.HEADING:
        number, words = split_number(line.text)
        if number:
            draft.label, draft.clause, draft.skip = number, number, len(line.text) - len(words)

