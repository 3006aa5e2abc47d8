"""Names the state of the program itself: its modules, the checks, and the packages that read files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from tenderlint import __version__
from tenderlint.cache_files import NoKeyError, digest_of
from tenderlint.cache_store import read_whole, write_whole
from tenderlint.folders import folder

_KINDS = (".py", ".toml", ".json", ".txt", ".csv", ".dat", ".bin", ".gz", ".html")
_FILE = "program"
_SETTLED = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was looked at may be changed again without a sign."""


def program_digest(cache: Path, more_checks: Iterable[Path] = ()) -> str:
    """Return the digest of the program and its checks; raises NoKeyError where they cannot be read.

    Reading every file costs more than a warm run may. So the digest is kept in the folder `cache` beside the sizes
    and times of all the files, and is worked out anew when one of them is another, as Python does with its bytecode.
    """
    try:
        files = sorted(_files(more_checks))
        about = repr(_surroundings())
        state = blake2b(f"{about}{files}".encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
        latest = max((changed for _, _, changed, _ in files), default=0)
        known, _, digest = read_whole(cache / _FILE).decode("ascii", "replace").partition(" ")
        if known == state and len(digest) == len(state) and _is_settled(cache / _FILE, latest):
            return digest
        sums = blake2b(about.encode("utf-8", "surrogatepass"), digest_size=20)
        for path, _, _, place in files:
            sums.update(repr((path, digest_of(place))).encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise NoKeyError(str(error)) from error
    write_whole(cache / _FILE, f"{state} {sums.hexdigest()}".encode("ascii"))
    return sums.hexdigest()


def _surroundings() -> list[object]:
    """Name the version, the Python and the packages beside it: each may change what is read of a file."""
    return [__version__, sys.version_info[:3], sys.platform, _packages()]


def _packages() -> list[str]:
    """Name the packages that are installed beside the first one that the program needs."""
    for place in sys.path:
        if os.path.isdir(os.path.join(place, "click")):
            return sorted(name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))
    return []


def _files(more_checks: Iterable[Path]) -> Iterator[tuple[str, int, int, str]]:
    """Yield name, size, time of change and place of every file that can change an answer."""
    package = os.path.dirname(os.path.realpath(__file__))
    yield from _below(package, "tenderlint")
    for place in map(os.path.realpath, (folder("checks"), *more_checks)):
        if os.path.dirname(place) != package:  # where it is installed, the checks lie in the package
            yield from _below(place, os.path.basename(place))


def _below(place: str, path: str) -> Iterator[tuple[str, int, int, str]]:
    with os.scandir(place) as found:
        for each in found:
            if each.name == "__pycache__" or each.name.startswith("."):
                continue
            if each.is_dir():
                yield from _below(each.path, f"{path}/{each.name}")
            elif each.name.endswith(_KINDS):
                state = each.stat()
                yield f"{path}/{each.name}", state.st_size, state.st_mtime_ns, each.path


def _is_settled(path: Path, latest: int) -> bool:
    return os.stat(path).st_mtime_ns > latest + _SETTLED
