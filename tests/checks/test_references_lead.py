"""References to paragraphs that nothing in the pack is numbered like, and to clauses past the end of short terms."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

SHORT = """
# Invitation to tender

We want a roof mended. {0}

# {1}

1. The price is fixed.

2. We pay in 30 days.

3. You keep the site safe. {2}

4. Either side may end the contract.
"""


@pytest.mark.parametrize(
    "words",
    [
        "Paragraph 11.2 below tells how we score.",
        "Bids are scored as section 7.3 of this document says.",
        "Price counts for 40% (see section 5.1 below).",
        "Send your price in the way set out in paragraph 3.4 of these instructions.",
        "The dates in para 2.1 above may change.",
        "Paragraph 6.2 of this letter tells whom to ask.",
        "Read section 8.1 on the next page first.",
    ],
)
def test_a_paragraph_of_its_own_paper_that_has_no_numbers_leads_nowhere(words: str) -> None:
    row = ask("broken-references", f"# Invitation to tender\n\nWe want a roof mended. {words}")
    assert row.outcome == "failed"
    assert len(row.findings) == 1
    assert "times)" not in row.findings[0].message


def test_a_pdf_may_have_lost_its_numbers_so_a_person_looks() -> None:
    words = "# Invitation to tender\n\nWe want a roof mended. Paragraph 11.2 below tells how we score."
    assert ask("broken-references", {"Invitation.pdf": words}).outcome == "cantTell"


def test_a_number_in_the_middle_of_a_passage_may_be_the_one_meant() -> None:
    words = "Paragraph 11.2 below tells how we score.\n\nRead this first. 11.2 Price counts for all."
    assert ask("broken-references", f"# Invitation to tender\n\n{words}").outcome == "cantTell"


@pytest.mark.parametrize("words", ["Paragraph 11.2 tells how we score.", "See section 4.2 for the dates."])
def test_a_paragraph_of_a_paper_that_is_not_told_is_for_a_person_to_look_up(words: str) -> None:
    assert ask("broken-references", f"# Invitation to tender\n\n{words}").outcome == "cantTell"


@pytest.mark.parametrize(
    "words",
    [
        "Section 12.4 of the Procurement Act 2023 applies.",
        "Paragraph 6.2 of the Green Book tells of costs.",
        "The council keeps to PPN 02/23, paragraph 3.4 of which tells of reviews.",
        "The Act says so in section 3.2 below its first schedule.",
        "Keep to section 6.3 of our health and safety rules for contractors.",
        "Section 5.5% of the roof is glass.",
    ],
)
def test_paragraphs_of_other_papers_are_not_looked_for(words: str) -> None:
    assert ask("broken-references", f"# Invitation to tender\n\nWe want a roof mended. {words}").outcome == "passed"


def test_an_item_of_a_numbered_section_is_taken_for_its_paragraph() -> None:
    text = "# 4 Price\n\n1. Give one sum.\n\n2. Sign it. Section 4.2 above holds for all."
    assert ask("broken-references", f"# Invitation to tender\n\n{text}").outcome == "passed"


@pytest.mark.parametrize(
    "heading",
    ["Terms of the contract", "Terms", "Conditions of contract", "Terms and conditions", "Our terms",
     "Short contract", "The contract", "Schedule 2: Conditions of purchase"],
)  # fmt: skip
def test_a_clause_past_the_end_of_short_terms_leads_nowhere(heading: str) -> None:
    row = ask("broken-references", SHORT.format("", heading, "This holds with clause 9.4."))
    assert row.outcome == "failed"
    assert "end at clause 4" in row.findings[0].message


@pytest.mark.parametrize("words", ["See clause 9.4 of the terms.", "Clause 8 below limits what you owe."])
def test_words_outside_short_terms_that_point_to_them_lead_nowhere(words: str) -> None:
    assert ask("broken-references", SHORT.format(words, "Terms of the contract", "")).outcome == "failed"


@pytest.mark.parametrize(
    ("before", "heading", "inside"),
    [
        ("", "Key terms", "This holds with clause 9.4."),
        ("", "Conditions of tender", "This holds with clause 9.4."),
        ("", "How to bid", "This holds with clause 9.4."),
        ("The council may vary the work (clause 9.4).", "Terms of the contract", ""),
    ],
)
def test_a_clause_that_may_be_one_of_unseen_terms_is_for_a_person(before: str, heading: str, inside: str) -> None:
    assert ask("broken-references", SHORT.format(before, heading, inside)).outcome == "cantTell"


@pytest.mark.parametrize(
    "inside",
    ["This holds with clause 2.", "Clause 9.4 of the framework agreement applies.", "The Act, clause 9.4, applies."],
)
def test_clauses_that_are_there_or_of_other_papers_pass_in_short_terms(inside: str) -> None:
    assert ask("broken-references", SHORT.format("", "Terms of the contract", inside)).outcome == "passed"
