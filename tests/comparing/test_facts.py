"""Facts that an amendment changed are told with how far they moved."""

from __future__ import annotations

from typing import Any

import pytest

from tenderlint.comparing.facts import days_moved, moved
from tenderlint.comparing.rows import FactChange, Kind
from tests.comparing.made import ITT, changed, compared


def change(new: str, name: str) -> FactChange:
    (found,) = [row for row in compared(ITT, new).facts if row.name == name]
    return found


def test_a_deadline_brought_forward_is_told_in_days() -> None:
    row = change(changed(_10_April="3 April"), "submission_deadline")
    assert (row.kind, row.told) == (Kind.CHANGED, "brought forward by 7 days")
    assert (row.old[0].value, row.new[0].value) == ("2026-04-10T12:00", "2026-04-03T12:00")
    assert change(changed(_10_April="11 April"), "submission_deadline").told == "put back by 1 day"
    assert change(changed(_12_noon="10 am"), "submission_deadline").told == "earlier on the same day"


def test_a_value_that_was_cut_is_told_in_money() -> None:
    assert change(changed(**{"£400,000": "£300,000"}), "contract_value_total").told == "cut by £100,000 (25%)"
    assert change(changed(**{"£500,000": "£750,000"}), "minimum_turnover").told == "raised by £250,000 (50%)"


def test_weights_that_moved_are_told_in_points() -> None:
    rows = compared(ITT, changed(**{"Price 60%. Quality 40%": "Price 70%. Quality 30%"})).facts
    told = {(row.name, row.new[0].words): row.told for row in rows}
    assert told["price_weight", "70"] == "up by 10 points"
    assert told["award_criteria", "Quality 30"] == "down by 10 points"


def test_what_is_stated_now_and_what_is_no_more_are_told_apart() -> None:
    without = ITT.replace("## 4 Turnover\n\nBidders must have a minimum annual turnover of £500,000.\n", "")
    (gone,) = compared(ITT, without).facts
    assert (gone.name, gone.kind, gone.new) == ("minimum_turnover", Kind.GONE, ())
    (new,) = compared(without, ITT).facts
    assert (new.name, new.kind, new.old) == ("minimum_turnover", Kind.NEW, ())


def test_the_same_fact_in_other_words_is_no_change() -> None:
    assert compared(ITT, changed(**{"12 noon on 10 April 2026": "noon on Friday 10 April 2026"})).facts == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("award_date", "2026-03-01", "2026-04-01", "put back by 31 days"),
        ("award_date", "2026-03", "2026-04", ""),
        ("award_date", "soon", "later", ""),
        ("payment_days", 30, 31, "up by 1 day"),
        ("lots", 3, 1, "down by 2 lots"),
        ("payment_days", 30, 30, ""),
        ("tupe", "applies", "mentioned", ""),
        ("audited_accounts_required", True, False, ""),
        ("minimum_turnover", 0, 10, "raised by £10"),
        ("contract_value_total", {"max": 5, "currency": "GBP"}, {"max": 5, "currency": "EUR"}, ""),
        ("contract_value_total", {"max": None, "currency": "GBP"}, {"max": 5, "currency": "GBP"}, ""),
        ("accessible_formats_offered", ["braille"], ["audio"], ""),
    ],
)
def test_only_numbers_and_days_can_be_told_to_have_moved(name: str, old: Any, new: Any, told: str) -> None:
    assert moved(name, old, new) == told


def test_days_are_counted_between_whole_dates_only() -> None:
    assert days_moved("2026-03-30T12:00", "2026-03-28") == -2
    assert days_moved("2026-03", "2026-03-28") is None
    assert days_moved(None, "2026-03-28") is None
