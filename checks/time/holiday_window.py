"""Does the time to bid fall into Christmas, Easter or August?"""

import datetime as dt

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge

_MOST_OF_AUGUST = 10
_WEEK = dt.timedelta(days=7)


def check(context: Context) -> Result:
    """Look for the holidays between issue and deadline, when the days to bid are few."""
    issue, deadline = context.facts.when("issue_date"), context.facts.when("submission_deadline")
    if issue is None or deadline is None:
        return cannot_tell("the pack does not state both the day of issue and the deadline", by_absence=True)
    start, end = issue.value.date, deadline.value.date
    if start > end:
        return cannot_tell("the dates are not in order", issue, deadline)
    days = context.calendar.working_days(start, end, context.nation or "England")
    holiday = _holiday(start, end)
    if holiday and 0 < days < context.setting("working_days"):
        return judge([Finding.at(deadline, days=days, holiday=holiday)], beside=(issue,))
    passed = f"{days} working days from {issue.value} to {deadline.value}"
    none = "none of Christmas, Easter and the middle of August falls among them"
    told = f", although they take in {holiday}" if holiday else f"; {none}"
    return judge((), passed=f"{passed}{told}", evidence=(issue, deadline))


def _holiday(start: dt.date, end: dt.date) -> str:
    for year in range(start.year, end.year + 1):
        if start <= dt.date(year, 12, 24) and end >= dt.date(year, 12, 28):
            return "Christmas"
        easter = _easter(year)
        if start <= easter - _WEEK / 2 and end >= easter + dt.timedelta(days=2):
            return "Easter"
        first, last = max(start, dt.date(year, 8, 1)), min(end, dt.date(year, 8, 31))
        if (last - first).days >= _MOST_OF_AUGUST:
            return "August"
    return ""


def _easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
