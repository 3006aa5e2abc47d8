"""Gathers the mistakes of a settings file with their lines, so that all are told at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from tenderlint.errors import SettingsError
from tenderlint.settings.lines import Lines
from tenderlint.settings.values import Said


class Mistakes:
    """The mistakes of one file. `source` is the file as a person is told it."""

    def __init__(self, source: str = "", lines: Lines | None = None) -> None:
        self.source = source
        self.lines = lines or Lines()
        self._told: list[tuple[int, str]] = []

    def add(self, words: str, *path: str | int) -> None:
        """Note what is wrong with the key at a path."""
        self._told.append((self.lines.of(*path), words))

    def unknown(self, kind: str, name: str, known: Iterable[str], *path: str | int, shown: str = "") -> None:
        """Note that a name is not known, and which known one comes nearest."""
        self.add(f"unknown {kind} {shown or name}{nearest(name, known)}", *path)

    def unknown_keys(self, data: Mapping[str, object], known: Iterable[str], *path: str | int) -> None:
        """Note every key of a table that is not a setting."""
        allowed = tuple(known)
        for key in data:
            if key not in allowed:
                shown = ".".join(str(part) for part in (*path, key) if not isinstance(part, int))
                self.unknown("setting", key, allowed, *path, key, shown=shown)

    def said(self, file: str, *path: str | int) -> Said:
        """Return where the key at a path stands, with the words of its line."""
        line = self.lines.of(*path)
        return Said(file, line, self.lines.words(line))

    def refuse(self) -> None:
        """Raise SettingsError that tells all mistakes in one line, in the order of their lines; none is fine."""
        if not self._told:
            return
        told = sorted(self._told, key=lambda row: row[0])
        words = "; ".join(f"line {line}: {said}" if line else said for line, said in told)
        raise SettingsError(f"{words}.", self.source or None)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ", did you mean …?" with the known name that is most like `name`, or nothing."""
    from difflib import get_close_matches

    folded = {each.lower().replace("_", "-"): each for each in known}
    close = get_close_matches(name.lower().replace("_", "-"), folded, n=1, cutoff=0.5)
    return f", did you mean {folded[close[0]]}?" if close else ""


def is_day(value: object) -> bool:
    """Say whether a value is a day without a time."""
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
