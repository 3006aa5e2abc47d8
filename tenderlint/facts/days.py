"""Finds dates, with their times of day, in a text; numeric dates are read day first, as in the United Kingdom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tenderlint.facts.clock import Clock, time_after, time_before
from tenderlint.patterns import late_pattern
from tenderlint.values import When

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Weds|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = rf"(?: ?(?:st|nd|rd|th)(?:\b|(?={_MONTH}\b)))?"
_YEAR = r"(?:(?:19|20)\d\d)\b"
_TO = r" ?(?:-|–|—|to|until|till|and|through|&) ?"
_DATE = late_pattern(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b[,.]?(?: the)? ?)?(?:"
    rf"(?<![\d.,/£$€-])(?P<day>{_D}){_ORDINAL}(?:(?P<to>{_TO}| or )(?:{_WEEKDAY},? )?(?P<day_to>{_D}){_ORDINAL})?"
    rf"(?: day)?(?: of)?[ -]?(?:\b|(?<=st|nd|rd|th))(?P<month>{_MONTH})\b\.?"
    rf"(?:(?:,? ?|-)(?P<year>{_YEAR})|(?:-| ['’]| (?=\d\d(?:[\s.;)]"
    r"|$)))(?P<short>\d\d)\b(?![:.]\d))?"
    rf"|\b(?P<us_month>{_MONTH})\b\.? (?P<us_day>{_D}){_ORDINAL}(?![\d:])(?:(?P<us_to>{_TO}){_D}{_ORDINAL})?(?:,?"
    f" (?P<us_year>{_YEAR}))?"
    r"|(?<![\d.,/£$€-])(?P<n_day>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<n_month>\d{1,2}) ?(?P=mark) ?(?P<n_year>(?:19"
    r"|20)?\d\d)(?![\d/]|[.,-]\d|%)"
    r"|(?<![\d/.-])(?P<i_year>(?:19|20)\d\d)(?P<i_mark>[-/])(?P<i_month>0?[1-9]"
    rf"|1[0-2])(?P=i_mark)(?P<i_day>{_D})(?![\d/-])"
    rf"|(?<![\d/.-])(?P<m_day>{_D})/(?P<m_month>0[1-9]|1[0-2])(?P<m_year>20\d\d)(?![\d/])"
    r"|\b(?P<part>(?:the )?(?:end|last day|start|beginning|middle) of |(?:early|late"
    rf"|mid)[ -])?(?P<only_month>{_MONTH})\b\.?,? ?(?:of )?(?P<only_year>{_YEAR})"
    rf"|\b(?P<lone_month>{_MONTH})\b\.?(?={_TO}(?P<next_month>{_MONTH})\b\.?,? (?P<next_year>{_YEAR}))"
    rf")",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = late_pattern(rf"^[\s,]*(?:\(\s*)?(?P<weekday>{_WEEKDAY})\b\)?", re.IGNORECASE)
_WEEK = late_pattern(
    r"(?:\bw/?c\.?|\bweek (?:commencing|beginning|starting|of)|\bweek ?[-:])(?:\s*(?:on |the |:))?\s*$",
    re.IGNORECASE,
)
_DOTTED = late_pattern(r"(?:\b(?:by|on|before|until|from|to|date|dated|noon|pm|am)|:)\s*$", re.IGNORECASE)
_COLLISION = late_pattern(
    r"(?<![\d/.])(?:\d{3,8}/\d{1,2}/\d{2,4}|\d{1,2}/\d{3,8}/\d{2,4}|\d{1,2}/\d{1,2}/\d{5,10}|(?:3[2-9]"
    r"|[4-9]\d)/\d{1,2}/(?:19|20)\d\d)(?![\d/])"
)
_HINTS = ("/", ".", "-", *(name[:3] for name in ("january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december")))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it stands in a text from `start` to `end`, its time of day included.

    `odd` says what is wrong with it, if anything ("the 3 July 2026 is a Friday, not a Thursday", "no year",
    "week commencing", "misprinted", "midnight", "close of play"). `range` is "first" or "last" for the ends of a range.
    """

    when: When
    start: int
    end: int
    odd: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    day: int | None
    month: int
    year: int | None
    weekday: str
    start: int
    end: int
    odd: str = ""
    range: str = ""


