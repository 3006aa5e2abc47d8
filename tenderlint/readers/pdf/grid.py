"""Finds ruled tables: from the straight lines on a page to the cells between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tenderlint.readers.pdf.types import Box, Drawing, sides_of

_NEAR = 3.0  # points: ends and lines closer than this meet
_LEVEL = 1.5  # points: lines this close in height are one line
_SHORTEST = 8.0  # points: a rule shorter than this, once its pieces are joined, divides nothing
_MOST_RULES = 400  # of one direction on one page: drawings have more, tables do not
_MOST_SLOTS = 10_000
_CELL_HEIGHT, _CELL_WIDTH = 8.0, 15.0  # points: a shaded rectangle smaller than this is no cell


@dataclass(slots=True)
class Area:
    """One cell of a grid: where it stands among rows and columns, and on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Grid:
    """A ruled table: the box around it, where its columns and rows part, and its cells in the order of reading."""

    box: Box
    columns: list[float]
    heights: list[float]
    areas: list[Area] = field(default_factory=list)
    owners: dict[tuple[int, int], int] = field(default_factory=dict)  # the number of the area, by row and column
    shaded: bool = False  # no lines, only shaded rectangles

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.heights) - 1

    def area_at(self, x: float, y: float) -> int | None:
        """Return the number of the area at a point, or None outside the grid."""
        column, slot = bisect_right(self.columns, x) - 1, bisect_right(self.heights, y) - 1
        return self.owners.get((self.rows - 1 - slot, column))


class _Line(NamedTuple):
    """A rule: `at` is its height (level) or its distance from the left (upright)."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class _Group:
    levels: list[_Line] = field(default_factory=list)
    uprights: list[_Line] = field(default_factory=list)


def grids_of(drawing: Drawing, width: float, height: float) -> list[Grid]:
    """Return the ruled tables on a page of this size, from top to bottom."""
    levels, uprights = _lines(drawing.rules)
    ruled = [_grid(group) for group in _groups(levels, uprights)]
    grids = [grid for grid in ruled if grid is not None]
    free = [box for box in drawing.fills if _may_be_cell(box, width, height) and not _covered(box, grids)]
    if len(free) > 1:
        levels, uprights = _lines([side for box in free for side in sides_of(box)])
        shaded = [_grid(group) for group in _groups(levels, uprights)]
        for grid in shaded:
            if grid is not None and len(grid.columns) > 2 and grid.rows > 1:
                grid.shaded = True
                grids.append(grid)
    return sorted(grids, key=lambda grid: -grid.box[3])


def _may_be_cell(box: Box, width: float, height: float) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _CELL_WIDTH <= wide < 0.95 * width and _CELL_HEIGHT <= high < 0.7 * height


def _covered(box: Box, grids: list[Grid]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(each.box[0] <= x <= each.box[2] and each.box[1] <= y <= each.box[3] for each in grids)


def _lines(rules: list[Box]) -> tuple[list[_Line], list[_Line]]:
    """Sort rules by direction and join their pieces; the small squares at corners help to join either."""
    levels, uprights = [], []
    for left, bottom, right, top in rules:
        wide, high = right - left, top - bottom
        if wide >= high or wide > _NEAR:
            levels.append(((bottom + top) / 2, left, right))
        if high >= wide or high > _NEAR:
            uprights.append(((left + right) / 2, bottom, top))
    return _joined(levels), _joined(uprights)


def _joined(lines: list[tuple[float, float, float]]) -> list[_Line]:
    """Join the pieces of lines, those that are level with each other and meet."""
    lines.sort()
    result: list[_Line] = []
    row: list[tuple[float, float, float]] = []
    for at, start, end in [*lines, (1e9, 0.0, 0.0)]:
        if row and at - row[-1][0] > _LEVEL:
            result.extend(_joined_row(row))
            row = []
        row.append((at, start, end))
    if len(result) > _MOST_RULES:
        result = sorted(result, key=lambda line: line.start - line.end)[:_MOST_RULES]
    return result


def _joined_row(row: list[tuple[float, float, float]]) -> list[_Line]:
    if len(row) == 1:
        at, start, end = row[0]
        return [_Line(at, start, end)] if end - start >= _SHORTEST else []
    found = []
    at = row[0][0]
    pieces = sorted([(start, end) for _, start, end in row])
    first, last = pieces[0]
    for start, end in pieces[1:]:
        if start > last + _NEAR:
            if last - first >= _SHORTEST:
                found.append(_Line(at, first, last))
            first, last = start, end
        elif end > last:
            last = end
    if last - first >= _SHORTEST:
        found.append(_Line(at, first, last))
    return found


def _groups(levels: list[_Line], uprights: list[_Line]) -> list[_Group]:
    """Put lines that meet into one group."""
    if len(levels) < 2 or not uprights:
        return []
    parents = list(range(len(levels) + len(uprights)))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    heights = [level.at for level in levels]
    for number, upright in enumerate(uprights, len(levels)):
        x = upright.at
        first, last = bisect_left(heights, upright.start - _NEAR), bisect_right(heights, upright.end + _NEAR)
        for other in range(first, last):
            level = levels[other]
            if level.start - _NEAR <= x <= level.end + _NEAR:
                parents[root(other)] = root(number)
    groups: dict[int, _Group] = {}
    for number, line in enumerate(levels):
        groups.setdefault(root(number), _Group()).levels.append(line)
    for number, line in enumerate(uprights, len(levels)):
        groups.setdefault(root(number), _Group()).uprights.append(line)
    return [group for group in groups.values() if len(group.levels) > 1 and group.uprights]


def _grid(group: _Group) -> Grid | None:
    """Return the cells that the lines of a group enclose; the outer sides may be open."""
    xs = _places([line.at for line in group.uprights], [end for line in group.levels for end in (line.start, line.end)])
    ys = _places([line.at for line in group.levels], [end for line in group.uprights for end in (line.start, line.end)])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2) or len(xs) * len(ys) > _MOST_SLOTS:
        return None
    grid = Grid((xs[0], ys[0], xs[-1], ys[-1]), xs, ys)
    _fill(grid, group)
    return grid if len(grid.areas) > 1 else None


def _places(lines: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Return where lines stand, and the outermost ends of the lines that cross them where no line closes them off."""
    places: list[float] = []
    for place in sorted(lines):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    ends = list(ends)
    first, last = min(ends), max(ends)
    if not places or first < places[0] - 2 * _NEAR:
        places.insert(0, first)
    if last > places[-1] + 2 * _NEAR:
        places.append(last)
    return places


