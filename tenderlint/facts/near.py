"""The sentence that a word stands in: what a check may take to be about that word."""

from __future__ import annotations

from tenderlint.facts.statements import sentences


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """Return where the sentence that holds the letter at `at` starts and ends in the text."""
    start = 0
    for sentence in sentences(text):
        start = max(start, text.find(sentence, start))
        if at < start + len(sentence):
            return start, start + len(sentence)
        start += len(sentence)
    return min(start, len(text)), len(text)


def sentence_about(text: str, at: int) -> str:
    """Return the sentence that holds the letter at `at`."""
    start, end = sentence_at(text, at)
    return text[start:end]
