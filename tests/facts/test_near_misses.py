"""Facts in wordings of many hands, each beside what looks like it and states nothing of the kind."""

from __future__ import annotations

from typing import Any

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data


def stated(name: str, text: str, title: str = "Invitation to quote") -> list[Any]:
    """The different values of a fact that a pack of a few lines states."""
    found = Facts(Passages(pack(f"# {title}\n\n{text}\n"))).all(name)
    return [as_data(each) for each in dict.fromkeys(fact.value for fact in found)]


def money(text: str, name: str = "contract_value_total") -> list[str]:
    """Each sum of a value with what is said of VAT."""
    return [f"{each['max']:.0f} {each['vat']}" for each in stated(name, text)]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("The contract is for three years and may be extended by no more than 24 months.", [24]),
        ("The contract may be extended for a further period of not more than 12 months.", [12]),
        ("The term is two years. The Trust may prolong it on two occasions, each time by not more than twelve (12)"
         " months.", [24]),
        ("The contract runs for 36 months and may be renewed on three occasions, each for no longer than 12 months.",
         [36]),
        ("The Commissioner may extend the term by a further period or periods totalling no more than two years.", [24]),
        ("The term is four years, with extensions amounting to no more than 18 months.", [18]),
        ("The term is four years, with extensions of up to 18 months.", [18]),
        ("The deadline for answers may be extended by no more than 3 months.", []),
        ("An extension of time of not more than 2 months may be given for completion.", []),
        ("Payment terms may be extended by no more than one month.", []),
        ("The warranty may be extended by no more than 12 months.", []),
        ("The contract is for two years and may be extended to no more than four years in total.", []),
    ],
)
def test_an_extension_is_told_by_the_most_that_it_may_be(text: str, months: list[int]) -> None:
    assert stated("term_extension_months", text) == months


@pytest.mark.parametrize(
    ("text", "total", "annual"),
    [
        ("The sum available in year one is £390,000. The grand total over the three years is £1,205,450.",
         ["1205450 unknown"], ["390000 unknown"]),
        ("The budget in the first year is £50,000 and the total over three years is £150,000.",
         ["150000 unknown"], ["50000 unknown"]),
        ("The budget is £90,000 in total, spread as £20,000 in 2026, £30,000 in 2027 and £40,000 in 2028.",
         ["90000 unknown"], ["20000 unknown"]),
        ("For the coming year the Council has put aside £8,000.", [], ["8000 unknown"]),
        ("The Council has put aside £60,000 for repairs to the hall.", ["60000 unknown"], []),
        ("Worth: £740,000 per annum, that is £2.22m for the lifetime of the award.", ["2220000 unknown"],
         ["740000 unknown"]),
        ("| Gwerth / Value | £42,000 |\n|---|---|\n| Lle / Place | Y Bala |", ["42000 unknown"], []),
        ("The old hall, worth £400,000, was sold in 2019.", [], []),
    ],
)
def test_a_part_of_the_value_for_one_year_is_not_the_whole(text: str, total: list[str], annual: list[str]) -> None:
    assert (money(text), money(text, "contract_value_annual")[:1]) == (total, annual)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The Lottery has given us £850,000 over five years.", []),
        ("The charity was awarded £850,000 over five years by the Lottery.", []),
        ("We won £2 million from the Heritage Fund.", []),
        ("The Trust received £60,000 for its work from the Arts Council.", []),
        ("We have been given £45,000 to spend on this evaluation.", ["45000 unknown"]),
        ("The Lottery has given us £850,000 over five years. This contract is worth £40,000.", ["40000 unknown"]),
    ],
)
def test_what_a_funder_gave_the_buyer_is_not_the_contracts_value(text: str, total: list[str]) -> None:
    assert money(text) == total


