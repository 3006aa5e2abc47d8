"""Asks one check of a small pack, as the tests of checks do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

from tenderlint.linting import lint_pack
from tenderlint.registry import Book, load_book
from tenderlint.report import CheckRow
from tenderlint.settings import settings_from
from tenderlint.testing import pack


@cache
def book() -> Book:
    """Everything in `checks/`, with the examples of the cards, read once."""
    return load_book(examples=True)


def ask(
    check_id: str, text: str | Mapping[str, str], on: str = "2026-03-02", settings: Mapping[str, object] | None = None
) -> CheckRow:
    """Return what a check says of a pack of one text, or of several by the names of their files, on a day."""
    day = dt.date.fromisoformat(on)
    chosen = settings_from({"select": [check_id], "pack": {"commenced": day}, **(settings or {})})
    return lint_pack(pack(text), today=day, settings=chosen, book=book()).check(check_id)
