"""What a passage is about is told by who does what, and by where it stands."""

from __future__ import annotations

import pytest

from tenderlint.facts import about
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


@pytest.mark.parametrize("text", ["The Contractor shall log visits.", "The Provider will have a complaints procedure."])
def test_what_binds_a_contractor_later_is_a_duty(text: str) -> None:
    assert about.is_duty(text)


@pytest.mark.parametrize(
    "text", ["Suppliers must submit their tender by noon.", "The Supplier must state its price in its bid."]
)
def test_what_a_bidder_does_while_bidding_is_no_duty(text: str) -> None:
    assert not about.is_duty(text)


@pytest.mark.parametrize(
    "text", ["any part of the tender process", "this procurement", "the decision to award", "experience of bidding"]
)
def test_the_procurement_itself_is_told_by_its_names(text: str) -> None:
    assert about.names_process(text)


@pytest.mark.parametrize("text", ["the repairs process", "our service to tenants", "a process for complaints"])
def test_other_processes_are_not_the_procurement(text: str) -> None:
    assert not about.names_process(text)


def test_ways_to_reach_somebody_are_read() -> None:
    text = "Ina Roe, ina.roe@aldmere.example, tel. 01632 960123, www.aldmere.example, Town Hall, AL1 2AB."
    assert about.contacts(text) == ("ina.roe@aldmere.example", "01632 960123", "www.aldmere.example", "AL1 2AB")
    assert about.contacts(text, links=False) == ("ina.roe@aldmere.example", "01632 960123")


def test_a_brief_that_is_the_whole_pack_also_says_how_to_bid() -> None:
    text = "# What we need\n\nThe provider sees each person.\n\n# How to apply\n\nSend us a proposal."
    passages = Passages(pack({"Specification.md": text})).all
    assert [about.stands_in_contract(each) for each in passages] == [True, True, False, False]
