"""Lays out the dates of a procurement as a drawing that stays readable on a phone: a true scale, labels moved apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlint.formats.arrange import used_rows
from tenderlint.formats.fact_words import fact_label
from tenderlint.patterns import late_pattern
from tenderlint.report import FactRow, Report

DATES = (
    "issue_date", "site_visit", "clarification_deadline", "answers_by", "submission_deadline", "interview_date",
    "award_date", "contract_start", "contract_end",
)  # fmt: skip
WIDTH = 288
"""The width of the drawing in its own units, one a pixel: what a phone of 320 pixels leaves between its margins."""

_AXIS, _LABEL, _TOP, _LINE, _GAP = 12.0, 40.0, 14.0, 21.0, 15.0
_WHEN = late_pattern(r"(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?")
_OF_A_STAGE = "of the selection stage"
_STAGE = "selection_deadline"
_FAR = 2
"""A contract's end that lies this many times as far off as all before it is drawn on a broken line."""


@dataclass(frozen=True, slots=True)
class Event:
    """One date that the pack states. `day` is the first of the month where only the month is known."""

    name: str
    label: str
    day: dt.date
    time: str
    exact: bool
    row: FactRow
    days_after: int | None = None
    week: bool = False

    @property
    def short(self) -> str:
        """The date, short enough for the drawing."""
        if not self.exact:
            return f"{self.day:%B %Y}"
        start = "week of " if self.week else ""
        return f"{start}{self.day.day} {self.day:%b %Y}" + (f", {self.time}" if self.time else "")

    @property
    def long(self) -> str:
        """The date in full."""
        if not self.exact:
            return f"{self.day:%B %Y}"
        start = "Week of " if self.week else ""
        return f"{start}{self.day:%A} {self.day.day} {self.day:%B %Y}" + (f", {self.time}" if self.time else "")


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in the drawing: its dot stands on the axis at `y`, its label's first line at `label_y`."""

    event: Event
    note: str
    y: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the axis that matters: `kind` is "bid" or "prepare"."""

    kind: str
    words: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that the page needs to draw; `broken_from` is where the line is no longer to scale."""

    height: float
    bottom: float
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]
    broken_from: float | None

    axis: float = _AXIS
    label: float = _LABEL
    width: int = WIDTH


def events(report: Report) -> tuple[Event, ...]:
    """Return the dates that checks use, in the order of time; what is not a date is left out.

    Of a step that takes several days, said in one breath, every day is told.
    """
    rows = [(name, row) for name in DATES for row in used_rows(name, report.facts.get(name, ()))]
    found = [event for name, row in rows if (event := _event(name, row))]
    found += _stages(report)
    found = list({(event.name, event.day, event.time): event for event in found}.values())
    found.sort(key=lambda event: (event.day, event.time or "99"))
    return tuple(_after(found[number - 1] if number else None, event) for number, event in enumerate(found))


def _stages(report: Report) -> list[Event]:
    """The deadlines of a selection stage that stand beside the one for tenders: the first hurdle of a bidder."""
    rows = (row for row in report.facts.get("submission_deadline", ()) if not row.chosen and _OF_A_STAGE in row.why)
    made = (_event("submission_deadline", row) for row in rows)
    return [replace(event, name=_STAGE, label="Deadline of the selection stage") for event in made if event]


def draw(dates: Sequence[Event]) -> Drawing | None:
    """Return the drawing of the dates, or None where there are not two days to draw a line between."""
    if len({event.day for event in dates}) < 2:
        return None
    notes = _notes(dates)
    heights = [_LINE * (3 if notes.get(event.name) else 2) + _GAP for event in dates]
    far = _is_far(dates)
    near = len(dates) - far
    length = sum(heights[:near]) - heights[near - 1] / 2 if near > 1 else 0.0
    dots = _on_scale([event.day for event in dates[:near]], length)
    if far:
        dots.append(max(sum(heights[:near]), dots[-1] + 2 * _LINE) + _TOP)
    tops = _apart([dot - _LINE / 2 for dot in dots], heights)
    marks = tuple(
        Mark(event, notes.get(event.name, ""), round(dot, 1), round(top + _LINE * 0.75, 1))
        for event, dot, top in zip(dates, dots, tops, strict=True)
    )
    height = max(tops[-1] + heights[-1], dots[-1] + _TOP)
    return Drawing(round(height), marks[-1].y, marks, _spans(marks), round(dots[-2], 1) if far else None)


def _event(name: str, row: FactRow) -> Event | None:
    match = _WHEN.fullmatch(row.value) if isinstance(row.value, str) else None
    if match is None:
        return None
    year, month, day, time = match.groups()
    try:
        date = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    week = row.words.startswith("week of ")
    return Event(name, fact_label(name), date, time or "", day is not None, row, week=week)


def _after(before: Event | None, event: Event) -> Event:
    if before is None or not (before.exact and event.exact):
        return event
    days = (event.day - before.day).days
    return replace(event, days_after=days)


def _first(dates: Sequence[Event], name: str) -> Event | None:
    return next((event for event in dates if event.name == name and event.exact), None)


def _notes(dates: Sequence[Event]) -> dict[str, str]:
    """Return the third line of a label: how long bidders have, and how long the winner has."""
    notes = {}
    for start, end, words in (
        ("issue_date", "submission_deadline", "to bid"),
        ("award_date", "contract_start", "to prepare"),
    ):
        first, last = _first(dates, start), _first(dates, end)
        if first and last and last.day > first.day:
            days = (last.day - first.day).days
            notes[end] = f"{days} {'day' if days == 1 else 'days'} {words}"
    return notes


def _is_far(dates: Sequence[Event]) -> bool:
    """Say whether the last date is the contract's end and would squeeze all others together."""
    if dates[-1].name != "contract_end" or len(dates) < 3:
        return False
    before = (dates[-2].day - dates[0].day).days
    return (dates[-1].day - dates[-2].day).days > _FAR * before


def _on_scale(days: Sequence[dt.date], length: float) -> list[float]:
    """Return how far down the axis each day stands, in proportion to time."""
    whole = (days[-1] - days[0]).days or 1
    return [_TOP + length * (day - days[0]).days / whole for day in days]


def _apart(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return tops as near as may be to those wanted, so that none of the labels covers another."""
    tops: list[float] = []
    floor = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, floor))
        floor = tops[-1] + height
    ceiling = max(wanted[-1] + heights[-1], sum(heights))
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = max(min(tops[number], ceiling - heights[number]), 0.0)
        ceiling = tops[number]
    return tops


def _spans(marks: Sequence[Mark]) -> tuple[Span, ...]:
    by_name = {mark.event.name: mark for mark in reversed(marks)}
    pairs = (("bid", "issue_date", "submission_deadline"), ("prepare", "award_date", "contract_start"))
    return tuple(
        Span(kind, by_name[end].note, by_name[start].y, by_name[end].y)
        for kind, start, end in pairs
        if start in by_name and end in by_name and by_name[end].note
    )
