"""What is asked of bidders is held against the contract's own value, and nothing is made of what only sounds hard."""

from __future__ import annotations

import datetime as dt

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.thresholds import Side, threshold_of
from tests.checks.asking import ask, book

WORTH = "# The contract\nThe contract is worth £200,000 over its whole life.\n\n"


def side(text: str, day: str, authority: str) -> Side:
    facts = Facts(Passages(pack(text)))
    return threshold_of(facts, book().law.on("PA2023", dt.date.fromisoformat(day)), authority).side


@pytest.mark.parametrize(
    ("day", "where"), [("2025-12-01", Side.BELOW), ("2026-01-05", Side.ABOVE)]
)
def test_210_000_pounds_with_vat_cross_the_line_of_councils_with_the_new_year(day: str, where: Side) -> None:
    text = "# Invitation to tender: office cleaning\nThe contract is worth £210,000 including VAT."
    assert side(text, day, "sub-central") is where


def test_175_000_pounds_without_vat_are_above_the_line_of_councils_where_vat_is_due() -> None:
    text = "# Invitation to tender: office cleaning\nThe contract is worth £175,000 excluding VAT."
    assert side(text, "2026-02-02", "sub-central") is Side.ABOVE
    exempt = text.replace("office cleaning", "welfare advice")  # no VAT may be due on it
    assert side(exempt, "2026-02-02", "sub-central") is Side.UNKNOWN


@pytest.mark.parametrize(
    ("what", "worth", "told"),
    [
        ("office cleaning", "£175,000 excluding VAT",
         "£175,000 without VAT (about £210,000 with it) is at or over the threshold of £207,720, which includes VAT"),
        ("office cleaning", "£90,000 excluding VAT",
         "£90,000 without VAT (about £108,000 with it) is under the threshold of £207,720, which includes VAT"),
        ("office cleaning", "£300,000 including VAT",
         "£300,000 with VAT is at or over the threshold of £207,720, which includes VAT"),
        ("office cleaning", "£300,000", "£300,000 is at or over the threshold of £207,720"),
        ("welfare advice", "£600,000 excluding VAT",
         "£600,000 without VAT is over the threshold"),
        ("welfare advice", "£175,000 excluding VAT", "turns on how much VAT is due on it"),
    ],
)  # fmt: skip
def test_a_sum_that_is_compared_with_the_threshold_says_what_the_pack_says_of_vat(
    what: str, worth: str, told: str
) -> None:
    facts = Facts(Passages(pack(f"# Invitation to tender: {what}\nThe contract is worth {worth}.")))
    law = book().law.on("PA2023", dt.date(2026, 2, 2))
    assert told in threshold_of(facts, law, "sub-central").why


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("The service falls outside the list of social and other specific services.", Side.ABOVE),
        ("For this service the full regime applies.", Side.ABOVE),
        ("This contract is not covered by the light touch regime.", Side.ABOVE),
        ("The procurement is subject to the full rules.", Side.ABOVE),
        ("The services are not light touch services.", Side.ABOVE),
        ("We do not know if it falls outside the list of social and other specific services.", Side.UNKNOWN),
        ("The full regime does not apply.", Side.UNKNOWN),
        ("We are not obliged to follow the full rules because this is a care service.", Side.UNKNOWN),
        ("Where a service is outside social and other specific services, other limits hold.", Side.UNKNOWN),
    ],
)
def test_a_pack_that_rules_light_touch_out_leaves_one_threshold(said: str, where: Side) -> None:
    text = f"# Invitation to tender: family support\n\n{said}\n\nThe contract is worth £350,000 including VAT."
    assert side(text, "2026-02-02", "sub-central") is where


def test_advocacy_for_three_years_and_two_more_at_60_000_is_below_the_light_touch_line() -> None:
    text = (
        "# Invitation to tender: advocacy\nThe services are light touch services. The annual value is £60,000 "
        "excluding VAT. The contract is for three years with the option to extend by up to two further years."
    )
    assert side(text, "2026-02-02", "sub-central") is Side.BELOW


@pytest.mark.parametrize(
    ("day", "where"), [("2025-12-01", Side.BELOW), ("2026-01-05", Side.ABOVE)]
)
def test_goods_of_137_000_pounds_cross_the_line_of_an_nhs_trust_with_the_new_year(day: str, where: Side) -> None:
    text = "# Invitation to tender: supply of beds\nThe contract is worth £137,000 including VAT."
    assert side(text, day, "central") is where


