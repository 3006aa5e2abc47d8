"""A form is told by the fields under its title."""

from __future__ import annotations

from tenderlint.facts import forms
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def section(text: str, title: str = "Form") -> forms.Section:
    return next(forms.sections(Passages(pack(text)), lambda words: title in words))


def test_blanks_boxes_questions_and_empty_cells_are_fields() -> None:
    found = section(
        "# Form\n\nName: ______ Date: ......\n\n- ☐ Yes\n\nWas it clear?\n\n| Role | |\n|---|---|\n| Telephone | |"
    )
    assert {"Name", "Date", "Was it clear?", "Telephone"} <= set(found.fields)


def test_prose_and_full_tables_are_no_fields() -> None:
    found = section("# Form\n\nThis text explains the form to you.\n\n| Day | Step |\n|---|---|\n| 3 May | Deadline |")
    assert found.fields == ()


def test_a_section_ends_at_the_next_title_of_its_height() -> None:
    found = section("# Form\n\none\n\n## Part\n\ntwo\n\n# Next\n\nthree")
    assert [each.text for each in found.passages] == ["one", "Part", "two"]


def test_a_file_is_titled_by_its_name() -> None:
    passages = Passages(pack({"Feedback_form.docx": "# About you\n\nName: ____"}))
    found = next(forms.sections(passages, lambda words: words == "Feedback form"))
    assert found.fields == ("Name",)
    assert found.start.text == "About you"


def test_the_numbers_of_clauses_in_a_table_are_no_fields() -> None:
    found = section("# Form\n\n| Particulars | |\n|---|---|\n| ITT 7.1 | |\n| GCC 12.1 (a) | |\n| Name | |")
    assert found.fields == ("Name",)
