"""Lines of the report held against the pack's own words: parts, weights, users, transfer, cover, and what is open."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

OPEN = "# Award criteria\n\nBids are evaluated as follows:\n\n"


@pytest.mark.parametrize(
    "lines",
    [
        "- «quality weight»% - Quality\n- «price weight»% - Price",
        "- Quality: XX%\n- Price: XX%",
        "- Technical merit [ ]%\n- Cost [ ]%",
        "- Quality (weighting: TBC)\n- Price (weighting: TBC)",
        "- ___% Method statement\n- ___% Commercial",
        "- [insert] % Social value\n- [insert] % Price",
    ],
)
def test_criteria_whose_weights_are_left_open_are_told_as_named(lines: str) -> None:
    row = ask("award-criteria-disclosed", OPEN + lines)
    assert row.outcome == "failed"
    assert "2 criteria are named, and their weights are still to be filled in" in row.reason


@pytest.mark.parametrize(
    "lines",
    [
        "- Discount offered: ___%\n- Uplift for weekends: ___%",
        "- KPI 1: 95% of visits on time\n- KPI 2: 98% of calls answered",
    ],
)
def test_blanks_for_the_bidder_and_measures_are_no_open_weights(lines: str) -> None:
    assert "still to be filled in" not in ask("award-criteria-disclosed", OPEN + lines).reason


def test_criteria_that_are_passed_or_failed_are_called_so() -> None:
    text = (
        "# Award criteria\n| Mandatory criteria | Result |\n|---|---|\n| Offer complete | Pass / Fail |\n"
        "| Technical needs met | Pass / Fail |\n"
    )
    assert "2 criteria are named, all pass or fail" in ask("award-criteria-disclosed", text).reason


def test_one_part_that_is_short_of_its_criterion_is_told_though_the_table_is_part_of_another() -> None:
    text = """
# Quality: 40%
| Criteria | Weighting | Marks |
|---|---|---|
| 3.1 Starting the service | 10 | 50 |
| 3.1.1 Plan | 5 | 25 |
| 3.1.2 People | 5 | 25 |
| 3.2 Running the service | 20 | 100 |
| 3.2.1 Method | 10 | 50 |
| 3.2.2 Improvement | 10 | 50 |
| 3.3 Watching over it | 10 | 50 |
| 3.3.1 Reports | 5 | 25 |
| Total | 40 | 200 |

# Price: 60%
"""
    row = ask("weights-add-up", text)
    assert row.outcome == "failed"
    assert "add up to 5, not to 10" in row.reason
    whole = text.replace("| 3.3.1 Reports | 5 | 25 |", "| 3.3.1 Reports | 5 | 25 |\n| 3.3.2 Visits | 5 | 25 |")
    assert ask("weights-add-up", whole).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Legal advice is taken on the contracts as appropriate.",
        "Independent advice was taken on the specification.",
        "Title to the goods and the risk will transfer on delivery; take your own legal advice on it.",
        "Bidders should take professional advice. No staff of the Council may take over the work.",
    ],
)
def test_advice_on_other_matters_says_nothing_of_staff(words: str) -> None:
    row = ask("tupe-information", f"# Cleaning\n\nTenders are invited for a contract of three years.\n\n{words}")
    assert "lawyers" not in row.reason


@pytest.mark.parametrize(
    "words",
    [
        "On TUPE, tenderers are advised to take their own legal advice.",
        "Tenderers should satisfy themselves on TUPE.",
        "Bidders must form their own view on whether TUPE applies.",
        "The transfer of staff is a matter on which bidders should seek independent advice.",
    ],
)
def test_bidders_sent_to_their_lawyers_about_staff_are_told_of(words: str) -> None:
    row = ask("tupe-information", f"# Cleaning\n\nTenders are invited for a contract of three years.\n\n{words}")
    assert row.outcome == "failed"
    assert "own lawyers" in row.reason


APPENDICES = """
# Invitation to tender

# Appendices
| | |
|---|---|
| A | Company Details Form |
| B | Insurance Questionnaire |
| C | Conditions of Contract |

# Appendix A Contact details

Please give the name, address and telephone number of your firm in the boxes that follow here.

# Appendix B Insurance

