"""The dates of a procurement: issue, questions, answers, visit, deadline, interviews, award, start and end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, Candidate, choose
from tenderlint.facts.dated import LEAP, Dated, quote_of, steps
from tenderlint.facts.days import days
from tenderlint.facts.event_words import OPENED, PERIOD, RESPONDED, TENDER_PERIOD
from tenderlint.facts.reading import Reading
from tenderlint.model import Role
from tenderlint.patterns import late_pattern
from tenderlint.values import When

NAMES = (
    "issue_date", "clarification_deadline", "answers_by", "site_visit", "submission_deadline", "interview_date",
    "award_date", "contract_start", "contract_end",
)  # fmt: skip
_YEARS_APART = 3
_YEAR_OF_ALL = late_pattern(
    r"\b(?:dates?|timetable|calendar|programme|schedule|when|all|deadlines?)\b[^.;]{0,30}?(?<!the )\b(20\d\d)\b"
    r"(?!\s?[/–-]\s?\d)(?! (?:contract|season|budget|programme))",
    re.IGNORECASE,
)
_ANCHORS = (
    "submission_deadline", "clarification_deadline", "issue_date", "answers_by", "site_visit", "interview_date",
    "award_date", "contract_start",
)  # fmt: skip
_LASTS = frozenset(("submission_deadline", "clarification_deadline", "answers_by", "contract_end"))


def timetable(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every dated step by the name of its fact; a date whose year the pack does not tell is left out."""
    known = _with_years([step for each in reading.once(steps) for step in _ends(each)])
    found: dict[str, list[Candidate[When]]] = {name: [] for name in NAMES}
    for step in _settled(_near_anchor(known)):
        found[step.event.name].append(_candidate(step))
    return {name: choose(candidates) for name, candidates in found.items()}


def _ends(step: Dated) -> tuple[Dated, ...]:
    """Of a range keep the end that the fact asks for; the range of a contract is its start and its end."""
    name, side = step.event.name, step.day.range
    if name == TENDER_PERIOD:
        fact = "submission_deadline" if side == "last" else "issue_date"
        return (replace(step, event=replace(step.event, name=fact)),)
    if name == PERIOD:
        if not side:
            return ()
        fact = "contract_start" if side == "first" else "contract_end"
        return (replace(step, event=replace(step.event, name=fact)),)
    if name == "contract_start" and side == "last":
        return (replace(step, event=replace(step.event, name="contract_end")),)
    if (side == "first" and name in _LASTS and step.of != "superseded") or (side == "last" and name not in _LASTS):
        return ()
    return (step,)


def _with_years(dated: list[Dated]) -> list[Dated]:
    """Give dates without a year the year that puts them nearest to the dated steps of the same document, or pack."""
    known = [step for step in dated if step.day.when.year_given and step.event.name != "contract_end"]
    yearless = {id(step.passage.document) for step in dated if not step.day.when.year_given}
    anchors = {number: _anchor([each for each in known if id(each.passage.document) == number]) for number in yearless}
    anywhere = _anchor(known)
    out = []
    for step in dated:
        if step.day.when.year_given:
            out.append(step)
            continue
        year = _year_above(step) or _year_near(step, anchors[id(step.passage.document)] or anywhere)
        if year is not None:
            again = days(step.text, year)[step.at]
            when = replace(again.when, time=step.day.when.time or again.when.time)
            out.append(replace(step, day=replace(again, when=when)))
    return out


def _settled(known: list[Dated]) -> Iterator[Dated]:
    """Tell by the other steps what an "opening" opens, and whose "responses" are due."""
    if not any(step.of in (OPENED, RESPONDED) for step in known):
        yield from known
        return
    closes = [each.day.when.date for each in known if each.event.name == "submission_deadline" and not each.of]
    asked = [each.day.when.date for each in known if each.event.name == "clarification_deadline"]
    for step in known:
        day = step.day.when.date
        if step.of == OPENED:
            if not any(close <= day for close in closes):
                yield replace(step, of="")
        elif step.of == RESPONDED:
            between = any(ask <= day for ask in asked) and any(day < close for close in closes)
            yield replace(step, of="", event=replace(step.event, name="answers_by") if between else step.event)
        else:
            yield step


def _anchor(known: list[Dated]) -> tuple[dt.date, str] | None:
    """The date that tells the year of the others, and its step: the deadline's first, the middle one of several."""
    for name in _ANCHORS:
        dates = sorted(step.day.when.date for step in known if step.event.name == name)
        if dates:
            return dates[len(dates) // 2], name
    return None


def _year_above(step: Dated) -> int | None:
    """The one year that the heading, or the head of the column, gives to all dates below: "Dates (all 2026)"."""
    row, headings = step.passage.row, step.passage.place.heading
    above = f"{headings[-1] if headings else ''}; {'; '.join(row.heads) if row is not None else ''}"
    told = {match[1] for match in _YEAR_OF_ALL.finditer(above)} if "20" in above else set()
    year = int(told.pop()) if len(told) == 1 else None
    return year if year and _exists(step.day.when.date, year) else None


def _near_anchor(known: list[Dated]) -> list[Dated]:
    """Leave out what lies years away from the procurement: the dates of laws, clauses and earlier events."""
    anchor = _anchor([step for step in known if step.day.when.day_given])
    if anchor is None:
        return known
    return [step for step in known if _is_near(step, anchor[0])]


def _is_near(step: Dated, anchor: dt.date) -> bool:
    apart = (step.day.when.date - anchor).days / 365
    return apart > -_YEARS_APART and (apart < _YEARS_APART or step.event.name == "contract_end")


def _year_near(step: Dated, found: tuple[dt.date, str] | None) -> int | None:
    """The year that puts a step nearest to the anchor; what leads to a contract comes before its start."""
    if found is None:
        return None
    date, (anchor, name) = step.day.when.date, found
    fit = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if _exists(date, year)]
    if name == "contract_start" and step.event.name not in ("contract_start", "contract_end"):
        fit = [year for year in fit if date.replace(year=year) <= anchor]
    return min(fit, key=lambda year: abs(date.replace(year=year) - anchor), default=None)


def _exists(date: dt.date, year: int) -> bool:
    return not (date.month == 2 and date.day == 29) or (year % 4 == 0 and year != LEAP)


def _candidate(step: Dated) -> Candidate[When]:
    when = step.day.when
    stage = step.of or _stage_of(step)
    unsure = step.strength == PASSING or not when.year_given or not when.day_given or "month first" in step.day.odd
    fact = Fact(
        step.event.name,
        when,
        quote_of(step),
        step.passage.place,
        Sure.MEDIUM if unsure else Sure.HIGH,
        why="; ".join(filter(None, (_odd(step), f"it is of the {stage}" if stage.endswith(" stage") else ""))),
        of=stage,
    )
    return Candidate(fact, step.strength, step.passage.role, step.amends)


def _odd(step: Dated) -> str:
    """What is odd of the date; that it begins a week is told by the date itself."""
    return "; ".join(part for part in step.day.odd.split("; ") if part != "week commencing")


def _stage_of(step: Dated) -> str:
    """The dates by which a selection questionnaire itself comes and goes are those of its stage."""
    is_staged = step.event.name in ("submission_deadline", "clarification_deadline", "answers_by")
    return "selection stage" if is_staged and step.passage.role is Role.SELECTION else ""
