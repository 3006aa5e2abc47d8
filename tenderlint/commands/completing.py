"""What a shell may offer in place of a half-typed value: the checks and areas that there are."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def checks(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of checks that begin so, each with its title."""
    from tenderlint.registry import load_book

    cards = (check.card for check in load_book().checks)
    return [CompletionItem(card.id, help=card.title) for card in cards if card.id.startswith(incomplete)]


def names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the areas and the ids of checks that begin so; after a comma the next one is completed."""
    from tenderlint.registry import load_book

    before, comma, last = incomplete.rpartition(",")
    begun = (area for area in load_book().areas if area.startswith(last))
    areas = [CompletionItem(area, help="all checks of this area") for area in begun]
    found = [*areas, *checks(ctx, param, last)]
    return [CompletionItem(f"{before}{comma}{item.value}", help=item.help) for item in found]
