"""Breaks what a command prints into lines that fit the terminal."""

from __future__ import annotations

import shutil
import textwrap

NARROWEST, WIDEST = 40, 100


def columns() -> int:
    """Return how many characters a line may have: as the terminal is wide, within reason; 80 where there is none."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def wrapped(text: str, first: str = "", then: str | None = None) -> list[str]:
    """Break a text into lines; `first` opens the first one, `then` all others (blanks of the same length if None).

    A word that is longer than a line, such as an address of the web, stands whole on a line of its own.
    """
    opening = " " * len(first) if then is None else then
    return textwrap.wrap(
        text, columns(), initial_indent=first, subsequent_indent=opening, break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]  # fmt: skip
