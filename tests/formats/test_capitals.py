"""A title that stands in capitals is told in small letters, with names and short forms as the pack writes them."""

from __future__ import annotations

import pytest

from tenderlint.formats.capitals import in_small_letters

SAID = ("We buy cleaning services for the offices of Aldmere Council.", "Each CCTV camera at the Moor Lane depot")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("CLEANING SERVICES AT THE COUNCIL OFFICES", "Cleaning services at the Council offices"),
        ("UPKEEP OF CCTV AT MOOR LANE", "Upkeep of CCTV at Moor Lane"),
        ("NHS TRANSPORT FOR ALDMERE", "NHS Transport for Aldmere"),
        ("CCTV", "CCTV"),
        ("Provision of CCTV cameras in Aldmere", "Provision of CCTV cameras in Aldmere"),
    ],
)
def test_a_title_in_capitals_is_told_in_small_letters(title: str, told: str) -> None:
    assert in_small_letters(title, SAID) == told