Please give the names of your insurers and the sums insured in the boxes that follow here.
"""


def test_a_part_listed_by_its_letter_is_there_where_its_letter_is() -> None:
    row = ask("named-attachments", APPENDICES)
    assert "Appendix C" in row.reason
    assert "Details Form" not in row.reason
    assert "Questionnaire" not in row.reason


def test_a_heading_over_how_to_fill_in_a_paper_is_not_that_paper() -> None:
    text = (
        "# About this pack\n\nThe pack comprises the following documents:\n\n- Specification of the work\n"
        "- Pricing schedule\n\n# Specification of the work\n\nClean the hall each day, and the windows each month.\n\n"
    )
    how = "# How to complete your pricing schedule\n\nGive all prices without VAT, in pounds, to two decimal places.\n"
    assert "Pricing schedule" in ask("named-attachments", text + how).reason
    here = "# Pricing schedule\n\nGive all prices without VAT, in pounds, to two decimal places.\n"
    assert ask("named-attachments", text + here).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Provide two references from clients for whom you have worked.",
        "Summaries of work carried out for two clients, with contact details, who would give a reference.",
        "Name three of your existing customers.",
        "Describe your experience of similar clients.",
        "Any rule that restricts end use, end user or disclosure must be told.",
    ],
)
def test_the_bidders_own_clients_are_no_users_of_the_service(words: str) -> None:
    row = ask("user-involvement", f"# Invitation\n\nTenders are invited for grass cutting services.\n\n{words}")
    assert not row.nearest


def test_clients_of_the_service_are_its_users() -> None:
    text = "# Invitation\n\nTenders are invited for a support service. Clients of the service live in the town."
    assert ask("user-involvement", text).nearest


FORM = "---\nrole: selection questionnaire\n---\n# Insurance\n\n"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Public liability insurance (minimum £5 million) – provide certificate.", "failed"),
        ("Please enclose a copy of your public liability policy (at least £5 million).", "failed"),
        ("Public liability insurance of £5 million: certificate attached?", "failed"),
        ("Public liability insurance of £5 million. The successful bidder will provide a certificate.", "passed"),
        ("Do you have public liability insurance of £5 million, or will you obtain it?", "passed"),
        ("State the level of your public liability insurance (we look for £5 million).", "passed"),
    ],
)
def test_a_certificate_asked_for_in_a_form_is_asked_for_with_the_form(words: str, outcome: str) -> None:
    assert ask("insurance-before-award", {"Selection questionnaire.docx": FORM + words}).outcome == outcome


@pytest.mark.parametrize(
    "words",
    [
        "The tenderer and its partners, officers and employees know of no such matter.",
        "No director, partner or employee has been convicted; directors, partners and staff must sign.",
    ],
)
def test_the_partners_of_a_firm_are_no_consortium(words: str) -> None:
    assert not ask("partnership-guidance", f"# Invitation\n\nTenders must be in by noon.\n\n{words}").nearest


def test_deductions_named_in_passing_are_told_where_the_terms_are_not_there() -> None:
    text = "# Reports\n\nTenders must be in by noon. Each report must list:\n\n- visits made\n- Service deductions made"
    row = ask("damages-and-credits", text)
    assert row.outcome == "cantTell"
    assert "the pack names “Service deductions”" in row.reason


def test_steps_of_a_timetable_whose_day_is_open_are_shown() -> None:
    text = (
        "# Timetable\n| Step | Day |\n|---|---|\n| Invitation published | [date] |\n"
        "| Deadline for submission of bids | TBC |\n| Start of scoring | [date] |\n| Contract start | [date] |\n"
    )
    near = {each.message for each in ask("timetable-complete", text).nearest}
    assert "this names the deadline for bids, and its day is still open" in near
    assert "this names the day the contract starts, and its day is still open" in near
    assert len(near) == 3


def test_examples_of_work_within_years_of_the_tender_are_read() -> None:
    text = (
        "# Experience\n\nPlease provide two examples of contracts that you have carried out within {} years of the date"
        " of the tender."
    )
    assert ask("references-age", text.format("3")).outcome == "passed"
    assert ask("references-age", text.format("ten")).outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "New plants must be agreed in advance and will be paid for at a cost that is added to the price.",
        "Overtime must be authorised by the Clerk in advance and is paid at the hourly rate.",
    ],
)
def test_what_is_agreed_in_advance_is_not_paid_in_advance(words: str) -> None:
    assert ask("payment-structure", f"# Price\n\n{words}").outcome == "inapplicable"


def test_goods_that_the_bidder_does_not_supply_are_no_help_for_newcomers() -> None:
    text = "# Offer\n\nWhere items of your tender are not supplied by you, say where they are made."
    assert ask("new-bidders-supported", text).outcome == "failed"
    welcome = "# Offer\n\nWe welcome bidders who have not supplied us before, and will talk the form through with them."
    assert ask("new-bidders-supported", welcome).outcome == "passed"


def test_operating_costs_that_prices_include_are_overheads() -> None:
    text = "# Prices\n\nYour prices must include all costs, for example your operating costs and profit."
    assert ask("core-costs", text).outcome == "passed"


def test_what_is_not_covered_by_bond_says_nothing_of_a_bond_that_is_asked_for() -> None:
    text = "# Claims\n\nTenders must be in by noon. The buyer may join a claim that is not insured or covered by bond."
    assert ask("performance-bond", text).outcome == "cantTell"
    assert ask("performance-bond", "# Terms\n\nTenders must be in by noon. No bond is required.").outcome == "passed"


def test_hours_are_not_held_against_a_sum_in_another_currency() -> None:
    text = "# Request for quotation\n\nThe total value of the contract is $2 million. Answers: at most 500 words."
    row = ask("bid-effort", text)
    assert row.outcome == "cantTell"
    assert "cannot be held against $2 million" in row.reason


def test_what_partners_did_before_is_no_guidance_on_bidding_together() -> None:
    old = "To date the Trust has partnered with two bodies, who relied on a team of partners for their tender."
    assert ask("partnership-guidance", f"# Background\n\nTenders must be in by noon. {old}").outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("This sets up a contract for the purchase of cleaning services. The deliverables are below.", "cantTell"),
        ("The purchase of a mower, with a milestone for delivery.", "inapplicable"),
        ("The milestones and each milestone are in the plan.", "cantTell"),
    ],
)
def test_services_that_are_bought_are_no_one_off_purchase(words: str, outcome: str) -> None:
    assert ask("contract-length", f"# Invitation\n\nTenders must be in by noon. {words}").outcome == outcome


def test_a_duty_to_help_the_buyer_with_its_duty_binds_the_bidder() -> None:
    text = (
        "# Terms\n\nTenders must be in by noon. The Supplier shall support the Council and any other body that it"
        " serves in fulfilling all of its many obligations under the public sector equality duty."
    )
    assert ask("equality-duty", text).outcome == "failed"


def test_an_address_for_sending_tenders_is_told_as_that() -> None:
    sending = "# Sending your tender\n\nYour tender must be sent by e-mail to pat@eastmoor.example by noon."
    assert "does not say that it is for questions" in ask("contact-for-help", sending).reason
    asking = "# Questions\n\nTenders must be in by noon. Questions may be sent by e-mail to pat@eastmoor.example."
    assert "only by e-mail" in ask("contact-for-help", asking).reason


@pytest.mark.parametrize(
    "words",
    [
        "The tender security shall be a bank guarantee or another form acceptable to the Authority.",
        "Insurance may be given in an alternative format or form acceptable to the Council.",
    ],
)
def test_another_form_of_a_security_is_no_other_format(words: str) -> None:
    text = f"# Instructions\n\nTenders must be in by noon. {words}"
    assert ask("accessible-formats", text).outcome != "passed"


def test_the_day_of_answers_that_is_still_open_is_not_called_the_last_day_for_questions() -> None:
    text = (
        "# Invitation to tender\nTenders must be sent by the portal.\n\n# Timetable\n| Step | Day |\n|---|---|\n"
        "| Deadline for the publication of responses to clarification questions | [insert date] |\n"
        "| Clarification period ends | [insert date] |\n"
    )
    told = [(each.message, each.where.quote) for each in ask("timetable-complete", text).nearest]
    assert [quote for message, quote in told if "the last day for questions" in message] == [
        "Clarification period ends [insert date]"
    ]
