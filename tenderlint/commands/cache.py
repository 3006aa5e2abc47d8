"""`tenderlint cache`: tells where the reports of earlier runs are kept, and forgets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tenderlint.cache import Cache

_OFF = "No reports are kept: TENDERLINT_CACHE is “off”, or this system tells no folder for them."


@click.command("cache")
@click.argument("action", type=click.Choice(["where", "clear"]), default="where")
def command(action: str) -> None:
    """Tell WHERE the reports of earlier runs are kept, which is what it does by itself, or CLEAR them all.

    A pack that has not changed is not read again: “tenderlint check” finds its report there. Only you can read the
    folder. What has not been used for 30 days is removed, and so is the oldest where all is more than 64 MB. Set
    TENDERLINT_CACHE to another folder, or to “off”.
    """
    kept = _cache()
    if kept is None:
        click.echo(_OFF)
    elif action == "clear":
        click.echo(f"Forgotten: {_reports(kept.clear())} in {kept.folder}")
    else:
        number, size = kept.held()
        click.echo(f"{kept.folder}\n{_reports(number)}, {size / 1024**2:.1f} MB")


def _cache() -> Cache | None:
    from tenderlint.cache import Cache
    from tenderlint.cache_place import cache_folder

    folder = cache_folder()
    return None if folder is None else Cache(folder)


def _reports(number: int) -> str:
    return f"{number} {'report' if number == 1 else 'reports'}"
