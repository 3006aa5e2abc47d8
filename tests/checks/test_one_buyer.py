"""Another authority's name in the buyer's place is told once; a partner, a neighbour or a part of the buyer never."""

from __future__ import annotations

import pytest

from tenderlint.outcomes import Outcome
from tests.checks.asking import ask

BUYER = "Ashford Vale District Council (“the Council”) invites tenders for the care of its parks.\n\n"


def outcome(text: str) -> Outcome:
    return ask("one-buyer", f"# Invitation to tender\n{BUYER}{text}", on="2026-03-02").outcome


@pytest.mark.parametrize(
    "text",
    [
        "Tenders are to be sent by post to Marlbeck Town Council before noon.",
        "Marlbeck Town Council does not bind itself to accept the lowest or any tender.",
        "Oxmoor University (hereinafter “the Authority”) will pay within 30 days.",
        "“Authority” means the Fenland NHS Foundation Trust.",
        "The University of Oxmoor reserves the right to cancel this procurement.",
    ],
)
def test_a_name_in_the_buyers_place_is_found(text: str) -> None:
    assert outcome(text) is Outcome.FAILED


@pytest.mark.parametrize(
    "text",
    [
        "The Council reserves the right to cancel. Send complaints to the Local Government Ombudsman.",
        "Ashford Vale Parks Trust, part of Ashford Vale District Council, will evaluate tenders.",
        "References may come from Marlbeck Town Council or another authority.",
        "The supplier will meet officers of Marlbeck Town Council, which reserved the park in 1920.",
        "The District Council reserves the right to cancel this procurement.",
    ],
)
def test_a_name_elsewhere_is_nothing(text: str) -> None:
    assert outcome(text) is Outcome.PASSED


def test_a_name_that_stands_in_several_places_is_told_once_with_their_number() -> None:
    text = "Marlbeck Town Council reserves the right to cancel.\n\nReturn tenders to Marlbeck Town Council.\n"
    row = ask("one-buyer", f"# Invitation to tender\n{BUYER}{text}", on="2026-03-02")
    assert [finding.message for finding in row.findings] == [
        "Names Marlbeck Town Council in 2 places where the buyer stands, "
        "and the buyer is Ashford Vale District Council."
    ]


def test_a_name_that_is_left_over_is_told_in_each_document_that_holds_it() -> None:
    files = {
        "Invitation.docx": (
            "# Invitation to tender\nAshford Vale District Council (“the Council”) invites tenders for its parks.\n\n"
            "Tenders must be returned to Northmere Borough Council by noon."
        ),
        "Specification.docx": "# Specification\nThe work is done as Northmere Borough Council requires.",
    }
    row = ask("one-buyer", files)
    assert [each.where.document for each in row.findings if each.where] == ["Invitation.docx", "Specification.docx"]


def test_each_document_counts_its_own_places() -> None:
    files = {
        "Invitation.docx": (
            f"# Invitation to tender\n{BUYER}Return tenders to Marlbeck Town Council.\n\n"
            "Deliver tenders by hand to Marlbeck Town Council."
        ),
        "Specification.docx": "# Specification\nThe work is done as Marlbeck Town Council requires.",
    }
    said = [finding.message for finding in ask("one-buyer", files, on="2026-03-02").findings]
    assert ["in 2 places" in message for message in said] == [True, False]
