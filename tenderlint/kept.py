"""Small stores beside Python's own compiled modules, for what is costly to work out and the same at every start.

A store is one file in the folder where Python keeps the bytecode of this package, under the same trust and the same
rules: nothing is written with PYTHONDONTWRITEBYTECODE or where the folder cannot be written. It is good for one
version of Python only, which the name of the file says. It is written whole or not at all, and whatever is wrong with
it or with an entry of it, it is as if that were not there.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from collections.abc import Hashable
from typing import Any

MOST_BYTES = 8 * 1024 * 1024
"""A file that has grown beyond this is begun anew: it holds what is needed no more."""


class Kept:
    """What was kept, by key, and what this run has added. A key and its value are what `marshal` can hold."""

    def __init__(self, path: str | None) -> None:
        self.path = path
        self.entries: dict[Hashable, bytes] = _read(path)
        self.is_new = False

    def find(self, key: Hashable) -> object:
        """Return what was kept under this key, a new copy each time; None where there is nothing."""
        kept = self.entries.get(key)
        if kept is None:
            return None
        try:
            return marshal.loads(kept)
        except (ValueError, TypeError, EOFError):
            return None

    def keep(self, key: Hashable, value: Any) -> None:
        """Keep a value; one that `marshal` cannot hold is left out."""
        try:
            self.entries[key] = marshal.dumps(value)
        except ValueError:
            return
        self.is_new = True

    def save(self) -> None:
        """Write the store whole, if this run has added to it and the folder can be written."""
        if self.path is None or not self.is_new or sys.dont_write_bytecode:
            return
        part = f"{self.path}.{os.getpid()}"
        try:
            with open(part, "wb") as file:
                file.write(marshal.dumps(self.entries))
            os.replace(part, self.path)
        except OSError:
            return
        self.is_new = False


def place_of(name: str) -> str | None:
    """Return the file of the store with this name; None where this Python keeps no bytecode."""
    try:
        folder = os.path.dirname(importlib.util.cache_from_source(__file__))
    except NotImplementedError:
        return None
    return os.path.join(folder, f"{name}.{sys.implementation.cache_tag}.{sys.hexversion:x}.bin")


def _read(path: str | None) -> dict[Hashable, bytes]:
    try:
        if path is None or os.stat(path).st_size > MOST_BYTES:
            return {}
        with open(path, "rb") as file:
            entries = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return entries if isinstance(entries, dict) else {}
