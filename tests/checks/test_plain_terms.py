"""Packs word their terms, times and marks in many ways: each is answered alike, and look-alikes never count."""

from __future__ import annotations

import pytest

from tenderlint.outcomes import Outcome
from tests.checks.asking import ask

OPEN = "# Invitation to tender\nTenders for the gardening service are due on Friday. The contract is worth £60,000.\n\n"
CRITERIA = "# How we choose\nPrice 40%, quality 60%.\n\n"
DATES = "| Tenders are due | 19 February 2027, noon |\n| --- | --- |\n| Last day for questions | 29 January 2027 |\n\n"

LIVE = "Tender notice and documents live: 2 February 2027.\n\n"

NO_PENALTIES = (
    "There are no fines, and no deposits.",
    "No penalties are charged for lateness, but do talk to us early.",
    "We will not dock your fee when a visit is late, nor withhold money.",
    "We don't fine people.",
    "No performance bond, parent company guarantee or liquidated damages is required.",
    "We will not charge you for slips in service.",
    "There is no retention and no penalty for delay.",
    "If it goes badly we talk; we never hold back money.",
)
NO_WORD_ON_PENALTIES = (
    "There is no penalty for asking questions.",
    "You will not face penalties for bidding for one lot only.",
    "Bidders must declare any fines.",
    "The provider shall not withhold information about performance from the Council.",
    "HMRC may levy penalties.",
    "There is no charge for poor copies of this pack.",
    "The provider must never hold back information.",
    "Performance below target is discussed each month.",
)
PENALTIES = (
    "£250 will be deducted from the next payment for each missed clean.",
    "Should the Provider miss a Key Performance Indicator twice, the Council may withhold up to 10% of the charge.",
    "The Council reserves the right to claw back any funding if targets are not achieved.",
    "A fine of £50 shall be charged for every late visit.",
    "The contractor accepts that £150 is deductible whenever a visit is missed.",
    "A sum of £400 shall be recovered from the Contractor for each site not treated by 6am.",
    "Performance below target results in a deduction of 5% from the monthly payment.",
)
LIMITED = (
    "Our liability to each other stops at the amount of the fee.",
    "Nobody's liability goes beyond £1 million.",
    "The contractor shall be liable for its own acts to a maximum of 100% of the yearly charges.",
    "What you could owe us is limited to what we paid you that year.",
    "The total liability of either party in any year will not be more than £250,000.",
    "The most either of us could ever have to pay the other is £14,000.",
    "Neither of us will have to pay the other more than £500,000 in a year.",
    "Neither party is liable to the other beyond the fee.",
)
NO_WORD_ON_LIMITS = (
    "The Council is not liable for more than £500 of any bidder's costs.",
    "The contractor is liable for damage to the lawn.",
    "No bidder's price exceeds £100.",
    "Neither price may be more than £500.",
    "£20 may be charged for each copy.",
)
NO_GUARANTEE = (
    "No bond or guarantee is asked for.", "We need no guarantees or bonds.",
    "No performance bond, parent company guarantee or liquidated damages is required.",
)
NO_WORD_ON_GUARANTEES = ("There is no guarantee of any volume of work.", "We give no guarantee that all lots are let.")
GUARANTORS = (
    "A parent company shall stand guarantor for the contractor's performance.",
    "The contractor's holding company will act as guarantor.",
    "If there is no trading record, a parent company guarantee is required.",
)
NAMED_BEFORE = "Northmoor Homes invites tenders.\n\nBidders shall show that they have previously worked for "
WITH_THE_BID = (
    "You must send with your quote:\n\n- certificates of public liability insurance of £5 million",
    "Bidders will be excluded if they cannot evidence the following at the point of submission:\n\n"
    "a) Professional indemnity insurance of £1 million\n\nb) Public liability insurance of £5 million",
    "You must already hold the following:\n\n- public liability insurance of £5 million",
    "Bidders need:\n\n- public liability insurance of £5 million in force when the tender is lodged",
)
NOT_WITH_THE_BID = (
    "You must send with your quote:\n\n- your price\n\n"
    "Public liability insurance of £5 million is needed once you start.",
    "Bidders will be asked to evidence the following when the contract is signed:\n\n"
    "a) Professional indemnity insurance of £1 million\n\nb) Public liability insurance of £5 million",
    "The winning bidder must show the following before award:\n\n- public liability insurance of £5 million",
)
ANY_ACCOUNTS = (
    "Send your latest accounts, whether examined, audited or simply drawn up by your treasurer.",
    "Please send accounts, audited or independently examined.",
    "Send audited accounts, or accounts prepared by a chartered accountant, for the last two years.",
)
AUDITED = (
    "# What we require\n- Three years' audited accounts\n- A constitution", "You must send audited accounts.",
    "You must send us:\n\na) audited accounts for the three most recent years, showing a turnover of £50,000",
)
STAGES = (
    "# Stage 1 Suitability\nThe five best will be shortlisted and invited to submit a full tender at Stage 2.",
    "Only those who pass the questionnaire progress to the tender stage.",
)
NO_STAGES = (
    "Shortlisted bidders will be invited to an interview.",
    "# Stage 1: setting up\nThe provider recruits its staff.",
)
WAITS = (
    "Payment is by milestone, with 40% of the fee withheld until the final report is accepted.",
    "20% of the price is contingent on the number of learners reached.",
    "Up to 30% is payable only if 40 people complete the course.",
    "The sum is paid in arrears every six months.",
    "The fee is paid in arrears each quarter.",
)
DOES_NOT_WAIT = (
    "The fee is paid in three parts: a third at the start, a third halfway and a third at the end.",
    "We pay you at the start of each quarter.",
    "Invoices may be sent monthly.",
    "Payment: monthly, within 30 days.",
    "We pay each invoice within 30 days of its arrival, once a month.",
)
NO_WORD_ON_PAYING = (
    "Payment may be withheld until a valid invoice has come.",
    "Attendance is dependent on the number of places.",
    "Invoices are paid only when they are correct.",
    "Invoices go with monthly reports.",
    "Invoices are paid within a month.",
)
MARKS = (
    "We mark each out of ten, where 10 is everything we could wish, 5 is sound and 0 is nothing said.",
    "Marks are given from 0 to 5: 5 fully shown; 3 mostly shown; 1 little shown; 0 none.",
    "We give full points for a full and convincing answer, half for a fair one and none where there is no answer.",
    "Each is marked poor (a quarter of the points), fair (half), good (three quarters) or excellent (all the points).",
    "| Score | What it means |\n| --- | --- |\n| 2 | Goes well past what we asked |\n| 1 | Leaves gaps |\n"
    "| 0 | Says nothing |",
    "For each we give 0 if you say nothing, a quarter if it is thin, half if it is fair and everything if it is good.",
)
NO_MARKS = (
    "There are 0 marks for brochures, 5 for price and 20 pages is the most.",
    "Full marks for the lowest price, half for twice the price and none for more.",
    "Marks: 30 for quality, 20 for people and 10 for place.",
    "The score is sent on 3 May, 4 June or 5 July.",
    "| Points | Question |\n| --- | --- |\n| 20 | People |\n| 30 | Place |\n| 10 | Plan |",
    "Half of the points are for people, a quarter for place and a quarter for plan.",
)
STAFF = (
    "We believe that TUPE will apply to four people. The list of posts, without names, is in Annex B.",
    "Volunteers did this until now, so TUPE doesn't come into it.",
    "# Terms and conditions\nThe parties do not consider that TUPE will apply on commencement.",
    "Nobody does this job now, so there are no staff to take on.",
    "Nine staff would transfer to you under the TUPE regulations. Appendix A has their hours and pay.",
    "Our worker retires in March, so nobody will be moving across to you.",
)
NO_WORD_ON_STAFF = (
    "TUPE may apply where a contract changes hands; take your own advice.",
    "# Terms and conditions\nTUPE will not apply on expiry of this contract.",
)
USERS = (
    "Wheelchair users walked the paths with us in May.",
    "The brief follows what tenants asked for at two meetings, and what residents told our board.",
    "Patients and families tasted food and chose the themes for the menus.",
    "People who eat at the kitchen helped us write this letter.",
)
NO_USERS = (
    "Visitors walked the paths in May.", "The provider looks at what residents throw away.",
    "People who eat at the kitchen like the menus.",
)
ANSWERS = (
    "Questions are answered in full not later than 5 February 2027.",
    "| Our replies go to everybody | Friday 5 February 2027 |\n| --- | --- |\n| Site visit | 20 January 2027 |",
    "- 5 February 2027: we share all the answers\n- 20 January 2027: site visit",
    "| Clarification log, last version | 5 February 2027 |\n| --- | --- |\n| Site visit | 20 January 2027 |",
    "Please send questions before 29 January 2027. We will share our responses with everyone on 5 February 2027.",
)
LATE_ANSWERS = ("We answer questions as we go, the last answers being put up on 17 February 2027.",)
NO_DAY_OF_ANSWERS = ("Responses must be received by 5 February 2027.",)


