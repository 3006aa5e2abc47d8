"""The checks of PDF files: what is a barrier, what is not, and how it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlint.facts.access_steps import Need, steps
from tenderlint.model import Document, Structure
from tenderlint.outcomes import Outcome
from tenderlint.readers.pdf.barriers import barriers_in, forget_described
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.tree import Node
from tests.checks.asking import ask

TAGGED = "---\ntagged: yes\n{more}---\n# Cleaning\nClean it.\n"


def _made_by(producer: str) -> Document:
    return replace(Document("a.pdf", "application/pdf"), structure=Structure(producer=producer))


@pytest.mark.parametrize(
    ("producer", "words"),
    [
        ("Microsoft® Word for Microsoft 365", "made with Microsoft Word"),
        ("LibreOffice 7.4", "Tagged PDF"),
        ("macOS Version 12.6 Quartz PDFContext", "printing to PDF loses the tags"),
    ],
)
def test_the_steps_are_those_of_the_program_that_made_the_file(producer: str, words: str) -> None:
    assert words in steps(_made_by(producer), Need.TAGS)


def test_no_steps_are_told_for_a_program_that_is_not_known() -> None:
    assert steps(_made_by("Some Printer 2.0"), Need.TAGS) == ""


def test_a_form_without_names_is_one_finding_with_its_pages() -> None:
    marks = "mark: form field without tooltip | Text1\nmark: form field without tooltip | Text2\n"
    row = ask("pdf-form-fields", {"Form.pdf": TAGGED.format(more=marks)})
    assert [finding.message for finding in row.findings] == ["2 fields are without a name that is read out."]


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        ("pdf-form-fields", "no PDF file has form fields"),
        ("pdf-plain-forms", "no PDF file has form fields"),
        ("pdf-contents-links", "no PDF file has a contents list"),
        ("pdf-attachments", "no PDF file has attached files"),
        ("pdf-bookmarks", "no PDF file has more than 20 pages"),
        ("pdf-links", "no PDF file has links"),
        ("pdf-typed-addresses", "no PDF file has web addresses in its text"),
        ("pdf-table-scope", "no tagged PDF file has header cells"),
        ("pdf-irregular-tables", "no tagged PDF file has tables"),
        ("pdf-drawn-tables", "no tagged PDF file has tables"),
        ("pdf-lists", "no tagged PDF file has lists"),
        ("pdf-tab-order", "no tagged PDF file has links or form fields"),
    ],
)
def test_what_no_file_has_is_not_told_as_looked_at_and_right(check: str, reason: str) -> None:
    row = ask(check, {"A.pdf": TAGGED.format(more=""), "B.pdf": TAGGED.format(more="")})
    assert (row.outcome, row.reason) == (Outcome.INAPPLICABLE, reason)


def test_only_the_files_with_a_form_are_counted() -> None:
    form, plain = TAGGED.format(more="mark: form field | Name\n"), TAGGED.format(more="")
    row = ask("pdf-form-fields", {"A.pdf": form, "B.pdf": plain})
    assert row.reason == "1 PDF file with form fields was looked at, and nothing is wrong"


def test_short_files_without_headings_are_not_counted_among_those_that_have_them() -> None:
    bare = "---\ntagged: yes\n---\nClean it."
    row = ask("pdf-headings", {"A.pdf": TAGGED.format(more=""), "B.pdf": bare})
    assert row.reason == "1 PDF file has real headings; 1 short one has none"
    assert ask("pdf-headings", {"B.pdf": bare}).outcome is Outcome.INAPPLICABLE


@pytest.mark.parametrize("check", ["pdf-tab-order", "pdf-table-scope", "pdf-text-tagged", "pdf-headings"])
def test_a_file_without_tags_is_told_once_and_not_by_every_check(check: str) -> None:
    assert ask(check, {"Form.pdf": "---\ntagged: no\n---\n# Cleaning\nClean it."}).outcome is Outcome.INAPPLICABLE


def test_a_first_heading_that_is_not_of_level_one_is_told() -> None:
    row = ask("pdf-headings", {"A.pdf": TAGGED.format(more="mark: headings start below level 1 | 3\n")})
    assert "The first heading is of level 3" in row.findings[0].message


def test_a_malformed_language_is_told() -> None:
    row = ask("pdf-language", {"A.pdf": TAGGED.format(more="language: en/GB\n")})
    assert "en/GB" in row.findings[0].message


def _noted(*roles: tuple[str, bool]) -> dict[str, list[Node]]:
    cells: list[Node | tuple[int, int]] = [Node(role, [(4, 1)], scoped=scoped) for role, scoped in roles]
    return {"Table": [Node("Table", [Node("TR", cells)])]}


def test_a_header_cell_without_scope_is_marked_with_its_page() -> None:
    assert list(barriers_in(_noted(("TH", False), ("TD", False)))) == [(MarkKind.NO_SCOPE, 4, "1")]


def test_a_header_cell_with_scope_or_cells_that_name_their_headers_are_enough() -> None:
    assert not list(barriers_in(_noted(("TH", True), ("TD", False))))
    assert not list(barriers_in(_noted(("TH", False), ("TD", True))))


def test_the_first_heading_in_the_order_of_reading_counts() -> None:
    assert not list(barriers_in({"H1": [Node("H1")], "H3": [Node("H3")]}))
    marks = list(barriers_in({"H2": [Node("H2", page=2)], "H1": [Node("H1")]}))
    assert marks == [(MarkKind.HEADINGS_START, 2, "2")]


def test_no_tree_has_no_barriers() -> None:
    assert not list(barriers_in({}))


def test_fields_that_the_tags_describe_are_forgotten() -> None:
    marks = [(MarkKind.FIELD_UNDESCRIBED, 1, "Text1"), (MarkKind.LINK_UNDESCRIBED, 1, "2")]
    forget_described(marks, {"Form": [Node("Form", alt="Your name")]})
    assert marks == [(MarkKind.LINK_UNDESCRIBED, 1, "2")]
