"""Turns a tag tree and the text of its pages into drafts, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.paragraphs import is_contents
from tenderlint.readers.pdf.pieces import Piece, draft_of, find_label, set_label, spoken
from tenderlint.readers.pdf.tagtables import captions_of, has_header_cell, table_of
from tenderlint.readers.pdf.text import plain_text
from tenderlint.readers.pdf.tree import Leaf, Node
from tenderlint.readers.pdf.types import Segment

Contents = dict[Leaf, list[Segment]]

_HEADING = late_pattern(r"H([1-9])?")
_SIMPLE = {  # tags whose words are one block
    "P": BlockKind.PARAGRAPH,
    "Sub": BlockKind.PARAGRAPH,
    "TOCI": BlockKind.CONTENTS,
    "Caption": BlockKind.CAPTION,
    "Note": BlockKind.FOOTNOTE,
    "FENote": BlockKind.FOOTNOTE,
    "Title": BlockKind.HEADING,
    "H": BlockKind.HEADING,
    **{f"H{level}": BlockKind.HEADING for level in range(1, 10)},
}
_GROUPS = frozenset((
    "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "NonStruct", "Private", "BlockQuote",
    "Index", "TOC", "THead", "TBody", "TFoot", "TR", "TD", "TH", "LI", "LBody",
))  # fmt: skip
_BLOCKS = _GROUPS | frozenset(_SIMPLE) | {"L", "Table", "Figure"}
_CLEAR = frozenset(("NonStruct", "Private"))
"""Groups that mean nothing by themselves: what they hold counts as what holds them does."""
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class PictureDraft:
    """A picture that the tags tell of: its page, and its words for those who cannot see it."""

    page: int
    alt: str | None


@dataclass(slots=True)
class Tagged:
    """What the tags gave: drafts, pictures, which contents of which pages they hold, and tables without a header."""

    drafts: list[Draft] = field(default_factory=list)
    pictures: list[PictureDraft] = field(default_factory=list)
    used: set[Leaf] = field(default_factory=set)
    headers_missing: list[Draft] = field(default_factory=list)


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
            if not isinstance(kid, Node):
                loose.append(kid)
            elif _is_block(kid) or _holds_blocks(kid):
                self.text(BlockKind.PARAGRAPH, loose, into, level, depth)
                loose = []
                self.block(kid, into, level, depth + 1)
            elif kid.role != "Artifact":
                loose.append(kid)
        self.text(BlockKind.PARAGRAPH, loose, into, level, depth)

    def block(self, node: Node, into: list[Draft], level: int, depth: int) -> None:
        """Add one block-level tag; `level` is how deep the lists are that it stands in."""
        role = node.role
        if depth > _DEEPEST:
            self.text(BlockKind.PARAGRAPH, list(node.leaves()), into, level, depth)
        elif role in _SIMPLE:
            heading = _HEADING.fullmatch(role)
            rank = int(heading[1] or 1) if heading else 1
            kind = _SIMPLE[role]
            self.text(kind, node.kids, into, rank if kind is BlockKind.HEADING else level, depth)
        elif role == "Table":
            self.table(node, into, depth)
        elif role == "L":
            self.listing(node, into, level + 1, depth)
        elif role == "Figure":
            self.figure(node, into)
        else:
            self.group(node, into, level, depth)

    def listing(self, node: Node, into: list[Draft], level: int, depth: int) -> None:
        """Add a list: its items, and lists that stand straight in it."""
        for kid in node.kids:
            if not isinstance(kid, Node):
                self.text(BlockKind.LIST_ITEM, [kid], into, level, depth)
            elif kid.role == "LI":
                self.item(kid, into, level, depth + 1)
            else:
                self.block(kid, into, level, depth + 1)

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
        self.group(Node("LBody", body), into, level, depth)
        if start < len(into):
            _make_item(into[start], label, level)

    def text(self, kind: BlockKind, kids: Iterable[Node | Leaf], into: list[Draft], level: int, depth: int) -> None:
        """Add a block of the words in some tags; blocks that stand among them come after it."""
        pieces: list[Piece] = []
        inner: list[Node] = []
        label = self._collect(kids, pieces, inner, None, 0)
        draft = draft_of(kind, pieces)
        if draft is not None:
            draft.level = level if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0
            _label(draft, label)
            into.append(draft)
        for node in inner:
            self.block(node, into, level if kind is BlockKind.LIST_ITEM else 0, depth + 1)

    def _collect(
        self, kids: Iterable[Node | Leaf], pieces: list[Piece], inner: list[Node], link: str | None, depth: int
    ) -> str:
        """Gather the segments of inline tags in order; block tags go to `inner`, the words of a label are returned."""
        label = ""
        for kid in kids:
            if not isinstance(kid, Node):
                self.result.used.add(kid)
                segments = self.contents.get(kid)
                if segments:
                    pieces.append(Piece(segments, link))
            elif kid.role == "Lbl":
                label = label or self._plain(kid.kids)
            elif _is_block(kid) and depth < _DEEPEST:
                if kid.role in ("P", "LBody") and not pieces and not _holds_blocks(kid):
                    label = self._collect(kid.kids, pieces, inner, link, depth + 1) or label
                else:
                    inner.append(kid)
            elif kid.role != "Artifact":
                self._inline(kid, pieces, inner, kid.link or link, depth)
        return label

    def _inline(self, node: Node, pieces: list[Piece], inner: list[Node], link: str | None, depth: int) -> None:
        start = len(pieces)
        if depth < _DEEPEST:
            self._collect(node.kids, pieces, inner, link, depth + 1)
        else:
            self._collect(list(node.leaves()), pieces, inner, link, 0)
        if node.actual is not None and node.actual.strip():
            pieces[start:] = spoken(pieces[start:], node.actual, link)

    def _plain(self, kids: Sequence[Node | Leaf]) -> str:
        pieces: list[Piece] = []
        self._collect(kids, pieces, [], None, 0)
        return " ".join(segment.text for piece in pieces for segment in piece.segments).strip()

    def figure(self, node: Node, into: list[Draft]) -> None:
        """Note a picture; words that are part of it are kept as a text box."""
        leaves = list(node.leaves())
        self.result.used.update(leaves)
        page = next((page for page, _ in leaves if page), node.page)
        if node.alt is not None or node.actual != "":  # nothing is to be read in the place of the picture
            self.result.pictures.append(PictureDraft(page, node.alt if node.alt is not None else node.actual))
        draft = draft_of(BlockKind.TEXT_BOX, [Piece(self.contents.get(leaf, []), None) for leaf in leaves])
        if draft is not None:
            into.append(draft)

    def table(self, node: Node, into: list[Draft], depth: int) -> None:
        """Add a table after its captions."""
        start = len(into)
        if into and into[-1].kind is BlockKind.CAPTION and not plain_text(into[-1]).lower().startswith("figure"):
            start -= 1  # it stands above the table, and not in it
        for caption in captions_of(node):
            self.text(BlockKind.CAPTION, caption.kids, into, 0, depth)
        draft = table_of(node, lambda cell, drafts: self.group(cell, drafts, 0, depth + 1))
        if draft is None or draft.table is None:
            return
        draft.table.caption = " ".join(plain_text(caption) for caption in into[start:])
        into.append(draft)
        if len(draft.table.rows) > 1 and not has_header_cell(draft.table):
            self.result.headers_missing.append(draft)


def _is_block(node: Node) -> bool:
    return node.role in _BLOCKS and (node.role not in _CLEAR or _holds_blocks(node))


def _holds_blocks(node: Node) -> bool:
    return any(isinstance(kid, Node) and (_is_block(kid) or _holds_blocks(kid)) for kid in node.kids)


def _label(draft: Draft, label: str) -> None:
    """Find out the label of a block that is no item of a tagged list, and what the label makes of it."""
    if draft.kind is BlockKind.CONTENTS:
        return
    if label:
        set_label(draft, label)
    elif draft.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and is_contents(plain_text(draft)):
        draft.kind = BlockKind.CONTENTS
        return
    elif draft.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        find_label(draft, sure=False)
    if draft.kind is BlockKind.PARAGRAPH and draft.label and not draft.clause:
        draft.kind, draft.level = BlockKind.LIST_ITEM, 1


def _make_item(draft: Draft, label: str, level: int) -> None:
    """Make the first block of a tagged list item an item; a numbered clause stays a paragraph.

    One without number or bullet stays a paragraph as well: Word tags every paragraph of a list so, shown or not.
    """
    if draft.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        draft.kind, draft.level = BlockKind.LIST_ITEM, min(level, 9)
        if label:
            set_label(draft, label)
        elif not draft.label:
            find_label(draft, sure=True)
    elif label and not draft.label:
        set_label(draft, label)
    if draft.kind is BlockKind.LIST_ITEM and (draft.clause or not draft.label):
        draft.kind, draft.level = BlockKind.PARAGRAPH, 0
