"""Leave to bid together is told from questions, clauses and bars."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        "# Bid\nIf you are bidding as a consortium, name the lead.",
        (
            "# Form\n"
            "| Are you bidding as a consortium or with sub-contractors? | |\n"
            "|---|---|\n"
            "| Name | |"
        ),
        (
            "# SQ\n"
            "Please indicate your bidding model: single organisation, lead of a consortium, or group of "
            "economic operators."
        ),
        "# Rules\nConsortia may not submit more than one bid. Consortium bids are welcome.",
        "# ITT\nThe Council would consider joint bids from small organisations.",
        "# Apply\nYou can apply jointly with others.",
        (
            "# ITT\n"
            "A group of organisations need not take a particular legal form to tender. Consortia will not be"
            " required to form a legal entity."
        ),
    ],
)
def test_joint_bids_that_are_provided_for_pass(pack: str) -> None:
    assert ask("consortia-welcome", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# ITT\nThe Council does not accept bids from consortia.",
        "# ITT\nSubcontracting is not permitted under this contract.",
        "# ITT\nConsortia must form a single legal entity before submitting a tender.",
    ],
)
def test_joint_bids_that_are_barred_fail(pack: str) -> None:
    assert ask("consortia-welcome", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        "# ITT\nPlease list your proposed sub-contractors.",
        "# ITT\nSend your price by Friday.",
        "# Spec\nThe provider will work with the local safeguarding consortium.",
    ],
)
def test_silence_fails(pack: str) -> None:
    assert ask("consortia-welcome", pack).outcome == "failed"


def test_leave_to_subcontract_alone_is_for_a_person() -> None:
    pack = "# ITT\nYou may subcontract up to 30% of the work."
    assert ask("consortia-welcome", pack).outcome == "cantTell"


def test_small_groups_that_can_bid_are_no_joint_bid() -> None:
    text = "# Lots\nThere are two lots, so that smaller groups can bid.\n"
    assert ask("consortia-welcome", text).outcome == "failed"
    row = ask("consortia-welcome", text + "# Who\nYou may bid together with others, as a consortium.")
    assert row.outcome == "passed"
    assert [each.where.quote[:22] for each in row.evidence if each.where] == ["You may bid together w"]


@pytest.mark.parametrize(
    "words",
    [
        "# How to bid\nTwo of you want to do this together? Fine. Tell us who leads.",
        "# The job\nOne organisation or several working as a team may bid.",
        "# How to bid\nYou may bring in partners.",
        "# Who can apply\nPartnerships are welcome, as are first-time bidders.",
        "# Tendering\nWe are happy for you to bring in partners for parts of the work.",
        "# How to quote\nIf two or three of you want to do it together, that is fine.",
        "# The market\nTenders are invited from a single body or a team of bodies.",
        "# How to respond\nWant to work with another group on this? That's fine.",
        "# Applying\nA single charity, or several as a team, may apply.",
        "# Sending your quote\nThinking of doing this with someone else? Go ahead.",
        "# Who may bid\nPartnership working between bidders is encouraged.",
        "# How to bid\n## Alone or not\nYou can do it alone or as a team of organisations.",
        "# Prices\nYou may bid with partners.",
    ],
)
def test_plain_words_on_bidding_together_count_where_bidding_is_spoken_of(words: str) -> None:
    assert ask("consortia-welcome", words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "# Staff\nPartnerships and job-shares are welcome.",
        "# How to bid\nYour plan should show how staff work: partnerships and job-shares are welcome.",
        "# How to bid\n## The service\nPartnerships are welcome.",
        "# Invitation to tender\n## Our town\nPartnerships are welcome.",
        "# The service\nPartnerships with schools are welcome.",
        "# How to bid\nShow how you would bring in partners such as schools to reach families.",
        "# The service\nTwo of you want to lift this together? Fine.",
        "# How to bid\nTwo of you want to visit the site together? Fine.",
        "# How to bid\nOne person or several working as a team may attend the site visit.",
        "# Who may bid\nSole traders and partnerships are welcome.",
        "# How to bid\nThe provider may bring in partners after award.",
        "# How to bid\nTwo of you want to do this together? That is not allowed.",
        "# Terms and conditions\n1 The Supplier may bring in partners.",
    ],
)
def test_plain_words_on_partners_elsewhere_do_not_let_anybody_bid_together(words: str) -> None:
    assert ask("consortia-welcome", words).outcome == "failed"
