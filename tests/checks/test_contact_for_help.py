"""Somebody to ask about the tender is told from every other address in a pack."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        "# Clarifications\nAny request for clarification must be emailed to procurement@aldmere.example.",
        "# Questions\nIf you have a question ring Dana on 01632 960777.",
        (
            "# Making a tender\n"
            "Send your tender to:\n"
            "\n"
            "Elin Bowes\n"
            "\n"
            "Facilities Administrator\n"
            "\n"
            "elin.bowes@aldmere.example"
        ),
    ],
)
def test_a_mailbox_or_a_number_for_questions_counts(pack: str) -> None:
    assert ask("contact-for-help", pack).outcome == "passed"


def test_messages_on_a_portal_will_do() -> None:
    pack = "# Questions\nQueries must be raised through the messaging area of the portal by 1 March."
    assert ask("contact-for-help", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Data\nQuestions about personal data go to the Data Protection Officer, dpo@aldmere.example.",
        "# Invoices\nQueries on invoices: accounts@aldmere.example, 01632 960778.",
        (
            "# Your details\n"
            "\n"
            "| Primary contact | |\n"
            "|---|---|\n"
            "| Email | |"
        ),
        "# Complaints\nComplaints to complaints@aldmere.example.",
    ],
)
def test_addresses_for_other_things_do_not_count(pack: str) -> None:
    assert ask("contact-for-help", pack).outcome == "failed"


def test_a_contact_that_is_still_to_be_filled_in_does_not_count() -> None:
    pack = "# Contact\nFor further information contact [insert name] on [insert telephone]."
    assert ask("contact-for-help", pack).outcome == "failed"



def test_one_way_only_is_said_to_be_one_way() -> None:
    row = ask("contact-for-help", "# Clarifications\nSend queries to procurement@aldmere.example.")
    assert "only by e-mail" in row.reason


def test_messages_on_a_portal_are_no_help_to_all_where_telephone_and_e_mail_are_refused() -> None:
    text = "# Questions\nQuestions must be raised through the portal. "
    refused = ask("contact-for-help", text + "We do not answer questions by telephone or by e-mail.")
    assert refused.outcome == "failed"
    assert "refused" in refused.reason
    assert ask("contact-for-help", text + "E-mails and telephone calls will not be answered.").outcome == "failed"
    assert ask("contact-for-help", text + "We publish all answers by 3 April.").outcome == "passed"
    assert ask("contact-for-help", text + "Telephone calls will not be taken.").outcome == "passed"


def test_the_address_of_a_named_person_will_do_and_is_said_to_be_for_something_else() -> None:
    text = (
        "# Evaluation of a festival\nWe seek an evaluator. Budget: up to £14,000.\n"
        "# What to send\nA proposal of six pages with your approach, and the CVs of those who will do the work. "
        "Send it as a PDF to Mairi Kerr, mairi@tidelines.example, by noon on 26 April 2026. If email is difficult, "
        "phone Mairi on 01632 960321 and talk it through; we are happy to take a voice note."
    )
    row = ask("contact-for-help", {"Brief.docx": text})
    assert row.outcome == "passed"
    assert "not expressly for questions" in row.reason
