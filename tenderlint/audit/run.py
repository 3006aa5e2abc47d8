"""Leads an audit: which packs need work, who does it, and that each result is kept before the next is waited for."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from tenderlint.audit.contents import contents_of
from tenderlint.audit.found import Found
from tenderlint.audit.keeping import Keeper
from tenderlint.audit.worker import Result, Task
from tenderlint.cache_files import NoKeyError
from tenderlint.cache_key import key_of
from tenderlint.errors import UsageError

Lint = Callable[[Iterator[Task]], Iterator[Result]]
"""Has tasks done, here or on other machines, and yields what came of each, in any order."""

_AT_ONCE = 500
"""How many packs that need no work are noted in one step."""
_OF_SOURCE = ("ocid", "authority", "nation", "region", "service", "published", "value", "currency")


@dataclass(slots=True)
class Tally:
    """How far an audit has come. `again` counts the places of packs that were seen elsewhere too."""

    total: int
    done: int = 0
    failed: int = 0
    unchanged: int = 0
    again: int = 0
    pages: int = 0
    now: str = ""

    @property
    def handled(self) -> int:
        """How many places with a pack have been dealt with."""
        return self.done + self.failed + self.unchanged + self.again


@dataclass(frozen=True, slots=True)
class Basis:
    """What, besides a pack itself, its report depends on: settings in plain values, the day, the program."""

    settings: object
    day: dt.date
    program: str


@dataclass(slots=True)
class _Work:
    """A pack that is being linted, and the places where it was seen."""

    found: Found
    identity: str
    contents: str
    run: str
    places: list[str] = field(default_factory=list)


class Audit:
    """One run over the packs that were found; the only one who writes the store is its keeper."""

    def __init__(
        self, founds: Sequence[Found], keeper: Keeper, basis: Basis, tell: Callable[[Tally], None], retry: bool = False
    ) -> None:
        self._founds = founds
        self._keeper = keeper
        self._basis = basis
        self._tell = tell
        self._retry = retry
        self._names = _identities(founds)
        self._work: dict[int, _Work] = {}
        self._busy: dict[tuple[str, str], _Work] = {}
        self._waiting: list[tuple[str, int]] = []
        self._mine: set[int] = set()  # the packs that this run has linted
        self._contents: dict[str, str] = {}
        for identity, contents in keeper.kept:
            if not identity.startswith("ocid:"):
                self._contents.setdefault(contents, identity)
        self.tally = Tally(len(founds))

    def run(self, lint: Lint, finished: Callable[[], str]) -> Tally:
        """Have every pack linted that needs it, and keep each; `finished` tells the time of the end."""
        for result in lint(self._tasks()):
            self._keep(result)
        self._see_waiting()
        self._keeper.finish((_place(found) for found in self._founds), finished())
        return self.tally

    def _tasks(self) -> Iterator[Task]:
        for number, found in enumerate(self._founds):
            work = self._look(number, found)
            if work is not None:
                self._work[number] = work
                self._busy[work.identity, work.contents] = work
                self.tally.now = work.found.name
                yield Task(number, found.path, found.notice)

    def _look(self, number: int, found: Found) -> _Work | None:
        """Return the work that a pack makes; None where there is none, which is noted."""
        identity, contents, run, trouble = self._name(self._names[number], found)
        work = _Work(found, identity, contents, run, [_place(found)])
        kept = self._keeper.kept.get((identity, contents))
        busy = self._busy.get((identity, contents))
        if busy is not None:
            busy.places.append(_place(found))
            self.tally.again += 1
        elif kept is not None and kept.run == run and not (kept.state == "failed" and self._retry):
            self._waiting.append((_place(found), kept.id))
            if kept.id in self._mine:
                self.tally.again += 1
            else:
                self.tally.unchanged += 1
            if len(self._waiting) >= _AT_ONCE:
                self._see_waiting()
        elif trouble:
            self._keeper.keep(found, identity, contents, run, None, trouble, 0.0, work.places)
            self.tally.failed += 1
        else:
            return work
        self._tell(self.tally)
        return None

    def _name(self, identity: str, found: Found) -> tuple[str, str, str, str]:
        """Return what a pack is known by, its contents and its run, and why it cannot be linted, if it cannot."""
        trouble, contents = found.trouble, ""
        try:
            if not trouble:
                contents = contents_of(found.path)
                if not found.ocid:
                    identity = self._contents.setdefault(contents, identity)
        except NoKeyError as error:
            trouble = _reason(found, error)
        told = [trouble, *(getattr(found, name) for name in _OF_SOURCE)]
        run = key_of(
            Path(found.path), contents, settings=[self._basis.settings, told], day=self._basis.day,
            notice=_notice(found), program=self._basis.program,
        )  # fmt: skip
        return identity, contents, run, trouble

    def _keep(self, result: Result) -> None:
        work = self._work.pop(result.number)
        del self._busy[work.identity, work.contents]
        rows = result.rows
        self._keeper.keep(
            work.found, work.identity, work.contents, work.run, rows, result.reason, result.seconds, work.places
        )
        self._mine.add(self._keeper.kept[work.identity, work.contents].id)
        self.tally.done += rows is not None
        self.tally.failed += rows is None
        self.tally.pages += 0 if rows is None else rows.pack["pages"]
        self._tell(self.tally)

    def _see_waiting(self) -> None:
        if self._waiting:
            self._keeper.see(self._waiting)
            self._waiting = []


def digest_of(*told: object) -> str:
    """Return a digest of plain values."""
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _identities(founds: Sequence[Found]) -> list[str]:
    """Return what each pack is known by: its OCID, or its name below the source, with the source where two share it."""
    sources: dict[str, set[str]] = {}
    for found in founds:
        sources.setdefault(found.place, set()).add(found.source)
    return [
        f"ocid:{found.ocid}" if found.ocid else found.place if len(sources[found.place]) == 1 else _place(found)
        for found in founds
    ]


def _place(found: Found) -> str:
    return f"{found.source.rstrip('/')}/{found.place}" if found.source != found.place else found.place


def _notice(found: Found) -> Path | None:
    return Path(found.notice) if found.notice and os.path.isfile(found.notice) else None


def _reason(found: Found, error: NoKeyError) -> str:
    if not os.path.exists(found.path):
        return "there is no such file or folder"
    words = str(error.__cause__.strerror if isinstance(error.__cause__, OSError) else error)
    return f"could not be opened: {words[:1].lower()}{words[1:]}"


def all_found(packs: Iterator[Found]) -> list[Found]:
    """Return the packs of all sources, each place once; raises UsageError where there is none."""
    taken: Counter[tuple[str, str, str]] = Counter()
    founds = []
    for found in packs:
        key = (found.source, found.place, found.published)
        taken[key] += 1
        if taken[key] == 1:
            founds.append(found)
    if not founds:
        raise UsageError("there is no pack to audit.", advice="Name a folder of packs.")
    return founds
