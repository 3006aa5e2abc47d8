"""Keeps the methods of data classes beside Python's own compiled modules, because compiling them anew costs a tenth.

`dataclasses` writes the text of each method and has Python compile it, at every start. What a text compiles to is
kept in one file in the folder where Python keeps this module's bytecode, under the same trust and the same rules:
nothing is written with PYTHONDONTWRITEBYTECODE or where the folder cannot be written. It is found by the whole text,
and is good for one version of Python only, which the name of the file says. Whatever is wrong with the file, the text
is compiled as ever. Only the command line asks for this, so a program that imports tenderlint is left as it is.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from collections.abc import Mapping
from types import CodeType
from typing import Any

MOST_BYTES = 8 * 1024 * 1024
"""A file that has grown beyond this is begun anew: it holds methods of classes that are gone."""


class Store:
    """The methods that were read, by their text, and those that this run has added."""

    def __init__(self, path: str | None) -> None:
        self.path = path
        self.entries = _read(path)
        self.is_new = False

    def run(self, text: str | CodeType, names: dict[str, Any], local: Mapping[str, object] | None = None) -> None:
        """Do what `exec` does; the text is compiled only where it is not in the store."""
        exec(self._compiled(text) if isinstance(text, str) else text, names, local)

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

    def _compiled(self, text: str) -> CodeType:
        kept = self.entries.get(text)
        if kept is not None:
            try:
                code = marshal.loads(kept)
            except (ValueError, TypeError, EOFError):
                code = None
            if isinstance(code, CodeType):
                return code
        code = compile(text, "<string>", "exec", dont_inherit=True)
        self.entries[text] = marshal.dumps(code)
        self.is_new = True
        return code


_STORES: list[Store] = []


def use() -> None:
    """Have this process take the methods of data classes from the store from now on."""
    import dataclasses

    if _STORES:
        return
    _STORES.append(Store(_place()))
    # The module calls the built-in function by its name, so a name of its own goes before it.
    vars(dataclasses)["exec"] = _STORES[0].run


def save() -> None:
    """Write what this run has added to the store, if it is in use."""
    for store in _STORES:
        store.save()


def _place() -> str | None:
    try:
        folder = os.path.dirname(importlib.util.cache_from_source(__file__))
        return os.path.join(folder, f"classes.{sys.implementation.cache_tag}.{sys.hexversion:x}.bin")
    except NotImplementedError:  # a Python that keeps no bytecode
        return None


def _read(path: str | None) -> dict[str, bytes]:
    try:
        if path is None or os.stat(path).st_size > MOST_BYTES:
            return {}
        with open(path, "rb") as file:
            entries = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return entries if isinstance(entries, dict) else {}
