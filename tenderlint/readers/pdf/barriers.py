"""Notices in a tag tree what people who listen to the file would miss, beside its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import get, identity, items, text
from tenderlint.readers.pdf.tree import Node

_MOST_ELEMENTS = 300
_LEVELS = {f"H{level}": level for level in range(1, 7)}


def barriers_in(tree: Node | None) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark, with its page, for each table whose header cells do not say which cells they head.

    One more is for a file whose first heading is not of level 1.
    """
    stack = [tree] if tree is not None else []
    started = False
    while stack:
        node = stack.pop()
        inner = [kid for kid in reversed(node.kids) if isinstance(kid, Node)]
        if not started and node.role in _LEVELS:
            started = True
            if _LEVELS[node.role] > 1:
                yield MarkKind.HEADINGS_START, node.page, str(_LEVELS[node.role])
        if node.role == "Table":
            cells = list(_cells(node))
            unscoped = sum(1 for cell in cells if cell.role == "TH" and not cell.scoped)
            if unscoped and not any(cell.role == "TD" and cell.scoped for cell in cells):
                page = node.page or next((page for page, _ in node.leaves()), 0)
                yield MarkKind.NO_SCOPE, page, str(unscoped)
        stack.extend(inner)


def _cells(table: Node) -> Iterator[Node]:
    """Yield the cells of a table, but not those of tables in it."""
    stack = [kid for kid in table.kids if isinstance(kid, Node)]
    while stack:
        node = stack.pop()
        if node.role in ("TH", "TD"):
            yield node
        elif node.role != "Table":
            stack.extend(kid for kid in node.kids if isinstance(kid, Node))


def forget_described(marks: list[tuple[MarkKind, int, str]], tree: Node | None) -> None:
    """Take away the marks of fields without words of their own where the tags describe as many."""
    undescribed = sum(1 for kind, _, _ in marks if kind is MarkKind.FIELD_UNDESCRIBED)
    if undescribed and undescribed <= _described_fields(tree):
        marks[:] = [mark for mark in marks if mark[0] is not MarkKind.FIELD_UNDESCRIBED]


def _described_fields(tree: Node | None) -> int:
    stack, count = [tree] if tree is not None else [], 0
    while stack:
        node = stack.pop()
        count += node.role == "Form" and bool((node.alt or "").strip())
        stack.extend(kid for kid in node.kids if isinstance(kid, Node))
    return count


def language_of_tags(root: Any) -> str | None:
    """Return the language that most of the first tags name, for a file that names none itself."""
    stack, seen, found = [get(root, "/K")], set(), Counter[str]()
    for _ in range(_MOST_ELEMENTS):
        if not stack:
            break
        element = stack.pop()
        own = identity(element)
        if isinstance(element, pikepdf.Array):
            stack.extend(reversed(list(items(element, _MOST_ELEMENTS))))
        elif isinstance(element, pikepdf.Dictionary) and (own is None or own not in seen):
            seen.add(own)
            found.update(filter(None, [text(get(element, "/Lang"), 100)]))
            stack.append(get(element, "/K"))
    return found.most_common(1)[0][0] if found else None
