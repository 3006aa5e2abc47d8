"""Dates and times of day, as they are written in the United Kingdom."""

from __future__ import annotations

import pytest

from tenderlint.facts.days import collisions, days
from tenderlint.values import as_data

ONE = [
    ("Tenders have to reach the portal by 12 noon on Friday 17 April 2026.", "2026-04-17T12:00"),
    ("Last date for questions: 03/04/2026, 17:00.", "2026-04-03T17:00"),
    ("It starts 1st Oct 2026 for 12 months", "2026-10-01"),
    ("5pm on Wednesday 25 April 2012", "2012-04-25T17:00"),
    ("Noon 05/03/12", "2012-03-05T12:00"),
    ("23 Oct 2023 14:00 (UK time)", "2023-10-23T14:00"),
    ("on 1.4.2013", "2013-04-01"),
    ("2026-07-03T12:00", "2026-07-03T12:00"),
    ("April 2026", "2026-04"),
    ("the end of May 2026", "2026-05-31"),
    ("17:00hrs on 31 August 2025", "2025-08-31T17:00"),
    ("17:00pm BST, Friday 10 May 2024", "2024-05-10T17:00"),
    ("11.59 pm on 20th August 2023", "2023-08-20T23:59"),
    ("no later than 23-Oct-2018 12:08:32", "2018-10-23T12:08"),
    ("13/10/2020 00:00:00", "2020-10-13"),
    ("12.00 noon 06/11/2013", "2013-11-06T12:00"),
    ("17:00 02/04/24", "2024-04-02T17:00"),
    ("March 19, 2019 at noon", "2019-03-19T12:00"),
    ("midnight on 3 July 2026", "2026-07-03T23:59"),
    ("3 July 2026 (12 noon)", "2026-07-03T12:00"),
    ("Friday 3 July 2026, no later than 2.30pm", "2026-07-03T14:30"),
    ("3 July 2026 (Friday) at 12:00", "2026-07-03T12:00"),
    ("the 17th day of April, 2026 at 1700 hours", "2026-04-17T17:00"),
    ("12 noon (UK time) on 3 July 2026", "2026-07-03T12:00"),
    ("by 5pm (GMT) on the 3rd of July 2026", "2026-07-03T17:00"),
    ("09/03/2026 @ 12:00", "2026-03-09T12:00"),
    ("03/25/2026", "2026-03-25"),
    ("by close of play on 3 July 2026", "2026-07-03"),
    ("the afternoon of 3 July 2026", "2026-07-03"),
    ("01/012019", "2019-01-01"),
    ("17 April 26", "2026-04-17"),
]
NONE = [
    "1726/09/2014", "clause 12.1.14", "PPN 06/20", "SI 2015/102", "31/02/2026", "it may 5 times",
    "0163 2960 4567", "1/2",
    "version 1.2.3", "45/11/2020", "60%", "17:00", "December",
]  # fmt: skip
ODD = [
    ("17:00hrs on Thursday 31 August 2025", "31 August 2025 is a Sunday, not a Thursday"),
    ("w/c 6 July 2026", "week commencing"),
    ("week beginning Monday 6 July 2026", "week commencing"),
    ("17:00pm on 3 July 2026", "“17:00pm” mixes two clocks"),
    ("midnight on 3 July 2026", "midnight"),
    ("end of the day on 3 July 2026", "“end of the day” is not a time of day"),
    ("01/012019", "misprinted"),
    ("03/25/2026", "month first"),
    ("Friday 3 July 2026", ""),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_date_is_read_with_its_time(text: str, expected: str) -> None:
    assert [as_data(day.when) for day in days(text)] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert days(text) == ()


@pytest.mark.parametrize(("text", "odd"), ODD)
def test_what_is_odd_about_a_date_is_told(text: str, odd: str) -> None:
    (day,) = days(text)
    assert day.odd == odd


def test_a_date_without_a_year_waits_for_one() -> None:
    assert days("by Monday 6 July") == ()
    (day,) = days("by Monday 6 July", 2026)
    assert (as_data(day.when), day.when.year_given, day.odd) == ("2026-07-06", False, "no year")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6-10 July 2026", "2026-07-06", "2026-07-10"),
        ("6 July to 10 July 2026", "2026-07-06", "2026-07-10"),
        ("between 9 and 13 March 2026", "2026-03-09", "2026-03-13"),
        ("1 April 2018 to 31 March 2021", "2018-04-01", "2021-03-31"),
        ("from 28 December to 4 January 2027", "2026-12-28", "2027-01-04"),
    ],
)
def test_a_range_has_two_ends_and_shares_its_year(text: str, first: str, last: str) -> None:
    ends = days(text)
    assert [(as_data(day.when), day.range) for day in ends] == [(first, "first"), (last, "last")]


def test_two_single_days_are_no_range() -> None:
    assert [day.range for day in days("11 and 12 August 2026")] == ["", ""]


def test_each_date_keeps_its_own_time() -> None:
    found = days("10:00 on 3 June 2026 and 12:00 on 4 June 2026")
    assert [as_data(day.when) for day in found] == ["2026-06-03T10:00", "2026-06-04T12:00"]


def test_figures_that_ran_together_are_told() -> None:
    text = "on 1726/09/2014 and 3/4/2020 and 45/11/2020"
    assert [text[start:end] for start, end in collisions(text)] == ["1726/09/2014", "45/11/2020"]


def test_hostile_lines_are_read_in_no_time() -> None:
    assert days("1/" * 4000) == ()
    assert len(days("noon " * 2000 + "3 July 2026")) == 1
