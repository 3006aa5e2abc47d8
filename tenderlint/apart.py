"""Lints packs in one child process that is kept for the next pack, so that no file can harm the command.

The child reads and judges a whole pack by itself: nothing but the finished report crosses over. When it dies, runs
late, raises or needs much memory over a pack, this process lints that pack again with every document in a child of its
own (`readers.isolate`), so that the fault is told of the right file and the rest of the pack is still judged.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import marshal
import os
import pickle
import select
import signal
import struct
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from tenderlint import class_store, pattern_store
from tenderlint.linting import lint
from tenderlint.readers import LACKS_MEMORY
from tenderlint.readers.child import Limits, limit_memory, limit_work, make_quiet, peak_memory
from tenderlint.registry import Book
from tenderlint.report import Report
from tenderlint.report_data import as_data, from_data
from tenderlint.settings import Settings

Progress = Callable[[str, int, int], None]

DEFAULT_LIMITS = Limits()

_SIZE = struct.Struct(">Q")
_CHUNK = 1024 * 1024
_PATIENCE = 3.0  # seconds
_LEFT_BEHIND = 50_000  # lists and the like that packs may leave behind, some megabytes, before they are looked for


@dataclass(frozen=True, slots=True)
class Job:
    """What a report is to be made of: the arguments of `lint`."""

    path: Path
    settings: Settings
    today: dt.date
    notice: Path | None = None
    jobs: int = 1
    standard: bool = False


class Apart:
    """A child that lints one pack after another; it is started with the first and ends with the `with` block."""

    def __init__(self, book: Book, limits: Limits = DEFAULT_LIMITS) -> None:
        self._book = book
        self._limits = limits
        self._child: _Child | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end(_PATIENCE if kind is None else 0)  # who breaks off does not wait

    def report(self, job: Job, progress: Progress | None = None) -> Report:
        """Return the report of a pack; raises what `lint` raises.

        `progress` is told path, running number and total before each document is read.
        """
        tell = progress or (lambda path, number, total: None)
        data = self._try(job, tell) if job.jobs == 1 and hasattr(os, "fork") else None
        if data is not None:
            with _without_collector():
                return from_data(data)
        return lint(
            job.path, today=job.today, settings=job.settings, book=self._book, notice=job.notice, jobs=job.jobs,
            progress=tell, standard=job.standard,
        )  # fmt: skip

    def _try(self, job: Job, tell: Progress) -> dict[str, Any] | None:
        """Return the report's data, or None where the child could not make it."""
        try:
            if self._child is None:
                self._child = _fork(self._book, self._limits)
            _send(self._child.jobs, pickle.dumps(job))
            for message in _received(self._child.answers, self._limits.wait):
                with _without_collector():
                    told = marshal.loads(message)
                if isinstance(told, tuple):
                    tell(*told)
                elif isinstance(told, dict):
                    return told
                else:
                    break
        except OSError:  # a pipe without a child at its other end, or no process left to give
            pass
        self._end()
        return None

    def _end(self, patience: float = 0) -> None:
        """End the child, which may use so many seconds to keep what it worked out for the next run."""
        child, self._child = self._child, None
        if child is not None:
            os.close(child.jobs)
            select.select([child.answers], [], [], patience)  # until the other end is closed
            with contextlib.suppress(ProcessLookupError):
                os.kill(child.pid, signal.SIGKILL)
            os.close(child.answers)
            os.waitpid(child.pid, 0)


@dataclass(frozen=True, slots=True)
class _Child:
    pid: int
    jobs: int
    answers: int


def _fork(book: Book, limits: Limits) -> _Child:
    job_end, jobs = os.pipe()
    answers, answer_end = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: the child shares no lock
        pid = os.fork()
    if pid == 0:
        try:
            os.close(jobs)
            os.close(answers)
            _serve(book, limits, job_end, answer_end)
        finally:
            os._exit(0)  # neither buffers nor tests of the parent are the child's to finish
    os.close(job_end)
    os.close(answer_end)
    return _Child(pid, jobs, answers)


def _serve(book: Book, limits: Limits, jobs: int, answers: int) -> None:
    """Lint the packs that come in, in the child, until no more come."""
    make_quiet()
    first = peak_memory()
    limit_memory(limits.memory)
    gc.disable()  # what packs leave behind is looked for between them, and not while one is worked on
    gc.freeze()

    def tell(path: str, number: int, total: int) -> None:
        limit_work(limits.work)
        _send(answers, marshal.dumps((path, number, total)))

    for message in _received(jobs, None):
        data = _data(pickle.loads(message), book, tell)
        _send(answers, marshal.dumps(data if peak_memory() - first < limits.memory // 2 else None))
        del data
        if gc.get_count()[0] > _LEFT_BEHIND:
            gc.collect(0)
        pattern_store.save()
        class_store.save()


def _data(job: Job, book: Book, tell: Progress) -> dict[str, Any] | None:
    try:
        report = lint(
            job.path, today=job.today, settings=job.settings, book=book, notice=job.notice, jobs=0, progress=tell,
            standard=job.standard,
        )  # fmt: skip
    except Exception:  # noqa: BLE001 - the parent tries again and tells the fault
        return None
    # What lacks memory beside the other documents may have enough in a child of its own.
    lacking = any(LACKS_MEMORY in note for row in report.documents for note in row.notes)
    return None if lacking else as_data(report)


def _send(end: int, data: bytes) -> None:
    for part in (_SIZE.pack(len(data)), data):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(end, rest) :]


def _received(end: int, patience: float | None) -> Iterator[bytes]:
    """Yield each message that comes in, until the other end is closed or none came for `patience` seconds."""
    held = bytearray()
    while True:
        deadline = None if patience is None else time.monotonic() + patience
        while (size := _whole(held)) is None:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([end], [], [], left)[0]:
                return
            data = os.read(end, _CHUNK)
            if not data:
                return
            held += data
        yield bytes(held[_SIZE.size : size])
        del held[:size]


def _whole(held: bytearray) -> int | None:
    """Return how many bytes the first message takes, None while it has not all come."""
    if len(held) < _SIZE.size:
        return None
    size = _SIZE.size + int(_SIZE.unpack_from(held)[0])
    return size if len(held) >= size else None


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from searching plain data for rings of objects while it is made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
