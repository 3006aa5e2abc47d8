"""The kinds of option that several commands share."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from typing import Any

import click

Command = Callable[..., Any]
FORMATS = ("terminal", "json", "html", "sarif", "junit", "github", "gitlab", "csv")
ENDINGS = {
    "terminal": "txt", "json": "json", "html": "html", "sarif": "sarif", "junit": "junit.xml", "github": "github.txt",
    "gitlab": "gitlab.json", "csv": "csv",
}  # fmt: skip


_BY_ENDING = (
    (".html", "html"), (".htm", "html"), (".gitlab.json", "gitlab"), (".json", "json"), (".sarif", "sarif"),
    (".xml", "junit"), (".csv", "csv"),
)  # fmt: skip


def formats_of(chosen: Iterable[str], output: str | None, allowed: Iterable[str] = FORMATS) -> tuple[str, ...]:
    """Return the formats that are asked for, each once: those named, or the one that the file's ending speaks of."""
    named = tuple(dict.fromkeys(chosen))
    if named or output is None or os.path.isdir(output):
        return named or ("terminal",)
    small = output.lower()
    kind = next((kind for ending, kind in _BY_ENDING if small.endswith(ending)), "terminal")
    return (kind if kind in tuple(allowed) else "terminal",)


def day_option(help_text: str) -> Callable[[Command], Command]:
    """Return the option `--on`, which takes a day written as 2026-11-22."""
    return click.option("--on", "day", metavar="DATE", callback=_as_day, help=help_text)


def _as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        advice = "Write it as year-month-day, such as 2026-11-22."
        raise click.BadParameter(f"“{value}” is not a day. {advice}", ctx, param) from None


def no_cache_option(command: Command) -> Command:
    """Add the option `--no-cache`."""
    text = "Read everything anew, and keep nothing for the next run."
    return click.option("--no-cache", is_flag=True, help=text)(command)


def checks_option(command: Command) -> Command:
    """Add the option `--checks`, which may be given again."""
    return click.option(
        "--checks", "own", multiple=True, metavar="FOLDER", type=click.Path(),
        help="Ask the checks of this folder, or of the installed package of this name, too.",
    )(command)  # fmt: skip
