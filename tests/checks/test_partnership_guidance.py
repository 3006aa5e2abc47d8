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


@pytest.mark.parametrize(
    "words",
    [
        "Two or more firms may tender together, and you may use subcontractors if you tell us who they are.",
        "You may bid as a consortium, but tell us who its members are.",
        "Organisations can bid jointly. Let us know who your partners will be in your bid.",
        "Groups may bid together; state who all the members are.",
        "You may use subcontractors for your bid as long as you say who they are.",
        "Firms may join forces to quote. Say who is in your group.",
    ],
)
def test_leave_to_bid_together_and_to_name_the_others_explains_nothing(words: str) -> None:
    assert ask("partnership-guidance", f"# Who can help\n\n{words}").outcome == "failed"
    files = {"Invitation.docx": f"# Who can help\n\n{words}", "Conditions.pdf": ""}
    assert ask("partnership-guidance", files).outcome == "cantTell"


@pytest.mark.parametrize(
    "words",
    [
        "Two or more firms may tender together, if you tell us who leads.",
        "You may bid together; tell us who does which part of the work.",
        "You may bid as a consortium. Tell us who they are, and each member must sign the form of tender.",
        "Two or more firms may tender together. Tell us who is responsible for each part of the work in your bid.",
        "Organisations may bid jointly. One of you signs the tender for all.",
        "You may bid together. Say who they are and who is in charge.",
    ],
)
def test_who_leads_or_does_what_explains_beside_the_names(words: str) -> None:
    assert ask("partnership-guidance", f"# Bidding together\n\n{words}").outcome == "passed"
