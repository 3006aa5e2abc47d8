"""Puts the cells of tagged tables on a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.tree import Node
from tenderlint.readers.pdf.types import Box

_PARTS = frozenset(("THead", "TBody", "TFoot"))
_CELLS = frozenset(("TD", "TH"))
_MOST_COLUMNS = 200

Fill = Callable[[Node, list[Draft]], None]


def table_of(node: Node, fill: Fill) -> Draft | None:
    """Return a table, or None when it holds no words; `fill` adds what a cell holds to a list of drafts."""
    rows: list[list[Node]] = []
    heads = 0
    for part, in_head in _rows(node):
        if part.role == "TR":
            cells = [kid for kid in part.kids if isinstance(kid, Node) and kid.role in _CELLS]
            if cells:
                rows.append(cells)
                heads += in_head
        elif part.role in _CELLS:
            rows.append([part])
    made = _grid(rows, fill)
    first = next((inner for row in made for cell in row for inner in cell.drafts), None)
    if first is None:
        return None
    full = next((number for number, row in enumerate(made) if not all(cell.header for cell in row)), len(made))
    draft = Draft(BlockKind.TABLE, page=first.page)
    draft.table = TableDraft(made, _box_of(made, first.page), _lefts_of(made), max(heads, full))
    return draft


def captions_of(node: Node) -> list[Node]:
    """Return the captions that stand in a table."""
    return [part for part, _ in _rows(node) if part.role == "Caption"]


def has_header_cell(table: TableDraft) -> bool:
    """Tell whether the file marks any cell as a header."""
    return any(cell.header for row in table.rows for cell in row)


def _rows(node: Node) -> Iterator[tuple[Node, bool]]:
    """Yield the rows of a table, and what stands beside them, each with whether it is in the table's head."""
    for kid in node.kids:
        if not isinstance(kid, Node):
            continue
        if kid.role in _PARTS:
            for row in kid.kids:
                if isinstance(row, Node):
                    yield row, kid.role == "THead"
        else:
            yield kid, False


def _grid(rows: list[list[Node]], fill: Fill) -> list[list[CellDraft]]:
    taken: set[tuple[int, int]] = set()
    made: list[list[CellDraft]] = []
    for number, nodes in enumerate(rows):
        cells = []
        column = 0
        for node in nodes:
            while (number, column) in taken:
                column += 1
            cell = CellDraft(number, column, [], node.row_span, node.column_span, node.role == "TH")
            for row in range(number + 1, min(number + node.row_span, len(rows))):
                taken.update((row, each) for each in range(column, column + node.column_span))
            fill(node, cell.drafts)
            cells.append(cell)
            column += node.column_span
        made.append(cells)
    return made


def _box_of(rows: list[list[CellDraft]], page: int) -> Box | None:
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
    lefts = [0.0] * min(width, _MOST_COLUMNS)
    for row in rows:
        for cell in row:
            for draft in cell.drafts:
                if draft.lines and cell.column < len(lefts):
                    here = min(line.left for line in draft.lines)
                    lefts[cell.column] = min(lefts[cell.column] or here, here)
    return tuple(lefts)
