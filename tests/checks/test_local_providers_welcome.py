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
