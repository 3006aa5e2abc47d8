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


@pytest.mark.parametrize(
    "words",
    [
        "Only employee-owned or mutual studios are eligible.",
        "To be eligible you must be run by disabled people.",
        "You have to be a charity to take part.",
        "Eligible bidders are co-operatives and employee-owned firms.",
        "Only organisations led by disabled people may bid.",
        "We will consider only community-owned energy companies.",
        "Only a worker-owned firm can apply.",
        "No one but a charity may bid.",
        "The competition is restricted to women-led firms.",
    ],
)
def test_a_rule_on_who_owns_or_leads_the_bidder_is_a_rule_on_who_may_bid(words: str) -> None:
    assert ask("provider-type-defined", f"# Who\n{words}").outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Employee-owned and mutual studios are welcome.",
        "Only staff are eligible for the mutual fund.",
        "Only charities are eligible for business rate relief.",
        "Only registered charities may claim Gift Aid.",
        "Only one bid per organisation, charity or not, may be sent.",
        "You do not have to be a charity to take part.",
        "You need not be employee-owned to bid.",
        "The contract is for a women-led refuge service.",
        "The design must be community-led and the contract runs for a year.",
        "Bidders must be able to train community-led groups.",
        "Eligible bidders are any organisations, including charities.",
    ],
)
def test_words_on_ownership_that_keep_nobody_out_are_no_rule(words: str) -> None:
    assert ask("provider-type-defined", f"# Who\n{words}").outcome == "inapplicable"
