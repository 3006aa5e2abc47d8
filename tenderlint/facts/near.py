"""The sentence that a word stands in: what a check may take to be about that word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from tenderlint.facts.statements import clip, sentences

if TYPE_CHECKING:
    from tenderlint.facts.passages import Passage


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


def sentence_around(text: str, start: int, end: int, most: int = 300) -> str:
    """Quote the sentence that holds what stands from `start` to `end` whole, if it has `most` letters at most.

    Of a longer one the beginning is quoted if it holds the stretch, and else only what stands about it.
    """
    first, last = sentence_at(text, start)
    if last - first <= most and end <= last:
        return text[first:last].strip()
    if end - first > most:
        return clip(text, start, end, most)
    return text[first : max(end, text.rfind(" ", end, first + most))].strip()


class _Placed(Protocol):
    @property
    def passage(self) -> Passage: ...


T = TypeVar("T", bound=_Placed)


def apart(found: Iterable[T], most: int = 3) -> list[T]:
    """Return the first of what was found in each passage, `most` of them: one passage is quoted once."""
    first: dict[int, T] = {}
    for each in found:
        first.setdefault(each.passage.index, each)
        if len(first) == most:
            break
    return list(first.values())


def question_before(text: str, sentence: str) -> str:
    """Return the question that a sentence of a text answers: the one right before it, or ""."""
    before = text[: max(0, text.find(sentence))].rstrip()
    if not before.endswith("?"):
        return ""
    return before[max(before.rfind(mark, 0, len(before) - 1) for mark in ".?!") + 1 :].strip()
