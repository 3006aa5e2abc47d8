"""Whom bidders can ask."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tests.facts.facts_read import read

EMAILS = [
    ("For any queries about this tender contact the Clerk at clerk@millbrook-pc.example.",
     ["clerk@millbrook-pc.example"]),
    ("Questions must be sent to tenders@millbrook.example by noon.", ["tenders@millbrook.example"]),
    ("| Contact | Jane Smith |\n| Email | jane.smith@millbrook.example |", ["jane.smith@millbrook.example"]),
    ("Completed tenders should be returned by e-mail to clerk@oakham.example.", ["clerk@oakham.example"]),
    ("Technical help: the portal helpdesk at help@portal-desk.example", ["help@portal-desk.example"]),
    ("Clarification questions: procurement@northmoor.example", ["procurement@northmoor.example"]),
    ("If you would like this pack in large print write to access@northmoor.example.", ["access@northmoor.example"]),
    ("Expressions of interest to Ann Bell, ann.bell@oakham.example", ["ann.bell@oakham.example"]),
    ("Please email buyers@oakham.example for further information.", ["buyers@oakham.example"]),
    ("Quotations should be submitted to quotes+2026@oakham.example.", ["quotes+2026@oakham.example"]),
    ("# How to ask questions\n\nWrite to Sam Poole.\n\nsam.poole@oakham.example", ["sam.poole@oakham.example"]),
    ("Invoices go to payables@millbrook.example. Questions go to tenders@millbrook.example.",
     ["tenders@millbrook.example"]),
    ("Ask for the tender documents from office@stmary.example.", ["office@stmary.example"]),
    ("Complaints about data protection: dpo@millbrook.example", []),
    ("Invoices should be sent to payables@millbrook.example.", []),
    ("Freedom of information requests: foi@millbrook.example", []),
    ("To report fraud, write to whistleblowing@millbrook.example about the tender.", []),
    ("Complain about the tender to complaints@millbrook.example.", []),
    ("Bidder's contact name and email: name@company.com", []),
    ("Referee 1: contact email ref@client.example", []),
    ("Modern slavery helpline: help@slavery.example", []),
    ("The press office is at press@millbrook.example.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), EMAILS)
def test_an_address_for_bidders_is_told_from_the_others(text: str, values: list[str]) -> None:
    assert read(text, "contact_email") == values


PHONES = [
    ("For queries about this tender telephone 01632 960456.", ["01632 960456"]),
    ("Questions: call Ann Bell on 020 7946 0123.", ["020 7946 0123"]),
    ("| Contact | Jane Smith |\n| Tel | 01632 960 789 |\n| Fax | 01632 960 790 |", ["01632 960 789"]),
    ("Tel: (01632) 960456 for bidders' enquiries", ["(01632) 960456"]),
    ("Ask the clerk, on 01632 960588 or at clerk@fen.example, about the tender.", ["01632 960588"]),
    ("The procurement helpdesk is on 0345 010 3503.", ["0345 010 3503"]),
    ("Contact the buyer: +44 1632 960456", ["+44 1632 960456"]),
    ("If you need the documents in another format ring 01632 960142.", ["01632 960142"]),
    ("Commercial officer\n\nEmail: j.smith@mod.example 03069990123", ["03069990123"]),
    ("Site visits: please phone the caretaker on 07700 900123.", ["07700 900123"]),
    ("Clarifications: Tel. 01632-960-456", ["01632-960-456"]),
    ("# Contact\n\nMobile: 07700 900 456", ["07700 900 456"]),
    ("Procurement team: telephone 01632 960 000", ["01632 960 000"]),
    ("Telephone calls about this tender will not be answered on 01632 960456.", []),
    ("Fax: 01632 960790 for tender queries", []),
    ("Published by the Stationery Office. Tel: 01632 960522", []),
    ("The company number is 01234567890.", []),
    ("The project costs £01632 960456.", []),
    ("Whistleblowing helpline: telephone 01632 960111", []),
    ("Bidder's contact telephone number: ", []),
    ("Ring 999 in an emergency.", []),
    ("Tender reference 0163 2960 4567 8901", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), PHONES)
def test_a_telephone_number_for_bidders_is_told_from_other_numbers(text: str, values: list[str]) -> None:
    assert read(text, "contact_phone") == values


OFFERS = [
    ("Please tell us if you would like this pack in large print, Braille or Easy Read: 01632 960142.",
     {"large print", "braille", "easy read"}),
    ("This document is available in other formats on request.", {"alternative formats"}),
    ("If you need these documents in an alternative format, such as audio or large print, contact us.",
     {"large print", "audio"}),
    ("We will provide our forms in an accessible format such as Word, large print or Easy Read; please ask.",
     {"word", "large print", "easy read"}),
    ("Tenders must be sent in Word. This document may be had in other formats.", {"alternative formats"}),
    ("You can ask for the invitation to tender and its forms in a different format or language.",
     {"alternative formats"}),
    ("We can supply the tender documents in larger font or on tape.", {"large print", "audio"}),
    ("Copies in large print or other languages can be made available.", {"large print", "translation"}),
    ("Any bidder who needs this information in another format should call us.", {"alternative formats"}),
    ("These papers can be provided in Braille.", {"braille"}),
    ("You can have any document in this pack in large print, in Easy Read or on audio.",
     {"large print", "easy read", "audio"}),
    ("You can have this pack in large print, in Easy Read, or as plain text.",
     {"large print", "easy read", "plain text"}),
    ("This document can be sent as plain text.", set()),
    ("The forms are available in British Sign Language on request.", {"bsl"}),
    ("She can send this pack in Easy Read, large print or on audio CD within a week.",
     {"easy read", "large print", "audio"}),
    ("If you require this document in accessible formats please contact the team.", {"alternative formats"}),
    ("Large print versions of this invitation are available from the clerk.", {"large print"}),
    ("The Provider must make all service-user information available in Easy Read and BSL.", set()),
    ("The deliverable will be provided in accessible formats including Braille.", set()),
    ("Tenders must be submitted in Word or PDF format.", set()),
    ("Describe how you will provide information in alternative formats such as easy read.", set()),
    ("The service shall produce leaflets in community languages, audio and large print.", set()),
    ("Alternative file formats such as .zip are not accepted.", set()),
    ("This document is not available in large print.", set()),
    ("The website must support screen readers and large print.", set()),
    ("How will you communicate with people who use Braille?", set()),
    ("We can also arrange a British Sign Language interpreter.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "formats"), OFFERS)
def test_formats_count_when_the_pack_itself_is_offered_in_them(text: str, formats: set[str]) -> None:
    found = read(text, "accessible_formats_offered")
    assert {name for value in found for name in value} == formats


def test_each_place_of_an_address_is_told_with_its_whole_sentence() -> None:
    text = (
        "# Help\n\nWrite to tenders@oakham.example or ring 01632 960142 with questions.\n\n"
        "# Other formats\n\nAsk the buyer at tenders@oakham.example for large print.\n\n"
        "# Sending your tender\n\nIf the portal fails on the last day, ring 01632 960142 for help.\n\n"
        "# Feedback\n\nTell us what you think of this tender. You do not need to give your name, and nobody will hold "
        "it against you. Send the form with your answers to tenders@oakham.example or to Procurement, Town Hall, "
        "Quay Street, Oakham, PM1 2AB. Thank you for your time."
    )
    facts = Facts(Passages(pack(text)))
    assert [fact.place.heading[-1] for fact in facts.all("contact_email")] == ["Help", "Other formats", "Feedback"]
    assert [fact.place.heading[-1] for fact in facts.all("contact_phone")] == ["Help", "Sending your tender"]
    last = facts.all("contact_email")[-1].quote
    assert last.startswith("Send the form")
    assert last.endswith("PM1 2AB.")


def test_a_number_for_when_the_portal_fails_is_quoted_after_that_of_the_contact() -> None:
    text = (
        "# Help\nYou can write to tenders@council.example or ring 01632 960142.\n\n"
        "If the portal fails on the last day, ring 01632 960142."
    )
    fact = Facts(Passages(pack({"Invitation to tender.md": text}))).chosen("contact_phone")
    assert fact is not None
    assert fact.quote == "You can write to tenders@council.example or ring 01632 960142."


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("We can send you this invitation in large print or read it to you over the telephone.", "read aloud"),
        ("This pack can be provided in Braille, or read out to you.", "read aloud"),
        ("You can have this letter in large print, and we can read any of it aloud to you.", "read aloud"),
        ("We can send this pack in large print. Please read this document before you ring.", ""),
        ("This pack is available in large print; read the guidance to your team.", ""),
    ],
)
def test_an_offer_to_read_the_pack_aloud_is_a_format(text: str, formats: str) -> None:
    offered = read(text, "accessible_formats_offered")[0]
    assert ("read aloud" in offered) == bool(formats)
    assert len(offered) == 1 + bool(formats)
