"""What a person is told of an audit: how far it has come while it runs, and a summary at its end."""

from __future__ import annotations

import shutil
import sys
import time
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING

import click

from tenderlint.commands.columns import wrapped
from tenderlint.formats.words import clean

if TYPE_CHECKING:
    from tenderlint.audit.keeping import Keeper
    from tenderlint.audit.run import Tally

_EVERY = 0.2
"""Seconds between two showings."""
_ENOUGH = 3.0
"""Seconds after which a rate means something."""
_LOOKS = 300
"""How many showings the rate is reckoned over: a minute of them."""
_MOST_FAILED = 10


class Live:
    """A line on standard error that tells how far the audit is, at a terminal only; it is wiped at the end."""

    def __init__(self, quiet: bool = False) -> None:
        self._live = sys.stderr.isatty() and not quiet
        self._quiet = quiet
        self._began = self._last = time.monotonic()
        self._shown = 0
        self._looks: deque[tuple[float, int]] = deque([(self._began, 0)], maxlen=_LOOKS)

    def __enter__(self) -> Live:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._wipe()

    @property
    def seconds(self) -> float:
        """How long the audit has run."""
        return time.monotonic() - self._began

    def show(self, tally: Tally) -> None:
        """Show how far the audit has come, some times a second."""
        now = time.monotonic()
        if not self._live or now - self._last < _EVERY:
            return
        self._last = now
        width = max(20, shutil.get_terminal_size((80, 24)).columns - 1)
        self._looks.append((now, tally.done + tally.failed))
        line = told(tally, self._rate())[:width]
        sys.stderr.write("\r" + line.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(line)

    def _rate(self) -> float:
        """Return how many packs were linted in a second of the last minute; 0 as long as that means nothing."""
        (then, before), (now, after) = self._looks[0], self._looks[-1]
        return (after - before) / (now - then) if now - then >= _ENOUGH else 0.0

    def stopped(self, tally: Tally) -> None:
        """Say that nothing is lost."""
        self._wipe()
        if not self._quiet:
            kept = tally.done + tally.failed
            click.echo(f"tenderlint: {_packs(kept)} more kept. The same command goes on from here.", err=True)

    def _wipe(self) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0


def told(tally: Tally, rate: float) -> str:
    """Return one line: how many packs of how many, the rate, the time left, the failures, the pack in hand."""
    words = [f"{tally.handled:,} of {_packs(tally.total)}"]
    if rate:
        words.append(f"{rate:.1f} a second")
        words.append(f"{span((tally.total - tally.handled) / rate)} left")
    if tally.failed:
        words.append(f"{tally.failed:,} failed")
    return ", ".join(words) + (f": {clean(tally.now)}" if tally.now else "")


def span(seconds: float) -> str:
    """Return a length of time in words, roughly."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} hours"


def summary(tally: Tally, seconds: float, keeper: Keeper) -> Iterator[str]:
    """Yield the lines that tell how an audit went."""
    yield f"{_packs(tally.total)} in {span(seconds)}: {', '.join(_parts(tally))}."
    if tally.done:
        yield f"{tally.pages:,} pages; {(tally.done + tally.failed) / max(seconds, 0.001):.1f} packs a second."
    failures, number = keeper.failures(_MOST_FAILED), keeper.failed
    if number:
        yield f"Not linted ({number:,}):"
        for name, reason in failures:
            yield from wrapped(clean(f"{name}: {reason}"), "  ", "    ")
        if number > len(failures):
            yield f"  and {number - len(failures):,} more: see the column reason of the table pack"
    yield from wrapped(f"The store is {clean(keeper.name)} ({keeper.size() / 1e6:,.1f} MB).", "", "")


def _parts(tally: Tally) -> Iterator[str]:
    yield f"{tally.done:,} linted"
    if tally.failed:
        yield f"{tally.failed:,} failed"
    if tally.unchanged:
        yield f"{tally.unchanged:,} unchanged since they were linted"
    if tally.again:
        yield f"{tally.again:,} the same as another"


def _packs(number: int) -> str:
    return f"{number:,} {'pack' if number == 1 else 'packs'}"
