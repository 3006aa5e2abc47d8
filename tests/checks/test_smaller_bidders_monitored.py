"""Questions on size and kind are told from everything else that names small organisations."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# You\n"
            "| Organisation size (micro, small, medium, large) | |\n"
            "|---|---|\n"
            "| Name | |"
        ),
        "# You\nAre you a Small Medium Sized Enterprise (SME)? Yes / No",
        "# You\nType of organisation (sole trader / Ltd / charity / other): ______",
        (
            "# You\n"
            "\n"
            "Please tick: ☐ SME ☐ social enterprise ☐ public service mutual"
        ),
    ],
)
def test_a_question_on_size_or_kind_counts(pack: str) -> None:
    assert ask("smaller-bidders-monitored", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Policy\nThe Council welcomes bids from SMEs and charities.",
        "# Value\nHow will you work with charities in your supply chain?",
        "# Terms and conditions\n4 The Supplier shall report its spend with SMEs each year.",
    ],
)
def test_words_that_ask_nothing_do_not_count(pack: str) -> None:
    assert ask("smaller-bidders-monitored", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# You\n"
            "| Number of employees | |\n"
            "|---|---|\n"
            "| Name | |"
        ),
        (
            "# You\n"
            "| Charity or company number | |\n"
            "|---|---|\n"
            "| Name | |"
        ),
    ],
)
def test_numbers_of_staff_or_of_registration_are_for_a_person(pack: str) -> None:
    assert ask("smaller-bidders-monitored", pack).outcome == "cantTell"
