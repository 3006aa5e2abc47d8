"""What a source says of a pack comes first, and the states of a pack with an OCID are linked by their days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tenderlint.audit.found import Found
from tenderlint.audit.keeping import Keeper, Setting
from tenderlint.audit.run import Audit, Basis, Tally
from tenderlint.audit.store import PackRow, Store
from tenderlint.audit.worker import Terms
from tenderlint.audit.workers import on_this_machine
from tenderlint.settings import Settings
from tests.audit.conftest import Stores
from tests.audit.test_running import put

DAY = dt.date(2026, 11, 22)


def run(store: str, *founds: Found, day: dt.date = DAY) -> Tally:
    """Audit these packs as the command does."""
    with Keeper(store) as keeper:
        keeper.begin(Setting(f"audit of {day}", day.isoformat(), "1", "program", "settings", "[]"), "then")
        audit = Audit(founds, keeper, Basis("settings", day, "program"), lambda tally: None)
        return audit.run(on_this_machine(Terms(Settings(on=day), day), 2), lambda: "later")


def rows(store: str, which: str = "all") -> list[PackRow]:
    with Store(store) as opened:
        return list(opened.packs(which))


def test_what_the_source_says_comes_before_what_the_pack_says(tmp_path: Path, stores: Stores) -> None:
    pack = put(tmp_path, 1)
    found = Found(
        str(pack), "one", "portal", authority="Wexley Town Council", nation="England", region="Kent", value=5.0,
        service="77310000", published="2025-12-31",
    )  # fmt: skip
    run(stores("a"), found)
    (row,) = rows(stores("a"))
    assert (row.authority, row.nation, row.region) == ("Wexley Town Council", "England", "Kent")
    assert row.service == "77310000"
    assert (row.value, row.currency, row.year) == (5.0, "", 2025)
    assert row.told.split() == ["authority", "nation", "region", "service", "published", "value"]


def test_states_with_one_ocid_are_linked_by_the_day_of_publishing_and_not_by_the_order_of_finding(
    tmp_path: Path, stores: Stores
) -> None:
    later = Found(str(put(tmp_path, 1)), "b", "portal", ocid="ocds-1", published="2026-02-05")
    first = Found(str(put(tmp_path, 2)), "a", "portal", ocid="ocds-1", published="2026-01-05")
    run(stores("a"), later, first)
    by_id = {row.id: row for row in rows(stores("a"))}
    (current,) = rows(stores("a"), "current")
    assert current.published == "2026-02-05"
    assert current.amends is not None
    assert by_id[current.amends].published == "2026-01-05"


def test_two_procurements_with_the_same_files_are_two_packs(tmp_path: Path, stores: Stores) -> None:
    pack = str(put(tmp_path, 1))
    run(stores("a"), Found(pack, "a", "portal", ocid="ocds-1"), Found(pack, "b", "portal", ocid="ocds-2"))
    assert sorted(row.ocid for row in rows(stores("a"), "current")) == ["ocds-1", "ocds-2"]


def test_two_sources_may_each_have_a_pack_of_one_name(tmp_path: Path, stores: Stores) -> None:
    one, other = put(tmp_path / "north", 1), put(tmp_path / "south", 2)
    run(stores("a"), Found(str(one), "Lot", "north"), Found(str(other), "Lot", "south"))
    assert sorted(row.identity for row in rows(stores("a"), "current")) == ["north/Lot", "south/Lot"]


def test_a_pack_that_cannot_be_had_is_a_failure_until_it_can(tmp_path: Path, stores: Stores) -> None:
    words = "not openly accessible: the portal asks for a login"
    gone = Found(str(tmp_path / "none"), "one", "portal", ocid="ocds-1", authority="Wexley", trouble=words)
    assert run(stores("a"), gone).failed == 1
    (row,) = rows(stores("a"))
    assert (row.state, row.reason, row.authority) == ("failed", words, "Wexley")
    assert run(stores("a"), gone).unchanged == 1
    run(stores("a"), Found(str(put(tmp_path, 1)), "one", "portal", ocid="ocds-1", authority="Wexley"))
    (current,) = rows(stores("a"), "current")
    assert (current.state, current.amends) == ("done", row.id)


def test_another_day_puts_a_new_report_in_the_place_of_the_old(tmp_path: Path, stores: Stores) -> None:
    found = Found(str(put(tmp_path, 1)), "one", "portal")
    run(stores("a"), found)
    run(stores("a"), found, day=dt.date(2026, 11, 23))
    (row,) = rows(stores("a"))
    with Store(stores("a")) as store:
        report = store.report(row.id)
        assert report is not None
        assert report["day"] == row.day
        assert len(store.audits()) == 2
        assert {audit for audit, _, pack in store.seen() if pack == row.id} == {1, 2}
