"""Findings are told as new, put right or still there, though files are renamed and numbers shift."""

from __future__ import annotations

from tenderlint.comparing.rows import FindingChange, Kind
from tenderlint.outcomes import Outcome
from tests.comparing.made import ITT, changed, compared


def ids(rows: tuple[FindingChange, ...]) -> list[str]:
    return [row.check.id for row in rows]


SLOW = changed(_30_days="45 days")


def test_a_finding_that_the_amendment_brought_is_new_and_one_that_it_mended_is_gone() -> None:
    worse = compared(ITT, SLOW)
    assert ids(worse.found(Kind.NEW)) == ["payment-in-30-days"]
    better = compared(SLOW, ITT)
    assert ids(better.found(Kind.GONE)) == ["payment-in-30-days"]
    assert better.found(Kind.GONE)[0].settled


def test_a_finding_is_kept_when_its_file_is_renamed_and_a_section_is_put_in_before_it() -> None:
    moved = SLOW.replace("## 3 Payment", "## 3 Site\n\nThe site is flat.\n\n## 4 Payment").replace("## 4 T", "## 5 T")
    result = compared({"ITT v1.md": SLOW}, {"ITT v2.md": moved})
    assert ids(result.found(Kind.KEPT)) == ["payment-in-30-days"]
    assert result.found(Kind.NEW) == result.found(Kind.GONE) == ()


def test_a_finding_whose_very_words_were_changed_is_the_same_finding() -> None:
    (row,) = compared(SLOW, changed(_30_days="60 days")).findings
    assert (row.kind, row.check.id) == (Kind.CHANGED, "payment-in-30-days")
    assert row.old is not None
    assert row.new is not None
    assert "45 days" in row.old.where.quote
    assert "60 days" in row.new.where.quote


def test_nothing_is_told_as_put_right_where_its_file_cannot_be_read_any_more() -> None:
    terms = "# Terms\n\n## 3 Payment\n\nThe Council pays each invoice within 45 days of receiving it.\n"
    silent = ITT.replace("within 30 days of", "on")
    result = compared({"ITT.md": silent, "Terms.md": terms}, {"ITT.md": silent, "Terms.md": ""})
    (row,) = [row for row in result.found(Kind.GONE) if row.check.id == "payment-in-30-days"]
    assert not row.settled
    assert row.reason


def test_a_finding_in_a_file_that_was_taken_out_is_gone_with_it() -> None:
    terms = "# Terms\n\n## 3 Payment\n\nThe Council pays each invoice within 45 days of receiving it.\n"
    result = compared({"ITT.md": ITT, "Terms.md": terms}, {"ITT.md": ITT})
    assert [(row.settled, row.with_document) for row in result.found(Kind.GONE)] == [(True, True)]


def test_a_second_finding_of_the_same_kind_is_new_and_the_first_is_kept() -> None:
    twice = SLOW + "\n## 5 Subcontractors\n\nThe Council pays each invoice of a part within 90 days of receiving it.\n"
    result = compared(SLOW, twice)
    assert len(result.found(Kind.KEPT)) == 1
    assert ["90 days" in row.new.where.quote for row in result.found(Kind.NEW) if row.new] == [True]


def test_answers_of_the_checklist_that_changed_are_told() -> None:
    (row,) = [row for row in compared(ITT, SLOW).answers if row.new is Outcome.FAILED]
    assert row.old is not Outcome.FAILED
    assert row.title
