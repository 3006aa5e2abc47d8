"""Patterns that are compiled when they are first used: a small pack needs only a third of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, AnyStr, Generic, cast

from tenderlint import pattern_store

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Late(Generic[AnyStr]):
    """Stands in for a compiled pattern until somebody asks it for something."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = pattern_store.compiled(self._text, self._flags)
        for method in _METHODS:  # from now on these are found without coming here
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def late_pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns for the same arguments, at the cost of compiling only when it is used.

    A text that is no pattern raises `re.error` at its first use; a test compiles every one.
    """
    return cast("re.Pattern[AnyStr]", _Late(text, flags))


@dataclass(frozen=True, slots=True, eq=False)
class Cued:
    """Patterns that are each tried only where a text holds one of the letters without which they cannot fit."""

    pairs: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]

    def fits(self, text: str) -> bool:
        """Say whether any of the patterns stands in the text."""
        small = text.lower()
        for cues, pattern in self.pairs:
            for cue in cues:
                if cue in small:
                    if pattern.search(text) is not None:
                        return True
                    break
        return False


def cued(*pairs: tuple[Sequence[str], str], flags: int = re.IGNORECASE) -> Cued:
    """Return patterns for `Cued`: each is given after its cues, of which any text that it fits holds one.

    The cues are in small letters. A text of a pattern that is none raises `re.error` at its first use.
    """
    return Cued(tuple((tuple(cues), late_pattern(text, flags)) for cues, text in pairs))
