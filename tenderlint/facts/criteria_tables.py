"""Reads tables of award criteria: which rows are criteria and which are parts of which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from tenderlint.facts.criteria_columns import Level, Weight, is_headed, levels_of, weight_columns, weight_of
from tenderlint.facts.criteria_names import Kind, is_scale, is_total, kind_of, label_of, tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED, close
from tenderlint.facts.grid import Grid, Square
from tenderlint.facts.passages import Passage
from tenderlint.facts.shares import percents
from tenderlint.patterns import late_pattern

_MOST_ROWS = 150
_NOT_CRITERIA = late_pattern(
    r"\b(?:kpis?|key performance indicators?|service levels?|payments? (?:schedule|profile|plan|milestones?)"
    r"|milestone payments?"
    r"|stage payments|instalments?|discounts?|deductions?|service credits?|worked example|for illustration"
    r"|illustrative|example only"
    r"|(?:bidder|tenderer|supplier|company|contractor) [abc1-3]\b|risk (?:register|matrix|score)|likelihood)\b",
    re.IGNORECASE,
)
_EXAMPLE = late_pattern(r"(?<![.@])\bexamples?\b|\billustrat\w+|\bhypothetical\b|\be\.g\.", re.IGNORECASE)
_CONTEXT = late_pattern(
    r"\baward criteri\w+|\bevaluat\w+|\bcriteri(?:a|on)\b|\bweight(?:ed|ing|ings)?\b|\bscor(?:e|ed|ing)\b"
    r"|\bhow (?:we|your|the)[\w ]{0,40}(?:assess|choos|decid|judg|select)\w*|\b(?:we|how to) choose\b|\bchoosing\b"
    r"|\bquality (?:questions?|submission)"
    r"|\bmethod statements?\b|\baward questions?\b|\bassess(?:ed|ment)\b|\btender questions\b",
    re.IGNORECASE,
)


_PART = late_pattern(r"\W{0,4}of which\b|\W{0,2}including\b|[-–—•↳→>]\s{0,3}(?=\w)", re.IGNORECASE)
"""What opens the name of a part of the criterion in the row above."""


def read_table(passage: Passage) -> Sheet | None:
    """Read the table in which a passage stands; None where it is no table of award criteria."""
    if passage.row is None:
        return None
    grid = Grid.of(passage.row.table)
    about = f"{passage.headings} {passage.before[-300:]} {passage.row.table.caption}"
    lead = f"{_last_heading(passage)} {passage.before[-120:]} {passage.row.table.caption}"
    heads = " ".join(grid.first_rows(grid.heads)) if grid.heads else ""
    if _NOT_CRITERIA.search(heads) or _NOT_CRITERIA.search(lead) or _is_example(passage, grid):
        return None
    columns = weight_columns(grid) if grid.rows <= _MOST_ROWS else []
    levels = levels_of(grid, columns) if columns else []
    if not levels:
        return None
    entries, total = _Rows(grid, levels, passage).read()
    about = f"{about} {heads[:120]}"
    sheet = Sheet(tuple(entries), passage.document, passage.index, "table", about, total, heads=heads)
    return sheet if _is_criteria(sheet, grid, columns) else None


def _last_heading(passage: Passage) -> str:
    return passage.place.heading[-1] if passage.place.heading else ""


def _is_example(passage: Passage, grid: Grid) -> bool:
    near = (
        f"{passage.before[-160:]} {passage.row.table.caption if passage.row else ''} {' '.join(grid.first_rows(1))}"
    )
    last = _last_heading(passage)
    return _EXAMPLE.search(near) is not None or _EXAMPLE.search(last) is not None


@dataclass
class _Rows:
    """Goes down the rows of a table and collects their criteria."""

    grid: Grid
    levels: Sequence[Level]
    passage: Passage
    found: list[Entry] = field(default_factory=list)
    total: Decimal | None = None
    in_section: bool = False
    last: dict[int, str] = field(default_factory=dict)

    def read(self) -> tuple[list[Entry], Decimal | None]:
        """Return the criteria and what the row of totals says."""
        for row in range(self.grid.heads, self.grid.rows):
            squares = self.grid.row(row)
            if _is_heading(squares):
                self._section(squares[0])
            else:
                for depth, level in enumerate(self.levels):
                    self._level(row, depth, level)
        return self.found, self.total

    def _section(self, square: Square) -> None:
        """Read a row that only heads the rows below it, with its weight if it has one."""
        entry = (
            self._named_only(square, 0)
            if square.text and len(square.text) <= 200 and not is_total(square.text)
            else None
        )
        if entry is not None and (entry.weight is not None or kind_of(entry.name) is not Kind.OTHER):
            self.found.append(entry)
            self.in_section = True
        elif square.text:
            self.in_section = False

    def _level(self, row: int, depth: int, level: Level) -> None:
        name = self.grid.at(row, level.names)
        square = self.grid.at(row, level.weights) if level.weights is not None else None
        weight = weight_of(square.text) if square is not None else None
        if level.weights is None or (weight is None and depth + 1 < len(self.levels)):
            if (
                name is not None
                and name.text
                and name.text != self.last.get(level.names)
                and not is_total(name.text)
                and self._is_group(level)
            ):
                self.found.append(self._named_only(name, depth + self.in_section))
            self.last[level.names] = name.text if name is not None and name.text else self.last.get(level.names, "")
            return
        name = name if name is not None and name.text else self.grid.covering(row, level.names)
        name = name if name is not None and name.text else self._known_beside(row, square)
        if weight is None or square is None or name is None or not name.text.strip():
            return
        if is_total(name.text) or any(
            is_total(other.text) for other in self.grid.row(row) if other.column < square.column and other.text
        ):
            self.total = weight.value if depth == 0 or self.total is None else self.total
            return
        repeated = self._is_group(level) and name.text == self.last.get(level.names)
        self.last[level.names] = name.text
        entry = self._weighted(row, name, square, weight, depth)
        if entry.name and not repeated and weight_of(entry.name) is None:
            self.found.append(entry)

    def _known_beside(self, row: int, square: Square | None) -> Square | None:
        """The name of a known kind that stands in another column, as "Quality" does in that of the numbers."""
        if square is None:
            return None
        beside = (each for each in self.grid.row(row) if each.column < square.column)
        return next((each for each in beside if kind_of(each.text) is not Kind.OTHER), None)

    def _is_group(self, level: Level) -> bool:
        return level is not self.levels[-1] and self.grid.groups(level.names)

    @cached_property
    def parted(self) -> bool:
        """Say whether some rows, though not the first, name parts of the row above them: "of which durability"."""
        names = [
            name.text for row in range(self.grid.heads, self.grid.rows)
            if (name := self.grid.at(row, self.levels[-1].names)) is not None and name.text
        ]
        parts = [_PART.match(name) is not None for name in names]
        return len(self.levels) == 1 and any(parts) and not parts[0]

    def _weighted(self, row: int, name: Square, square: Square, weight: Weight, depth: int) -> Entry:
        deep = depth + self.in_section if len(self.levels) > 1 or self.in_section else None
        if self.parted and deep is None:
            deep = 0 if _PART.match(name.text) is None else 1
        quote = self.grid.quote(row, name, square)
        place = square.place or self.passage.place
        return Entry(tidy(name.text), weight.value, quote, place, deep, weight.unit, label=name.label)

    def _named_only(self, square: Square, depth: int) -> Entry:
        """Make an entry of a name that has no weight beside it, but perhaps one in its own words ("Quality (60%)")."""
        shares = percents(square.text)
        place = square.place or self.passage.place
        if not shares:
            return Entry(tidy(square.text), None, square.text, place, depth)
        share = shares[0]
        name = tidy(square.text[: share.start] if share.start > 3 else square.text[share.end :])
        return Entry(name or tidy(square.text), share.value, square.text, place, depth, "%")


def _is_heading(squares: Sequence[Square]) -> bool:
    """A row is a heading when it is one cell, or its first cell alone holds words."""
    return len(squares) == 1 or (
        bool(squares) and bool(squares[0].text) and not any(square.text for square in squares[1:])
    )


def _is_criteria(sheet: Sheet, grid: Grid, columns: Sequence[int]) -> bool:
    """Say whether what was read are award criteria and no scale, price list or list of indicators."""
    names = [entry.name for entry in sheet.entries]
    if not names or is_scale(names) or is_scale(_beside(grid, columns)):
        return False
    weights = [entry.weight for entry in sheet.entries if entry.weight is not None]
    outermost = sum((entry.weight or Decimal(0) for entry in sheet.entries if not entry.depth), Decimal(0))
    whole = close(sum(weights, Decimal(0)), HUNDRED) or close(outermost, HUNDRED)
    whole = whole or (sheet.total is not None and len(weights) > 1 and close(outermost, sheet.total))
    context = _CONTEXT.search(f"{sheet.about[-400:]} {' '.join(grid.first_rows(grid.heads))}") is not None
    headed = is_headed(grid, columns)
    kinds = {entry.kind for entry in sheet.entries}
    known = Kind.PRICE in kinds or (Kind.QUALITY in kinds and len(kinds) > 1) or Kind.SOCIAL in kinds
    if not weights:
        words = f"{sheet.about} {' '.join(grid.first_rows(max(1, grid.heads)))}"
        return _JUDGING.search(words) is not None and not _SELECTION.search(words)
    if max(weights) > 2000:
        return False
    return (
        (headed and (context or known))
        or (known and (whole or context))
        or (context and (whole or _questions(names)))
    )


_JUDGING = late_pattern(
    r"\b(?:award|evaluation|tender|mandatory|scoring) (?:\w+ )?criteria\b|\bcriteria\b.{0,40}\bevaluat", re.IGNORECASE
)
_SELECTION = late_pattern(
    r"\bselection\b|\bsuitability\b|\bexclusion\b|\bpre-?qualification\b|\bmandatory grounds\b", re.IGNORECASE
)


def _questions(names: Sequence[str]) -> bool:
    return sum(1 for name in names if label_of(name)) * 2 > len(names)


def _beside(grid: Grid, columns: Sequence[int]) -> list[str]:
    """The words that stand to the right of the weights: those of a scoring scale describe the score."""
    return [
        square.text
        for square in _squares(grid)
        if square.row >= grid.heads and square.column > columns[0] and grid.is_wordy(square.column)
    ]


def _squares(grid: Grid) -> Iterator[Square]:
    for row in range(grid.rows):
        yield from grid.row(row)
