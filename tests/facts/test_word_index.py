"""Words find the passages that hold them, and what begins with them."""

from __future__ import annotations

import pytest

from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def found(text: str, *words: str) -> list[str]:
    """Return the passages of a text that hold any of the words."""
    return [passage.text for passage in Passages(pack(text)).having(*words)]


TEXT = """
The insurer must insure the hall.

Uninsured losses are yours.

Tenders close on 15thOctober 2027 at noon.

It costs £5million over 3years.

The subcontract for cleaning ends.

A contract for cleaning begins.

Call-off orders follow (see “Call-off”).
"""


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        (("insur",), ["The insurer"]),
        (("uninsur",), ["Uninsured"]),
        (("october",), ["Tenders close"]),
        (("million",), ["It costs"]),
        (("year",), ["It costs"]),
        (("contract for",), ["A contract"]),
        (("contract f",), ["A contract"]),
        (("on 15th",), ["Tenders close"]),
        (("call-off",), ["Call-off"]),
        (("-off”",), ["Call-off"]),
        (("zebra",), []),
        (("zebra", "noon", "hall"), ["The insurer", "Tenders close"]),
        (("\U0001f600",), []),
    ],
)
def test_passages_are_found_by_how_their_words_begin(words: tuple[str, ...], starts: list[str]) -> None:
    passages = found(TEXT, *words)
    assert len(passages) == len(starts)
    assert all(passage.startswith(start) for passage, start in zip(passages, starts, strict=True))


def test_a_word_behind_a_number_is_found_beside_the_same_word_alone() -> None:
    assert len(found("The term is 3years.\n\nIt may grow by two years.", "years")) == 2


def test_letters_that_come_last_in_every_alphabet_are_found() -> None:
    assert found("The sign \U00010400 stands here.", "\U00010428") == ["The sign \U00010400 stands here."]


def test_a_pack_without_words_holds_nothing() -> None:
    assert found("", "tender", "call-off", "open tender") == []
