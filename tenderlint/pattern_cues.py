"""Derives from a pattern the letters without which no text can fit it: to look for them costs far less than to try it.

What comes out is a list of cues. A text that fits the pattern holds at least one of them, so a text with none need not
be tried. The way is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), with whole stretches
of letters instead of three.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

MOST = 64
"""Cues at most: to look for more of them costs as much as to try the pattern."""
SHORTEST = 2
"""Letters of a cue at least: a single letter stands in nearly every text."""

_FEWEST, _LETTERS_EACH = 6, 24  # cues that always pay, and letters of a pattern that pay for one more
_MANY = 128  # stretches that are told apart while they grow
_FEW = 4  # letters of a set that are told apart; of a larger set nothing is known
_LIKELY = 0.2  # how likely it is that the next letter of a cue fits by chance
_Words = frozenset[str]
_EMPTY: _Words = frozenset(("",))


def cues(parsed: Any, *, fold: bool) -> tuple[str, ...]:
    """Return the cues of a pattern as `re` parses it, in small letters if `fold`; none where nothing is certain."""
    best = _Run(fold).read(parsed).best
    return tuple(sorted(best, key=lambda cue: (len(cue), cue))) if best else ()


def are_few(found: tuple[str, ...], text: str) -> bool:
    """Say whether to look for the cues costs less than to try the pattern, which its length tells roughly."""
    return len(found) <= _FEWEST + len(text) // _LETTERS_EACH


class _Run:
    """Reads the parts of a pattern one after the other.

    `exact` are all the stretches of letters that the parts since the last gap can be; `best` are the likeliest cues
    so far, None without any. Once a gap was met the part as a whole is not `closed`: its letters are not all known.
    """

    def __init__(self, fold: bool) -> None:
        self.fold = fold
        self.exact = _EMPTY
        self.best: _Words | None = None
        self.closed = True

    def read(self, parts: Iterable[tuple[Any, Any]]) -> _Run:
        """Take in parts, and return itself."""
        letters = ""
        for operation, value in parts:
            if operation.name == "LITERAL":
                letters += self._letter(value)
                continue
            if letters:
                self._append(letters)
                letters = ""
            self._take(operation.name, value)
        if letters:
            self._append(letters)
        self._consider(self.exact)
        return self

    def _append(self, letters: str) -> None:
        self.exact = frozenset([each + letters for each in self.exact])

    def _take(self, name: str, value: Any) -> None:
        if name == "IN":
            self._add(self._of_set(value))
        elif name == "BRANCH":
            self._branch([_Run(self.fold).read(way) for way in value[1]])
        elif name == "SUBPATTERN":
            self._branch([_Run(self.fold).read(value[3])])
        elif name == "ATOMIC_GROUP":
            self._branch([_Run(self.fold).read(value)])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            self._repeat(*value)
        elif name == "ASSERT":
            self._consider_all(_Run(self.fold).read(value[1]).best)
        elif name not in ("AT", "ASSERT_NOT"):  # these two take up no letters
            self._gap()

    def _letter(self, code: int) -> str:
        return chr(code).lower() if self.fold else chr(code)

    def _of_set(self, members: Iterable[tuple[Any, Any]]) -> _Words | None:
        found: set[str] = set()
        for kind, value in members:
            if kind.name != "LITERAL":
                return None
            found.add(self._letter(value))
        return frozenset(found) if len(found) <= _FEW else None

    def _branch(self, ways: list[_Run]) -> None:
        """Go on from a choice: as letters where all its ways are known whole, else with the cues of every way."""
        if all(way.closed for way in ways):
            self._add(frozenset().union(*(way.exact for way in ways)))
            return
        bests = [way.best for way in ways]
        self._gap()
        if all(bests):
            self._consider(frozenset().union(*(best for best in bests if best)))

    def _repeat(self, least: int, most: int, part: Any) -> None:
        inner = _Run(self.fold).read(part)
        if inner.closed and most == 1:
            self._add(inner.exact | _EMPTY if least == 0 else inner.exact)
        elif inner.closed and least == most and least <= _FEW:
            for _ in range(least):
                self._add(inner.exact)
        else:
            self._gap()
            if least:
                self._consider_all(inner.best)

    def _add(self, more: _Words | None) -> None:
        if more is None:
            self._gap()
            return
        if len(self.exact) * len(more) > _MANY:
            self._gap()
            if len(more) > _MANY:
                self._consider(more)
                return
        self.exact = frozenset(first + then for first, then in product(self.exact, more))

    def _gap(self) -> None:
        self._consider(self.exact)
        self.exact, self.closed = _EMPTY, False

    def _consider_all(self, words: _Words | None) -> None:
        if words:
            self._consider(words)

    def _consider(self, words: _Words) -> None:
        """Keep the words as cues if they are few and long enough, and seldomer than what is kept."""
        if not words or min(map(len, words)) < SHORTEST:
            return
        words = _shortest(words) if len(words) > 1 else words
        if len(words) > MOST:
            return
        if self.best is None or _chance(words) < _chance(self.best):
            self.best = words


def _chance(words: _Words) -> float:
    """Return how likely it is, roughly, that any of the words stands at a place of a text."""
    return sum(_LIKELY ** len(word) for word in words)


def _shortest(words: _Words) -> _Words:
    """Leave out each word that holds another: where it stands, the other stands too."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(each in word for each in kept):
            kept.append(word)
    return frozenset(kept)
