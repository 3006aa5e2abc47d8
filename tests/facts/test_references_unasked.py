"""References are counted where they are asked for with no verb of asking, or called past customers."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack

ROW = "| What | {2} |\n|---|---|\n| {0} | {1} |\n| Lunch is served | never |\n"


def count(text: str) -> int | None:
    facts = Facts(Passages(pack(f"# Brief\n\nWe want a roof mended.\n\n{text}\n")))
    chosen = facts.chosen("references_count")
    return None if chosen is None else int(chosen.value)


@pytest.mark.parametrize(
    "text",
    [
        "References: two", "References: 2.", "References – two, please", "Two references.", "- Two referees",
        "Two past customers we may ring.", "Give us two past customers we may ring.",
        "Two former clients whom we can call.", "2 x references", "References (two)", "References x 2",
        "Two customers that we may phone about your work.",
        "Two people we can ask about your work.",
        ROW.format("References", "Two", ""), ROW.format("References", "two, from the last 3 years", ""),
        ROW.format("Number of references", "2", "We ask"), ROW.format("Referees", "At least two", "Detail"),
        ROW.format("References needed", "2 past customers", ""),
    ],
)  # fmt: skip
def test_references_asked_for_without_a_verb_are_counted(text: str) -> None:
    assert count(text) == 2


@pytest.mark.parametrize(
    "text",
    [
        ROW.format("References", "4", "Page"), ROW.format("References", "2", "Marks"),
        ROW.format("References", "2", ""),
        ROW.format("References", "10%", ""), ROW.format("References", "two pages", ""),
        ROW.format("References", "two weeks to check", ""), ROW.format("References", "None", ""),
        "References 2 and 3 are to the map.", "Two customers rang us to complain.",
        "We keep two past customers on our board.", "No references.", "References (two pages)",
        "References - 4 marks",
    ],
)  # fmt: skip
def test_other_numbers_beside_references_are_not_counts(text: str) -> None:
    assert count(text) is None
