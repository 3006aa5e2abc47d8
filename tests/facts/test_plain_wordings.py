"""Facts are read from packs in plain or clipped words as well as from the language of tenders."""

from __future__ import annotations

from typing import Any

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.choose import conflicts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data


def value(name: str, text: str) -> Any:
    """The chosen value of a fact in a pack that also tells the day on which it went out."""
    facts = Facts(Passages(pack(f"# Brief\n\nThis brief was published on 12 January 2026.\n\n{text}\n")))
    chosen = facts.chosen(name)
    return None if chosen is None else as_data(chosen.value)


def row(label: str, cell: str) -> str:
    return f"| What | When |\n|---|---|\n| {label} | {cell} |\n| Lunch is served | never |\n"


@pytest.mark.parametrize(
    "text",
    [
        row("Your quote reaches us by", "Mon 16 Feb 2026, noon"),
        row("Closing", "16/02/2026 at 12:00"),
        row("Closing on", "16 February 2026, 12 noon"),
        row("Quotes back to us", "16 February 2026, 12 noon"),
        "Get your quote to us by noon on Monday 16 February 2026.",
        "Apply by noon on 16 February 2026.",
        "To apply, send a proposal of up to 4 sides of A4 and one example of your work to jo@arts.example by noon on"
        " Monday 16 February.",
        "Your bid needs to reach us before noon on 16 February 2026.",
        "We must have your proposal by noon on 16 February 2026.",
        "Bids in by noon on 16 February 2026.",
        "You have until noon on 16 February 2026 to send us your quote.",
        "If you would like to bid, email us by noon on 16 February 2026.",
        'Please let the Clerk have your price in a sealed envelope marked "Grass" by 12 noon on 16 February 2026.',
        "Send us your best price before noon on 16 February 2026.",
        "Tenders that come in after noon on 16 February 2026 will not be looked at.",
    ],
)
def test_the_deadline_is_read(text: str) -> None:
    assert value("submission_deadline", text) == "2026-02-16T12:00"


@pytest.mark.parametrize(
    "text",
    [
        row("Last day to ask us anything", "Fri 30 Jan 2026, 5pm"),
        row("Questions until", "30/01/2026 at 17:00"),
        "You can ask questions until 5pm on 30 January 2026.",
        "Ask us anything you like before 5pm on 30 January 2026.",
        "If something is unclear, ask by 5pm on 30 January 2026.",
        "Ask the Clerk, Mrs Jean Tull, on 01234 500321 or clerk@parish.example, no later than 5pm on 30 January.",
        "Questions close at 5pm on 30 January 2026.",
    ],
)
def test_the_last_day_for_questions_is_read(text: str) -> None:
    assert value("clarification_deadline", text) == "2026-01-30T17:00"


@pytest.mark.parametrize(
    "text",
    [
        row("Talk with shortlisted organisations", "23 February 2026"),
        row("We meet the shortlisted bidders", "23 February 2026"),
        "Conversations with the shortlisted providers will be on Zoom on 23 February 2026.",
        "Interviews will be held online on 23 February 2026.",
        "23-25 February 2026 Presentations",
    ],
)
def test_interviews_are_read(text: str) -> None:
    assert value("interview_date", text) == "2026-02-23"


@pytest.mark.parametrize(
    "text",
    [
        row("We tell everyone the result", "Fri 6 Mar 2026"),
        row("We make our decision", "6 March 2026"),
        row("Notification of award / start of standstill", "6 March 2026"),
        row("Award notices sent and standstill begins", "6 March 2026"),
        "**When you'll hear.** 6 March 2026.",
        "We’ll let everyone know by Friday 6 March 2026.",
        "We'll tell you by 6 March 2026.",
        "You will hear from us by 6 March 2026.",
        "Everyone who bids will hear back on 6 March 2026.",
    ],
)
def test_the_award_is_read(text: str) -> None:
    assert value("award_date", text) == "2026-03-06"


@pytest.mark.parametrize(
    "text",
    [
        "This brief was put out on 12 January 2026.",
        "This request goes out on 12 January 2026.",
        row("This request goes out", "Mon 12 Jan 2026"),
        row("Brief sent out", "12 January 2026"),
        "Published to all Lot 3 suppliers: 12/01/2026",
        row("Opens", "12 January 2026"),
        "This letter was posted on 12 January 2026.",
        "- Opens: 12 January 2026\n- Closes: 16 February 2026",
        row("Quick quote issued", "12 January 2026"),
    ],
)
def test_the_issue_is_read(text: str) -> None:
    facts = Facts(Passages(pack(f"# Brief\n\n{text}\n")))
    chosen = facts.chosen("issue_date")
    assert chosen is not None
    assert as_data(chosen.value) == "2026-01-12"


