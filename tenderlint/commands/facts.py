"""`tenderlint facts`: shows every fact of a pack with its words and its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tenderlint.commands.columns import wrapped
from tenderlint.commands.options import day_option, no_cache_option

if TYPE_CHECKING:
    from tenderlint.report import FactRow, Report


@click.command("facts")
@click.argument("pack", type=click.Path())
@click.option(
    "--format", "kind", type=click.Choice(["terminal", "json"]), default="terminal",
    help="How to write them (default: terminal).",
)
@click.option("-o", "--output", metavar="FILE", help="A file to write them to.")
@day_option("Read the pack as on this day, such as 2026-11-22.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many files to read at the same time.")
@no_cache_option
def command(pack: str, kind: str, output: str | None, day: dt.date | None, jobs: int, no_cache: bool) -> int:
    """Show what PACK says: dates, values, weights and more, each with its words and place."""
    from tenderlint.commands import exits
    from tenderlint.commands.outputs import Outputs
    from tenderlint.commands.reading import report_of, settings_as_said, settings_of
    from tenderlint.commands.remembering import Memory, Shelf, basis_of

    outputs = Outputs(output, (kind,), 1)
    shelf = Shelf()

    def lint() -> Report:
        return report_of(pack, settings_of(pack, shelf.book, day=day, grammar=False), shelf.book, jobs=jobs)

    report = Memory(use=not no_cache).report(pack, basis_of(settings_as_said(pack, day=day, grammar=False)), None, lint)
    outputs.write(report.name, kind, _as_json(report) if kind == "json" else "\n".join(page(report)))
    return exits.CLEAN if report.complete else exits.UNREAD


def _as_json(report: Report) -> str:
    import json

    from tenderlint.report_data import as_data

    return json.dumps(as_data(report)["facts"], ensure_ascii=False, indent=2)


def page(report: Report) -> Iterator[str]:
    """Yield the lines that show the facts: the statement that the checks use is starred."""
    from tenderlint.formats.fact_words import fact_label
    from tenderlint.formats.words import clean

    yield clean(f"{report.name}: what the pack says")
    for name, rows in report.facts.items():
        if rows:
            yield f"\n{fact_label(name)}"
            for row in rows:
                yield from _statement(name, row)
    silent = [_silent(report, name) for name, rows in report.facts.items() if not rows]
    if silent:
        yield "\nNot asked for, or not stated"
        yield from wrapped("; ".join(silent), "  ")
    if report.not_read:
        yield "\nNot read"
        for gap in report.not_read:
            page = f", page {gap.page}" if gap.page is not None else ""
            yield from wrapped(clean(f"{gap.document}{page}: {gap.why}"), "  ", "    ")
    yield "\n* the statement that the checks use"


def _silent(report: Report, name: str) -> str:
    """What is not stated, with the words that say it under another name."""
    from tenderlint.formats.arrange import under_another_name
    from tenderlint.formats.fact_words import fact_label
    from tenderlint.formats.words import clean

    where = under_another_name(report, name)
    return fact_label(name) if where is None else clean(f"{fact_label(name)} by that name (but see “{where.told}”)")


def _statement(name: str, row: FactRow) -> Iterator[str]:
    from tenderlint.formats.fact_words import fact_words
    from tenderlint.formats.words import clean

    doubt = "" if row.sure == "high" else f" ({row.sure} certainty)"
    yield from wrapped(clean(f"{fact_words(name, row)}{doubt}"), f"  {'*' if row.chosen else ' '} ")
    if row.where.quote:
        yield from wrapped(clean(f"“{row.where.told}”"), "      ")
    yield from wrapped(clean(str(row.where) + (f" ({row.why})" if row.why else "")), "      ")
