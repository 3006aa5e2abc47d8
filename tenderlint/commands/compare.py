"""`tenderlint compare`: tells what an amendment changed in a pack, and whether the deadline must move."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from tenderlint.commands.options import day_option, formats_of

if TYPE_CHECKING:
    from tenderlint.comparing.rows import Comparison
    from tenderlint.outcomes import Severity

_FORMATS = ("terminal", "json", "html")
_LEVELS = ("error", "warning", "advice", "never")


@click.command("compare")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(_FORMATS),
    help="How to write the comparison (default: by the ending of -o, else terminal). May be given several times.",
)
@click.option("-o", "--output", metavar="PATH", help="A file, or a folder for several formats.")
@day_option("Use the law of this day, such as 2026-11-22.")
@click.option(
    "--fail-on", type=click.Choice(_LEVELS),
    help="The lightest new problem that makes the exit code 1 (default: error).",
)
@click.option("--as", "reader", type=click.Choice(["buyer", "bidder"]), default="buyer", help="Whom to speak to.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many files to read at the same time.")
def command(
    old: str, new: str, formats: tuple[str, ...], output: str | None, day: dt.date | None, fail_on: str | None,
    reader: str, jobs: int,
) -> int:  # fmt: skip
    """Tell what changed from the pack OLD to the pack NEW, each a folder, a zip or one file.

    It tells the facts that changed, the findings that are new, put right or still there, the words that changed
    section by section, and whether the deadline must move. Both packs are linted with the settings beside NEW. The
    exit code is 1 where the amendment brings a new problem or the deadline must move.
    """
    from tenderlint.commands.outputs import Outputs
    from tenderlint.commands.reading import settings_of
    from tenderlint.commands.remembering import Shelf

    formats = formats_of(formats, output, _FORMATS)
    outputs = Outputs(output, formats, 1)
    book = Shelf().book
    said: dict[str, Any] = {} if fail_on is None else {"fail_on": _bar(fail_on)}
    settings = settings_of(new, book, day=day, **said)
    comparison = _compared(old, new, settings, book, jobs)
    name = f"{comparison.new.name} compared"
    for kind in formats:
        path = outputs.write(name, kind, _written(comparison, kind, reader, screen=outputs.to_screen))
        if path is not None:
            click.echo(str(path))
    return code_of(comparison, settings.fail_on)


def code_of(comparison: Comparison, fail_on: Severity | None) -> int:
    """Return 3 where something was not read, 1 where a new finding reaches the bar or the deadline must move."""
    from tenderlint.commands import exits
    from tenderlint.comparing.rows import Answer, Kind
    from tenderlint.outcomes import Outcome, at_least

    crashed = any(row.outcome is Outcome.ERROR for report in (comparison.old, comparison.new) for row in report.checks)
    if crashed or not (comparison.old.complete and comparison.new.complete):
        return exits.UNREAD
    if fail_on is None:
        return exits.CLEAN
    worse = any(at_least(row.check.severity, fail_on) for row in comparison.found(Kind.NEW))
    return exits.PROBLEMS if worse or comparison.deadline.answer is Answer.YES else exits.CLEAN


def _bar(name: str) -> Severity | None:
    from tenderlint.commands import exits

    return exits.bar(name)


def _compared(old: str, new: str, settings: Any, book: Any, jobs: int) -> Comparison:
    from tenderlint import pattern_store
    from tenderlint.clock import today
    from tenderlint.commands.progress import Progress
    from tenderlint.commands.reading import quieten_libraries
    from tenderlint.comparing import compare

    quieten_libraries()
    with Progress() as progress:
        comparison = compare(old, new, today=today(), settings=settings, book=book, progress=progress, jobs=jobs)
    pattern_store.save()
    return comparison


def _written(comparison: Comparison, kind: str, reader: str, *, screen: bool) -> str:
    from tenderlint.commands.writing import for_screen

    writer = import_module(f"tenderlint.formats.compare_{kind}")
    return str(writer.write(comparison, audience=reader, **(for_screen(kind) if screen else {})))
