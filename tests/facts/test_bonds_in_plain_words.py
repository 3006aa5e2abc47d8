"""Bonds are read where they are asked for in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def bond(text: str) -> Any:
    facts = Facts(Passages(pack(f"# Brief\n\nWe want a roof mended.\n\n{text}\n")))
    chosen = facts.chosen("performance_bond")
    return None if chosen is None else chosen.value


@pytest.mark.parametrize(
    "text",
    [
        "A 10% bond is needed.", "You must give us a bond worth one tenth of the price.",
        "A ten per cent bond applies.",
        "We need a 10% completion bond.", "The winner gives a bond for a tenth of the contract sum.",
        "You will put up a bond: 10% of the price.", "Bond: a bond of one-tenth of the price is required.",
        "The contractor shall obtain a bond in the sum of 10% of the price.",
    ],
)  # fmt: skip
def test_a_bond_of_a_tenth_is_read(text: str) -> None:
    assert bond(text) == 10


@pytest.mark.parametrize(
    "text",
    [
        "You must give us a bond before you start.", "A bond is required before work begins.",
        "We ask for a bond from the winner.", "The contractor must provide a £20,000 bond.",
        "A cash bond must be lodged.",
    ],
)  # fmt: skip
def test_a_bond_of_no_told_share_is_asked_for(text: str) -> None:
    assert bond(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "A bond is needed between the primer and the coat.", "Flemish bond is required in all new brickwork.",
        "The worker must have a bond with each child.",
        "The provider must arrange a bond for tenants.", "The council issued bonds of £50 million.",
        "The paper must be good bond paper or better.",
        "Run the rent bond scheme, which gives a bond to landlords.", "A 10% bid bond is needed.",
    ],
)  # fmt: skip
def test_other_bonds_are_not_taken_for_one(text: str) -> None:
    assert bond(text) is None
