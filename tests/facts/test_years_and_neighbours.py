"""The year that a heading gives to all its dates, and words that are of the neighbour and not of the fact."""

from __future__ import annotations

from typing import Any

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data

ROWS = "| Date | What happens |\n|---|---|\n| 1 May | Tender goes live |\n| 12 June, noon | Tenders close |"
START = "The contract is for four years from 1 April 2027."


def stated(name: str, text: str, title: str = "Invitation to tender") -> list[Any]:
    """The different values of a fact that a pack of a few lines states."""
    found = Facts(Passages(pack(f"# {title}\n\n{text}\n"))).all(name)
    return [as_data(each) for each in dict.fromkeys(fact.value for fact in found)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{START}\n\n## Dates (all 2026)\n\n{ROWS}", "2026-06-12T12:00"),
        (f"{START}\n\n## Timetable 2026\n\n{ROWS}", "2026-06-12T12:00"),
        (f"{START}\n\n## Dates\n\n{ROWS.replace('| Date |', '| Date in 2026 |')}", "2026-06-12T12:00"),
        (f"{START}\n\n## Dates\n\n{ROWS}", "2026-06-12T12:00"),
        (f"{START}\n\n## Dates for the 2027 contract\n\n{ROWS}", "2026-06-12T12:00"),
        (f"{START}\n\n## Dates in 2026/27\n\n{ROWS}", "2026-06-12T12:00"),
        ("The notice was published on 2 February 2026.\n\n## Dates\n\nTenders close at noon on 12 June.",
         "2026-06-12T12:00"),
    ],
)
def test_a_date_without_a_year_takes_it_from_its_heading_and_comes_before_the_contract(text: str, day: str) -> None:
    assert stated("submission_deadline", text) == [day]


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("contract_end", "In 2019 we let the system; that agreement was extended by two years and expires on 31"
        " March 2027.",
         []),
        ("contract_end", "The contract expires on 31 March 2027.", ["2027-03-31"]),
        ("submission_deadline", "## Tender dates\n\nOJEU-style notice on Find a Tender: 12 January 2026", []),
        ("issue_date", "OJEU-style notice on Find a Tender: 12 January 2026", ["2026-01-12"]),
        ("clarification_deadline", "Questions on the form: 8 January 2027. We name the six on 8 February 2027.",
         ["2027-01-08"]),
        ("contact_email", "Buyer: dee@holmwick.gov.uk\n\nPermit enquiries from the public: permits@holmwick.gov.uk.",
         ["dee@holmwick.gov.uk"]),
        ("term_extension_months", "The value is £2.5m. With both one-year extensions, it is £4.2m.", [24]),
        ("term_extension_months", "The contract is for two years. Both parties may agree to extend it by one"
        " year.", [12]),
        ("audited_accounts_required", "Each tenderer must show audited accounts (if the law has you audited)"
        " for two years.",
         [False]),
        ("social_value_weight", "How it is marked: 40 price, 60 quality (with 10 of the 60 for social value).", []),
    ],
)
def test_words_of_a_neighbour_do_not_count(name: str, text: str, values: list[Any]) -> None:
    assert stated(name, text, "Grounds upkeep") == values


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Quotation wanted: repairs to the village hall roof", "repairs to the village hall roof"),
        ("Framework for Office Furniture (CP 2207): Tender Instructions", "Framework for Office Furniture (CP 2207)"),
        ("Repairs and Voids Contract – Stage One: Procurement Specific Questionnaire", "Repairs and Voids Contract"),
    ],
)
def test_a_title_is_told_apart_from_the_stage_and_the_kind_of_paper(line: str, title: str) -> None:
    assert stated("title", "What is wanted is described below.", line) == [title]
