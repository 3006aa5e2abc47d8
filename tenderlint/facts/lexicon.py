"""Tells whether a word is one of British English, and which common word it may be meant for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from tenderlint.folders import folder

SHORTEST = 4
"""Letters of a word at least: shorter ones are not judged."""

_WORDS = Path(__file__).resolve().parent.parent / "data" / "words.txt"
_UNLIKELY = 9
_CHANGED = 7  # letters of a word at least in which one may be changed: short words have too many neighbours
_BESIDE = {  # the keys beside a letter, and the letters that sound like it
    "a": "sqwz", "b": "vghnp", "c": "xdfvsk", "d": "serfcxt", "e": "wsdry", "f": "drtgvcp", "g": "ftyhbvj",
    "h": "gyujnb", "i": "ujkoy", "j": "huikmng", "k": "jiolmcq", "l": "kopr", "m": "njk", "n": "bhjm", "o": "iklp",
    "p": "olb", "q": "wak", "r": "edftl", "s": "awedxzct", "t": "rfgyds", "u": "yhji", "v": "cfgbw", "w": "qasev",
    "x": "zsdc", "y": "tghuie", "z": "asx",
}  # fmt: skip

_BEGINNING = 3  # letters by which the lines of the list are told apart
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiou")
_PREFIXES = (
    "anti", "auto", "bio", "co", "counter", "cyber", "eco", "electro", "geo", "hydro", "inter", "intra", "macro",
    "micro", "mini", "multi", "nano", "neuro", "non", "out", "over", "para", "photo", "post", "pre", "pro", "pseudo",
    "psycho", "radio", "re", "retro", "semi", "socio", "sub", "super", "techno", "tele", "thermo", "trans", "ultra",
    "un", "under",
)  # fmt: skip
_ENDINGS = ("ability", "able", "ers", "er", "ees", "ee", "ing", "ings", "ed", "wise", "less", "like", "worthy")


class Lexicon:
    """The words that are known: those of the list, those of the officer's dictionary, and what is made of them."""

    def __init__(self, lines: dict[str, str], accepted: Collection[str], mistakes: dict[str, str]) -> None:
        self._lines = lines
        self._accepted = accepted
        self._mistakes = mistakes

    def holds(self, word: str) -> bool:
        """Say whether a word in small letters stands in the list or in the dictionary, just so."""
        line = self._lines.get(word[:_BEGINNING] if len(word) >= _BEGINNING else f"{word} ", "")
        return f" {word[_BEGINNING:]} " in line or word in self._accepted

    def knows(self, word: str) -> bool:
        """Say whether a word in small letters is known, or is made of known ones as English makes them."""
        return self.holds(word) or self._is_made(word)

    def mistake(self, word: str) -> str:
        """Return what a common mistake stands for, or nothing for a word that is none."""
        return self._mistakes.get(word, "")

    def meant(self, word: str) -> str:
        """Return the common word that is one slip away from an unknown one, or nothing; the likeliest slip wins.

        A slip is a letter too many, one missing, one changed, or two that have changed places; the first letter is
        seldom wrong, so only two letters that have changed places may touch it.
        """
        listed = self.mistake(word)
        if listed:
            return listed
        near = [(_likeliness(word, other), other) for other in self._near(word)]
        rank, best = min(near, default=(_UNLIKELY, ""))
        return best if rank < _UNLIKELY else ""

    def _near(self, word: str) -> Iterator[str]:
        """Yield common words that may be one slip away: those of the same beginning, and those of one like it."""
        start = word[:_BEGINNING]
        line = self._lines.get(start, "")
        for rest in line[_BEGINNING : line.find("|")].split():
            if abs(len(rest) + _BEGINNING - len(word)) < 2:
                yield start + rest
        for other in _slips_near_the_start(word):
            if self._is_common(other):
                yield other

    def _is_common(self, word: str) -> bool:
        line = self._lines.get(word[:_BEGINNING], "")
        return f" {word[_BEGINNING:]} " in line[: line.find("|")]

    def _is_made(self, word: str) -> bool:
        single = word.removesuffix("s")
        if single != word and _takes_s(single) and self.holds(single):
            return True
        return any(self._is_common(stem) for each in {word, single} for stem in _stems(each))


@cache
def lexicon() -> Lexicon:
    """Return the one list of this process, read when it is first asked for: about a megabyte."""
    text = _WORDS.read_bytes().decode("ascii")
    place = folder("checks")
    accepted = frozenset(" ".join(_rows((place / "dictionary.txt").read_text("utf-8"))).split())
    pairs = (row.partition(" > ") for row in _rows((place / "mistakes.txt").read_text("utf-8")))
    lines = {line[:_BEGINNING]: line for line in text.split("\n")}
    return Lexicon(lines, accepted, {wrong: right for wrong, _, right in pairs})


def _rows(text: str) -> Iterator[str]:
    """Yield the lines of a list of words in small letters, without remarks."""
    for line in text.splitlines():
        row = line.partition("#")[0].strip().lower()
        if row:
            yield row


def _stems(word: str) -> Iterator[str]:
    """Yield what is left of a word without a beginning or an ending that English puts to any word."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > SHORTEST:
            yield word[len(prefix) :]
    if word.endswith(("ise", "ize")):
        yield word + "d"
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST:
            continue
        if not _changes(stem, ending):
            yield stem
        if ending[0] in _VOWELS and stem[-1] not in "cgaeiouy":
            yield stem + "e"


def _takes_s(word: str) -> bool:
    """Say whether a word has more of its kind by an s alone: table, but not box, branch or city."""
    return not word.endswith(("s", "x", "ch", "sh")) and not (word[-1] == "y" and word[-2] not in _VOWELS)


def _changes(stem: str, ending: str) -> bool:
    """Say whether English changes the end of a stem before an ending: submit, manage and apply, but not walk."""
    if ending[0] not in _VOWELS:
        return False
    if stem[-1] == "e":
        return stem[-2] not in "cgeo" or ending[0] != "a"
    if stem[-1] == "y":
        return stem[-2] not in _VOWELS and ending[0] != "i"
    return stem[-1] not in "aiouwxy" and stem[-2] in _VOWELS and stem[-3] not in _VOWELS


def _slips_near_the_start(word: str) -> Iterator[str]:
    """Yield the words one slip away whose slip touches the letters by which the lines of the list are told apart."""
    for at in range(_BEGINNING):
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for at in range(1, _BEGINNING):
        yield word[:at] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
            yield word[:at] + letter + word[at + 1 :]


def _likeliness(word: str, other: str) -> int:
    """Rank how a word may have come of another by one slip, 0 for the likeliest; _UNLIKELY for what is no such slip."""
    if word == other:
        return _UNLIKELY
    short = min(len(word), len(other))
    at = next((n for n in range(short) if word[n] != other[n]), short)
    if len(word) == len(other):
        return _of_one_length(word, other, at)
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    if longer[at + 1 :] != shorter[at:]:
        return _UNLIKELY
    if longer[at] == longer[at - 1]:
        return 1
    return 3 if longer is other else 4


def _of_one_length(word: str, other: str, at: int) -> int:
    if word[at + 2 :] == other[at + 2 :] and word[at : at + 2] == other[at + 1 : at + 2] + other[at]:
        return 0
    if word[at + 1 :] != other[at + 1 :] or len(word) < _CHANGED:
        return _UNLIKELY
    if word[at] in _VOWELS and other[at] in _VOWELS:
        return 2
    return 5 if other[at] in _BESIDE.get(word[at], "") and len(word) > _CHANGED else _UNLIKELY
