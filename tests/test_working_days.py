"""Working days are counted as each body of law counts them."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from tests.checks.asking import ask, book

CALENDAR = book().calendar
DIVISIONS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}


@pytest.mark.parametrize(("nation", "code"), DIVISIONS.items())
def test_the_table_of_bank_holidays_agrees_with_the_holidays_package(nation: str, code: str) -> None:
    years = range(CALENDAR.first_year, CALENDAR.last_year + 1)
    theirs = {day for day in holidays.country_holidays("GB", subdiv=code, years=years) if day.weekday() < 5}
    ours = {
        day
        for year in years
        for number in range(366)
        if (day := dt.date(year, 1, 1) + dt.timedelta(number)).year == year and CALENDAR.is_holiday(day, nation)
    }
    assert {day for day in ours if day.weekday() < 5} == theirs


def test_the_table_says_until_when_it_is_good() -> None:
    assert CALENDAR.knows(dt.date(CALENDAR.last_year, 12, 31))
    assert not CALENDAR.knows(dt.date(CALENDAR.last_year + 1, 1, 1))


def test_a_holiday_of_one_part_is_a_working_day_in_another() -> None:
    st_patrick = dt.date(2026, 3, 17)
    assert CALENDAR.is_working_day(st_patrick, "England")
    assert not CALENDAR.is_working_day(st_patrick, "Northern Ireland")
    assert not CALENDAR.is_working_day(st_patrick)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (dt.date(2026, 3, 2), dt.date(2026, 3, 2), 0),
        (dt.date(2026, 3, 2), dt.date(2026, 3, 3), 1),
        (dt.date(2026, 3, 6), dt.date(2026, 3, 9), 1),
        (dt.date(2026, 4, 2), dt.date(2026, 4, 7), 1),
        (dt.date(2026, 3, 3), dt.date(2026, 3, 2), 0),
    ],
)
def test_days_are_counted_after_the_first_and_with_the_last(start: dt.date, end: dt.date, days: int) -> None:
    assert CALENDAR.working_days(start, end, "England") == days


@pytest.mark.parametrize(
    ("regime_day", "award", "end"),
    [
        ("2026-01-05", "2 February 2026", "11 February 2026"),
        ("2026-01-05", "12 March 2026", "24 March 2026"),
        ("2019-01-07", "4 February 2019", "14 February 2019"),
    ],
)
def test_the_standstill_ends_as_the_regime_counts(regime_day: str, award: str, end: str) -> None:
    text = f"""
# Timetable
The value is above the threshold.
| Event | Date |
|---|---|
| Contract award | {award} |
| Contract start | {award} |
"""
    row = ask("standstill-before-start", text, on=regime_day)
    assert end in row.reason


def test_under_the_provider_selection_regime_the_standstill_starts_the_day_after() -> None:
    text = """
# Timetable
| Event | Date |
|---|---|
| Contract award | 2 February 2026 |
| Contract start | 2 February 2026 |
"""
    settings = {"pack": {"commenced": dt.date(2026, 1, 5), "regime": "PSR"}}
    assert "13 February 2026" in ask("standstill-before-start", text, settings=settings).reason
