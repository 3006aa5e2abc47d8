"""Two audits are compared, and the states of packs that were amended."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.conftest import Stores
from tests.audit.test_running import DAY, put
from tests.conftest import Run

Tenderlint = Callable[..., Run]
SHORT = "\nThe contract is for one year and we pay within 60 days of an invoice.\n"


@pytest.fixture
def two(tenderlint: Tenderlint, tmp_path: Path, stores: Stores) -> tuple[str, str]:
    """Return two stores: then one pack was new, one gone, one renamed and one amended."""
    portal = tmp_path / "portal"
    for number in range(1, 7):
        put(portal, number)
    old, new = stores("old"), stores("new")
    tenderlint("audit", portal, "--store", old, "--on", DAY)
    put(portal, 7)
    shutil.rmtree(portal / "Lot 1")
    (portal / "Lot 2").rename(portal / "Hedges in the north")
    file = portal / "Lot 3" / "Invitation to tender.md"
    file.write_text(file.read_text().replace("within 30 days", "within 60 days"))
    tenderlint("audit", portal, "--store", new, "--on", DAY)
    return old, new


def test_packs_that_are_new_gone_renamed_and_amended_are_told_apart(
    tenderlint: Tenderlint, two: tuple[str, str]
) -> None:
    run = tenderlint("audit-compare", *two, "--format", "json")
    assert run.code == 0, run.err
    told = {row["name"]: row for row in json.loads(run.out)["packs"]}
    assert {name: row["change"] for name, row in told.items()} == {
        "Lot 1": "gone", "Hedges in the north": "renamed", "Lot 3": "amended", "Lot 4": "same", "Lot 5": "same",
        "Lot 6": "same", "Lot 7": "new",
    }  # fmt: skip
    assert told["Lot 3"]["facts"] == {"payment_days": {"was": "30 days", "is": "60 days"}}
    assert told["Lot 4"]["facts"] == {}
    assert told["Lot 3"]["now_failing"]
    assert not told["Lot 4"]["now_failing"]


def test_the_page_tells_the_checks_with_their_denominators(tenderlint: Tenderlint, two: tuple[str, str]) -> None:
    page = tenderlint("audit-compare", *two, COLUMNS="80").out
    assert "Packs: 3 the same, 1 renamed, 1 amended, 1 new, 1 gone" in page
    assert "Checks over the 5 packs in both" in page
    assert "before 0 of 5, now 1 of 5; 0 put right, 1 now failing" in page
    assert "was “30 days”, is “60 days”" in page
    assert max(map(len, page.splitlines())) <= 80 or "/" in max(page.splitlines(), key=len)


def test_the_states_of_amended_packs_are_compared_within_one_store(
    tenderlint: Tenderlint, tmp_path: Path, stores: Stores
) -> None:
    portal, store = tmp_path / "portal", stores("a")
    for number in range(1, 4):
        put(portal, number)
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    assert "Packs: none" in tenderlint("audit-compare", store).out
    file = portal / "Lot 2" / "Invitation to tender.md"
    file.write_text(file.read_text().replace("20 March", "2 April").replace("12 March", "2 April"))
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    page = tenderlint("audit-compare", store).out
    assert "Packs: 1 amended" in page
    assert "Lot 2 (amended)" in page


def test_a_file_that_is_no_store_is_told_in_one_line(tenderlint: Tenderlint, tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("not a store, but longer than nothing\n" * 40)
    for name in ("a.sqlite", "none.sqlite"):
        run = tenderlint("audit-compare", tmp_path / name)
        assert run.code == 2
        assert name in run.err
        assert run.err.count("\n") == 1