@pytest.mark.parametrize(
    ("text", "initial", "extension"),
    [
        ("We invite tenders for an initial term of two (2) years from 1 August 2026, extendable annually at our sole "
         "discretion to a maximum of five (5) years in total.", 24, 36),
        ("We expect to pay for two years in the first place. We may keep the service going for one more year, and then "
         "one more after that, if money allows.", 24, 24),
        (row("Contract period", "two years, with a possible further two years"), 24, 24),
        ("# Tender reference ab/26\n\nThe contract is for an initial term of two (2) years, extendable by one"
        " year.", 24, 12),
        (row("Period", "1 September 2026 to 31 August 2028, with a possible further two school years"), 24, 24),
        ("The service will run for two years to begin with, and could go on for a third year.", 24, 12),
        ("We want a two-year arrangement from 1 April 2026. After that we might carry on for another two"
        " years.", 24, 24),
        ("This Agreement commences on 1 October 2026 and continues for two (2) years.", 24, None),
        ("The value is £2,500,000 plus VAT (£3,000,000 including VAT) over 4 years.", 48, None),
        ("The contract lasts two years. We can add up to two more years.", 24, 24),
        ("The agreement is for one year, and we may renew it twice, for a year each time.", 12, 24),
    ],
)  # fmt: skip
def test_the_term_is_read(text: str, initial: int, extension: int | None) -> None:
    assert (value("term_initial_months", text), value("term_extension_months", text)) == (initial, extension)


@pytest.mark.parametrize(
    ("text", "price", "quality"),
    [
        ("Sixty marks out of 100 are for the quality of your service. Forty marks are for price.", "40", "60"),
        ("70 of the 100 marks are for quality and 30 are for price.", "30", "70"),
        ("We score quality out of 60 and price out of 40.", "40", "60"),
        ("Quality counts for 60% and price for 40%.", "40", "60"),
        ("Award basis: lowest price meeting the specification 100%.", "100", None),
        ("Evaluation: price only, as long as every pass or fail question is passed.", "100", None),
        (row("Evaluation", "Price only, provided that all pass/fail questions are passed"), "100", None),
        ("Award: lowest compliant quotation.", "100", None),
        ("Price (half), how you will do the work (three tenths) and care for wildlife (two tenths).", "50", None),
        ("Price - 600 points; Technical compliance - 400 points (total 1,000 points).", "60", "40"),
        ("The cheapest quote that meets the specification wins.", "100", None),
    ],
)
def test_the_weights_are_read(text: str, price: str, quality: str | None) -> None:
    found = value("price_weight", text), value("quality_weight", text)
    assert tuple(None if each is None else f"{float(each):g}" for each in found) == (price, quality)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("**Key criteria and their weights:** Quality and innovation 35%; Value 25%; Integration, collaboration and "
         "service sustainability 15%; Improving access and choice 15%; Social value 10%.",
         ["quality and innovation", "value", "integration, collaboration and service sustainability",
          "improving access and choice", "social value"]),
        ("Tenders are evaluated on: Price - 600 points; Technical compliance - 250 points; After-sales service - 100 "
         "points; Environmental - 50 points (total 1,000 points).",
         ["price", "technical compliance", "after-sales service", "environmental"]),
        ("We look at: how young carers shaped your idea (40), what you will do (40), cost (20).",
         ["how young carers shaped your idea", "what you will do", "cost"]),
        ("We'll score on: understanding of the brief 30, method 30, experience 25, value 15.",
         ["understanding of the brief", "method", "experience", "value"]),
        ("Sixty marks out of 100 are for how you would run the service. Thirty marks are for price. Ten marks are for "
         "what you add for the local area.",
         ["how you would run the service", "price", "what you add for the local area"]),
    ],
)  # fmt: skip
def test_the_criteria_are_read(text: str, names: list[str]) -> None:
    facts = Facts(Passages(pack(f"# Brief\n\n{text}\n")))
    assert [fact.value.name.lower() for fact in facts.all("award_criteria")] == names


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The fee is £8,500 inclusive of VAT and all expenses.", "8500"),
        ("Our budget for this work is £8,500.", "8500"),
        ("We have £8,500 to spend on this work, including VAT.", "8500"),
        ("The most we can pay for the whole job is £8,500.", "8500"),
    ],
)
def test_the_value_is_read(text: str, most: str) -> None:
    found = value("contract_value_total", text)
    assert found is not None
    assert most in str(found)


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("buyer_name", "Easton Parish Council – grass cutting 2026 to 2029", "Easton Parish Council"),
        ("term_extension_months", "A three-year arrangement. After that we might carry on for another two years if both"
         " sides are happy.", 24),
        ("contact_phone", "**Need a hand?** Drop-in sessions at the Town Hall. Or ring Sal on 01632 960 700.",
         "01632 960 700"),
        ("contact_email", "Send representations to psr.representations@icb.example. Questions: ask@icb.example.",
         "ask@icb.example"),
        ("references_count", "Two references.", 2),
        ("references_count", "Send us the names of two people or bodies you have worked for in the past five"
        " years.", 2),
        ("references_count", "Give us two people we can ask about your work.", 2),
        ("accounts_years", "Send your two most recent sets of accounts.", 2),
        ("accounts_years", "We ask for accounts for the last two years.", 2),
        ("accounts_years", "# What you need\n\n- Your two most recent sets of accounts. They need not be audited.", 2),
        ("references_count", "We would like to talk to two of your present customers.", 2),
        ("references_count", "# Basic selection criteria\n\nReferences: one.", 1),
        ("references_count", "Tenderers shall provide details of three installations of comparable size.", 3),
        ("accounts_years", "# Basic selection criteria\n\nTwo years of filed accounts; references: one.", 2),
        ("payment_days", "You will be paid each month within 30 days of your bill.", 30),
        ("payment_days", "Payment: 30 days after valuation.", 30),
        ("contract_start", "We are looking for a three-year arrangement from 1 April 2026.", "2026-04-01"),
        ("contract_start", "The money starts on 1 April 2026.", "2026-04-01"),
        ("answers_by", "Questions by 30 January 2026. We reply by 4 February 2026.", "2026-02-04"),
        ("answers_by", "Queries to the above by 30.01.2026; answers to all by 04.02.2026.", "2026-02-04"),
        ("insurance_employers_liability", "Insurances: EL £10m / PL £5m / PI not required", 10_000_000),
        ("insurance_public_liability", "Insurances: EL £10m / PL £5m / PI not required", 5_000_000),
        ("insurance_professional_indemnity", "Insurances: EL £10m / PL £5m / PI not required", None),
        ("buyer_name", "Client: Fenwick Borough Council, Property Services", "Fenwick Borough Council"),
        ("payment_days", "We pay in thirds, each within two weeks of invoice.", 14),
        ("payment_days", "You will be paid within a fortnight of your invoice.", 14),
        ("payment_days", "We pay invoices in 14 days.", 14),
        ("minimum_turnover", "Tenderers must provide evidence of turnover of £1.8m and a bank reference.", 1_800_000),
        ("contract_start", "Expected start: 1 April 2026", "2026-04-01"),
        ("answers_by", "Queries up to 19 February 2026; replies to all tenderers by 24 February 2026.", "2026-02-24"),
        ("contract_end", row("Standstill (8 working days)", "ends midnight 7 December 2026"), None),
        ("contract_value_annual", "The Council currently funds an outreach service at a cost of £180,000 per"
        " annum.", None),
        ("price_weight", "PQQ scoring: Financial 20%, Technical capacity 50%, Health and Safety 15%, Equalities"
        " 15%.", None),
        ("price_weight", "Evaluation: lowest priced technically compliant.", 100),
        ("audited_accounts_required", "Please provide two years' accounts (audited where the law requires).", False),
        ("buyer_name", "Employer: Caldbrook Housing Association Ltd", "Caldbrook Housing Association Ltd"),
        ("buyer_name", "Issued by: Coastal Infrastructure Organisation", "Coastal Infrastructure Organisation"),
        ("buyer_name", "Commissioned by Lantern Arts CIO.", "Lantern Arts CIO"),
        ("buyer_name", "Lantern Arts CIO is looking for an evaluator.", "Lantern Arts CIO"),
    ],
)
def test_other_facts_are_read(name: str, text: str, wanted: object) -> None:
    assert value(name, text) == wanted


