"""Runs the examples that a card brings, and says what on the card is not yet as it must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tenderlint.cards import Card, Example
from tenderlint.errors import SettingsError
from tenderlint.linting import lint_pack
from tenderlint.registry import Book, Check
from tenderlint.report import CheckRow
from tenderlint.settings import settings_from
from tenderlint.testing import pack

MARK = "CHANGE"
"""The word in a new card that stands where somebody has to write."""
_ENDS = (".", "?", "!", "”", ")", "}")
_MOST_SHOWN = 3


def faults_of(check: Check, book: Book) -> tuple[str, ...]:
    """Return what is wrong with a check, each in a sentence; nothing when its card keeps what it promises.

    The card must have been read with its examples. A function that cannot be loaded raises CardError.
    """
    card = check.card
    return (*_unwritten(card), *_wording(card), *_missing(card), *_examples(check, book))


def ask(check: Check, example: Example, book: Book) -> CheckRow:
    """Return what a check answers for one of its examples; raises SettingsError for wrong settings in it."""
    wanted = {"select": [check.card.id], "pack": {"commenced": example.on}, **example.settings}
    settings, alone = settings_from(wanted), replace(book, checks=(check,))
    return lint_pack(pack(example.pack), today=example.on, settings=settings, book=alone).check(check.card.id)


def _unwritten(card: Card) -> Iterator[str]:
    said = {
        "title": card.title, "message": card.message, "why": card.why, "fix": card.fix,
        "authority": " ".join(basis.authority for basis in card.bases),
    }  # fmt: skip
    names = [name for name, words in said.items() if MARK in words]
    if names:
        yield f"Still to be written: {', '.join(names)}."


def _wording(card: Card) -> Iterator[str]:
    for name, words in (("message", card.message), ("why", card.why), ("fix", card.fix)):
        if not words.endswith(_ENDS):
            yield f"The {name} is no whole sentence: it ends without a full stop."
    if card.title.endswith("."):
        yield "The title ends with a full stop, and none belongs there."
    unnoted = [name for name, row in card.settings.items() if not row.note]
    if unnoted:
        yield f"These settings do not say where they come from (note): {', '.join(unnoted)}."


def _missing(card: Card) -> Iterator[str]:
    outcomes = {example.outcome for example in card.examples}
    for wanted, told in (
        ({"passed"}, "that passes"), ({"failed"}, "that fails"),
        ({"cantTell", "inapplicable"}, "of doubt (cantTell or inapplicable)"),
    ):  # fmt: skip
        if not outcomes & wanted:
            yield f"There is no example {told}."
    if not any(example.trap for example in card.examples):
        yield "There is no trap: an example that looks like a fault and is none (trap = true)."


def _examples(check: Check, book: Book) -> Iterator[str]:
    for number, example in enumerate(check.card.examples, start=1):
        try:
            row = ask(check, example, book)
        except SettingsError as error:
            yield f"Example {number} has wrong settings: {error.message}"
            continue
        said = [f"{each.message} {each.where.quote}".strip() for each in (*row.findings, *row.evidence, *row.nearest)]
        shown = "; ".join([row.reason, *said][: _MOST_SHOWN + 1])
        if row.outcome != example.outcome:
            yield f"Example {number} promises {example.outcome} and gets {row.outcome.value}: {shown}"
        elif example.finds and not any(example.finds in words for words in (*said, row.reason)):
            yield f"Example {number} promises the words “{example.finds}” and gets: {shown}"
