"""Facts in the words of small and plain-speaking buyers: letters, e-mails, briefs, charities and works contracts."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import Money, as_data


def read(text: str, name: str) -> list[object]:
    facts = Facts(Passages(pack(text)))
    found = [fact.value for fact in facts.all(name)]
    return [float(value.most) if isinstance(value, Money) else as_data(value) for value in found]


DATES = [
    ("Closing date for tenders: 09.03.26 at 12 noon", "submission_deadline", ["2026-03-09T12:00"]),
    ("4 May 2026\n\nPlease give us a quotation for washing windows from 1 June 2026 to 31 May 2028.\n\nQuotations must"
     " reach me by noon on Monday 18th May.", "submission_deadline", ["2026-05-18T12:00"]),
    ("No query will be answered after Thursday 4 June 2026.", "clarification_deadline", ["2026-06-04"]),
    ("The garden may be seen on 6 May 2026 at 2pm.", "site_visit", ["2026-05-06T14:00"]),
    ("| Accompanied tour of the depot (book first) | 6 May 2026 |\n| Deadline for tenders | 20 May 2026 |",
     "site_visit", ["2026-05-06"]),
    ("The depot may be inspected on 6 May 2026 by appointment.", "award_date", []),
    ("We will let you know by 12 June 2026.", "award_date", ["2026-06-12"]),
    ("The Trust will decide on 12 June 2026.", "award_date", ["2026-06-12"]),
    ("The papers go to the Board on 12 June 2026, at which the contract will be awarded.", "award_date",
     ["2026-06-12"]),
    ("| Assessment summaries sent | 12 June 2026 |", "award_date", ["2026-06-12"]),
    ("| Invitations to interview | 2 June 2026 |", "interview_date", []),
    ("Date for possession: 5 October 2026.", "contract_start", ["2026-10-05"]),
    ("Date for completion: 5 April 2027.", "contract_end", ["2027-04-05"]),
    ("The agreement will be for four years from 5 October 2026.", "contract_start", ["2026-10-05"]),
    ("Contracts will be awarded on 1 September 2026 and will begin on 5 October 2026.", "contract_start",
     ["2026-10-05"]),
    ("The present window cleaning contract ends on 31 May 2026.", "contract_end", []),
    ("Guide for applicants\n\nBrief published 4 May 2026.", "issue_date", ["2026-05-04"]),
]  # fmt: skip
VALUES = [
    ("| Lot | Estimated annual value | Estimated value over 4 years |\n| 1 | £50,000 | £200,000 |",
     [200000.0], [50000.0]),
    ("The budget is £9,000 for the first year and £7,000 for each later year.", [], [9000.0, 7000.0]),
    ("The sum available is £45,000 for 2027/28.", [], [45000.0]),
    ("The contract value is £60,000 a year; £300,000 if every extension is used.", [300000.0], [60000.0]),
    ("We have roughly £4-5k to spend on this.", [5000.0], []),
    ("The cost plan puts the works at £310,000.", [310000.0], []),
    ("The Department spends about £3m a year on surveys of all kinds.", [], []),
    ("| Reference | GC/12 |\n| Estimated spend | £20,000 per annum |\n| Length | Two years |", [], [20000.0]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), DATES, ids=[text[:40] for text, _, _ in DATES])
def test_steps_are_found_in_plain_words(text: str, name: str, expected: list[str]) -> None:
    assert read(text, name) == expected


@pytest.mark.parametrize(("text", "total", "yearly"), VALUES, ids=[text[:40] for text, _, _ in VALUES])
def test_values_are_found_in_plain_words(text: str, total: list[float], yearly: list[float]) -> None:
    assert (read(text, "contract_value_total"), read(text, "contract_value_annual")) == (total, yearly)


def test_options_that_are_each_of_a_length_are_multiplied() -> None:
    text = "The contract has an initial period of one year with three options to extend, each of 12 months."
    assert read(text, "term_extension_months") == [36]


def test_a_contract_of_years_has_that_term() -> None:
    assert read("We are tendering for a contract of four (4) years.", "term_initial_months") == [48]


CRITERIA = [
    ("Quality is made up of: care model 30%, staffing 20% and training 10%.",
     "The tender is judged on quality (60%) and price (40%).",
     [("care model", 30, "quality"), ("staffing", 20, "quality"), ("training", 10, "quality")]),
    ("Technical questions: Q1 Method (weight 30); Q2 Safety (weight 20); Q3 Plant (weight 10).",
     "The tender is judged on technical (60%) and price (40%).",
     [("Q1 Method", 30, "technical"), ("Q2 Safety", 20, "technical"), ("Q3 Plant", 10, "technical")]),
    ("We will score proposals like this: ideas 40%, team 40%, value for money 20%.", "",
     [("ideas", 40, None), ("team", 40, None), ("value for money", 20, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "above", "expected"), CRITERIA, ids=[text[:40] for text, _, _ in CRITERIA])
def test_criteria_are_found_in_sentences(text: str, above: str, expected: list[tuple[str, int, str | None]]) -> None:
    facts = Facts(Passages(pack(f"# Award criteria\n\n{above}\n\n{text}")))
    found = [fact.value for fact in facts.all("award_criteria")]
    assert [(each.name, int(each.weight or 0), each.parent) for each in found][-3:] == expected


def test_a_weight_in_an_aside_is_named_by_what_follows_it() -> None:
    text = "# Evaluation\n\nQuality is worth 60% (including a 15% weighting for social value) and price 40%."
    assert (read(text, "social_value_weight"), read(text, "price_weight")) == ([15], [40])


def test_all_on_price_is_the_whole_weight() -> None:
    assert read("# Award\n\nAward will be to the lowest price in each lot (100% price).", "price_weight") == [100]


def test_points_under_a_head_of_quality_are_shares_of_the_quality_weight() -> None:
    text = """# Award criteria

