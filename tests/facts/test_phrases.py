"""Phrases of cards stand for the ways in which people write them."""

import pytest

from tenderlint.facts.phrases import holds


@pytest.mark.parametrize("text", ["a not-for-profit body", "a not for profit body", "a not‑for–profit body"])
def test_a_hyphen_in_a_phrase_stands_for_a_blank_as_well(text: str) -> None:
    assert holds(("not-for-profit",), text)


@pytest.mark.parametrize("text", ["a notsforsprofit body", "a notforprofit body", "not for a profit"])
def test_a_hyphen_in_a_phrase_stands_for_nothing_else(text: str) -> None:
    assert not holds(("not-for-profit",), text)


def test_a_word_of_a_phrase_has_its_ending_or_not() -> None:
    assert all(holds(("large print version(s)",), text) for text in ("Large print version", "large  print versions"))
    assert not holds(("large print version(s)",), "large print versioned")
