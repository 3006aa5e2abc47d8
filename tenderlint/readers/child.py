"""What a child process does: read one file after another within limits, and send each document back."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tenderlint.errors import UnreadableError
from tenderlint.model import Document, Extent, Note
from tenderlint.readers import LACKS_MEMORY, read_or_say
from tenderlint.readers.base import Source
from tenderlint.readers.parcel import wrap

TASK = struct.Struct(">I")
RESULT = struct.Struct(">Q?")
"""What goes before a document: its length, and whether the child goes away after it."""

KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""What the system counts a process's memory in."""

SPLIT = "Split it into smaller files, or save it again in the program that made it."
_WORN = 1024**3  # bytes of memory after which a child makes way for a fresh one


class Held(Protocol):
    """A file of a pack that can hand over its bytes when it is its turn."""

    @property
    def path(self) -> str:
        """Where it lies in the pack, with forward slashes."""

    def load(self) -> bytes:
        """Return its bytes; raises UnreadableError or OSError."""

    def close(self) -> None:
        """Let go of what it holds open."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: bytes of memory, seconds of work, seconds of waiting."""

    memory: int = 2 * 1024**3
    work: int = 120
    wait: float = 180.0


def read_held(file: Held, standard: bool = False) -> Document:
    """Read one file in this process; never raises."""
    try:
        return read_or_say(Source(file.path, file.load(), standard))
    except UnreadableError as error:
        return without_bytes(file.path, f"{error.message}. {error.advice}".strip())
    except MemoryError:
        return without_bytes(file.path, f"could not be read: it {LACKS_MEMORY} than there is. {SPLIT}")
    except OSError as error:
        return without_bytes(file.path, _system_refused(error))


def _system_refused(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "could not be opened: you are not allowed to read it. Ask its owner, or copy it to a folder of your own."
    if isinstance(error, FileNotFoundError):
        return "is gone: it was there when the folder was listed. Check the folder again."
    reason = (error.strerror or type(error).__name__).lower()
    return f"could not be opened: the system says “{reason}”. Copy it again."


def without_bytes(path: str, text: str) -> Document:
    """Return the document of a file whose bytes cannot be had."""
    return Document(path, "application/octet-stream", notes=(Note(text),), extent=Extent.NOT)


def serve(files: Sequence[Held], limits: Limits, task_end: int, result_end: int, standard: bool = False) -> None:
    """Read the files whose numbers come in, and send each document back, until no more come."""
    make_quiet()
    first = peak_memory()
    limit_memory(limits.memory)
    while task := os.read(task_end, TASK.size):
        limit_work(limits.work)
        file = files[TASK.unpack(task)[0]]
        try:
            data = wrap(read_held(file, standard))
        except MemoryError:
            data = wrap(without_bytes(file.path, f"could not be read: it {LACKS_MEMORY} than is allowed. {SPLIT}"))
        worn = peak_memory() - first > _WORN
        _send(result_end, RESULT.pack(len(data), worn), data)
        if worn:
            return
        del data
        gc.collect(0)  # the collector is off: what this document left behind is all there is to look at


def _send(end: int, *parts: bytes) -> None:
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(end, rest) :]


def make_quiet() -> None:
    """Leave interrupts to the parent, and keep what a crashing library prints off the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if "faulthandler" in sys.modules:
        sys.modules["faulthandler"].disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def peak_memory() -> int:
    """Return the most memory, in bytes, that this process has held at once."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE


def limit_memory(most: int) -> None:
    """Let this process take `most` bytes of address space more than it has."""
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with contextlib.suppress(ValueError, OSError):  # some systems have no such limit
        ceiling = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = _memory_now() + most
        soft = wanted if ceiling == resource.RLIM_INFINITY else min(wanted, ceiling)
        resource.setrlimit(resource.RLIMIT_AS, (soft, ceiling))


def _memory_now() -> int:
    """Return the bytes of address space that this process has."""
    try:
        with open("/proc/self/statm", "rb") as table:
            return int(table.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 1024**3


def limit_work(seconds: int) -> None:
    """Let this process compute for `seconds` from now."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    with contextlib.suppress(ValueError, OSError):
        ceiling = resource.getrlimit(resource.RLIMIT_CPU)[1]
        wanted = int(used.ru_utime + used.ru_stime) + seconds + 1
        soft = wanted if ceiling == resource.RLIM_INFINITY else min(wanted, ceiling)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, ceiling))