def days(text: str, year_hint: int | None = None) -> tuple[Day, ...]:
    """Return the dates of a text in the order in which they stand.

    A date without a year is left out unless `year_hint` gives one; its `year_given` is then False.
    """
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return ()
    return _days(text, year_hint)


def collisions(text: str) -> tuple[tuple[int, int], ...]:
    """Return where figures have run together so that no date can be read from them ("1726/09/2014")."""
    return tuple(match.span() for match in _COLLISION.finditer(text))


@lru_cache(maxsize=8192)
def _days(text: str, year_hint: int | None) -> tuple[Day, ...]:
    found = [each for match in _DATE.finditer(text) for each in _read(match)]
    found = _with_shared_years(text, found)
    out: list[Day] = []
    for index, one in enumerate(found):
        since = found[index - 1].end if index else 0
        until = found[index + 1].start if index + 1 < len(found) else len(text)
        day = _day(text, one, since, until, year_hint)
        if day is not None:
            out.append(day)
    return tuple(_with_ranges(text, out))


def _read(match: re.Match[str]) -> Iterator[_Found]:
    start, end = match.span()
    weekday = (match["weekday"] or "").lower()
    if match["day"]:
        year = int(match["year"]) if match["year"] else 2000 + int(match["short"]) if match["short"] else None
        month = MONTHS[match["month"].lower()]
        if match["day_to"]:
            middle = match.start("to")
            both = match["to"].strip().lower() in ("and", "&",
            "or") and not _BETWEEN.search(match.string[max(0, start - 14) : start])
            yield _Found(int(match["day"]), month, year, weekday, start, middle, range="" if both else "first")
            side = "" if both else "last"
            yield _Found(int(match["day_to"]), month, year, "", match.start("day_to"), end, range=side)
        else:
            yield _Found(int(match["day"]), month, year, weekday, start, end)
    elif match["us_month"]:
        year = int(match["us_year"]) if match["us_year"] else None
        yield _Found(int(match["us_day"]), MONTHS[match["us_month"].lower()], year, weekday, start, end)
    elif match["n_day"]:
        yield from _numeric(match, weekday)
    elif match["i_year"]:
        yield _Found(int(match["i_day"]), int(match["i_month"]), int(match["i_year"]), weekday, start, end)
    elif match["m_day"]:
        day, month, year = int(match["m_day"]), int(match["m_month"]), int(match["m_year"])
        yield _Found(day, month, year, weekday, start, end, "misprinted")
    elif match["lone_month"]:
        yield _lone_month(match)
    else:
        yield _month(match)


def _month(match: re.Match[str]) -> _Found:
    """Read "May 2026" as the month, and "the end of May 2026" as its last day."""
    month, year = MONTHS[match["only_month"].lower()], int(match["only_year"])
    if (match["part"] or "").lower().endswith(("end of ", "last day of ")):
        from calendar import monthrange

        return _Found(monthrange(year, month)[1], month, year, "", match.start(), match.end(), "end of the month")
    return _Found(None, month, year, "", match.start(), match.end())


def _lone_month(match: re.Match[str]) -> _Found:
    """Read the first of "June to August 2026", which shares the year of the second or comes in the year before."""
    month, after, year = MONTHS[match["lone_month"].lower()], MONTHS[match["next_month"].lower()], match["next_year"]
    return _Found(None, month, int(year) - (month > after), "", match.start(), match.end())


