"""Lists the files in a zip of a pack, and hands over their bytes without ever writing them to disk."""

from __future__ import annotations

import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tenderlint.discovery.held import Refused
from tenderlint.discovery.names import shown
from tenderlint.errors import UnreadableError
from tenderlint.ignored import is_ignored
from tenderlint.readers.child import Held
from tenderlint.readers.zipparts import MOST_PARTS, MOST_RATIO, SMALL_PART, overlap

DEEPEST = 2
MOST_IN_ZIP = 2 * 1024**3  # bytes, all members together

MOST_IN_MEMBER = 256 * 1024**2

_UNPACK = "Unpack it and check the folder."
_UNPACK_ZIP = "Unpack the zip and check the folder."
_LOCKED = 0x1
_IN_UTF8 = 0x800


@dataclass(slots=True)
class Bundle:
    """A zip on disk or in memory; each process opens it for itself, for an open file's place in it is shared."""

    path: str
    source: Path | bytes
    whole_pack: bool = False  # its members then stand in the pack by their own names alone
    _opened: tuple[int, zipfile.ZipFile] | None = field(default=None, repr=False)

    def archive(self) -> zipfile.ZipFile:
        """Return the open zip; raises UnreadableError when it is damaged."""
        if self._opened is None or self._opened[0] != os.getpid():
            try:
                held = io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source
                self._opened = (os.getpid(), zipfile.ZipFile(held))
            except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
                advice = "Copy or download it again."
                raise UnreadableError("is a zip file that is cut short or damaged", self.path, advice) from error
        return self._opened[1]

    def read(self, info: zipfile.ZipInfo, path: str) -> bytes:
        """Return the bytes of one member; raises UnreadableError when it is locked, damaged or far too large."""
        if info.flag_bits & _LOCKED:
            advice = "Unpack the zip with its password and check the folder."
            raise UnreadableError("is locked with a password in its zip", path, advice)
        if info.file_size > max(SMALL_PART, MOST_RATIO * info.compress_size):
            why = f"is squeezed more than {MOST_RATIO} times in its zip, as no real document is: it was not read"
            raise UnreadableError(why, path, _UNPACK_ZIP)
        if info.file_size > MOST_IN_MEMBER:
            why = f"is larger than {MOST_IN_MEMBER // 1024**2} MB: it was not read"
            raise UnreadableError(why, path, _UNPACK_ZIP)
        try:
            with self.archive().open(info) as stream:
                return stream.read(MOST_IN_MEMBER)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError) as error:
            raise UnreadableError("is damaged in its zip", path, "Copy or download the zip again.") from error

    def close(self) -> None:
        """Close the zip in this process."""
        if self._opened is not None and self._opened[0] == os.getpid():
            self._opened[1].close()
        self._opened = None


@dataclass(frozen=True, slots=True)
class InBundle:
    """A file in a zip."""

    path: str
    bundle: Bundle
    info: zipfile.ZipInfo

    def load(self) -> bytes:
        """Return its bytes; raises UnreadableError or OSError."""
        return self.bundle.read(self.info, self.path)

    def close(self) -> None:
        """Close the zip that it lies in."""
        self.bundle.close()


def holds_documents(file: Path) -> bool:
    """Say whether a zip is a bundle of files rather than one document in the dress of a zip, such as a Word file."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.lower() for name in archive.namelist()[:50]}
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError):
        return True
    return not names & {"[content_types].xml", "mimetype"}


def members(bundle: Bundle, depth: int = 1) -> Iterator[Held]:
    """Yield what a zip holds, zips in it opened too, down to the second; what cannot be had is yielded as refused."""
    try:
        yield from _members(bundle, depth)
    finally:
        bundle.close()


def _members(bundle: Bundle, depth: int) -> Iterator[Held]:
    try:
        infos = _checked(bundle)
    except UnreadableError as error:
        yield Refused(bundle.path, error.message, error.advice)
        return
    except OSError as error:
        yield Refused(bundle.path, "could not be opened", str(error.strerror or ""))
        return
    taken: set[str] = set()
    for info in infos:
        name = _name(info)
        steps = [step for step in name.replace("\\", "/").split("/") if step not in {"", "."}]
        if info.is_dir() or not steps or any(is_ignored(step) for step in steps if step != ".."):
            continue
        path = _unlike(shown("/".join(steps) if bundle.whole_pack else "/".join([bundle.path, *steps])), taken)
        if steps[-1].lower().endswith(".zip"):
            yield from _inner(bundle, info, path, depth)
        else:
            yield InBundle(path, bundle, info)


def _inner(bundle: Bundle, info: zipfile.ZipInfo, path: str, depth: int) -> Iterator[Held]:
    if depth >= DEEPEST:
        yield Refused(path, "is a zip within a zip within a zip: it was not opened", _UNPACK)
        return
    try:
        yield from members(Bundle(path, bundle.read(info, path)), depth + 1)
    except (UnreadableError, OSError) as error:
        yield Refused(path, getattr(error, "message", "could not be opened"), getattr(error, "advice", _UNPACK))


def _checked(bundle: Bundle) -> list[zipfile.ZipInfo]:
    infos = bundle.archive().infolist()
    if len(infos) > MOST_PARTS:
        raise UnreadableError(f"holds more than {MOST_PARTS:,} files: it was not opened", bundle.path, _UNPACK)
    if overlap(infos):
        raise UnreadableError(
            "holds files that overlap each other, as no honest zip does: it was not opened", bundle.path,
            "Ask where it came from.",
        )  # fmt: skip
    if sum(info.file_size for info in infos) > MOST_IN_ZIP:
        most = MOST_IN_ZIP // 1024**3
        raise UnreadableError(f"unpacks to more than {most} GB: it was not opened", bundle.path, _UNPACK)
    if not infos:
        raise UnreadableError("is an empty zip file", bundle.path, "Copy or download it again.")
    return infos


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name: many programs write UTF-8 without saying so, and zipfile takes it for DOS letters."""
    if info.flag_bits & _IN_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _unlike(path: str, taken: set[str]) -> str:
    """Return the path, with a number where another member has the same."""
    name, number = path, 1
    while name in taken:
        number += 1
        name = f"{path} ({number})"
    taken.add(name)
    return name
