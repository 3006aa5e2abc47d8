"""Telephone numbers are read in brackets after a role, and after a signature."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import read


@pytest.mark.parametrize(
    "text",
    [
        "If in doubt ask the Estates Manager (01632 960123).",
        "Questions? Estates Manager (01632 960123).",
        "Queries to our Head of Estates (01632 960123).",
        "Ask Jo Lee, Estates Officer (01632 960123), about this tender.",
        "Buyer: Jo Lee (01632 960123)",
        "Questions to Sam (01632 960123).",
        "The bursar (01632 960123) can answer questions.",
        "Yours, Mary Smith, Clerk, clerk@parish.example, 01632 960123",
        "Please send us your quote.\n\nMary Smith\n\nClerk, clerk@parish.example, 01632 960123",
        "Please send us your quote.\n\nMary Smith\n\nSchool Bursar, 01632 960123",
    ],
)
def test_a_number_beside_a_role_is_read_whole(text: str) -> None:
    assert read(text, "contact_phone") == ["01632 960123"]


@pytest.mark.parametrize(
    "text",
    [
        "Send invoices to the accounts payable officer (01632 960123).",
        "The data protection officer (01632 960123) keeps your data.",
        "Freedom of information officer, 01632 960123.",
        "The grounds lie by the depot (01632 960123).",
        "Charity number, 01632 960123.",
        "Complaints go to the director (01632 960123).",
    ],
)
def test_a_number_beside_another_role_or_none_is_not(text: str) -> None:
    assert read(text, "contact_phone") == []
