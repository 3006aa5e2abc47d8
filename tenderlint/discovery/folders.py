"""Walks a folder and lists the files of the pack in it, without following links out of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tenderlint.discovery.held import OnDisk, Refused
from tenderlint.discovery.names import shown
from tenderlint.ignored import is_ignored
from tenderlint.readers.child import Held

_DEEPEST = 40


def files_below(folder: Path) -> Iterator[Held]:
    """Yield every file below a folder, zips opened, in no order; what cannot be opened is yielded as refused."""
    waiting: list[tuple[Path, str, int]] = [(folder, "", 0)]
    while waiting:
        place, path, depth = waiting.pop()
        try:
            entries = list(os.scandir(place))
        except OSError as error:
            yield Refused(path or shown(folder.name), _cannot_open(error), "Ask its owner, or take a copy of your own.")
            continue
        for entry in entries:
            name = f"{path}/{shown(entry.name)}" if path else shown(entry.name)
            if is_ignored(entry.name):
                continue
            if entry.is_symlink():
                yield from _linked(folder, Path(entry.path), name)
            elif entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    waiting.append((Path(entry.path), name, depth + 1))
                else:
                    yield Refused(name, "lies too many folders deep: it was not opened", "Move it further up.")
            else:
                yield from held_at(Path(entry.path), name)


def held_at(file: Path, path: str, whole_pack: bool = False) -> Iterator[Held]:
    """Yield a file on disk, or what is in it if it is a zip of documents; `whole_pack` says that it is all there is."""
    if not _is_ordinary(file):
        yield Refused(path, "is no ordinary file: it was not opened", "Take it out of the folder.")
    elif file.suffix.lower() == ".zip":
        yield from _zipped(file, path, whole_pack)
    else:
        yield OnDisk(path, file)


def _zipped(file: Path, path: str, whole_pack: bool) -> Iterator[Held]:
    from tenderlint.discovery.archives import Bundle, holds_documents, members  # few packs hold a zip

    if holds_documents(file):
        yield from members(Bundle(path, file, whole_pack))
    else:
        yield OnDisk(path, file)


def _linked(folder: Path, link: Path, path: str) -> Iterator[Held]:
    """Yield the file that a link leads to, if it lies in the pack; folders are found where they are."""
    target = Path(os.path.realpath(link))
    if not target.exists():
        yield Refused(path, "is a link that leads nowhere", "Put the file itself into the folder.")
    elif not target.is_relative_to(folder):
        yield Refused(path, "is a link out of the folder: it was not followed", "Put a copy into the folder.")
    elif not target.is_dir():
        yield from held_at(target, path)


def _is_ordinary(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return True  # opening it will say what is wrong


def _cannot_open(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "is a folder that you are not allowed to open: nothing in it was read"
    reason = (error.strerror or "unknown reason").lower()
    return f"is a folder that could not be opened ({reason}): nothing in it was read"
