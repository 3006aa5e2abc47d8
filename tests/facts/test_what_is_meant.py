"""Facts that must mean what they say: words that look like a fact and are of something else."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.facts.places import terms_of
from tenderlint.testing import pack
from tests.facts.facts_read import chosen, read

HEAD = "# Invitation to tender\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "In May 2025, the Government published a Code of Conduct for its suppliers.",
        "The Board launched its new five-year plan in May 2025.",
        "In March 2025 the Council published its Carbon Reduction Strategy.",
        "The regulator issued a revised charter on 3 March 2025.",
        "On 4 April 2025 the University released the Procurement Policy that bidders must follow.",
        "The Trust adopted the Living Wage standard in June 2025.",
    ],
)
def test_a_paper_of_policy_that_came_out_is_not_the_day_of_issue(words: str) -> None:
    assert read(f"{HEAD}{words}", "issue_date") == []


@pytest.mark.parametrize(
    "words",
    [
        "The Council published the tender documents on 3 March 2025.",
        "The invitation was issued on 3 March 2025.",
        "On 3 March 2025 the Trust published a contract notice.",
        "We published this brief on 3 March 2025.",
        "Issue date: 3 March 2025",
        "The Council issued its invitation to tender on 3 March 2025.",
    ],
)
def test_the_day_on_which_the_pack_came_out_is_its_day_of_issue(words: str) -> None:
    assert [str(value) for value in read(f"{HEAD}{words}", "issue_date")] == ["3 March 2025"]


@pytest.mark.parametrize(
    "words",
    [
        "The Supplier shall not make deductions from wages as a punishment.",
        "Employers must not make any unauthorised deductions from their pay.",
        "The provider makes no deductions from staff salaries for uniforms.",
    ],
)
def test_wages_that_are_not_cut_say_nothing_of_service_credits(words: str) -> None:
    assert read(words, "service_credits") == []


def test_a_buyer_that_makes_no_deductions_says_so() -> None:
    assert read("There are no penalties and no deductions under this contract.", "service_credits") == [False]


@pytest.mark.parametrize(
    "words",
    [
        "The TUPE Risk Premium shall apply for the contract period.",
        "A TUPE surcharge applies to the first year's price.",
        "TUPE costs means those of a person who is listed and will not be required in a new post.",
        "It is for the outgoing and the new supplier to agree the extent to which TUPE is to apply.",
        "TUPE advice will not be given by the Council.",
    ],
)
def test_what_has_tupe_in_its_name_does_not_say_whether_tupe_applies(words: str) -> None:
    assert read(words, "tupe") == ["mentioned"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The Council believes that TUPE will apply to this contract.", "applies"),
        ("TUPE applies.", "applies"),
        ("TUPE does not apply to this contract.", "does-not-apply"),
        ("The Council does not consider that TUPE applies.", "does-not-apply"),
        ("TUPE will not be applicable.", "does-not-apply"),
    ],
)
def test_whether_tupe_applies_is_read_where_it_is_said(words: str, value: str) -> None:
    assert read(words, "tupe") == [value]


@pytest.mark.parametrize(
    "words",
    [
        "[Please note: this schedule is not applicable for any contract under Northern Ireland law.]",
        "Where Scots law applies, clause 4 is replaced by the following.",
        "References to the courts of Scotland do not apply.",
        "For “English law” substitute “the law that the parties choose”.",
        "“Courts of England and Wales” is amended to read “Court of Session”.",
    ],
)
def test_a_nation_in_a_clause_that_is_not_used_is_not_the_nation(words: str) -> None:
    assert read(words, "nation") == []


def test_the_law_that_governs_the_contract_tells_the_nation() -> None:
    assert read("The contract is governed by Scots law.", "nation") == ["Scotland"]
    assert read("This agreement is subject to the laws of Northern Ireland.", "nation") == ["Northern Ireland"]


@pytest.mark.parametrize(
    "words",
    [f"{label}: Eastmoor Borough Council" for label in ("Authority", "Council", "The Authority")],
)
def test_the_buyer_is_read_behind_its_label(words: str) -> None:
    assert chosen(f"# Selection questionnaire\n\n{words}\n\n1.1 Name of organisation:", "buyer_name") == (
        "Eastmoor Borough Council"
    )


def test_a_help_desk_of_another_scheme_is_not_the_first_telephone() -> None:
    text = (
        "# Invitation to tender\n\nTenders are due on 3 July 2026.\n\n# 1 Commercial officer\n\n"
        "Email: pat.hale@eastmoor.example 01632 960011\n\n# 2 Deliveries\n\n"
        "DGHJ Helpdesk No. 01632 960099 (choose option 2)\n"
    )
    assert chosen(text, "contact_phone") == "01632 960011"


@pytest.mark.parametrize(
    "words",
    [
        "Indemnify the Council against any and all loss resulting from any act, neglect or default of the Contractor's"
        " employees or agents.",
        "The Provider shall indemnify the Trust against all losses, claims and costs arising from the negligence of its"
        " own staff.",
    ],
)
def test_an_indemnity_is_no_narrower_for_naming_the_employees_who_err(words: str) -> None:
    assert read(words, "unlimited_liability") == [True]


@pytest.mark.parametrize(
    "words",
    [
        "The Provider shall indemnify the Trust against all claims by employees under the Transfer Regulations.",
        "The Supplier shall indemnify the Buyer against all losses from an infringement of copyright.",
    ],
)
def test_an_indemnity_for_one_kind_of_claim_is_not_unlimited_liability(words: str) -> None:
    assert read(words, "unlimited_liability") == []


TERMS = "\n\n".join(
    f"# {number} {title}\n\nThe Supplier shall keep the Buyer free of liability, and shall not assign. {'word ' * 25}"
    for number, title in enumerate(("Definitions", "General", "Termination", "Confidentiality", "Notices"), 1)
)


def test_numbered_clauses_that_follow_the_title_of_the_terms_are_the_terms() -> None:
    found = terms_of(Passages(pack(f"{HEAD}Tenders are due soon.\n\n# Standardised Contracting Terms\n\n{TERMS}")))
    assert found is not None
    assert found.place.heading[-1].startswith("1 Definitions")


def test_numbered_sections_that_follow_another_title_are_not_the_terms() -> None:
    text = TERMS.replace("Definitions", "About us").replace("Termination", "The work")
    assert terms_of(Passages(pack(f"{HEAD}Tenders are due soon.\n\n# What we want\n\n{text}"))) is None


LABELLED = """
# Evaluation of quality: 40%
| Criteria | Weighting | Marks |
|---|---|---|
| 3.1 Starting the service | 10 | 50 |
| i) Plan | 5 | 25 |
| ii) People | 5 | 25 |
| 3.2 Running the service | 20 | 100 |
| i) Method | 10 | 50 |
| ii) Improvement | 10 | 50 |
| 3.3 Watching over it | 10 | 50 |
| Total | 40 | 200 |

