"""Finds every date of a pack that is the date of some step, and says of which, from the words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tenderlint.facts import dated_words as words
from tenderlint.facts.choose import STATED
from tenderlint.facts.clock import time_alone
from tenderlint.facts.days import Day
from tenderlint.facts.event_words import OTHER
from tenderlint.facts.events import Event
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import clip
from tenderlint.model import BlockKind

LEAP = 2000
"""The year in which dates without a year are read until the pack tells theirs; a leap year, so that none is lost."""

_MARGINS = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE)
_EARLY = 30
_LINE = 70  # letters


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the step it is of, the words it stands in, and how outright they say it.

    `day` is in the year `LEAP` while the pack has not told its year; `text` and `at` allow it to be read again.
    `of` names a part or says "superseded", as `Fact.of` does; `quote` is given where it is not part of `text`.
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
    return tuple(_all_steps(reading.passages))


def holding_dates(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that may hold a date."""
    named = (each for each in passages.having(*words.MONTHS) if _names_day(each.text))
    figures = (each for each in passages.having(*words.FIGURE_MARKS) if words.FIGURES.search(each.text))
    found = {each.index: each for each in (*named, *figures)}
    return tuple(found[index] for index in sorted(found))


def _names_day(text: str) -> bool:
    if words.DIGIT.search(text) is None:
        return False
    small = text.lower()
    return words.DAY_FIRST.search(small) is not None or words.MONTH_FIRST.search(small) is not None


def made(event: Event, day: Day, text: str, at: int, passage: Passage, strength: int, before: str) -> Dated:
    """Make a dated step, and mark it when it changes an earlier date or is itself the earlier one."""
    amends = _tells_of_change(text)
    of = "superseded" if _is_superseded(before, day) else event.of
    return Dated(event, day, text, at, passage, strength, amends and of != "superseded", of)


def dates_document(passage: Passage, before: str, after: str) -> bool:
    """Say whether a date dates the document itself: alone, or behind "Date:", near the top of the first page."""
    place = passage.place
    if passage.block.kind in _MARGINS or (place.paragraph or 1) > _EARLY or (place.page or 1) > 1:
        return False
    alone = passage.row is None and not words.LETTERS.search(before + after)
    return alone or words.DATE_LABEL.search(before) is not None


def is_fact(event: Event | None) -> bool:
    """Say whether an event is one of the timetable's facts."""
    return event is not None and event.name != OTHER


def quote_of(step: Dated) -> str:
    """Return the words that a dated step is quoted by."""
    return step.quote or clip(step.text, step.day.start, step.day.end)


def _all_steps(passages: Passages) -> Iterator[Dated]:
    from tenderlint.facts.dated_rows import in_table
    from tenderlint.facts.dated_text import in_text

    for passage in holding_dates(passages):
        if passage.block.kind is not BlockKind.CONTENTS:
            if passage.row is not None:
                yield from in_table(passage)
            else:
                yield from (_with_time_below(each, passages) for each in in_text(passage))


def _with_time_below(step: Dated, passages: Passages) -> Dated:
    """Take the time of day from the line below a short line with a day: "Date: 3 July 2026", "Time: noon"."""
    if step.day.when.time is not None or len(step.passage.text) > _LINE or step.passage.index + 1 >= len(passages.all):
        return step
    below = passages.all[step.passage.index + 1]
    label = words.TIME_LINE.match(below.text) if below.document is step.passage.document and below.row is None else None
    clock = time_alone(below.text[label.end() :]) if label is not None else None
    if clock is None or clock.time is None:
        return step
    return replace(step, day=replace(step.day, when=replace(step.day.when, time=clock.time)))


@lru_cache(maxsize=64)
def _tells_of_change(text: str) -> bool:
    return words.CHANGED.search(text) is not None


def _is_superseded(before: str, day: Day) -> bool:
    moved = words.CHANGED.search(before) is not None
    left = moved and (day.range == "first" or words.FROM.search(before) is not None)
    return left or words.INSTEAD.search(before) is not None
