"""Lots and reasons for none are found; silence is judged by the threshold."""

from __future__ import annotations

import datetime as dt

import pytest

from tenderlint.linting import lint_pack
from tenderlint.settings import settings_from
from tenderlint.testing import pack
from tests.checks.asking import ask, book


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Scope\n"
            "The framework is split: Lot A (north) and Lot B (south). Tenderers can tender for either or "
            "both."
        ),
        "# Roles\nPlease propose for Role 1, Role 2, or both.",
    ],
)
def test_lots_or_parts_that_can_be_bid_for_pass(text: str) -> None:
    assert ask("lots-considered", text).outcome == "passed"


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Lots\n"
            "The contract will be let as one lot since splitting the clinics would duplicate the IT links."
        ),
        "# Fee\nThis is a single commission, as the evaluation needs one team throughout.",
        "# Lots\nWe have not split the work into lots, because the same mowers serve all the sites.",
    ],
)
def test_a_reason_for_one_contract_passes(text: str) -> None:
    assert ask("lots-considered", text).outcome == "passed"


def test_silence_below_the_threshold_is_for_a_person() -> None:
    text = "# Value\nThe Council buys benches. The total value of the contract is £18,000 including VAT."
    assert ask("lots-considered", text).outcome == "cantTell"



def test_the_reason_may_stand_in_the_notice() -> None:
    notice = {"tender": {"lotDetails": {"noLotsDivisionRationale": "One team must do it all"}}}
    settings = settings_from({"select": ["lots-considered"]})
    made = pack("# Scope\nThe Council buys benches for £900,000 including VAT.", notice=notice)
    row = lint_pack(made, today=dt.date(2026, 3, 2), settings=settings, book=book()).check("lots-considered")
    assert row.outcome == "passed"
    assert "One team must do it all" in row.reason


def test_silence_above_the_threshold_is_a_breach_only_where_the_notice_is_there_and_the_law_asks() -> None:
    text = (
        "# Value\nThe Borough Council buys desks. This is a contract for the supply of goods. "
        "Its total value is £900,000."
    )
    notice = {"Tender notice.docx": "# Tender notice\nThe Borough Council buys desks.", "Brief.docx": text}
    assert ask("lots-considered", notice, "2026-03-02").severity == "error"
    assert ask("lots-considered", text, "2026-03-02").severity == "advice"


def test_the_law_of_2006_asked_for_no_reason() -> None:
    text = "# Value\nThe Borough Council buys desks, a contract for the supply of goods. Its total value is £900,000."
    row = ask("lots-considered", text, "2012-03-02")
    assert (row.outcome, row.reason) == (
        "cantTell", "the pack says nothing of lots; the law of its day asked for no reason",
    )  # fmt: skip


def test_words_that_the_contract_is_not_divided_are_quoted_where_they_give_no_reason() -> None:
    text = (
        "# Value\nThe Borough Council buys desks. This is a contract for the supply of goods. "
        "Its total value is £900,000. The contract will be let as a whole."
    )
    row = ask("lots-considered", text)
    assert row.outcome == "failed"
    assert "let as a whole" in row.findings[0].where.quote


def test_a_value_between_two_thresholds_says_what_the_higher_is_for() -> None:
    row = ask("lots-considered", "# Value\nThe Council wants a helpline. The total value is £510,000 including VAT.")
    assert row.outcome == "cantTell"
    assert "if the service is light touch" in row.reason
    assert row.reason.count(":") == 0
