"""The dates of a procurement in plain and in clipped words: in rows, labels, letters and sentences."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data

NAMES = (
    "clarification_deadline", "answers_by", "submission_deadline", "interview_date", "award_date", "contract_start",
    "contract_end", "site_visit",
)  # fmt: skip


def chosen(text: str) -> dict[str, object]:
    facts = Facts(Passages(pack(f"# Brief\n\nThis brief was published on 12 January 2026.\n\n{text}\n")))
    found = {name: facts.chosen(name) for name in NAMES}
    return {name: as_data(fact.value) for name, fact in found.items() if fact is not None}


def row(label: str, cell: str) -> str:
    return f"| What | When |\n|---|---|\n| {label} | {cell} |\n| Lunch is served | never |\n"


@pytest.mark.parametrize(
    "text",
    [
        row("How and when to bid", "PCS-Tender, by 12 noon 16 February 2026"),
        row("Submission", "PCS-Tender, by 12 noon 16 February 2026"),
        row("Reply by", "16 February 2026, 12 noon"),
        row("Last day to bid", "16 February 2026, 12 noon"),
        row("We stop taking bids", "16 February 2026, 12 noon"),
        row("RFQ response due date", "16-Feb-2026 12:00"),
        row("Quotation to be received by", "12 noon on 16.02.2026"),
        "Time limit for receipt of tenders\n\nDate: 16 February 2026 Local time: 12:00",
        "We are running a drop-in on 20 January 2026. Bids must be in by noon on 16 February 2026.",
        "Tenders are invited up to noon on 16 February 2026.",
        "Quotes wanted by 16 February 2026, noon.",
        "The tender shuts at noon on 16 February 2026.",
        "Please note the closing date for this tender is Noon on Monday 16th February 2026",
        "Send us your form by noon on 16 February 2026.",
        "All you need to do is fill in the form and get it to us by 12 noon on 16 February 2026.",
        "Late bids, that is those that reach us after 12 noon on 16 February 2026, will be sent back unopened.",
        "We'd love to hear from you by 12 noon on 16 February 2026.",
        "Submissions are welcome until 12 noon on 16 February 2026.",
        "We will accept bids until 12 noon on 16 February 2026.",
        "Interested parties should respond by 12 noon on 16 February 2026.",
        "Completed documents are to be returned by 12 noon on 16 February 2026.",
        "Your price, on the form at the back, must be in the Clerk's hands by 12 noon on 16 February 2026.",
        "I should be grateful if you would let me have your tender not later than 12 noon on Monday 16 February 2026.",
        "Offers shall be lodged on the portal not later than 12 noon, 16 February 2026.",
    ],
)
def test_the_deadline_is_read(text: str) -> None:
    assert chosen(text) == {"submission_deadline": "2026-02-16T12:00"}


@pytest.mark.parametrize(
    "text",
    [
        row("First day", "1 April 2026"),
        row("First day of service", "1 April 2026"),
        row("Kick-off", "1 April 2026"),
        row("You start", "1 April 2026"),
        "You would start on 1 April 2026.",
        "Site possession: 1 April 2026.",
        "The new arrangements will commence with effect from 1 April 2026.",
        "The successful organisation will need to be ready to start by 1 April 2026.",
        "Delivery of the service is from 1 April 2026.",
        "Successful bidder starts 1 April 2026",
        "The contract will run for three seasons from 1 April 2026.",
        "We hope to have someone in place by 1 April 2026.",
        "We would like someone to start on 1 April 2026.",
        "The audit should start on Wednesday 1 April 2026.",
        "Our access survey must begin on 1 April 2026.",
        "We want the new service to be up and running by 1 April 2026.",
        "The new provider takes over on 1 April 2026.",
        "The appointed contractor shall take possession of the site on 1 April 2026.",
    ],
)
def test_the_start_is_read(text: str) -> None:
    assert chosen(text) == {"contract_start": "2026-04-01"}


@pytest.mark.parametrize(
    "text",
    [
        row("We say who won", "6 March 2026"),
        row("Notification", "6 March 2026"),
        row("Winner told", "6 March 2026"),
        row("We choose a supplier", "6 March 2026"),
        row("We choose", "6 March 2026"),
        row("The panel decides", "6 March 2026"),
        "We will say who won on 6 March 2026.",
        "We will choose the winner by 6 March 2026.",
    ],
)
def test_the_award_is_read(text: str) -> None:
    assert chosen(text) == {"award_date": "2026-03-06"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("answers_by", row("Q&A shared", "4 February 2026")),
        ("answers_by", row("Replies out by", "4 February 2026")),
        ("answers_by", row("We answer", "4 February 2026")),
        ("answers_by", "Answers will be put on the portal by 4 February 2026."),
        ("clarification_deadline", "Got a question? Email us by 4 February 2026."),
        ("clarification_deadline", "If you want to ask anything, do so by 4 February 2026."),
    ],
)
def test_questions_and_answers_are_read(name: str, text: str) -> None:
    assert chosen(text) == {name: "2026-02-04"}


@pytest.mark.parametrize(
    "text",
    [
        row("Tender notice", "12 January 2026"),
        row("Process opens", "12 January 2026"),
        row("Letter sent", "12 January 2026"),
        row("Brief out", "12 January 2026"),
        row("Start of tender", "12 January 2026"),
        "We are publishing this on 12 January 2026.",
        "We are issuing this invitation on 12 January 2026.",
        "The brief is out on 12 January 2026.",
        "Brief out 12 January 2026; bids in by noon on 16 February 2026.",
        "The contract notice was sent to OJEU on 12 January 2026.",
        "A contract notice was sent to the Official Journal on 12 January 2026.",
        "Published on Find a Tender on 12 January 2026.",
        "Issued by Marsham Borough Council on 12 January 2026.",
    ],
)
def test_the_issue_is_read(text: str) -> None:
    fact = Facts(Passages(pack(f"# Brief\n\n{text}\n"))).chosen("issue_date")
    assert fact is not None
    assert as_data(fact.value) == "2026-01-12"


@pytest.mark.parametrize("name", ["Marsham Borough Council", "Fenwick NHS Foundation Trust"])
def test_whoever_issued_the_pack_on_a_day_buys(name: str) -> None:
    fact = Facts(Passages(pack(f"# Brief\n\nIssued by {name} on 12 January 2026.\n"))).chosen("buyer_name")
    assert fact is not None
    assert fact.value == name


@pytest.mark.parametrize(
    "text",
    [
        row("Coffee and questions", "20 January 2026, 10am"),
        "Coffee and questions: 20 January 2026 at 10am, Town Hall.",
        "Q&A session: 20 January 2026.",
        "Please reply to the survey by 3 March 2026.",
        "The library will be up and running by 3 March 2026.",
        "Users choose a provider on 3 March 2026.",
        "The evaluation will start on 3 March 2026.",
        "You get this allowance from 3 March 2026.",
        "We choose the menu for the week of 3 March 2026.",
        "The last audit started on 3 March 2025.",
        "We are publishing this year's accounts on 3 March 2026.",
        "The opening hours may be extended until 10pm from 1 June 2026.",
        "The shop shuts on 3 March 2026.",
        "Shortlisted candidates told: 20 February 2026.",
        "# Invitation to tender\n\nDate: 16 February 2026",
        "# How to bid\n\nIf you are looking for a partner, tell us by Friday 30 January 2026.",
        "Please return the feedback form by 30 April 2026.",
        "The complaints form must reach us by 3 March 2026.",
        "Register for the event by 20 January 2026.",
        "The school term starts on 7 September 2026.",
        "The first day of the financial year is 1 April 2026.",
        "The notice board was put up on 3 December 2025.",
        "Notice of the meeting was sent out on 3 March 2026.",
        "The policy comes into force on 1 April 2026.",
        "The annual report must be submitted by 30 June 2027.",
    ],
)
def test_other_days_are_no_step(text: str) -> None:
    assert chosen(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The contract starts on Thursday 1 April 2027. It runs for three years, to Sunday 31 March 2030.",
        "The contract starts on 1 April 2027 and runs for three years, to 31 March 2030.",
        "The agreement lasts for 36 months to 31 March 2030.",
        "The contract is for an initial period of 3 years up to and including 31 March 2030.",
        "The appointment is for three years, that is until 31 March 2030.",
        "The contract will be for three years (to 31 March 2030).",
    ],
)
def test_the_day_behind_the_length_of_the_contract_is_its_end(text: str) -> None:
    assert chosen(text)["contract_end"] == "2030-03-31"


@pytest.mark.parametrize(
    "text",
    [
        "The strategy was agreed last year. It runs for five years, to 31 March 2030.",
        "The existing contract has ended. It ran for three years, to 31 March 2026.",
        "The present contract runs for three years, to 31 March 2027.",
        "The contract can be extended by two years, to 31 March 2032.",
        "The first phase of the contract runs for one year, to 31 March 2028.",
        "The contract needs figures for the last three years, to 31 March 2026.",
        "The contract starts on 1 April 2027 and has a trial of three months, to 30 June 2027.",
    ],
)
def test_the_day_behind_another_length_is_no_end_of_the_contract(text: str) -> None:
    assert "contract_end" not in chosen(text)
