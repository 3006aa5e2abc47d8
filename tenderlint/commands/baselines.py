"""Holds the reports of a run against a baseline, and writes the baseline back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlint.errors import TenderlintError, UsageError

if TYPE_CHECKING:
    from tenderlint.baseline import Entries
    from tenderlint.report import Report


class KnownFindings:
    """The baselines of a run, each read once. With `write` they take in all that is found."""

    def __init__(self, *, write: bool = False, quiet: bool = False) -> None:
        self._write = write
        self._quiet = quiet
        self._read: dict[Path, dict[str, Entries]] = {}
        self._gone: dict[Path, int] = {}
        self._changed: set[Path] = set()

    def mark(self, report: Report, pack: str, file: str, *, prune: bool = True) -> Report:
        """Return the report with the findings marked that were there before.

        Where a finding of the baseline is gone it is taken out, unless `prune` is False. Raises UsageError when a
        baseline is to be written and none is named, SettingsError when it cannot be read.
        """
        if not file:
            if self._write:
                raise UsageError("--write-baseline needs a file.", advice="Name it with --baseline FILE.")
            return report
        from tenderlint.baseline import number, renewed, still_there, with_baseline

        path = Path(file)
        packs = self._open(path)
        known = set(packs)
        name = _name(pack, path, packs)
        before = packs.get(name, ())
        if self._write:
            after = renewed(before, report)
        else:
            after = still_there(before, report) if prune else before
            self._gone[path] = self._gone.get(path, 0) + number(before) - number(after)
        if after != before or (self._write and name not in known):
            packs[name] = after
            self._changed.add(path)
        return with_baseline(report, after, path.name)

    def save(self) -> None:
        """Write every baseline that has changed; one that cannot be written is told, and raised if it was asked for."""
        from tenderlint.baseline import number
        from tenderlint.baseline_file import written
        from tenderlint.commands.outputs import write_whole

        for path in sorted(self._changed):
            packs = {name: entries for name, entries in self._read[path].items() if entries or self._write}
            try:
                write_whole(path, written(packs))
            except TenderlintError as error:
                if self._write:
                    raise
                click.echo(f"tenderlint: {error}", err=True)
                continue
            if self._write:
                held = sum(map(number, packs.values()))
                self._say(f"{path}: written, with {held} {'finding' if held == 1 else 'findings'}.")
            elif gone := self._gone.get(path, 0):
                self._say(f"{path}: {gone} {'finding is' if gone == 1 else 'findings are'} gone and no longer in it.")

    def _open(self, path: Path) -> dict[str, Entries]:
        if path not in self._read:
            from tenderlint.baseline_file import read

            missing = self._write and not path.exists()
            self._read[path] = {} if missing else dict(read(path))
        return self._read[path]

    def _say(self, words: str) -> None:
        if not self._quiet:
            click.echo(f"tenderlint: {words}", err=True)


def _name(pack: str, file: Path, packs: dict[str, Entries]) -> str:
    """Return the name of a pack in a baseline, its path from there; a pack that was moved takes its entries along."""
    folder = file.resolve().parent
    try:
        name = Path(os.path.relpath(os.path.abspath(pack), folder)).as_posix()
    except ValueError:  # on another drive
        name = Path(pack).resolve().as_posix()
    if name not in packs:
        last = Path(pack).resolve().name
        moved = [each for each in packs if each.rpartition("/")[2] == last and not (folder / each).exists()]
        if len(moved) == 1:
            packs[name] = packs.pop(moved[0])
    return name
