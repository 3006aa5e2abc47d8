"""Keeps compiled patterns in a store (see `kept`), because compiling them is half of a short run.

What `re` makes of a pattern is a list of numbers; making it costs twenty times more than reading it back. Whatever is
wrong with the store, the pattern is compiled anew.
"""

from __future__ import annotations

import re
from array import array
from functools import cache
from importlib import import_module
from typing import Any, AnyStr

from tenderlint.kept import Kept, place_of

_FORM = 3  # of the entries; another form has a file of its own
_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[str, ...]]


def compiled(text: AnyStr, flags: int) -> tuple[re.Pattern[AnyStr], tuple[str, ...]]:
    """Return what `re.compile` returns, and the pattern's cues (see `pattern_cues`; small letters if case is ignored).

    Both come from the store when they are there. Raises `re.error` for a bad pattern.
    """
    store = _store()
    key = (text, int(flags))
    kept: Any = store.find(key)
    if kept is not None:
        try:
            return _revived(text, kept)
        except (ValueError, TypeError, RuntimeError, OverflowError):
            pass
    numbers = _numbers(text, flags) if store.path is not None else None
    if numbers is None:
        return re.compile(text, flags), ()
    store.keep(key, numbers)
    return _revived(text, numbers)


def ignores_case(text: AnyStr, flags: int) -> bool:
    """Say whether a pattern, or a part of it, fits letters of either case."""
    return bool(flags & re.IGNORECASE) or (isinstance(text, str) and "(?i" in text)


def save() -> None:
    """Write what this run has added to the store."""
    _store().save()


@cache
def _store() -> Kept:
    """The one store of this process: patterns are the same for every pack, as they are in `re`'s own cache."""
    try:
        return Kept(place_of(f"patterns{_FORM}.{import_module('_sre').MAGIC}"))
    except (ImportError, AttributeError):  # another Python than CPython has its own patterns
        return Kept(None)


def _numbers(text: str | bytes, flags: int) -> _Compiled | None:
    """Compile a pattern to the numbers that `_sre` takes; None where this version of `re` is built otherwise."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:
        return None
    from tenderlint.pattern_cues import are_few, cues  # no run but the first needs them

    parsed = _parser.parse(text, flags)
    names = dict(parsed.state.groupdict)
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    code = array("I", _code(_compiler, parsed, flags))
    all_flags = int(flags | parsed.state.flags)
    found = cues(parsed, fold=ignores_case(text, all_flags)) if isinstance(text, str) else ()
    found = found if are_few(found, str(text)) else ()
    return all_flags, code.tobytes(), parsed.state.groups - 1, names, tuple(order), found


def _code(compiler: Any, parsed: Any, flags: int) -> list[int]:
    """Return the numbers of a pattern, among them the letters that it can begin with."""
    from tenderlint.pattern_starts import starts

    own = getattr(compiler, "_get_charset_prefix", None)
    if own is None:
        return list(compiler._code(parsed, flags))
    compiler._get_charset_prefix = lambda parts, flags: starts(parts, flags) or own(parts, flags)
    try:
        return list(compiler._code(parsed, flags))
    finally:
        compiler._get_charset_prefix = own


def _revived(text: AnyStr, kept: _Compiled) -> tuple[re.Pattern[AnyStr], tuple[str, ...]]:
    flags, code, groups, names, order, found = kept
    numbers = array("I")
    numbers.frombytes(code)
    pattern: re.Pattern[AnyStr] = import_module("_sre").compile(text, flags, numbers.tolist(), groups, names, order)
    return pattern, found
