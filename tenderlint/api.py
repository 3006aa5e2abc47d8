"""What other programs call: `tenderlint.lint` and `compare`, and the names that go with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path

from tenderlint.clock import today
from tenderlint.comparing import compare as compare_whole
from tenderlint.comparing.rows import Comparison
from tenderlint.errors import TenderlintError, UsageError
from tenderlint.linting import lint as lint_whole
from tenderlint.outcomes import Outcome, Severity
from tenderlint.registry import Book, load_book
from tenderlint.report import CheckRow, FactRow, FindingRow, ItemRow, Report
from tenderlint.report_data import as_data, from_data
from tenderlint.settings import Settings, load_settings, settings_from

__all__ = [
    "CheckRow", "Comparison", "FactRow", "FindingRow", "ItemRow", "Outcome", "Report", "Settings", "Severity",
    "TenderlintError", "as_data", "compare", "from_data", "lint",
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
    chosen = _settings(place, book, settings, on)
    told = None if notice is None else Path(notice)
    return lint_whole(place, today=today(), settings=chosen, book=book, jobs=jobs, notice=told)


def compare(
    old: str | PathLike[str],
    new: str | PathLike[str],
    *,
    on: dt.date | str | None = None,
    settings: Settings | Mapping[str, object] | None = None,
    jobs: int = 1,
) -> Comparison:
    """Lint the pack `old` and the pack `new` that came after it, and return all that differs.

    Both are linted with the same settings: those given, or the file beside `new` or above it. `on`, `settings` and
    `jobs` are as for `lint`, and the same errors are raised.
    """
    before, after, book = Path(old), Path(new), load_book()
    for place in (before, after):
        _need(place)
    chosen = _settings(after, book, settings, on)
    return compare_whole(before, after, today=today(), settings=chosen, book=book, jobs=jobs)


def _need(place: Path) -> None:
    if not place.exists():
        raise UsageError("there is no such file or folder.", str(place), "Check the path.")


def _settings(
    place: Path, book: Book, given: Settings | Mapping[str, object] | None, on: dt.date | str | None
) -> Settings:
    _need(place)
    if isinstance(given, Settings):
        chosen = given
    elif given is None:
        chosen = load_settings(place, book.known)
    else:
        chosen = settings_from(given, known=book.known)
    return chosen if on is None else _on(chosen, on)


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
