"""A bare line of names and shares under a heading on scoring is read, whatever it adds up to."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        "# How we score\nPrice 50%, samples 30%, environment 10%.",
        "# How we score\nWe score price 50%, samples 30%, environment 10%.",
        "# How we score\nThe weights are price 50%, samples 30% and environment 10%.",
        "# Award criteria\nPrice 50%, samples 30%, environment 10%.",
        "# Evaluation\nPrice 60%; menus 20%; staff training 10%",
        "# Award criteria\nCost 50%, tasting 40%, vans 20%.",
    ],
)
def test_shares_that_do_not_add_up_are_disclosed_and_told(pack: str) -> None:
    assert ask("award-criteria-disclosed", pack).outcome == "passed"
    assert ask("weights-add-up", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        "# How we score\nPrice 50%, deposit 30%, retention 10%.",
        "# Payment\nPrice 50%, samples 30%, environment 10%.",
        "# The town\nHouse prices 50%, rents 30%, wages 10%.",
        "# How we score\nPrice rises: food 5%, fuel 10%, wages 4%.",
        "# How we score\nWe score price.",
    ],
)
def test_other_shares_are_no_weights(pack: str) -> None:
    assert ask("weights-add-up", pack).outcome == "inapplicable"
