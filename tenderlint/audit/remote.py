"""The process beside a Dask worker that minds a worker process of ours: batches of paths come in, rows go out.

It is a process of its own because a Dask worker has threads, and a child of that must not be forked.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tenderlint.audit.pipes import Inbox, send
from tenderlint.audit.program import program_of
from tenderlint.audit.rows import Rows
from tenderlint.audit.worker import Result, Task, Terms
from tenderlint.errors import TenderlintError

_START = "from tenderlint.audit.remote import main; main()"


class Mind:
    """Such a process, as the Dask worker sees it."""

    def __init__(self, terms: Terms) -> None:
        """Start the process; raises OSError."""
        paths = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to = self._process.stdin.fileno()
        self._inbox = Inbox(self._process.stdout.fileno())
        send(self._to, pickle.dumps(terms))
        self._answers = self._inbox.all()
        self.program: str
        self.fault: str
        self.program, self.fault = next(self._answers, ("", "the process for linting could not be started"))

    def results(self, batch: Sequence[Task]) -> list[Result]:
        """Return what came of each task of a batch; raises OSError where the process is gone."""
        send(self._to, [tuple(task) for task in batch])
        told = next(self._answers, None)
        if told is None:
            raise ChildProcessError("the process for linting has ended")
        return [
            Result(number, None if rows is None else Rows(*rows), reason, seconds)
            for number, rows, reason, seconds in told
        ]

    def end(self) -> None:
        """End the process, and with it the worker process that it minds."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.kill()
        self._process.wait()


def main() -> None:
    """Serve the batches that come in on standard input until there are no more."""
    answers = os.dup(1)
    os.dup2(2, 1)
    inbox = Inbox(0).all()
    serve(pickle.loads(next(inbox)), inbox, answers)


def serve(terms: Terms, batches: Iterator[Any], answers: int) -> None:
    """Say which program this is, then have each batch linted and send its results in one piece."""
    from tenderlint.audit.workers import Crew
    from tenderlint.registry import load_book

    try:
        program, book = program_of(terms.own), load_book(also=terms.own)
    except TenderlintError as error:
        send(answers, ("", str(error)))
        return
    send(answers, (program, ""))
    with Crew(book, replace(terms, whole=True), 1) as crew:
        for batch in batches:
            told: set[int] = set()  # every batch tells all its wordings: those of another one may never arrive
            results = crew.results(iter([Task(*task) for task in batch]))
            send(answers, [(each.number, _plain(each.rows, told), each.reason, each.seconds) for each in results])


def _plain(rows: Rows | None, told: set[int]) -> tuple[Any, ...] | None:
    if rows is None:
        return None
    wordings = [(number, body) for number, body in rows.wordings if number not in told]
    told.update(number for number, _ in wordings)
    return tuple(rows._replace(wordings=wordings))
