"""Every card keeps what it promises: its examples run, and each shows a pass, a failure, a doubt and a trap."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from tenderlint.cards import Card, Example
from tenderlint.registry import Check
from tests.checks.asking import ask, book

CHECKS = book().checks
EXAMPLES = [
    pytest.param(check.card, example, id=f"{check.card.id}-{number}-{example.outcome}")
    for check in CHECKS
    for number, example in enumerate(check.card.examples, start=1)
]


def _each(check: Check) -> str:
    return check.card.id


@pytest.mark.parametrize(("card", "example"), EXAMPLES)
def test_the_examples_on_a_card_get_the_answers_that_it_promises(card: Card, example: Example) -> None:
    row = ask(card.id, example.pack, example.on.isoformat(), dict(example.settings), example.doubts)
    said = [f"{each.message} {each.where.quote}" for each in (*row.findings, *row.evidence, *row.nearest)]
    assert row.outcome == example.outcome, f"{row.reason} {said}"
    assert not example.finds or any(example.finds in words for words in [*said, row.reason]), f"{row.reason} {said}"


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_a_card_shows_a_pass_a_failure_a_doubt_and_a_trap(check: Check) -> None:
    outcomes = {example.outcome for example in check.card.examples}
    assert {"passed", "failed"} <= outcomes
    assert outcomes & {"cantTell", "inapplicable"}
    assert any(example.trap for example in check.card.examples)


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_a_card_speaks_in_whole_sentences(check: Check) -> None:
    card = check.card
    for words in (card.message, card.why, card.fix):
        assert words[-1] in ".?!”)}", words
    assert card.title[0].isupper()
    assert not card.title.endswith(".")


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_what_to_do_is_said_so_that_it_fits_a_buyer_and_a_bidder(check: Check) -> None:
    own = re.sub(r"“[^”]*”", "", f"{check.card.fix} {check.card.why} {check.card.message}")
    assert not re.search(r"\byou(?:r|rs|rself)?\b", own, re.IGNORECASE), own


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_a_message_can_be_filled(check: Check) -> None:
    assert all(name.isidentifier() for _, name, _, _ in string.Formatter().parse(check.card.message) if name)


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_a_card_with_a_legal_figure_finds_it_in_the_law(check: Check) -> None:
    assert set(check.card.figures) <= set(book().law.by_name)


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_a_check_is_words_only_or_has_a_function(check: Check) -> None:
    assert check.card.function_path.exists() or "faults" in check.card.phrases


@pytest.mark.parametrize("check", CHECKS, ids=_each)
def test_the_settings_of_a_card_say_where_they_come_from(check: Check) -> None:
    assert all(row.note for row in check.card.settings.values())


def test_no_two_checks_share_a_name() -> None:
    names = [name for check in CHECKS for name in (check.card.id, *check.card.aliases)]
    assert len(names) == len(set(names))


def test_the_examples_of_a_card_come_last_so_that_a_lint_need_not_read_them() -> None:
    for check in CHECKS:
        text = Path(check.card.path).read_text(encoding="utf-8")
        after = text.partition("\n[[example]]")[2]
        tables = [line for line in after.splitlines() if line.startswith("[")]
        assert all(table.startswith(("[[example", "[example")) for table in tables), check.card.id


def test_the_checklist_names_checks_that_exist_and_forgets_none() -> None:
    known = {check.card.id for check in CHECKS}
    named = {name for item in book().items for name in (*item.checks, *item.also)}
    assert known == named
