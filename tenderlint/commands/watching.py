"""Lints again whenever a file of a pack is saved, until Ctrl-C."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from tenderlint.commands import exits
from tenderlint.errors import TenderlintError, UsageError

_MOST_NAMES = 3


def watch(packs: Sequence[str], lint: Callable[[], int], *, more: Sequence[str | None], output: str | None) -> int:
    """Lint, then lint again after every save, and return 0 when the user ends it.

    `more` are files beside the packs that change the report; what stands at `output` is written, not watched. Raises
    UsageError where there is no pack, and whatever the first lint raises: what was typed wrongly stays wrong.
    """
    from tenderlint.watching import Watch

    for pack in packs:
        if not Path(pack).exists():
            raise UsageError("there is no such file or folder.", pack, "Check the path.")
    files = [Path(each) for each in more if each]
    watcher = Watch([Path(pack) for pack in packs], files, None if output is None else Path(output))
    try:
        lint()
        while True:
            _say(f"watching {', '.join(packs)}; press Ctrl-C to stop")
            changed = watcher.wait()
            _say(f"changed: {_named(changed)}")
            _again(lint)
    except KeyboardInterrupt:
        click.echo(err=True)
        _say("stopped watching")
        return exits.CLEAN


def _again(lint: Callable[[], int]) -> None:
    """Lint once more; what went wrong is told, and the next save may put it right."""
    try:
        lint()
    except TenderlintError as error:
        click.echo(f"tenderlint: {error}", err=True)
    except click.UsageError as error:
        click.echo(f"tenderlint: {error.format_message()}", err=True)


def _named(paths: Sequence[str]) -> str:
    names = [Path(path).name for path in paths]
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _say(text: str) -> None:
    """Tell a person what goes on, beside the reports and not among them."""
    click.echo(f"{dt.datetime.now():%H:%M:%S}  {text}.", err=True)
