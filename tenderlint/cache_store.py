"""Keeps and finds small files in the cache's folder: each whole or not there, and private to the user."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_PART = ".part"
_HOUR = 3600


def read_whole(path: Path) -> bytes:
    """Return what a file holds; nothing where it is missing or cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.readall()
    except OSError:
        return b""


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file so that any other run finds the old one, the whole new one or none; say whether it was written."""
    part = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}{_PART}")
    try:
        make_private(path.parent)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError:
        _remove(str(part))
        return False
    return True


def make_private(folder: Path) -> None:
    """Make a folder, where it is missing, that only its owner can look into; raises OSError."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def prune(folder: Path, most_bytes: int, most_days: int) -> None:
    """Remove the files that were used longest ago until the rest are small enough, and all not used for days.

    The newest file's time is taken for the present: whoever calls has just written one.
    """
    files = sorted(_files(folder), reverse=True)
    room, present = most_bytes, files[0][0] if files else 0.0
    for used, size, path in files:
        room -= size
        age = present - used
        if room < 0 or age > most_days * 24 * _HOUR or (path.endswith(_PART) and age > _HOUR):
            _remove(path)


def touch(path: Path) -> None:
    """Mark a file as used now: those used longest ago go first."""
    with suppress(OSError):
        os.utime(path)


def held(folder: Path, ending: str) -> tuple[int, int]:
    """Return how many files with this ending the folder holds, and the bytes of all files in it."""
    files = _files(folder)
    return sum(path.endswith(ending) for _, _, path in files), sum(size for _, size, _ in files)


def clear(folder: Path) -> int:
    """Remove every file of the folder and return how many there were."""
    files = _files(folder)
    for _, _, path in files:
        _remove(path)
    return len(files)


def _files(folder: Path) -> list[tuple[float, int, str]]:
    """List time of last use, bytes and path of the files in a folder; one that another run removes is left out."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                try:
                    state = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                if entry.is_file(follow_symlinks=False):
                    found.append((state.st_mtime, state.st_size, entry.path))
    except OSError:
        return []
    return found


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