def test_services_whose_kind_is_not_told_may_be_light_touch() -> None:
    text = "# Invitation to tender: outreach\nThe contract is worth £400,000 including VAT."
    assert side(text, "2026-02-02", "sub-central") is Side.UNKNOWN
    assert side(text.replace("outreach", "grounds maintenance"), "2026-02-02", "sub-central") is Side.ABOVE


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Bidders must be registered with CHAS or another member of the same scheme.", "passed"),
        ("Bidders must hold ISO 9001. Equivalent certificates are accepted.", "passed"),
        ("The contractor shall write a plan in accordance with ISO 14001.", "passed"),
        ("Bidders must hold ISO 9001 and ISO 14001 certificates.", "failed"),
        ("Bidders must be members of Constructionline.", "failed"),
    ],
)
def test_a_badge_needs_a_way_in_for_its_equals(words: str, outcome: str) -> None:
    assert ask("equivalent-accepted", f"# Requirements\n{words}").outcome == outcome


@pytest.mark.parametrize(
    "words",
    [
        "Every advocate will hold the certificate in independent advocacy or an equal one.",
        "Trainers must have a level 3 award in education or equivalent.",
        "Staff are to hold an NVQ in care, or a comparable qualification.",
        "The bidder must hold a recognised quality mark, or something like it.",
        "Managers shall be qualified to diploma level, or equivalent.",
        "The provider is required to have membership of the national body or a similar one.",
    ],
)
def test_a_certificate_that_no_list_knows_is_shown_with_the_words_that_let_its_equals_in(words: str) -> None:
    row = ask("equivalent-accepted", f"# Requirements\n{words}")
    assert (row.outcome, [each.where.quote for each in row.evidence]) == ("passed", [words])


@pytest.mark.parametrize(
    "words",
    [
        "Bidders must have done this work or similar for three years.",
        "Paint must be Dulux Trade or equivalent.",
        "Please say which certificates or similar you hold.",
        "We hold a certificate of title or equivalent.",
        "The provider will have 12 whole-time staff or equivalent.",
    ],
)
def test_words_that_let_in_equals_of_other_things_show_nothing(words: str) -> None:
    assert ask("equivalent-accepted", f"# Requirements\n{words}").outcome == "inapplicable"


INSURED = "# Requirements\nPublic liability insurance of £2 million is required. "


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Cover must be in place on award.", "cover need not be in place before award"),
        ("By the day the contract starts you will need to have cover.",
         "cover need be in place only by the start of the contract"),
        ("Bidders who do not hold it may undertake to obtain it before the contract begins.",
         "cover need be in place only by the start of the contract"),
        ("Please confirm that you have, or commit to obtain, this cover.",
         "cover need not be in place when a bid is sent"),
        ("", "cover is asked for, and no words want it in place before award"),
    ],
)  # fmt: skip
def test_the_reason_says_by_when_the_pack_wants_cover(words: str, reason: str) -> None:
    row = ask("insurance-before-award", INSURED + words)
    assert (row.outcome, row.reason) == ("passed", reason)


def test_a_badge_that_is_demanded_often_is_told_once() -> None:
    row = ask("equivalent-accepted", "# Requirements\nBidders must hold ISO 9001.\n\nThe ISO 9001 badge is mandatory.")
    assert len(row.findings) == 1


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Bidders must have previously delivered services for the London Borough of Wexley.", "failed"),
        ("Only organisations that have held a contract with the Council may bid.", "failed"),
        ("Papers shall be held by the Supplier until asked for by the Authority. Experience counts.", "passed"),
        ("Please declare any previous contract with the Council. We ask for experience of the work.", "passed"),
    ],
)
def test_an_earlier_contract_with_the_authority_is_no_condition(words: str, outcome: str) -> None:
    assert ask("previous-contract", f"# Experience\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The notice is on the central digital platform.", "failed"),
        ("Give your share code.", "passed"),
        ("Register on the central digital platform and keep your information up to date.", "passed"),
    ],
)
def test_the_platform_counts_where_suppliers_give_their_record_on_it(words: str, outcome: str) -> None:
    asked = "# About you\nCompany registration number. VAT registration number. Registered office address.\n\n"
    assert ask("core-information-repeated", asked + words).outcome == outcome


