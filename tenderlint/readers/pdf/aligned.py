"""Finds tables without rules: rows whose words stand under each other in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tenderlint.readers.pdf.gather import WIDE_GAP
from tenderlint.readers.pdf.labels import label_of
from tenderlint.readers.pdf.lines import Line
from tenderlint.readers.pdf.paragraphs import has_leaders
from tenderlint.readers.pdf.types import Segment

_FEWEST_ROWS = 3  # rows with several cells that a table without rules needs
_PART = 4.0  # points between two columns at least
_SHARE = 0.2  # of a table's lines that have several cells: the rest go on with a cell
_SPACED = 1.2  # times the distance of lines: rows this far apart are told by it
_WRAPPED = 1.45  # in line heights: lines further apart are not one cell's text broken into lines
_LEADING = 1.9  # in line heights: how far below the line before the next line of a table may stand
_ROW_LEADING = 3.2  # the same where the line is the first of a row
_MOST_LINES = 400
_MOST_ENDING, _MOST_ENDING_BY_CELLS = 12, 60  # lines that go on with the cells of the last row

Cells = list[list[Segment]]
Column = tuple[float, float]


@dataclass(slots=True)
class Row:
    """One row of a table: the segments of each of its columns, by the column's number."""

    cells: dict[int, list[Segment]] = field(default_factory=dict)


@dataclass(slots=True)
class Aligned:
    """A table without rules."""

    columns: list[Column]
    rows: list[Row]
    lines: list[Line]


def tables_in(lines: Sequence[Line]) -> list[Line | Aligned]:
    """Return lines and the tables found among them, from top to bottom."""
    if all(len(line.segments) == 1 for line in lines):
        return list(lines)
    cells = [_cells(line) for line in lines]
    result: list[Line | Aligned] = []
    at = 0
    while at < len(lines):
        table = _table_from(lines, cells, at) if len(cells[at]) > 1 else None
        if table is None:
            result.append(lines[at])
            at += 1
        else:
            result.append(table)
            at += len(table.lines)
    return result


def _table_from(lines: Sequence[Line], cells: Sequence[Cells], start: int) -> Aligned | None:
    columns: list[Column] = []
    several = 0
    end = at = start
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        line = lines[at]
        if at > start:
            before = lines[at - 1]
            leading = _ROW_LEADING if len(cells[at]) > 1 else _LEADING
            if before.bottom - line.bottom > leading * max(line.top - line.bottom, before.top - before.bottom):
                break
        merged = _merge(columns, [(cell[0].left, cell[-1].right) for cell in cells[at]]) if cells[at] else None
        if merged is None:
            break
        columns = merged
        if len(cells[at]) > 1:
            several += 1
            end = at + 1
    else:
        at += 1
    if len(columns) < 2 or (several < _FEWEST_ROWS and at - start < 2):
        return None
    by_cells = _is_written_by_cells(cells[start:at], columns)
    if not by_cells and several < _FEWEST_ROWS:
        return None
    # What goes on with the cells of the last row belongs to the table too.
    most = end + (_MOST_ENDING_BY_CELLS if by_cells else _MOST_ENDING)
    while end < min(most, len(lines)) and _ends_row(lines[end], lines[end - 1], columns):
        end += 1
    taken = lines[start:end]
    if _is_list(taken, cells[start:end], columns) or (not by_cells and several < _SHARE * len(taken)):
        return None
    return Aligned(columns, _rows(taken, cells[start:end], columns), list(taken))


def _is_written_by_cells(cells: Sequence[Cells], columns: list[Column]) -> bool:
    """Tell whether the content writes out one cell with all its lines before the next, as only tables do."""
    jumps = [
        (one, one[-1].order + 1, two[0].order)
        for each in cells
        for one, two in pairwise(each)
        if 1 < two[0].order - one[-1].order < 60
    ]
    if not jumps:
        return False
    homes = {cell[0].order: _home(columns, cell[0].left) for each in cells for cell in each}
    for one, start, end in jumps:
        home = _home(columns, one[0].left)
        if all(homes.get(order) == home for order in range(start, end)):
            return True
    return False


