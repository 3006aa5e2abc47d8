"""Reads documents in child processes, so that one which crashes, hangs or eats memory costs only itself."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from tenderlint.errors import UnreadableError
from tenderlint.model import Document
from tenderlint.readers import unread
from tenderlint.readers.base import Source
from tenderlint.readers.child import KILOBYTE, RESULT, SPLIT, TASK, Held, Limits, read_held, serve, without_bytes
from tenderlint.readers.kinds import kind_of_ending
from tenderlint.readers.parcel import unwrap

Progress = Callable[[str, int, int], None]

DEFAULT_LIMITS = Limits()

CRASHED = "could not be read: the program that reads such files crashed over it"
_CHUNK = 1024 * 1024


def read_all(
    files: Sequence[Held],
    jobs: int = 1,
    progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
    standard: bool = False,
) -> list[Document]:
    """Read every file and return the documents in the same order; a file that cannot be read is one without words.

    `jobs` children read at once; with 0, or where the system cannot fork, this process reads by itself and without
    limits. `progress` is told path, running number from 1 and total, each time a file is about to be read. `standard`
    asks that PDF files be judged against the whole of PDF/UA too.
    """
    tell = progress or (lambda path, number, total: None)
    if jobs < 1 or not hasattr(os, "fork"):
        return [_read_here(file, tell, number, len(files), standard) for number, file in enumerate(files, start=1)]
    _warm(files)
    with _without_collector():
        return _Pool(files, tell, limits, standard).run(min(jobs, len(files)))


def _warm(files: Sequence[Held]) -> None:
    """Import the readers once, before the children are made, rather than once in each, and again for the next pack."""
    kinds = {kind_of_ending(Source(file.path, b"").suffix) for file in files}
    for name in {kind.reader for kind in kinds if kind is not None and kind.reader}:
        with contextlib.suppress(ImportError):  # whoever reads such a file will say what is missing
            import_module(f"tenderlint.readers.{name}")


def _read_here(file: Held, tell: Progress, number: int, total: int, standard: bool) -> Document:
    tell(file.path, number, total)
    with _without_collector():
        return read_held(file, standard)


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from searching for rings of objects: a model has none, and looking for them costs a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Child:
    pid: int
    tasks: int
    results: int
    file: int = -1  # the number of the file that it reads
    deadline: float = 0.0
    late: bool = False
    received: bytearray = field(default_factory=bytearray)


class _Pool:
    """Children that read one file after another, each replaced when it dies."""

    def __init__(self, files: Sequence[Held], tell: Progress, limits: Limits, standard: bool) -> None:
        self.files = files
        self.tell = tell
        self.limits = limits
        self.standard = standard
        self.documents: list[Document | None] = [None] * len(files)
        self.next = 0
        self.children: list[_Child] = []

    def run(self, jobs: int) -> list[Document]:
        try:
            for _ in range(jobs):
                self._start()
            while self.children:
                self._wait()
        finally:
            for child in self.children:
                os.kill(child.pid, signal.SIGKILL)
                self._bury(child)
        # One is missing only where the system had no process left to give.
        pairs = zip(self.documents, self.files, strict=True)
        return [document or read_held(file, self.standard) for document, file in pairs]

    def _start(self) -> None:
        """Start a child with the next file, if there is one left."""
        if self.next >= len(self.files):
            return
        with contextlib.suppress(BlockingIOError):
            child = _fork(self.files, self.limits, [each.tasks for each in self.children], self.standard)
            self.children.append(child)
            self._give(child)

    def _give(self, child: _Child) -> None:
        """Give a child its next file, or let it go."""
        if self.next >= len(self.files):
            self.children.remove(child)
            self._bury(child)
            return
        child.file, self.next = self.next, self.next + 1
        child.deadline = time.monotonic() + self.limits.wait
        child.received.clear()
        self.tell(self.files[child.file].path, child.file + 1, len(self.files))
        with contextlib.suppress(BrokenPipeError):  # it died: its results will end, and that is noticed
            os.write(child.tasks, TASK.pack(child.file))

    def _wait(self) -> None:
        """Wait until some child has sent something, has died or is late."""
        patience = max(0.0, min(child.deadline for child in self.children) - time.monotonic())
        ready, _, _ = select.select([child.results for child in self.children], [], [], patience)
        for child in list(self.children):
            if child.results in ready:
                self._receive(child)
            elif time.monotonic() > child.deadline and not child.late:
                child.late, child.deadline = True, time.monotonic() + self.limits.wait
                os.kill(child.pid, signal.SIGKILL)

    def _receive(self, child: _Child) -> None:
        data = os.read(child.results, _CHUNK)
        if not data:
            self._mourn(child)
            return
        child.received += data
        if len(child.received) < RESULT.size:
            return
        length, last = RESULT.unpack_from(child.received)
        if len(child.received) < RESULT.size + length:
            return
        self.documents[child.file] = unwrap(bytes(memoryview(child.received)[RESULT.size :]))
        if last:
            self.children.remove(child)
            self._bury(child)
            self._start()
        else:
            self._give(child)

    def _mourn(self, child: _Child) -> None:
        """Say of the file that a dead child was reading why it died, and go on with a new one."""
        self.children.remove(child)
        status, peak = self._bury(child)
        file = self.files[child.file]
        error = self._reason(child, status, peak, file.path)
        try:
            self.documents[child.file] = unread(Source(file.path, file.load()), error)
        except (UnreadableError, OSError, MemoryError):
            self.documents[child.file] = without_bytes(file.path, f"{error.message}. {error.advice}")
        self._start()

    def _reason(self, child: _Child, status: int, peak: int, path: str) -> UnreadableError:
        limits = self.limits
        if child.late:
            return UnreadableError(f"could not be read within {limits.wait:g} seconds", path, SPLIT)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
            return UnreadableError(f"could not be read within {limits.work} seconds of computing", path, SPLIT)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if killed or peak > limits.memory // 2:
            return UnreadableError(f"could not be read within {limits.memory / 1024**3:.0f} GB of memory", path, SPLIT)
        return UnreadableError(CRASHED, path, "Open it in the program that made it, save it again and check that.")

    @staticmethod
    def _bury(child: _Child) -> tuple[int, int]:
        """Close the pipes to a child, wait for its end and return its status and its peak of memory in bytes."""
        import resource

        os.close(child.tasks)
        os.close(child.results)
        _, status, usage = os.wait4(child.pid, 0)
        return status, (usage.ru_maxrss - resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * KILOBYTE


def _fork(files: Sequence[Held], limits: Limits, others: list[int], standard: bool) -> _Child:
    """Start a child; `others` are the ends of pipes that only this process may hold open."""
    task_end, tasks = os.pipe()
    results, result_end = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: the child only reads a file
        pid = os.fork()
    if pid == 0:
        status = 1
        try:
            for end in (tasks, results, *others):
                os.close(end)
            serve(files, limits, task_end, result_end, standard)
            status = 0
        finally:
            os._exit(status)  # neither buffers nor tests of the parent are the child's to finish
    os.close(task_end)
    os.close(result_end)
    return _Child(pid, tasks, results)


