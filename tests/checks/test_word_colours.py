"""Words that point to a colour in Word files, and words that only name one."""

from __future__ import annotations

import pytest

from tenderlint.facts.access_word import hue
from tenderlint.outcomes import Outcome
from tests.checks.asking import ask


@pytest.mark.parametrize(
    "text",
    [
        "Questions shown in red must be answered.",
        "Bidders must complete the cells shaded yellow.",
        "Please complete all green boxes.",
        "Text highlighted in yellow is guidance and must be deleted before you submit.",
        "Fields in blue are mandatory.",
        "Items marked red are mandatory requirements.",
        "Suppliers must not amend any text with a grey shading.",
        "Delete any highlighted schedules that you do not need.",
        "You must fill in the shaded areas only.",
        "Enter your prices in the yellow cells.",
        "New requirements are in dark red text.",
        "Only complete the light blue fields of this form.",
        "The figures in green must be replaced by your own.",
        "Answer all questions in the sections coloured orange.",
    ],
)
def test_words_that_point_to_a_colour_alone_are_found(text: str) -> None:
    row = ask("word-colour-alone", {"Form.docx": f"# Form\n{text}"})
    assert row.outcome is Outcome.FAILED
    assert "points to things by their colour" in row.findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Questions shown in red and marked with an asterisk must be answered.",
        "Items in bold red are mandatory.",
        "Text in square brackets with a yellow highlight must be completed.",
        "The doors must be painted red.",
        "Please complete the form in black ink.",
        "The contractor must empty all green bins and blue boxes at the kerb.",
        "Further details of these requirements shall be highlighted as part of a call-off.",
        "The building is shown edged red on the plan, which must be returned.",
        "Each risk is rated red, amber or green, and the rating must be explained.",
        "The supplier must follow the Green Book and the Orange Book.",
        "Vehicles must be finished in white with the crest in blue.",
        "The key areas must be highlighted to the buyer.",
        "Sharps must be put into yellow bags, and the amber list must be kept.",
    ],
)
def test_words_that_name_a_colour_and_do_not_point_to_it_are_none(text: str) -> None:
    assert ask("word-colour-alone", {"Form.docx": f"# Form\n{text}"}).outcome is Outcome.PASSED


def test_a_pdf_is_not_asked() -> None:
    row = ask("word-colour-alone", {"Form.pdf": "# Form\nQuestions shown in red must be answered."})
    assert row.outcome is Outcome.INAPPLICABLE


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("FF0000", "red"), ("C00000", "red"), ("FFC000", "amber"), ("FFFF00", "amber"), ("00B050", "green"),
        ("92D050", "green"), ("0070C0", "blue"), ("7030A0", "purple"), ("D9D9D9", ""), ("000000", ""), ("FFFFFF", ""),
        ("DEEAF6", ""), ("none", ""),
    ],
)  # fmt: skip
def test_the_plain_hues_are_told_apart_and_greys_and_pale_tints_have_none(colour: str, name: str) -> None:
    assert hue(colour) == name
