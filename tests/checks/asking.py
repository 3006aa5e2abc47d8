"""Asks one check of a small pack, as the tests of checks do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache

from tenderlint.facts.passages import Passages
from tenderlint.facts.statements import clip
from tenderlint.grammar.proof import Doubt, Proof
from tenderlint.linting import lint_pack
from tenderlint.model import Pack
from tenderlint.registry import Book, load_book
from tenderlint.report import CheckRow
from tenderlint.settings import settings_from
from tenderlint.testing import pack


@cache
def book() -> Book:
    """Everything in `checks/`, with the examples of the cards, read once."""
    return load_book(examples=True)


def ask(
    check_id: str, text: str | Mapping[str, str], on: str = "2026-03-02", settings: Mapping[str, object] | None = None,
    doubts: Iterable[Mapping[str, str]] = (),
) -> CheckRow:  # fmt: skip
    """Return what a check says of a pack of one text, or of several by the names of their files, on a day.

    `doubts` are what a proofreader is made to say of the text.
    """
    day = dt.date.fromisoformat(on)
    chosen = settings_from({"select": [check_id], "pack": {"commenced": day}, **(settings or {})})
    made = pack(text)
    proof = proof_of(made, doubts) if doubts else None
    return lint_pack(made, today=day, settings=chosen, book=book(), proof=proof).check(check_id)


def proof_of(made: Pack, doubts: Iterable[Mapping[str, str]]) -> Proof:
    """Return a proof whose doubts are about the first passages that hold their words."""
    passages = Passages(made).all
    found = []
    for row in doubts:
        passage = next(each for each in passages if row["words"] in each.text)
        start = passage.text.index(row["words"])
        quote = clip(passage.text, start, start + len(row["words"]), 200)
        found.append(Doubt(row["rule"], row["category"], passage, start, row["words"], row.get("meant", ""), quote))
    return Proof(tuple(found), 100, 100)
