"""Is the deadline on a working day, at an hour when help is there?"""

import datetime as dt
import re
from collections.abc import Iterator

from tenderlint.checking import Context, Fact, Finding, Result, When, cannot_tell, judge, late_pattern

_EVENING = dt.time(18, 0)
_MORNING = dt.time(8, 0)
_NOON = dt.time(12, 0)
_LATE = dt.time(23, 0)
_WEEKDAY = late_pattern(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s?|nes|rs?|ur)(?:day)?\b", re.IGNORECASE)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ONE_DAY = dt.timedelta(days=1)


def check(context: Context) -> Result:
    """Look at the weekday, the holidays and the hour of the deadline that counts."""
    deadline = context.facts.when("submission_deadline")
    if deadline is None:
        return cannot_tell("the pack does not state the deadline", by_absence=True)
    faults = [Finding.at(deadline, fault=fault) for fault in _faults(context, deadline)]
    return judge(
        [*faults, *_misnamed(context, deadline)],
        passed=f"the deadline is {deadline.value}, a {deadline.value.date:%A}",
        evidence=(deadline,),
    )


def _faults(context: Context, deadline: Fact[When]) -> Iterator[str]:
    day, time = deadline.value.date, deadline.value.time
    nation = context.nation or "England"
    if deadline.value.day_given:
        if day.weekday() > 4:
            yield f"is on a {day:%A}"
        elif context.calendar.is_holiday(day, nation):
            yield f"is on a bank holiday ({day:%A} {day.day} {day:%B %Y})"
        elif time is not None and time < _NOON and not context.calendar.is_working_day(day - _ONE_DAY, nation):
            rest = "a bank holiday" if context.calendar.is_holiday(day - _ONE_DAY, nation) else "a weekend"
            yield f"is at {time:%H:%M} on the morning after {rest}, when nobody could help"
    if time is None:
        yield "has no time of day"
    elif time == dt.time(0, 0) or time >= _LATE:
        yield f"is at midnight ({time:%H:%M}), when nobody can help"
    elif time > _EVENING or time < _MORNING:
        yield f"is at {time:%H:%M}, when nobody can help"
    if " is a " in deadline.why:
        wrong = next(part for part in deadline.why.split("; ") if " is a " in part)
        yield f"has the wrong weekday: {wrong}"


def _misnamed(context: Context, deadline: Fact[When]) -> Iterator[Finding]:
    """Other places that name the same day of the year without its year, and another day of the week."""
    day = deadline.value.date
    if not (deadline.value.year_given and deadline.value.day_given):
        return
    right = f"{day:%A}"
    for said in context.facts.all("submission_deadline"):
        other = said.value.date
        if said.value.year_given or not said.value.day_given or (other.month, other.day) != (day.month, day.day):
            continue
        named = _WEEKDAY.search(said.quote)
        if named is not None and not right.startswith(named[1].capitalize()):
            called = next(name for name in _NAMES if name.startswith(named[1].capitalize()))
            fault = f"is called a {called} here, but {day.day} {day:%B %Y} is a {right}"
            yield Finding.at(said, fault=fault)
