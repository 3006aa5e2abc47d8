"""Formats of the pack are told from formats of the service, of the bid and of deliverables."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "If you would like this information in another language or format, please contact the "
            "Communications Team on 020 7946 0000."
        ),
        (
            "# ITT\n"
            "Alternative formats. This ITT can be made available in large print, audio, Braille or other "
            "languages. Please email tenders@aldmere.example"
        ),
        (
            "# Accessibility\n"
            "Should you require any of the tender documents in an alternative format, please send a message "
            "through the portal.\n"
            "\n"
            "# Contact\n"
            "Jo Bloggs, tel 01632 960123"
        ),
        (
            "# ITT\n"
            "| Need help reading this? | Ask for large print or audio: 01632 960123 |\n"
            "|---|---|\n"
            "| x | y |"
        ),
        (
            "# Reasonable adjustments\n"
            "If you are disabled and need reasonable adjustments to take part in this procurement, such as "
            "documents in a different format, email access@aldmere.example."
        ),
        (
            "# Front\n"
            "Easy read, BSL and large print copies of the application pack are available from Jo on 01632 "
            "960123."
        ),
        (
            "# Formats\n"
            "You can have any document in this pack in large print or in Easy Read. Ask Ina Roe, 01632 "
            "960124."
        ),
    ],
)
def test_an_offer_of_the_pack_in_other_formats_with_a_contact_counts(pack: str) -> None:
    assert ask("accessible-formats", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Contacts\n"
            "Buyer: Ann Lee, ann.lee@aldmere.example\n"
            "\n"
            "# Formats\n"
            "If you have difficulty reading these documents please ask the buyer for an accessible version."
        ),
        (
            "# Notes\n"
            "Bidders who need the pack in another format (for example Braille) should contact the officer "
            "named in section 2.\n"
            "\n"
            "# 2\n"
            "Officer: x@aldmere.example"
        ),
    ],
)
def test_an_offer_that_sends_the_reader_to_a_contact_elsewhere_counts(pack: str) -> None:
    assert ask("accessible-formats", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Questions\n"
            "How will you ensure that your service is accessible to people who need BSL or easy read? Email "
            "your answer to bids@aldmere.example"
        ),
        (
            "# Scope\n"
            "The final report should be available in accessible formats including easy read. Contact: "
            "a@aldmere.example"
        ),
        (
            "# Requirements\n"
            "The system must be available in other languages and support screen readers. Contact "
            "helpdesk@aldmere.example"
        ),
        (
            "# Service users\n"
            "Service users may request information in large print from the contractor on 01632 960125."
        ),
        (
            "# Equality\n"
            "The Council provides its services in accessible formats to residents who need them. Contact "
            "01632 960125."
        ),
        (
            "# Interpreting\n"
            "The Council requires British Sign Language interpreters. If you would like to bid please "
            "contact a@aldmere.example."
        ),
    ],
)
def test_formats_of_the_service_or_of_a_deliverable_do_not_count(pack: str) -> None:
    assert ask("accessible-formats", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Submission\n"
            "Bids may be sent in another format if you prefer, for example on a memory stick, to "
            "bids@aldmere.example."
        ),
        "# Price\nPrices should be given in a format that can be compared. Email a@aldmere.example.",
        (
            "# Terms and conditions\n"
            "4.1 Notices shall be available in Welsh on request from notices@aldmere.example."
        ),
        (
            "# Language\n"
            "Tenders must be in English. Certificates in other languages must be translated. Please contact "
            "a@aldmere.example with questions."
        ),
    ],
)
def test_the_format_of_the_bid_or_of_notices_does_not_count(pack: str) -> None:
    assert ask("accessible-formats", pack).outcome == "failed"



def test_an_offer_without_a_contact_is_shown_as_weak() -> None:
    row = ask("accessible-formats", "# ITT\nThis pack is available in Braille and large print on request.")
    assert row.outcome == "failed"
    assert row.nearest[0].message == "this offers other formats, but gives no contact to ask"


_SPECIFICATION = "# Specification\n\nMow the grass every week."


@pytest.mark.parametrize(
    "words",
    [
        "Ask Ina Roe on 01632 960124. She can send you this invitation in large print or read it to you.",
        "This document can be sent to you in Braille or in large print. Ring 01632 960124.",
        "If you need this letter in easy read, ring 01632 960124.",
    ],
)
def test_an_offer_of_one_document_is_told_as_that_where_the_pack_has_more(words: str) -> None:
    files = {"Invitation.docx": f"# Help\n\n{words}", "Specification.docx": _SPECIFICATION}
    row = ask("accessible-formats", files)
    assert row.outcome == "passed"
    assert "nothing is said of the other documents of the pack" in row.reason
    assert row.reason.lower().startswith("“this ")
    assert ask("accessible-formats", f"# Help\n\n{words}").reason.startswith("the pack is offered in other formats")


@pytest.mark.parametrize(
    "words",
    [
        "You can have this invitation and any other document in large print. Ring 01632 960124.",
        "This pack can be sent to you in Braille or in large print. Ring 01632 960124.",
        "If you need these papers in easy read, ring 01632 960124.",
    ],
)
def test_an_offer_of_the_whole_pack_is_told_as_that(words: str) -> None:
    files = {"Invitation.docx": f"# Help\n\n{words}", "Specification.docx": _SPECIFICATION}
    row = ask("accessible-formats", files)
    assert row.reason.startswith("the pack is offered in other formats")
