"""Counts what the formulas need: words, syllables, letters, and the words that each formula calls hard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tenderlint.syllables import syllables

LONG_LETTERS, SHORT_LETTERS = 6, 3
"""LIX and RIX call words of more than 6 letters long; McAlpine calls words of up to 3 letters short."""

_FIELD = 30  # bits of one sum within a tally: the digits in which Python keeps whole numbers
_MASK = (1 << _FIELD) - 1
_SPOKEN, _SYLLABLES, _MANY, _LETTERS, _HARD, _LONG, _SHORT = (number * _FIELD for number in range(7))
_ADDS_A_SYLLABLE = ("ing", "ted", "ded", "ses", "xes", "zes", "ces", "ges", "ches", "shes")
"""Endings that are a syllable of their own, which Fog leaves out of account."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas need. Acronyms are words but have no syllables, so they are left out of `spoken`.

    `polysyllables` are words of three syllables and more; `hard` are those of them that the Fog index counts: no
    names, and no words that only an ending such as -ing makes so long. `long` are words of more than six letters,
    `short` those of up to three.
    """

    words: int = 0
    sentences: int = 0
    spoken: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0
    hard: int = 0
    long: int = 0
    short: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words, self.sentences + other.sentences, self.spoken + other.spoken,
            self.syllables + other.syllables, self.polysyllables + other.polysyllables, self.letters + other.letters,
            self.hard + other.hard, self.long + other.long, self.short + other.short,
        )  # fmt: skip

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence in words."""
        return self.words / max(self.sentences, 1)

    @property
    def syllables_per_word(self) -> float:
        """The mean length of a word in syllables."""
        return self.syllables / max(self.spoken, 1)


def tally(words: Sequence[str]) -> int:
    """Return the sums over the words of one sentence in one whole number; tallies can be added up.

    One number for all sums makes them cost little more than splitting the sentence into words.
    """
    return _of_first(words[0]) + sum(map(_of_word, words[1:])) if words else 0


def counts_of(words: int, sentences: int, sums: int) -> Counts:
    """Return the counts of so many words and sentences, whose tallies added up give `sums`."""

    def part(at: int) -> int:
        return sums >> at & _MASK

    return Counts(
        words, sentences, part(_SPOKEN), part(_SYLLABLES), part(_MANY), part(_LETTERS), part(_HARD), part(_LONG),
        part(_SHORT),
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _of_word(word: str) -> int:
    """Return the tally of one word as it is written; a capital marks a name, as it does not begin a sentence."""
    letters = len(word) - word.count("'") - word.count("’")
    sums = (letters << _LETTERS) + ((letters > LONG_LETTERS) << _LONG) + ((letters <= SHORT_LETTERS) << _SHORT)
    if len(word) > 1 and word.isupper():
        return sums
    small = word.lower().replace("’", "'")
    heard = syllables(small)
    sums += (1 << _SPOKEN) + (heard << _SYLLABLES) + ((heard > 2) << _MANY)
    named = word[0].isupper()
    return sums + ((not named and _is_hard(small, heard)) << _HARD)


@lru_cache(maxsize=8192)
def _of_first(word: str) -> int:
    """Return the tally of the first word of a sentence, whose capital says nothing."""
    return _of_word(word if len(word) > 1 and word.isupper() else word.lower())


def _is_hard(word: str, heard: int) -> bool:
    return heard > 3 or (heard == 3 and not word.removesuffix("'s").endswith(_ADDS_A_SYLLABLE))
