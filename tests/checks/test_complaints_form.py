"""Complaints about the procurement are told from complaints about all else."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Complaints and appeals\n"
            "If you feel that the process has not been fair you should first speak to the contact officer.\n"
            "\n"
            "If you are still not happy, email procurement.complaints@aldmere.example. We aim to answer in "
            "ten days."
        ),
        (
            "# 9.4 Representations\n"
            "Providers who wish to make representations about the intention to award must do so in writing "
            "before the end of the standstill period to procurement@icb.example."
        ),
        (
            "# 5 Complaints\n"
            "5.1 Any complaint concerning the conduct of this tender should be addressed to the Monitoring "
            "Officer, Town Hall, High Street, Aldmere, AL1 2AB."
        ),
        (
            "# Challenge\n"
            "Tenderers wishing to appeal against the award decision should follow the Council's procurement "
            "complaints process at www.aldmere.example/procurement-complaints."
        ),
        (
            "# Concerns about this procurement\n"
            "In the first instance contact the named officer.\n"
            "\n"
            "If you remain dissatisfied you can complain to:\n"
            "\n"
            "Director of Resources, tel: 01632 960001, resources@aldmere.example"
        ),
    ],
)
def test_a_route_about_the_procurement_with_a_contact_counts(pack: str) -> None:
    assert ask("complaints-form", pack).outcome == "passed"


def test_a_person_who_is_named_elsewhere_with_an_address_counts() -> None:
    pack = (
        "# Questions\n"
        "The procurement lead is Ina Roe, ina.roe@aldmere.example.\n"
        "\n"
        "# Representations\n"
        "Providers may make representations about the award decision in writing to the procurement lead."
    )
    assert ask("complaints-form", pack).outcome == "passed"


def test_the_review_service_counts_with_its_address() -> None:
    pack = (
        "# Review\n"
        "If you think this procurement was not run fairly, contact the Public Procurement Review "
        "Service: review@cabinet.example, 01632 960002."
    )
    assert ask("complaints-form", pack).outcome == "passed"


def test_a_form_whose_fields_name_the_tender_counts() -> None:
    pack = {
        "ITT.md": "# Instructions\nSend tenders by noon.",
        "Complaint form.docx": (
        "Tender reference:\n"
        "\n"
        "Your organisation:\n"
        "\n"
        "Nature of complaint:\n"
    ),
    }
    assert ask("complaints-form", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Standstill\n"
            "Unsuccessful bidders who wish to challenge the decision may issue proceedings in the High Court"
            " within 30 days under the Public Contracts Regulations 2015."
        ),
        (
            "# Award\n"
            "If an appeal about the award of the contract has not been successfully resolved, the "
            "Regulations let aggrieved parties take action in the High Court."
        ),
    ],
)
def test_going_to_court_is_no_complaints_procedure(pack: str) -> None:
    assert ask("complaints-form", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Questionnaire\n"
            "Please describe how you will deal with complaints from service users. Send your tender to "
            "bids@aldmere.example."
        ),
        "# KPI\nNumber of complaints received per quarter. Report to bids@aldmere.example",
        (
            "# Specification\n"
            "## Complaints\n"
            "The Provider will have a complaints procedure which is available in accessible formats. "
            "Complaints should be sent to the Council on 01632 960003."
        ),
        (
            "# Customer complaints form\n"
            "\n"
            "| Name | |\n"
            "|---|---|\n"
            "| Address | |\n"
            "| What is your complaint about our service? | |"
        ),
        (
            "# Terms and conditions\n"
            "12.1 Any complaints in relation to the Services shall be dealt with by the Supplier. 12.2 Each "
            "party shall notify the other of any complaint at notices@aldmere.example"
        ),
    ],
)
def test_complaints_about_the_service_never_count(pack: str) -> None:
    assert ask("complaints-form", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Data\n"
            "You have a right to complain to the Information Commissioner (www.ico.example) about how we "
            "handled your data in this procurement process."
        ),
        (
            "# Equality questions\n"
            "Has any complaint of discrimination been made against your organisation? Please contact "
            "y@aldmere.example with this tender."
        ),
    ],
)
def test_complaints_about_personal_data_or_discrimination_never_count(pack: str) -> None:
    assert ask("complaints-form", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# The challenge\n"
            "The Council faces many challenges. This tender will help with these challenges. Contact "
            "bids@aldmere.example"
        ),
        "# Debrief\nUnsuccessful tenderers may ask for a debrief by email to x@aldmere.example",
        (
            "# Finality\n"
            "The Authority's decision is final and no appeals will be entertained. Queries to "
            "a@aldmere.example."
        ),
    ],
)
def test_other_challenges_and_debriefs_are_no_complaints(pack: str) -> None:
    assert ask("complaints-form", pack).outcome == "failed"



def test_the_nearest_passages_say_what_they_are_about() -> None:
    pack = "# KPI\nThe number of complaints received.\n\n# Data protection\nYou may complain about personal data."
    messages = {each.message for each in ask("complaints-form", pack).nearest}
    assert messages == {"this counts complaints as a measure of the service", "this is about data protection"}


SELECTION = (
    "# The rules\nThis procurement follows the Health Care Services (Provider Selection Regime) Regulations 2023.\n\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "## Standstill\nProviders may make representations in writing to Ann Lee at psr@trust.example.",
        "Representations: psr@trust.example.",
        "Any representations must be sent to psr@trust.example by midnight on the eighth working day.",
        "## Standstill\nWritten representations about the decision should be addressed to the board, psr@icb.example.",
        "Aggrieved providers can submit representations to buying@icb.example during the standstill period.",
        "If you think the Regulations were not applied properly, send your representations to psr@icb.example.",
        "Should a provider wish to make a representation, it should write to contracts@trust.example.",
        "Representations will be considered if received by psr@trust.example before the period ends.",
        "You may make representations within eight working days. Write to Ann Lee on 01234 567890.",
    ],
)
def test_representations_with_an_address_are_a_route_where_health_services_are_selected(words: str) -> None:
    assert ask("complaints-form", SELECTION + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "The standstill period lasts eight working days, during which providers may make representations.",
        "Providers may make representations within eight working days. Questions go to psr@trust.example.",
        "No representations may be made to members of the board; write to board@trust.example for minutes.",
        "The Trust gives no representation as to the accuracy of this document. Contact psr@trust.example.",
        "The provider makes representations on behalf of patients to the tribunal at court@tribunal.example.",
        "There is representation of patients on the board; contact board@trust.example.",
        "Advocates help people make representations to the Trust at appeals@trust.example.",
    ],
)
def test_other_representations_are_no_route(words: str) -> None:
    assert ask("complaints-form", SELECTION + words).outcome == "failed"


def test_representations_on_planning_are_no_route_where_that_regime_does_not_hold() -> None:
    pack = "# Tender\nRepresentations about the planning application go to planning@council.example."
    assert ask("complaints-form", pack).outcome == "failed"


def test_a_form_is_shown_by_the_words_that_say_what_it_is_for_and_all_its_fields_are_counted() -> None:
    questions = ("Your name", "What went wrong?", "When?", "Who knows of it?", "What would help?")
    text = (
        "# Complaints form\n\nUse this form if you think that this procurement was run unfairly.\n\n"
        "| Question | Answer |\n|---|---|\n" + "\n".join(f"| {each} | |" for each in questions)
    )
    row = ask("complaints-form", text)
    assert [each.where.quote for each in row.evidence] == [
        "Use this form if you think that this procurement was run unfairly."
    ]
    assert row.reason.endswith(
        "with 5 fields to fill: “Your name”, “What went wrong?”, “When?”, “Who knows of it?” and “What would help?”"
    )
