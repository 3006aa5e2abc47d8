"""What other programs call: `tenderlint.lint`, and the names that go with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path

from tenderlint.clock import today
from tenderlint.errors import TenderlintError, UsageError
from tenderlint.linting import lint as lint_whole
from tenderlint.outcomes import Outcome, Severity
from tenderlint.registry import load_book
from tenderlint.report import CheckRow, FactRow, FindingRow, ItemRow, Report
from tenderlint.report_data import as_data, from_data
from tenderlint.settings import Settings, load_settings, settings_from

__all__ = [
    "CheckRow", "FactRow", "FindingRow", "ItemRow", "Outcome", "Report", "Settings", "Severity", "TenderlintError",
    "as_data", "from_data", "lint",
]  # fmt: skip


def lint(
    path: str | PathLike[str],
    *,
    on: dt.date | str | None = None,
    settings: Settings | Mapping[str, object] | None = None,
    notice: str | PathLike[str] | None = None,
    jobs: int = 1,
) -> Report:
    """Lint the pack at `path`, a folder, a zip or one file, and return its report.

    `on` is the day whose law is used, a date or text such as "2026-11-22"; without it the settings, then the pack,
    then today decide. `settings` are a table with the keys of `tenderlint.toml`; without them the file beside the
    pack or above it holds. `notice` is a file with the notice of the pack as OCDS JSON. `jobs` files are read at
    once, each in a child process; with 0 this process reads them all itself, without limits on time and memory.

    Nothing is printed, written or remembered. Raises TenderlintError, whose text is one line for a person: among
    them UsageError when there is no such pack or day, and SettingsError for a mistake in the settings.
    """
    place, book = Path(path), load_book()
    if not place.exists():
        raise UsageError("there is no such file or folder.", str(place), "Check the path.")
    if isinstance(settings, Settings):
        chosen = settings
    elif settings is None:
        chosen = load_settings(place, book.known)
    else:
        chosen = settings_from(settings, known=book.known)
    if on is not None:
        chosen = _on(chosen, on)
    told = None if notice is None else Path(notice)
    return lint_whole(place, today=today(), settings=chosen, book=book, jobs=jobs, notice=told)


def _on(settings: Settings, day: dt.date | str) -> Settings:
    if isinstance(day, dt.datetime):
        day = day.date()
    if isinstance(day, dt.date):
        return replace(settings, on=day)
    try:
        return replace(settings, on=dt.date.fromisoformat(day))
    except ValueError:
        advice = "Write it as year-month-day, such as 2026-11-22."
        raise UsageError(f"“{day}” is not a day.", advice=advice) from None
