"""A welcome for small and local bidders is told from demands on a supply chain."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Who\n"
            "We particularly welcome proposals from freelancers and organisations led by disabled people."
        ),
        "# Lots\nSmaller local firms and social enterprises are welcome to tender.",
        (
            "# Notice\n"
            "| Suitable for SMEs? | Yes |\n"
            "|---|---|\n"
            "| x | y |"
        ),
        (
            "# Policy\n"
            "The Authority is committed to supporting small and medium-sized enterprises through its "
            "contracts."
        ),
    ],
)
def test_a_welcome_counts(pack: str) -> None:
    assert ask("local-providers-welcome", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Value\nTenderers should describe how they will use local SMEs in their supply chain.",
        "# You\nAre you an SME?",
        "# Spec\nThe Provider shall signpost people to local voluntary organisations.",
    ],
)
def test_a_question_or_a_demand_on_suppliers_does_not_count(pack: str) -> None:
    assert ask("local-providers-welcome", pack).outcome == "failed"


def test_partnerships_of_any_organisations_are_not_small_ones() -> None:
    text = "# Who\nTenders from partnerships of organisations are welcome."
    assert ask("local-providers-welcome", text).outcome == "failed"


def test_the_passage_that_names_the_most_kinds_is_quoted() -> None:
    text = (
        "# Lots\nThere are two lots, so that smaller groups can bid.\n"
        "# Who\nWe welcome bids from local groups, voluntary organisations and social enterprises."
    )
    quotes = [each.where.quote for each in ask("local-providers-welcome", text).evidence if each.where]
    assert quotes == ["We welcome bids from local groups, voluntary organisations and social enterprises."]


def test_a_tender_for_such_organisations_only_addresses_them() -> None:
    text = "# Who may tender\nA host must be a social enterprise or a charity."
    assert ask("local-providers-welcome", text).outcome == "passed"
