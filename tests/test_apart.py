"""Packs are linted in one child after another, and a pack that harms it is linted again, document by document."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
from pathlib import Path

import pytest

from tenderlint import apart as apart_module
from tenderlint import pattern_store
from tenderlint.apart import Apart, Job
from tenderlint.errors import UsageError
from tenderlint.linting import lint
from tenderlint.readers.child import Limits
from tenderlint.registry import load_book
from tenderlint.report_data import as_data
from tenderlint.settings import Settings

DAY = dt.date(2026, 3, 2)
WORDS = "# Invitation to tender\n\nTenders must reach us by noon on 30 March 2026.\n"


def put(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text)
    return folder


def job(path: Path, jobs: int = 1) -> Job:
    return Job(path, Settings(), DAY, jobs=jobs)


def test_a_report_from_the_child_is_the_report_that_this_process_makes(tmp_path: Path) -> None:
    pack = put(tmp_path / "Hall", ITT=WORDS, Terms="# Terms\n\nWe pay within 30 days of an invoice.\n")
    with Apart(load_book()) as apart:
        assert as_data(apart.report(job(pack))) == as_data(lint(pack, today=DAY, settings=Settings()))


def test_one_child_lints_all_packs_and_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forks = []
    fork = os.fork

    def counted() -> int:
        pid = fork()
        forks.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", counted)
    packs = [put(tmp_path / name, ITT=WORDS) for name in ("a", "b", "c")]
    with Apart(load_book()) as apart:
        names = [apart.report(job(pack)).name for pack in packs]
    assert names == ["a", "b", "c"]
    assert len(forks) == 1
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_progress_is_told_of_every_file(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with Apart(load_book()) as apart:
        apart.report(job(put(tmp_path / "Hall", ITT=WORDS, Terms=WORDS)), lambda *what: told.append(what))
    assert told == [("ITT.md", 1, 2), ("Terms.md", 2, 2)]


@pytest.mark.parametrize("harm", ["die", "hang"])
def test_a_file_that_kills_or_stops_the_child_is_named_and_the_rest_is_judged(
    harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenderlint.readers import plain

    read = plain.read

    def harmful(source: object) -> object:
        if b"harmful" in source.data:  # type: ignore[attr-defined]
            if harm == "die":
                os.kill(os.getpid(), signal.SIGSEGV)
            while True:
                signal.pause()
        return read(source)  # type: ignore[arg-type]

    monkeypatch.setattr(plain, "read", harmful)
    monkeypatch.setattr("tenderlint.readers.isolate.DEFAULT_LIMITS", Limits(wait=1.0))
    pack = put(tmp_path / "Hall", ITT=WORDS, Terms="harmful words")
    brief = Limits(wait=1.0)
    with Apart(load_book(), brief) as apart:
        if harm == "hang":
            monkeypatch.setattr(apart_module, "lint", lambda path, **said: _careful(path, brief, said))
        report = apart.report(job(pack))
        again = apart.report(job(put(tmp_path / "Shop", ITT=WORDS)))
    read_of = {row.path: row.read for row in report.documents}
    assert read_of == {"ITT.md": "fully", "Terms.md": "not"}
    assert [row.document for row in report.not_read] == ["Terms.md"]
    assert [row.read for row in again.documents] == ["fully"]


def _careful(path: Path, limits: Limits, said: dict[str, object]) -> object:
    import tenderlint.discovery as discovery
    from tenderlint.readers.isolate import read_all

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discovery, "read_all", lambda *files, **rest: read_all(*files, **{**rest, "limits": limits}))
        return lint(path, **said)  # type: ignore[arg-type]


def test_a_pack_that_is_not_there_is_told_as_ever(tmp_path: Path) -> None:
    with Apart(load_book()) as apart, pytest.raises(UsageError, match="no such file"):
        apart.report(job(tmp_path / "nothing"))


def test_a_pack_that_needs_much_memory_is_linted_again_with_each_file_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careful: list[int] = []

    def noted(path: Path, *, jobs: int, **said: object) -> object:
        careful.append(jobs)
        return lint(path, jobs=jobs, **said)  # type: ignore[arg-type]

    pack = put(tmp_path / "Hall", ITT=WORDS * 20_000)
    with Apart(load_book(), Limits(memory=48 * 1024**2)) as apart:
        monkeypatch.setattr(apart_module, "lint", noted)
        report = apart.report(job(pack))
    assert careful == [1]
    assert [row.path for row in report.documents] == ["ITT.md"]


def test_the_child_may_finish_what_it_keeps_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"

    def save() -> None:
        time.sleep(0.3)
        kept.touch()

    monkeypatch.setattr(pattern_store, "save", save)
    with Apart(load_book()) as apart:
        apart.report(job(put(tmp_path / "Hall", ITT=WORDS)))
    assert kept.exists()
