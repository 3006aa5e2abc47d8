"""Takes values out of pikepdf objects without ever raising: broken files hold broken values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

ERRORS = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    UnicodeDecodeError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


_DEEPEST = 64  # nodes of a page tree above one another


def get(holder: Any, *names: str) -> Any:
    """Return what lies at the end of a path of names, or None."""
    try:
        for name in names:
            if holder is None:
                return None
            holder = holder.get(name)
    except ERRORS:
        return None
    return holder


def inherited(page: Any, name: str) -> Any:
    """Return what a page has under a name itself, or from the nodes of the page tree above it, or None."""
    for _ in range(_DEEPEST):
        if page is None:
            return None
        found = get(page, name)
        if found is not None:
            return found
        page = get(page, "/Parent")
    return None


def text(value: Any, most: int = 4000) -> str | None:
    """Return a string or name as text, or None."""
    try:
        if isinstance(value, pikepdf.String):
            return str(value)[:most]
        if isinstance(value, pikepdf.Name):
            return str(value)[1 : most + 1]
        if isinstance(value, pikepdf.Stream):
            return value.read_bytes()[:most].decode("utf-8", "replace")
    except ERRORS:
        return None
    return None


def number(value: Any, otherwise: int = 0) -> int:
    """Return a whole number, or `otherwise`."""
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def items(array: Any, most: int = 10_000) -> Iterator[Any]:
    """Yield the items of an array that can be read; a single object counts as an array of one."""
    if not isinstance(array, pikepdf.Array):
        if array is not None:
            yield array
        return
    for place in range(min(len(array), most)):
        try:
            yield array[place]
        except ERRORS:
            continue


def identity(item: Any) -> tuple[int, int] | None:
    """Return the number of an object that others may refer to, or None."""
    try:
        found: tuple[int, int] = item.objgen
    except ERRORS:
        return None
    return found if found[0] else None