def test_what_a_form_asks_beside_the_platform_is_told() -> None:
    text = "# About you\nGive your share code. Company registration number. VAT registration number."
    row = ask("core-information-repeated", text)
    assert row.outcome == "passed"
    assert "it also names company registration number, VAT registration number" in row.reason
    alone = ask("core-information-repeated", "# About you\nGive your share code.")
    assert alone.reason == "the pack uses what suppliers have entered on the central digital platform"


def test_an_order_form_names_the_parties_and_asks_bidders_nothing() -> None:
    text = {"Order form.md": "# Order form\nRegistered address: [ ]\n\nDUNS number: [ ]"}
    assert ask("core-information-repeated", text).outcome == "inapplicable"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The price is paid quarterly in arrears.", "failed"),
        ("The whole fee is paid on completion of the work.", "failed"),
        ("Half of the price is an outcome payment.", "failed"),
        ("5% of the price is an outcome payment; the rest is paid monthly.", "passed"),
        ("A retention of 5% is held until the defects are made good.", "failed"),
        ("The retention of certificates is agreed with the buyer. Invoices are paid monthly.", "passed"),
        ("Keys are given back at the end of the contract. The price is paid in advance.", "passed"),
    ],
)
def test_payment_that_waits_is_told_from_papers_that_are_kept(words: str, outcome: str) -> None:
    assert ask("payment-structure", WORTH + f"# Payment\n{words}").outcome == outcome


def test_in_a_large_contract_the_way_of_paying_is_shown_and_not_blamed() -> None:
    row = ask("payment-structure", WORTH.replace("200,000", "4,000,000") + "# Payment\nPaid quarterly in arrears.")
    assert row.outcome == "passed"
    assert "£4 million" in row.reason


def test_a_glossary_that_explains_a_bond_asks_for_none() -> None:
    text = WORTH + "# Glossary\nPerformance bond: a bond which the contractor shall provide to secure its performance."
    assert ask("performance-bond", text).outcome == "cantTell"


def test_what_only_the_winner_must_show_keeps_nobody_from_bidding() -> None:
    text = (
        "# Insurance\nPublic liability insurance of £5 million is required. Before the award the preferred bidder will "
        "be asked to enclose a copy of its certificate with its signed tender."
    )
    assert ask("insurance-before-award", text).outcome == "passed"


def test_a_clause_that_opens_the_books_asks_for_no_audited_accounts() -> None:
    text = "# Records\nThe Contractor shall have its accounts and records audited by auditors of the Council."
    assert ask("audited-accounts", text).outcome == "inapplicable"


def test_accounts_of_another_sentence_do_not_hide_how_far_experience_must_go_back() -> None:
    text = "# Experience\nPlease provide details of three contracts from the last eight years. Send your accounts too."
    assert "8 years" in ask("references-age", text, on="2019-04-01").reason


def test_a_turnover_for_a_lot_is_held_against_the_value_of_the_lot() -> None:
    text = (
        "# Finance\nThe contract is worth £1,000,000 in total over its whole life.\n\n"
        "Bidders must have a minimum annual turnover of £1.5 million."
    )
    assert ask("turnover-cap", text, on="2024-05-01").outcome == "passed"
    assert ask("turnover-cap", text.replace("£1.5", "£2.5"), on="2024-05-01").outcome == "failed"


QUESTIONS = (
    "# Award criteria\n| Criterion | Weight |\n|---|---|\n| Price | 40% |\n| Staffing | 30% |\n| Delivery | 30% |\n\n"
)
SETTINGS = "bid-effort"


def hours(text: str, **chosen: float) -> tuple[int, int]:
    row = ask("bid-effort", text, settings={"checks": {SETTINGS: chosen}} if chosen else None)
    words = row.reason.partition("about ")[2].partition(" hours")[0].split(" to ")
    return int(words[0]), int(words[-1])


LIMITED = WORTH + "# Your answers\nQ1. How will you start? (maximum 1,500 words)\n"


