"""Reckons how long a contract runs, and by how much it is extended, from the days between which it does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tenderlint.facts import term_words as words
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, Candidate
from tenderlint.facts.dated import Dated, steps
from tenderlint.facts.days import Day, days
from tenderlint.facts.event_words import PERIOD
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, lowered, statements
from tenderlint.facts.timetable import timetable
from tenderlint.patterns import late_pattern
from tenderlint.values import When

_EXTENDED_TO = late_pattern(
    r"exten(?:d|ds|ded|dable|sions?)\b[^.;\n]{0,40}\b(?:to|until|till)\b[^.;\n\d]{0,30}[0-3]?\d[ /.a-z-]"
)
_TO = late_pattern(
    r"\bexten(?:d|ds|ded|dable|sions?)\b[^.;]{0,40}\b(?:to|until|till)(?: (?:the end of|no later than|the latest))?\s*$"
)
_LINE = 40  # letters
_ENOUGH = 3  # months: a range of days that is shorter is a step of the timetable or a phase
_SHORT = 6  # days by which a term may fall short of whole months, as one that ends with a school term or a week does


def from_dates(reading: Reading) -> Iterator[Candidate[int]]:
    """Yield the first term by each start and end that stand in one sentence: "1 April 2026 to 31 March 2029"."""
    for first, last in pairwise(reading.once(steps)):
        if first.text is not last.text or not last.day.when.year_given or not _are_ends(first, last):
            continue
        months = months_between(first.day.when.date, _last_of(last.day.when))
        if months >= _ENOUGH and words.NOT_CONTRACT.search(first.text[: first.day.start].lower()[-100:]) is None:
            why = f"from {first.day.when} to {last.day.when}"
            statement = Statement(first.text, first.passage)
            fact = statement.fact("term_initial_months", months, first.day.start, last.day.end, Sure.MEDIUM, why)
            yield Candidate(fact, PASSING, first.passage.role)


def from_timetable(reading: Reading) -> Iterator[Candidate[int]]:
    """Yield the first term by the start and the end that the pack gives in different places."""
    found = reading.once(timetable)
    start, end = (next((each for each in found[name] if each.chosen), None) for name in _ENDS)
    if start is None or end is None or start.of or end.of or "exten" in end.quote.lower():
        return
    if not words.CONTRACT.search(f"{start.quote} {end.quote} {_labels(reading, start, end)}".lower()):
        return
    if not all(isinstance(each.value, When) and each.value.day_given for each in (start, end)):
        return
    months = months_between(start.value.date, end.value.date)
    if months >= _ENOUGH:
        why = f"from {start.value} to {end.value}"
        yield Candidate(Fact("term_initial_months", months, end.quote, end.place, Sure.LOW, why=why), PASSING)


def _labels(reading: Reading, start: Fact[When], end: Fact[When]) -> str:
    """The lines above two days that each stand on a line of their own: "Contract start date"."""
    places = (start.place, end.place)
    own = (each.passage for each in reading.once(steps) if each.passage.place in places)
    return " ".join(each.before for each in own if len(each.text) < _LINE and len(each.before) < _LINE)


def extended_to(reading: Reading) -> Iterator[Candidate[int]]:
    """Yield the extension by the day to which a contract may be extended, where its end stands before that."""
    for statement in statements(reading.passages.matching(_EXTENDED_TO)):
        text = lowered(statement.text)
        found = [day for day in days(statement.text) if _is_day(day)]
        for at, last in enumerate(found):
            before = found[at - 1] if at else None
            if not _TO.search(text[before.end if before else 0 : last.start]):
                continue
            end = before.when if before else _end(reading)
            months = months_between(end.date + dt.timedelta(days=1), last.when.date) if end else 0
            if end and _ENOUGH <= months <= _MOST:
                why = f"from {end} to {last.when}"
                start = before.start if before else last.start
                fact = statement.fact("term_extension_months", months, start, last.end, Sure.MEDIUM, why)
                yield Candidate(fact, STATED, statement.passage.role)


def _end(reading: Reading) -> When | None:
    """The day on which the contract ends unless it is extended."""
    ends = [each for each in reading.once(timetable)["contract_end"] if "exten" not in each.quote.lower()]
    end = next((each for each in ends if each.chosen), ends[0] if ends else None)
    return end.value if end is not None and isinstance(end.value, When) and end.value.day_given else None


_ENDS = ("contract_start", "contract_end")
_MOST = 120


def _is_day(day: Day) -> bool:
    return day.when.day_given and day.when.year_given


def _are_ends(first: Dated, last: Dated) -> bool:
    """Say whether two days of a sentence are the start and the end of the contract."""
    if (first.event.name, last.event.name) == _ENDS:
        return True
    return (first.day.range, last.day.range) == ("first", "last") and first.event.name in (PERIOD, "contract_start")


def _last_of(when: When) -> dt.date:
    """The day, or the last day of a month that is named alone: "from April 2026 to March 2027"."""
    if when.day_given:
        return when.date
    year, month = divmod(when.date.year * 12 + when.date.month, 12)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def months_between(first: dt.date, last: dt.date) -> int:
    """Return the whole months from the first day to the end of the last; a few days short of whole count as whole."""
    after = last + dt.timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if after.day < first.day:
        months -= 1
    return months + 1 if (_later(first, months + 1) - after).days <= _SHORT else months


def _later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, 28))


def told_in_words(worded: Sequence[Candidate[int]], reckoned: Sequence[Candidate[int]]) -> list[Candidate[int]]:
    """Leave out what days come to where words say the same but for a month: the words are what is meant."""
    said = {each.fact.value for each in worded}
    return [each for each in reckoned if not any(0 < abs(each.fact.value - other) <= 1 for other in said)]