SHORT_OF_A_HUNDRED = (
    "# Award criteria\nQuality 65%; price 20%; social value 10%.",
    "# Scoring\nQuality (60%), price (35%), added social value (10%).",
)
NO_WEIGHTS = (
    "# Last year\nQuality 65%; price 20%; social value 10%.",
    "# Award criteria\nPrice rises of 3%, 4% and 5% are in the budget.",
)
EARLIER = (
    "Bidders shall have been awarded a contract by the Council within the last five years.",
    "The tenderer shall show:\n- at least one existing contract with Northmoor Homes",
)
NOT_EARLIER = (
    "The tenderer shall show:\n- one existing contract with a bank",
    "The contract will be awarded by the Council in May.",
)
TURNOVER = (
    "# Conditions of participation\n4.1 Turnover: £2 million in the last accounting year.",
    "We would expect your yearly turnover to be no smaller than £300,000.",
    "You must have an annual turnover of £5 million.",
    "A tenderer's yearly turnover should not be below £275,000.",
)
NO_TURNOVER = (
    "# About us\nTurnover: £2 million in the last accounting year.",
    "# Our requirements\nThe turnover of staff is high.",
    "To count as small, bidders must have a turnover of no more than £400,000.",
    "Bidders must have their turnover checked.",
)
BONDS = (
    "A bond from a bank or insurer for £10,000 is to be delivered before commencement.",
    "The Contractor shall provide a bank bond.",
)
PAID_SOON = (
    "The Council pays monthly in arrears, within 30 days.",
    "Providers are paid four weekly in arrears within 30 days.",
    "We settle bills within three weeks.",
)
NO_DAYS = ("The Council pays rent monthly. Reports come within 60 days.", "We settle disputes within three weeks.")
LISTED = (
    "To be considered, a firm is required to have:\n- a van;\n- CHAS and Constructionline Gold.",
    "You must hold:\n- ISO 9001",
    "The tenderer shall provide with its tender:\n- certification to ISO 14001",
)
NOT_LISTED = (
    "It helps if you have one of these, or an equal:\n- CHAS",
    "You must have the following, or equivalent:\n- ISO 9001",
    "The tenderer shall provide with its tender:\n- a quality plan along the lines of ISO 9001",
)
GAPS = ("Ask our officer, [NAME], on [PHONE NUMBER].", "Bids close on [CLOSING DATE].")
NO_GAPS = ("The contract is with Acme [UK] Ltd.", "# Form of tender\nSigned by [NAME] for the tenderer", "See [REF2].")