def test_the_effort_of_a_bid_is_a_range_from_fast_to_slow_writing() -> None:
    assert hours(LIMITED) == (11, 26)  # 1,500 words at 300 and at 75 an hour, and six hours that every bid takes


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"words_an_hour_most": 500}, (9, 26)),
        ({"words_an_hour_least": 50}, (11, 36)),
        ({"fixed_hours": 16}, (21, 36)),
        ({"reading_passes": 40_000}, (70, 85)),
    ],
)
def test_every_figure_of_the_effort_can_be_set(chosen: dict[str, float], expected: tuple[int, int]) -> None:
    assert hours(LIMITED, **chosen) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, (10, 20)),  # two answers of 500 words, half an hour more for each
        ({"words_without_limit": 1000}, (14, 34)),
        ({"question_hours": 5}, (19, 29)),
    ],
)
def test_criteria_without_a_limit_are_questions_without_a_limit(
    chosen: dict[str, float], expected: tuple[int, int]
) -> None:
    assert hours(WORTH + QUESTIONS, **chosen) == expected


@pytest.mark.parametrize(
    ("words", "chosen", "expected"),
    [
        ("Please attach a copy of your policy.", {"attachment_hours": 10}, 16),
        ("Sign the form of tender and the certificate of non-collusion.", {"declaration_hours": 5}, 16),
    ],
)
def test_papers_and_declarations_take_their_time(words: str, chosen: dict[str, float], expected: int) -> None:
    assert hours(WORTH + f"# What to send\n{words}", **chosen) == (expected, expected)


def test_a_limit_in_pages_is_taken_for_words_and_a_limit_for_each_answer_counts_for_each() -> None:
    each = WORTH + QUESTIONS + "# Your answers\nNo more than one page of A4 for each answer.\n"
    assert hours(each) == (9, 19)
    assert hours(each, words_a_page=1500) == (16, 46)


def test_the_cost_and_the_share_of_the_value_follow_the_cost_of_an_hour() -> None:
    text = "# The contract\nThe contract is worth £10,000 in total.\n\n" + LIMITED.partition("\n\n")[2]
    row = ask("bid-effort", text)
    assert row.outcome == "failed"
    assert "£275 to £650 at £25 an hour: 2.8% to 6.5%" in row.reason
    dear = ask("bid-effort", text, settings={"checks": {SETTINGS: {"hourly_cost": 50, "most_share": 0.2}}})
    assert dear.outcome == "passed"
    assert "5.5% to 13.0%" in dear.reason


def test_the_hours_stand_beside_the_days_that_are_given_and_the_words_beside_the_yearly_value() -> None:
    text = (
        "# The contract\nThe contract is worth £50,000 a year for three years.\n\n"
        "# Timetable\n| Step | Date |\n|---|---|\n"
        "| Tender notice published | 2 March 2026 |\n| Deadline for tenders | 27 March 2026 |\n\n"
    )
    reason = ask("bid-effort", text + LIMITED.partition("\n\n")[2]).reason
    assert reason.endswith(". To compare: 30 words to write for each £1,000 a year and 19 working days to do it in")
    assert "£275 to £650 at £25 an hour: 0.2% to 0.4% of " in reason
    assert "writing 1,500 words, at 75 to 300 an hour; forms, questions and sending 6 hours)" in reason


def test_a_pack_that_takes_minutes_to_read_is_short_for_any_contract() -> None:
    assert ask("documents-length", "# Quotation\nPlease quote for mowing the green.").outcome == "passed"
    long = "# Invitation\n" + "One more sentence of a long pack. " * 400
    assert ask("documents-length", long).outcome == "cantTell"


def test_terms_that_are_a_template_leave_open_what_they_hold() -> None:
    clause = "The Supplier shall keep records and shall not assign. Liability ends when the contract terminates.\n\n"
    made = {"ITT.md": WORTH, "Terms and conditions.md": "# Terms and conditions\n" + clause * 30}
    assert ask("performance-bond", made).outcome == "passed"
    blanks = "".join(f"The sum in clause {number} is [insert amount].\n\n" for number in range(9))
    open_ones = {**made, "Terms and conditions.md": made["Terms and conditions.md"] + blanks}
    assert ask("performance-bond", open_ones).outcome == "cantTell"


def test_days_that_run_from_the_end_of_a_month_are_told_with_those_of_the_month() -> None:
    text = "# Payment\nThe Council pays each invoice within 45 days of the end of the month in which it is received."
    row = ask("payment-in-30-days", text, on="2026-03-02")
    told = "Pays 45 days after the month of the invoice ends, so after up to 76 days; the law says 30 at most."
    assert [each.message for each in row.findings] == [told]


