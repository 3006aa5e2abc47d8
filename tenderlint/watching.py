"""Waits until somebody has saved a file of a pack, or its settings, and has finished saving."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tenderlint.cache_files import NoKeyError, entries_of, settings_places

EVERY = 0.3
"""Seconds between two looks: a look at a folder of 50 files takes less than a thousandth of one."""
QUIET = 2
"""So many looks in a row must be alike before a change counts: programs save in several steps."""
PATIENCE = 10
"""So many looks more are given to a file that is empty or gone: it is most likely being written anew."""

State = Mapping[str, object]
"""What is watched, by path: the state of each file on disk."""


class Watch:
    """Tells what has changed in packs since it last told, one change after another."""

    def __init__(
        self, packs: Sequence[Path], more: Sequence[Path] = (), leave_out: Path | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        """Watch `packs` with their settings, and `more` files; `leave_out` is a place that the program writes to."""
        self._packs = packs
        self._more = more
        self._leave_out = None if leave_out is None else os.path.realpath(leave_out)
        self._sleep = sleep
        self._told = self.state()

    def wait(self) -> tuple[str, ...]:
        """Wait for a change that has come to rest, and return the names of the files that changed."""
        while True:
            before = self.state()
            if before == self._told:
                self._sleep(EVERY)
                continue
            now = self._settled(before)
            changed = changes(self._told, now)
            self._told = now
            if changed:
                return changed

    def state(self) -> State:
        """Return the state of all that is watched."""
        found: dict[str, object] = {}
        for pack in self._packs:
            try:
                entries = entries_of(pack)
            except NoKeyError:  # a file went away while the folder was listed, or the pack itself has
                continue
            found.update((f"{pack}/{name}", state) for name, place, state in entries if not self._is_own(place))
        for path in (*map(str, self._more), *(path for pack in self._packs for path in settings_places(pack))):
            try:
                state = os.stat(path)
            except OSError:
                continue
            found[path] = (state.st_size, state.st_mtime_ns)
        return found

    def _is_own(self, place: str) -> bool:
        kept = self._leave_out
        return kept is not None and (place == kept or os.path.realpath(place).startswith(kept + os.sep))

    def _settled(self, state: State) -> State:
        """Return the state once it has been the same for a while, longer where a file is half there."""
        alike = waited = 0
        while alike < QUIET or (is_half_there(self._told, state) and waited < PATIENCE):
            self._sleep(EVERY)
            now = self.state()
            alike, waited = (alike + 1, waited + 1) if now == state else (0, 0)
            state = now
        return state


def changes(old: State, new: State) -> tuple[str, ...]:
    """Return the names of the files that came, went or changed, in order; folders do not count."""
    both = old.keys() | new.keys()
    return tuple(sorted(path for path in both if old.get(path) != new.get(path) and not path.endswith("/")))


def is_half_there(old: State, new: State) -> bool:
    """Say whether a file that had words before is empty or gone: programs empty or rename a file to write it anew."""
    return any(_size(state) and not _size(new.get(path)) for path, state in old.items())


def _size(state: object) -> int:
    return int(state[0]) if isinstance(state, tuple) else 0
