"""Readiness is one sentence that counts in words and never in percent."""

from __future__ import annotations

import dataclasses

import pytest

from tenderlint.outcomes import Outcome, Severity
from tenderlint.readiness import Level, readiness
from tenderlint.report import CheckRow, DocumentRow, ItemRow, NotRead, Report
from tests.formats.example_report import LAW, SETTING, at, check, empty, example, found, nothing_wrong


def failed(severity: Severity, number: int = 1, *, waived: str | None = None, law: bool = True) -> tuple[CheckRow, ...]:
    return tuple(
        check(f"check-{severity}-{each}", "time", "T", Outcome.FAILED, "", severity=severity,
              findings=(found("Wrong.", at("a.docx"), waived), found("Wrong too.", at("a.docx"), waived)),
              authorities=(LAW if law else SETTING,))
        for each in range(number)
    )  # fmt: skip


def undecided(number: int = 1) -> tuple[CheckRow, ...]:
    return tuple(check(f"open-{each}", "time", "T", Outcome.CANNOT_TELL, "who knows") for each in range(number))


def report(*checks: CheckRow, **more: object) -> Report:
    passed = check("fine", "time", "T", Outcome.PASSED, "")
    return dataclasses.replace(empty(), checks=(passed, *checks), **more)  # type: ignore[arg-type]


def test_everything_is_counted_in_the_order_of_weight() -> None:
    assert readiness(example()).sentence == (
        "Not ready to publish: 2 breaches of law, 6 departures from policy or good practice, 3 points for a person, "
        "1 file not read, 1 page not read, 1 check crashed"
    )


def test_a_bidder_is_told_what_it_means_for_a_bid() -> None:
    assert readiness(example(), "bidder").sentence == (
        "Look closely before you bid: 2 things that the law does not allow, 6 things against policy or good practice, "
        "3 points to ask about, 1 file not read, 1 page not read, 1 check crashed"
    )


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [
        (failed(Severity.ERROR), "Not ready to publish: 1 breach of law"),
        (failed(Severity.ADVICE), "Nearly ready to publish: 1 departure from good practice"),
        (failed(Severity.ADVICE, 5), "Nearly ready to publish: 5 departures from good practice"),
        (failed(Severity.ADVICE, 6), "Look again before you publish: 6 departures from good practice"),
        (failed(Severity.WARNING, 2), "Nearly ready to publish: 2 departures from policy"),
        ((*failed(Severity.WARNING), *failed(Severity.ADVICE), *undecided(1)),
         "Nearly ready to publish: 2 departures from policy or good practice, 1 point for a person"),
        (undecided(1), "Ready to publish once a person has looked at 1 point"),
        (undecided(3), "Ready to publish once a person has looked at 3 points"),
        ((), "Ready to publish: nothing found against it"),
        ((check("broken", "time", "T", Outcome.ERROR, "crashed"),), "Not ready to publish: 1 check crashed"),
    ],
)  # fmt: skip
def test_the_sentence_follows_from_what_weighs_most(checks: tuple[CheckRow, ...], sentence: str) -> None:
    assert readiness(report(*checks)).sentence == sentence


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [
        (failed(Severity.ADVICE), "Look before you bid: 1 thing against good practice"),
        (undecided(2), "Ask about 2 points before you bid"),
        ((), "Ready to bid for: nothing found against it"),
    ],
)
def test_a_bidder_gets_the_same_steps(checks: tuple[CheckRow, ...], sentence: str) -> None:
    assert readiness(report(*checks), "bidder").sentence == sentence


def wording(number: int) -> tuple[CheckRow, ...]:
    return tuple(
        check(f"words-{each}", "language", "T", Outcome.FAILED, "", severity=Severity.ADVICE,
              findings=(found("Hard to read.", at("a.docx")),), authorities=(SETTING,))
        for each in range(number)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [
        (wording(1), "Ready to bid for: nothing found against it but 1 point of wording"),
        (wording(3), "Ready to bid for: nothing found against it but 3 points of wording"),
        ((*wording(3), *undecided(2)), "Ask about 2 points before you bid"),
        ((*wording(3), *failed(Severity.ADVICE)), "Look before you bid: 4 things against good practice"),
        ((*wording(1), *failed(Severity.ERROR)), "Look closely before you bid: 1 thing that the law does not allow"),
    ],
)
def test_points_of_wording_alone_do_not_hold_a_bidder_up(checks: tuple[CheckRow, ...], sentence: str) -> None:
    assert readiness(report(*checks), "bidder").sentence == sentence