# Price: 60%
"""


def test_a_second_roman_numeral_is_no_part_of_the_first() -> None:
    facts = Facts(Passages(pack(LABELLED))).award_criteria
    parents = {fact.value.name.split(" ", 1)[-1]: fact.value.parent for fact in facts}
    assert parents["People"] == parents["Plan"] == "3.1 Starting the service"
    assert parents["Improvement"] == parents["Method"] == "3.2 Running the service"
    assert parents["Watching over it"] != "3.2 Running the service"


@pytest.mark.parametrize(
    "words",
    [
        "The Building Regulations 2014 with an effective date of 6 June 2026, regulation 25, apply.",
        "The Procurement Act, having an effective date of 24 February 2025, governs this.",
    ],
)
def test_the_day_on_which_a_law_takes_effect_is_not_the_contracts_start(words: str) -> None:
    assert read(f"{HEAD}{words}", "contract_start") == []


@pytest.mark.parametrize(
    "words",
    [
        "If your most recent financial statements are for a period earlier than 12 months before the tender, say why.",
        "Where the balance sheet covers a period of less than 12 months, explain it.",
    ],
)
def test_the_age_of_accounts_is_no_term(words: str) -> None:
    assert read(f"{HEAD}{words}", "term_initial_months") == []


def test_records_that_the_buyer_may_inspect_are_no_audited_accounts() -> None:
    text = "The Contractor shall allow the accounts and records to be audited by auditors appointed by the Council."
    assert read(text, "audited_accounts_required") == []
    assert read("Please provide audited accounts for the last two years.", "audited_accounts_required") == [True]


@pytest.mark.parametrize(
    "words",
    [
        "If the data sheet says so, the buyer will grant a margin of preference of 15% on the prices of others.",
        "We award the contract and may grant an extension of time for it.",
    ],
)
def test_what_a_buyer_grants_is_not_a_grant(words: str) -> None:
    assert "grant" not in read(f"{HEAD}{words}", "agreement_type")


def test_a_grant_is_one_where_it_is_offered() -> None:
    assert "grant" in read("# Grants\n\nOrganisations may apply for a grant of £20,000.", "agreement_type")


def test_help_with_invoices_is_no_help_with_the_tender() -> None:
    text = (
        "# Invitation to tender\n\nTenders are due on 3 July 2026.\n\n# Electronic invoicing\n\nAnswers to questions on"
        " the system may be had from the help desk at help@pay.example or by calling 01632 960123."
    )
    assert read(text, "contact_email") == []
    assert read(text, "contact_phone") == []


def test_an_address_in_a_question_of_a_bidder_is_not_the_buyers() -> None:
    text = {
        "Questions and answers.md": "---\nrole: questions and answers\n---\n"
        "Should we send our tender through the portal or by e-mail to pat@eastmoor.example?\n\nThrough the portal."
    }
    assert read(text, "contact_email") == []


def test_money_before_the_work_is_no_term_of_payment() -> None:
    words = "Payment terms. {} 45 days of the invoice."
    assert read(HEAD + words.format("The advance payment is made within"), "payment_days") == []
    late = "If the Contractor has not received payment of an invoice within"
    assert read(HEAD + words.format(late), "payment_days") == []
    assert read(HEAD + words.format("The Council will pay within"), "payment_days") == [45]


def test_the_address_of_a_body_that_reviews_is_not_the_buyers() -> None:
    text = f"{HEAD}Tenders are due on 3 July 2026. Write to the Review Board at board@review.example with an appeal."
    assert read(text, "contact_email") == []


def test_the_day_from_which_a_levy_is_due_is_not_the_start_of_the_contract() -> None:
    levy = "The Contractor is required to pay a levy of 0.2% of his contract price with effect from {} 2026."
    assert read(HEAD + levy.format("May"), "contract_start") == []
    assert read(HEAD + levy.format("1 May"), "contract_start") == []
    assert read(f"{HEAD}The contract is let with effect from 1 May 2026.", "contract_start") != []
