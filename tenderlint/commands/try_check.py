"""`tenderlint try-check`: runs the examples on the cards of checks, and says what is not yet right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tenderlint.commands.options import checks_option

if TYPE_CHECKING:
    from pathlib import Path

    from tenderlint.registry import Book, Check


@click.command("try-check")
@click.argument("names", nargs=-1, metavar="[CHECK]...")
@checks_option
def command(names: tuple[str, ...], own: tuple[str, ...]) -> int:
    """Run the examples of each CHECK: all of the folders after --checks when none is named."""
    from tenderlint.card_examples import faults_of
    from tenderlint.commands.exits import CLEAN, PROBLEMS
    from tenderlint.commands.own_checks import folders
    from tenderlint.errors import UsageError
    from tenderlint.registry import load_book

    if not names and not own:
        raise UsageError("which check?", advice="Name one, or a folder after --checks.")
    places = folders(own)
    book = load_book(examples=True, also=places)
    code = CLEAN
    for check in _chosen(names, places, book):
        faults = faults_of(check, book)
        count = len(check.card.examples)
        click.echo(f"{check.card.id}: {f'{len(faults)} left to do' if faults else f'good, {count} examples hold'}")
        for fault in faults:
            click.echo(f"  - {fault}")
            code = PROBLEMS
    return code


def _chosen(names: Sequence[str], places: Sequence[Path], book: Book) -> list[Check]:
    from tenderlint.commands.names import unknown
    from tenderlint.errors import UsageError

    if not names:
        return [check for check in book.checks if any(check.card.path.is_relative_to(place) for place in places)]
    found = []
    for name in names:
        try:
            found.append(book.check(name.rpartition("/")[2]))
        except KeyError:
            raise UsageError(unknown("check", name, [each.card.id for each in book.checks])) from None
    return found
