"""The drawing of the dates is true to scale, and no label covers another."""

from __future__ import annotations

import dataclasses

import pytest

from tenderlint.formats import timeline
from tenderlint.report import FactRow, Report
from tests.formats.example_report import at, empty, example, fact


def dated(**days: str) -> Report:
    rows: dict[str, tuple[FactRow, ...]] = {name: (fact(day, day, at("a.docx")),) for name, day in days.items()}
    return dataclasses.replace(empty(), facts=rows)


def test_the_dates_stand_in_the_order_of_time_with_the_days_between() -> None:
    rows = timeline.events(dated(submission_deadline="2026-07-03T12:00", issue_date="2026-06-12"))
    assert [(row.label, row.long, row.days_after) for row in rows] == [
        ("Pack issued", "Friday 12 June 2026", None), ("Deadline for tenders", "Friday 3 July 2026, 12:00", 21),
    ]  # fmt: skip


def test_only_the_statement_that_checks_use_is_drawn() -> None:
    assert [row.name for row in timeline.events(example())].count("submission_deadline") == 1


def test_every_day_of_interviews_and_the_site_visit_are_told() -> None:
    row = at("ITT.docx", "Interviews 4 and 5 November 2026")
    days = (fact("2026-11-04", "4 November 2026", row), dataclasses.replace(
        fact("2026-11-05", "5 November 2026", row), chosen=False))  # fmt: skip
    elsewhere = dataclasses.replace(fact("2026-12-01", "1 December 2026", at("Plan.docx", "Interviews")), chosen=False)
    visit = (fact("2026-10-01", "1 October 2026", at("ITT.docx", "Site visit")),)
    report = dataclasses.replace(empty(), facts={"interview_date": (*days, elsewhere), "site_visit": visit})
    assert [(event.name, event.day.isoformat()) for event in timeline.events(report)] == [
        ("site_visit", "2026-10-01"), ("interview_date", "2026-11-04"), ("interview_date", "2026-11-05"),
    ]  # fmt: skip


def test_a_month_is_told_as_a_month_and_counts_no_days() -> None:
    rows = timeline.events(dated(award_date="2026-08", contract_start="2026-10-01"))
    assert [(row.long, row.days_after) for row in rows] == [("August 2026", None), ("Thursday 1 October 2026", None)]


def test_a_week_is_told_as_a_week() -> None:
    row = fact("2026-07-13", "week of 13 July 2026", at("ITT.docx", "Interviews week commencing 13 July 2026"))
    (event,) = timeline.events(dataclasses.replace(empty(), facts={"interview_date": (row,)}))
    assert (event.long, event.short) == ("Week of Monday 13 July 2026", "week of 13 Jul 2026")


@pytest.mark.parametrize("value", ["soon", "2026-13-01", "2026-02-30", 20260703, None, ["2026-07-03"]])
def test_what_is_not_a_date_is_left_out(value: object) -> None:
    report = dataclasses.replace(empty(), facts={"issue_date": (fact(value, "?", at("a.docx")),)})
    assert timeline.events(report) == ()


def test_one_day_alone_is_not_drawn() -> None:
    assert timeline.draw(timeline.events(dated(issue_date="2026-06-12", answers_by="2026-06-12"))) is None
    assert timeline.draw(()) is None


CROWDED = dated(
    issue_date="2026-06-12", clarification_deadline="2026-06-13", answers_by="2026-06-13",
    submission_deadline="2026-06-14", interview_date="2026-06-14", award_date="2026-06-15",
    contract_start="2027-06-15", contract_end="2032-06-14",
)  # fmt: skip
LATE = dated(issue_date="2025-06-12", interview_date="2026-06-13", award_date="2026-06-13", contract_start="2026-06-14")


@pytest.mark.parametrize("report", [example(), CROWDED, LATE])
def test_labels_never_overlap_and_stay_inside_the_drawing(report: Report) -> None:
    drawing = timeline.draw(timeline.events(report))
    assert drawing is not None
    bottoms = [mark.label_y + 21 * (2 if mark.note else 1) for mark in drawing.marks]
    tops = [mark.label_y - 16 for mark in drawing.marks]
    assert all(top >= bottom for bottom, top in zip(bottoms, tops[1:], strict=False))
    assert tops[0] >= 0
    assert bottoms[-1] <= drawing.height
    assert all(0 < mark.y < drawing.height for mark in drawing.marks)


def test_the_line_is_true_to_scale_up_to_the_start_of_the_contract() -> None:
    drawing = timeline.draw(timeline.events(CROWDED))
    assert drawing is not None
    first, *_, award, start, _ = drawing.marks
    assert (award.y - first.y) / (start.y - first.y) == pytest.approx(3 / 368, abs=0.002)


def test_a_far_end_of_the_contract_is_drawn_on_a_broken_line() -> None:
    drawing = timeline.draw(timeline.events(CROWDED))
    assert drawing is not None
    assert drawing.broken_from == drawing.marks[-2].y
    short = dated(issue_date="2026-06-12", award_date="2026-07-01", contract_end="2026-08-01")
    near = timeline.draw(timeline.events(short))
    assert near is not None
    assert near.broken_from is None


def test_the_time_to_bid_and_to_prepare_are_told_in_words() -> None:
    drawing = timeline.draw(timeline.events(CROWDED))
    assert drawing is not None
    told = [(span.kind, span.words) for span in drawing.spans]
    assert told == [("bid", "2 days to bid"), ("prepare", "365 days to prepare")]


def test_a_contract_that_starts_before_the_award_gets_no_time_to_prepare() -> None:
    drawing = timeline.draw(timeline.events(dated(award_date="2026-08-01", contract_start="2026-07-01")))
    assert drawing is not None
    assert drawing.spans == ()


def test_the_deadline_of_an_earlier_stage_stands_in_the_drawing() -> None:
    first = dataclasses.replace(
        fact("2026-06-19T12:00", "19 June 2026, 12:00", at("PQQ.docx", "Return this by noon on 19 June 2026")),
        chosen=False, why="it is of the selection stage",
    )  # fmt: skip
    other = dataclasses.replace(fact("2026-07-10", "10 July 2026", at("Plan.docx", "by 10 July 2026")), chosen=False)
    last = fact("2026-07-03T12:00", "3 July 2026, 12:00", at("ITT.docx", "by noon on 3 July 2026"))
    report = dataclasses.replace(empty(), facts={"submission_deadline": (first, other, last)})
    assert [event.label for event in timeline.events(report)] == [
        "Deadline of the selection stage", "Deadline for tenders",
    ]  # fmt: skip