def _cells(line: Line) -> Cells:
    """Return the cells of a line: its segments, a number or bullet put together with what it counts."""
    if len(line.segments) == 1:
        only = line.segments[0]
        return [] if only.table is not None or has_leaders(only.text) else [[only]]
    cells: Cells = []
    size = line.size
    for segment in line.segments:
        if segment.table is not None or has_leaders(segment.text):
            return []
        if cells and segment.left - cells[-1][-1].right < WIDE_GAP * size:
            cells[-1].append(segment)  # parted by where a link starts, not by a gap
        elif len(cells) == 1 and len(cells[0]) == 1 and _is_label(cells[0][0]):
            cells[0].append(segment)
        else:
            cells.append([segment])
    return cells


def _is_label(segment: Segment) -> bool:
    return len(segment.text) < 10 and label_of(segment.text, apart=True) is not None


def _merge(columns: list[Column], cells: list[Column]) -> list[Column] | None:
    """Widen the columns so that they hold these cells, each in one of its own; None when they do not fit."""
    if not columns:
        return cells
    merged: list[Column] = []
    last_left, last_right = 0.0, -1e9
    for left, right in sorted(columns + cells):
        if left < last_right + _PART:
            if right > last_right:
                last_right = right
                merged[-1] = (last_left, right)
        else:
            last_left, last_right = left, right
            merged.append((left, right))
    if len(merged) < max(len(cells), len(columns)):
        return None
    if len(cells) == 1:
        return merged
    homes = {_home(merged, left) for left, _ in cells}
    return merged if len(homes) == len(cells) else None


def _home(columns: list[Column], left: float) -> int:
    for number, (start, end) in enumerate(columns):
        if start - 1 <= left <= end + 1:
            return number
    return 0


def _ends_row(line: Line, before: Line, columns: list[Column]) -> bool:
    if len(line.segments) > 1 or line.segments[0].table is not None:
        return False
    if before.bottom - line.bottom > 1.45 * (before.top - before.bottom):
        return False
    home = _home(columns, line.left)
    return home > 0 and columns[home][0] - 1 <= line.left and line.right <= columns[home][1] + 1


def _is_list(taken: Sequence[Line], cells: Sequence[Cells], columns: list[Column]) -> bool:
    """Hanging numbers or bullets before running text look like a first column, and are none."""
    if len(columns) != 2:
        return False
    firsts = [each[0] for line, each in zip(taken, cells, strict=True) if each and _home(columns, line.left) == 0]
    labels = sum(1 for first in firsts if len(first) == 1 and _is_label(first[0]))
    return labels > 0.6 * len(firsts) > 0


def _rows(lines: Sequence[Line], cells: Sequence[Cells], columns: list[Column]) -> list[Row]:
    rows: list[Row] = []
    homes = [{_home(columns, cell[0].left) for cell in each} for each in cells]
    gaps = [one.bottom - two.bottom for one, two in pairwise(lines)]
    tight = min(gaps, default=0.0)
    starts = sorted(gap for gap, home in zip(gaps, homes[1:], strict=True) if 0 in home and len(home) > 1)
    spaced = bool(starts) and starts[len(starts) // 2] > _SPACED * tight
    for number, line in enumerate(lines):
        close = number > 0 and gaps[number - 1] <= 1.15 * tight
        first_only = homes[number] == {0} and close and (spaced or line.text[:1].islower())
        tied = number > 0 and gaps[number - 1] < _WRAPPED * (line.top - line.bottom) and _goes_on(line, rows[-1])
        if not rows or not (0 not in homes[number] or first_only or tied):
            rows.append(Row())
        for cell in cells[number]:
            rows[-1].cells.setdefault(_home(columns, cell[0].left), []).extend(cell)
    return rows


def _goes_on(line: Line, row: Row) -> bool:
    """Tell whether the content puts the first cell of a line before other cells of the row above: all are one row."""
    first = line.segments[0].order
    return any(segment.order > first for home, held in row.cells.items() if home for segment in held)
