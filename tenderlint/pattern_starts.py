"""Derives from a pattern the letters that what fits it can begin with, so that a search leaps from one to the next.

Python's own compiler does this only where a pattern begins with such letters outright. Most patterns here begin with
the end of a word, with a look behind or with letters of either case, and would be tried at every letter of a text.

Where case is ignored, Unicode takes a few letters of no English text for a small letter of ours (the long s, the sign
of degrees Kelvin, the Turkish i): what begins with one of them is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_Members = list[tuple[Any, Any]]
_KINDS = ("CATEGORY_DIGIT", "CATEGORY_SPACE", "CATEGORY_WORD")


class _Unknown(Exception):  # noqa: N818 - no fault: of this pattern nothing is certain
    """The pattern may begin with anything."""


def starts(parts: Any, flags: int) -> _Members | None:
    """Return the members of the set of letters, as `re` parses sets; None where nothing is certain.

    `parts` and `flags` are those of a pattern as `re` parses it. The set may hold more than is needed, never less.
    """
    try:
        found, may_be_empty = _of_row(parts, flags)
    except _Unknown:
        return None
    return found if found and not may_be_empty else None


def _of_row(parts: Iterable[tuple[Any, Any]], flags: int) -> tuple[_Members, bool]:
    """Return what parts in a row can begin with, and whether they may be empty."""
    found: _Members = []
    for operation, value in parts:
        more, may_be_empty = _of_part(operation, value, flags)
        found += more
        if not may_be_empty:
            return found, False
    return found, True


def _of_part(operation: Any, value: Any, flags: int) -> tuple[_Members, bool]:
    match operation.name:
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return [], True
        case "LITERAL":
            return _letter(operation, value, flags), False
        case "IN":
            return [each for name, inner in value for each in _member(name, inner, flags)], False
        case "BRANCH":
            ways = [_of_row(way, flags) for way in value[1]]
            return [each for found, _ in ways for each in found], any(empty for _, empty in ways)
        case "SUBPATTERN":
            return _of_row(value[3], (flags | value[1]) & ~value[2])
        case "ATOMIC_GROUP":
            return _of_row(value, flags)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            found, may_be_empty = _of_row(value[2], flags)
            return found, may_be_empty or not value[0]
    raise _Unknown


def _letter(operation: Any, code: int, flags: int) -> _Members:
    letter = chr(code)
    if not flags & re.IGNORECASE or not letter.isalpha():
        return [(operation, code)]
    if not letter.isascii():
        raise _Unknown
    return [(operation, ord(each)) for each in (letter.lower(), letter.upper())]


def _member(operation: Any, value: Any, flags: int) -> _Members:
    """Return the members of a set that one member of a set stands for."""
    match operation.name:
        case "LITERAL":
            return _letter(operation, value, flags)
        case "CATEGORY" if value.name in _KINDS:
            return [(operation, value)]
        case "RANGE":
            if not flags & re.IGNORECASE or not any(chr(code).isalpha() for code in range(value[0], value[1] + 1)):
                return [(operation, value)]
            ends = chr(value[0]), chr(value[1])
            if ends in (("a", "z"), ("A", "Z")):
                return [(operation, (ord(first), ord(last))) for first, last in ("AZ", "az")]
    raise _Unknown
