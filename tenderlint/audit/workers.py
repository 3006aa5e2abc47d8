"""Has packs linted in worker processes, and replaces a worker that dies or runs late."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType

from tenderlint.audit.pipes import Inbox, send
from tenderlint.audit.ready import load_all
from tenderlint.audit.rows import Rows
from tenderlint.audit.worker import Result, Task, Terms, serve
from tenderlint.registry import Book, load_book

_AHEAD = 2
"""A worker has one pack in hand and the next one waiting, so that it need not wait for this process."""
_SHORTEST = 0.01


@dataclass(slots=True)
class _Trial:
    """A task and how it is tried: carefully is with a child for each file."""

    task: Task
    careful: bool = False
    began: float = 0.0
    spent: float = 0.0


@dataclass(slots=True)
class _Worker:
    pid: int
    jobs: int
    inbox: Inbox
    trials: deque[_Trial] = field(default_factory=deque)
    gone: bool = False


class Crew:
    """Worker processes that live as long as the `with` block; nothing but paths goes in, nothing but rows comes out."""

    def __init__(self, book: Book, terms: Terms, size: int) -> None:
        self._book = book
        self._terms = terms
        self._size = size
        self._is_ready = False
        self._workers: list[_Worker] = []
        self._waiting: deque[_Trial] = deque()

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for worker in tuple(self._workers):
            self._dismiss(worker)

    def results(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """Yield what came of each task, as soon as it is done; a task is only asked for when a worker is free."""
        while True:
            self._hand_out(tasks)
            busy = [worker for worker in self._workers if worker.trials]
            if not busy:
                return
            ready = select.select([worker.inbox.end for worker in busy], [], [], self._patience(busy))[0]
            for worker in busy:
                if worker.inbox.end in ready:
                    yield from self._answers(worker)
            yield from self._late(busy)

    def _hand_out(self, tasks: Iterator[Task]) -> None:
        """Give every worker something to do, the idle ones first."""
        for ahead in range(1, _AHEAD + 1):
            for place in range(self._size):
                worker = self._workers[place] if place < len(self._workers) else None
                while worker is None or len(worker.trials) < ahead:
                    trial = self._next(tasks)
                    if trial is None:
                        return
                    if worker is None:
                        worker = self._hire()
                    self._give(worker, trial)

    def _next(self, tasks: Iterator[Task]) -> _Trial | None:
        if self._waiting:
            return self._waiting.popleft()
        task = next(tasks, None)
        return None if task is None else _Trial(task)

    def _give(self, worker: _Worker, trial: _Trial) -> None:
        trial.began = time.monotonic()
        worker.trials.append(trial)
        with contextlib.suppress(OSError):  # it has died; that shows when its answers are read
            send(worker.jobs, (*trial.task, trial.careful))

    def _answers(self, worker: _Worker) -> Iterator[Result]:
        """Yield the results that have come in from a worker; a worker that has died is replaced."""
        done = False
        for number, rows, reason, again, leaves in worker.inbox.fetch():
            trial = worker.trials.popleft()
            assert trial.task.number == number
            trial.spent += self._turn_over(worker, trial)
            done = leaves
            if again:
                self._try_again(trial)
            else:
                told = None if rows is None else Rows(*rows)
                yield Result(number, told, reason, trial.spent)
        if done:
            self._dismiss(worker)
        elif worker.inbox.closed:
            yield from self._died(worker)

    def _turn_over(self, worker: _Worker, trial: _Trial) -> float:
        """Start the clock of the pack that is next, and return how long the last one took."""
        now = time.monotonic()
        if worker.trials:
            worker.trials[0].began = now
        return now - trial.began

    def _died(self, worker: _Worker) -> Iterator[Result]:
        """Take note of a worker whose pipe has closed: the pack that it had is tried with more care, or given up."""
        trial = worker.trials.popleft() if worker.trials else None
        status = os.waitpid(worker.pid, 0)[1]
        worker.gone = True
        self._dismiss(worker)
        if trial is None:
            return
        trial.spent += time.monotonic() - trial.began
        if trial.careful:
            how = f" ({signal.Signals(os.WTERMSIG(status)).name})" if os.WIFSIGNALED(status) else ""
            yield Result(trial.task.number, None, f"the program crashed over it{how}", trial.spent)
        else:
            self._try_again(trial)

    def _late(self, busy: list[_Worker]) -> Iterator[Result]:
        now, most = time.monotonic(), self._terms.limits.wait
        for worker in busy:
            if worker in self._workers and worker.trials and now - worker.trials[0].began >= most:
                trial = worker.trials.popleft()
                self._dismiss(worker)
                trial.spent += now - trial.began
                if trial.careful:
                    words = f"was not done within {most:g} seconds, which is all that a pack may take"
                    yield Result(trial.task.number, None, words, trial.spent)
                else:
                    self._try_again(trial)

    def _try_again(self, trial: _Trial) -> None:
        trial.careful = True
        self._waiting.append(trial)

    def _patience(self, busy: list[_Worker]) -> float:
        soonest = min(worker.trials[0].began for worker in busy) + self._terms.limits.wait
        return max(_SHORTEST, soonest - time.monotonic())

    def _hire(self) -> _Worker:
        """Start a worker; raises OSError where the system gives no process."""
        if not self._is_ready:
            load_all(self._book)
            self._is_ready = True
        job_end, jobs = os.pipe()
        answers, answer_end = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: the child shares no lock
            pid = os.fork()
        if pid == 0:
            try:
                os.setpgid(0, 0)  # so that the children it has for single files go with it
                for end in (jobs, answers, *(end for each in self._workers for end in (each.jobs, each.inbox.end))):
                    os.close(end)
                serve(self._book, self._terms, job_end, answer_end)
            finally:
                os._exit(0)  # neither buffers nor store of the parent are the child's to finish
        os.close(job_end)
        os.close(answer_end)
        worker = _Worker(pid, jobs, Inbox(answers))
        self._workers.append(worker)
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        """End a worker, and give the packs that waited for it to the others."""
        self._workers.remove(worker)
        self._waiting.extend(worker.trials)
        worker.trials.clear()
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(worker.pid, signal.SIGKILL)
        os.close(worker.jobs)
        os.close(worker.inbox.end)
        if not worker.gone:
            os.waitpid(worker.pid, 0)


def on_this_machine(terms: Terms, jobs: int) -> Callable[[Iterator[Task]], Iterator[Result]]:
    """Return what has tasks done by so many worker processes; raises CardError when it is called."""

    def lint(tasks: Iterator[Task]) -> Iterator[Result]:
        with Crew(load_book(also=terms.own), terms, jobs) as crew:
            yield from crew.results(tasks)

    return lint
