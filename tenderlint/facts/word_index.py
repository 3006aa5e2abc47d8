"""The words of a pack, each with the passages that hold it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from tenderlint.patterns import late_pattern

TOKEN = late_pattern(r"[^\W_]+")
"""A word without the signs about it."""

_Words = tuple[str, list[int], list[int], list[list[int]]]
_NONE: frozenset[int] = frozenset()


class WordIndex:
    """Finds passages by their words; `texts` are the passages in small letters, told by their number."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._whole: dict[str, frozenset[int]] = {}

    def in_words(self, word: str) -> frozenset[int]:
        """Return the numbers of the passages that hold a word, or part of one, by the list of all different words.

        A line feed at its start or end stands for the start or end of a word; signs may stand beside such a word.
        """
        bare = word.strip("\n")
        if bare.isalnum():
            if len(word) - len(bare) == 2:
                return self.with_word(bare)
            text, starts, lengths, numbers = self._letters_alone
        else:
            text, starts, lengths, numbers = self._with_signs
        end = starts[bisect_right(lengths, -len(bare))] + 1  # shorter words cannot hold it
        at = text.find(word, 0, end)
        if at < 0:
            return _NONE
        found: set[int] = set()
        while at >= 0:
            which = bisect_right(starts, at) - 1
            found.update(numbers[which])
            at = text.find(word, starts[which + 1], end)
        return frozenset(found)

    def with_word(self, word: str) -> frozenset[int]:
        """Return the numbers of the passages that hold a word whole."""
        here = self._whole.get(word)
        if here is None:
            here = self._whole[word] = frozenset(self.tokens.get(word, ()))
        return here

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The numbers of the passages that hold each stretch between blanks; one may stand twice."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for word in text.split():
                places[word].append(number)
        return places

    @cached_property
    def _signed(self) -> dict[str, list[int]]:
        """Those of them that have signs in or about them."""
        return {word: here for word, here in self._places.items() if not word.isalnum()}

    @cached_property
    def tokens(self) -> dict[str, list[int]]:
        """The numbers of the passages that hold each word, parted from the signs about it; some may stand twice."""
        signed = self._signed
        found = {word: here for word, here in self._places.items() if word not in signed}
        for word, here in signed.items():
            for token in TOKEN.findall(word):
                known = found.get(token)
                found[token] = here if known is None else known + here
        return found

    @cached_property
    def _with_signs(self) -> _Words:
        """The words that have signs in or about them."""
        return _listed(self._signed)

    @cached_property
    def _letters_alone(self) -> _Words:
        """All words without the signs about them."""
        return _listed(self.tokens)


def _listed(places: Mapping[str, list[int]]) -> _Words:
    """Return words in one line each, the longest first, after a line feed.

    With them come where the line feed before each stands and the one after all, the length of each below
    nought, and the passages that hold it (one that holds it twice may stand there twice).
    """
    words = sorted(places, key=len, reverse=True)
    lengths = [-len(word) for word in words]
    starts = [0, *accumulate([1 - length for length in lengths])]
    return "\n".join(["", *words, ""]), starts, lengths, [places[word] for word in words]
