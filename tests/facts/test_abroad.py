"""A pack from outside the United Kingdom is told by its money and names, when nothing in it is British."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def is_abroad(text: str) -> bool:
    return Facts(Passages(pack(text))).chosen("abroad") is not None


@pytest.mark.parametrize(
    "text",
    [
        "The cap is $10,000 for the first year.\n\nThe cap is $12,000 for the second year.",
        "The bid security is Kshs. 40,000, VAT included.\n\nIt is drawn on a bank of the Republic of Sarendia.",
        "Prices are quoted in ZAR 100 and include VAT.\n\nThe deposit is R 10 000.",
        "The budget is €20,000 without VAT.\n\nTravel is paid up to €500.",
    ],
)
def test_foreign_money_twice_and_nothing_british_is_abroad_whether_or_not_there_is_vat(text: str) -> None:
    assert is_abroad(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices are in £ 100 and not in $ 100.\n\nNor in $ 200.",
        "Licences cost $10 each.\n\nHosting costs $20. Bidders must be registered in England.",
        "Licences cost $10 each.\n\nHosting costs $20. Write to the clerk at Hall Lane, NE1 4ST.",
        "Licences cost $10 each, plus VAT.",
        "The council buys desks.",
    ],
)
def test_one_sign_or_anything_british_is_not_abroad(text: str) -> None:
    assert not is_abroad(text)