The tender is awarded on a 50:50 split of price and quality.

| Quality question | Points |
|---|---|
| Residents | 300 |
| Safety | 100 |
| Social value | 100 |
"""
    assert read(text, "social_value_weight") == [10]


def test_value_for_money_is_price_where_nothing_else_is() -> None:
    text = """# How we decide

| What we look at | Out of |
|---|---|
| Need | 45 |
| Reach | 30 |
| Value for money | 25 |
"""
    assert read(text, "price_weight") == [25]


def test_one_technical_criterion_among_many_is_not_all_the_quality() -> None:
    text = """# Evaluation

| Question | Weighting |
|---|---|
| Technical solution | 20% |
| Mobilisation | 20% |
| Price | 60% |
"""
    assert read(text, "quality_weight") == []


ONE_LINERS = [
    ("Payment: 30 days.", "payment_days", [30]),
    ("The Trust pays within 21 days.", "payment_days", [21]),
    ("Your account will be settled within 28 days of the end of the month.", "payment_days", [28]),
    ("Final date for payment: 14 days from the due date.", "payment_days", [14]),
    ("Usual terms, 30 days from invoice, order number to be quoted.", "payment_days", [30]),
    ("Invoices will be paid within 5 working days where possible and always within 30 days.", "payment_days", [30]),
    ("You must hold motor insurance of £5 million, public liability insurance of £10 million and employers' liability"
     " of £2 million.", "insurance_public_liability", [10000000]),
    ("The contractor must hold public liability insurance of £5,000,000 and hirers' liability of £2,000,000.",
     "insurance_public_liability", [5000000]),
    ("Suppliers must hold cyber insurance of £2 million and professional indemnity insurance of £1 million.",
     "insurance_professional_indemnity", [1000000]),
    ("Employers' liability: £10m. Public liability: £5m. Professional indemnity: £2m in the annual aggregate.",
     "insurance_professional_indemnity", [2000000]),
    ("You will need PI of £1m and PL of £5m.", "insurance_public_liability", [5000000]),
    ("Bidders for Lot 1 must have a turnover of no less than £2m, and those for Lot 2 £1m.", "minimum_turnover",
     [2000000, 1000000]),
    ("Bidders need annual turnover of twice the annual value, that is £300,000.", "minimum_turnover", [300000]),
    ("Three years of accounts are needed.", "accounts_years", [3]),
    ("Please supply accounts for two years. These need not be audited.", "audited_accounts_required", [False]),
    ("Two sets of audited accounts must be given, or equivalent for those not audited.", "audited_accounts_required",
     [True]),
    ("The restricted procedure has been used.", "procedure", ["restricted"]),
    ("| Lot No. | Name | Value |\n| 1 | North | £1,000 |\n| 2 | South | £2,000 |", "lots", [2]),
    ("Questions to bids@pond.example.org. For help with the portal write to support@site.example.com.",
     "contact_email", ["bids@pond.example.org"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), ONE_LINERS, ids=[text[:40] for text, _, _ in ONE_LINERS])
def test_terms_are_found_in_plain_words(text: str, name: str, expected: list[object]) -> None:
    assert read(text, name) == expected


@pytest.mark.parametrize("text", [
    "# Quality\n\nQ2. Team (15%). No more than 400 words.",
    "# How to apply\n\nTell us, in no more than 400 words, who you are.",
    "# Quality\n\nMaximum length of each quality answer: 400 words.",
    "| Question | Character or word limit |\n| Q2 Team | 400 words |",
])  # fmt: skip
def test_limits_are_found_in_plain_words(text: str) -> None:
    limits = [fact.value for fact in Facts(Passages(pack(text))).all("page_or_word_limits")]
    assert [limit.words for limit in limits] == [400]


MORE = [
    ("The Council has put £9,000 (exclusive of VAT) in its budget.", "contract_value_total", [9000.0]),
    ("Our budget is no more than £12,000 including VAT.", "contract_value_total", [12000.0]),
    ("The maximum affordability is £90,000 per year. Over three years this amounts to £270,000.",
     "contract_value_total", [270000.0]),
    ("The agreement lasts two years. Estimated value (4 years): £80,000.", "term_initial_months", [24]),
    ("The RFQ went live on 4 May 2026.", "issue_date", ["2026-05-04"]),
    ("We will interview suppliers on the 8th and 9th June 2026, and intend to name the winner on 15 June 2026.",
     "interview_date", ["2026-06-08", "2026-06-09"]),
    ("We will interview suppliers on the 8th and 9th June 2026, and intend to name the winner on 15 June 2026.",
     "award_date", ["2026-06-15"]),
    ("| 4 May 2026 | Bidder visit to the park (optional) |\n| 18 May 2026 | Closing date for tenders |", "site_visit",
     ["2026-05-04"]),
    ("Quotes to me please by 4pm on 18 May 2026.", "submission_deadline", ["2026-05-18T16:00"]),
    ("The supplier must have turned over no less than £2m last year.", "minimum_turnover", [2000000]),
    ("Your bid must not be longer than ten pages and should give two referees.", "references_count", [2]),
    ("Insurance: clinical negligence £10m, employers' liability £5m.", "insurance_employers_liability", [5000000]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), MORE, ids=[f"{name}: {text[:30]}" for text, name, _ in MORE])
def test_more_is_found_in_plain_words(text: str, name: str, expected: list[object]) -> None:
    assert read(text, name) == expected


def test_a_limit_stands_in_a_column_headed_limit() -> None:
    text = "| Question | Marks | Limit |\n|---|---|---|\n| Method | 50 | 600 words |\n| Team | 50 | 3 pages |"
    limits = [fact.value for fact in Facts(Passages(pack(text))).all("page_or_word_limits")]
    assert [(limit.words, limit.pages) for limit in limits] == [(600, None), (None, 3)]


ROWS = """
| Action | By whom | Deadline |
|---|---|---|
| Publish tender documents | Trust | 4 May 2026 |
| Raise clarification questions | Bidders | 11 May 2026 |
| Answer questions | Trust | 13 May 2026 |
| Submit tenders | Bidders | 18 May 2026 (12:00) |
| Evaluate tenders | Trust | 25 May 2026 |
| Inform bidders of the result | Trust | 1 June 2026 |
"""


@pytest.mark.parametrize(("name", "expected"), [
    ("issue_date", ["2026-05-04"]), ("clarification_deadline", ["2026-05-11"]), ("answers_by", ["2026-05-13"]),
    ("submission_deadline", ["2026-05-18T12:00"]), ("award_date", ["2026-06-01"]),
])  # fmt: skip
def test_a_column_headed_deadline_names_no_step_by_itself(name: str, expected: list[str]) -> None:
    assert read(ROWS, name) == expected


STILL_MORE = [
    ("We wish to appoint auditors for four years from 1 May 2026.", "contract_start", ["2026-05-01"]),
    ("We wish to appoint auditors for four years from 1 May 2026.", "award_date", []),
    ("We wish to appoint auditors for four years from 1 May 2026.", "term_initial_months", [48]),
    ("The contract is for two years. The Council may prolong the contract by one year.", "term_extension_months", [12]),
    ("Release date: 4 May 2026", "issue_date", ["2026-05-04"]),
    ("Bidders must have: public liability £10,000,000; and a turnover of at least £900,000.", "minimum_turnover",
     [900000]),
    ("The fee should not exceed £8,000 per annum.", "contract_value_annual", [8000.0]),
    ("# Scoring\n\nPrice 70%, Quality 30% (method 20%, team 10%).", "price_weight", [70]),
    ("# Scoring\n\nPrice 70%, Quality 30% (method 20%, team 10%).", "quality_weight", [30]),
    ("Large print copies of this invitation may be had from the office.", "accessible_formats_offered",
     [["large print"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), STILL_MORE, ids=[f"{n}: {t[:30]}" for t, n, _ in STILL_MORE])
def test_still_more_is_found_in_plain_words(text: str, name: str, expected: list[object]) -> None:
    found = [list(each) if isinstance(each, tuple) else each for each in read(text, name)]
    assert found == expected


def test_the_length_of_an_answer_stands_behind_the_weight_of_its_question() -> None:
    text = """# Award criteria

