"""Lints one pack for a command: its settings, its progress, and quiet libraries."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenderlint.clock import today
from tenderlint.errors import SettingsError, TenderlintError, UnreadableError

if TYPE_CHECKING:
    from tenderlint.apart import Apart
    from tenderlint.registry import Book
    from tenderlint.report import Report
    from tenderlint.settings import Known, Settings

NO_CHANGE: Any = object()


def settings_of(pack: str, book: Book, **said: Any) -> Settings:
    """Return the settings that stand beside the pack, overruled by what the command line says.

    What can be `said` is told by `settings_as_said`. Raises UnreadableError when there is no pack, SettingsError or
    UsageError for a mistake in a setting.
    """
    return with_known_names(settings_as_said(pack, known=book.known, **said), book)


def settings_as_said(
    pack: str, *, known: Known | None = None, day: dt.date | None = None, select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (), fail_on: Any = NO_CHANGE, profile: str | None = None, file: str | None = None,
    alone: bool = False, **changes: Any,
) -> Settings:  # fmt: skip
    """Return what `settings_of` does before the names in it are held against the checks that there are.

    A `file` takes the place of those beside the pack, `alone` leaves every file out, and of the other `changes`
    those that are None change nothing.
    """
    from tenderlint.settings import load_settings

    place = Path(pack)
    if not place.exists():
        raise UnreadableError("there is no such file or folder.", pack, "Check the path.")
    where: dict[str, Any] = {"profile": profile or "", "file": Path(file) if file else None, "alone": alone}
    try:
        settings = load_settings(place, known, **where)
    except SettingsError:
        if known is not None:
            raise
        from tenderlint.registry import load_book

        settings = load_settings(place, load_book().known, **where)  # with the names, so that all mistakes are told
    told: dict[str, Any] = {name: value for name, value in changes.items() if value is not None}
    told |= {name: value for name, value in (("select", select), ("ignore", ignore)) if value}
    if day is not None:
        told["on"] = day
    if fail_on is not NO_CHANGE:
        told["fail_on"] = fail_on
    typed = {"as" if name == "reader" else name: "the command line" for name in told}
    return replace(settings, **told, origins={**settings.origins, **typed})


def with_known_names(settings: Settings, book: Book) -> Settings:
    """Return the settings with checks and areas by their present names; raises UsageError for one unknown."""
    return replace(settings, select=known_names(settings.select, book), ignore=known_names(settings.ignore, book))


def with_house_of(place: Path, book: Book) -> Book:
    """Return the book with the checks of the house that the settings beside or above a place name."""
    from tenderlint.house_style import with_house
    from tenderlint.settings import load_settings

    return with_house(book, load_settings(place, book.known))


def known_names(names: tuple[str, ...], book: Book) -> tuple[str, ...]:
    """Return the checks and areas named, also those joined by commas; raises UsageError for one unknown."""
    from tenderlint.settings import of_house

    wanted = tuple(name.strip() for each in names for name in each.split(",") if name.strip())
    checks = {alias: check.card.id for check in book.checks for alias in (check.card.id, *check.card.aliases)}
    known = {**checks, **{area: area for area in book.areas}}
    for name in wanted:
        if name not in known and not of_house(name):
            from tenderlint.commands.names import unknown
            from tenderlint.errors import UsageError

            raise UsageError(unknown("check or area", name, known))
    return tuple(known.get(name, name) for name in wanted)


def report_of(
    pack: str, settings: Settings, book: Book, *, jobs: int = 1, notice: str | None = None, standard: bool = False,
    apart: Apart | None = None,
) -> Report:  # fmt: skip
    """Lint one pack, showing progress at a terminal; `apart` is the child of a run over several packs."""
    from tenderlint import pattern_store
    from tenderlint.commands.progress import Progress
    from tenderlint.discovery import is_tame

    quieten_libraries()
    place, given = Path(pack), _notice(notice)
    with Progress() as progress:
        if settings.grammar or (apart is None and (is_tame(place) or is_debugging())):
            from tenderlint.linting import lint

            report = lint(
                place, today=today(), settings=settings, book=book, progress=progress,
                jobs=0 if is_tame(place) else jobs, notice=given,
                standard=standard,
            )  # fmt: skip
        else:
            from tenderlint.apart import Apart, Job

            with nullcontext(apart) if apart else Apart(book) as child:
                report = child.report(Job(place, settings, today(), given, jobs, standard), progress)
    pattern_store.save()
    return report


def is_debugging() -> bool:
    """Say whether libraries may print, and everything is done in this process."""
    return os.environ.get("TENDERLINT_DEBUG") == "1"


def _notice(path: str | None) -> Path | None:
    if path is None:
        return None
    if not Path(path).is_file():
        raise TenderlintError("there is no such notice.", path, "Check the path after --notice.")
    return Path(path)


def quieten_libraries() -> None:
    """Keep what libraries log and warn of off the terminal; the readers' notes say what matters."""
    import logging
    import warnings

    if is_debugging():
        logging.basicConfig(level=logging.INFO)
        return
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
