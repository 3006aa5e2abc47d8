"""Rows of a questionnaire that ask for earlier contracts with no verb of asking."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask
from tests.facts.facts_read import read

_FORM = "# Selection questionnaire\n\n| Question | Your answer | Points |\n| --- | --- | --- |\n| {} | | 30 |"
_SCHEDULE = "# Work to be done\n\n| Item | Month | Price |\n| --- | --- | --- |\n| {} | May | £400 |"


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("Three contracts of the same kind, each worth £15,000 or more", 3),
        ("Two similar contracts held in the last three years", 2),
        ("Details of two contracts of this type, with a person whom we can ring", 2),
        ("Up to three contracts like this one", 3),
        ("2.1 Two pieces of similar work", 2),
        ("Evidence of 2 contracts of like value", 2),
        ("Three comparable schemes completed since 2022", 3),
        ("Four previous customers and how to reach them: referees", 4),
        ("A minimum of two relevant contracts in the public sector", 2),
        ("Your last three contracts in this field", 3),
    ],
)
def test_a_row_of_a_questionnaire_asks_for_earlier_contracts_without_a_verb(row: str, count: int) -> None:
    assert read(_FORM.format(row), "references_count") == [count]


@pytest.mark.parametrize(
    "text",
    [
        _SCHEDULE.format("Three contracts of the same kind"),
        _SCHEDULE.format("Two sites of the same size"),
        _FORM.format("Three contracts managers of the same kind on site each week"),
        _FORM.format("Two projects of this type are run by the council now"),
        _FORM.format("Number of paid staff"),
        _FORM.format("Two lots of the same kind"),
        _FORM.format("How you would run three sites of this size"),
        "Three contracts of the same kind were let last year.",
        "The council has three contracts like this one.",
        _FORM.format("Two visits to clients of this type per week"),
    ],
)
def test_rows_and_sentences_on_the_contract_itself_ask_for_no_references(text: str) -> None:
    assert read(text, "references_count") == []


def test_no_check_says_that_no_earlier_contracts_are_asked_for_where_a_row_asks() -> None:
    asked = _FORM.format("Three contracts of the same kind, each worth £15,000 or more")
    assert ask("references-asked", asked).outcome == "passed"
    assert ask("previous-contract", asked).outcome == "passed"