def test_late_payment_is_told_once_and_says_whose_bar_it_is() -> None:
    text = "# Payment\nThe Council pays valid invoices within 45 days.\n\n# Again\nInvoices are paid within 45 days."
    row = ask("payment-in-30-days", text, on="2026-03-02")
    assert len(row.findings) == 1
    assert "the law says 30" in row.reason
    assert "the bar in the settings is 30" in ask("payment-in-30-days", text, on="2012-03-05").reason


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Copies of the current policies must be attached to the tender.", "failed"),
        ("Cover must be in force at the date of tender and copies of certificates enclosed.", "failed"),
        ("Evidence of cover must be submitted with your bid.", "failed"),
        ("Copies of the certificates will be asked for from the successful bidder.", "passed"),
        ("You do not need to send certificates with your tender.", "passed"),
        ("Please attach your organisation chart to the tender.", "passed"),
        ("Bidders confirm that they hold it or will obtain it before the contract starts.", "passed"),
    ],
)
def test_cover_that_is_wanted_with_the_bid_is_told_from_cover_on_award(words: str, outcome: str) -> None:
    text = f"# Insurance\nPublic liability insurance of £5 million is required. {words}"
    assert ask("insurance-before-award", text).outcome == outcome


def test_turnover_of_five_years_is_a_breach_only_under_the_law_that_names_three() -> None:
    text = "The value is above the threshold. Bidders should send turnover figures for the last five financial years."
    assert ask("turnover-years", text, on="2019-03-04").severity == "error"
    assert ask("turnover-years", text, on="2026-03-02").severity == "advice"
    accounts = text.replace("turnover figures", "accounts")
    assert ask("turnover-years", accounts, on="2019-03-04").severity == "advice"


def test_earlier_contracts_that_must_each_be_larger_than_this_one_are_told_with_both_sums() -> None:
    worth = "The contract is worth £200,000 over its whole life. "
    row = ask("references-asked", worth + "Give two references for contracts worth at least £0.5 million each.")
    assert "£500,000 each: this contract is worth £200,000" in row.reason
    assert ask("references-asked", worth + "Give two references for contracts worth £50,000 each.").outcome == "passed"


def test_terms_in_a_file_that_could_not_be_read_are_not_said_to_be_missing() -> None:
    files = {"Letter.docx": "# Request for quotation\nPlease quote.", "Conditions_of_contract-v2.pdf": ""}
    assert "Conditions_of_contract-v2.pdf, which could not be read" in ask("performance-bond", files).reason
    short = {**files, "Conditions_of_contract-v2.pdf": "# Conditions of contract\nThe price is fixed."}
    assert "is too short to be all the terms" in ask("performance-bond", short).reason
    assert "are not in the pack" in ask("performance-bond", files["Letter.docx"]).reason


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("parent-guarantee", "We do not ask for a performance bond or a parent company guarantee."),
        ("damages-and-credits", "We will not take money off you for missing a target."),
        ("unlimited-liability", "The Supplier's liability shall not exceed £500,000 in any year."),
    ],
)
def test_what_the_pack_rules_out_or_limits_is_quoted(check: str, words: str) -> None:
    row = ask(check, f"# Conditions\n{words}")
    assert row.outcome == "passed"
    assert [each.where.quote for each in row.evidence if each.where] == [words]


def test_a_limit_on_each_answer_counts_for_the_answers_under_its_heading() -> None:
    text = (
        "# Value\nThe contract is worth £150,000 over its whole life.\n"
        "# Part C: Quality\nWrite no more than 500 words for each answer.\n"
        "| Question | Answer |\n| Q1 How will you start? | |\n| Q2 Who are your staff? | |\n"
        "# Part D: Social value\nWrite no more than 300 words for each answer.\n"
        "| Question | Answer |\n| Q3 What jobs will you offer? | |"
    )
    assert "writing 1,300 words" in ask("bid-effort", {"Tender response form.docx": text}).reason


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Tenderers shall submit accounts for the last three years, audited where the law so requires.", "passed"),
        ("Send audited accounts if your organisation must by statute have them.", "passed"),
        ("Tenderers shall submit audited accounts for the last three years.", "failed"),
    ],
)
def test_an_audit_is_a_fault_only_where_everybody_must_have_one(words: str, outcome: str) -> None:
    assert ask("audited-accounts", f"# Selection\n{words}").outcome == outcome


