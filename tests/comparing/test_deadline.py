"""Whether an amendment must move the deadline: by regime and day, never more certain than the law is known to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlint.comparing.deadline import load_rules
from tenderlint.comparing.rows import Answer, Deadline
from tenderlint.errors import CardError
from tenderlint.folders import folder
from tests.comparing.made import ITT, changed, compared

SLOW = changed(_30_days="45 days")
BEFORE_2023 = " under the Procurement Act 2023"


def deadline(old: str, new: str, commenced: str = "2026-03-02") -> Deadline:
    return compared(old, new, commenced).deadline


def older(text: str, year: int) -> str:
    return text.replace(BEFORE_2023, "").replace("2026", str(year))


def test_under_the_2023_act_any_change_asks_for_a_new_look() -> None:
    row = deadline(ITT, SLOW)
    assert row.answer is Answer.LOOK
    assert [rule.authority for rule in row.rules] == ["Procurement Act 2023, section 31(4)"]
    assert "stayed where it was" in row.reason
    assert row.days == 0


def test_a_deadline_brought_forward_by_the_amendment_is_told_as_such() -> None:
    row = deadline(ITT, changed(_10_April="8 April", _30_days="45 days"))
    assert (row.answer, row.days) == (Answer.LOOK, -2)
    assert "brought forward" in row.reason


def test_a_deadline_that_leaves_less_than_the_law_asks_must_move() -> None:
    large = ITT.replace("£400,000", "£900,000")
    row = deadline(large, large.replace("10 April", "20 March"))
    assert row.answer is Answer.YES
    assert "too short" in row.reason


def test_a_deadline_that_was_put_back_is_left_to_a_person_to_weigh() -> None:
    row = deadline(ITT, changed(_10_April="24 April", _30_days="45 days"))
    assert (row.answer, row.days) == (Answer.NO, 14)


def test_nothing_changed_asks_for_nothing() -> None:
    row = deadline(ITT, ITT)
    assert (row.answer, row.rules, row.grounds) == (Answer.NO, (), ())


def test_a_pack_without_a_deadline_cannot_be_judged() -> None:
    without = ITT.replace("Tenders must be returned by 12 noon on 10 April 2026.", "")
    assert deadline(ITT, without).answer is Answer.CANNOT_TELL
    assert deadline(without, ITT).answer is Answer.CANNOT_TELL


def test_under_the_2015_regulations_a_significant_change_puts_it_back_and_a_small_one_does_not() -> None:
    old = older(ITT, 2016)
    significant = deadline(old, older(SLOW, 2016), "2016-03-02")
    assert significant.answer is Answer.LOOK
    assert "must be put back if" in significant.reason
    (rule,) = significant.rules
    assert "regulation 47(3)" in rule.authority
    assert rule.doubt
    small = deadline(old, old.replace("hedge cutting", "the cutting of hedges"), "2016-03-02")
    assert (small.answer, small.rules) == (Answer.NO, ())


def test_under_the_2006_regulations_late_papers_and_visits_put_it_back() -> None:
    old = older(ITT, 2012).replace("10 April", "10 May")
    result = compared({"ITT.md": old}, {"ITT.md": old, "Plan.md": "# Plan\n\nThe hedges stand here."}, "2012-03-02")
    assert result.deadline.answer is Answer.LOOK
    assert ["regulations 15(10) and 16(21)" in rule.authority for rule in result.deadline.rules] == [True]
    assert [row.when for row in result.deadline.grounds if "Plan.md" in row.told] == ["late"]
    assert deadline(old, old.replace("30 days", "45 days"), "2012-03-02").rules == ()


def test_where_no_rule_is_known_that_is_said() -> None:
    scottish = ITT.replace(BEFORE_2023, " under the Public Contracts (Scotland) Regulations 2015")
    row = deadline(scottish, scottish.replace("30 days", "45 days"))
    assert (row.answer, row.rules) == (Answer.LOOK, ())
    assert "No rule on amendments is known here" in row.reason


def test_what_was_not_read_leaves_it_open() -> None:
    both = {"ITT.md": ITT, "Scan.pdf": ""}
    assert compared(both, both).deadline.answer is Answer.CANNOT_TELL


def test_the_rules_name_regimes_that_the_law_knows_and_facts_that_are_read() -> None:
    from tenderlint.facts import FACT_NAMES
    from tests.comparing.made import book

    rules = load_rules(folder("checks") / "amendments.toml")
    known = {regime.id for regime in book().law.regimes}
    assert {regime for rule in rules.rules for regime in rule.regimes} <= known
    assert rules.facts <= set(FACT_NAMES)
    assert all(rule.rule.url.startswith("https://www.legislation.gov.uk/") for rule in rules.rules)


@pytest.mark.parametrize(
    "text", ["", "rule = 1", "[[rule]]\nwhen = 'sometimes'\nmust = true\n", "[[rule]]\nwhen = 'any'\nsurely = true\n"]
)
def test_a_broken_file_of_rules_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "amendments.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CardError, match=r"amendments\.toml"):
        load_rules(tmp_path / "amendments.toml")
