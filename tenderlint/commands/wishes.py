"""The options of `tenderlint check` that say which settings hold, what is known already, and how much is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from tenderlint.commands.options import Command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tenderlint.commands.baselines import KnownFindings
    from tenderlint.commands.statistics import Counts
    from tenderlint.report import Report
    from tenderlint.settings import Settings

_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--profile", type=click.Choice(["buyer", "bidder", "audit"]),
        help="Ready-made settings: a buyer's draft, a bidder's look, or an audit of many packs.",
    ),
    click.option(
        "--settings", "file", type=click.Path(), metavar="FILE", help="Take the settings from this file only.",
    ),
    click.option("--no-settings", "alone", is_flag=True, help="Take no settings and no waivers from any file."),
    click.option(
        "--baseline", type=click.Path(), metavar="FILE", help="Do not count the findings that this file knows.",
    ),
    click.option("--write-baseline", is_flag=True, help="Put all that is found now into the baseline."),
    click.option(
        "--max-findings", type=click.IntRange(min=0), metavar="NUMBER",
        help="Make the exit code 1 where there are more findings, however light.",
    ),
    click.option("--statistics", is_flag=True, help="End with a table: how many findings each check has."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing; the exit code and the files named with -o tell."),
    click.option("--no-color", "--no-colour", "no_colour", is_flag=True, help="Use no colours (as NO_COLOR=1 does)."),
)  # fmt: skip


def names_option(name: str, words: str) -> Callable[[Command], Command]:
    """Return an option that takes names of checks and areas, which a shell can complete."""
    return click.option(name, multiple=True, metavar="NAME", shell_complete=_complete_names, help=words)


def _complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from tenderlint.commands.completing import names

    return names(ctx, param, incomplete)


def wish_options(command: Command) -> Command:
    """Add the options to a command, which gets them as the keywords that `Wishes` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Wishes:
    """What was wished for on the command line, and what it takes to fulfil it over all packs of a run."""

    def __init__(
        self, *, profile: str | None = None, file: str | None = None, alone: bool = False, baseline: str | None = None,
        write_baseline: bool = False, max_findings: int | None = None, statistics: bool = False, quiet: bool = False,
        no_colour: bool = False,
    ) -> None:  # fmt: skip
        self.quiet = quiet
        self.colour = not no_colour
        self._write_baseline = write_baseline
        self._said = {
            "profile": profile, "file": file, "alone": alone, "baseline": baseline, "max_findings": max_findings,
            "statistics": statistics or None,
        }  # fmt: skip
        self._known: KnownFindings | None = None
        self._counts: Counts | None = None

    def said(self, reader: str | None) -> dict[str, Any]:
        """Return what overrules the settings that stand in files; `reader` is whom the report is to speak to.

        Raises UsageError for wishes that contradict each other.
        """
        if self._said["file"] and self._said["alone"]:
            from tenderlint.errors import UsageError

            raise UsageError("--settings and --no-settings contradict each other.", advice="Leave one out.")
        return {**self._said, "reader": reader}

    def known(self, report: Report, pack: str, settings: Settings, *, prune: bool) -> Report:
        """Return the report with the findings marked that a baseline knows, and count it if counts are wanted."""
        if settings.baseline or self._write_baseline:
            if self._known is None:
                from tenderlint.commands.baselines import KnownFindings

                self._known = KnownFindings(write=self._write_baseline, quiet=self.quiet)
            report = self._known.mark(report, pack, settings.baseline, prune=prune)
        if settings.statistics:
            if self._counts is None:
                from tenderlint.commands.statistics import Counts

                self._counts = Counts()
            self._counts.add(report)
        return report

    def finish(self, *, beside: bool) -> None:
        """Write the baselines that have changed, and the counts: to standard error where they stand `beside` data."""
        if self._known is not None:
            self._known.save()
        if self._counts is not None:
            click.echo("\n".join(self._counts.lines()), err=beside)
