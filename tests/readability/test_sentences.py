"""Sentences of tenders are split where a person would split them: 334 of them, written for this test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tenderlint.facts.statements import sentences

SET = Path(__file__).parent / "sentences.txt"
BAR = 0.98
MISSES = {
    # A firm's name may go on after "Co.", and only a person sees that deliveries are no part of it.
    "The firm is Smith & Co.",
    "Deliveries come from its depot at Hull.",
    # A single letter with a stop is more often the beginning of a name than the end of a sentence.
    "Delivery is to Block C.",
    "Turn left at the gate.",
    # A word that is cut short nowhere else.
    "Hourly rates: day £14.20; night £16.50; bank hols. £21.00.",
}


def paragraphs() -> Iterator[list[str]]:
    """Yield the paragraphs of the set, each as the list of its sentences."""
    for paragraph in SET.read_text(encoding="utf-8").split("\n\n"):
        rows = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if rows:
            yield rows


def misses() -> list[str]:
    """Return the sentences of the set that do not come back whole and alone."""
    gone: list[str] = []
    for rows in paragraphs():
        gone += (Counter(rows) - Counter(sentences(" ".join(rows)))).elements()
    return gone


def test_the_set_is_as_large_as_it_says() -> None:
    assert sum(map(len, paragraphs())) == 334


def test_at_least_98_in_100_sentences_of_tenders_are_split_right() -> None:
    total, missed = sum(map(len, paragraphs())), misses()
    share = 1 - len(missed) / total
    told = "\n".join(f"  {sentence}" for sentence in missed)
    assert share >= BAR, f"{share:.1%} of {total} sentences are right; these are not:\n{told}"


def test_the_sentences_that_are_split_wrongly_are_known() -> None:
    assert set(misses()) == MISSES


def test_splitting_loses_no_word() -> None:
    for rows in paragraphs():
        text = " ".join(rows)
        assert " ".join(sentences(text)) == text