def test_a_guarantee_that_is_one_way_among_others_is_not_demanded() -> None:
    text = "# Conditions\nBidders should have traded for two years, or provide a parent company guarantee"
    assert ask("parent-guarantee", f"{text}, a bank guarantee or other assurance.").outcome == "passed"
    assert ask("parent-guarantee", "# Conditions\nBidders must provide a parent company guarantee.").outcome == "failed"
    bond = "# Conditions\nThe Contractor shall provide a performance bond from a bank or other approved surety."
    assert ask("performance-bond", bond).outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Payment will be made in arrears on achievement of quarterly outcome targets.",
        "You will be paid once the agreed outcomes have been reached.",
        "Fees are released when the targets have been met.",
        "Payments are subject to achieving the outcomes in the specification.",
        "Where targets are missed 20% will be withheld.",
        "The council may withhold 25% of the price if outcomes are not reached.",
    ],
)
def test_payment_that_waits_for_targets_is_hard(words: str) -> None:
    assert ask("payment-structure", f"# Payment\n{words}").outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Invoices are paid monthly. Progress against targets and outcomes is looked at each quarter.",
        "Payment is made monthly in advance and does not wait for outcomes.",
        "Where targets are missed 5% will be withheld. The rest is paid monthly.",
        "We pay monthly; we pay attention to the outcomes that people reach.",
        "Payments are made monthly. Payment is not linked to targets being met.",
        "The provider is paid monthly. It will help people to reach their outcomes.",
    ],
)
def test_targets_that_hold_no_payment_back_are_not_hard(words: str) -> None:
    assert ask("payment-structure", f"# Payment\n{words}").outcome == "passed"


NINE_HUNDRED = "The contract is worth £900,000 over its whole life. "


@pytest.mark.parametrize(
    "words",
    [
        "Bidders must have at least three contracts, each of £2 million or more, with a health body.",
        "Provide two references for contracts of at least £1,250,000 each.",
        "You must show two examples of projects over £1m each.",
        "Tenderers shall give three contracts each exceeding £5,000,000.",
        "Applicants must give two references, each for contracts of not less than £3m.",
    ],
)
def test_earlier_contracts_that_must_be_larger_than_this_one_are_told(words: str) -> None:
    row = ask("references-asked", NINE_HUNDRED + words)
    assert row.outcome == "failed"
    assert "this contract is worth £900,000" in row.findings[0].message


@pytest.mark.parametrize(
    "words",
    [
        "Bidders must give two references for contracts of at least £100,000 each.",
        "The council must advertise contracts over £5 million each in a national paper, and give two references.",
        "Bidders must give two references and each of them must be recent. The budget of the council is £5 million.",
        "Please give two examples, each on one page.",
        "Suppliers on the larger framework hold contracts of £2 million each. Please give two references.",
    ],
)
def test_sums_that_are_no_size_of_earlier_contracts_are_not_told(words: str) -> None:
    assert ask("references-asked", NINE_HUNDRED + words).outcome in {"passed", "inapplicable"}


def test_a_pack_that_says_that_it_sets_no_turnover_is_quoted() -> None:
    row = ask("turnover-cap", "# Who may bid\n\nWe set no minimum turnover. We look at your last accounts.")
    assert row.outcome == "inapplicable"
    assert "We set no minimum turnover" in row.evidence[0].where.quote
    assert not ask("turnover-cap", "# Who may bid\n\nTell us your turnover for the last year.").evidence


ROUGHLY = "# Selection\nThe budget is in the region of £150,000 in all. "


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2019-05-07", "the law allows at most twice, unless the buyer gives reasons, and none were found beside it."),
        ("2026-03-02", "the benchmark is twice the value, and no legal cap."),
    ],
)
def test_a_turnover_is_held_against_a_value_that_is_shown_and_said_to_be_rough(day: str, rule: str) -> None:
    row = ask("turnover-cap", ROUGHLY + "Bidders must have an annual turnover of at least £600,000.", on=day)
    assert [each.message for each in row.findings] == [
        f"Asks for a turnover of £600,000, 4 times the contract's value of about £150,000; {rule}"
    ]
    assert [each.where.quote for each in row.evidence] == ["The budget is in the region of £150,000 in all."]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("The Supplier's liability shall not exceed £500,000 in any year.", "liability is limited"),
        ("We do not ask for unlimited liability.", "no unlimited liability is asked for"),
    ],
)
def test_it_is_said_whether_liability_has_a_limit_or_is_only_not_unlimited(words: str, reason: str) -> None:
    row = ask("unlimited-liability", f"# Conditions\n{words}")
    assert (row.outcome, row.reason) == ("passed", reason)


