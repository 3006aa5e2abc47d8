"""The least turnover and the years of accounts are read where they are called what plain people call them."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def turnover(text: str) -> int | None:
    facts = Facts(Passages(pack(f"# Brief\n\nWe want a roof mended.\n\n{text}\n")))
    chosen = facts.chosen("minimum_turnover")
    return None if chosen is None else int(chosen.value)


@pytest.mark.parametrize(
    "text",
    [
        "You should turn over at least £300,000 a year.",
        "You turn over at least £300,000 a year.",
        "# Who can bid\n\n- Your firm turns over £300,000 or more a year",
        "We ask that bidders turn over at least £300,000 each year.",
        "We need a firm that is turning over at least £300,000 a year.",
        "Your turn-over must be at least £300,000.",
        "You must have annual sales of £300,000 or more.",
        "Bidders need yearly sales of at least £300,000.",
        "You must show sales of at least £300,000 a year.",
        "# Who can bid\n\n- Annual sales of at least £300,000",
        "Firms with annual sales of less than £300,000 will be excluded.",
        "| What | We ask |\n|---|---|\n| Annual sales | you need at least £300,000 |\n",
    ],
)
def test_turnover_in_plain_words_is_read(text: str) -> None:
    assert turnover(text) == 300_000


@pytest.mark.parametrize(
    "text",
    [
        "The shop must have sales of at least £300,000 from its cafe.",
        "Please turn over the page, where at least £300,000 is set out.",
        "The contractor must turn over the compost weekly and needs at least £300,000 of cover.",
        "If you turn over at least £36 million a year, the modern slavery law applies to you.",
        "If you turn over less than £300,000 a year you may still bid.",
        "You need not turn over at least £300,000 a year.",
        "The annual sales target is at least £300,000, which the operator must meet.",
        "Annual sales of tickets must be at least £300,000.",
        "We turn over at least £300,000 a year.",
        "Staff turnover must be below £300,000 of cost.",
    ],
)
def test_other_sales_and_other_turning_over_are_no_turnover(text: str) -> None:
    assert turnover(text) is None


def years(text: str) -> int | None:
    facts = Facts(Passages(pack(f"# Brief\n\nWe want a roof mended.\n\n{text}\n")))
    chosen = facts.chosen("accounts_years")
    return None if chosen is None else int(chosen.value)


@pytest.mark.parametrize(
    "text",
    [
        "Send us your latest year's accounts.",
        "Send your last year of accounts.",
        "Please provide the last year's accounts.",
        "Enclose your accounts for the last financial year.",
        "We need to see your most recent year’s audited accounts.",
        "Please supply a copy of your latest set of accounts.",
        "- Last year's accounts, which you must sign",
        "Attach financial statements for your latest full year.",
    ],
)
def test_the_accounts_of_the_last_year_are_one_year(text: str) -> None:
    assert years(text) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Send your last three years' accounts.", 3),
        ("Send last year's accounts and the year before's.", None),
        ("Last year accounts for 20% of what we must spend.", None),
        ("The council's accounts for the last year are attached.", None),
        ("Please keep accounts for the last year of the contract.", None),
        ("You must retain your last year's accounts.", None),
        ("If your latest set of accounts is for an earlier period you must say why.", None),
        ("Our accounts manager will send what is due last year.", None),
        ("Please name the manager who held our accounts last year.", None),
    ],
)
def test_other_accounts_are_not_one_year(text: str, told: int | None) -> None:
    assert years(text) == told
