"""A reservation is judged by the test of its day; other reserving is none."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Info\n"
            "| Is this a reserved contract? | No |\n"
            "|---|---|\n"
            "| x | y |"
        ),
        "# Res\nThe competition is reserved for suppliers located in the county of Kent (PPN 005).",
        "# Res\nThis contract has not been reserved under sections 32 or 33.",
    ],
)
def test_a_test_in_force_or_a_reasoned_no_passes(pack: str) -> None:
    assert ask("reserved-contract", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Res\nThe contract is reserved under Article 19 of the Directive for supported businesses.",
        (
            "# Res\n"
            "Only organisations where more than 50% of the workforce are disabled may bid, as the contract "
            "is reserved for supported businesses."
        ),
    ],
)
def test_a_test_that_is_gone_fails(pack: str) -> None:
    assert ask("reserved-contract", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Res\nThe contract is reserved for supported businesses.",
        "# Staff\nThe provider will be a supported business. Nature reserve wardens are disabled.",
        "# Reserve bidder\nThe reserve bidder will be named. Section 32 of the Education Act applies.",
        "# Community benefits\nSay how you will use supported businesses in your supply chain.",
    ],
)
def test_a_reservation_without_a_test_and_silence_are_for_a_person(pack: str) -> None:
    assert ask("reserved-contract", pack).outcome == "cantTell"


def test_the_test_of_2015_was_in_force_in_2020() -> None:
    pack = "# Res\nThis contract is reserved under regulation 20 for sheltered workshops."
    assert ask("reserved-contract", pack, "2020-03-02").outcome == "passed"


def test_the_test_of_2006_was_gone_in_2020() -> None:
    pack = "# Res\nReserved under Article 19 for supported businesses."
    assert ask("reserved-contract", pack, "2020-03-02").outcome == "failed"



def test_a_pack_from_abroad_is_not_asked() -> None:
    row = ask("reserved-contract", "# Quote\nAs FAR 8.4 has it, the price is $30,000.")
    assert row.outcome == "inapplicable"


def test_below_the_threshold_a_council_is_told_what_the_law_would_let_it_do() -> None:
    pack = (
        "# Quote\nAldmere Town Council seeks quotations below the threshold. "
        "The contract is worth £9,000 including VAT."
    )
    assert "may limit the competition by place" in ask("reserved-contract", pack).reason
    assert "may limit" not in ask("reserved-contract", pack, "2025-06-01").reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Section 32 of the Procurement Act 2023 lets us reserve contracts. We decided not to reserve this contract, "
         "because bidders want to bid in mixed groups.", "the contract is not reserved, and why"),
        ("This contract is not reserved under section 32.", "the contract is not reserved"),
    ],
)  # fmt: skip
def test_what_was_decided_is_told_beside_the_test(words: str, reason: str) -> None:
    assert ask("reserved-contract", f"# Who may bid\n{words}").reason == (
        f"reserving was considered, in words of a test that is in force; the pack says that {reason}"
    )


def test_a_reservation_is_not_vouched_for_beyond_the_words_that_were_found() -> None:
    row = ask("reserved-contract", "This contract is reserved under section 32 for supported employment providers.")
    assert row.outcome == "passed"
    assert row.reason == (
        "the pack points to a test for reserving that is in force; whether it gives all of it was not looked at"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Under Article 19 we thought about reserving the contract for supported businesses. It is not reserved.",
        "The Council looked at reserving this contract under regulation 20 and decided not to do so.",
        "We weighed reserving the contract under regulation 20 (sheltered workshops) and chose not to do so.",
        "Regulation 20 of the Public Contracts Regulations 2015: this contract has not been reserved.",
    ],
)
def test_an_old_test_for_a_reservation_that_was_not_made_breaks_no_law(words: str) -> None:
    row = ask("reserved-contract", f"# Who may bid\n{words}")
    assert (row.outcome, row.severity) == ("failed", "advice")
    assert "no rule is broken by it" in row.reason


@pytest.mark.parametrize(
    "words",
    [
        "Others may not bid, as the contract is reserved under Article 19 for supported businesses.",
        "Those who are not supported businesses may not bid because it is reserved under regulation 20.",
        "The contract is reserved under regulation 20 for sheltered workshops. Price is not the only criterion.",
    ],
)
def test_an_old_test_for_a_reservation_that_was_made_does(words: str) -> None:
    row = ask("reserved-contract", f"# Who may bid\n{words}")
    assert (row.outcome, row.severity) == ("failed", "error")
