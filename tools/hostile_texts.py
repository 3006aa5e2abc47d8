"""Makes hostile text out of a pattern: whatever the pattern may repeat at length is repeated, and then breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

END = "\n\x01a"
"""Comes behind what is repeated, so that a pattern that wants the end of the text, or more of the same, fails there."""

_MANY = 100  # a repeat that may go on longer is treated as one without end
_MOST_UNITS = 5
_UNITS = (" ", "a", "1", "A", "(", ",", ".", "-", "\n", "_", "£", "’", "a ", "1.", ".1", "Ab ", "the ", "a, ", "a-")
_ALWAYS = (" ", "a", "A", "1", "a ", "Ab ", "1.", "£1,", "(", "\n", "the ", "- ", ". ", "1 May 2026 ")
_REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT)
_LOOKS = (_parser.ASSERT, _parser.ASSERT_NOT)
_LETTERS = (_parser.IN, _parser.ANY, _parser.NOT_LITERAL)


def hostile(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Return beginnings, each with what is to be repeated after it."""
    text = pattern.pattern
    tree = _parser.parse(text.decode("latin-1") if isinstance(text, bytes) else text, pattern.flags)
    literals = list(dict.fromkeys(_literals(tree)))
    found = [("", unit) for unit in (*_ALWAYS, *literals[:1], " ".join(literals[:6]), "".join(literals[:6])) if unit]
    for before, unit in _long_repeats(tree, ""):
        found += [(before, unit), ("", before + unit), ("", unit)]
    return list(dict.fromkeys(found))


def _literals(tree: Any) -> Iterator[str]:
    """Yield the runs of plain letters in a pattern."""
    run = ""
    for operation, value in tree:
        if operation is _parser.LITERAL:
            run += chr(value)
            continue
        if run:
            yield run
        run = ""
        for inner in _inside(operation, value):
            yield from _literals(inner)
    if run:
        yield run


def _inside(operation: Any, value: Any) -> list[Any]:
    """Return the parts that one part of a pattern holds."""
    if operation in _REPEATS:
        return [value[2]]
    if operation is _parser.SUBPATTERN:
        return [value[3]]
    if operation is _parser.BRANCH:
        return list(value[1])
    if operation is _parser.ATOMIC_GROUP:
        return [value]
    return [value[1]] if operation in _LOOKS else []


def _long_repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Yield what may be repeated at length, with an example of what stands before it."""
    for operation, value in tree:
        if operation in _REPEATS and value[1] > _MANY:
            for unit in _units(value[2]):
                yield before, unit
        for inner in _inside(operation, value):
            yield from _long_repeats(inner, before)
        before += _example([(operation, value)])


def _units(tree: Any) -> list[str]:
    fitting = [unit for unit in _UNITS if _fits(tree, unit)][:_MOST_UNITS]
    return list(dict.fromkeys(filter(None, (*fitting, _example(tree)))))


def _fits(tree: Any, unit: str) -> bool:
    try:
        return _compiler.compile(tree, tree.state.flags).fullmatch(unit) is not None
    except (re.error, IndexError):  # it speaks of a group that stands elsewhere
        return False


def _example(tree: Any) -> str:
    """Return a short text that a part of a pattern matches, as a rule."""
    text = ""
    for operation, value in tree:
        if operation is _parser.LITERAL:
            text += chr(value)
        elif operation in _LETTERS:
            text += _letter(operation, value)
        elif operation in _REPEATS:
            text += _example(value[2]) * min(value[0], 3)
        elif operation not in _LOOKS:
            text += next((_example(inner) for inner in _inside(operation, value)), "")
    return text


def _letter(operation: Any, value: Any) -> str:
    """Return a letter that a class of letters holds: one that it names, where it names some."""
    tree = _parser.SubPattern(_parser.State(), [(operation, value)])
    members = value if operation is _parser.IN else []
    named = [chr(what) for kind, what in members if kind is _parser.LITERAL]
    named += [chr(what[0]) for kind, what in members if kind is _parser.RANGE]
    return next((letter for letter in (*named, *_UNITS) if len(letter) == 1 and _fits(tree, letter)), "a")
