"""Phrases of cards stand for the ways in which people write them."""

import pytest

from tenderlint.facts.passages import Passages
from tenderlint.facts.phrases import first_of, holds, likely, phrase_pattern, stands
from tenderlint.testing import pack


@pytest.mark.parametrize("text", ["a not-for-profit body", "a not for profit body", "a not‑for–profit body"])
def test_a_hyphen_in_a_phrase_stands_for_a_blank_as_well(text: str) -> None:
    assert holds(("not-for-profit",), text)


@pytest.mark.parametrize("text", ["a notsforsprofit body", "a notforprofit body", "not for a profit"])
def test_a_hyphen_in_a_phrase_stands_for_nothing_else(text: str) -> None:
    assert not holds(("not-for-profit",), text)


def test_a_word_of_a_phrase_has_its_ending_or_not() -> None:
    assert all(holds(("large print version(s)",), text) for text in ("Large print version", "large  print versions"))
    assert not holds(("large print version(s)",), "large print versioned")


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("will not be accepted", "Joint bids won't be accepted."),
        ("will not be accepted", "Joint bids won’t be accepted."),
        ("does not intend to reserve", "The council doesn't intend to reserve it."),
        ("cannot be split", "The work can't be split."),
        ("consortia are not", "Consortia aren't welcome."),
        ("consortia ... not be permitted", "Consortia of any kind won't be permitted."),
        ("not accepted", "Bids from groups aren't accepted."),
        ("shall not use", "You shan't use subcontractors."),
        ("is not", "It isn’t."),
    ],
)
def test_a_phrase_with_not_stands_where_it_is_run_into_the_word_before(phrase: str, text: str) -> None:
    assert holds((phrase,), text)
    assert first_of((phrase, "something else"), text) is not None
    assert phrase_pattern((phrase, "something else")).search(text)
    passages = Passages(pack(f"# Bids\n{text}\n"))
    assert [where for one in likely(passages, (phrase,)) for where in stands(passages, one)]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("will not be accepted", "Joint bids will be accepted; we don't mind."),
        ("not accepted", "Bids are accepted. Don't wait."),
        ("not-for-profit", "You can't do it for profit."),
        ("whether or not", "We can't say whether."),
        ("may not bid", "You can't bid."),
    ],
)
def test_a_phrase_with_not_stands_for_no_other_word(phrase: str, text: str) -> None:
    assert not holds((phrase,), text)
