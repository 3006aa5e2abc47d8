"""`tenderlint check`: lints packs and writes their reports."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tenderlint.commands.options import FORMATS, checks_option, day_option, formats_of, no_cache_option
from tenderlint.commands.wishes import Wishes, names_option, wish_options

if TYPE_CHECKING:
    from tenderlint.commands.outputs import Outputs
    from tenderlint.commands.remembering import Memory, Shelf
    from tenderlint.report import Report
    from tenderlint.settings import Settings

_LEVELS = ("error", "warning", "advice", "never")
_PLAIN = frozenset({
    "packs", "formats", "day", "fail_on", "select", "ignore", "reader", "pdfua", "jobs", "profile", "max_findings",
    "no_colour",
})  # fmt: skip
"""The options that change what is printed and nothing else, and take nothing from other files."""


@click.command("check")
@click.argument("packs", nargs=-1, required=True, type=click.Path(), metavar="PACK...")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS),
    help="How to write the report (default: by the ending of -o, else terminal). May be given several times.",
)
@click.option("-o", "--output", type=click.Path(), metavar="PATH", help="A file for one report, a folder for several.")
@day_option("Use the law of this day, such as 2026-11-22.")
@click.option(
    "--fail-on", type=click.Choice(_LEVELS),
    help="The lightest problem that makes the exit code 1 (default: error).",
)
@names_option("--select", "Ask only this check or area; may be given again.")
@names_option("--ignore", "Leave this check or area out.")
@click.option(
    "--as", "reader", type=click.Choice(["buyer", "bidder"]),
    help="Whom the report speaks to (default: buyer).",
)
@click.option("--notice", type=click.Path(), metavar="FILE", help="The notice of the pack, as an OCDS release in JSON.")
@click.option("--pdfua", is_flag=True, help="Judge PDF files by the whole of PDF/UA too (needs tenderlint[pdfua]).")
@click.option("--grammar", is_flag=True, help="Check grammar too (needs a grammar server on this machine).")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many files to read at the same time.")
@click.option("--watch", is_flag=True, help="Lint again whenever a file is saved, until Ctrl-C.")
@checks_option
@no_cache_option
@wish_options
def command(
    packs: tuple[str, ...], formats: tuple[str, ...], output: str | None, day: dt.date | None, fail_on: str | None,
    select: tuple[str, ...], ignore: tuple[str, ...], reader: str | None, notice: str | None, pdfua: bool,
    grammar: bool, jobs: int, own: tuple[str, ...], watch: bool, no_cache: bool, **wanted: Any,
) -> int:  # fmt: skip
    """Lint each PACK, a folder, a zip or a single file, and write its report."""
    from tenderlint.commands import exits
    from tenderlint.commands.outputs import Outputs
    from tenderlint.commands.reading import known_names, settings_as_said
    from tenderlint.commands.remembering import Memory, Shelf, basis_of
    from tenderlint.errors import TenderlintError, UsageError

    if notice is not None and len(packs) > 1:
        raise UsageError("--notice belongs to one pack.", advice="Lint the packs one at a time.")
    if watch:
        return _watched()
    formats = formats_of(formats, output if len(packs) == 1 else None)
    outputs = Outputs(output, formats, len(packs))
    places = _folders(own)
    shelf, memory = Shelf(many=len(packs) > 1, own=places), Memory(use=not no_cache)
    if select or ignore:
        select, ignore = known_names(select, shelf.book), known_names(ignore, shelf.book)
    wishes = Wishes(**wanted)
    said: dict[str, Any] = {"day": day, "select": select, "ignore": ignore, **wishes.said(reader)}
    said["grammar"] = grammar or None
    if fail_on is not None:
        said["fail_on"] = exits.bar(fail_on)
    code, held = exits.CLEAN, []
    with shelf:
        for pack in packs:
            try:
                settings = settings_as_said(pack, **said)
                lint = partial(_lint, pack, said, shelf, jobs=jobs, notice=notice, standard=pdfua)
                basis = basis_of(settings, standard=pdfua, own=places)
                report = lint() if settings.grammar else memory.report(pack, basis, notice, lint)
                report = wishes.known(report, pack, settings, prune=day is None)
            except TenderlintError as error:
                click.echo(f"tenderlint: {error}", err=True)
                code = exits.worse(code, exits.code_of(error))
                continue
            _tell_of_grammar(report)
            _write(report, formats, outputs, settings.reader, wishes)
            code = exits.worse(code, exits.of_report(report, settings.fail_on, settings.max_findings))
            held.append(settings)
    wishes.finish(beside=outputs.to_screen and formats != ("terminal",))
    if len(held) == len(packs):
        _keep_run(memory, held, outputs, code)
    return code


def _keep_run(memory: Memory, settings: list[Settings], outputs: Outputs, code: int) -> None:
    """Keep what was printed for the next run, unless more than arguments, packs and settings had a part in it."""
    context = click.get_current_context()
    more = any(value for name, value in context.params.items() if name not in _PLAIN)
    apart = any(each.baseline or each.statistics or each.grammar or each.words.styles for each in settings)
    if outputs.to_screen and not more and not apart and context.obj:
        memory.keep_run(context.obj, context.params["packs"], tuple(outputs.said), code)


def _folders(own: tuple[str, ...]) -> tuple[Path, ...]:
    if not own:
        return ()
    from tenderlint.commands.own_checks import folders

    return folders(own)


def _watched() -> int:
    """Run this command once, and again after every save."""
    from tenderlint.commands.watching import watch

    context = click.get_current_context()
    options = {**context.params, "watch": False}
    more = [options[name] for name in ("notice", "file", "baseline")]
    return watch(options["packs"], partial(context.invoke, command, **options), more=more, output=options["output"])


def _lint(pack: str, said: dict[str, Any], shelf: Shelf, **reading: Any) -> Report:
    from tenderlint.commands.reading import report_of, settings_of

    return report_of(pack, settings_of(pack, shelf.book, **said), shelf.book, apart=shelf.apart, **reading)


def _tell_of_grammar(report: Report) -> None:
    """Say in one line why grammar could not be checked, where it was asked for."""
    for row in report.checks:
        if row.id == "grammar" and row.outcome == "cantTell":
            click.echo(f"tenderlint: {report.name}: {row.reason}", err=True)


def _write(report: Report, formats: tuple[str, ...], outputs: Outputs, reader: str, wishes: Wishes) -> None:
    from tenderlint.commands.writing import for_screen, write

    screen = outputs.to_screen
    if screen and wishes.quiet:
        return
    paths = [
        outputs.write(
            report.name, kind,
            write(report, kind, reader, **(for_screen(kind, colour=wishes.colour) if screen else {})),
        )
        for kind in formats
    ]  # fmt: skip
    if not screen and not wishes.quiet:
        from tenderlint.readiness import readiness

        click.echo(f"{report.name}: {readiness(report, reader).sentence}.")
        for path in paths:
            click.echo(f"  {path}")
