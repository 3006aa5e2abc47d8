"""A rate is no extension, a body's own budget no value, and the head of a letter names the buyer."""

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


TABLE = "| What | How much |\n|---|---|\n| Value each year | £1.92m |\n| Lifetime value | £9.6m |"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("The caterer will keep the takings and pay the Council a rent, which now stands at £21,000 a year.", []),
        ("The contract is for two years. We may go on, at £21,000 plus VAT a year.", []),
        ("The contract is for two years at £20,000, and may be extended by a year.", [12]),
    ],
)
def test_a_sum_a_year_is_no_extension_of_a_year(text: str, months: list[int]) -> None:
    assert stated("term_extension_months", text) == months


@pytest.mark.parametrize(
    ("text", "total", "annual"),
    [
        ("The College has 6,200 learners. Its IT budget is £1.9 million a year.", [], []),
        ("Its budget for this contract is £40,000 a year.", [], [40_000]),
        ("Our budget is £30,000 a year.", [], [30_000]),
        (TABLE, [9_600_000], [1_920_000]),
        ("The Trust expects the price to fall between £700,000 and £900,000, VAT excluded.", [900_000], []),
        ("Prices are expected to fall by £10,000.", [], []),
    ],
)
def test_a_body_s_own_budget_is_not_the_contracts(text: str, total: list[int], annual: list[int]) -> None:
    sums = (stated("contract_value_total", text), stated("contract_value_annual", text))
    assert tuple([each["max"] for each in found] for found in sums) == (total, annual)


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("answers_by", "Response by Council: 17 June 2026", True),
        ("submission_deadline", "Response by Council: 17 June 2026", False),
        ("submission_deadline", "Response by: 17 June 2026", True),
        ("issue_date", "- Dispatch of UK4: 17 June 2026", True),
        ("issue_date", "- Dispatch of goods: 17 June 2026", False),
        ("contract_start", "Please let us have a quote for pest control in our homes from 17 June 2026 to 31"
        " May 2028.", True),
        ("contract_start", "We want prices for mowing from 17 June 2026 until 31 May 2027.", True),
        ("contract_start", "Tenders are to be returned between 17 June 2026 and 20 June 2026.", False),
        ("contract_start", "Send a quote for what was not done from 17 June 2026 to 20 July 2026.", False),
    ],
)
def test_a_day_is_told_by_who_does_what_in_it(name: str, text: str, day: bool) -> None:
    lines = text if name == "issue_date" else f"{WRITTEN}\n\n{text}"
    assert stated(name, lines, "Grounds upkeep") == (["2026-06-17"] if day else [])


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("**From:** Cranmere District Council, Environmental Services\n\n**Subject:** Pest control",
         ["Cranmere District Council"]),
        ("From: Jo Bloggs\n\nThe flats are in Cranmere.", []),
        ("Water comes from: Cranmere District Council.", []),
    ],
)
def test_the_head_of_a_letter_names_the_buyer(text: str, buyer: list[str]) -> None:
    assert stated("buyer_name", text) == buyer


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Insurance: PL £5m, EL £10m, PI n/a", [5_000_000]),
        ("Public liability insurance of £5 million, where you work on site, is not required.", []),
    ],
)
def test_one_cover_that_does_not_apply_does_not_take_the_others_away(text: str, level: list[int]) -> None:
    assert stated("insurance_public_liability", text) == level


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Leisure Centre Catering – Open Tender", "Leisure Centre Catering"),
        ("Invitation to Tender: Managed Wi-Fi", "Managed Wi-Fi"),
    ],
)
def test_a_title_is_read_without_its_procedure_and_with_a_short_hyphenated_word(line: str, title: str) -> None:
    assert stated("title", "The contract is described below.", line) == [title]
