"""Rules on who may bid are found and held to say what they mean."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        "# Who\nOnly charities may bid.",
        "# Who\nThis tender is restricted to voluntary sector organisations.",
        "# Who\nThe service will be commissioned from the third sector only.",
    ],
)
def test_a_rule_without_a_definition_fails(pack: str) -> None:
    assert ask("provider-type-defined", pack).outcome == "failed"


def test_a_rule_with_definition_and_word_on_subsidiaries_passes() -> None:
    pack = (
        "# Who\n"
        "The lead bidder must be a not-for-profit organisation. Not-for-profit means that no surplus is "
        "paid to owners or members. A subsidiary of a for-profit group, or a trading arm, is not treated"
        " as not-for-profit."
    )
    assert ask("provider-type-defined", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Who\nBids must be submitted by SMEs and large firms alike using the portal only.",
        "# Who\nAre you a charity? (only answer if you are a charity)",
        "# Spec\nThe service is open only to charities' service users.",
    ],
)
def test_without_a_rule_there_is_no_question(pack: str) -> None:
    assert ask("provider-type-defined", pack).outcome == "inapplicable"
