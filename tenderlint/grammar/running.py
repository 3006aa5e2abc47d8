"""Remembers which grammar server was started, in a file of the user's, and tells whether it still runs."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tenderlint.cache_place import VARIABLE, cache_folder
from tenderlint.grammar.fault import GrammarError

_NAME = "grammar-server.json"
_CLASS = "org.languagetool.server.HTTPServer"


@dataclass(frozen=True, slots=True)
class Running:
    """A server: the number of its process, when that began (seconds since 1970), its port and its version."""

    process: int
    began: float
    port: int
    version: str = ""

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"


def own_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for what a grammar server needs, which is made when it is missing and is the user's alone.

    Raises GrammarError when the system tells no place for it or it cannot be made.
    """
    folder = cache_folder(environment) or cache_folder(_without(environment))
    if folder is None:
        raise GrammarError("there is no folder for the grammar server.", advice=f"Name one in {VARIABLE}.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        advice = f"Name a folder in {VARIABLE}."
        raise GrammarError(f"cannot be made: {error.strerror}.", str(folder), advice) from error
    return folder


def _without(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a user who wants no reports remembered: a server needs its folder all the same."""
    return {name: value for name, value in environment.items() if name != VARIABLE}


def running(environment: Mapping[str, str] = os.environ) -> Running | None:
    """Return the server that was started last, if its process is still there and is a grammar server."""
    try:
        data = json.loads((own_folder(environment) / _NAME).read_text(encoding="utf-8"))
        state = Running(int(data["process"]), float(data["began"]), int(data["port"]), str(data["version"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return state if process_of(state) is not None else None


def remember(state: Running, environment: Mapping[str, str] = os.environ) -> None:
    """Write the server down, whole or not at all; raises GrammarError when that cannot be."""
    folder = own_folder(environment)
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_NAME)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(state), file)
        os.replace(name, folder / _NAME)
    except OSError as error:
        raise GrammarError(f"cannot be written: {error.strerror}.", str(folder / _NAME)) from error


def forget(environment: Mapping[str, str] = os.environ) -> None:
    """Drop what was remembered."""
    (own_folder(environment) / _NAME).unlink(missing_ok=True)


def process_of(state: Running):  # type: ignore[no-untyped-def]
    """Return the server's process, or None when it is gone: a number that another process got since is not it."""
    import psutil

    try:
        process = psutil.Process(state.process)
        same = abs(process.create_time() - state.began) < 2 and _CLASS in process.cmdline()
    except psutil.Error:
        return None
    return process if same and process.status() != psutil.STATUS_ZOMBIE else None
