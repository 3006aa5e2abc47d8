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


@pytest.mark.parametrize(
    "words",
    [
        "To see where our money goes: are you a small firm, charity or social enterprise?",
        "Are you a small firm, charity or social enterprise, so that we can see how our spend is shared?",
        "So that the Trust can report its spend with small firms, please tell us whether you are an SME.",
        "We record spend by size of supplier, so please state your business size.",
        "State whether you are a voluntary organisation: we report our spend with the sector.",
        "Tell us if you are a CIC, charity or small business - it counts only in our spend figures.",
        "To help us see our spend, which of these are you: sole trader, small business, charity, large company?",
        "Our target is to buy more from small firms: is your organisation a small or medium-sized enterprise?",
    ],
)
def test_a_question_on_the_kind_of_bidder_may_say_what_the_buyer_spends(words: str) -> None:
    assert ask("smaller-bidders-monitored", f"# About you\n{words}").outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "How much do you spend with SMEs in your supply chain?",
        "What percentage of your spend is with small businesses?",
        "Please state your spend with charities last year.",
        "Please tell us your spend on small business size by size.",
        "Do you plan to spend part of the contract price with social enterprises?",
        "Are you able to spend a tenth of the price with charities?",
        "Are you a business that spends a tenth of its budget with charities?",
        "Tell us whether you will spend with local small businesses.",
        "If you are a charity you are welcome to ask for the papers in large print.",
    ],
)
def test_a_question_on_what_the_bidder_spends_is_not_on_its_kind(words: str) -> None:
    assert ask("smaller-bidders-monitored", f"# About you\n{words}").outcome == "failed"
