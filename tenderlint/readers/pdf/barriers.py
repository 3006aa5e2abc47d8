"""Notices in a tag tree what people who listen to the file would miss, beside its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf

from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import get, identity, items, text
from tenderlint.readers.pdf.structure import page_of
from tenderlint.readers.pdf.tree import Node

_MOST_ELEMENTS = 300
_LEVELS = {f"H{level}": level for level in range(1, 7)}


def barriers_in(noted: Mapping[str, Sequence[Node]]) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark, with its page, for each table whose header cells do not say which cells they head.

    One more is for a file whose first heading is not of level 1. `noted` are the tags of the file by their role.
    """
    first = next((role for role in noted if role in _LEVELS), "H1")  # the roles stand as they first come in the tree
    if _LEVELS[first] > 1:
        yield MarkKind.HEADINGS_START, noted[first][0].page, str(_LEVELS[first])
    for node in noted.get("Table", ()):
        cells = list(_cells(node))
        unscoped = sum(1 for cell in cells if cell.role == "TH" and not cell.scoped)
        if unscoped and not any(cell.role == "TD" and cell.scoped for cell in cells):
            yield MarkKind.NO_SCOPE, page_of(node), str(unscoped)


def _cells(table: Node) -> Iterator[Node]:
    """Yield the cells of a table, but not those of tables in it."""
    stack = [kid for kid in table.kids if isinstance(kid, Node)]
    while stack:
        node = stack.pop()
        if node.role in ("TH", "TD"):
            yield node
        elif node.role != "Table":
            stack.extend(kid for kid in node.kids if isinstance(kid, Node))


def forget_described(marks: list[tuple[MarkKind, int, str]], noted: Mapping[str, Sequence[Node]]) -> None:
    """Take away the marks of fields without words of their own where the tags describe as many."""
    undescribed = sum(1 for kind, _, _ in marks if kind is MarkKind.FIELD_UNDESCRIBED)
    if undescribed and undescribed <= sum(1 for node in noted.get("Form", ()) if (node.alt or "").strip()):
        marks[:] = [mark for mark in marks if mark[0] is not MarkKind.FIELD_UNDESCRIBED]


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