def test_the_title_is_no_line_that_tells_a_key_fact() -> None:
    cover = (
        "**Marsham City Council**\n\n**Advice and Advocacy Services**\n\nInvitation to Tender\n\n"
        "**Contract value** £420,000, excluding VAT\n\n**Clarification deadline** 15 May 2026 (17:00)\n"
    )
    chosen = Facts(Passages(pack(cover))).chosen("title")
    assert chosen is not None
    assert chosen.value == "Advice and Advocacy Services"


def test_weights_of_parts_may_stand_before_those_of_their_criteria() -> None:
    table = (
        "| Criterion | Sub-criterion | Sub-weighting | Weighting |\n|---|---|---|---|\n"
        "| Quality | Access for disabled people | 40% | 70% |\n|  | Staffing | 30% |  |\n"
        "| Price | Total price |  | 20% |\n| Social value | Local jobs |  | 10% |\n"
    )
    assert value("price_weight", table) == 20
    assert value("quality_weight", table) == 70


def test_what_another_document_changes_outright_contradicts_nothing() -> None:
    facts = Facts(Passages(pack({
        "ITT.md": "# Invitation to tender\n\nTenders must be returned by noon on 3 July 2026.\n",
        "Clarifications.md": "# Questions and answers\n\nThe deadline for tenders is extended to noon on 10"
        " July 2026.\n",
    })))  # fmt: skip
    found = facts.all("submission_deadline")
    assert [(as_data(fact.value), fact.chosen, fact.of) for fact in found] == [
        ("2026-07-03T12:00", False, "superseded"), ("2026-07-10T12:00", True, ""),
    ]  # fmt: skip
    assert conflicts(found) == ()
