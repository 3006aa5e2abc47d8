"""Finds every date of a pack that is the date of some step, and says of which, from the words beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from tenderlint.facts.choose import PASSING, STATED, TABLED
from tenderlint.facts.clock import time_alone
from tenderlint.facts.days import Day, days
from tenderlint.facts.event_words import OTHER
from tenderlint.facts.events import Event, after_date, before_date, is_asked, is_past, of_label
from tenderlint.facts.passages import Passage, Passages, TableRow
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import clip, sentences
from tenderlint.model import BlockKind

LEAP = 2000
"""The year in which dates without a year are read until the pack tells theirs; a leap year, so that none is lost."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIGURES = re.compile(r"\d ?[/.-] ?\d{1,2} ?[/.-] ?\d|\d/\d{6}\b")
_NAMED = re.compile(
    r"\d(?:st|nd|rd|th)?(?: day)?(?: of)?,?[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?(?: of)? \d",
)
_SPEECH = re.compile(r"\b(?:e\.g\.|for example|for instance|such as|\bexamples?:?(?![.\w])|sample|illustrat\w+)", re.IGNORECASE)
_BLANK = re.compile(r"\[\s*(?:insert|enter|date|dd|x+|tbc|add)|«|»|<\s*insert|\bx{2,}\b|\bdd/mm", re.IGNORECASE)
_DIGIT = re.compile(r"\d\d")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_VERB = re.compile(r"\b(?:is|are|was|will|must|shall|should|may|can|be|has|have|been|please)\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:(?:has|have|had|is|are) (?:now |since |been )*(?:been )?(?:extended|changed|amended|revised|moved|postponed|brought forward|put back|altered|varied)"
    r"|(?:new|revised|extended|amended|updated|rescheduled) (?:\w+ ){0,3}(?:deadline|clos\w+|dates?|return|submission|timetable)|(?:is|are) now\b|(?:deadline|date|clos\w+)[^.;]{0,40}\b(?:extended|postponed|revised|rescheduled|moved) (?:to|until|from))",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom (?:the )?[^.;]{0,30}$", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|and not|previously|originally|formerly|replac\w+|supersed\w+)\W+(?:\w+\W+){0,4}$", re.IGNORECASE)


class Beside(Protocol):
    """Reads a step from the words on one side of a date."""

    def __call__(self, words: str, /) -> Event | None:
        """Return the step that the words name."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the step it is of, the words it stands in, and how outright they say it.

    `year` is False while the year of the date is still `LEAP`. `text` and `at` allow it to be read again.
    """

    event: Event
    day: Day
    text: str
    at: int
    passage: Passage
    strength: int = STATED
    amends: bool = False
    of: str = ""
    quote: str = ""


def steps(reading: Reading) -> tuple[Dated, ...]:
    """Return the dated steps of a pack in the order of reading; to be asked for through `Reading.once`."""
    return tuple(dated(reading.passages))


def dated(passages: Passages) -> Iterator[Dated]:
    """Yield the dated steps of a pack in the order of reading; bidders' questions state nothing."""
    for passage in holding_dates(passages):
        if passage.block.kind is not BlockKind.CONTENTS:
            yield from _in_table(passage) if passage.row is not None else _in_text(passage)


