"""Finds tables without rules: rows whose words stand under each other in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tenderlint.readers.pdf.labels import label_of
from tenderlint.readers.pdf.lines import Line
from tenderlint.readers.pdf.paragraphs import LEADERS
from tenderlint.readers.pdf.types import Segment
from tenderlint.readers.pdf.words import WIDE_GAP

_FEWEST_ROWS = 3  # rows with several cells that a table without rules needs
_PART = 4.0  # points between two columns at least
_SHARE = 0.2  # of a table's lines that have several cells: the rest go on with a cell
_SPACED = 1.2  # times the distance of lines: rows this far apart are told by it
_LEADING = 1.9  # in line heights: how far below the line before the next line of a table may stand


@dataclass(slots=True)
class Row:
    """One row of a table: the lines of each of its columns, by the column's number."""

    cells: dict[int, list[Segment]] = field(default_factory=dict)


@dataclass(slots=True)
class Aligned:
    """A table without rules."""

    columns: list[tuple[float, float]]
    rows: list[Row]
    lines: list[Line]


def tables_in(lines: Sequence[Line]) -> list[Line | Aligned]:
    """Return lines and the tables found among them, from top to bottom."""
    result: list[Line | Aligned] = []
    at = 0
    while at < len(lines):
        if len(lines[at].segments) > 1:
            table, used = _table_from(lines, at)
            if table is not None:
                result.append(table)
                at += used
                continue
        result.append(lines[at])
        at += 1
    return result


def _table_from(lines: Sequence[Line], start: int) -> tuple[Aligned | None, int]:
    columns: list[tuple[float, float]] = []
    taken: list[Line] = []
    several = 0
    end = 0
    for line in lines[start : start + 400]:
        if taken and taken[-1].bottom - line.bottom > _LEADING * max(line.top - line.bottom, taken[-1].top - taken[-1].bottom):
            break
        cells = _cells(line)
        if not cells:
            break
        merged = _merge(columns, [(cell[0].left, cell[-1].right) for cell in cells])
        if merged is None:
            break
        columns = merged
        taken.append(line)
        if len(cells) > 1:
            several += 1
            end = len(taken)
    taken = taken[:end]
    by_cells = _is_written_by_cells(taken, columns)
    # A continuation of the last row's cells belongs to the table too.
    for line in lines[start + end : start + end + (60 if by_cells else 12)]:
        if not _continues(line, taken, columns):
            break
        taken.append(line)
    if len(columns) < 2 or _is_list(taken, columns):
        return None, 0
    if not by_cells and (several < _FEWEST_ROWS or several < _SHARE * len(taken)):
        return None, 0
    return Aligned(columns, _rows(taken, columns), taken), len(taken)


def _is_written_by_cells(lines: Sequence[Line], columns: list[tuple[float, float]]) -> bool:
    """Tell whether the content writes out one cell with all its lines before the next, as only tables do."""
    if len(columns) < 2:
        return False
    homes = {cell[0].order: _home(columns, cell[0].left) for line in lines for cell in _cells(line)}
    for line in lines:
        cells = _cells(line)
        for one, two in pairwise(cells):
            between = range(one[-1].order + 1, two[0].order)
            home = _home(columns, one[0].left)
            if between and len(between) < 60 and all(homes.get(order) == home for order in between):
                return True
    return False


def _cells(line: Line) -> list[list[Segment]]:
    """Return the cells of a line: its segments, a number or bullet put together with what it counts."""
    cells: list[list[Segment]] = []
    for segment in line.segments:
        if segment.table is not None or LEADERS.search(segment.text):
            return []
        if cells and segment.left - cells[-1][-1].right < WIDE_GAP * line.size:
            cells[-1].append(segment)  # parted by where a link starts, not by a gap
        elif len(cells) == 1 and len(cells[0]) == 1 and _is_label(cells[0][0]):
            cells[0].append(segment)
        else:
            cells.append([segment])
    return cells


def _is_label(segment: Segment) -> bool:
    return len(segment.text) < 10 and label_of(segment.text, apart=True) is not None


def _merge(columns: list[tuple[float, float]], cells: list[tuple[float, float]]) -> list[tuple[float, float]] | None:
    """Widen the columns so that they hold these cells, each in one of its own; None when they do not fit."""
    spans = sorted([*columns, *cells])
    merged = [spans[0]]
    for left, right in spans[1:]:
        if left < merged[-1][1] + _PART:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    if len(merged) < max(len(cells), 2 if columns else 1, len(columns) if columns else 1):
        return None
    homes = [_home(merged, left) for left, _ in cells]
    return merged if len(set(homes)) == len(homes) else None


def _home(columns: list[tuple[float, float]], left: float) -> int:
    return next((number for number, span in enumerate(columns) if span[0] - 1 <= left <= span[1] + 1), 0)


def _continues(line: Line, taken: list[Line], columns: list[tuple[float, float]]) -> bool:
    if not taken or len(columns) < 2 or len(line.segments) > 1:
        return False
    last = taken[-1]
    if last.bottom - line.bottom > 1.45 * (last.top - last.bottom) or line.segments[0].table is not None:
        return False
    home = _home(columns, line.left)
    inside = columns[home][0] - 1 <= line.left and line.right <= columns[home][1] + 1
    return home > 0 and inside


def _is_list(taken: list[Line], columns: list[tuple[float, float]]) -> bool:
    """Hanging numbers or bullets before running text look like a first column, and are none."""
    firsts = [line.segments[0] for line in taken if _home(columns, line.left) == 0]
    labels = sum(1 for segment in firsts if _is_label(segment))
    return len(columns) == 2 and labels > 0.6 * len(firsts) and len(firsts) > 0


def _rows(lines: list[Line], columns: list[tuple[float, float]]) -> list[Row]:
    rows: list[Row] = []
    homes = [{_home(columns, cell[0].left) for cell in _cells(line)} for line in lines]
    gaps = [one.bottom - two.bottom for one, two in pairwise(lines)]
    tight = min(gaps, default=0.0)
    starts = sorted(gap for gap, home in zip(gaps, homes[1:], strict=True) if 0 in home and len(home) > 1)
    spaced = bool(starts) and starts[len(starts) // 2] > _SPACED * tight
    for number, line in enumerate(lines):
        close = number > 0 and gaps[number - 1] <= 1.15 * tight
        first_only = homes[number] == {0} and close and (spaced or line.text[:1].islower())
        if not rows or not (0 not in homes[number] or first_only or _goes_on(line, rows[-1])):
            rows.append(Row())
        for cell in _cells(line):
            rows[-1].cells.setdefault(_home(columns, cell[0].left), []).extend(cell)
    return rows


def _goes_on(line: Line, row: Row) -> bool:
    """Tell whether the content puts the first cell of a line before other cells of the row above: all are one row."""
    return any(
        segment.order > line.segments[0].order for home, held in row.cells.items() if home for segment in held
    )
