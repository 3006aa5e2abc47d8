"""An audit is run, stopped, gone on with and run again: the store says the same, and nothing is done twice."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tenderlint.audit.base import to_write
from tenderlint.audit.store import Store
from tenderlint.errors import UsageError
from tenderlint.report_data import as_data, from_data
from tests.audit.conftest import Stores
from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]
DAY = "2026-11-22"

ITT = """# Invitation to tender: {name}

{buyer} invites tenders for {name}. The contract is worth £{value:,} in all, without VAT.

The invitation was published on 2 February 2026. Tenders must be returned by 12 noon on {day} March 2026.

The contract starts on 1 June 2026 and runs for two years. We pay within 30 days of an invoice.
"""


def put(folder: Path, number: int, words: str = "") -> Path:
    """Write a made-up pack into a folder of packs."""
    pack = folder / f"Lot {number}"
    pack.mkdir(parents=True, exist_ok=True)
    about = {"name": f"hedges {number}", "value": 9_000 + number, "day": 10 + number % 20}
    text = ITT.format(buyer="Wexley Parish Council", **about)
    (pack / "Invitation to tender.md").write_text(text + words, encoding="utf-8")
    return pack


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    for number in range(1, 13):
        put(tmp_path / "portal", number)
    return tmp_path / "portal"


def digest(store: str) -> str:
    with Store(store) as opened:
        return opened.digest()


def test_each_folder_zip_and_file_at_the_top_is_a_pack_in_the_order_of_the_numbers(
    tenderlint: Tenderlint, portal: Path, tmp_path: Path, stores: Stores
) -> None:
    (portal / "Quote.md").write_text(ITT.format(name="benches", buyer="Wexley Parish Council", value=900, day=9))
    shutil.make_archive(str(portal / "Zipped"), "zip", put(tmp_path / "other", 20))
    run = tenderlint("audit", portal, "--store", stores("a"), "--on", DAY, "--jobs", "1")
    assert run.code == 0, run.err
    assert run.out.startswith("14 packs in ")
    assert "14 linted." in run.out
    with Store(stores("a")) as store:
        names = [row.name for row in store.packs()]
        assert names == [f"Lot {number}" for number in range(1, 13)] + ["Quote", "Zipped"]
        (audit,) = store.audits()
        assert (audit.packs, bool(audit.finished)) == (14, True)


def test_a_store_in_sqlite_is_one_file_and_needs_nothing_of_the_other_kind(
    tenderlint: Tenderlint, portal: Path, tmp_path: Path
) -> None:
    for package in ("sqlalchemy", "pg8000"):
        (tmp_path / "first" / package).mkdir(parents=True)
        (tmp_path / "first" / package / "__init__.py").write_text("raise ImportError('not here')")
    path = f"{tmp_path / 'first'}{os.pathsep}{python_path()}"
    run = tenderlint("audit", portal, "--store", tmp_path / "a.sqlite", "--on", DAY, PYTHONPATH=path)
    assert run.code == 0, run.err
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("a.")] == ["a.sqlite"]
    assert (tmp_path / "a.sqlite").read_bytes()[18:20] == b"\1\1"  # in a form that is read from any disk
    run = tenderlint("audit", portal, "--store", "postgresql://a:b@localhost/c", "--on", DAY, PYTHONPATH=path)
    assert run.code == 2
    assert "pip install 'tenderlint[postgresql]'" in run.err
    assert run.err.count("\n") == 1


def test_the_store_gives_back_the_report_that_check_makes(tenderlint: Tenderlint, portal: Path, stores: Stores) -> None:
    tenderlint("audit", portal, "--store", stores("a"), "--on", DAY)
    checked = tenderlint("check", portal / "Lot 3", "--on", DAY, "--no-settings", "--format", "json")
    with Store(stores("a")) as store:
        row = next(row for row in store.packs() if row.name == "Lot 3")
        data = store.report(row.id)
        assert data is not None
        assert as_data(from_data(data)) == json.loads(checked.out)
        assert (row.authority, row.value, row.currency, row.year) == ("Wexley Parish Council", 9_003.0, "GBP", 2026)
        failed = {each.check_id for each in store.outcomes([row.id]) if each.outcome == "failed"}
        assert failed == {each["id"] for each in data["checks"] if each["outcome"] == "failed"}
        deadline = [fact.value for fact in store.facts("submission_deadline", packs=[row.id])]
        assert deadline == ["2026-03-13T12:00"]
        assert [each.path for each in store.documents([row.id])] == ["Invitation to tender.md"]
        items = {each.item: each.outcome for each in store.answers([row.id])}
        assert items == {each["item"]: each["outcome"] for each in data["checklist"]}


def test_one_worker_and_three_write_stores_that_say_the_same(
    tenderlint: Tenderlint, portal: Path, stores: Stores
) -> None:
    for jobs in ("1", "3"):
        assert tenderlint("audit", portal, "--store", stores(f"jobs{jobs}"), "--on", DAY, "--jobs", jobs).code == 0
    assert digest(stores("jobs1")) == digest(stores("jobs3"))


def test_packs_that_have_not_changed_are_not_linted_again(
    tenderlint: Tenderlint, portal: Path, tmp_path: Path, stores: Stores
) -> None:
    store = stores("a")
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    before = digest(store)
    again = tenderlint("audit", portal, "--store", store, "--on", DAY)
    assert "0 linted, 12 unchanged" in again.out
    assert digest(store) == before
    other_day = tenderlint("audit", portal, "--store", store, "--on", "2026-11-23")
    assert "12 linted" in other_day.out
    settings = tmp_path / "house.toml"
    settings.write_text('ignore = ["contract-length"]\n')
    with_settings = tenderlint("audit", portal, "--store", store, "--on", "2026-11-23", "--settings", settings)
    assert "12 linted" in with_settings.out


def test_what_a_pack_says_in_a_settings_file_of_its_own_counts_for_nothing(
    tenderlint: Tenderlint, portal: Path, stores: Stores
) -> None:
    (portal / "Lot 1" / "tenderlint.toml").write_text('ignore = ["contract-length"]\n')
    (portal / "tenderlint.toml").write_text("this is not toml")
    assert tenderlint("audit", portal, "--store", stores("a"), "--on", DAY).code == 0
    with Store(stores("a")) as store:
        asked = [row.outcome for row in store.outcomes() if row.check_id == "contract-length"]
    assert len(asked) == 12


def test_a_pack_that_is_seen_twice_is_one_pack(tenderlint: Tenderlint, portal: Path, stores: Stores) -> None:
    shutil.copytree(portal / "Lot 2", portal / "Lot 2 (copy)")
    run = tenderlint("audit", portal, "--store", stores("a"), "--on", DAY)
    assert "12 linted" in run.out
    assert "1 the same as another" in run.out or "1 unchanged" in run.out
    with Store(stores("a")) as store:
        packs = [pack for _, place, pack in store.seen() if Path(place).name in ("Lot 2", "Lot 2 (copy)")]
        assert len(packs) == 2
        assert len(set(packs)) == 1
        assert len(list(store.packs())) == 12


def test_a_pack_whose_words_change_amends_its_earlier_state(
    tenderlint: Tenderlint, portal: Path, stores: Stores
) -> None:
    store = stores("a")
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    put(portal, 5, "\nTenders will be scored on price alone.\n")
    run = tenderlint("audit", portal, "--store", store, "--on", DAY)
    assert "1 linted, 11 unchanged" in run.out
    with Store(store) as opened:
        states = [row for row in opened.packs("all") if row.name == "Lot 5"]
        assert [row.amends for row in states] == [None, states[0].id]
        assert [row.id for row in opened.packs() if row.name == "Lot 5"] == [states[1].id]
        assert len(list(opened.packs("last"))) == 12
    put(portal, 5)
    assert "12 unchanged" in tenderlint("audit", portal, "--store", store, "--on", DAY).out
    with Store(store) as opened:
        assert [row.id for row in opened.packs() if row.name == "Lot 5"] == [states[0].id]


def test_a_pack_that_is_gone_was_not_seen_by_the_last_audit(
    tenderlint: Tenderlint, portal: Path, stores: Stores
) -> None:
    store = stores("a")
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    shutil.rmtree(portal / "Lot 4")
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    with Store(store) as opened:
        assert "Lot 4" not in {row.name for row in opened.packs("last")}
        assert "Lot 4" in {row.name for row in opened.packs()}


def test_a_list_names_packs_and_one_that_is_not_there_is_a_failure_with_its_reason(
    tenderlint: Tenderlint, portal: Path, tmp_path: Path, stores: Stores
) -> None:
    (portal / "Empty").mkdir()
    listed = tmp_path / "packs.txt"
    listed.write_text("# ours\nportal/Lot 1\n\nportal/Gone\nportal/Empty\n")
    run = tenderlint("audit", "--list", listed, "--store", stores("a"), "--on", DAY)
    assert run.code == 3
    assert "1 linted, 2 failed" in run.out
    assert "Gone: the list names it, but there is no such file or folder" in run.out
    with Store(stores("a")) as store:
        reasons = {row.name: row.reason for row in store.packs() if row.state == "failed"}
    assert reasons["Empty"].startswith("holds no files")
    (portal / "Empty").rmdir()
    put(portal, 13).rename(portal / "Gone")
    again = tenderlint("audit", "--list", listed, "--store", stores("a"), "--on", DAY)
    assert "1 linted, 1 failed, 1 unchanged" in again.out


@pytest.fixture
def harmful(tmp_path: Path) -> Path:
    """Return a folder with a check that ends, stops or fills its process where a pack says so."""
    folder = tmp_path / "own" / "harm"
    folder.mkdir(parents=True)
    (folder / "harm.toml").write_text(
        'id = "harm"\ntitle = "It harms"\nmessage = "It harms."\nwhy = "To see."\nfix = "Do not."\n'
        '[[basis]]\nauthority = "Ours"\nstrength = "good practice"\n'
    )
    (folder / "harm.py").write_text(
        '"""Harms."""\nimport os, time\n\n\ndef check(context):\n    """Harm."""\n'
        "    said = ' '.join(block.text for document in context.pack.documents for block in document.blocks)\n"
        "    if 'please crash' in said:\n        os.kill(os.getpid(), 11)\n"
        "    if 'please hang' in said:\n        time.sleep(600)\n"
        "    if 'please fill' in said:\n        held = [bytearray(2**20) for _ in range(2**12)]\n"
        "    from tenderlint.checking import not_applicable\n    return not_applicable('nothing to see')\n"
    )
    return folder.parent


def test_packs_that_crash_hang_or_fill_the_memory_cost_only_themselves(
    tenderlint: Tenderlint, portal: Path, harmful: Path, stores: Stores
) -> None:
    for number, word in ((3, "crash"), (4, "hang"), (5, "fill")):
        put(portal, number, f"\nWe say please {word} now.\n")
    run = tenderlint(
        "audit", portal, "--store", stores("a"), "--on", DAY, "--checks", harmful, "--jobs", "2",
        "--time-limit", "3", "--memory-limit", "300",
    )  # fmt: skip
    assert run.code == 3, run.err
    with Store(stores("a")) as store:
        done = [row.name for row in store.packs() if row.state == "done"]
        reasons = {row.name: row.reason for row in store.packs() if row.state == "failed"}
        crashed = {row.pack_id for row in store.outcomes() if row.outcome == "error"}
    assert len(done) + len(reasons) == 12
    assert "crashed over it (SIGSEGV)" in reasons["Lot 3"]
    assert "was not done within 3 seconds" in reasons["Lot 4"]
    assert reasons.keys() <= {"Lot 3", "Lot 4", "Lot 5"}
    assert "Lot 5" in reasons or len(crashed) == 1  # the check that wants too much is told as a check that crashed


def test_packs_that_failed_are_tried_again_only_where_that_is_asked_for(
    tenderlint: Tenderlint, portal: Path, harmful: Path, stores: Stores
) -> None:
    put(portal, 3, "\nWe say please crash now.\n")
    said = ("audit", portal, "--store", stores("a"), "--on", DAY, "--checks", harmful)
    assert "11 linted, 1 failed" in tenderlint(*said).out
    again = tenderlint(*said)
    assert (again.code, "0 linted, 12 unchanged" in again.out) == (3, True)
    assert "Lot 3: the program crashed" in again.out
    assert "0 linted, 1 failed, 11 unchanged" in tenderlint(*said, "--retry-failed").out


def started(portal: Path, store: str, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tenderlint", "audit", str(portal), "--store", store, "--on", DAY, *more],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": python_path()},
    )  # fmt: skip


def kept(store: str) -> int:
    """Count the packs in a store, which may not be there yet."""
    try:
        with Store(store) as opened:
            return next(opened.rows("SELECT count(*) FROM pack"))[0]
    except UsageError:
        return 0


def test_kills_at_any_moment_lose_no_finished_pack_and_the_store_is_that_of_an_unbroken_run(
    tenderlint: Tenderlint, portal: Path, tmp_path: Path, stores: Stores
) -> None:
    for number in range(13, 61):
        put(portal, number)
    assert tenderlint("audit", portal, "--store", stores("whole"), "--on", DAY).code == 0
    broken, before = stores("broken"), 0
    for stop in (5, 20, 40):
        process = started(portal, broken, "--jobs", "2")
        deadline = time.monotonic() + 60
        while kept(broken) < stop and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        process.kill()
        process.communicate()
        assert kept(broken) >= max(before, min(stop, 60))
        before = kept(broken)
    last = tenderlint("audit", portal, "--store", broken, "--on", DAY)
    assert last.code == 0, last.err
    assert f"{60 - before} linted" in last.out
    assert digest(broken) == digest(stores("whole"))
    assert not list(tmp_path.glob("*-lock"))


def test_an_interrupt_says_that_nothing_is_lost(portal: Path, stores: Stores) -> None:
    for number in range(13, 200):
        put(portal, number)
    process = started(portal, stores("a"), "--jobs", "1")
    while kept(stores("a")) < 3 and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 130
    assert "The same command goes on from here." in err
    assert len(err.split("\n")) <= 4


def test_an_audit_that_was_stopped_goes_on_on_its_own_day(tenderlint: Tenderlint, portal: Path, stores: Stores) -> None:
    store = stores("a")
    assert tenderlint("audit", portal, "--store", store).code == 0
    base = to_write(store)
    with base.step():
        base.change("UPDATE audit SET finished = '', day = '2026-01-05', digest = 'x'")
    base.close()
    tenderlint("audit", portal, "--store", store)
    with Store(store) as opened:
        assert opened.audits()[-1].day == "2026-01-05"


def test_two_audits_do_not_write_one_store_at_once(
    tenderlint: Tenderlint, portal: Path, harmful: Path, stores: Stores
) -> None:
    put(portal, 9, "\nWe say please hang now.\n")
    process = started(portal, stores("a"), "--jobs", "1", "--checks", str(harmful))
    while not kept(stores("a")) and process.poll() is None:
        time.sleep(0.005)
    run = tenderlint("audit", portal, "--store", stores("a"))
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert run.code == 2
    assert "another audit is writing this store" in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing", "--store", "a"], "nothing: there is no such file or folder"),
        (["--store", "a"], "there is no pack to audit"),
        (["portal", "--store", "no/such/folder/a"], "cannot be written"),
        (["portal", "--store", "notes.txt"], "notes.txt"),
        (["portal", "--store", "a", "--settings", "none.toml"], "none.toml: there is no such file"),
        (["portal", "--store", "a", "--list", "none.txt"], "none.txt: cannot be read as a list of packs"),
        (["empty", "--store", "a"], "empty: holds no packs"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    arguments: list[str], words: str, tenderlint: Tenderlint, portal: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("no store\n" * 100)
    (tmp_path / "empty").mkdir()
    run = tenderlint("audit", *arguments, cwd=tmp_path)
    assert run.code == 2
    assert words in run.err
    assert run.err.count("\n") == 1
    assert (tmp_path / "notes.txt").read_text() == "no store\n" * 100
