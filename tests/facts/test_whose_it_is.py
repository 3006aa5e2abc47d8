"""Facts are told apart from the like of them that belongs to a funder, an operator of today, residents or staff."""

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


def row(label: str, cell: str) -> str:
    return f"| What | Detail |\n|---|---|\n| {label} | {cell} |\n| Lunch | none |\n"


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (row("Purchaser", "Dunmallet Town Council, Market House, Dunmallet"), ["Dunmallet Town Council"]),
        (row("Buyer", "North Trust, The Old Hospital, 3 Mill Road"), ["North Trust"]),
        (row("Buyer", "Department for Food, Farming and Rural Affairs"), ["Department for Food, Farming and"
        " Rural Affairs"]),
        ("The work is commissioned by Barton Council and part-funded by Sport Council Wales.", ["Barton Council"]),
        ("Red Kite Arts (a group supported by Barton Council) makes plays. Barton Council gave it £2m.", []),
    ],
)
def test_a_buyer_is_named_without_its_address_and_is_no_funder(text: str, buyer: list[str]) -> None:
    assert stated("buyer_name", text, "Proposals") == buyer


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("# Quotation Pack\n\n## Dunmallet Town Council: New Play Equipment at Jubilee Park\n\n**Opportunity at"
        " a glance**\n\n"
         "| | |\n|---|---|\n| Purchaser | Dunmallet Town Council |\n| Guide price | £65,000 |",
         "New Play Equipment at Jubilee Park"),
        ("# Dunmallet Town Council: tender\n\n## Grounds maintenance\n\nThe Council invites tenders.",
         "Grounds maintenance"),
    ],
)
def test_a_title_behind_the_buyers_name_is_read_and_a_summary_is_no_title(lines: str, title: str) -> None:
    chosen = Facts(Passages(pack(lines))).chosen("title")
    assert chosen is not None
    assert chosen.value == title


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("clarification_deadline", row("Raise any points by", "17 June 2026"), True),
        ("clarification_deadline", "Bidders should raise any issues by 17 June 2026.", True),
        ("clarification_deadline", "Residents may raise any concerns by 17 June 2026.", False),
        ("answers_by", row("Our response to points", "17 June 2026"), True),
        ("answers_by", row("Council's last answers", "17 June 2026"), True),
        ("issue_date", "17 June 2026: call opens", True),
        ("issue_date", "17 June 2026: fund opens to applications", True),
        ("issue_date", "17 June 2026: the pool opens", False),
        ("award_date", "17 June 2026: offer made", True),
        ("award_date", row("Councillors choose", "17 June 2026"), True),
        ("award_date", "The Council will confirm its choice by 17 June 2026.", True),
        ("award_date", "Residents confirm their choice of bin by 17 June 2026.", False),
        ("award_date", "Councillors choose the mayor on 17 June 2026.", False),
        ("interview_date", "17 June 2026: we meet up to four companies", True),
        ("interview_date", "We meet four times a year, next on 17 June 2026.", False),
    ],
)
def test_a_step_in_plain_words_is_the_procurements_and_no_one_elses(name: str, text: str, day: bool) -> None:
    lines = text if name == "issue_date" else f"{WRITTEN}\n\n{text}"
    assert stated(name, lines, "Grounds upkeep") == (["2026-06-17"] if day else [])


@pytest.mark.parametrize(
    ("text", "employers", "public"),
    [
        ("Insurances: liability to employees – £10,000,000; liability to the public and for products – £5,000,000.",
         [10_000_000], [5_000_000]),
        ("You must hold cover for your own workers of £10m and public liability of £5m.", [10_000_000], [5_000_000]),
        ("Insurance for your staff to travel is £1m.", [], []),
        ("The limit of liability to employees of the Council is £5m.", [], []),
        ("The cap on the Supplier's liability to third parties is £5m.", [], []),
    ],
)
def test_cover_is_read_by_whom_it_is_owed_to_and_a_cap_is_none(
    text: str, employers: list[int], public: list[int]
) -> None:
    assert (stated("insurance_employers_liability", text), stated("insurance_public_liability", text)) == (
        employers, public
    )


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Spend under the contract is likely to reach £300,000.", [(300_000, "unknown")]),
        ("Spend is not expected to top £14,500 a year excluding VAT; over the maximum period of three years"
        " that is £43,500.",
         [(43_500, "excl")]),
        ("The Council's spend on travel is expected to reach £900,000.", []),
        ("From it we can pay the chosen company a fee of £24,000 all told (no VAT on top).", [(24_000, "unknown")]),
        ("The budget for this contract is £24,000, with VAT on top.", [(24_000, "excl")]),
    ],
)
def test_a_value_is_the_contracts_and_vat_that_is_not_added_is_not_left_out(
    text: str, total: list[tuple[int, str]]
) -> None:
    assert [(each["max"], each["vat"]) for each in stated("contract_value_total", text)] == total


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The operator must give a guarantee from its ultimate parent where it has one.", [True]),
        ("Neither a bond nor a guarantee from a parent is sought.", [False]),
        ("We need a guarantee from the parent or carer of each child.", []),
    ],
)
def test_a_guarantee_of_a_parent_is_of_a_company_and_not_of_a_child(text: str, asked: list[bool]) -> None:
    assert stated("parent_company_guarantee", text) == asked


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Where a bidder has to have its accounts audited by law, these must be the audited ones.", [False]),
        ("Accounts must be audited by a chartered accountant.", [True]),
    ],
)
def test_accounts_that_only_the_law_has_audited_are_not_asked_of_all(text: str, needed: list[bool]) -> None:
    assert stated("audited_accounts_required", text) == needed


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("The contract lasts 24 months, with an option to take it on by 12 months and then by 12 months again.", [24]),
        ("The contract is for two years and may be extended by 12 months and then for a further 6 months.", [18]),
        ("The term is 2 years. The Council may lengthen it by one year.", [12]),
    ],
)
def test_extensions_that_follow_each_other_add_up(text: str, months: list[int]) -> None:
    assert stated("term_extension_months", text) == months


def test_years_of_accounts_may_stand_before_the_word_latest() -> None:
    assert stated("accounts_years", "Attach the balance sheet for each of the two latest financial years.") == [2]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The present operator is on 01632 960 111. Call us on 01632 960 222 with questions.", ["01632 960 222"]),
        ("Faults: ring the outgoing contractor on 01632 960 111.", []),
    ],
)
def test_a_number_of_todays_operator_is_not_the_buyers(text: str, number: list[str]) -> None:
    assert stated("contact_phone", text) == number


def test_an_address_for_the_tender_is_read_beside_one_for_complaints() -> None:
    text = "The complaints officer is at complaints@tayburn.gov.uk; for this tender use buying@tayburn.gov.uk."
    assert stated("contact_email", text) == ["buying@tayburn.gov.uk"]
