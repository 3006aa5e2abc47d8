"""`tenderlint fetch`: gets the documents of packs that notices or a table name, politely, into folders to audit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlint.errors import UsageError

if TYPE_CHECKING:
    from tenderlint.audit.fetch import Tally
    from tenderlint.audit.ocds import Sought
    from tenderlint.audit.web import Web


@click.command("fetch")
@click.argument("source", metavar="SOURCE")
@click.option("--into", "folder", required=True, type=click.Path(), metavar="FOLDER", help="Where to put the packs.")
@click.option(
    "--allow", "hosts", multiple=True, required=True, metavar="HOST",
    help="A host that may be asked, such as www.find-tender.service.gov.uk. May be given several times.",
)
@click.option("--contact", default="", metavar="WORDS", help="A mail or web address that hosts are told of.")
@click.option(
    "--delay", type=click.FloatRange(0, 3600), default=2.0, metavar="SECONDS",
    help="How long to wait between two requests (default: 2).",
)
@click.option(
    "--patience", type=click.FloatRange(0, 86_400), default=300.0, metavar="SECONDS",
    help="The longest wait that a host may ask for (default: 300).",
)
@click.option(
    "--most-size", type=click.IntRange(1, 10_000), default=100, metavar="MB",
    help="The largest document to fetch (default: 100).",
)
@click.option("--most-packs", type=click.IntRange(1), metavar="N", help="Stop after so many packs.")
@click.option(
    "--most-pages", type=click.IntRange(1), default=100, metavar="N",
    help="Read at most so many pages of an interface (default: 100).",
)
@click.option("--private-addresses", "private", is_flag=True, hidden=True)
def command(
    source: str, folder: str, hosts: tuple[str, ...], contact: str, delay: float, patience: float, most_size: int,
    most_packs: int | None, most_pages: int, private: bool,
) -> int:  # fmt: skip
    """Fetch the documents that SOURCE names, and make a folder of each pack.

    SOURCE is a file or folder of OCDS notices (JSON or JSON Lines), a table of packs (CSV) with a column “address”,
    or the address of an interface that gives OCDS packages. This is the one command that asks other machines for
    files, and it asks no host but those that --allow names. It asks one thing at a time, heeds robots.txt, and never
    signs in. Then run: tenderlint audit FOLDER --store FILE. The exit code is 3 where a pack could not be fetched.
    """
    from tenderlint import __version__
    from tenderlint.audit.fetch import fetch
    from tenderlint.audit.shelf import Shelf
    from tenderlint.audit.web import Manners, Web
    from tenderlint.commands import exits
    from tenderlint.commands.progress import Progress

    if not contact.isprintable() or not contact.isascii():
        raise UsageError("--contact takes plain letters only.", advice="Give a mail or web address.")
    agent = f"tenderlint/{__version__}" + (f" ({contact})" if contact else "")
    manners = Manners(agent, hosts, delay, patience, private=private)
    with Web(manners) as web, Progress() as progress:
        packs = islice(_packs(source, web, most_pages), most_packs)
        try:
            shelf = Shelf(Path(folder))
            tally = fetch(packs, web, shelf, most_size * 1024**2, lambda name, number: progress(name, number, 0))
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(f"cannot be written: {reason}.", folder, "Choose another folder after --into.") from error
    if not tally.packs:
        raise UsageError("names no pack.", source, "Check the source.")
    for line in _summary(tally, folder):
        click.echo(line)
    return exits.UNREAD if tally.failed else exits.CLEAN


def _packs(source: str, web: Web, most_pages: int) -> Iterator[Sought]:
    from tenderlint.audit.fetch import pages
    from tenderlint.audit.sources import packs_of

    if source.casefold().startswith(("http://", "https://")):
        for page in pages(web, source, most_pages):
            yield from page
        return
    packs, broken = packs_of(source)
    for path, why in broken:
        click.echo(f"{path}: {why}", err=True)
    yield from packs


def _summary(tally: Tally, folder: str) -> Iterator[str]:
    """Yield what came of it, in lines that fit a terminal."""
    yield f"Packs: {tally.packs:,}. With documents: {tally.packs - tally.closed - tally.failed:,}."
    yield f"Not openly accessible: {tally.closed:,}. Could not be fetched: {tally.failed:,}."
    if tally.outcomes:
        told = ", ".join(f"{outcome} {count:,}" for outcome, count in sorted(tally.outcomes.items()))
        yield f"Documents: {told}."
    yield f'Audit them with: tenderlint audit "{folder}" --store audit.sqlite'
