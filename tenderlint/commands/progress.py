"""Tells a person at a terminal how far a long run has come; silent everywhere else."""

from __future__ import annotations

import sys
from types import TracebackType

_WIDTH = 72


class Progress:
    """A line on standard error that is written over and wiped at the end.

    Call it with the name of the file that is read next, its number from 1, and the number of all files.
    """

    def __init__(self) -> None:
        self._shown = False
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._shown:
            self._write(" " * _WIDTH)
            self._write("")

    def __call__(self, name: str, number: int, total: int) -> None:
        """Show that file `number` of `total` is being read."""
        if self._live and total > 1:
            self._shown = True
            shown = "".join(letter if letter.isprintable() else "?" for letter in name)
            self._write(f"Reading {number} of {total}: {shown}"[:_WIDTH].ljust(_WIDTH))

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()
