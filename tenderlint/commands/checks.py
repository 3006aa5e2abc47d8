"""`tenderlint checks`: lists the checks by area, with the weight that each has under today's law."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from tenderlint.clock import today
from tenderlint.commands.columns import columns, wrapped
from tenderlint.commands.options import checks_option, day_option

if TYPE_CHECKING:
    from tenderlint.cards import Card
    from tenderlint.law import LawBook

_LEAST_TITLE = 30


@click.command("checks")
@day_option("The day whose law gives the weight (default: today).")
@checks_option
def command(day: dt.date | None, own: tuple[str, ...]) -> None:
    """List the checks by area, with how much a failure of each weighs in England on a day."""
    from tenderlint.commands.own_checks import folders
    from tenderlint.registry import load_book

    day = day or today()
    book = load_book(also=folders(own) if own else ())
    wide = max((len(check.card.id) for check in book.checks), default=0)
    for area in book.areas:
        click.echo(f"{area}")
        for card in (check.card for check in book.checks if check.card.area == area):
            click.echo("\n".join(_row(card, weight(card, book.law, day), wide)))
    click.echo()
    told = "“tenderlint explain CHECK” tells all about one. A dash: not asked under the law of that day."
    click.echo("\n".join(wrapped(told)))


def _row(card: Card, told: str, wide: int) -> list[str]:
    """Return the lines of one check: its title beside its name, or below it on a narrow terminal."""
    start = f"  {card.id:<{wide}}  {told:<8} "
    if columns() - len(start) >= _LEAST_TITLE:
        return wrapped(card.title, start)
    return [f"  {card.id}  {told}", *wrapped(card.title, "      ")]


def weight(card: Card, law: LawBook, day: dt.date) -> str:
    """Return the severity of a failure in England on a day under the general regime, or a dash."""
    from tenderlint.outcomes import severity_of, strongest

    regime = general_regime(law, day)
    basis = strongest(basis.strength for basis in card.in_force(regime, "England", day))
    return severity_of(basis).value if basis else "–"


def general_regime(law: LawBook, day: dt.date) -> str:
    """Return the id of the first body of law that holds in England on a day, or ""."""
    return next((regime.id for regime in law.regimes if regime.holds(day, "England")), "")
