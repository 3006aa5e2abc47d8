"""Notices in a tag tree what people who listen to the file would miss, beside its words."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.tree import Node


def barriers_in(tree: Node | None) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark, with its page, for each table whose header cells do not say which cells they head."""
    stack = [tree] if tree is not None else []
    while stack:
        node = stack.pop()
        inner = [kid for kid in node.kids if isinstance(kid, Node)]
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
