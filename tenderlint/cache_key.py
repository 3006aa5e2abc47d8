"""Names a run by all that its report depends on: the same name means the same report."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tenderlint.ignored import is_ignored

_DEEPEST = 60
_CHUNK = 1024 * 1024
_NOT_IN_THE_REPORT = frozenset({"fail_on", "reader", "statistics", "max_findings", "baseline", "origins"})

Stat = tuple[int, int, int, int]
Entry = tuple[str, str, Stat | str]
"""A file: its name in the pack, where it is on disk, and its state; text in place of the state is the state."""


class NoKeyError(Exception):
    """Something in the pack or the settings has no name that can be relied on."""


def entries_of(pack: Path) -> tuple[Entry, ...]:
    """List every file of a pack with its state on disk, links as what they lead to; raises NoKeyError.

    The list holds at least all that is read of the pack: two equal lists mean that nobody has saved a file between.
    """
    place = os.path.realpath(pack)
    try:
        if os.path.isdir(place):
            return tuple(sorted(_below(place, place, "", 0)))
        return (_entry(place, pack.name),)
    except OSError as error:
        raise NoKeyError(str(error)) from error


def key_of(
    pack: Path, entries: Iterable[Entry], *, settings: object, day: dt.date, notice: Path | None, program: str
) -> str:
    """Return the name of a run over these entries; raises NoKeyError where a file cannot be read.

    `program` names the state of the program and its checks; `settings` are a dataclass of plain values.
    """
    sums = blake2b(digest_size=20)
    name = pack.resolve().name if pack.is_dir() else pack.name
    said = [program, name, pack.is_dir(), day.isoformat(), plain(settings)]
    sums.update(json.dumps(said, sort_keys=True).encode())
    try:
        for path, place, state in entries:
            told = state if isinstance(state, str) else digest_of(place)
            sums.update(json.dumps([path, told]).encode())
        if notice is not None:
            inside = os.path.relpath(os.path.realpath(notice), os.path.realpath(pack))
            sums.update(json.dumps(["notice", notice.name, inside, digest_of(str(notice))]).encode())
    except (OSError, ValueError) as error:
        raise NoKeyError(str(error)) from error
    return sums.hexdigest()


def digest_of(place: str) -> str:
    """Return the digest of a file's bytes; raises OSError."""
    sums = blake2b(digest_size=20)
    with open(place, "rb", buffering=0) as file:
        while part := file.read(_CHUNK):
            sums.update(part)
    return sums.hexdigest()


def plain(value: object) -> Any:
    """Return a value as JSON can hold it, two values the same only if they are equal; raises NoKeyError."""
    if value is None or isinstance(value, bool | int | float | str):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, dt.date | Decimal | Path):
        return [type(value).__name__, str(value)]
    if isinstance(value, Mapping):
        return sorted(([plain(key), plain(each)] for key, each in value.items()), key=repr)
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted((plain(each) for each in value), key=repr)
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {name: each for name, each in told.items() if name not in _NOT_IN_THE_REPORT}
    raise NoKeyError(f"{type(value).__name__} has no plain form")


def _below(top: str, folder: str, path: str, depth: int) -> Iterator[Entry]:
    if depth > _DEEPEST:
        raise NoKeyError("the folders lie too deep")
    with os.scandir(folder) as found:
        for each in found:
            if is_ignored(each.name):
                continue
            name = f"{path}/{each.name}" if path else each.name
            if each.is_symlink():
                yield _linked(top, each.path, name)
            elif each.is_dir(follow_symlinks=False):
                yield name + "/", each.path, "folder"
                yield from _below(top, each.path, name, depth + 1)
            else:
                yield _entry(each.path, name)


def _linked(top: str, link: str, name: str) -> Entry:
    """Return a link as its target, and the target's state where it is a file of the pack."""
    target = os.path.realpath(link)
    if not os.path.exists(target):
        return name, link, "link that leads nowhere"
    if os.path.commonpath([top, target]) != top:
        return name, link, "link out of the pack"
    if os.path.isdir(target):
        return name, link, f"link to {os.path.relpath(target, top)}"
    return _entry(target, name)


def _entry(place: str, name: str) -> Entry:
    state = os.stat(place)
    if not stat.S_ISREG(state.st_mode):
        return name, place, f"no ordinary file ({stat.S_IFMT(state.st_mode)})"
    return name, place, (state.st_size, state.st_mtime_ns, state.st_ino, state.st_ctime_ns)