def holding_dates(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that may hold a date."""
    named = (each for each in passages.having(*_MONTHS) if _NAMED.search(each.text.lower()))
    figures = (each for each in passages.having("/20", "/19", "-20", ".20", "/0", "/1", "/2", "20") if _FIGURES.search(each.text))
    found = {each.index: each for each in (*named, *figures)}
    return tuple(found[index] for index in sorted(found))


def _in_text(passage: Passage) -> Iterator[Dated]:
    for sentence in sentences(passage.text):
        if is_asked(sentence) or _BLANK.search(sentence) or _SPEECH.search(sentence[:40]):
            continue
        found = days(sentence, LEAP)
        if found:
            yield from _steps(sentence, found, passage, _above(passage))


_DATE_LABEL = re.compile(r"(?:^|[\s:|])(?:Our |Letter |Document |Tender |ITT )?(?:Date[d:]?|DATE[D:]?)(?: of (?:this )?(?:document|letter|issue))?[\s:–-]*$")
_EARLY = 30


def _dates_document(passage: Passage, before: str, after: str) -> bool:
    """Whether a date dates the document itself: alone, or behind "Date:", near the top of the first page."""
    alone = not _LETTERS.search(before + after) and passage.row is None
    kind = passage.block.kind
    near_top = kind not in (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE) and (passage.place.paragraph or 1) <= _EARLY and (passage.place.page or 1) == 1
    return near_top and (alone or _DATE_LABEL.search(before) is not None)


def _above(passage: Passage) -> tuple[str, ...]:
    """What a date without words of its own may be under: the line before it when it leads to it, then its headings."""
    leads = passage.before.rstrip()
    near = (leads[-160:],) if leads.endswith((":", "-", "–")) or (len(leads) < 80 and not leads.endswith(".") and not _DIGIT.search(leads)) else ()
    return (*near, *reversed(passage.block.place.heading[-2:]))


def _steps(text: str, found: tuple[Day, ...], passage: Passage, above: tuple[str, ...]) -> Iterator[Dated]:
    first_is_date = not _LETTERS.search(text[: found[0].start])
    follows = first_is_date and (len(found) > 1 or _LETTERS.search(text[found[0].end :]) is not None)
    last: Event | None = None
    for index, day in enumerate(found):
        before = text[found[index - 1].end if index else 0 : day.start][-240:]
        if _SPEECH.search(before[-30:]):
            continue
        after = text[day.end : found[index + 1].start if index + 1 < len(found) else len(text)][:160]
        if day.range == "last" and last is not None:
            event: Event | None = last
            strength = STATED
        elif last is not None and last.name == "contract_start" and _UNTIL.match(before):
            event, strength = Event("contract_end"), STATED
        elif follows:
            event, strength = after_date(after), TABLED
        elif _SINCE.search(before):
            event, strength = None, PASSING
        elif last is not None and (_OR.fullmatch(before) or _NOW.fullmatch(before)):
            event, strength = last, STATED
        else:
            event, strength, follows = _from_sides(before, after, first=index == 0)
            event = _until(event, before)
        if event is None and not index and not _LETTERS.search(text[: day.start] + text[day.end :]):
            event, strength = _from_above(above)
        elif event is None and not index and _leads(before):
            event, strength = _from_above(above)[0], PASSING
        if event is None and _dates_document(passage, before, after):
            event, strength = Event("issue_date"), PASSING
        last = event
        if event is not None and event.name != OTHER and not is_past(text) and not _is_either(before, after, found, index):
            yield _made(event, day, text, index, passage, strength, before)


_UNTIL = re.compile(r"\W*(?:and )?(?:(?:it )?(?:will )?(?:run|continu|end|expir|finish|last)\w*\W+)?(?:on |in )?(?:until|till|to|ending|expiring|finishing|on)\b[\s\w]{0,10}$", re.IGNORECASE)


_ENDS = re.compile(r"\b(?:until|till|to|up to|ending|expiring)(?: (?:and including|the end of|the))?\s*$", re.IGNORECASE)


def _until(event: Event | None, before: str) -> Event | None:
    """A date behind "until" ends something: "an appointment until 31 March" names no day of award."""
    if event is None or event.name not in ("award_date", "contract_start", "interview_date", "site_visit") or not _ENDS.search(before):
        return event
    return Event("contract_end") if event.name in ("award_date", "contract_start") else None


def _is_either(before: str, after: str, found: tuple[Day, ...], index: int) -> bool:
    """Whether a date is one of two that the words leave open: "in December 2025 or January 2026"."""
    return (index > 0 and _OR.fullmatch(before) is not None) or (index + 1 < len(found) and _OR.fullmatch(after) is not None)


_SINCE = re.compile(r"\b(?:after|since|following|as (?:at|of)|dated|from and after)(?: the)?\s*$", re.IGNORECASE)
_NOW = re.compile(r"\W*(?:and|&)?\W*(?:(?:is|are|has been|have been|will be|was) (?:now |since )?(?:changed |moved |extended |postponed |revised |amended )?(?:to|now|until)?)?\W*", re.IGNORECASE)
_OR = re.compile(r"\W*or\W*(?:in |on )?", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:by|no later than|not later than|before|on or before|deadline|closing|latest|due|will be|is|on|from|until)\b[^.;]{0,40}$", re.IGNORECASE)


def _leads(before: str) -> bool:
    return _LEADS.search(before) is not None


def _from_sides(before: str, after: str, first: bool) -> tuple[Event | None, int, bool]:
    event = before_date(before)
    if event is not None:
        labels = before.rstrip().endswith((":", "-", "–", "—", "|")) or not _VERB.search(before)
        return event, TABLED if labels else STATED, False
    event = after_date(after)
    return event, STATED, event is not None and first and bool(re.match(r"\s*[(–-]", after))


def _from_above(above: tuple[str, ...]) -> tuple[Event | None, int]:
    for number, words in enumerate(above):
        event = of_label(words)
        if event is not None:
            return event, TABLED if number == 0 else STATED
    return None, PASSING


def _made(event: Event, day: Day, text: str, index: int, passage: Passage, strength: int, before: str) -> Dated:
    amends = _CHANGED.search(text) is not None
    of = "superseded" if _is_superseded(before, day, amends) else event.of
    return Dated(event, day, text, index, passage, strength, amends and of != "superseded", of)


def _is_superseded(before: str, day: Day, amends: bool) -> bool:
    moved = _CHANGED.search(before) is not None
    return (amends and moved and (day.range == "first" or _FROM.search(before) is not None)) or _INSTEAD.search(before) is not None


def _in_table(passage: Passage) -> Iterator[Dated]:
    row = passage.row
    if row is None or _BLANK.search(passage.text):
        return
    labels = tuple(_labels(row, passage))
    for sentence in sentences(passage.text):
        found = days(sentence, LEAP)
        if not found or is_asked(sentence):
            continue
        if _is_bare(sentence, found):
            yield from _bare(sentence, found, passage, row, labels)
        else:
            yield from _worded(sentence, found, passage, labels)


def _is_bare(text: str, found: tuple[Day, ...]) -> bool:
    """A cell is bare when little stands in it but its dates."""
    rest = text[: found[0].start] + " ".join(text[one.end : two.start] for one, two in zip(found, found[1:], strict=False))
    return len(re.findall(r"[A-Za-z]{3,}", rest)) <= 3 and before_date(rest) is None


def _bare(text: str, found: tuple[Day, ...], passage: Passage, row: TableRow, labels: tuple[str, ...]) -> Iterator[Dated]:
    label = next(((words, event) for words in labels if (event := of_label(words)) is not None), None)
    if label is None:
        own = next((words for words in (text[: found[0].start], *labels[:1]) if _DATE_LABEL.search(words)), "")
        label = (own, Event("issue_date")) if own and _dates_document(passage, own, "") else None
    if label is None or label[1].name == OTHER or is_past(label[0]):
        return
    for index, day in enumerate(found):
        timed = _with_side(_with_time(day, row, passage.column), label[1], passage) if len(found) == 1 else day
        made = _made(label[1], timed, text, index, passage, TABLED, text[: day.start])
        yield replace(made, quote=_row_quote(row, passage))


_TIME_LABEL = re.compile(r"\btime\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:start|from|begin|commence|open)", re.IGNORECASE)
_LAST = re.compile(r"\b(?:end|to|finish|until|complet|by|clos|expir)", re.IGNORECASE)


def _with_side(day: Day, event: Event, passage: Passage) -> Day:
    """In a column headed "Start" or "End" a date is one end of a range, unless it is the contract's own."""
    head = passage.head
    if not head or len(head) > 40 or day.range or event.name in ("contract_start", "contract_end"):
        return day
    heads = passage.row.heads if passage.row is not None else ()
    if not (any(map(_FIRST.search, heads)) and any(map(_LAST.search, heads))):
        return day
    first, last = _FIRST.search(head), _LAST.search(head)
    if (first is None) == (last is None):
        return day
    return replace(day, range="first" if first else "last")


def _worded(text: str, found: tuple[Day, ...], passage: Passage, labels: tuple[str, ...]) -> Iterator[Dated]:
    heading = next((words for words in labels if of_label(words) is not None), "")
    for step in _steps(text, found, passage, (heading,) if heading else ()):
        yield step


def _labels(row: TableRow, passage: Passage) -> Iterator[str]:
    """The words that may name what a cell's date is of, the likeliest first."""
    cells = row.cells
    left = [_flat(cell) for cell in reversed(cells[: passage.column]) if _names(cell)]
    right = [_flat(cell) for cell in cells[passage.column + 1 :] if _names(cell)]
    head = _flat(passage.head)
    yield from left[:1]
    if left and head:
        yield f"{left[0]} {head}"
    if not left:
        yield from right[:1]
    if head:
        yield head
    yield from left[1:3]
    yield from right[:1] if left else ()
    if not left and not right:
        yield from reversed(passage.block.place.heading[-2:])


def _flat(text: str) -> str:
    return " ".join(text.split())[:200]


def _names(cell: str) -> bool:
    """Whether a cell may name something: it has letters, and is no date and no time."""
    flat = _flat(cell)
    if not _LETTERS.search(flat):
        return False
    found = days(flat, LEAP)
    rest = flat[: found[0].start] + flat[found[-1].end :] if found else flat
    clock = time_alone(rest)
    return _LETTERS.search(rest[clock.end :] if clock and clock.end > 0 else rest) is not None


def _with_time(day: Day, row: TableRow, column: int) -> Day:
    """Take the time of day from the cell beside the date, or from a column of times."""
    if day.when.time is not None:
        return day
    for number, cell in enumerate(row.cells):
        clock = time_alone(_flat(cell)) if number != column and len(cell) < 40 else None
        if clock is not None and clock.time is not None and not days(_flat(cell), LEAP):
            return replace(day, when=replace(day.when, time=clock.time))
    clock = _time_below(row)
    return replace(day, when=replace(day.when, time=clock)) if clock is not None else day


def _time_below(row: TableRow) -> dt.time | None:
    """The time of day in the next row, when that row is the time of this one: "Closing date", "Closing time"."""
    for cells in row.table.rows[row.number + 1 : row.number + 2]:
        texts = [_flat(cell.text) for cell in cells if cell.text.strip()]
        if len(texts) == 2 and _TIME_LABEL.search(texts[0]) and not days(texts[1], LEAP):
            clock = time_alone(texts[1])
            return clock.time if clock is not None else None
    return None


def _row_quote(row: TableRow, passage: Passage) -> str:
    """The row in one line when it is short, else the cell alone."""
    whole = " ".join(_flat(cell) for cell in row.cells if cell.strip())
    return whole if len(whole) <= 240 else _flat(passage.text)[:240]


def quote_of(step: Dated) -> str:
    """The words that a dated step is quoted by."""
    return step.quote or clip(step.text, step.day.start, step.day.end)
