"""Spoils notices: puts what does not belong there in the place of some values, by chance that is the same each time."""

from __future__ import annotations

import random

ODD: tuple[object, ...] = (
    None, 0, -1, "", [], {}, "x", True, 1e308, [None], {"id": 1}, ["a", {}], float("nan"), 10**400,
)  # fmt: skip


def spoil(value: object, chance: random.Random) -> object:
    """Return the value with about one part in twelve spoilt, at any depth."""
    if chance.random() < 0.08:
        return chance.choice(ODD)
    if isinstance(value, dict):
        return {name: spoil(inner, chance) for name, inner in value.items()}
    if isinstance(value, list):
        return [spoil(inner, chance) for inner in value]
    return value
