"""Spans of time and what they are of."""

from __future__ import annotations

import pytest

from tenderlint.facts.lengths import lengths

CASES = [
    ("three years with an option of two further years", [(36, ""), (24, "extension")]),
    ("3+1+1", [(36, "initial"), (24, "extension")]),
    ("2 years + 1 year + 1 year", [(24, "initial"), (24, "extension")]),
    ("36 months + 2 x 12 month extensions", [(36, ""), (24, "extension")]),
    ("24 months, extendable by up to 24 months", [(24, ""), (24, "extension")]),
    ("two single-year extensions", [(24, "extension")]),
    ("extended for three periods of 12 months", [(36, "extension")]),
    ("an initial period of twelve months", [(12, "initial")]),
    ("a three (3) year contract", [(36, "")]),
    ("thirty-six (36) months", [(36, "")]),
    ("5 years (60 months)", [(60, "")]),
    ("3 year contract (1+1+1)", [(36, "total"), (12, "initial"), (24, "extension")]),
    ("4 years in total including extensions", [(48, "total")]),
    ("maximum contract duration of 5 years", [(60, "total")]),
    ("a two-year contract, extendable up to a maximum of four years", [(24, ""), (48, "total")]),
    ("2 years, with an option for 2 more", [(24, ""), (24, "extension")]),
    ("Two years with an option of a third year", [(24, ""), (12, "extension")]),
    ("three to five month period", [(5, "")]),
    ("16 week period", [(4, "")]),
    ("one and a half years", [(18, "")]),
    ("Duration (months): 48", [(48, "")]),
    ("initial term: 36 months | extension: 24 months", [(36, "initial"), (24, "extension")]),
    ("an extension of 12 months to the initial 3 year term", [(12, "extension"), (36, "initial")]),
    ("three years with an option of two further years (3+2)", [(36, ""), (24, "extension")]),
    ("twenty-four months", [(24, "")]),
    ("fourteen months", [(14, "")]),
]
NONE = ["10:30", "£90,000 + VAT", "30 days", "Yearly", "2026+", "each year", "C++"]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spans_are_read_with_their_kind(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(length.months, length.kind) for length in lengths(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_span_of_a_term_is_not_read(text: str) -> None:
    assert lengths(text) == ()


def test_a_span_knows_where_it_stands() -> None:
    text = "The term is five years."
    (length,) = lengths(text)
    assert text[length.start : length.end] == "five years"
