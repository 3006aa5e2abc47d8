"""Facts in packs of questions and answers, in letters and in programmes of works."""

from __future__ import annotations

from typing import Any

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data

WRITTEN = "This pack is dated 1 May 2026."


def stated(name: str, text: str, title: str = "Invitation to tender") -> list[Any]:
    """The different values of a fact that a pack of a few lines states."""
    found = Facts(Passages(pack(f"# {title}\n\n{text}\n"))).all(name)
    return [as_data(each) for each in dict.fromkeys(fact.value for fact in found)]


def row(label: str) -> str:
    return f"| What | When |\n|---|---|\n| {label} | 17 June 2026 |\n| Lunch | never |\n"


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("answers_by", "## Questions and answers\n\nVisits are on 17 June 2026.", False),
        ("answers_by", "## Q&A\n\nFive years from 17 June 2026.", False),
        ("answers_by", "## Questions and answers\n\nWe answer all questions by 17 June 2026.", True),
        ("clarification_deadline", "## FAQs\n\nYes, on 17 June 2026.", False),
        ("interview_date", row("Mid-tender meeting"), False),
        ("interview_date", row("Tender meetings"), True),
        ("issue_date", row("Tender documents uploaded to the portal"), True),
        ("issue_date", row("RFQ date"), True),
        ("issue_date", "Completed tender documents uploaded to the portal by 17 June 2026.", False),
        ("submission_deadline", "Completed tender documents uploaded to the portal by 17 June 2026.", True),
        ("submission_deadline", "eTender closing: 17 June 2026", True),
        ("issue_date", "Letters go out on 17 June 2026.", False),
        ("award_date", "Letters go out on 17 June 2026.", True),
        ("award_date", "Offer letters will be sent on 17 June 2026.", True),
        ("award_date", "Letters to parents go out on 17 June 2026.", False),
        ("award_date", "Invitation letters go out on 17 June 2026.", False),
        ("contract_start", row("Hire begins"), True),
    ],
)
def test_a_day_takes_no_meaning_from_a_heading_of_questions_or_a_word_that_looks_alike(
    name: str, text: str, day: bool
) -> None:
    lines = text if name == "issue_date" else f"{WRITTEN}\n\n{text}"
    assert stated(name, lines, "Grounds upkeep") == (["2026-06-17"] if day else [])


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The budget for the works is £1,480,000 exclusive of VAT, of which £220,000 is set aside for utilities.",
         [1_480_000]),
        ("The fund is £2m, of which £200,000 is for this contract.", [200_000]),
        ("The contract value is £500,000, of which £50,000 is for training.", [500_000]),
        ("We have £640,000 to share out between up to eight bodies.", [640_000]),
    ],
)
def test_a_part_of_a_sum_is_the_contracts_only_where_the_words_say_so(text: str, total: list[int]) -> None:
    assert [each["max"] for each in stated("contract_value_total", text)] == total


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Insurance: liability for death of or bodily injury to employees of the Contractor £10m.", [10_000_000]),
        ("Insurance: liability for death of or bodily injury to a person (not an employee of the Contractor) £5m.", []),
    ],
)
def test_cover_for_injury_to_employees_is_that_of_an_employer(text: str, level: list[int]) -> None:
    assert stated("insurance_employers_liability", text) == level


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("It is worth £11.4m if it runs for its full seven years. The contract is for five years with an option"
        " of two.",
         [60]),
        ("The contract runs for its full term of three years.", [36]),
    ],
)
def test_a_full_term_is_the_first_term_only_where_nothing_else_is(text: str, months: list[int]) -> None:
    assert stated("term_initial_months", text) == months


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("# Fen Custody: Questions and Answers for Bidders\n\nThe tender is for care in custody.", "title",
         "Fen Custody"),
        ("Penhale Trust\n\nRegistered charity 1000001\n\nPlease quote for cleaning by 1 May 2026.", "title", None),
        ("# Glan Hafren University Health Board\n\n## Supply of Gowns\n\nGowns lost by the Health Board are paid for.",
         "buyer_name", "Glan Hafren University Health Board"),
        ("# Supply of Gowns\n\nGowns are wanted by the Health Board and worn by a Housing Association.", "buyer_name",
         None),
    ],
)
def test_a_name_is_more_than_a_kind_of_body_or_a_number(text: str, name: str, value: str | None) -> None:
    chosen = Facts(Passages(pack(text))).chosen(name)
    assert (None if chosen is None else chosen.value) == value


def test_a_day_on_a_line_of_its_own_keeps_its_number() -> None:
    text = "Penhale Trust\n\n3 March 2026\n\nTo the firms on our list\n\nPlease quote by 27 March 2026."
    assert stated("issue_date", text) == ["2026-03-03"]
    facts = Facts(Passages(pack({"letter.txt": text})))
    assert [as_data(each.value) for each in facts.all("issue_date")] == ["2026-03-03"]
