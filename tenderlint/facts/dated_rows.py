"""Reads dated steps from tables, whichever column holds the event, the date and the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tenderlint.facts import dated_words as words
from tenderlint.facts.choose import TABLED
from tenderlint.facts.clock import time_alone
from tenderlint.facts.dated import LEAP, Dated, dates_document, is_fact, made
from tenderlint.facts.dated_text import in_sentence, whole_sentences
from tenderlint.facts.days import Day, days
from tenderlint.facts.event_words import OTHER
from tenderlint.facts.events import Event, before_date, is_asked, is_past, of_label
from tenderlint.facts.passages import Passage, TableRow

_OWN_ENDS = ("contract_start", "contract_end")
_MOST = 240
_SHORT = 20  # letters before a date that say too little to overrule the label of their row


def in_table(passage: Passage) -> Iterator[Dated]:
    """Yield the dated steps of a cell, named by its own words, the row's label, the column's head or the headings."""
    row = passage.row
    if row is None:
        return
    said = whole_sentences(passage.text)
    told = [(each, found) for each in said if (found := days(each, LEAP)) and not is_asked(each)]
    if not told or words.BLANK.search(passage.text) or _is_history(row):
        return
    labels = tuple(_labels(row, passage))
    for sentence, found in told:
        if _is_bare(sentence, found):
            yield from _bare(sentence, found, passage, row, labels)
        else:
            label = next((each for each in labels if of_label(each) is not None), "")
            if found[0].start < _SHORT and of_label(label) == Event(OTHER):
                continue  # "ends midnight 7 December" beside "Standstill"
            yield from in_sentence(sentence, found, passage, (label,) if label else ())


def _is_history(row: TableRow) -> bool:
    """Whether a row tells of a version of the document."""
    return any(words.HISTORY.search(text) for text in (row.label[:60], *row.heads))


def _is_bare(text: str, found: tuple[Day, ...]) -> bool:
    """A cell is bare when little stands in it but its dates."""
    rest = text[: found[0].start] + " ".join(text[one.end : two.start] for one, two in pairwise(found))
    return len(words.WORD.findall(rest)) <= 3 and before_date(rest) is None


def _bare(
    text: str, found: tuple[Day, ...], passage: Passage, row: TableRow, labels: tuple[str, ...]
) -> Iterator[Dated]:
    label, event = _named(text[: found[0].start], passage, labels)
    if event is None or not is_fact(event) or is_past(label):
        return
    for at, day in enumerate(found):
        if len(found) == 1:
            day = _with_side(_with_time(day, row, passage.column), event, passage, row)
        yield replace(made(event, day, text, at, passage, TABLED, text[: day.start]), quote=_quote(row, passage))


def _named(own: str, passage: Passage, labels: tuple[str, ...]) -> tuple[str, Event | None]:
    for label in labels:
        event = of_label(label)
        if event is not None:
            return label, event
    for label in (own, *labels[:1]):
        if words.DATE_LABEL.search(label) and dates_document(passage, label, ""):
            return label, Event("issue_date")
    return "", None


def _labels(row: TableRow, passage: Passage) -> Iterator[str]:
    """The words that may name what a cell's date is of, the likeliest first."""
    left = [_flat(cell) for cell in reversed(row.cells[: passage.column]) if _is_name(cell)]
    right = [_flat(cell) for cell in row.cells[passage.column + 1 :] if _is_name(cell)]
    head = _flat(passage.head)
    yield from left[:1]
    if head and len(left) > 1 and words.BARE_DAY.fullmatch(head):
        yield from left[1:3]  # who does it stands between what is done and by when
    if left and head:
        yield f"{left[0]} {head}"
    if not left:
        yield from right[:1]
    if head and not (left and words.BARE_SIDE.fullmatch(head)):
        yield head
    yield from left[1:3]
    if left:
        yield from right[:1]
    elif not right:
        yield from reversed(passage.block.place.heading[-2:])


def _flat(text: str) -> str:
    return " ".join(text.split())[:200]


def _is_name(cell: str) -> bool:
    """Whether a cell may name something: it has letters, and is no date and no time."""
    flat = _flat(cell)
    if not words.LETTERS.search(flat):
        return False
    found = days(flat, LEAP)
    rest = flat[: found[0].start] + flat[found[-1].end :] if found else flat
    clock = time_alone(rest)
    return words.LETTERS.search(rest[clock.end :] if clock and clock.end > 0 else rest) is not None


def _with_time(day: Day, row: TableRow, column: int) -> Day:
    """Take the time of day from another cell of the row, or from the row below when it is the time of this one."""
    if day.when.time is not None:
        return day
    cells = (_flat(cell) for number, cell in enumerate(row.cells) if number != column and len(cell) < 40)
    time = next((found for cell in cells if (found := _time_of(cell)) is not None), None) or _time_below(row)
    return day if time is None else replace(day, when=replace(day.when, time=time))


def _time_of(cell: str) -> dt.time | None:
    inside = words.IN_BRACKETS.search(cell) if "(" in cell else None
    clock = time_alone(inside[1] if inside else cell)
    return clock.time if clock is not None and not days(cell, LEAP) else None


def _time_below(row: TableRow) -> dt.time | None:
    for cells in row.table.rows[row.number + 1 : row.number + 2]:
        texts = [_flat(cell.text) for cell in cells if cell.text.strip()]
        if len(texts) == 2 and words.TIME_LABEL.search(texts[0]):
            return _time_of(texts[1])
    return None


def _with_side(day: Day, event: Event, passage: Passage, row: TableRow) -> Day:
    """In a column headed "Start" or "End" a date is one end of a range, unless it is the contract's own."""
    head = passage.head
    if not head or len(head) > 40 or day.range or event.name in _OWN_ENDS:
        return day
    if not (any(map(words.START_HEAD.search, row.heads)) and any(map(words.END_HEAD.search, row.heads))):
        return day
    first, last = words.START_HEAD.search(head), words.END_HEAD.search(head)
    if (first is None) == (last is None):
        return day
    return replace(day, range="first" if first else "last")


def _quote(row: TableRow, passage: Passage) -> str:
    """The row in one line when it is short, else the cell alone."""
    whole = " ".join(_flat(cell) for cell in row.cells if cell.strip())
    return whole if len(whole) <= _MOST else _flat(passage.text)[:_MOST]
