"""Wordings of notices, briefs and letters as officers write them, and what looks like them and is something else."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data


def told(text: str, *names: str) -> list[object]:
    """Return what each fact is said to be, None where it is not said."""
    facts = Facts(Passages(pack(text)))
    found = [facts.chosen(name) for name in names]
    return [None if fact is None else as_data(fact.value) for fact in found]


def row(label: str, cell: str) -> str:
    return f"| {label} | {cell} |\n"


TABLE = "# Timetable\n\n| Step | Date |\n|---|---|\n"


@pytest.mark.parametrize(
    "written",
    [
        "Monday 2nd March 2026", "Monday 2ndMarch 2026", "2nd March 2026", "March 2nd, 2026", "2 March 2026",
        "2ndMarch, 2026",
    ],
)  # fmt: skip
def test_a_month_run_on_to_its_day_is_read(written: str) -> None:
    assert told(f"Tenders must be returned by {written} at noon.", "submission_deadline") == ["2026-03-02T12:00"]


@pytest.mark.parametrize("text", ["The 2nd marchers go first.", "Lot 1 stands beside Lot 2.", "the 1st Mayoral visit"])
def test_a_word_that_begins_like_a_month_is_none(text: str) -> None:
    assert told(f"Tenders must be returned by noon. {text}", "submission_deadline") == [None]


@pytest.mark.parametrize(
    ("line", "issued", "closes"),
    [
        ("Key dates: Opening date: 5 January 2026 Submission deadline: 2 February 2026", "2026-01-05", "2026-02-02"),
        ("Key dates: Issued: 5 January 2026. Closing date: 2 February 2026.", "2026-01-05", "2026-02-02"),
        ("Deadlines: Publication: 5 January 2026; tender return: 2 February 2026", "2026-01-05", "2026-02-02"),
    ],
)
def test_of_labels_in_one_line_the_last_names_the_date(line: str, issued: str, closes: str) -> None:
    assert told(f"# Invitation to tender\n\n{line}\n", "issue_date", "submission_deadline") == [issued, closes]


def test_an_award_deadline_is_no_deadline_for_tenders() -> None:
    rows = row("Deadline for tenders", "2 March 2026") + row("Decision and award deadline", "23 March 2026")
    assert told(TABLE + rows, "submission_deadline", "award_date") == ["2026-03-02", "2026-03-23"]


def test_the_start_of_the_contract_goes_before_a_first_meeting() -> None:
    rows = row("Inception meeting", "3 June 2026") + row("Contract commencement", "8 June 2026")
    assert told(TABLE + rows, "contract_start") == ["2026-06-08"]
    assert told(TABLE + row("Inception meeting", "3 June 2026"), "contract_start") == ["2026-06-03"]


@pytest.mark.parametrize(
    ("opening", "closing", "issued"),
    [
        ("5 January 2026", "2 February 2026", "2026-01-05"),
        ("2 February 2026", "2 February 2026", None),
        ("3 February 2026", "2 February 2026", None),
    ],
)
def test_an_opening_after_the_deadline_is_that_of_the_tenders(opening: str, closing: str, issued: str | None) -> None:
    assert told(TABLE + row("Opening", opening) + row("Return of tenders", closing), "issue_date") == [issued]


@pytest.mark.parametrize(
    ("text", "answers", "closes"),
    [
        (
            "Clarification questions by 25 September 2026. Responses by 2 October 2026. Tenders by 16 October 2026.",
            "2026-10-02", "2026-10-16",
        ),
        (
            TABLE + row("Last questions", "25 September 2026") + row("Responses", "2 October 2026")
            + row("Tender return", "16 October 2026"), "2026-10-02", "2026-10-16",
        ),
        ("Questions by 25 September 2026. Responses by 2 October 2026.", None, "2026-10-02"),
        (
            TABLE + row("Questions", "25 September 2026") + row("Responses due", "16 October 2026")
            + row("Interviews", "20 October 2026"), None, "2026-10-16",
        ),
    ],
)  # fmt: skip
def test_responses_between_questions_and_tenders_are_the_buyers(text: str, answers: str | None, closes: str) -> None:
    assert told(text, "answers_by", "submission_deadline") == [answers, closes]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The overall budget range for both phases is £150,000 and £175,000 excluding VAT.", 150_000, 175_000),
        ("The budget range is between £150,000 and £175,000 excluding VAT.", 150_000, 175_000),
        ("Contract: up to £5,600 available, to include VAT and expenses.", None, 5_600),
        ("Commission fee: £5,600 including VAT", 5_600, 5_600),
    ],
)
def test_values_are_read_from_short_briefs(text: str, least: int | None, most: int) -> None:
    [value] = told(f"# Brief\n\n{text}\n", "contract_value_total")
    assert isinstance(value, dict)
    assert (value["min"], value["max"]) == (least, most)


@pytest.mark.parametrize(
    "text",
    ["The programme was awarded a grant of £198,000.", "Contractors: the van costs £9,000.", "Deposit: £5,600"],
)
def test_money_of_other_things_is_no_value(text: str) -> None:
    assert told(f"# Brief\n\n{text}\n", "contract_value_total") == [None]


@pytest.mark.parametrize(
    ("text", "price", "quality"),
    [
        ("Cost (60%): a fixed yearly price. Quality (40%): technical merit, care for the environment, value, local"
         " knowledge and what the company can show of itself.", 60, 40),
        ("Quality (70%) – method, staff, mobilisation, safeguarding, equality, and how you would report to us each"
         " quarter. Price (30%) – the total of the price form.", 30, 70),
        ("The best price gets 50 marks. The best quality gets 50 marks.", 50, 50),
        ("Price 75 / Quality 25", 75, 25),
        ("Quality: 80; Cost: 20", 20, 80),
        ("Price (40), Quality (60)", 40, 60),
    ],
)  # fmt: skip
def test_weights_are_read_from_short_lines(text: str, price: int, quality: int) -> None:
    assert told(f"# How we choose\n\nBids are evaluated on:\n\n{text}\n", "price_weight", "quality_weight") == [
        price, quality,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Price 75 / Delivery 30", "Page 75 / Section 25", "Lot 1 price 75, lot 2 price 25", "Quality 50 / Technical 50"],
)
def test_two_numbers_that_share_out_nothing_are_no_weights(text: str) -> None:
    assert told(f"# Notes\n\n{text}\n", "price_weight") == [None]


def test_price_beside_a_criterion_of_another_kind_is_weighed() -> None:
    assert told("# How we choose\n\nPrice 75 / Delivery 25\n", "price_weight", "award_criteria")[0] == 75


@pytest.mark.parametrize(
    "text",
    [
        "If the work is late you pay £150 for every day until it is finished.",
        "We will take off £150 for each day that the work is late.",
        "If completion is delayed the contractor shall pay £500 per week to the Council.",
        "The Council will deduct £200 a day: £200 per day after the agreed completion date.",
        "You pay £75 for each calendar day until the works are complete.",
    ],
)
def test_a_sum_for_each_day_of_delay_is_liquidated_damages(text: str) -> None:
    assert told(f"# Conditions\n\n{text}\n", "liquidated_damages") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The day rate is £450 per day and includes travel.",
        "We pay £150 for each day that an assessor works.",
        "Hire costs £90 per week until the project ends.",
        "Skips cost £30 a week if returned late to the depot.",
    ],
)
def test_rates_by_the_day_are_no_damages(text: str) -> None:
    assert told(f"# Conditions\n\n{text}\n", "liquidated_damages") == [None]


def test_references_of_an_earlier_contract_are_not_asked_for() -> None:
    assert told("# References\n\nWe took up two references last time.\n", "references_count") == [None]
    text = "# References\n\nWe took up two references last time. Please give us three references.\n"
    assert told(text, "references_count") == [3]


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("OAKHAM PARISH COUNCIL is inviting tenders for\n\nGrass cutting\n", "Oakham Parish Council"),
        ("Fenland Growth Hub are calling for tenders to assess a programme of grants.", "Fenland Growth Hub"),
        ("In 2023, The Fen Archive Trust was awarded a grant of £198,000. We seek an evaluator.", "Fen Archive Trust"),
        ("Organisation the work is for\n\nFenland District Council\n", "Fenland District Council"),
    ],
)
def test_buyers_are_known_by_what_they_do(text: str, buyer: str) -> None:
    assert told(f"# Invitation to tender\n\n{text}\n", "buyer_name") == [buyer]


@pytest.mark.parametrize(
    "text",
    [
        "Payment will be made via Bacs. Where the Services have been properly delivered, payment is due.",
        "Commercial Lease for Council-Owned Café\n\nBids are welcome.",
    ],
)
def test_words_that_begin_a_sentence_and_half_of_a_word_are_no_buyer(text: str) -> None:
    assert told(f"# Invitation to tender\n\n{text}\n", "buyer_name") == [None]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("INVITATION TO TENDER (ITT) Oakham Playground Refurbishment\n\nOakham Parish Council\n",
         "Oakham Playground Refurbishment"),
        ("Consultant tender instructions: Interpretation Specialist\n\nFen Museum\n", "Interpretation Specialist"),
        ("Title\n\nGrounds Maintenance Contract 2025-2030\n", "Grounds Maintenance Contract 2025-2030"),
        ("Title:\n\nGrounds Maintenance.\n", "Grounds Maintenance"),
        ("Deadline for return of Tender: 14 June 2026 (12 noon)\n\nInvitation to Tender: Fen Walks Update\n",
         "Fen Walks Update"),
        ("Oakham Town Council invites tenders for the provision of Audit Services for a three (3) year period from"
         " 1 April 2026 to 31 March 2029.\n", "provision of Audit Services"),
    ],
)  # fmt: skip
def test_titles_are_read_without_what_hangs_on_to_them(text: str, title: str) -> None:
    assert told(text, "title") == [title]


def test_a_published_line_is_no_title() -> None:
    assert told("Oakham Council\n\nPublished 9 July 2025, 2:30pm\n\nScope\n", "title") == [None]


def test_the_days_of_a_contract_tell_its_term_better_than_the_years_of_its_name() -> None:
    text = "# Winter Service Contract 2025-2027\n\nContract dates\n\n- 1 October 2025 to 30 April 2027\n"
    assert told(text, "term_initial_months") == [19]


@pytest.mark.parametrize(
    "text", ["The process is based on the ‘Open’ tendering procedure.", 'The "Open" procedure is used.']
)
def test_a_procedure_in_quotation_marks_is_read(text: str) -> None:
    assert told(f"# Process\n\n{text}\n", "procedure") == ["open"]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Budget: approximately £50-55,000 for the whole contract", 50_000, 55_000),
        ("Budget: £9-10,000 including VAT", 9_000, 10_000),
        ("Budget: £950-1,200 including VAT", 950, 1_200),
        ("Value\n\n£275,000", 275_000, 275_000),
        ("Budget range\n\nCapped at £30,000 - capped time and materials.", None, 30_000),
    ],
)
def test_short_ranges_and_lines_below_a_label_are_values(text: str, least: int | None, most: int) -> None:
    [value] = told(f"# Brief\n\n{text}\n", "contract_value_total")
    assert isinstance(value, dict)
    assert (value["min"], value["max"]) == (least, most)


def test_a_sum_a_month_is_no_year_where_the_whole_is_told() -> None:
    text = (
        "# Budget\n\nWe expect a budget of £100,000 per month. Therefore, the total budget is £900,000 excluding VAT"
        " for the nine-month term.\n"
    )
    [whole, yearly] = told(text, "contract_value_total", "contract_value_annual")
    assert isinstance(whole, dict)
    assert (whole["max"], yearly) == (900_000, None)
    [yearly] = told("# Budget\n\nThe contract value is £1,000 per month.\n", "contract_value_annual")
    assert isinstance(yearly, dict)
    assert yearly["max"] == 12_000


def test_a_sum_in_a_question_is_no_value() -> None:
    text = "# Questions\n\nQ) The portal mentions a budget of £30,000, but the document £45,000. Which is it?\n"
    assert told(text, "contract_value_total") == [None]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ('The initial term of the Contract shall commence on 1st April 2026 (the "Commencement Date") and shall'
         " terminate on 31st March 2030.", "2026-04-01", "2030-03-31"),
        ("Term: 30 May 2026 to 30 November 2026", "2026-05-30", "2026-11-30"),
        ("We wish to commission this piece of work, which must conclude no later than 1st March 2027.", None,
         "2027-03-01"),
        ("The Council invites tenders for the Parish Contractor, to run from 18th May 2026 for a period of one year.",
         "2026-05-18", None),
        ("The tender is for the grounds maintenance contract, which is due for renewal from April 2026.", "2026-04",
         None),
        ("The Agreement will be awarded for twelve years, with the option to extend until 31st March 2050.", None,
         None),
    ],
)  # fmt: skip
def test_the_ends_of_contracts_are_read(text: str, start: str | None, end: str | None) -> None:
    assert told(f"# Invitation to tender\n\n{text}\n", "contract_start", "contract_end") == [start, end]


@pytest.mark.parametrize(
    ("text", "closes", "asks", "meets"),
    [
        ("Shortlisted candidates will be notified on 14 September 2026 and interviews will be held in the week of"
         " 17 September 2026.", None, None, "2026-09-17"),
        ("Interested suppliers must express their interest by 20 July 2026, with enquiries ending by 14 July 2026.",
         "2026-07-20", "2026-07-14", None),
    ],
)  # fmt: skip
def test_two_steps_in_one_sentence_are_told_apart(
    text: str, closes: str | None, asks: str | None, meets: str | None
) -> None:
    names = ("submission_deadline", "clarification_deadline", "interview_date")
    assert told(f"# Timetable\n\n{text}\n", *names) == [closes, asks, meets]


def test_the_day_on_which_a_page_was_changed_is_no_step() -> None:
    names = ("answers_by", "issue_date")
    assert told("# Tender\n\nClarification questions and answers (updated 12/10/2026)\n", *names) == [None, None]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("The support will be sustained beyond the lifetime of the 3-year grant programme.", None),
        ("We supported fourteen organisations to carry out research work from 2025 to 2026.", None),
        ("The contract runs for the period 2026 to 2029.", 36),
    ],
)
def test_the_time_of_a_programme_is_no_term(text: str, months: int | None) -> None:
    assert told(f"# Background\n\n{text}\n", "term_initial_months") == [months]


def test_an_extension_that_is_not_meant_is_none() -> None:
    text = "The Trust does not intend to extend the contract by a single extension period of 15 years."
    assert told(f"# Term\n\n{text}\n", "term_extension_months") == [None]


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("Fenland City Council (The Authority) is seeking tenders for a framework.", "Fenland City Council"),
        ("Oakham Parish Council are very excited to announce that the invitation to tender is now live.",
         "Oakham Parish Council"),
        ("Oakham Town Council oversees the lights in the High Street and is inviting tenders.", "Oakham Town Council"),
        ("Oakham Parish Council has put its grass cutting contract out to tender.", "Oakham Parish Council"),
        ("The invitation to tender for the Play Area Project is now live.", None),
        ("Organisation the work is for\n\nFenland Research and Innovation (FRI)\n",
         "Fenland Research and Innovation"),
    ],
)  # fmt: skip
def test_buyers_are_known_in_notices(text: str, buyer: str | None) -> None:
    assert told(f"# Tender\n\n{text}\n", "buyer_name") == [buyer]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Oakham Christmas Lights\n\nOakham Town Council is seeking a contractor.\n", "Oakham Christmas Lights"),
        ("Tender Opportunity: Fen Village Study\n\nThe Trust seeks a researcher.\n", "Fen Village Study"),
        ("Procurement & Timetable\n\nThe Council will appoint a partner.\n", None),
        ("Contracts and Tenders\n\nThe Council is seeking a contractor.\n", None),
        ("The Council is seeking a contractor for its lights.\n\nBids are welcome.\n", None),
    ],
)
def test_the_first_line_is_the_title_where_nothing_else_is(text: str, title: str | None) -> None:
    assert told(text, "title") == [title]


def test_a_telephone_number_below_its_label_is_read() -> None:
    text = "# About the buyer\n\nContact name\n\nA. Writer\n\nTelephone\n\n+44 1632960122\n"
    assert told(text, "contact_phone") == ["+44 1632960122"]


def test_lots_are_counted_beside_the_word_framework() -> None:
    text = (
        "The Framework will be split into the following Lots. Lot 1 - Contract Audits Lot 2 - Project Audits Lot 3 -"
        " Technology Lot 4 - General Audits. Bidders may bid for all. The initial term of the Framework is three years."
    )
    assert told(f"# Framework\n\n{text}\n", "lots") == [4]


def test_a_project_that_has_begun_is_no_start_of_the_contract() -> None:
    text = "# Brief\n\nThe project commenced in January 2026 with six partners. {}\n"
    assert told(text.format("Bids are welcome."), "contract_start") == [None]
    assert told(text.format("The contract commences on 1 May 2026."), "contract_start") == ["2026-05-01"]
    assert told("# Brief\n\nThe work must be commenced by 1 May 2026.\n", "contract_start") == ["2026-05-01"]


@pytest.mark.parametrize(
    "line",
    [
        "BCU-ITT-44025", "THE PARISH HALL, 19 MALDON ROAD, OAKHAM, LE15 7DW", "19th March – 8th June 2026",
        "Buyer Address: Fen House, Oakham", "Procurement process & timetable",
    ],
)  # fmt: skip
def test_references_addresses_and_dates_are_no_titles(line: str) -> None:
    assert told(f"Tender\n\n{line}\n\nThe Council seeks a contractor for its lights.\n", "title") == [None]


@pytest.mark.parametrize(
    "name",
    [
        "Creative Commission to Transform Fenland Museum's Stair Hall",
        "Museum Development Consultant – Fenland Museum",
        "Evaluation of the Fenland Museum Project",
    ],
)
def test_a_title_that_holds_the_name_of_a_body_is_a_title(name: str) -> None:
    assert told(f"Invitation to Quote: {name}\n\nFenland District Council\n", "title") == [name]


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("Public Art Commission, The Fen Hall Ltd\n\nThe Fen Hall Ltd wishes to commission an artist.",
         "Fen Hall Ltd"),
        ("Fenland University Health Board in partnership with Oak Cancer Support wishes to invite proposals.",
         "Fenland University Health Board"),
        ("Oakham Council, The Square, Oakham, is inviting tenders. Oakham Council will choose.", "Oakham Council"),
    ],
)  # fmt: skip
def test_buyers_beside_partners_and_addresses_are_read(text: str, buyer: str) -> None:
    assert told(text, "buyer_name") == [buyer]


@pytest.mark.parametrize(
    ("said", "vat"),
    [
        ("£4,500, inclusive of all fees, expenses, materials and VAT where appropriate", "incl"),
        ("£4,500, including travel, materials and installation; VAT is extra", "excl"),
        ("£4,500, covering fees, travel and materials", "unknown"),
    ],
)
def test_vat_at_the_end_of_a_list_is_included(said: str, vat: str) -> None:
    [value] = told(f"# Brief\n\nThe budget for the commission is {said}.\n", "contract_value_total")
    assert isinstance(value, dict)
    assert value["vat"] == vat


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Work: to take place between June and August 2026, exact dates to be agreed.", "2026-06", "2026-08"),
        ("Proposed contract period: November to March 2027", "2026-11", "2027-03"),
        ("Contract period: April–September 2026", "2026-04", "2026-09"),
        ("Contract period: April 2026 – March 2027", "2026-04", "2027-03"),
    ],
)
def test_two_months_share_the_year_of_the_second(text: str, start: str, end: str) -> None:
    assert told(f"# Brief\n\n{text}\n", "contract_start", "contract_end") == [start, end]


@pytest.mark.parametrize("text", ["Bids may and must be sent to the Clerk.", "Ask May or June in the office."])
def test_months_without_a_year_that_follows_are_no_dates(text: str) -> None:
    assert told(f"# Brief\n\n{text}\n", "contract_start", "submission_deadline") == [None, None]


def test_the_day_of_a_law_is_no_start_of_the_contract() -> None:
    text = "The Fen Authority Regulations 2014 with an effective date of 6th June 2014, regulation 25, requires a levy."
    assert told(f"# Terms\n\n{text}\n", "contract_start") == [None]


def test_a_term_is_reckoned_from_days_below_their_labels() -> None:
    text = "# Contract summary\n\nContract start date\n\n1 August 2026\n\nContract end date\n\n31 December 2028\n"
    assert told(text, "term_initial_months") == [29]
    text = "# Exhibition\n\nStart date\n\n1 August 2026\n\nEnd date\n\n31 December 2028\n"
    assert told(text, "term_initial_months") == [None]


def test_the_last_of_several_councils_is_named_without_the_one_before() -> None:
    text = "Fen Chase District Council, Reed District Council, South Fenland District Council, Marsh District Council"
    text += " and Oakham Borough Council (the councils) wish to invite a consultant."
    assert told(f"# Scope\n\n{text}\n", "buyer_name") == ["Oakham Borough Council"]


def test_a_body_behind_its_label_on_one_line_is_read() -> None:
    text = "# Brief\n\nOrganisation the work is for Fenland Research and Innovation (FRI)\n"
    assert told(text, "buyer_name") == ["Fenland Research and Innovation"]


@pytest.mark.parametrize("joint", ["{}\n\n{}", "{} {}", "Q: {} A: {}"])
@pytest.mark.parametrize(
    ("question", "answer", "name", "value"),
    [
        ("How much is the contract worth?", "About £40,000 a year.", "contract_value_annual", 40_000),
        ("What is your budget?", "£40,000 in all.", "contract_value_total", 40_000),
        ("How much can you pay?", "We have £40,000.", "contract_value_total", 40_000),
        ("How much did it cost last time?", "£38,000.", "contract_value_total", None),
        ("How much insurance do we need?", "£5 million.", "contract_value_total", None),
        ("How much do you pay for each visit?", "£400.", "contract_value_total", None),
        ("What turnover must we have?", "£400,000.", "contract_value_total", None),
        ("When does it start?", "On 1 April 2026.", "contract_start", "2026-04-01"),
        ("When will the contract begin?", "1 April 2026.", "contract_start", "2026-04-01"),
        ("When did the last contract begin?", "1 April 2023.", "contract_start", None),
        ("How long does it run?", "Three years.", "term_initial_months", 36),
    ],
)
def test_questions_and_answers_on_one_line_are_read(
    joint: str, question: str, answer: str, name: str, value: object
) -> None:
    [found] = told(f"# Questions and answers\n\n{joint.format(question, answer)}\n", name)
    assert (found["max"] if isinstance(found, dict) else found) == value