def _fill(grid: Grid, group: _Group) -> None:
    """Find the cells of a grid, row by row from the top: slots with no line between them are one cell."""
    columns, rows = len(grid.columns) - 1, grid.rows
    walls = _crossings(group.uprights, grid.columns, grid.heights)  # (column line, slot between heights)
    floors = _crossings(group.levels, grid.heights, grid.columns)  # (height, slot between columns)
    owners = grid.owners
    for row in range(rows):
        for column in range(columns):
            if (row, column) in owners:
                continue
            slot = rows - 1 - row  # heights go up, rows go down
            right = column
            while right + 1 < columns and (right + 1, slot) not in walls and (row, right + 1) not in owners:
                right += 1
            last = row
            while last + 1 < rows and all((rows - 1 - last, each) not in floors for each in range(column, right + 1)):
                last += 1
            for one in range(row, last + 1):
                for two in range(column, right + 1):
                    owners[one, two] = len(grid.areas)
            box = (grid.columns[column], grid.heights[rows - 1 - last], grid.columns[right + 1], grid.heights[slot + 1])
            grid.areas.append(Area(row, column, last - row + 1, right - column + 1, box))


def _crossings(lines: list[_Line], places: list[float], slots: list[float]) -> set[tuple[int, int]]:
    """Return which slots between `slots` a line at each of `places` closes off."""
    middles = [(one + two) / 2 for one, two in pairwise(slots)]
    found = set()
    for line in lines:
        place = bisect_left(places, line.at - _NEAR / 2)
        if place == len(places) or (place and abs(places[place - 1] - line.at) < abs(places[place] - line.at)):
            place -= 1
        first, last = bisect_left(middles, line.start), bisect_right(middles, line.end)
        found.update([(place, slot) for slot in range(first, last)])
    return found
