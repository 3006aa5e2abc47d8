"""`tenderlint law`: prints the legal figures in force on a day, each with its source."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from tenderlint.clock import today
from tenderlint.commands.options import day_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tenderlint.law import Figure, LawBook, Regime


@click.command("law")
@day_option("The day whose law to print (default: today).")
@click.option("--regime", metavar="ID", help="Only this body of law, such as PA2023 (default: all in force that day).")
def command(day: dt.date | None, regime: str | None) -> None:
    """Print every legal figure in force on a day, with its source."""
    from tenderlint.registry import load_book

    day = day or today()
    book = load_book().law
    for each in _asked_for(book, regime, day):
        click.echo("\n".join(_page(book, each, day)))


def _asked_for(book: LawBook, regime: str | None, day: dt.date) -> tuple[Regime, ...]:
    from tenderlint.commands.names import unknown
    from tenderlint.errors import UsageError

    if regime is None:
        return tuple(each for each in book.regimes if each.start <= day and (each.end is None or day <= each.end))
    known = {each.id.lower(): each for each in book.regimes}
    if regime.lower() not in known:
        raise UsageError(unknown("body of law", regime, [each.id for each in book.regimes]))
    return (known[regime.lower()],)


def _page(book: LawBook, regime: Regime, day: dt.date) -> Iterator[str]:
    from tenderlint.values import in_words

    until = f"to {in_words(regime.end)}" if regime.end else "onwards"
    yield f"{regime.id}: {regime.title}"
    yield f"  for procurements that commence {in_words(regime.start)} {until}"
    if regime.url:
        yield f"  {regime.url}"
    held = False
    for name in book.by_name:
        figure = book.on(regime.id, day).find(name)
        if figure is not None:
            held = True
            yield from _lines(figure)
    if not held:
        yield f"  no figure is in force on {in_words(day)}"
    yield ""


def _lines(figure: Figure) -> Iterator[str]:
    from tenderlint.values import in_words

    yield f"  {figure.name} = {in_words(figure.value)} {figure.unit}".rstrip()
    start = f"from {in_words(figure.start)}" if figure.start else ""
    end = f"until {in_words(figure.end)}" if figure.end else ""
    span = " ".join(part for part in (start, end) if part)
    yield f"      {figure.source}{f' ({span})' if span else ''}"
    if figure.url:
        yield f"      {figure.url}"
