"""`tenderlint audit`: lints thousands of packs and keeps what was found in a store."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tenderlint.commands.options import checks_option, day_option

if TYPE_CHECKING:
    from tenderlint.audit.found import Found
    from tenderlint.audit.run import Lint
    from tenderlint.audit.worker import Terms
    from tenderlint.settings import Settings


@click.command("audit")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--store", required=True, type=click.Path(), metavar="FILE",
    help="Where to keep what is found: an SQLite file, or a database for several people at postgresql://HOST/DATABASE.",
)
@click.option("--list", "lists", multiple=True, type=click.Path(), metavar="FILE", help="Audit the packs of this list.")
@click.option("--jobs", type=click.IntRange(1, 256), help="How many worker processes (default: one a core).")
@day_option("Use the law of this day for every pack, such as 2026-11-22.")
@click.option("--settings", "file", type=click.Path(), metavar="FILE", help="Take the settings from this file.")
@checks_option
@click.option(
    "--time-limit", type=click.IntRange(1, 86_400), default=300, metavar="SECONDS",
    help="How long a pack may take (default: 300).",
)
@click.option(
    "--memory-limit", type=click.IntRange(64, 1024**2), default=2048, metavar="MB",
    help="How much memory a pack may take (default: 2048).",
)
@click.option("--retry-failed", is_flag=True, help="Try the packs again that failed before.")
@click.option("--cluster", metavar="ADDRESS", help="Have the packs linted by the workers of this Dask scheduler.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing; the exit code and the store tell.")
def command(
    sources: tuple[str, ...], store: str, lists: tuple[str, ...], jobs: int | None, day: dt.date | None,
    file: str | None, own: tuple[str, ...], time_limit: int, memory_limit: int, retry_failed: bool,
    cluster: str | None, quiet: bool,
) -> int:  # fmt: skip
    """Lint every pack of each SOURCE and keep what was found in one place, the store.

    A SOURCE is a folder, in which each sub-folder, zip or single file at the top is a pack. Stop whenever you like:
    the same command goes on where it was, and packs that have not changed are not linted again. The exit code is 3
    where a pack could not be linted.
    """
    from tenderlint.audit.keeping import Keeper
    from tenderlint.audit.run import Audit, all_found
    from tenderlint.audit.worker import Terms
    from tenderlint.commands import exits
    from tenderlint.commands.audit_words import Live, summary
    from tenderlint.commands.own_checks import folders
    from tenderlint.commands.reading import quieten_libraries
    from tenderlint.errors import UsageError
    from tenderlint.readers.child import Limits

    if not hasattr(os, "fork"):
        raise UsageError("an audit needs a system that can fork processes.", advice="Run it on Linux or macOS.")
    quieten_libraries()
    founds = all_found(_packs(sources, lists))
    places = folders(own)
    settings = _settings(file, day, places)
    with Keeper(store) as keeper, Live(quiet) as live:
        basis = _begin(keeper, (*sources, *lists), settings, places)
        terms = Terms(settings, basis.day, Limits(memory=memory_limit * 1024**2, wait=float(time_limit)), own=places)
        audit = Audit(founds, keeper, basis, live.show, retry_failed)
        try:
            tally = audit.run(_lint(terms, jobs, cluster, basis.program), _now)
        except KeyboardInterrupt:
            live.stopped(audit.tally)
            raise
        if not quiet:
            click.echo("\n".join(summary(tally, live.seconds, keeper)))
        return exits.UNREAD if keeper.failed else exits.CLEAN


def _packs(sources: tuple[str, ...], lists: tuple[str, ...]) -> Iterator[Found]:
    from tenderlint.audit.folders import packs_in, packs_listed
    from tenderlint.audit.sources import is_fetched, packs_fetched

    for source in sources:
        yield from packs_fetched(source) if is_fetched(source) else packs_in(source)
    for each in lists:
        yield from packs_listed(each)


def _settings(file: str | None, day: dt.date | None, own: tuple[Path, ...]) -> Settings:
    """Return the settings of all packs: those of the file that is named. What lies in a pack has no say."""
    from dataclasses import replace

    from tenderlint.errors import SettingsError
    from tenderlint.registry import load_book
    from tenderlint.settings import load_settings

    if file is not None and not Path(file).is_file():
        raise SettingsError("there is no such file.", file, "Check the path after --settings.")
    if file is None:
        settings = load_settings(Path(), alone=True)
    else:
        settings = load_settings(Path(file).parent, load_book(also=own).known, file=Path(file))
    return replace(settings, on=day or settings.on, grammar=False)


def _begin(keeper: Any, sources: tuple[str, ...], settings: Settings, own: tuple[Path, ...]) -> Any:
    """Begin the audit, or go on with the one that was stopped: on its day, where no other day is asked for."""
    import json

    from tenderlint import __version__
    from tenderlint.audit.keeping import Setting
    from tenderlint.audit.program import program_of
    from tenderlint.audit.run import Basis, digest_of
    from tenderlint.cache_key import plain
    from tenderlint.clock import today
    from tenderlint.commands.remembering import basis_of

    told = json.dumps([os.path.abspath(source) for source in sources], ensure_ascii=True)
    said = plain(basis_of(settings, own=own))
    program, digest = program_of(own), digest_of(said)
    last = keeper.unfinished(told)
    goes_on = last is not None and (last.program, last.settings) == (program, digest)
    day = settings.on or (dt.date.fromisoformat(last.day) if goes_on else today())
    name = digest_of(told, digest, program, day.isoformat())
    keeper.begin(Setting(name, day.isoformat(), __version__, program, digest, told), _now())
    return Basis(said, day, program)


def _lint(terms: Terms, jobs: int | None, cluster: str | None, program: str) -> Lint:
    """Return what lints: worker processes on this machine, or those of a cluster."""
    if cluster is not None:
        from tenderlint.audit.cluster import on_cluster

        return on_cluster(cluster, terms, program)
    from tenderlint.audit.workers import on_this_machine

    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return on_this_machine(terms, jobs or cores)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
