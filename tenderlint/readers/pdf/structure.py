"""Notices where the tags of tables, lists and headings do not hold together, by what each of these holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.tree import STANDARD, Node

Marks = list[tuple[MarkKind, int, str]]

_LEVELS = frozenset(f"H{level}" for level in range(1, 7))
_NUMBERED = frozenset(f"H{level}" for level in range(7, 10))  # standard in PDF 2.0 alone
_KNOWN = STANDARD | _NUMBERED
_IN_LIST = frozenset(("L", "LI", "Caption", "Artifact"))
_IN_ITEM = frozenset(("Lbl", "LBody", "Artifact"))
_IN_ROW = frozenset(("TH", "TD", "Artifact", "Span"))  # Word ends each row with a span that holds nothing
_ROWS = frozenset(("THead", "TBody", "TFoot"))
_STRAY = "rows that are in no table"
_MOST = 200  # marks of one kind


def faults_of(noted: Mapping[str, Sequence[Node]]) -> Marks:
    """Return a mark for each fault, with the page of the tag or 0; `noted` are the tags of a file by their role."""
    marks: Marks = []
    marks.extend((MarkKind.TABLE_UNEVEN, page_of(node), _STRAY) for node in _strays(noted)[:_MOST])
    for kind, roles, judge in (
        (MarkKind.TABLE_UNEVEN, ("Table",), _table),
        (MarkKind.TABLE_HEADINGS, ("Table",), _headed),
        (MarkKind.LIST_BROKEN, ("L", "LI"), _list),
        (MarkKind.FORMULA_SILENT, ("Formula",), _silent),
    ):
        nodes = [node for role in roles for node in noted.get(role, ())]
        found = [(kind, page_of(node), fault) for node in nodes if (fault := judge(node))]
        marks.extend(found[:_MOST])
    listed = {id(kid) for node in noted.get("L", ()) for kid in node.kids}
    loose = [node for node in noted.get("LI", ()) if id(node) not in listed]
    marks.extend((MarkKind.LIST_BROKEN, page_of(node), "items that are in no list") for node in loose[:_MOST])
    formulas = "math" in noted  # its parts are tagged in MathML, in small letters
    marks.extend(
        (MarkKind.TAG_UNKNOWN, page_of(nodes[0]), role[:60])
        for role, nodes in noted.items()
        if role not in _KNOWN and not (formulas and role.islower()) and role.lower() != "math"
    )
    plain, levels = len(noted.get("H", ())), sum(len(noted.get(role, ())) for role in _LEVELS)
    if plain and levels:
        marks.append((MarkKind.HEADINGS_MIXED, 0, str(min(plain, levels))))
    return marks


def page_of(node: Node) -> int:
    """Return the page that a tag stands on, or 0."""
    return node.page or next((page for page, _ in node.leaves()), 0)


def pages_of(nodes: Sequence[Node]) -> set[int]:
    """Return the pages that some tags stand on."""
    return {page for node in nodes for page, _ in node.leaves()} | {node.page for node in nodes}


def _list(node: Node) -> str:
    """Say what is wrong with a list or an item, or nothing.

    Items that hold their words straight are sound, but not among items that have a body.
    """
    if node.role == "LI":
        return "items without a body" if any(kid.role not in _IN_ITEM for kid in _nodes(node)) else ""
    kids = list(_nodes(node))
    if len(kids) < len(node.kids) or any(kid.role not in _IN_LIST for kid in kids):
        return "words that are in no item"
    if any(kid.role == "Caption" for kid in kids[1:]):
        return "a caption that is not its first part"
    bodies = {any(part.role == "LBody" for part in _nodes(item)) for item in kids if item.role == "LI" and item.kids}
    return "items without a body" if len(bodies) > 1 else ""


def _table(table: Node) -> str:
    """Say what is wrong with the rows of a table, or nothing."""
    rows: list[Node] = []
    for kid in _nodes(table):
        if kid.role in _ROWS:
            rows.extend(_nodes(kid))
        elif kid.role != "Caption":
            rows.append(kid)
    rows = [row for row in rows if row.role != "Artifact"]
    if any(row.role != "TR" for row in rows):
        return "cells that are in no row"
    if any(kid.role not in _IN_ROW for row in rows for kid in _nodes(row)):
        return "rows that hold something else than cells"
    widths = _widths(rows)
    if len(set(widths)) > 1:
        return f"rows of {min(widths)} and of {max(widths)} cells"
    return ""


def _strays(noted: Mapping[str, Sequence[Node]]) -> list[Node]:
    """Return the rows and groups of rows that are in no table."""
    held = {id(kid) for role in ("Table", *_ROWS) for node in noted.get(role, ()) for kid in node.kids}
    return [node for role in ("TR", *sorted(_ROWS)) for node in noted.get(role, ()) if id(node) not in held]


def _silent(formula: Node) -> str:
    """Return "yes" for a formula that neither words nor MathML tell."""
    told = (formula.alt or "").strip() or formula.actual is not None
    return "" if told or any(kid.role.lower() == "math" for kid in _nodes(formula)) else "yes"


def _headed(table: Node) -> str:
    """Return how many cells of the first row hold headings in a table without header cells, or nothing."""
    rows = [row for part in _nodes(table) for row in (_nodes(part) if part.role in _ROWS else [part])]
    cells = [cell for row in rows for cell in _nodes(row)]
    if not rows or any(cell.role == "TH" for cell in cells):
        return ""
    headed = sum(1 for cell in _nodes(rows[0]) if any(kid.role in _LEVELS for kid in _nodes(cell)))
    return str(headed) if headed > 1 else ""


def _nodes(node: Node) -> Iterator[Node]:
    return (kid for kid in node.kids if isinstance(kid, Node))


def _widths(rows: list[Node]) -> list[int]:
    """Return how many columns each row fills, cells that reach into it from above counted."""
    widths = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in _nodes(row):
            if cell.role in ("TH", "TD"):
                for at in range(number, min(number + cell.row_span, len(rows))):
                    widths[at] += cell.column_span
    return widths