@pytest.mark.parametrize(
    ("text", "vat"),
    [
        ("The contract value is £300,000 inclusive of any extensions, excluding Value Added Tax.", "excl"),
        ("The contract value is £300,000 including all extensions and excluding VAT.", "excl"),
        ("The contract value is £300,000 excluding extensions, including VAT.", "incl"),
        ("The contract value is £300,000. All sums leave out VAT.", "excl"),
        ("The contract value is £300,000. These figures exclude VAT.", "excl"),
        ("The contract value is £300,000. These figures include any VAT.", "incl"),
        ("The contract value is £300,000. These figures do not include VAT.", "excl"),
        ("The contract value is £300,000, with options, ex VAT.", "excl"),
        ("The contract value is £300,000 including options.", "unknown"),
    ],
)
def test_vat_is_told_apart_from_the_extensions_beside_it(text: str, vat: str) -> None:
    assert money(text) == [f"300000 {vat}"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Bidders must have a turnover in each of the last two financial years of not less than the contract's value.",
         []),
        ("You need a turnover of twice the contract's value in each of the last three years.", []),
        ("Please state your turnover for the last three years.", [3]),
        ("Tenderers must have a turnover of at least twice the contract's value and must send accounts for the last two"
         " years.", [2]),
    ],
)
def test_years_in_which_a_turnover_must_be_met_are_not_years_of_accounts(text: str, years: list[int]) -> None:
    assert stated("accounts_years", text) == years


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Motor insurance with third-party cover of £20 million is needed.", []),
        ("The insurance you need: public liability £5m; van insurance with third-party cover £20m.", [5_000_000]),
        ("Vehicles must be insured. Third-party cover of £5 million is needed for your work on site.", [5_000_000]),
        ("You must have third-party insurance of £5m.", [5_000_000]),
        ("Insurance is needed: Public Liability £5 million; Professional Negligence £2 million.", [5_000_000]),
        ("You need insurance for damage to other people and their property: no less than five million pounds.",
         [5_000_000]),
        ("You need cover against injury or loss to members of the public of £2 million.", [2_000_000]),
        ("## Cover to be held\n\n| Kind | Any one claim |\n|---|---|\n| Employer's | £10m |\n| Third party /"
        " public | £5m |"
         "\n| Cyber | £1m |", [5_000_000]),
        ("## Our staff\n\n| Kind | Cost of posts |\n|---|---|\n| Public | £5m |\n| Professional | £2m |", []),
    ],
)
def test_cover_against_the_public_is_not_that_of_vehicles_or_of_advice(text: str, levels: list[int]) -> None:
    assert stated("insurance_public_liability", text) == levels


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Insurances: Public Liability £5 million; Professional Negligence £2 million.", [2_000_000]),
        ("## Insurance\n\n| Kind | Level |\n|---|---|\n| Employer's | £10m |\n| Professional | £1m |", [1_000_000]),
        ("Claims for professional negligence over £1m must be told to us.", []),
        ("## Fees\n\n| Kind | Level |\n|---|---|\n| Professional | £1m |\n| Other | £2m |", []),
    ],
)
def test_cover_for_advice_is_read_where_it_goes_by_another_name(text: str, level: list[int]) -> None:
    assert stated("insurance_professional_indemnity", text) == level


