"""Keeps compiled patterns beside Python's own compiled modules, because compiling them is half of a short run.

What `re` makes of a pattern is a list of numbers; making it costs twenty times more than reading it back. The numbers
are kept in one file in the folder where Python keeps this module's bytecode, under the same trust and the same rules:
nothing is written with PYTHONDONTWRITEBYTECODE or where the folder cannot be written. The numbers are good for one
version of Python only, which the name of the file says. Whatever is wrong with the file, the pattern is compiled anew.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, AnyStr

MOST_BYTES = 16 * 1024 * 1024
"""A file that has grown beyond this is begun anew: it holds patterns of checks that are gone."""

_FORM = 2  # of the entries; another form has a file of its own
_Entries = dict[tuple[str | bytes, int], bytes]


class _Store:
    """The entries that were read, and those that this run has added."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.entries: _Entries = _read(path)
        self.is_new = False


def compiled(text: AnyStr, flags: int) -> tuple[re.Pattern[AnyStr], tuple[str, ...]]:
    """Return what `re.compile` returns, and the pattern's cues (see `pattern_cues`; small letters if case is ignored).

    Both come from the store when they are there. Raises `re.error` for a bad pattern.
    """
    store = _store()
    key = (text, int(flags))
    kept = store.entries.get(key)
    if kept is not None:
        try:
            return _revived(text, kept)
        except (ValueError, TypeError, EOFError, RuntimeError, OverflowError):
            store.entries.pop(key)
    if store.path is not None:
        numbers = _numbers(text, flags)
        if numbers is not None:
            store.entries[key] = numbers
            store.is_new = True
            return _revived(text, numbers)
    return re.compile(text, flags), ()


def ignores_case(text: AnyStr, flags: int) -> bool:
    """Say whether a pattern, or a part of it, fits letters of either case."""
    return bool(flags & re.IGNORECASE) or (isinstance(text, str) and "(?i" in text)


def save() -> None:
    """Write the store whole, if this run has added to it and the folder can be written."""
    store = _store()
    if store.path is None or not store.is_new or sys.dont_write_bytecode:
        return
    import tempfile  # it brings much with it, and few runs come here

    try:
        store.path.parent.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=store.path.parent, prefix=store.path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(marshal.dumps(store.entries))
        os.chmod(name, 0o644)  # as readable as the bytecode beside it: others may run what one has installed
        os.replace(name, store.path)
    except OSError:
        return
    store.is_new = False


@cache
def _store() -> _Store:
    """The one store of this process: patterns are the same for every pack, as they are in `re`'s own cache."""
    try:
        magic = import_module("_sre").MAGIC
        place = Path(importlib.util.cache_from_source(__file__))
        return _Store(place.with_name(f"patterns{_FORM}.{sys.implementation.cache_tag}.{sys.hexversion:x}.{magic}.bin"))
    except (ImportError, AttributeError, NotImplementedError):  # another Python than CPython has its own patterns
        return _Store(None)


def _read(path: Path | None) -> _Entries:
    try:
        if path is None or path.stat().st_size > MOST_BYTES:
            return {}
        entries = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return entries if isinstance(entries, dict) else {}


def _numbers(text: str | bytes, flags: int) -> bytes | None:
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
    code = array("I", (int(number) for number in _code(_compiler, parsed, flags)))
    all_flags = int(flags | parsed.state.flags)
    found = cues(parsed, fold=ignores_case(text, all_flags)) if isinstance(text, str) else ()
    found = found if are_few(found, str(text)) else ()
    whole: Any = (all_flags, code.tobytes(), parsed.state.groups - 1, names, tuple(order), found)
    return marshal.dumps(whole)


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


def _revived(text: AnyStr, kept: bytes) -> tuple[re.Pattern[AnyStr], tuple[str, ...]]:
    flags, code, groups, names, order, found = marshal.loads(kept)
    numbers = array("I")
    numbers.frombytes(code)
    pattern: re.Pattern[AnyStr] = import_module("_sre").compile(text, flags, numbers.tolist(), groups, names, order)
    return pattern, found
