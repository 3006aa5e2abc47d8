"""Finds the time of day that stands beside a date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tenderlint.patterns import late_pattern

_ZONE = (
    r"(?: ?\(?(?:UK|GMT|BST|UTC|local|London|British|EST|EDT|ET|eastern)"
    r"(?: (?:local |standard |summer )?time)?\)?)?"
)
_TIME = (
    r"(?:(?:12(?:[:.]00)? ?(?:o['’]?clock ?)?(?:hours |hrs )?)?(?<![a-z])(?P<noon>noon|mid-?day)\b"
    r"|(?:(?:12(?:[:.]00)?|11[:.]59|23[:.]59|00[:.]00) ?)?(?<![a-z])(?P<midnight>midnight)\b"
    r"|(?P<close>(?:close|end) of (?:play|business|the (?:working )?day|(?:working )?day|office hours)|\bCO[BP]\b"
    r"|\bEOD\b)"
    r"|(?<![\d:.,/£$€-])(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.]) ?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
    r" ?(?P<half>[ap]\.? ?m\b\.?)?(?P<hours> ?(?:hours|hrs?|h)\b\.?)?(?: ?(?P<noon_after>\(?(?:12 )?noon\)?"
    r"|mid-?day))?(?![\d/]|[.,:]\d|%)"
    r"|(?<![\d:.,/£$€-])(?P<military>(?:[01]\d|2[0-3])[0-5]\d) ?(?P<m_hours>hours|hrs?|h)\b)"
)
_LINK = (
    r"(?:by|at|before|no later than|not later than|from|until|till|on|the|of|is|deadline|strictly|local|time|and"
    r"|latest)"
)
_AFTER = late_pattern(
    rf"^[\s,;:|–—(@\-]{{0,4}}(?:{_LINK}[\s,:(]{{1,2}}){{0,4}}(?:[T](?=\d))?{_TIME}{_ZONE}\)?", re.IGNORECASE
)
_BEFORE = late_pattern(
    rf"{_TIME}{_ZONE}\)?[\s,;:|–—(@\-]{{0,4}}(?:(?:on|of|the|day|dated?|deadline|latest|by|at the end|and"
    r"|before)[\s,:(]{1,2}){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it stands from `start` to `end`; no time where the words name none ("close of play")."""

    time: dt.time | None = None
    start: int = -1
    end: int = -1
    odd: str = ""


def time_after(text: str, end: int, until: int) -> Clock | None:
    """Return the time that follows directly on a date which ends at `end`."""
    match = _AFTER.match(text[end : min(until, end + 80)])
    return _clock(match, end) if match else None


def time_before(text: str, since: int, start: int) -> Clock | None:
    """Return the time that stands directly before a date which begins at `start`."""
    first = max(since, start - 60)
    match = _BEFORE.search(text[first:start])
    return _clock(match, first) if match else None


def time_alone(text: str) -> Clock | None:
    """Return the time that a text (a cell of a table) consists of, or begins with."""
    match = _AFTER.match(text.strip())
    return _clock(match, 0) if match else None


def _clock(match: re.Match[str], shift: int) -> Clock | None:
    start, end = match.start() + shift, match.start() + len(match[0].rstrip()) + shift
    if match["noon"]:
        return Clock(dt.time(12), start, end)
    if match["midnight"]:
        return Clock(dt.time(23, 59), start, end, "midnight")
    if match["close"]:
        return Clock(None, start, end, f"“{match['close']}” is not a time of day")
    if match["military"]:
        return Clock(dt.time(int(match["military"][:2]), int(match["military"][2:])), start, end)
    return _figures(match, start, end)


def _figures(match: re.Match[str], start: int, end: int) -> Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half, noon = (match["half"] or "").lower(), match["noon_after"]
    named = bool(half or noon or match["hours"])
    if not named and (not match["sep"] or (match["sep"] == "." and hour < 7)):
        return None  # "5.30" alone is more likely a clause than half past five
    if match["second"] == "00" and hour == minute == 0:
        return Clock(None, start, end)  # a machine's way of writing a day without a time
    odd = f"“{hour}:{minute:02d}{match['half']}” mixes two clocks" if half and hour > 12 else ""
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour == 24:
        hour, minute, odd = 23, 59, "midnight"
    return Clock(dt.time(hour, minute), start, end, odd)