WRITTEN = "This quotation pack is dated 1 May 2026."


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("answers_by", "Q&A posted 17 June 2026", "2026-06-17"),
        ("answers_by", "Q&A log published: 17 June 2026", "2026-06-17"),
        ("answers_by", "All answers will be on our news page on 17 June 2026.", "2026-06-17"),
        ("clarification_deadline", "Q&A posted 17 June 2026", None),
        ("clarification_deadline", "| Step | Day |\n|---|---|\n| Requests for information close | 17 June 2026 "
        "|\n| Lunch | never"
         " |", "2026-06-17"),
        ("submission_deadline", "| Step | Day |\n|---|---|\n| Requests for information close | 17 June 2026 |\n"
        "| Lunch | never |",
         None),
        ("submission_deadline", "| Step | Day |\n|---|---|\n| Response window closes | 17 June 2026 |\n| Lunch "
        "| never |",
         "2026-06-17"),
        ("clarification_deadline", "Anything you are unsure of, drop me a line by 17 June 2026.", "2026-06-17"),
        ("interview_date", "We will have a chat with the best three on 17 June 2026 and ring you on 20 June.",
         "2026-06-17"),
        ("award_date", "We will have a chat with the best three on 17 June 2026.", None),
        ("interview_date", "Shortlisted firms come and talk to us: 17 June 2026", "2026-06-17"),
        ("interview_date", "Come and talk to us before you bid: 17 June 2026", None),
        ("contract_start", "| Step | Day |\n|---|---|\n| Earliest go-live | 17 June 2026 |\n| Lunch | never |",
         "2026-06-17"),
        ("contract_start", "Duration: three winter seasons, 17 June 2026 – 30 April 2029", "2026-06-17"),
        ("contract_start", "Runs from 17 June 2026 to 30 April 2029", "2026-06-17"),
        ("contract_start", "We expect the work to last from 17 June 2026 to 30 April 2029.", "2026-06-17"),
        ("contract_start", "The exhibition runs from 17 June 2026 to 30 April 2027.", None),
        ("contract_end", "We belong to a buying club, whose own framework expires on 17 June 2026.", None),
        ("contract_end", "The college buys through its own agreement, which expires on 17 June 2026.", None),
        ("contract_end", "The contract expires on 17 June 2026.", "2026-06-17"),
    ],
)
def test_a_day_is_of_the_step_that_its_own_words_name(name: str, text: str, day: str | None) -> None:
    assert stated(name, f"{WRITTEN}\n\n{text}", "Grounds upkeep") == ([day] if day else [])


@pytest.mark.parametrize("name", ["submission_deadline", "clarification_deadline"])
def test_a_day_on_or_after_which_something_is_done_takes_no_meaning_from_the_headings(name: str) -> None:
    assert stated(name, "Contract entered into: on or after 10 December 2026", "Invitation to submit a tender") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("This brief went live on 1 June 2026.", ["2026-06-01"]),
        ("| Step | Day |\n|---|---|\n| Tender notice goes on Find a Tender | 1 June 2026 |\n| Lunch | never |",
         ["2026-06-01"]),
        ("The new website went live on 1 June 2026.", []),
    ],
)
def test_a_pack_is_issued_on_the_day_that_it_goes_live(text: str, day: list[str]) -> None:
    assert stated("issue_date", text, "Grounds upkeep") == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Office of the Police and Crime Commissioner for Wessmere\n\n## Victims' Support Service –"
        " Invitation to Submit a"
         " Tender", "Victims' Support Service"),
        ("# Cyngor Sir Bryn / Bryn County Council\n\n**Teitl / Title:** Holiday Play Schemes\n\n| Pwnc /"
        " Subject | Manylion |"
         "\n|---|---|\n| Gwerth / Value | £42,000 |\n| Lle / Place | Bryn |", "Holiday Play Schemes"),
    ],
)
def test_a_title_is_told_without_the_kind_of_paper_and_in_two_languages(text: str, title: str) -> None:
    chosen = Facts(Passages(pack(text))).chosen("title")
    assert chosen is not None
    assert chosen.value == title


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Payment\n\nWe pay 21 days after a correct invoice.\n\nWho to talk to\n\nMoira Tench,"
        " moira.tench@homes.gov.uk,"
         " 01632 960 355.\n\nComplaints go to help@homes.gov.uk.", ["moira.tench@homes.gov.uk"]),
        ("Payment\n\nSend invoices to:\n\nMoira Tench, moira.tench@homes.gov.uk", []),
        ("Send to: jo@homes.gov.uk. Ask for Bina Shah if you ring.", ["jo@homes.gov.uk"]),
    ],
)
def test_an_address_is_of_what_its_own_heading_says(text: str, address: list[str]) -> None:
    assert stated("contact_email", text, "Surveys") == address


def test_criteria_that_are_counted_are_price_and_those_that_are_judged_are_quality() -> None:
    text = "Qualitative criteria 60%; Quantitative criteria 40%."
    assert (stated("price_weight", text), stated("quality_weight", text)) == ([40], [60])
