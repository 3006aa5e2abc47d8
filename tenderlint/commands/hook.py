"""`tenderlint hook`: lints the packs to which the files of a commit belong, for pre-commit and its like."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from tenderlint.commands.options import no_cache_option

if TYPE_CHECKING:
    from tenderlint.commands.remembering import Memory, Shelf
    from tenderlint.report import Report
    from tenderlint.settings import Settings

_LEVELS = ("error", "warning", "advice", "never")


@click.command("hook")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--packs", "patterns", multiple=True, metavar="PATTERN",
    help="Folders that are packs, as seen from the top of the repository, such as “tenders/*”; may be given again.",
)
@click.option(
    "--fail-on", type=click.Choice(_LEVELS),
    help="The lightest problem that stops the commit (default: error, or as the settings say).",
)
@no_cache_option
def command(files: tuple[str, ...], patterns: tuple[str, ...], fail_on: str | None, no_cache: bool) -> int:
    """Lint each pack to which one of the FILES of a commit belongs, once.

    Files that the commit deletes or renames count too: git is asked for them.
    """
    from tenderlint.commands import exits

    packs = _packs(files, patterns)
    if not packs:
        return exits.CLEAN
    from tenderlint.commands.remembering import Memory, Shelf
    from tenderlint.errors import TenderlintError

    said: dict[str, Any] = {"grammar": False}  # a commit does not wait for a grammar server
    if fail_on is not None:
        said["fail_on"] = exits.bar(fail_on)
    memory, code = Memory(use=not no_cache), exits.CLEAN
    with Shelf(many=len(packs) > 1) as shelf:
        for pack in packs:
            try:
                code = exits.worse(code, _lint(pack, said, shelf, memory))
            except TenderlintError as error:
                click.echo(f"tenderlint: {error}", err=True)
                code = exits.worse(code, exits.code_of(error))
    return code


def _packs(files: tuple[str, ...], patterns: tuple[str, ...]) -> list[str]:
    """Return the packs of the files and of those that git takes away, as seen from here, each once."""
    from tenderlint.git import taken_away
    from tenderlint.ignored import is_ignored
    from tenderlint.staged import Packs, is_document, is_left

    packs = Packs(patterns)
    named = [file for file in files if not is_ignored(os.path.basename(file))]
    gone = [file for file in taken_away() if is_document(file)]
    told = dict.fromkeys(os.path.relpath(pack) for pack in map(packs.of, (*named, *gone)) if pack is not None)
    return [pack for pack in told if is_left(pack)]


def _lint(pack: str, said: dict[str, Any], shelf: Shelf, memory: Memory) -> int:
    """Lint one pack, tell what stops the commit, and return the exit code."""
    from tenderlint.commands import exits
    from tenderlint.commands.reading import settings_as_said
    from tenderlint.commands.remembering import basis_of
    from tenderlint.commands.wishes import Wishes

    settings = settings_as_said(pack, **said)
    report = memory.report(pack, basis_of(settings), None, partial(_report, pack, said, shelf))
    # A baseline that were pruned here would be a change that is not in the commit.
    report = Wishes().known(report, pack, settings, prune=False)
    _tell(report, settings)
    return exits.of_report(report, settings.fail_on, settings.max_findings)


def _report(pack: str, said: dict[str, Any], shelf: Shelf) -> Report:
    from tenderlint.commands.reading import report_of, settings_of

    return report_of(pack, settings_of(pack, shelf.book, **said), shelf.book, apart=shelf.apart)


def _tell(report: Report, settings: Settings) -> None:
    from tenderlint.commands.writing import for_screen
    from tenderlint.formats import brief

    text = brief.write(report, audience=settings.reader, bar=settings.fail_on, **for_screen("terminal"))
    click.echo(text, nl=False)