def test_points_of_wording_count_for_the_buyer() -> None:
    assert readiness(report(*wording(1))).sentence == "Nearly ready to publish: 1 departure from good practice"


def test_a_waived_failure_does_not_count() -> None:
    assert readiness(report(*failed(Severity.ERROR, waived="agreed"))).level is Level.READY


def test_a_check_counts_once_however_much_it_found() -> None:
    assert readiness(report(*failed(Severity.ERROR))).number("breaches") == 1


def test_a_user_who_raises_a_severity_makes_no_law() -> None:
    ready = readiness(report(*failed(Severity.ERROR, law=False)))
    assert ready.sentence == "Not ready to publish: 1 problem that your settings call an error"


def test_a_failure_that_the_user_has_silenced_does_not_count() -> None:
    assert readiness(report(*failed(Severity.NONE))).level is Level.READY


def test_an_item_that_no_check_decides_is_a_point_until_a_person_has_answered_it() -> None:
    item = ItemRow("manual", "A", "T", Outcome.CANNOT_TELL, "a person must judge this")
    assert readiness(report(checklist=(item,))).number("points") == 1
    assert readiness(report(checklist=(dataclasses.replace(item, answer_by_person="Yes."),))).level is Level.READY


def test_checks_shown_beside_an_item_do_not_decide_it() -> None:
    item = ItemRow("manual", "A", "T", Outcome.CANNOT_TELL, "a person must judge this", also=("fine",))
    assert readiness(report(checklist=(item,))).number("points") == 1


def test_an_item_that_does_not_arise_is_no_point() -> None:
    item = ItemRow("manual", "A", "T", Outcome.INAPPLICABLE, "its checks were left out of this run")
    assert readiness(report(checklist=(item,))).level is Level.READY


def test_a_person_who_answers_an_item_closes_the_checks_that_could_not_tell() -> None:
    item = ItemRow("item", "A", "T", Outcome.CANNOT_TELL, "who knows", ("open-0",), answer_by_person="Yes.")
    assert readiness(report(*undecided(), checklist=(item,))).level is Level.READY


def test_what_was_not_read_keeps_a_pack_from_being_ready() -> None:
    whole = DocumentRow("a.docx", "", "", "", None, 10, "fully")
    part = dataclasses.replace(whole, path="b.pdf", pages=9, read="partly")
    gone = dataclasses.replace(whole, path="c.pdf", read="not")
    gaps = (
        NotRead("b.pdf", 3, "picture"), NotRead("b.pdf", 4, "picture"), NotRead("c.pdf", None, "locked"),
        NotRead("a.docx", None, "an object inside it"), NotRead("d.zip", None, "damaged"),
    )  # fmt: skip
    ready = readiness(report(documents=(whole, part, gone), not_read=gaps))
    assert ready.sentence == (
        "Not ready to publish: 2 files not read, 2 pages not read, 1 file read only in part"
    )


def test_a_scan_whose_pages_are_listed_one_by_one_is_one_file_not_read() -> None:
    gone = DocumentRow("scan.pdf", "", "", "", 3, 0, "not")
    gaps = tuple(NotRead("scan.pdf", page, "picture") for page in (1, 2, 3))
    assert readiness(report(documents=(gone,), not_read=gaps)).sentence == "Not ready to publish: 1 file not read"


def test_a_report_that_asked_nothing_calls_nothing_ready() -> None:
    assert readiness(empty()).level is Level.UNKNOWN
    assert readiness(empty()).sentence == "Cannot say whether it is ready to publish: no check was asked"


@pytest.mark.parametrize("audience", ["buyer", "bidder"])
def test_no_sentence_holds_a_percentage(audience: str) -> None:
    for each in (example(), nothing_wrong(), empty()):
        assert "%" not in readiness(each, audience).sentence


def test_guidance_without_anything_to_bid_for_is_not_called_a_tender() -> None:
    guide = DocumentRow("guide.pdf", "application/pdf", "guidance", "", 3, 900, "fully")
    lead = "This reads as guidance, not as an invitation to tender: below stands what it would lack as one"
    assert readiness(report(*failed(Severity.ERROR), documents=(guide,))).sentence == lead
    both = (guide, dataclasses.replace(guide, path="itt.pdf", role="instructions"))
    assert readiness(report(*failed(Severity.ERROR), documents=both)).level is Level.NOT_READY
    due = {"submission_deadline": example().facts["submission_deadline"]}
    assert readiness(report(*failed(Severity.ERROR), documents=(guide,), facts=due)).level is Level.NOT_READY
