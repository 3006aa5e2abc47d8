"""Differences between a notice and the pack's own documents are told; what only looks like one is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.checks.asking import ask

TENDER: dict[str, Any] = {
    "id": "T-7", "title": "Cleaning of the hall", "legalBasis": {"scheme": "UKPGA", "id": "2023/54"},
    "procurementMethod": "open", "procurementMethodDetails": "Open procedure",
    "value": {"amount": 300000, "amountGross": 360000, "currency": "GBP"},
    "tenderPeriod": {"endDate": "2026-07-03T12:00:00+01:00"},
    "lots": [{
        "id": "1", "contractPeriod": {"startDate": "2026-09-01", "endDate": "2029-08-31"},
        "awardCriteria": {"criteria": [
            {"type": "quality", "name": "Method statement", "numbers": [{"number": 60, "weight": "percentageExact"}]},
            {"type": "price", "name": "Price", "numbers": [{"number": 40, "weight": "percentageExact"}]}]},
    }],
}  # fmt: skip


def answer(text: str, **tender: Any) -> tuple[str, list[str]]:
    """The outcome and the messages for a pack of one text and its notice."""
    release = {"ocid": "ocds-example-1", "date": "2026-06-01T09:30:00+01:00", "tag": ["tender"],
               "tender": {**TENDER, **tender}}  # fmt: skip
    row = ask("notice-agrees", {"ITT.md": text, "notice.json": json.dumps(release)})
    return row.outcome, [finding.message for finding in row.findings]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tenders must be received by 12 noon on 10 July 2026.", "The deadline: here 10 July 2026, 12:00, but the "
         "notice has 3 July 2026, 12:00"),
        ("Tenders must be received by 5pm on 3 July 2026.", "The deadline: here 3 July 2026, 17:00"),
        ("The contract value is £250,000 excluding VAT.", "The value: here £250,000, but the notice has £300,000"),
        ("The contract will start on 1 October 2026.", "The start of the contract: here 1 October 2026"),
        ("The contract is for an initial period of two years.", "The first term in months: here 24, but the notice "
         "has 36"),
        ("The contract is divided into three lots.", "The number of lots: here 3, but the notice has 1"),
        ("This procurement is run under the restricted procedure.", "The procedure: here restricted"),
        ("Tenders are evaluated on price (70%) and quality (30%).", "The weight of price: here 70"),
        ("# Award criteria\n| Criterion | Weight |\n|---|---|\n| Method statement | 50% |\n| Price | 40% |\n| Team | "
         "10% |", "The weight of “Method statement”: here 50, but the notice has 60"),
    ],
)  # fmt: skip
def test_a_difference_is_told_with_the_words_of_both(text: str, what: str) -> None:
    outcome, messages = answer(text)
    assert outcome == "failed"
    assert any(message.startswith(what) for message in messages), messages
    assert all("notice.json" in message for message in messages)


@pytest.mark.parametrize(
    "text",
    [
        "Tenders must be received by 12 noon on 3 July 2026.",
        "Tenders must be received by 3 July 2026.",
        "The contract value is £360,000 including VAT.",
        "The contract value is £300,000.",
        "The contract value is between £250,000 and £300,000 excluding VAT.",
        "The contract is worth £100,000 a year. It is for three years.",
        "The contract will start in September 2026.",
        "The contract is for two years, with an option to extend for a further year.",
        "The contract is not divided into lots.",
        "This procurement falls under the light touch regime.",
        "Tenders are evaluated on price (40%), quality (50%) and social value (10%).",
    ],
)
def test_what_only_looks_like_a_difference_passes(text: str) -> None:
    outcome, messages = answer(text)
    assert messages == []
    assert outcome in {"passed", "inapplicable"}


def test_an_hour_between_universal_and_local_time_is_no_difference() -> None:
    text = "Tenders must be received by 12 noon on 3 July 2026."
    assert answer(text, tenderPeriod={"endDate": "2026-07-03T11:00:00Z"})[0] == "passed"
    assert answer(text, tenderPeriod={"endDate": "2026-07-03T09:00:00Z"})[0] == "failed"


def test_a_deadline_of_another_stage_is_not_compared() -> None:
    text = "Tenders must be received by 12 noon on 3 September 2026."
    changed = {"procurementMethodDetails": "Restricted procedure", "legalBasis": {"scheme": "CELEX", "id": "x"}}
    assert answer(text, **changed)[0] == "inapplicable"


def test_without_a_notice_the_question_does_not_arise() -> None:
    assert ask("notice-agrees", "Tenders must be received by 12 noon on 3 July 2026.").outcome == "inapplicable"
