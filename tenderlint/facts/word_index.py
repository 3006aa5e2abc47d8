"""The words of a pack, each with the passages that hold it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain

from tenderlint.patterns import late_pattern

TOKEN = late_pattern(r"[^\W_]+")
"""A word without the signs about it."""

_Words = tuple[str, list[int], list[int], list[list[int]]]
_BEHIND = late_pattern(r"\d{1,20}(?:st|nd|rd|th)?([^\W\d_]\w*)")
_NONE: frozenset[int] = frozenset()
_LAST = "\U0010ffff"  # no letter comes after it


class WordIndex:
    """Finds passages by their words; `texts` are the passages in small letters, told by their number."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._whole: dict[str, frozenset[int]] = {}

    def in_words(self, word: str) -> frozenset[int]:
        """Return the numbers of the passages with words that begin with this one; signs may stand about them.

        A line feed at its end stands for the end of a word. One that holds signs itself may also stand within a
        stretch of letters and signs, unless a line feed before it stands for the start of that.
        """
        bare = word.strip("\n")
        if not bare.isalnum():
            return self._with_sign(word, bare)
        if word[-1] == "\n":
            return self.with_word(bare)
        words, numbers = self._sorted
        first = at = bisect_left(words, bare)
        while words[at].startswith(bare):
            at += 1
        return frozenset(chain.from_iterable(numbers[first:at])) if at > first else _NONE

    def _with_sign(self, word: str, bare: str) -> frozenset[int]:
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
    def _sorted(self) -> tuple[list[str], list[list[int]]]:
        """All words without the signs about them in their order, and the passages of each; after all stands `_LAST`.

        What follows a number without a blank is a word too ("15thOctober", "£5million").
        """
        places: Mapping[str, list[int]] = self.tokens
        words = sorted(places)
        numbered = words[bisect_left(words, "0") : bisect_left(words, ":")]
        behind = {word: match[1] for word in numbered if (match := _BEHIND.fullmatch(word))}
        if behind:
            more = defaultdict(list, {word: places[word] for word in behind.values() if word in places})
            for word, rest in behind.items():
                more[rest] = more[rest] + places[word]
            places = {**places, **more}
            words = sorted(places)
        return [*words, _LAST], [places[word] for word in words]


def _listed(places: Mapping[str, list[int]]) -> _Words:
    """Return words in one line each, the longest first, after a line feed.

    With them come where the line feed before each stands and the one after all, the length of each below
    nought, and the passages that hold it (one that holds it twice may stand there twice).
    """
    words = sorted(places, key=len, reverse=True)
    lengths = [-len(word) for word in words]
    starts = [0, *accumulate([1 - length for length in lengths])]
    return "\n".join(["", *words, ""]), starts, lengths, [places[word] for word in words]
