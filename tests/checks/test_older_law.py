"""What is said of packs under older law: true of that law, and no surer than what was read of it."""

from __future__ import annotations

from tenderlint.report import CheckRow
from tests.checks.asking import ask

_TIMETABLE = """
# Timetable
Tenders for office furniture are invited under the Public Contracts Regulations 2006 by the open procedure.
The value is above the threshold.
| Event | Date |
|---|---|
| Contract award | {award} |
| Contract start date | {start} |
"""
_PART_B = """
# Introduction
Advice is a Part B service under the Public Contracts Regulations 2006.
The contract will be awarded on 12 November 2012 and starts on 15 November 2012.
"""


def test_a_start_long_after_the_award_leaves_room_for_the_standstill_of_2006() -> None:
    row = ask(
        "standstill-before-start", _TIMETABLE.format(award="3 September 2012", start="1 October 2012"), "2012-05-01"
    )
    assert row.outcome == "passed"
    assert row.reason.startswith("28 days from the award on 3 September 2012 to the start on 1 October 2012")


def test_a_start_soon_after_the_award_is_left_to_a_person_under_the_law_of_2006() -> None:
    row = ask(
        "standstill-before-start", _TIMETABLE.format(award="3 September 2012", start="10 September 2012"), "2012-05-01"
    )
    assert row.outcome == "cantTell"
    assert "7 days" in row.reason
    assert "regulation 32A" in row.reason
    assert row.authorities[0].doubt


def test_before_december_2009_no_standstill_of_the_regulations_of_2006_is_spoken_of() -> None:
    row = ask(
        "standstill-before-start", _TIMETABLE.format(award="3 September 2007", start="10 September 2007"), "2007-05-01"
    )
    assert row.outcome == "inapplicable"
    assert "came only on 20 December 2009, after the day of this pack" in row.reason


def test_a_part_b_service_is_named_where_no_standstill_is_compulsory() -> None:
    row = ask("standstill-before-start", _PART_B, "2012-09-10")
    assert row.outcome == "inapplicable"
    assert row.reason == "the pack says “Part B service”, for which no standstill is compulsory"
    assert "Part B service" in row.evidence[0].where.quote


def test_a_check_made_for_another_law_says_which() -> None:
    row = ask("current-bodies", "Bidders may ask the Mystery Shopper service.", "2012-09-10")
    assert row.outcome == "inapplicable"
    assert row.reason == (
        "this looks at packs under the Procurement Act 2023; "
        "this one is read under the Public Contracts Regulations 2006"
    )
    several = ask("current-journal", "A notice is sent to the Official Journal.", "2012-09-10").reason
    assert several.startswith("this looks at packs under the Public Contracts Regulations 2015, the Procurement Act")
    assert " or the " in several


def test_a_rule_of_the_same_law_that_began_later_was_not_in_force() -> None:
    row = ask("current-journal", "A notice is sent to the Official Journal.", "2019-09-10")
    assert row.reason == "what this looks for came only on 1 January 2021, after the day of this pack"


_ANSWERS = """
# Timetable
Tenders for {what} are invited under the Public Contracts Regulations {law} by the open procedure.
The value is {side} the threshold. {more}
| Event | Date |
|---|---|
| Deadline for questions | {asked} 2019 |
| Answers to questions published | 28 May 2019 |
| Deadline for tenders | 1 June 2019 at 12 noon |
"""


def _answers(side: str = "above", asked: str = "20 May", more: str = "", law: str = "2015") -> CheckRow:
    text = _ANSWERS.format(what="office furniture", law=law, side=side, asked=asked, more=more)
    return ask("answers-in-time", text, "2019-05-07")


def test_answers_too_late_for_questions_asked_in_good_time_break_the_law_of_2015() -> None:
    row = _answers()
    assert (row.outcome, row.severity) == ("failed", "error")
    assert row.reason == (
        "Answers may come as late as 28 May 2019, 4 days before the deadline; "
        "the Regulations ask for 6 days, where questions are asked in good time."
    )
    assert "good time" in row.authorities[0].doubt


def test_answers_are_no_breach_where_the_rule_may_not_reach() -> None:
    below, late = _answers("below"), _answers(asked="27 May")
    lighter = _answers(more="This is a contract for social and other specific services.")
    accelerated = _answers(more="The accelerated procedure is used.")
    for row in (below, late, lighter, accelerated):
        assert (row.outcome, row.severity) == ("failed", "advice")
        assert not any(each.strength == "law" for each in row.authorities)
    assert "the bar in the settings is 6 days" in below.reason
    assert "the bar in the settings is 6 days" in lighter.reason


def test_a_pack_that_names_no_day_for_answers_breaks_no_law_by_it() -> None:
    text = """
The value is above the threshold. Tenders for office furniture are invited by the open procedure.
Questions must reach us by 20 May 2019. Tenders must be received by 12 noon on 1 June 2019.
"""
    row = ask("answers-in-time", text, "2019-05-07")
    assert (row.outcome, row.severity) == ("failed", "advice")


def test_answers_to_bidders_for_a_part_b_service_rest_on_no_regulation() -> None:
    row = ask(
        "answers-in-time",
        "Advice is a Part B service. Questions must reach us by 1 October 2012. Answers to questions "
        "will be published by 10 October 2012. Tenders must be received by 12 noon on 2 November 2012.",
        "2012-09-10",
    )
    assert row.outcome == "passed"
    assert not any("15(9)" in each.authority for each in row.authorities)


def test_the_lighter_rules_are_named_where_they_set_no_number_of_days() -> None:
    row = ask("tender-period", _PART_B, "2012-09-10")
    assert row.outcome == "inapplicable"
    assert row.reason.startswith("the pack says “Part B service”, for which the law sets no number of days")
    assert "Part B service" in row.evidence[0].where.quote
