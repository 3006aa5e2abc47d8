"""Patterns that are compiled when they are first used: a small pack needs only a third of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, AnyStr, Generic, cast

from tenderlint import pattern_store

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_SEARCHING: tuple[tuple[str, Callable[[], Any]], ...] = (
    ("search", lambda: None),
    ("finditer", lambda: iter(())),
    ("findall", list),
)
_TRIALS = 40
_MOSTLY = 0.6


class _Late(Generic[AnyStr]):
    """Stands in for a compiled pattern until somebody asks it for something."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled, cues = pattern_store.compiled(self._text, self._flags)
        for method in _METHODS:  # from now on these are found without coming here
            self.__dict__[method] = getattr(compiled, method)
        if cues:
            fold = pattern_store.ignores_case(self._text, compiled.flags)
            for method, nothing in _SEARCHING:
                self.__dict__[method] = _guarded(self.__dict__, method, cues, fold, nothing)
        return self.__dict__[name] if name in _METHODS else getattr(compiled, name)


def _guarded(
    home: dict[str, Any], name: str, cues: tuple[str, ...], fold: bool, nothing: Callable[[], Any]
) -> Callable[..., Any]:
    """Return a method that looks for the cues first; where they mostly stand it puts the bare method back in `home`."""
    bare = home[name]
    tried = held = 0

    def settled(text: str, *span: int) -> Any:
        small = text
        if fold:
            last, small = _last[0]
            if text is not last:
                small = text.lower()
                _last[0] = text, small
        for cue in cues:
            if cue in small:
                return bare(text, *span)
        return nothing()

    def trying(text: str, *span: int) -> Any:
        nonlocal tried, held
        tried += 1
        held += any(cue in (text.lower() if fold else text) for cue in cues)
        if tried == _TRIALS:
            home[name] = bare if held > _TRIALS * _MOSTLY else settled
        return bare(text, *span)

    return trying


_last: list[tuple[str, str]] = [("", "")]
"""The text that was last asked about, and its small letters: one text is mostly tried against many patterns."""


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
