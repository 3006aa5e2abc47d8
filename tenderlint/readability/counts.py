"""Counts what the formulas need: words, syllables, letters, and the words that each formula calls hard."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlint.patterns import late_pattern
from tenderlint.syllables import syllables

LONG_LETTERS, SHORT_LETTERS = 6, 3
"""LIX and RIX call words of more than 6 letters long; McAlpine calls words of up to 3 letters short."""

_WORD = late_pattern(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_FIELD = 30  # bits of one sum within a tally: the digits in which Python keeps whole numbers
_MASK = (1 << _FIELD) - 1
_WORDS, _SPOKEN, _SYLLABLES, _MANY, _LETTERS, _HARD, _LONG, _SHORT, _VERBS, _PARTS, _ADDRESSES, _BLANKS = (
    number * _FIELD for number in range(12)
)
_PART = 1 << _PARTS
_ODD = 1 << _ADDRESSES
_ADDS_A_SYLLABLE = ("ing", "ted", "ded", "ses", "xes", "zes", "ces", "ges", "ches", "shes")
"""Endings that are a syllable of their own, which Fog leaves out of account."""
_HELPING = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "does", "do", "did", "will", "would",
    "shall", "should", "must", "may", "might", "can", "could", "cannot", "ought",
})  # fmt: skip
_BLANK_SIGNS = ("....", "……", "____", "☐", "□")
_AFTER_WORDS = ",.;:)?!"
_ADDRESS_SIGNS = ("@", "www.", "://")


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


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are counted: letters and apostrophes, no numbers."""
    return _WORD.findall(text)


def tally(text: str) -> int:
    """Return the sums over one sentence in one whole number; tallies can be added up.

    What stands between two blanks is looked at once, however often it comes, and one number holds all sums, so that a
    tally costs little more than splitting the sentence.
    """
    parts = text.split()
    if not parts:
        return 0
    first = parts[0]
    if len(first) <= SHORT_LETTERS and first.isalpha() and first.isascii():
        return sum(map(_of_part, parts))  # too short to be hard, so it does not matter that it may look like a name
    more, goes_on = _as_first(first)
    sums = sum(map(_of_part, parts), more)
    if goes_on:  # until the first word, whose capital says nothing
        for part in parts[1:]:
            more, goes_on = _as_first(part)
            sums += more
            if not goes_on:
                break
    return sums


def words_in(sums: int) -> int:
    """Return how many words a tally has."""
    return sums & _MASK


def parts_in(sums: int) -> int:
    """Return how many stretches without white space a tally has: words as Word counts them, numbers and signs too."""
    return sums >> _PARTS & _MASK


def has_verb(sums: int) -> bool:
    """Say whether there is a helping verb among the words of a tally."""
    return bool(sums >> _VERBS & _MASK)


def plain_words(sums: int) -> int:
    """Return how many words of a tally are no part of an address; none where there are blanks or boxes to fill in."""
    if sums < _ODD:  # both stand at the top, and most sentences have neither
        return sums & _MASK
    odd = sums >> _ADDRESSES
    return 0 if odd >> _FIELD else (sums & _MASK) - odd


def counts_of(sentences: int, sums: int) -> Counts:
    """Return the counts of so many sentences, whose tallies added up give `sums`."""

    def part(at: int) -> int:
        return sums >> at & _MASK

    return Counts(
        part(_WORDS), sentences, part(_SPOKEN), part(_SYLLABLES), part(_MANY), part(_LETTERS), part(_HARD),
        part(_LONG), part(_SHORT),
    )  # fmt: skip


class _Known(dict[str, int]):
    """The tallies of what was met already; it begins anew when it is full, as that is cheaper than to keep count."""

    def __missing__(self, part: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        sums = self[part] = _sums(part)
        return sums


_MOST_KNOWN = 65536
_of_part = _Known().__getitem__


def _sums(part: str) -> int:
    """Return the tally of what stands between two blanks, mostly one word and its punctuation."""
    if part.isalpha() and part.isascii():
        return _PART + _of_word(part)
    if part[-1] in _AFTER_WORDS and part[-2:-1].isalnum():
        return _of_part(part[:-1])
    words = _WORD.findall(part)
    if words and any(sign in part for sign in _ADDRESS_SIGNS):  # one word, which nobody reads aloud
        sums = _PART + 1 + (len(words[0]) << _LETTERS) + (1 << _ADDRESSES)
    else:
        sums = sum(map(_of_word, words), _PART)
    return sums + (any(sign in part for sign in _BLANK_SIGNS) << _BLANKS)


class _First(dict[str, tuple[int, bool]]):
    """What the tallies grow by at the beginning of a sentence, and whether the first word is still to come."""

    def __missing__(self, part: str) -> tuple[int, bool]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[part] = _more_as_first(part), not _of_part(part) & _MASK
        return found


_as_first = _First().__getitem__


def _more_as_first(part: str) -> int:
    """Return what a tally grows by when a part begins a sentence: a capital makes no name of its first word."""
    first = _WORD.search(part)
    if first is None or (len(first[0]) > 1 and first[0].isupper()):
        return 0
    return _of_part(f"{part[: first.start()]}{first[0].lower()}{part[first.end() :]}") - _of_part(part)


def _of_word(word: str) -> int:
    """Return the tally of one word as it is written; a capital marks a name, as it does not begin a sentence."""
    letters = len(word)
    if not word.isalpha():
        letters -= word.count("'") + word.count("’")
    sums = 1 + (letters << _LETTERS)
    if letters > LONG_LETTERS:
        sums += 1 << _LONG
    elif letters <= SHORT_LETTERS:
        sums += 1 << _SHORT
    if letters > 1 and word.isupper():
        return sums
    small = word.lower().replace("’", "'")
    heard = syllables(small)
    sums += (1 << _SPOKEN) + (heard << _SYLLABLES)
    if heard > 2:
        hard = not word[0].isupper() and _is_hard(small, heard)
        return sums + (1 << _MANY) + (hard << _HARD)
    return sums + ((small.partition("'")[0] in _HELPING) << _VERBS)


def _is_hard(word: str, heard: int) -> bool:
    return heard > 3 or (heard == 3 and not word.removesuffix("'s").endswith(_ADDS_A_SYLLABLE))
