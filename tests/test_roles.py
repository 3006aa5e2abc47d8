"""Tests of what each document of a pack is for, as its name, title, headings and folder tell."""

from __future__ import annotations

import time

import pytest

from tenderlint.model import Document, Role, Structure
from tenderlint.roles import role_of, with_roles
from tenderlint.testing import document


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.INSTRUCTIONS, [
            "Invitation to Tender for a Framework Agreement for Taxis.docx", "ITT for a care contract.docx",
            "Framework Agreement for Taxis – Instructions to Tenderers.docx",
            "Invitation to Tender.docx", "ITT Part A.docx", "01 ITT.docx", "ITT_Hall_2026_v2.pdf",
            "RFQ - Window cleaning.docx", "Request for Quotation.pdf", "InvitationToTender.docx",
            "ITT and Specification.docx", "Hall Cleaning Tender 2026.docx",
            "Attachment 2 - How to bid including evaluation criteria.docx",
            "Attachment 1 About the procurement v3.0.pdf", "Instructions to Tenderers FINAL.docx",
            "Letter of invitation.docx", "Terms and Conditions of Tender.docx", "Cleaning Contract Tender.docx",
            "invitation-to-tender---hall-cleaning.pdf", "Quotation request.docx",
        ]),
        (Role.SPECIFICATION, [
            "Volume 2 Specification.pdf", "ITT Part B - Specification.docx",
            "Invitation to Tender - Specification.pdf", "Attachment 3 Statement of Requirements.docx",
            "Project brief - museum shop.docx", "Terms of Reference.docx", "Scope of works.pdf",
            "Schedule 1 Specification.docx", "Annex A (Service description).docx", "SOW.md",
        ]),
        (Role.PRICING, [
            "Appendix C - Pricing.docx", "Schedule of Rates.xlsx", "Bill of Quantities.xlsx",
            "Lot 1 Pricing Schedule.xlsx", "Tender Pricing Schedule template.xlsx", "Commercial Envelope.xlsx",
            "03_Price_Form.xlsx", "Cost breakdown.xlsx", "Call-Off Schedule 5 (Pricing Details).docx",
            "Bid Pack - Attachment 4 Submission and pricing schedule.docx",
        ]),
        (Role.TERMS, [
            "Contract Terms.pdf", "Draft contract v2 FINAL.docx", "Core Terms.pdf", "Conditions of contract.docx",
            "Call-Off Schedule 6 - TUPE Surcharge.pdf", "Joint Schedule 2 - Variation Form.pdf",
            "Form of Agreement.docx", "Framework Agreement.docx",
            "Framework Agreement for Taxis.docx", "Parent Company Guarantee.docx",
            "Data Processing Agreement.docx", "Contract.docx", "Service Level Agreement.docx",
            "Performance bond.docx", "T&Cs.docx", "Schedule 3 Payment.docx",
        ]),
        (Role.FORM, [
            "Complaints form.docx", "Supplier feedback survey.docx", "02_Return_Forms.docx", "Form of Tender.docx",
            "Tender Response Document.docx", "Form of tender for a taxi contract.docx",
            "Appendix 4b - Method Statement Questions (final).docx",
            "Order form.docx", "Non-collusion certificate.docx", "Evaluation feedback form.docx",
            "Accessible formats request form.docx", "Quality Questions.docx", "Declaration of interests.docx",
            "Expression of Interest form.docx",
        ]),
        (Role.GUIDANCE, [
            "Pricing guidance.docx", "Guidance on completing the pricing schedule.docx", "SQ Guidance.docx",
            "How to use the portal.pdf", "Easy read summary.pdf", "Notes for tenderers.docx",
            "Procurement procedures.pdf",
        ]),
        (Role.SELECTION, [
            "Selection Questionnaire.docx", "PQQ.docx", "Procurement Specific Questionnaire (PSQ).docx",
            "SPD Scotland.docx", "Supplier Questionnaire.docx",
        ]),
        (Role.QUESTIONS, [
            "Clarification log 3.xlsx", "Clarifications.docx", "Q&A.docx", "Amendment 1 Questions and Answers.xlsx",
            "FAQs.md",
        ]),
        (Role.AMENDMENT, [
            "Addendum 1.pdf", "ITT Amendment No 2.docx", "Corrigendum.pdf",
        ]),
        (Role.EVALUATION, [
            "Evaluation methodology.docx", "Award criteria.pdf", "Tender evaluation.docx", "Scoring matrix.xlsx",
        ]),
        (Role.TUPE, [
            "TUPE information.xlsx", "TUPE.xlsx", "Workforce data.xlsx",
        ]),
        (Role.NOTICE, [
            "Contract notice.pdf", "Notice.pdf", "Market engagement notice.pdf",
        ]),
        (Role.OTHER, [
            "Document1.docx", "Privacy notice.docx", "Site plan.pdf", "Equality impact assessment.docx",
        ]),
    ],
    ids=lambda each: each.value if isinstance(each, Role) else "",
)  # fmt: skip
def test_a_name_tells_what_a_document_is_for(role: Role, names: list[str]) -> None:
    assert {name: role_of(Document(name, "")) for name in names} == dict.fromkeys(names, role)


