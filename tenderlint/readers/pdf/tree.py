"""Reads the tag tree of a PDF into plain nodes, within limits and without running in circles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_DEEPEST = 64
_MOST_NODES = 400_000
_ROLES = 8  # times a role may be mapped to another

# Tags that come by the thousand and never have words of their own in place of their content.
_WITHOUT_WORDS = frozenset(("P", "L", "LI", "LBody", "Lbl", "TR", "TBody", "THead", "Table", "Sect", "Div", "Part"))

Leaf = tuple[int, int]  # page from 1, marked-content id

STANDARD = frozenset((
    "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "NonStruct", "Private", "BlockQuote", "TOC",
    "TOCI", "Index", "Title", "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "Sub", "L", "LI", "Lbl", "LBody", "Table",
    "TR", "TH", "TD", "THead", "TBody", "TFoot", "Caption", "Span", "Em", "Strong", "Quote", "Note", "FENote",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form", "Artifact",
))  # fmt: skip


@dataclass(slots=True)
class Node:
    """One tag: its standard role, what it holds in order, and what it says of itself."""

    role: str
    kids: list[Node | Leaf] = field(default_factory=list)
    alt: str | None = None
    actual: str | None = None
    link: str | None = None
    row_span: int = 1
    column_span: int = 1
    scoped: bool = False  # of a header cell: it says which cells it heads
    page: int = 0  # where the tag says it stands, 0 where it does not

    def leaves(self) -> Iterator[Leaf]:
        """Yield every marked content below, in order."""
        stack: list[Iterator[Node | Leaf]] = [iter(self.kids)]
        while stack:
            kid = next(stack[-1], None)
            if kid is None:
                stack.pop()
            elif isinstance(kid, Node):
                stack.append(iter(kid.kids))
            else:
                yield kid


def read_tree(
    root: Any, pages: dict[tuple[int, int], int], noted: dict[str, list[Node]] | None = None
) -> Node | None:
    """Return the tags below StructTreeRoot, or None when there are none; `pages` numbers the pages by object.

    `noted` is filled with all tags by their role, those of one role in the order of the tree. Broken branches are left
    out: a tree is a help, and text that it does not hold is found by layout.
    """
    try:
        return _Walk(root, pages, noted).run()
    except (pikepdf.PdfError, ValueError, TypeError, UnicodeDecodeError, AttributeError, NotImplementedError):
        return None


class _Walk:
    """One walk over a tag tree, with its own stack: trees may be deeper than Python's."""

    def __init__(
        self, root: Any, pages: dict[tuple[int, int], int], noted: dict[str, list[Node]] | None = None
    ) -> None:
        self.root = root
        self.pages = pages
        self.noted = {} if noted is None else noted
        self.roles: dict[str, str] = {}
        self.role_map = _dictionary(root.get("/RoleMap"))
        self.seen: set[tuple[int, int]] = set()
        self.count = 0

    def run(self) -> Node | None:
        top = Node("Document")
        stack = [(self.root.get("/K"), top, 0, 0)]
        while stack:
            item, parent, page, depth = stack.pop()
            if item is None or self.count > _MOST_NODES:
                continue
            if isinstance(item, int):
                parent.kids.append((page, item))
            elif isinstance(item, pikepdf.Dictionary):
                self._element(item, parent, page, depth, stack)
            elif isinstance(item, pikepdf.Array):
                # The kids go on the stack in reverse, so that they come off it in order.
                stack.extend([(kid, parent, page, depth) for kid in reversed(_items(item))])
        return top if top.kids else None

    def _element(self, item: Any, parent: Node, page: int, depth: int, stack: list[Any]) -> None:
        number = item.objgen
        if number[0]:
            if number in self.seen:
                return
            self.seen.add(number)
        self.count += 1
        own_page = item.get("/Pg")
        if own_page is not None:
            page = self.pages.get(own_page.objgen, page)
        name = item.get("/S")
        if name is None:
            self._reference(item, parent, page)
            return
        role = self._role(name)
        node = Node(role, page=page)
        same = self.noted.get(role)
        if same is None:
            self.noted[role] = [node]
        else:
            same.append(node)
        if depth < _DEEPEST:
            parent.kids.append(node)
        else:
            node = parent
        _attributes(item, node)
        stack.append((item.get("/K"), node, page, depth + 1))

    def _reference(self, item: Any, parent: Node, page: int) -> None:
        content = item.get("/MCID")
        if isinstance(content, int):
            parent.kids.append((page, content))
            return
        target = item.get("/Obj")
        if target is not None and parent.link is None and isinstance(target, pikepdf.Dictionary):
            parent.link = link_of(target)

    def _role(self, name: Any) -> str:
        raw = _name(name)
        role = self.roles.get(raw)
        if role is None:
            role = "Figure" if raw == "InlineShape" else raw  # Word's pictures in a line, mapped to sections
            for _ in range(_ROLES):
                if role in STANDARD or self.role_map is None:
                    break
                mapped = self.role_map.get(f"/{role}")
                if mapped is None or _name(mapped) == role:
                    break
                role = _name(mapped)
            if role == "P" and raw.lower().endswith("caption"):
                role = "Caption"  # a paragraph style of that name, which its program calls a plain paragraph
            self.roles[raw] = role
        return role


def link_of(annotation: Any) -> str | None:
    """Return where a link annotation leads: an address, or "#" and a name for a place in the same file."""
    try:
        if annotation.get("/Subtype") != "/Link":
            return None
        action = annotation.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            address = action.get("/URI")
            if address is not None:
                return str(address)[:2000]
            target = action.get("/D")
        else:
            target = annotation.get("/Dest")
        if isinstance(target, pikepdf.String | pikepdf.Name):
            return f"#{str(target).lstrip('/')}"[:200]
    except (pikepdf.PdfError, ValueError, TypeError, UnicodeDecodeError):
        return None
    return "#"


def _attributes(item: Any, node: Node) -> None:
    if node.role in _WITHOUT_WORDS:
        return
    alt = item.get("/Alt")
    if alt is not None:
        node.alt = _string(alt)
    actual = item.get("/ActualText")
    if actual is not None:
        node.actual = _string(actual)
    if node.role in ("TD", "TH"):
        found = item.get("/A")
        for entry in _items(found) if isinstance(found, pikepdf.Array) else [found]:
            if isinstance(entry, pikepdf.Dictionary):
                node.row_span = max(node.row_span, _number(entry.get("/RowSpan")))
                node.column_span = max(node.column_span, _number(entry.get("/ColSpan")))
                node.scoped = node.scoped or "/Scope" in entry or "/Headers" in entry
        node.scoped = node.scoped or "/C" in item  # a class of attributes, which may say it


def _items(array: Any) -> list[Any]:
    try:
        return list(array)
    except (pikepdf.PdfError, ValueError):
        pass
    found = []
    for number in range(len(array)):
        try:
            found.append(array[number])
        except (pikepdf.PdfError, ValueError):
            continue
    return found


def _number(value: Any) -> int:
    return value if isinstance(value, int) and 1 <= value <= 1000 else 1


def _name(value: Any) -> str:
    try:
        return str(value).lstrip("/")
    except UnicodeDecodeError:
        return "Span"


def _string(value: Any) -> str:
    try:
        return str(value)
    except UnicodeDecodeError:
        return ""


def _dictionary(value: Any) -> Any:
    return value if isinstance(value, pikepdf.Dictionary) else None