def cases(check_id: str, outcome: Outcome, *lists: tuple[str, ...], before: str = "") -> list[tuple[str, Outcome, str]]:
    """A row for each wording."""
    return [(check_id, outcome, before + words) for each in lists for words in each]


@pytest.mark.parametrize(
    ("check_id", "outcome", "words"),
    [
        *cases("damages-and-credits", Outcome.PASSED, NO_PENALTIES),
        *cases("damages-and-credits", Outcome.CANNOT_TELL, NO_WORD_ON_PENALTIES),
        *cases("damages-and-credits", Outcome.FAILED, PENALTIES),
        *cases("unlimited-liability", Outcome.PASSED, LIMITED),
        *cases("unlimited-liability", Outcome.CANNOT_TELL, NO_WORD_ON_LIMITS),
        *cases("parent-guarantee", Outcome.PASSED, NO_GUARANTEE),
        *cases("parent-guarantee", Outcome.CANNOT_TELL, NO_WORD_ON_GUARANTEES),
        *cases("parent-guarantee", Outcome.FAILED, GUARANTORS),
        *cases("previous-contract", Outcome.FAILED, ("Northmoor Homes.",), before=NAMED_BEFORE),
        *cases("previous-contract", Outcome.INAPPLICABLE, ("Oakvale College.", "landlords."), before=NAMED_BEFORE),
        *cases("previous-contract", Outcome.FAILED, EARLIER, before="Northmoor Homes invites tenders.\n\n"),
        *cases("previous-contract", Outcome.INAPPLICABLE, NOT_EARLIER, before="Northmoor Homes invites tenders.\n\n"),
        *cases("turnover-cap", Outcome.FAILED, TURNOVER),
        *cases("turnover-cap", Outcome.INAPPLICABLE, NO_TURNOVER),
        *cases("performance-bond", Outcome.FAILED, BONDS),
        *cases("core-costs", Outcome.FAILED, ("Bidders may not charge more than 8% for head office costs.",)),
        *cases("payment-in-30-days", Outcome.PASSED, PAID_SOON),
        *cases("payment-in-30-days", Outcome.INAPPLICABLE, NO_DAYS),
        *cases("insurance-before-award", Outcome.FAILED, WITH_THE_BID),
        *cases("insurance-before-award", Outcome.PASSED, NOT_WITH_THE_BID),
        *cases("audited-accounts", Outcome.PASSED, ANY_ACCOUNTS),
        *cases("audited-accounts", Outcome.FAILED, AUDITED),
        *cases("selection-below-threshold", Outcome.FAILED, STAGES),
        *cases("selection-below-threshold", Outcome.PASSED, NO_STAGES),
        *cases("payment-structure", Outcome.FAILED, WAITS),
        *cases("payment-structure", Outcome.PASSED, DOES_NOT_WAIT),
        *cases("payment-structure", Outcome.INAPPLICABLE, NO_WORD_ON_PAYING),
        *cases("scoring-explained", Outcome.PASSED, MARKS, before=CRITERIA),
        *cases("scoring-explained", Outcome.FAILED, NO_MARKS, before=CRITERIA),
        *cases("scoring-explained", Outcome.INAPPLICABLE, ("The award goes to the lowest price only.",)),
        *cases("tupe-information", Outcome.PASSED, STAFF),
        *cases("tupe-information", Outcome.FAILED, NO_WORD_ON_STAFF[:1]),
        *cases("tupe-information", Outcome.CANNOT_TELL, NO_WORD_ON_STAFF[1:]),
        *cases("equivalent-accepted", Outcome.FAILED, LISTED),
        *cases("equivalent-accepted", Outcome.PASSED, NOT_LISTED),
        *cases("placeholders", Outcome.FAILED, GAPS),
        *cases("placeholders", Outcome.PASSED, NO_GAPS),
        *cases("weights-add-up", Outcome.FAILED, SHORT_OF_A_HUNDRED),
        *cases("weights-add-up", Outcome.INAPPLICABLE, NO_WEIGHTS),
        *cases("user-involvement", Outcome.PASSED, USERS),
        *cases("user-involvement", Outcome.FAILED, NO_USERS),
        *cases("answers-in-time", Outcome.PASSED, ANSWERS, before=DATES),
        *cases("answers-in-time", Outcome.FAILED, LATE_ANSWERS, before=DATES),
        *cases("answers-in-time", Outcome.CANNOT_TELL, NO_DAY_OF_ANSWERS, before=DATES),
    ],
)
def test_a_wording_is_answered_as_a_careful_person_would(check_id: str, outcome: Outcome, words: str) -> None:
    assert ask(check_id, OPEN + words, on="2026-11-25").outcome is outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (f"{LIVE}Tenders: by noon on 15 March 2027.", Outcome.PASSED),
        (f"{LIVE}Tenders: by noon on 9 February 2027.", Outcome.FAILED),
        ("Notice of closure and live music: 2 February 2027.\n\nTenders: by 15 March 2027.", Outcome.CANNOT_TELL),
        (f"{LIVE}Tenders: see page 2. Parking: by 15 March 2027.", Outcome.CANNOT_TELL),
    ],
)
def test_days_in_plain_words_tell_the_time_to_bid(words: str, outcome: Outcome) -> None:
    assert ask("lead-in-time", f"# Invitation to tender\n{words}", on="2026-11-25").outcome is outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The Authority has a maximum budget of £150,000 (ex VAT).", Outcome.PASSED),
        ("The Trust estimates its value at £150,000 in total, excluding VAT.", Outcome.PASSED),
        ("The Authority has an annual budget of £150,000.", Outcome.CANNOT_TELL),
    ],
)
def test_the_most_that_a_buyer_can_pay_is_what_the_contract_is_worth(words: str, outcome: Outcome) -> None:
    asked = f"# Invitation to tender\n{words}\n\nPublic liability insurance of £5 million is required."
    assert ask("insurance-level", asked, on="2026-11-25").outcome is outcome
