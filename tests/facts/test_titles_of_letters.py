"""A letter says what it is about in its subject line, which is its title where nothing better stands."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import chosen

_HEAD = "Aldercombe Town Council\n\nThe Guildhall, Market Street\n\n12 May 2026\n\n"
_REST = "\n\nPlease send us your price by noon on 5 June 2026. Write to the clerk with questions.\n\nYours faithfully\n"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Dear Supplier\n\n**Gutter cleaning at the town halls**", "Gutter cleaning at the town halls"),
        ("Dear Sir or Madam,\n\nRe: Grass cutting at the cemetery", "Grass cutting at the cemetery"),
        ("Re: Provision of window cleaning\n\nDear Supplier", "Provision of window cleaning"),
        ("Dear all\n\nRE – Tree works in the parks, 2026", "Tree works in the parks, 2026"),
        ("Dear Contractor\n\n# Resurfacing of the car park", "Resurfacing of the car park"),
        ("Dear Supplier\n\nPainting of the bandstand", "Painting of the bandstand"),
        ("Dear Supplier\n\nRe: Request for quotation for winter gritting", "winter gritting"),
        ("Dear Supplier\n\nSubject: Hanging baskets for the high street", "Hanging baskets for the high street"),
    ],
)
def test_the_subject_of_a_letter_is_its_title(lines: str, title: str) -> None:
    assert chosen(_HEAD + lines + _REST, "title") == title


@pytest.mark.parametrize(
    "lines",
    [
        "Dear Supplier\n\nThank you for your interest",
        "Dear Supplier\n\nRe: your letter",
        "Dear Supplier\n\nWe would like a price from you",
        "Dear Supplier\n\nWe are looking for somebody to clean the gutters of the halls.",
        "Recycling is what the council does best.",
    ],
)
def test_the_first_words_of_a_letter_are_no_title(lines: str) -> None:
    assert chosen("12 May 2026\n\n" + lines + _REST, "title") is None


def test_what_stands_better_goes_before_the_subject_of_a_letter() -> None:
    text = f"Contract title: Care of the parks\n\nDear Supplier\n\nPrices wanted{_REST}"
    assert chosen(text, "title") == "Care of the parks"