Quality 70%, price 30%.

# Quality questions

- Method statement 1: Care – 40% (900 words)
- Method statement 2: Staff – 30% (700 words)
"""
    facts = Facts(Passages(pack(text)))
    weights = [int(fact.value.weight or 0) for fact in facts.all("award_criteria")]
    limits = [fact.value.words for fact in facts.all("page_or_word_limits")]
    assert (weights[-2:], limits) == ([40, 30], [900, 700])


LAST = [
    ("Price will count for 60%, programme for 15% and experience for 25%.", "price_weight", [60]),
    ("The Council needs a contractor to carry out repairs between 5 October 2026 and 29 January 2027.",
     "contract_start", ["2026-10-05"]),
    ("The Council needs a contractor to carry out repairs between 5 October 2026 and 29 January 2027.",
     "contract_end", ["2027-01-29"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), LAST, ids=[f"{name}: {text[:30]}" for text, name, _ in LAST])
def test_works_and_their_weights_in_plain_words(text: str, name: str, expected: list[object]) -> None:
    assert read(text, name) == expected


def test_marks_of_the_whole_stand_beside_a_table_of_its_parts() -> None:
    text = """# Scoring

Technical (60 marks), Commercial (40 marks).

| Technical question | Marks |
|---|---|
| T1 Survey | 35 |
| T2 Safety | 25 |
"""
    found = [fact.value for fact in Facts(Passages(pack(text))).all("award_criteria")]
    assert [(each.name, each.parent) for each in found] == [
        ("Technical", None), ("Commercial", None), ("T1 Survey", "Technical"), ("T2 Safety", "Technical"),
    ]  # fmt: skip


def test_a_step_of_the_timetable_is_no_title() -> None:
    text = "| Step | Date |\n|---|---|\n| Evaluation and moderation | 4 May 2026 |\n| Award | 1 June 2026 |"
    assert read(text, "title") == []
