"""Which local authority a name stands for, and what is told where the list has a hole."""

from __future__ import annotations

import pytest

from tenderlint.audit import areas


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Adur District Council", "E07000223"),
        ("LONDON BOROUGH OF BARNET", "E09000003"),
        ("Barnet Council", "E09000003"),
        ("The City of Edinburgh Council", "S12000036"),
        ("Comhairle nan Eilean Siar", "S12000013"),
        ("City & County of Swansea", "W06000011"),
        ("Cyngor Sir Ceredigion County Council", "W06000008"),
        ("Warwickshire County Council (WCC)", "E10000031"),
        ("Kingston upon Hull City Council", "E06000010"),
        ("Somerset Council", "E06000066"),
        ("City of London Corporation", "E09000001"),
        ("Bournemouth, Christchurch & Poole Council", "E06000058"),
        ("Belfast City Council", "N09000003"),
    ],
)
def test_a_council_is_known_by_the_names_in_use(name: str, code: str) -> None:
    assert areas.find(name).code == code


@pytest.mark.parametrize("name", ["University of Derby", "Thame Town Council", "Leeds Hospitals", "", "Kent Police"])
def test_a_body_that_only_holds_the_name_of_a_place_is_no_council(name: str) -> None:
    area = areas.find(name)
    assert area.code == ""
    assert area.kind == areas.NOT_LISTED


def test_two_names_of_one_council_have_one_key() -> None:
    assert areas.find("Barnet Council").key == areas.find("London Borough of Barnet").key
    assert areas.find("Thame  Town Council").key == areas.find("THAME TOWN COUNCIL").key


def test_a_region_comes_from_the_notice_since_the_list_has_none_for_england() -> None:
    assert areas.find("Adur District Council").region == areas.UNKNOWN
    assert areas.find("Adur District Council", "UKJ27").region == "South East"
    assert areas.find("Adur District Council", "South East").region == "South East"


def test_nation_and_region_follow_from_the_code_where_they_can() -> None:
    found = areas.find("Camden Council")
    assert (found.nation, found.region) == ("England", "London")
    assert areas.find("Angus Council").region == "Scotland"


def test_a_region_that_does_not_fit_the_council_is_not_believed() -> None:
    assert areas.find("Adur District Council", "UKM50").region == areas.UNKNOWN


def test_the_list_holds_every_council_of_today_once() -> None:
    names = [area.code for area in areas.all_listed()]
    assert len(names) == len(set(names)) == areas.listed()
    assert {nation: areas.listed(nation) for nation in ("Scotland", "Wales", "Northern Ireland")} == {
        "Scotland": 32, "Wales": 22, "Northern Ireland": 11,
    }  # fmt: skip


def test_each_listed_council_is_found_by_its_own_name() -> None:
    assert [area.name for area in areas.all_listed() if areas.find(f"{area.name} Council").code != area.code] == []