def test_what_is_not_found_without_the_terms_is_named() -> None:
    letter = "# Request for quotation\nPlease quote for two desks."
    reasons = {ask(each, letter).reason for each in ("performance-bond", "parent-guarantee", "unlimited-liability")}
    assert reasons == {
        "nothing on bonds, guarantees, deductions or the limit of liability was found, "
        "but the terms of contract are not in the pack"
    }
    bond = f"{letter} The supplier must provide a performance bond of 10%."
    assert ask("unlimited-liability", bond).reason == (
        "nothing on the limit of liability was found, but the terms of contract are not in the pack"
    )


def test_the_law_of_2006_had_no_rule_on_selection_stages_below_the_threshold() -> None:
    text = "# How to bid\nBidders fill in a pre-qualification questionnaire. The contract is worth £40,000."
    row = ask("selection-below-threshold", text, "2012-03-02")
    assert (row.outcome, "this looks at packs under the" in row.reason) == ("inapplicable", True)
    assert ask("selection-below-threshold", text).outcome == "failed"


@pytest.mark.parametrize(
    "row",
    ["Quality mark or equivalent", "Accreditation by a body of your sector, or similar", "NVQ level 3 or equivalent"],
)
def test_a_row_of_a_form_that_lets_an_equal_in_is_shown(row: str) -> None:
    form = {"PQQ.docx": f"# Pre-qualification questionnaire\n| Question | Points |\n|---|---|\n| {row} | 20 |"}
    answer = ask("equivalent-accepted", form)
    assert answer.outcome == "passed"
    assert row in answer.evidence[0].where.quote


def test_a_row_on_something_that_nobody_holds_is_no_badge() -> None:
    form = {"PQQ.docx": "# Selection questionnaire\n| Question | Points |\n|---|---|\n| A4 paper or similar | 20 |"}
    assert ask("equivalent-accepted", form).outcome == "inapplicable"


def test_references_without_a_word_on_their_age_are_told_so() -> None:
    silent = ask("references-asked", "# References\nPlease give two references.")
    dated = ask("references-asked", "# References\nPlease give two references from the last three years.")
    assert silent.reason.endswith("; no words beside them say how old they may be")
    assert dated.reason.endswith("the bar is 3")


def test_cover_tells_its_multiple_and_the_bars_and_shows_what_else_is_asked_for() -> None:
    worth = "# The contract\nThe total value of the contract is £240,000.\n\n# Insurance\n"
    high = ask(
        "insurance-level",
        f"{worth}You need public liability insurance of £10 million.\n\n"
        "You need professional indemnity insurance of £5 million.",
    )
    assert "42 times its value (over both bars in the settings, 10 times and £5 million)" in high.reason
    assert "£240,000" in high.evidence[0].where.quote
    assert "professional indemnity" in high.evidence[1].where.quote
    fits = ask("insurance-level", f"{worth}You need public liability insurance of £1 million.")
    assert fits.reason == (
        "the most cover asked for, £1 million, is 4.2 times the value of £240,000; "
        "only what is over both bars in the settings is shown (10 times and £5 million)"
    )


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Default points shall be awarded in accordance with clause 9.", "default points"),
        ("Default points lead to deductions from the monthly payment.", "service credits or deductions"),
    ],
)
def test_points_that_count_faults_are_called_no_deductions_where_no_money_is_named(words: str, what: str) -> None:
    row = ask("damages-and-credits", f"# Terms\nThe contract is worth £90,000 in total.\n\n{words}")
    assert row.outcome == "failed"
    assert row.reason.startswith(f"Provides for {what} in a contract")


def test_answers_that_only_criteria_ask_for_are_called_criteria() -> None:
    text = (
        "# Award criteria\nThe contract is worth £90,000 in total.\n\n| Criterion | Weight |\n|---|---|\n"
        "| Staff | 40% |\n| Method | 20% |\n| Price | 40% |\n\nAnswer in 500 words at most."
    )
    assert "1 award criterion without a question that has a limit" in ask("bid-effort", text).reason
