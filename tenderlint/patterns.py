"""Patterns that are compiled when they are first used: a small pack needs only a third of them."""

from __future__ import annotations

import re
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