def test_a_title_tells_where_the_name_does_not() -> None:
    assert role_of(Document("Annex A.docx", "", structure=Structure(title="Pricing schedule"))) is Role.PRICING
    titled = Document("Specification.docx", "", structure=Structure(title="Form of tender"))
    assert role_of(titled) is Role.SPECIFICATION


def test_the_first_lines_tell_where_name_and_title_do_not() -> None:
    made = document("Wexley Parish Council\n\nForm of Tender\n\nWe offer to clean the hall.", "Annex B.md")
    assert role_of(made) is Role.FORM


def test_a_sentence_that_only_names_a_contract_tells_nothing() -> None:
    made = document("The contract was awarded last year\n\nThe agreement ended.", "Letter.md")
    assert role_of(made) is Role.OTHER


def test_a_document_with_every_section_is_the_whole_invitation() -> None:
    text = "\n\n".join(
        f"## {heading}\n\nWords." for heading in ("Background", "Specification", "Pricing schedule", "Award criteria")
    )
    assert role_of(document(text, "Hall 2026.md")) is Role.INSTRUCTIONS


def test_one_telling_heading_is_enough() -> None:
    assert role_of(document("## Overview\n\nWords.\n\n## Method statements\n\nWords.", "Annex.md")) is Role.FORM


def test_the_folder_tells_last_of_all_and_not_that_it_is_the_tender_folder() -> None:
    assert role_of(Document("02 Pricing/Annex 1.xlsx", "")) is Role.PRICING
    assert role_of(Document("Pricing/Contract terms.docx", "")) is Role.TERMS
    assert role_of(Document("Tender documents/Annex 1.docx", "")) is Role.OTHER


def test_a_role_that_the_reader_found_in_the_file_stays() -> None:
    (made,) = with_roles([Document("Pricing.json", "", role=Role.NOTICE)])
    assert made.role is Role.NOTICE


@pytest.mark.parametrize("piece", ["tender ", "a", "_", "(", "1.", "-", "annex 1 ", "v1 ", "terms and ", "tupe "])
def test_a_hostile_name_is_told_in_no_time(piece: str) -> None:
    started = time.process_time()
    role_of(Document(piece * 2000, "", structure=Structure(title=piece * 2000)))
    assert time.process_time() - started < 0.5


def test_a_workbook_with_a_sheet_of_instructions_is_a_form_to_fill_in() -> None:
    text = "# Instructions\n\nWork through every sheet.\n\n# Halls\n\nName of each hall."
    assert role_of(document(text, "Halls and visits.xlsx")) is Role.FORM
    assert role_of(document(text, "Halls and visits.docx")) is Role.INSTRUCTIONS


def test_the_title_of_an_appendix_is_not_that_of_the_pack() -> None:
    text = (
        "Invitation to Tender for the Provision of Grounds Maintenance\n\n# Appendix A Standard Conditions of Contract"
        "\n\nAppendix B Specification\n\n# Introduction\n\nThe Council seeks tenders."
    )
    assert role_of(document(text, "pack.md")) is Role.INSTRUCTIONS
