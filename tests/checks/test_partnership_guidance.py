"""How to bid together is told from rules, questions and clauses on partners."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Consortia\n"
            "Where a bid is made by a consortium, the lead member should complete all sections. Other "
            "members must each complete Part 1 and Part 2."
        ),
        (
            "# Notes\n"
            "If you use subcontractors, each subcontractor on whom you rely must complete a separate "
            "declaration (Form C)."
        ),
        (
            "# Joint bids\n"
            "Two or more organisations may bid jointly. You should nominate a lead organisation, and explain"
            " how the work is shared."
        ),
    ],
)
def test_who_leads_and_who_fills_in_what_counts(pack: str) -> None:
    assert ask("partnership-guidance", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Contracting\n"
            "Only you or your subcontractors (as set out in your bid) or consortium members can provide "
            "services through the contract."
        ),
        "# Q\nPlease list any sub-contractors and the percentage of the work they will do.",
        (
            "# Def\n"
            "\"Tenderer\" means the economic operator or group of operators in the form of a consortium."
        ),
    ],
)
def test_a_rule_a_question_or_a_definition_does_not_count(pack: str) -> None:
    assert ask("partnership-guidance", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Value\n"
            "The Council wants to work in partnership with the provider. Partners must provide good value "
            "together."
        ),
        (
            "# Spec\n"
            "The provider must work in partnership with other organisations, and together they should "
            "identify gaps."
        ),
    ],
)
def test_working_with_others_in_the_service_does_not_count(pack: str) -> None:
    assert ask("partnership-guidance", pack).outcome == "failed"
