"""Lists the files of a pack with their state on disk, and names what they hold."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from tenderlint.ignored import is_ignored

SETTINGS = ("tenderlint.toml", "waivers.toml", "pyproject.toml")
"""The files beside a pack, or in a folder above it, that may change what is said of it."""

_DEEPEST = 60
_CHUNK = 1024 * 1024

Stat = tuple[int, int, int, int]
Entry = tuple[str, str, Stat | str]
"""A file: its name in the pack, where it is on disk, and its state; text in place of the state is the state."""


class NoKeyError(Exception):
    """Something in the pack or the settings has no name that can be relied on."""


def entries_of(pack: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """List every file of a pack with its state on disk, links as what they lead to; raises NoKeyError.

    The list holds at least all that is read of the pack: two equal lists mean that nobody has saved a file between.
    """
    place = os.path.realpath(pack)
    try:
        if os.path.isdir(place):
            return tuple(sorted(_below(place, place, "", 0)))
        return (_entry(place, os.path.basename(pack)),)
    except OSError as error:
        raise NoKeyError(str(error)) from error


def contents_of(pack: str | os.PathLike[str], entries: Iterable[Entry]) -> str:
    """Return the digest of a pack's name, and of the names and bytes of all its files; raises NoKeyError."""
    is_folder = os.path.isdir(pack)
    name = os.path.basename(os.path.realpath(pack) if is_folder else pack)
    sums = blake2b(repr((name, is_folder)).encode("utf-8", "surrogatepass"), digest_size=20)
    try:
        for path, place, state in entries:
            told = state if isinstance(state, str) else digest_of(place)
            sums.update(repr((path, told)).encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise NoKeyError(str(error)) from error
    return sums.hexdigest()


def digest_of(place: str | os.PathLike[str]) -> str:
    """Return the digest of a file's bytes; raises OSError."""
    sums = blake2b(digest_size=20)
    with open(place, "rb", buffering=0) as file:
        while part := file.read(_CHUNK):
            sums.update(part)
    return sums.hexdigest()


def settings_places(pack: str | os.PathLike[str]) -> Iterator[str]:
    """Yield every place in which settings or waivers of a pack may stand, whether there is such a file or not."""
    folder = os.path.realpath(pack)
    while True:
        yield from (os.path.join(folder, name) for name in SETTINGS)
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


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
