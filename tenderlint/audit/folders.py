"""Finds the packs of a folder, or of a list of packs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tenderlint.audit.found import Found
from tenderlint.discovery.names import natural_order, shown
from tenderlint.errors import UsageError
from tenderlint.ignored import is_ignored

_LISTED = "the list names it, but there is no such file or folder"


def packs_in(source: str) -> Iterator[Found]:
    """Yield the packs of a folder in the natural order of their names: each sub-folder, zip or file at its top.

    A source that is a file is one pack by itself. Raises UsageError where there is nothing.
    """
    place = Path(source)
    if not place.exists():
        raise UsageError("there is no such file or folder.", source, "Check the path.")
    if not place.is_dir():
        yield _found(place, place.name, source)
        return
    names = _names(place, source)
    if not names:
        raise UsageError("holds no packs.", source, "Name a folder with a sub-folder, a zip or a file for each pack.")
    for name in sorted(names, key=lambda name: (natural_order(shown(name)), name)):
        yield _found(place / name, name, source)


def packs_listed(file: str) -> Iterator[Found]:
    """Yield the packs that a list names, one path a line, below the list's own folder where the path is not whole.

    Empty lines, and those that begin with #, say nothing. What is not there is yielded with its trouble. Raises
    UsageError where there is no list, or it is no text.
    """
    path = Path(file)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        told = f"cannot be read as a list of packs: {reason}."
        raise UsageError(told, file, "Check the path after --list.") from error
    for line in map(str.strip, lines):
        if line and not line.startswith("#"):
            place = path.parent / line
            yield _found(place, line.replace(os.sep, "/").rstrip("/"), file, "" if place.exists() else _LISTED)


def _names(folder: Path, source: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if not is_ignored(entry.name)]
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UsageError(f"cannot be opened: {reason}.", source, "Ask its owner for a copy.") from error


def _found(path: Path, place: str, source: str, trouble: str = "") -> Found:
    name = path.name if path.is_dir() or not path.suffix else path.stem
    return Found(str(path), shown(place), shown(source), name=shown(name), trouble=trouble)
