"""Amounts of money and numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlint.facts.amounts import amounts, vat_of
from tenderlint.facts.numbers import number


def read(text: str) -> list[str]:
    return [
        f"{amount.money.least if amount.money.least is not None else ''}~{amount.money.most}"
        f" {amount.money.currency} {amount.money.vat} {amount.per}".strip()
        for amount in amounts(text)
    ]


NUMBERS = [
    ("ten", "10"), ("twenty-five", "25"), ("one hundred and ninety thousand", "190000"), ("2.5", "2.5"),
    ("1,250", "1250"),
    ("half a million", "500000"), ("a hundred", "100"), ("two hundred thousand", "200000"),
    ("1.5m", "1500000"),
    ("one million two hundred thousand", "1200000"), ("forty two", "42"), ("10k", "10000"),
]  # fmt: skip
ONE = [
    ("£10,000", "10000"), ("£10000", "10000"), ("£10k", "10000"), ("£10K", "10000"), ("£1.5m", "1500000"),
    ("£2bn", "2000000000"),
    ("£1.5 million", "1500000"), ("GBP 10,000", "10000"),
    ("10,000 pounds", "10000"), ("£2,000,000.00", "2000000.00"),
    ("ten million pounds", "10000000"), ("five thousand pounds sterling", "5000"), ("£10 000", "10000"),
    ("one hundred and ninety thousand pounds (£190,000)", "190000"),
    ("£190,000 (one hundred and ninety thousand pounds)", "190000"),
    ("half a million pounds", "500000"), ("£250", "250"), ("£0.45", "0.45"),
]  # fmt: skip
RANGES = [
    ("between £90k and £110k a year (net of VAT)", ["90000~110000 GBP excl year"]),
    ("£90,000 - £110,000", ["90000~110000 GBP unknown"]),
    ("£90-110k per annum plus VAT", ["90000~110000 GBP excl year"]),
    ("£1 to 2 million", ["1000000~2000000 GBP unknown"]),
    ("from £50,000 to £70,000 each year", ["50000~70000 GBP unknown year"]),
    ("up to £40,000", ["~40000 GBP unknown"]),
    ("a maximum of £40,000 including VAT", ["~40000 GBP incl"]),
    ("not exceeding £40,000 exclusive of VAT", ["~40000 GBP excl"]),
    ("£250,000 (maximum)", ["~250000 GBP unknown"]),
    ("£5 million and £10 million", ["5000000~5000000 GBP unknown", "10000000~10000000 GBP unknown"]),
    ("£450 per day", ["450~450 GBP unknown day"]),
    ("£12.60 an hour", ["12.60~12.60 GBP unknown hour"]),
    ("£45k p.a.", ["45000~45000 GBP unknown year"]),
    ("£600 pcm", ["600~600 GBP unknown month"]),
    ("£3,000 per lot", ["3000~3000 GBP unknown lot"]),
    ("up to US $98,000", ["~98000 USD unknown"]),
    ("€150K", ["150000~150000 EUR unknown"]),
    ("£100 excluding VAT or £120 including VAT", ["100~100 GBP excl", "120~120 GBP incl"]),
    ("(excl. VAT) £40,000", ["40000~40000 GBP excl"]),
    ("£5 to 10 users", ["5~5 GBP unknown"]),
]
NONE = ["clause 10,000", "10 km", "Form 12", "2026", "three years", "the pound sign", "60%", ""]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_is_read_in_figures_or_words(text: str, expected: str) -> None:
    assert number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "many", "ten pounds", "and", "1.2.3"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_an_amount_is_read_in_every_form(text: str, expected: str) -> None:
    worth = Decimal(expected)
    (amount,) = amounts(f"It is {text}, we think.")
    assert (amount.money.least, amount.money.most, amount.money.currency) == (worth, worth, "GBP")


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges_ceilings_units_and_vat_are_told(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_other_figures_are_no_money(text: str) -> None:
    assert amounts(text) == ()


def test_an_amount_knows_where_it_stands() -> None:
    text = "We pay £1,000 a month."
    (amount,) = amounts(text)
    assert text[amount.start : amount.end] == "£1,000"


def test_words_that_speak_of_vat_in_both_ways_tell_nothing() -> None:
    assert vat_of("All prices exclude VAT.") == "excl"
    assert vat_of("£100 excluding VAT, £120 including VAT") == "unknown"


def test_the_end_of_a_word_is_no_sign_of_money() -> None:
    (amount,) = amounts("a fixed part plus £150,000")
    assert (amount.start, amount.money.currency) == (18, "GBP")
    assert amounts("Call us 01632 960477.") == ()
