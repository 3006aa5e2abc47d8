"""Tells which columns of a table hold the weights of criteria, and which the names that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlint.facts.criteria_names import is_total
from tenderlint.facts.grid import Grid, Square
from tenderlint.facts.shares import percents
from tenderlint.patterns import late_pattern

_HUNDRED = Decimal(100)
_WEIGHT_HEAD = late_pattern(
    r"\bweight(?:ing|ed|age)?s?\b|^(?:[^\w%]*%|\W*per ?cent(?:age)?)\W*$|% ?(?:of|weight|available)|\(%\)"
    r"|\bpercentage\b",
    re.IGNORECASE,
)
_MARKS_HEAD = late_pattern(
    r"\b(?:marks?|points?)\b|\bmax(?:imum)?\.? (?:available |weighted )?scores?\b|\bscores? (?:available|\(?max\w*)"
    r"|\bavailable scores?\b|\bout of\b",
    re.IGNORECASE,
)
_NOT_HEAD = late_pattern(
    r"\b(?:kpi|target|service level|payment|milestone|deduction|discount|(?<!max )(?<!maximum )weighted score"
    r"|awarded|achieved"
    r"|your score|bidder'?s? score|evaluator|rate|vat|hours?|frequency|tolerance|uplift|multiplier|score given"
    r"|actual|min(?:imum)?)\b",
    re.IGNORECASE,
)
_SUB_HEAD = late_pattern(r"\b(?:sub|second(?:ary)?[- ](?:tier|level)|tier (?:2|two)|level (?:2|two))\b"
r"|\bsub[- ]?\w", re.IGNORECASE)
_CELL = late_pattern(
    r"\(?(?:weighting|weight|max(?:imum)?(?: (?:score|marks|points))?|total"
    r"|up to)?[\s:=]*(?P<number>\d{1,2},\d{3}|\d{1,4}(?:\.\d{1,2})?)\s?"
    r"(?P<unit>%|per ?cent|marks?|points?|pts)?(?:\s?(?:max(?:imum)?|weighting|available|of (?:the )?(?:total"
    r"|overall)[\w ]{0,20}))?\)?",
    re.IGNORECASE,
)
_PASS = late_pattern(r"\(?\s*pass\s?(?:/|or|–|-)\s?fail\s*\)?|pass-fail", re.IGNORECASE)
_NO_WEIGHT = late_pattern(
    r"(?:for )?info(?:rmation)?(?: only)?|not (?:scored|evaluated|weighted)|n/?a|nil|none|-|–|unscored|mandatory",
    re.IGNORECASE,
)
_BOUND = late_pattern(
    r"\d ?%[^\d]{0,12}\bmin(?:imum)?\b|\bmin(?:imum)?\b[^\d]{0,12}\d|\bbetween\b|\bat least\b", re.IGNORECASE
)
_NAME_HEAD = late_pattern(
    r"\b(?:criteri\w+|factors?|elements?|areas?|names?|titles?|questions?|sections?|method statements?)\b",
    re.IGNORECASE,
)
_DESCRIBING = late_pattern(
    r"\b(?:description|details?|what|how|guidance|evidence|response|comments?|notes?|rationale|requirements?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight in a cell of its own; `value` is None for "Pass/Fail". `unit` is "%", "points" or ""."""

    value: Decimal | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A column of names with the column of their weights; `weights` is None where the names only put rows in groups."""

    names: int
    weights: int | None


def weight_of(text: str) -> Weight | None:
    """Read a cell that holds a weight and nothing else; None where it holds something else."""
    text = " ".join(text.split())
    if len(text) > 60:
        return None
    match = _CELL.fullmatch(text)
    if match:
        unit = (match["unit"] or "").lower()
        kind = "" if not unit else "%" if unit.startswith(("%", "per")) else "points"
        return Weight(Decimal(match["number"].replace(",", "")), kind)
    if _PASS.fullmatch(text):
        return Weight(None)
    found = percents(text)
    if found and (found[0].start <= 1 or not re.search(r"[a-z]{4}", text[: found[0].start], re.IGNORECASE)):
        return Weight(found[0].value, "%")
    return None


def is_headed(grid: Grid, columns: Sequence[int]) -> bool:
    """Say whether a column is headed by the word weighting or its like."""
    return any(_WEIGHT_HEAD.search(grid.head(column)) for column in columns)


def weight_columns(grid: Grid) -> list[int]:
    """Return the columns that hold weights, left to right; of two that say the same in two measures, one."""
    ranked = [(rank, column) for column in range(grid.columns) if (rank := _rank(grid, column))]
    kept: list[tuple[int, int]] = []
    for rank, column in sorted(ranked, key=lambda each: (-each[0], each[1])):
        twin = next((other for other in kept if _are_twins(grid, column, other[1])), None)
        if twin is None:
            if rank > 1 or not kept:
                kept.append((rank, column))
        elif _adds_up(grid, column) and not _adds_up(grid, twin[1]):
            kept[kept.index(twin)] = (rank, column)
    return sorted(column for _, column in kept)


def levels_of(grid: Grid, columns: Sequence[int]) -> list[Level]:
    """Put columns of names and of weights together, outermost first; an empty list where a weight has no name."""
    main = max(columns, key=lambda column: (_is_sub(grid, column), len(_rows(grid, column))))
    named = {column: _name_column(grid, column, columns) for column in columns}
    if named[main] < 0:
        return []
    groups = [at for at in range(named[main]) if grid.groups(at) and at not in named.values()]
    spare = list(groups)
    for column in columns:
        sparse = len(_rows(grid, column)) * 5 < len(_rows(grid, main)) * 4
        outer = sparse or (_is_sub(grid, main) and not _is_sub(grid, column))
        if column != main and outer and named[column] in (named[main], -1) and spare:
            named[column] = spare.pop()
    levels = [Level(name, column) for column, name in named.items() if name >= 0]
    levels += [Level(at, None) for at in groups if at not in named.values()]
    return sorted(levels, key=lambda level: (level.names, level.weights if level.weights is not None else -1))


def _is_sub(grid: Grid, column: int) -> bool:
    """Say whether a column's head says that its weights are those of the parts of criteria."""
    return _SUB_HEAD.search(grid.head(column)) is not None


