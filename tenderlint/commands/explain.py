"""`tenderlint explain`: tells all that the card of one check says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlint.commands.columns import wrapped
from tenderlint.commands.options import checks_option

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tenderlint.cards import Basis, Card, Example
    from tenderlint.law import LawBook
    from tenderlint.registry import Book


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from tenderlint.commands.completing import checks

    return checks(ctx, param, incomplete)


@click.command("explain")
@click.argument("check", shell_complete=_complete)
@checks_option
def command(check: str, own: tuple[str, ...]) -> None:
    """Tell what CHECK asks, why, how to put a failure right, and on what authority.

    A check of your house (house-…) is looked up in the settings of the folder that you are in.
    """
    from tenderlint.commands.names import unknown
    from tenderlint.commands.own_checks import folders
    from tenderlint.commands.reading import with_house_of
    from tenderlint.errors import UsageError
    from tenderlint.registry import load_book
    from tenderlint.settings import of_house

    book = load_book(examples=True, also=folders(own))
    if of_house(check):
        book = with_house_of(Path(), book)
    try:
        card = book.check(check).card
    except KeyError:
        raise UsageError(unknown("check", check, [each.card.id for each in book.checks])) from None
    click.echo("\n".join(page(card, book)))


def page(card: Card, book: Book) -> Iterator[str]:
    """Yield the lines of the explanation of one card."""
    yield f"{card.id} ({card.area})"
    yield from wrapped(card.title)
    if card.note:
        yield from _part("Good to know", card.note)
    yield from _part("Why", card.why)
    yield from _part("How to put it right", card.fix)
    yield from _part("What it says", card.message)
    yield "\nAuthority"
    for basis in card.bases:
        yield from _basis(basis)
    if card.figures:
        yield "\nLegal figures"
        for name in card.figures:
            yield from _figures(name, book.law)
    if card.settings:
        yield ""
        yield from wrapped("Settings (the project's own, never law; change them in tenderlint.toml)")
        for name, row in card.settings.items():
            yield from _item(f"{name} = {_said(row.value)} {row.unit}".rstrip() + (f". {row.note}" if row.note else ""))
    items = [item.title for item in book.items if card.id in item.checks or card.id in item.also]
    if items:
        yield from _part("Checklist", "; ".join(items))
    yield from _example(card.examples)


def _part(title: str, text: str) -> Iterator[str]:
    yield f"\n{title}"
    yield from wrapped(text, "  ")


def _item(text: str) -> list[str]:
    return wrapped(text, "  - ")


def _basis(basis: Basis) -> Iterator[str]:
    from tenderlint.formats.words import strength_of
    from tenderlint.values import in_words

    start = f"from {in_words(basis.start)}" if basis.start else ""
    end = f"until {in_words(basis.end)}" if basis.end else ""
    strength = strength_of(basis.authority, basis.strength.value)
    where = " ".join((*basis.regimes, *basis.nations))
    span = ", ".join(part for part in (strength, where, f"{start} {end}".strip()) if part)
    yield from _item(f"{basis.authority} ({span})")
    if basis.url:
        yield f"    {basis.url}"
    if basis.doubt:
        yield from wrapped(f"Not confirmed: {basis.doubt}", "    ")


def _figures(name: str, law: LawBook) -> Iterator[str]:
    from tenderlint.values import in_words

    for figure in law.by_name.get(name, ()):
        start = f"from {in_words(figure.start)}" if figure.start else ""
        end = f"until {in_words(figure.end)}" if figure.end else ""
        when = " ".join(part for part in (figure.regime, start, end) if part)
        amount = f"{in_words(figure.value)} {figure.unit}".strip()
        yield from _item(f"{name} = {amount}{f' ({when})' if when else ''}: {figure.source}")


def _example(examples: tuple[Example, ...]) -> Iterator[str]:
    """Show the first example that fails."""
    for example in examples:
        if example.outcome == "failed":
            yield "\nAn example that fails"
            pack = example.pack if isinstance(example.pack, str) else "\n\n".join(example.pack.values())
            yield from textwrap.indent(pack.strip(), "  | ", lambda line: True).splitlines()
            if example.finds:
                yield f"  Found: “{example.finds}”"
            return


def _said(value: object) -> str:
    from tenderlint.values import in_words

    return in_words(value)
