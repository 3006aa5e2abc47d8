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
