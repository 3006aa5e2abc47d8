"""Reads tables of award criteria: which columns hold weights, which hold names, and which rows are parts of which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlint.facts.criteria_names import Kind, is_scale, is_total, kind_of, label_of, tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED, close
from tenderlint.facts.grid import Grid, Square
from tenderlint.facts.passages import Passage
from tenderlint.facts.shares import percents

_WEIGHT_HEAD = re.compile(
    r"\bweight(?:ing|ed|age)?s?\b|^\W*(?:%|per ?cent(?:age)?)\W*$|% ?(?:of|weight)|\(%\)|\bpercentage\b",
    re.IGNORECASE,
)
_MARKS_HEAD = re.compile(
    r"\b(?:marks?|points?)\b|\bmax(?:imum)?\.? (?:available )?scores?\b|\bscores? (?:available|\(?max\w*)"
    r"|\bavailable scores?\b|\bout of\b",
    re.IGNORECASE,
)
_NOT_HEAD = re.compile(
    r"\b(?:kpi|target|service level|payment|milestone|deduction|discount|weighted score|awarded|achieved"
    r"|your score|bidder'?s? score"
    r"|evaluator|rate|vat|hours?|frequency|tolerance|uplift|multiplier|score given|actual)\b",
    re.IGNORECASE,
)
_NOT_CRITERIA = re.compile(
    r"\b(?:kpis?|key performance indicators?|service levels?|payments? (?:schedule|profile|plan|milestones?)"
    r"|milestone payments?"
    r"|stage payments|instalments?|discounts?|deductions?|service credits?|worked example|for illustration"
    r"|illustrative|example only"
    r"|(?:bidder|tenderer|supplier|company|contractor) [abc1-3]\b|risk (?:register|matrix|score)|likelihood"
    r"|workforce|staff (?:list|data))",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\bexamples?\b|\billustrat\w+|\bhypothetical\b|\be\.g\.", re.IGNORECASE)
_CONTEXT = re.compile(
    r"\baward criteri\w+|\bevaluat\w+|\bcriteri(?:a|on)\b|\bweight(?:ed|ing|ings)?\b|\bscor(?:e|ed|ing)\b"
    r"|\bquality (?:questions?|submission)"
    r"|\bmethod statements?\b|\baward questions?\b|\bassess(?:ed|ment)\b|\btender questions\b",
    re.IGNORECASE,
)
_CELL = re.compile(
    r"\(?(?:weighting|weight|max(?:imum)?(?: (?:score|marks|points))?|total|up to)?[\s:=]*(\d{1,4}(?:\.\d{1,2})?)\s?"
    r"(%|per ?cent|marks?|points?|pts)?(?:\s?(?:max(?:imum)?|weighting|available|of (?:the )?(?:total"
    r"|overall)[\w ]{0,20}))?\)?",
    re.IGNORECASE,
)
_PASS = re.compile(r"\(?\s*pass\s?(?:/|or|–|-)\s?fail\s*\)?|pass-fail", re.IGNORECASE)
_NO_WEIGHT = re.compile(
    r"(?:for )?info(?:rmation)?(?: only)?|not (?:scored|evaluated|weighted)|n/?a|nil|none|-|–|unscored|mandatory",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Weight:
    value: Decimal | None  # None for pass or fail
    unit: str = ""


def read_table(passage: Passage) -> Sheet | None:
    """Read the table in which a passage stands; None where it is no table of award criteria."""
    if passage.row is None:
        return None
    grid = Grid.of(passage.row.table)
    about = f"{passage.headings} {passage.before[-300:]} {passage.row.table.caption}"
    if (
        _NOT_CRITERIA.search(" ".join(grid.first_rows(2)))
        or _NOT_CRITERIA.search(about[-220:])
        or _is_example(passage, grid)
    ):
        return None
    columns = _weight_columns(grid)
    if not columns:
        return None
    entries, total = _entries(grid, columns, passage)
    sheet = Sheet(tuple(entries), passage.document, passage.index, "table", about, total)
    return sheet if _is_criteria(sheet, grid, columns) else None


def _is_example(passage: Passage, grid: Grid) -> bool:
    near = (
        f"{passage.before[-160:]} {passage.row.table.caption if passage.row else ''} {' '.join(grid.first_rows(1))}"
    )
    last = passage.block.place.heading[-1] if passage.block.place.heading else ""
    return _EXAMPLE.search(near) is not None or _EXAMPLE.search(last) is not None


def weight_of(text: str) -> _Weight | None:
    """Read a cell that holds a weight and nothing else; its value is None for "Pass/Fail"."""
    text = " ".join(text.split())
    match = _CELL.fullmatch(text)
    if match:
        unit = (match[2] or "").lower()
        return _Weight(
            Decimal(match[1]),
            "%"
            if unit[:1] in ("%", "p") and not unit.startswith("po") and unit != "pts"
            else "points"
            if unit
            else "",
        )
    if _PASS.fullmatch(text):
        return _Weight(None)
    found = percents(text) if len(text) < 60 else ()
    if found and (found[0].start <= 1 or not re.search(r"[a-z]{4}", text[: found[0].start], re.IGNORECASE)):
        return _Weight(found[0].value, "%")
    return None


def _weight_columns(grid: Grid) -> list[int]:
    """Return the columns that hold weights, best first among those that say the same of the same rows."""
    scored = []
    for column in range(grid.columns):
        head = grid.head(column)
        cells = [
            square.text
            for square in grid.column(column)
            if square.row >= grid.heads and square.text and not is_total(grid.name_before(square))
        ]
        weights = [weight for weight in map(weight_of, cells) if weight is not None]
        others = [cell for cell in cells if weight_of(cell) is None and not _NO_WEIGHT.fullmatch(cell.strip())]
        numbers = [weight for weight in weights if weight.value is not None]
        if not weights or len(others) > len(weights) or _NOT_HEAD.search(head):
            continue
        rank = _rank(head, numbers, bool(len(weights) - len(numbers)))
        if rank:
            scored.append((rank, column))
    return _without_echoes(grid, scored)


def _rank(head: str, numbers: Sequence[_Weight], passes: bool) -> int:
    """Say how likely a column is to hold weights: 0 for not at all."""
    if _WEIGHT_HEAD.search(head):
        return 4
    if numbers and sum(1 for weight in numbers if weight.unit == "%") * 2 > len(numbers):
        return 3
    if _MARKS_HEAD.search(head) and numbers:
        return 2
    if passes and not numbers:
        return 1
    return 1 if re.search(r"\bscores?\b", head, re.IGNORECASE) or any(weight.unit for weight in numbers) else 0


def _without_echoes(grid: Grid, scored: list[tuple[int, int]]) -> list[int]:
    """Leave out a column that only says the weights of another in a different measure ("Weighting" and "Marks")."""
    kept: list[tuple[int, int]] = []
    for rank, column in sorted(scored, key=lambda each: (-each[0], each[1])):
        rows = {square.row for square in grid.column(column) if square.row >= grid.heads and weight_of(square.text)}
        echoes = False
        for _, other in kept:
            theirs = {
                square.row for square in grid.column(other) if square.row >= grid.heads and weight_of(square.text)
            }
            between = range(min(column, other) + 1, max(column, other))
            echoes |= (
                len(rows & theirs) * 5 >= len(rows) * 4
                and len(theirs - rows) * 5 <= len(theirs)
                and not any(grid.is_wordy(at) for at in between)
            )
        if not echoes and (rank > 1 or not kept):
            kept.append((rank, column))
    return sorted(column for _, column in kept)


def _entries(grid: Grid, columns: Sequence[int], passage: Passage) -> tuple[list[Entry], Decimal | None]:
    names = {column: grid.name_column(column, columns) for column in columns}
    outer = (
        [at for at in range(min(names.values(), default=0)) if grid.groups(at)] if -1 not in names.values() else []
    )
    found: list[Entry] = []
    total: Decimal | None = None
    section = False
    for row in range(grid.heads, grid.rows):
        squares = grid.row(row)
        if len(squares) == 1 or (squares and squares[0].text and not any(square.text for square in squares[1:])):
            entry = _section(squares[0], passage)
            if entry is not None:
                found.append(entry)
            section = entry is not None or (section and not squares[0].text)
            continue
        for at in outer:
            square = grid.at(row, at)
            if square is not None and square.text and not is_total(square.text):
                found.append(_outer(square, passage))
        for level, column in enumerate(columns):
            square = grid.at(row, column)
            weight = weight_of(square.text) if square else None
            if square is None or weight is None:
                continue
            name = grid.at(row, names[column]) or grid.covering(row, names[column])
            if name is None or not name.text.strip():
                continue
            if is_total(name.text) or any(
                is_total(other.text)
                for other in squares
                if other.text and other.column < column and not weight_of(other.text)
            ):
                total = weight.value if level == 0 or total is None else total
                continue
            depth = level + len(outer) + section if len(columns) > 1 or outer or section else None
            entry = Entry(
                tidy(name.text),
                weight.value,
                grid.quote(row, name, square),
                square.place or passage.place,
                depth,
                weight.unit,
            )
            if entry.name and not weight_of(entry.name):
                found.append(entry)
    return found, total


def _section(square: Square, passage: Passage) -> Entry | None:
    """Read a row that only heads the rows below it, with its weight if it has one."""
    if not square.text or len(square.text) > 200 or is_total(square.text):
        return None
    shares = percents(square.text)
    name = tidy(
        square.text[: shares[0].start]
        if shares and shares[0].start > 3
        else square.text[shares[0].end :]
        if shares
        else square.text
    )
    if not name or (not shares and kind_of(name) is Kind.OTHER):
        return None
    return Entry(
        name,
        shares[0].value if shares else None,
        square.text,
        square.place or passage.place,
        0,
        "%" if shares else "",
    )


def _outer(square: Square, passage: Passage) -> Entry:
    shares = percents(square.text)
    name = tidy(square.text[: shares[0].start]) if shares else tidy(square.text)
    return Entry(
        name or tidy(square.text),
        shares[0].value if shares else None,
        square.text,
        square.place or passage.place,
        0,
        "%" if shares else "",
    )


def _is_criteria(sheet: Sheet, grid: Grid, columns: Sequence[int]) -> bool:
    """Say whether what was read are award criteria and no scale, price list or list of indicators."""
    names = [entry.name for entry in sheet.entries]
    if not names or is_scale(names) or is_scale(_beside(grid, columns)):
        return False
    weights = [entry.weight for entry in sheet.entries if entry.weight is not None]
    outermost = sum((entry.weight or Decimal(0) for entry in sheet.entries if not entry.depth), Decimal(0))
    whole = close(sum(weights, Decimal(0)), HUNDRED) or close(outermost, HUNDRED)
    context = _CONTEXT.search(f"{sheet.about[-400:]} {' '.join(grid.first_rows(grid.heads))}") is not None
    headed = any(_WEIGHT_HEAD.search(grid.head(column)) for column in columns)
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


_JUDGING = re.compile(r"\b(?:award|evaluation|tender|mandatory|scoring) (?:\w+ )?criteria\b|\bcriteria\b.{0,40}\bevaluat", re.IGNORECASE)
_SELECTION = re.compile(
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
