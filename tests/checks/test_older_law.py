"""What is said of packs under older law: true of that law, and no surer than what was read of it."""

from __future__ import annotations

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
    assert "no such rule was in force" in row.reason


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
    assert row.reason == "no such rule was in force under the Public Contracts Regulations 2015 on that day"
