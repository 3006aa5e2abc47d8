"""The whole path of one pack, from its files to its report: what the command and other programs call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tenderlint.checklist import with_checklist
from tenderlint.engine import run
from tenderlint.model import Pack
from tenderlint.registry import Book, load_book
from tenderlint.report import Report
from tenderlint.settings import Settings, load_settings

if TYPE_CHECKING:
    from tenderlint.grammar.proof import Proof

Progress = Callable[[str, int, int], None]


def lint(
    path: str | Path, *, today: dt.date, settings: Settings | None = None, book: Book | None = None,
    progress: Progress | None = None, jobs: int = 1, notice: Path | None = None, standard: bool = False,
) -> Report:  # fmt: skip
    """Read the pack at `path` (a folder, a zip or one file) and return its report.

    `today` is the day whose law is assumed when neither settings nor pack tell one. Without `settings` those that
    stand beside the pack hold. `standard` has PDF files judged by the whole of PDF/UA too. Raises
    UsageError when there is no pack there, or the package for that is not installed, SettingsError and CardError.
    """
    from tenderlint.discovery import load_pack

    place = Path(path)
    rules = book or load_book()
    chosen = settings if settings is not None else load_settings(place, rules.known)
    pack = load_pack(place, jobs=jobs, progress=progress, notice=notice, standard=standard)
    return lint_pack(pack, today=today, settings=chosen, book=rules)


def lint_pack(
    pack: Pack, *, today: dt.date, settings: Settings | None = None, book: Book | None = None,
    proof: Proof | None = None,
) -> Report:  # fmt: skip
    """Return the report of a pack that has been read already, and that a proofreader may have read too."""
    rules, chosen = book or load_book(), settings or Settings()
    if chosen.words.checks or chosen.words.styles:
        from tenderlint.house_style import with_house

        rules = with_house(rules, chosen)
    report = run(pack, rules, chosen, today, proof)
    if chosen.waivers:
        from tenderlint.waivers import with_waivers

        report = with_waivers(report, chosen, today)
    return with_checklist(report, rules.items)
