"""Has packs linted by the workers of a Dask cluster: batches of paths go out, rows come back."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import Any

from tenderlint.audit.remote import Mind
from tenderlint.audit.worker import Result, Task, Terms
from tenderlint.errors import TenderlintError, UsageError

BATCH = 8
"""How many packs go out at once: enough that the network costs little, few enough that a lost batch does not."""
_AHEAD = 2
_PATIENCE = 30
_LOST = "What was finished is kept: start the same again when the cluster is there."


def on_cluster(address: str, terms: Terms, program: str) -> Callable[[Iterator[Task]], Iterator[Result]]:
    """Return what has tasks done by the cluster whose scheduler is at `address`; raises UsageError when it is called.

    Every worker must have the program whose digest is `program`, and must see the packs by the same paths.
    """

    def lint(tasks: Iterator[Task]) -> Iterator[Result]:
        client = _client(address)
        try:
            yield from _results(client, tasks, terms, program)
            client.run(_rest)
        finally:
            client.close()

    return lint


def _client(address: str) -> Any:
    try:
        dask: Any = import_module("distributed")
    except ImportError as error:
        advice = "Install it with: pip install 'tenderlint[cluster]'."
        raise UsageError("--cluster needs a package that is not installed.", advice=advice) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = dask.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (TypeError, RuntimeError) as error:  # how it refuses an address that does not fit its settings for TLS
        words = " ".join(str(error).split())[:200]
        raise UsageError(f"cannot be reached so: {words}.", address, "Look at Dask's settings for TLS.") from error
    except (OSError, TimeoutError, ValueError) as error:
        advice = "Start one with: dask scheduler. Then name its address, such as tcp://127.0.0.1:8786."
        raise UsageError("no scheduler answers there.", address, advice) from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise UsageError("the scheduler has no workers.", address, f"Start one with: dask worker {address}.") from error
    return client


def _results(client: Any, tasks: Iterator[Task], terms: Terms, program: str) -> Iterator[Result]:
    """Yield the results of batches as they come, with so many out that no worker waits."""
    dask: Any = import_module("distributed")
    again: deque[list[Task]] = deque()
    out: dict[Any, list[Task]] = {}
    done = dask.as_completed([], loop=client.loop)
    try:
        while True:
            while len(out) < _AHEAD * max(1, sum(client.nthreads().values())):
                batch = again.popleft() if again else list(islice(tasks, BATCH))
                if not batch:
                    break
                future = client.submit(_work, [tuple(task) for task in batch], terms, program, pure=False)
                out[future.key] = batch
                done.add(future)
            if not out:
                return
            future = next(done)
            batch = out.pop(future.key)
            try:
                told = future.result()
            except dask.KilledWorker:
                if len(batch) == 1:
                    yield Result(batch[0].number, None, "the workers of the cluster died over it")
                again.extend([task] for task in batch if len(batch) > 1)
                continue
            except (ImportError, AttributeError) as error:
                advice = "Install the same tenderlint on all machines of the cluster."
                raise TenderlintError(f"a worker cannot do this work: {error}.", advice=advice) from error
            yield from map(_checked, told)
    except (dask.CancelledError, OSError) as error:
        raise TenderlintError("the connection to the cluster was lost.", advice=_LOST) from error


def _checked(result: Result) -> Result:
    """Return a result, unless it tells of a fault of the worker and not of the pack; raises TenderlintError then."""
    if result.number < 0:
        raise TenderlintError(result.reason, advice="Put it right on that machine. " + _LOST)
    return result


def _work(batch: Sequence[tuple[Any, ...]], terms: Terms, program: str) -> list[Result]:
    """Lint a batch, on a worker; a fault of this machine is a result with the number -1."""
    worker = import_module("distributed").get_worker()
    tasks = [Task(*task) for task in batch]
    unseen = [task.path for task in tasks if not os.path.exists(task.path)]
    if unseen:
        return [_fault(worker, f"does not see {unseen[0]}")]
    with _bench(worker).mind(terms) as mind:
        if mind.fault:
            return [_fault(worker, f"cannot lint: {mind.fault}")]
        if mind.program != program:
            return [_fault(worker, "has another version of tenderlint, of Python or of a package than this machine")]
        return mind.results(tasks)


def _fault(worker: Any, words: str) -> Result:
    return Result(-1, None, f"the worker at {worker.address} {words}.")


def _rest(dask_worker: Any) -> None:
    """End the processes of a worker that have nothing to do."""
    _bench(dask_worker).rest()


_MAKING = threading.Lock()


def _bench(worker: Any) -> Bench:
    with _MAKING:
        if not hasattr(worker, "tenderlint_bench"):
            worker.tenderlint_bench = Bench()
        bench: Bench = worker.tenderlint_bench
        return bench


class Bench:
    """What a Dask worker holds: the processes that lint, one for each of its threads. They end with the worker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[tuple[Terms, Mind]] = []

    @contextmanager
    def mind(self, terms: Terms) -> Iterator[Mind]:
        """Lend a process that lints under these terms; one over which something went wrong is not lent again."""
        with self._lock:
            place = next((place for place, (known, _) in enumerate(self._idle) if known == terms), None)
            mind = None if place is None else self._idle.pop(place)[1]
        if mind is None:
            self.rest()
            mind = Mind(terms)
        try:
            yield mind
        except BaseException:
            mind.end()
            raise
        with self._lock:
            self._idle.append((terms, mind))

    def rest(self) -> None:
        """End the processes that are not lent."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, mind in idle:
            mind.end()
