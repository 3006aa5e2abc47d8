"""What is to be signed, for how long, what may be priced and what is said of staff who transfer."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

PRICING = "# Pricing\n"


@pytest.mark.parametrize(
    "words",
    [
        "The hourly rate must cover wages, on-costs, management and overheads.",
        "We pay the full cost of the service, and support full cost recovery.",
        "Please itemise staff, premises, overheads and surplus.",
        "Rates are inclusive of travel, expenses, overheads and profit and exclusive of VAT.",
        "Bids (with all overheads included) must not exceed £20,000.",
        "Tender prices exclude VAT and include overheads.",
    ],
)
def test_overheads_that_are_priced_pass_whatever_else_has_a_limit(words: str) -> None:
    assert ask("core-costs", PRICING + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "We will not pay more than 10% for management costs.",
        "Funding cannot be used for core costs or capital.",
        "Overheads are capped at 7%.",
        "Administrative costs: maximum of 5% of the grant.",
        "The fund is for direct delivery only; overheads are not eligible.",
        "Management costs and overheads together must not exceed 12% of the total price.",
        "Overheads are eligible at a flat rate of up to 15% of staff costs.",
    ],
)
def test_overheads_that_are_shut_out_or_capped_fail(words: str) -> None:
    assert ask("core-costs", PRICING + words).outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Give a fixed price for the work.",
        "The contractor must look out for overhead cables.",
        "The Council wants to reduce its overheads.",
        "Repairs whose costs, excluding management overhead, pass the limit are agreed first.",
    ],
)
def test_words_that_neither_open_nor_shut_leave_it_open(words: str) -> None:
    assert ask("core-costs", PRICING + words).outcome == "cantTell"


CLEANING = "# The service\nThe contract is for a cleaning service for three years from 1 June 2026.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "The Trust does not believe that TUPE will apply.",
        "TUPE: not applicable.",
        "In our view no staff will transfer.",
        "No transfer of undertaking is expected.",
        "There is no incumbent and TUPE will not arise.",
        "TUPE is unlikely to apply, but bidders must take their own advice.",
    ],
)
def test_a_pack_that_says_that_nobody_transfers_has_said_enough(words: str) -> None:
    assert ask("tupe-information", CLEANING + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "It is our view that TUPE is likely to apply. An anonymised list of staff is at Annex F.",
        "TUPE may apply. To receive staffing information please sign and return the non-disclosure agreement.",
        "Staff of the present provider are expected to transfer. Employee liability information is on the portal.",
        "TUPE applies. A list of employees and their terms is attached as Appendix 5.",
        "TUPE may apply. The particulars of employment are held in a folder on the portal.",
        "Our cooks will transfer to you under TUPE. Their details, without names, are in a workbook on the portal.",
    ],
)
def test_a_transfer_with_the_way_to_the_information_passes(words: str) -> None:
    assert ask("tupe-information", CLEANING + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "TUPE may apply and bidders must make their own enquiries.",
        "Bidders are advised to seek legal advice on whether TUPE applies.",
        "TUPE will apply to this contract.",
        "Nothing else is said.",
        '"TUPE" means the Transfer of Undertakings (Protection of Employment) Regulations 2006.',
        "On the expiry of the contract TUPE may apply and the Contractor shall give staff data on request.",
        "TUPE information will be supplied to the successful tenderer only.",
        "TUPE applies if a service is fundamentally the same as before.",
        "# Conditions of contract\nThe parties comply with TUPE. The Contractor gives staff data on request.",
    ],
)
def test_a_transfer_left_to_lawyers_to_the_end_or_to_the_winner_fails(words: str) -> None:
    assert ask("tupe-information", CLEANING + words).outcome == "failed"


def test_conditions_of_tendering_are_no_clauses_of_the_contract() -> None:
    text = CLEANING + "# Conditions of tendering\nTUPE is not thought to apply."
    assert ask("tupe-information", text).outcome == "passed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The contract is for an initial period of four years.", "passed"),
        ("The contract is for an initial period of two years.", "failed"),
        ("The contract is for two years because the pilot must be judged before more is bought.", "passed"),
        ("The contract is for one year because this is a pilot.", "cantTell"),
        ("The project is to be completed within nine months of the contract start.", "inapplicable"),
        ("The contract is for one year, renewed yearly if funds allow.", "failed"),
    ],
)
def test_a_short_term_needs_a_reason_and_a_piece_of_work_has_no_term(words: str, outcome: str) -> None:
    row = ask("contract-length", f"# The contract\n{words}")
    assert row.outcome == outcome or (outcome == "inapplicable" and row.outcome == "cantTell")


def test_a_reason_elsewhere_is_no_reason_for_the_term() -> None:
    text = (
        "# The contract\nThe contract is for two years. It starts in May. Prices are fixed. Invoices are monthly. "
        "We moved the office because the roof leaked."
    )
    assert ask("contract-length", text).outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The winner will enter into an annual service level agreement with the Council.", "failed"),
        ("The successful group will sign a grant agreement for one year.", "failed"),
        ("The Council lives on a Prevention Grant. The contract will be awarded in May.", "passed"),
        ("The contract holds service levels in a schedule.", "passed"),
    ],
)
def test_what_is_signed_is_told_from_what_is_only_named(words: str, outcome: str) -> None:
    assert ask("contract-offered", f"# The agreement\n{words}").outcome == outcome


def test_tupe_that_only_the_terms_name_is_not_said_to_be_nowhere() -> None:
    files = {
        "Invitation.docx": "# Invitation to tender\nWe invite tenders for cleaning services for three years.",
        "Conditions of contract.docx": "# Conditions of contract\n3.1 TUPE is likely to apply; see Appendix 6.",
    }
    row = ask("tupe-information", files)
    assert row.outcome == "failed"
    assert "Nowhere" not in row.findings[0].message
    assert "names TUPE" in row.findings[0].message
    assert [each.where.quote for each in row.nearest if each.where] == ["TUPE is likely to apply; see Appendix 6."]


def test_data_of_staff_beside_the_word_tupe_are_the_information() -> None:
    text = (
        "# Terms\nWe invite tenders for a service of three years. TUPE: the incumbent says that 14 staff are assigned; "
        "anonymised data are in Annex 4, released on signature of the confidentiality form."
    )
    assert ask("tupe-information", text).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "There is no cap on overheads.",
        "We set no limit on management costs.",
        "Overheads are not capped and may be shown in your price.",
        "Central costs will not be limited to a percentage.",
        "Overheads will not be excluded from the price.",
        "The council does not place a cap on overheads.",
        "No cap is put on overheads.",
        "No limit is placed on overheads.",
        "We have not set a ceiling for overheads.",
        "No ceiling applies to management costs.",
        "No percentage limit is set for central costs.",
        "We do not limit overheads.",
        "Overheads are uncapped.",
        "Overheads have no maximum.",
        "Neither overheads nor profit are capped.",
    ],
)
def test_overheads_with_no_limit_may_be_priced(words: str) -> None:
    assert ask("core-costs", f"# Price\n{words}").outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "There is a cap on overheads of 8%.",
        "A cap is put on overheads of 8%.",
        "A limit of 10% is placed on overheads.",
        "There is a ceiling of 10% on overheads.",
        "No more than 8% may be put on overheads.",
        "No overheads may be put in the price.",
        "No overheads above the cap will be paid.",
        "No exception is made to the cap on overheads.",
        "No cap is put on travel, but overheads are capped at 5%.",
        "No cap is put on overheads this year; then overheads are limited to 5%.",
        "Neither overheads nor profit will be funded.",
        "Overheads must not exceed 10% of the price.",
        "No overheads will be paid: they are excluded.",
        "Overheads are capped at 5%.",
        "Management fees will not be funded.",
        "Overheads may not be charged.",
    ],
)
def test_limits_on_overheads_are_still_told(words: str) -> None:
    assert ask("core-costs", f"# Price\n{words}").outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "It will be a letter of agreement, and a draft of it is overleaf.",
        "We will send you a purchase order.",
        "The draft agreement is at the end.",
    ],
)
def test_plain_names_of_a_contract_count(words: str) -> None:
    assert ask("contract-offered", f"# What you sign\n{words}").outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "An audit of our theatre",
        "We want an audit of our theatre's energy use, with a report in May.",
        "The commission is a survey of our roofs.",
        "We are buying a feasibility study for the pier.",
        "Quotes are invited for an evaluation of our youth programme.",
        "We need a logo and brand guidelines designed.",
        "Invitation to quote: condition survey of the town hall",
        "We want somebody to write our history for the centenary.",
        "We seek a consultant to produce a business plan.",
    ],
)
def test_a_piece_of_work_that_is_made_once_has_no_term_and_no_staff_to_transfer(words: str) -> None:
    pack = f"# Invitation to quote\n{words}"
    assert ask("contract-length", pack).outcome == "inapplicable"
    assert ask("tupe-information", pack).outcome == "inapplicable"


@pytest.mark.parametrize(
    "words",
    [
        "The provider must allow an audit of its books.",
        "The advice service includes a feasibility study of new sites.",
        "We clean the theatre. Our insurers want an audit of our theatre.",
        "We need an annual audit of our accounts.",
        "We are looking for an internal audit partner.",
        "We want an analysis of your costs in your bid.",
        "We need a strategy for each estate.",
        "The council published a survey of need.",
        "The contract is for a survey framework.",
        "We want a website and will pay for hosting each month.",
    ],
)
def test_work_that_comes_again_or_is_only_named_is_not_made_once(words: str) -> None:
    pack = f"# Invitation to quote\n{words}"
    assert ask("contract-length", pack).outcome == "cantTell"
    assert ask("tupe-information", pack).outcome == "cantTell"


def test_a_service_that_runs_on_beside_an_evaluation_keeps_its_term() -> None:
    pack = "# Invitation to quote\nWe want an evaluation. The service will run for two years."
    assert ask("contract-length", pack).outcome == "failed"
    assert ask("tupe-information", pack).outcome == "failed"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We think that TUPE applies to lot 1.", "TUPE is thought to apply to lot 1 and does not apply to lot 2"),
        ("TUPE applies to lot 1.", "TUPE applies to lot 1 and does not apply to lot 2"),
        ("TUPE may apply to lot 1.", "TUPE may apply to lot 1 and does not apply to lot 2"),
        ("TUPE applies.", "TUPE does not apply to lot 2"),
    ],
)
def test_the_lot_to_which_tupe_applies_is_named_beside_the_lot_to_which_it_does_not(words: str, told: str) -> None:
    text = f"# Staff\n{words} TUPE does not apply to lot 2. Ask us for the workforce information before you tender."
    row = ask("tupe-information", CLEANING + text)
    assert row.outcome == "passed"
    assert row.reason.endswith(f"says that {told}")
