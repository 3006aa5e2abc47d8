"""Help for new bidders is told from help for others."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        "# Events\nA provider webinar was held in June and a recording is available to bidders.",
        (
            "# Help\n"
            "The Supplier Development Programme offers free training for those who are new to tendering."
        ),
        "# Accounts\nIf you are a start-up business, bidders may send a forecast in place of accounts.",
        "# Help\nIf you've not tendered before and would like an informal chat, contact Remi.",
        "# What is a request for quotation?\nA request for quotation asks suppliers for a price.",
    ],
)
def test_an_event_help_or_allowance_counts(pack: str) -> None:
    assert ask("new-bidders-supported", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Service\nThe Provider shall hold drop-in sessions for residents.",
        "# Mobilisation\nThe start-up phase lasts two months. Start-up costs may be priced.",
        "# Social value\nHow will you support start-ups in your supply chain?",
        "# Events\nThere will be no bidder briefing for this tender.",
    ],
)
def test_help_for_others_does_not_count(pack: str) -> None:
    assert ask("new-bidders-supported", pack).outcome == "failed"


def test_help_for_new_bidders_is_quoted_before_the_row_of_the_event() -> None:
    pack = (
        "# Dates\n\n| Step | Date |\n|---|---|\n| Bidder event, Town Hall | 14 May 2026, 10am |\n\n"
        "# Help\nThe event is for people who have never bid before."
    )
    row = ask("new-bidders-supported", pack)
    assert row.reason == "the pack helps those who are new to bidding, and there is an event"
    assert [each.where.quote for each in row.evidence] == [
        "The event is for people who have never bid before.", "Bidder event, Town Hall 14 May 2026, 10am",
    ]  # fmt: skip


def test_a_bare_event_is_not_told_as_help_for_new_bidders() -> None:
    row = ask("new-bidders-supported", "# Dates\n\n| Step | Date |\n|---|---|\n| Bidder event | 14 May 2026 |\n")
    assert row.outcome == "passed"
    assert row.reason.endswith("the pack does not say that it is for new ones")
