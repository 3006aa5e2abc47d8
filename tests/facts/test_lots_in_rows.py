"""The number of lots is read from a row of a table that is labelled so."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import read

ROW = "| What | {2} |\n|---|---|\n| {0} | {1} |\n| Lunch is served | never |\n"


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("Lots", "Two: dogs; horses"), ("Lots", "2"), ("Lots", "Two"), ("Number of lots", "Two"),
        ("Lots", "2 - dogs, horses"), ("Lots", "Yes, two (dogs and horses)"), ("How many lots?", "2 lots"),
        ("No. of lots", "two separate lots"), ("Divided into lots", "Two. You may bid for both."),
    ],
)  # fmt: skip
def test_two_lots_in_a_row_are_counted(label: str, cell: str) -> None:
    assert read(ROW.format(label, cell, "Detail"), "lots") == [2]


@pytest.mark.parametrize(
    ("label", "cell", "head"),
    [
        ("Lots", "4", "Page"), ("Lots", "Two of the bidders asked for them", ""), ("Lots", "2.5 hectares each", ""),
        ("Lots", "2-4", ""), ("Lots", "10", "Marks"), ("Lots of care", "Two", ""), ("Parking", "Two lots", ""),
        ("Lots", "3 March 2026", ""),
    ],
)  # fmt: skip
def test_other_numbers_in_a_row_are_no_lots(label: str, cell: str, head: str) -> None:
    assert read(ROW.format(label, cell, head), "lots") == []


@pytest.mark.parametrize("cell", ["One", "None", "No: it is let as a whole", "1"])
def test_a_contract_that_is_not_divided_has_one(cell: str) -> None:
    assert read(ROW.format("Lots", cell, ""), "lots") == [1]
