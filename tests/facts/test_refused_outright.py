"""A pack that says "none" has said something: an extension, a bond or a lowest turnover that it refuses is 0."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import read

_TERM = "# Contract\nThe contract lasts four years from 5 October 2026.\n"


@pytest.mark.parametrize(
    "words",
    [
        "There is no extension.",
        "There is no option to extend.",
        "The contract cannot be extended.",
        "The agreement will not be extended beyond that.",
        "It won't be renewed.",
        "There will be no provision for extension of the contract.",
        "No extension options are available.",
        "We do not plan to extend the contract.",
        "It has no right of renewal.",
        "The appointment is for three years, with no option to renew.",
        "The contract is let for a fixed term of two years without any option to extend.",
        "This is a non-extendable contract of 24 months.",
        "The framework does not include any option to extend it for further periods.",
    ],
)
def test_a_contract_that_cannot_be_extended_has_an_extension_of_no_months(words: str) -> None:
    assert read(_TERM + words, "term_extension_months") == [0]


@pytest.mark.parametrize("words", ["| Length | 3 years |\n| Extensions | None |", "| Option to extend | No |"])
def test_a_row_says_that_there_is_no_extension(words: str) -> None:
    assert read(f"# The contract\n{words}", "term_extension_months") == [0]


@pytest.mark.parametrize(
    "words",
    [
        "No extension of the deadline will be given.",
        "Tenders close at noon on 4 May 2026. There is no extension.",
        "No extensions will be given to the closing date.",
        "The contract cannot be extended without the Board's approval.",
        "The contract will not be extended beyond five years.",
        "The contract cannot be extended unless both parties agree.",
        "There is no guarantee that the contract will be extended.",
        "There is no automatic extension of the contract.",
        "The current contract cannot be extended.",
        "The present contract with our supplier has no option to extend.",
        "No extension of time is allowed for late answers.",
        "There is no extension to the building.",
        "We use no renewable energy.",
        "The council has no obligation to extend the contract.",
        "Word limits are fixed. There is no extension.",
        "Is there no option to extend the contract?",
    ],
)
def test_what_else_may_not_be_extended_says_nothing_of_the_contract(words: str) -> None:
    assert read(f"# Notes\n{words}", "term_extension_months") == []


def test_an_extension_that_stands_elsewhere_is_not_outdone_by_a_refusal() -> None:
    pack = _TERM + "It may be extended for 12 months. There is no option to extend beyond that."
    assert read(pack, "term_extension_months") == [12]


@pytest.mark.parametrize(
    "words",
    [
        "We do not ask for a performance bond.",
        "No performance bond is required.",
        "A performance bond will not be needed.",
        "No bond is required.",
        "We ask for no bond and no parent company guarantee.",
        "There is no requirement for a performance bond.",
        "| Performance bond | Not required |",
        "We won't ask for a bond.",
        "We do not require:\n- a performance bond\n- a deposit",
    ],
)
def test_a_bond_that_is_refused_is_one_of_no_per_cent(words: str) -> None:
    assert [float(value) for value in read(f"# Terms\n{words}", "performance_bond")] == [0.0]


@pytest.mark.parametrize(
    "words",
    [
        "A performance bond is not required unless the contract is worth more than £1 million.",
        "No performance bond is needed where a parent company guarantee is given.",
        "No performance bond is asked for from small firms.",
        "There is no bond between the parties.",
        "Performance security shall not be required for contracts estimated to cost less than the limit.",
        "No performance bond is asked for call-offs under £250,000; above that a bond may be called for.",
        "No performance bond is needed for orders below the threshold.",
        "No retention bond is required.",
        "In lieu of a performance bond the Council holds a retention.",
    ],
)
def test_a_bond_that_is_refused_in_part_or_is_another_says_nothing(words: str) -> None:
    assert read(f"# Terms\n{words}", "performance_bond") == []


def test_a_bond_of_ten_per_cent_stands_beside_one_that_is_refused() -> None:
    pack = "# Terms\nA performance bond of 10% is required.\n# Lot 2\nNo performance bond is required."
    assert {float(value) for value in read(pack, "performance_bond")} == {0.0, 10.0}


@pytest.mark.parametrize(
    "words",
    [
        "We set no minimum turnover.",
        "There is no minimum turnover requirement.",
        "No turnover threshold applies.",
        "We do not have a minimum annual turnover.",
        "Minimum turnover: none",
        "| Minimum turnover | Not required |",
        "The minimum turnover is not set.",
        "We aren't asking for any minimum turnover.",
        "You may bid without a minimum turnover.",
    ],
)
def test_a_lowest_turnover_that_is_refused_is_one_of_no_pounds(words: str) -> None:
    assert [int(value) for value in read(f"# Finances\n{words}", "minimum_turnover")] == [0]


@pytest.mark.parametrize(
    "words",
    [
        "There is no minimum turnover for new firms.",
        "We set no minimum turnover unless the bid is for both lots.",
        "No turnover figures are needed.",
        "Turnover is not scored.",
        "Do you set no minimum turnover?",
        "We do not require turnover of more than three years.",
    ],
)
def test_no_word_on_the_lowest_turnover_is_none_at_all(words: str) -> None:
    assert read(f"# Finances\n{words}", "minimum_turnover") == []


def test_a_lowest_turnover_beside_a_lot_without_one_stays() -> None:
    pack = "# Finances\nThere is no minimum turnover below £50,000; above it bidders must turn over £100,000 a year."
    assert all(value for value in read(pack, "minimum_turnover"))