def _numeric(match: re.Match[str], weekday: str) -> Iterator[_Found]:
    day, month, digits = int(match["n_day"]), int(match["n_month"]), match["n_year"]
    if match["mark"] == "." and len(digits) == 2 and not _DOTTED.search(match.string[: match.start()][-12:]):
        return  # "12.1.14" is far more often a clause than a date
    odd = ""
    if month > 12 >= day:
        day, month, odd = month, day, "month first"
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if 1 <= month <= 12:
        yield _Found(day, month, year, weekday, match.start(), match.end(), odd)


def _with_shared_years(text: str, found: list[_Found]) -> list[_Found]:
    """Give the year of "6 July to 10 July 2026" to both ends."""
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        if one.year is not None or after.year is None or after.day is None:
            continue
        if _joined(text, one.end, after.start):
            year = after.year if (one.month, one.day or 1) <= (after.month, after.day) else after.year - 1
            found[index] = replace(one, year=year)
    return found


_JOIN = late_pattern(
    r"[\s,]{0,9}(?:\(?[^()]{0,15}\)?[\s,]{0,9})?(?:-|–|—|to|until|till|and|through|&|or|up to|inclusive)\s*(?:and "
    f"|including |the )?(?:{_WEEKDAY},? )?$",
    re.IGNORECASE,
)
_RANGE = late_pattern(
    r"^\s*(?:-|–|—|to|until|till|through|up to|(?:and )?(?:ending|ends|expir(?:ing"
    r"|es)) on)\s*(?:and including )?(?:the )?$",
    re.IGNORECASE,
)
_OWN = late_pattern(r"\s*(?:(?:,|on)\s*)?(?:the )?")
_BETWEEN = late_pattern(r"\bbetween(?: the)? *$", re.IGNORECASE)


def _joined(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) < 40 and _JOIN.fullmatch(between) is not None


def _with_ranges(text: str, found: list[Day]) -> list[Day]:
    for index in range(len(found) - 1):
        one, after = found[index], found[index + 1]
        if one.range or after.range or one.when.date >= after.when.date:
            continue
        between = text[one.end : after.start]
        is_between = between.strip() in ("and", "&") and _BETWEEN.search(text[max(0, one.start - 14) : one.start])
        if is_between or _RANGE.match(between):
            found[index], found[index + 1] = replace(one, range="first"), replace(after, range="last")
    return found


def _day(text: str, one: _Found, since: int, until: int, year_hint: int | None) -> Day | None:
    year, given = (one.year, True) if one.year is not None else (year_hint, False)
    if year is None:
        return None
    try:
        date = dt.date(year, one.month, one.day or 1)
    except ValueError:
        return None
    start, end, weekday = one.start, one.end, one.weekday
    after = _WEEKDAY_AFTER.match(text[end:until]) if not weekday and one.day else None
    if after:
        weekday, end = after["weekday"].lower(), end + after.end()
    clock = _clock(text, since, start, end, until) if one.day else Clock()
    week = _WEEK.search(text[max(since, start - 25) : start])
    odd = [one.odd] if one.odd else []
    odd += ["no year"] if not given else []
    odd += ["week commencing"] if week else []
    odd += [clock.odd] if clock.odd else []
    if weekday and given and not WEEKDAYS[date.weekday()].startswith(weekday[:3]):
        odd.append(f"{date.day} {date:%B %Y} is a {date:%A}, not a {_full(weekday)}")
    when = When(date, clock.time, one.day is not None, given, week is not None)
    start = min(start, clock.start if clock.start >= 0 else start)
    if week:
        start = week.start() + max(since, one.start - 25)
    return Day(when, start, max(end, clock.end), "; ".join(odd), one.range)


def _clock(text: str, since: int, start: int, end: int, until: int) -> Clock:
    after, before = time_after(text, end, until), time_before(text, since, start)
    if after and before and until < len(text) and _OWN.fullmatch(text[after.end : until]):
        return before  # the later time belongs to the next date: "10:00 on 3 June and 12:00 on 4 June"
    return after or before or Clock()


def _full(weekday: str) -> str:
    return next(name for name in WEEKDAYS if name.startswith(weekday[:3])).capitalize()
