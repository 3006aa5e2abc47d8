"""The words of a pack as the checks of plain language look at them, gathered once and shared by all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.statements import lowered
from tenderlint.patterns import late_pattern
from tenderlint.readability import Prose, Sentence
from tenderlint.wording import Wording

_SHAPES = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ&abcdefghijklmnopqrstuvwxyz", b"A" * 26 + b"&" + b"a" * 26
)
"""Puts one letter for every capital and one for every small letter: the search leaps from capital to capital."""
_CAPITALS = late_pattern(rb"A(?<!AA)(?=a?[A&])")


class Hit(NamedTuple):
    """Where a stretch of letters stands: the number of the sentence, and the place in the text of them all."""

    row: int
    at: int


class SentenceSearch:
    """The sentences of a pack's running text in small letters, one a line, in one text that is quick to search."""

    def __init__(self, rows: Sequence[Sentence]) -> None:
        self.rows = tuple(rows)
        written = [f" {row.text} ".replace("’", "'") for row in self.rows]
        lengths = list(map(len, written))
        lines = [line.lower() for line in written]  # one by one: most are plain ASCII
        if list(map(len, lines)) != lengths:
            lines = [lowered(line) for line in written]
        self.text = "\n".join(lines)
        self.starts = [0, *accumulate([length + 1 for length in lengths])][: len(lines)]

    def hits(self, *literals: str) -> Iterator[Hit]:
        """Yield where any of the literals (small letters) stands, literal by literal; a blank ends a word."""
        for literal in literals:
            for at in self.spots(literal):
                yield Hit(self.row_of(at), at)

    def spots(self, literal: str) -> Iterator[int]:
        """Yield the places at which a literal stands in the text of all sentences."""
        text = self.text
        at = text.find(literal)
        while at >= 0:
            yield at
            at = text.find(literal, at + 1)

    def row_of(self, at: int) -> int:
        """Return the number of the sentence that holds a place."""
        return bisect_right(self.starts, at) - 1

    def line(self, row: int) -> str:
        """Return one sentence in small letters, with a blank before and after it."""
        end = self.starts[row + 1] - 1 if row + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[row] : end]


@dataclass(frozen=True)
class PackWords:
    """What is known of a pack's words: its running text, its passages and the lists of words (read by a call)."""

    prose: Prose
    passages: Passages
    load_wording: Callable[[], Wording] = Wording

    @cached_property
    def wording(self) -> Wording:
        """The lists of words, read when a check first asks for them."""
        return self.load_wording()

    @cached_property
    def apart(self) -> frozenset[int]:
        """The blocks (told by identity) that belong to terms of contract within a document that bidders read."""
        return frozenset(id(row.block) for found in self.prose.running.values() for row in found.apart)

    @cached_property
    def whole_text(self) -> str:
        """The words of all passages as they stand, one passage a line."""
        return "\n".join([passage.text for passage in self.passages.all])

    @cached_property
    def _capitals(self) -> tuple[int, ...]:
        """Where in `whole_text` two capitals may stand side by side for the first time, or with one small letter."""
        shapes = self.whole_text.encode("ascii", "replace").translate(_SHAPES)  # place for place
        return tuple([match.start() for match in _CAPITALS.finditer(shapes)])

    def in_capitals(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches in `whole_text` of a pattern of stretches of capitals, one after the other.

        The pattern must begin as a stretch does: with a capital that follows no capital, and then another or "&",
        with or without one small letter between.
        """
        end, text, fits = 0, self.whole_text, pattern.match
        for at in self._capitals:
            if at >= end and (match := fits(text, at)):
                end = match.end()
                yield match

    def passage_at(self, at: int) -> Passage:
        """Return the passage that holds a place of `whole_text`."""
        return self.passages.all[bisect_right(self._starts, at) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(passage.text) + 1 for passage in self.passages.all)
        return [0, *accumulate(lengths)][:-1]

    @cached_property
    def search(self) -> SentenceSearch:
        """The sentences of the running text that bidders read."""
        return SentenceSearch([row for rows in self.prose.by_document.values() for row in rows])