def _rank(grid: Grid, column: int) -> int:
    """Say how likely a column is to hold weights: 0 for not at all."""
    head = grid.head(column)
    cells = [square.text for square in _body(grid, column) if not is_total(grid.name_before(square))]
    weights = [weight for weight in map(weight_of, cells) if weight is not None]
    numbers = [weight for weight in weights if weight.value is not None]
    others = [cell for cell in cells if weight_of(cell) is None and not _NO_WEIGHT.fullmatch(cell.strip())]
    if any(_BOUND.search(cell) for cell in cells if len(cell) < 60):
        return 0  # the least and most that somebody else may choose
    if not weights or len(others) > len(weights) or _NOT_HEAD.search(head):
        return 0
    if _WEIGHT_HEAD.search(head):
        return 4
    if numbers and sum(1 for weight in numbers if weight.unit == "%") * 2 > len(numbers):
        return 3
    if _MARKS_HEAD.search(head) and numbers:
        return 2
    passes = len(weights) > len(numbers)
    return (
        1
        if (passes and not numbers)
        or re.search(r"\bscores?\b", head, re.IGNORECASE)
        or any(each.unit for each in numbers)
        else 0
    )


def _are_twins(grid: Grid, one: int, other: int) -> bool:
    """Say whether two columns give the same rows a figure each, with no names between them."""
    mine, theirs = _rows(grid, one), _rows(grid, other)
    if _reaches(grid, one) != _reaches(grid, other):
        return False  # the weight of a group stands in a cell beside those of its parts
    shared = len(mine & theirs) * 5 >= max(len(mine), len(theirs)) * 3
    return shared and not any(grid.is_wordy(at) for at in range(min(one, other) + 1, max(one, other)))


def _reaches(grid: Grid, column: int) -> bool:
    """Whether a cell of a column reaches over several rows."""
    return any(square.rows > 1 for square in _body(grid, column))


def _adds_up(grid: Grid, column: int) -> bool:
    values = [weight_of(square.text) for square in _body(grid, column) if not is_total(grid.name_before(square))]
    return abs(sum((each.value or Decimal(0) for each in values if each), Decimal(0)) - _HUNDRED) < 1


def _rows(grid: Grid, column: int) -> set[int]:
    return {
        square.row
        for square in _body(grid, column)
        if weight_of(square.text) and not is_total(grid.name_before(square))
    }


def _body(grid: Grid, column: int) -> Iterator[Square]:
    return (square for square in grid.column(column) if square.row >= grid.heads and square.text)


def _name_column(grid: Grid, column: int, columns: Sequence[int]) -> int:
    """Return the column that names what weights are of: to their left if one holds words, else to their right."""
    nearest = max((at for at in columns if at < column), default=-1)
    left = [at for at in range(column - 1, nearest, -1) if grid.is_wordy(at)]
    left = left or [at for at in range(column - 1, -1, -1) if grid.is_wordy(at)]
    left = [at for at in left if not grid.groups(at)] or left
    if not left:
        return next((at for at in range(column + 1, grid.columns) if grid.is_wordy(at)), -1)
    named = [at for at in left if _NAME_HEAD.search(grid.head(at)) and not _DESCRIBING.search(grid.head(at))]
    return (
        named[0]
        if named
        else min(left, key=lambda at: (_DESCRIBING.search(grid.head(at)) is not None, grid.length(at) > 150, -at))
    )
