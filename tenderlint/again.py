"""Says again what an earlier run of `tenderlint check` said, where nothing that it depended on has changed.

This is the quickest path through the program, so it loads no more than it needs: not even the command line. It knows
nothing of options. It holds the words of the command, where and for what kind of output it was given, the contents of
the packs and every file of settings against those of a run before; the slightest difference, and the command runs.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TextIO

from tenderlint.cache_files import NoKeyError, contents_of, digest_of, entries_of, settings_places
from tenderlint.cache_place import cache_folder
from tenderlint.cache_program import program_digest
from tenderlint.cache_store import read_whole, touch, write_whole
from tenderlint.clock import today

_ABSENT = ""
_VARIABLES = (
    "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONIOENCODING", "PYTHONUTF8", "LANG", "LC_ALL",
    "LC_CTYPE", "HOME", "USERPROFILE",
)  # fmt: skip
_OWN = "TENDERLINT_"

Said = tuple[tuple[bool, str], ...]
"""What was printed, in order: whether it is text in the terminal's letters or else in UTF-8, and the words."""


def said_before(arguments: Sequence[str]) -> int | None:
    """Print what the same command printed before and return its exit code; None where it has to be run."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        path = _path(folder, arguments)
        sums, _, body = read_whole(path).partition(b"\n")
        if not body or sums != _sums(body):
            return None
        known = json.loads(body)
        if not _holds(known, folder):
            return None
        code, said = int(known["code"]), tuple((bool(plain), str(text)) for plain, text in known["said"])
    except (NoKeyError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    touch(path)
    _print(said, sys.stdout)
    return code


def keep(folder: Path, arguments: Sequence[str], packs: Mapping[str, str], said: Said, code: int, program: str) -> None:
    """Keep what a run over packs of these contents printed."""
    try:
        known = {
            "day": today().isoformat(), "program": program, "packs": packs, "settings": _settings(packs), "code": code,
            "said": said,
        }  # fmt: skip
        body = json.dumps(known).encode()
        write_whole(_path(folder, arguments), _sums(body) + b"\n" + body)
    except (OSError, AttributeError):  # a file of settings, or the folder where this runs, has gone away
        return


def _holds(known: Mapping[str, object], folder: Path) -> bool:
    packs = known["packs"]
    if not isinstance(packs, dict) or known["day"] != today().isoformat():
        return False
    if known["program"] != program_digest(folder) or known["settings"] != _settings(packs):
        return False
    return all(contents_of(pack, entries_of(pack)) == contents for pack, contents in packs.items())


def _settings(packs: Iterable[str]) -> dict[str, str]:
    """Return the digest of every file that may hold settings of the packs, and nothing for one that is not there."""
    return {
        place: digest_of(place) if os.path.isfile(place) else _ABSENT
        for pack in packs
        for place in settings_places(pack)
    }


def _path(folder: Path, arguments: Sequence[str]) -> Path:
    """Return where a run is kept: it is named by its words, where it is given, and what its output goes to."""
    told = {name: value for name, value in os.environ.items() if name in _VARIABLES or name.startswith(_OWN)}
    about = [list(arguments), os.getcwd(), sorted(told.items()), *_output(sys.stdout)]
    name = blake2b(json.dumps(about).encode(), digest_size=20).hexdigest()
    return folder / "reports" / f"{name}.run.json"


def _output(stream: TextIO) -> list[object]:
    encoding = getattr(stream, "encoding", None)
    if not stream.isatty():
        return [encoding]
    try:
        return [encoding, *os.get_terminal_size(stream.fileno())]
    except (OSError, ValueError):
        return [encoding, "terminal"]


def _sums(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()


def _print(said: Said, stream: TextIO) -> None:
    for plain, text in said:
        if plain:
            stream.buffer.write(text.encode(stream.encoding or "utf-8", "replace"))
        else:
            stream.buffer.write(text.encode())
    stream.flush()
