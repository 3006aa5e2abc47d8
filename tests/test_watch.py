"""`check --watch` lints again after every save, waits for half-written files, and ends cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlint.watching import PATIENCE, Watch, changes
from tests.conftest import Run, python_path

TEXT = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. The invitation was published on 2 February 2026.
Tenders must be returned by 12 noon on 20 March 2026.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack = tmp_path / "hedges"
    pack.mkdir()
    (pack / "ITT.md").write_text(TEXT, encoding="utf-8")
    return pack


class Steps:
    """Stands in for sleep: at each look it takes the next step of what somebody does to the files."""

    def __init__(self, *steps: Callable[[], object] | None) -> None:
        self.steps: Iterator[Callable[[], object] | None] = iter(steps)
        self.looks = 0

    def __call__(self, seconds: float) -> None:
        self.looks += 1
        assert self.looks < 100, "it waits for ever"
        step = next(self.steps, None)
        if step is not None:
            step()


def test_a_saved_a_new_and_a_deleted_file_are_told(folder: Path) -> None:
    steps = Steps(lambda: (folder / "ITT.md").write_text("# Other words\n", encoding="utf-8"))
    watch = Watch([folder], sleep=steps)
    assert watch.wait() == (f"{folder}/ITT.md",)
    steps.steps = iter([lambda: (folder / "Terms.md").write_text("# Terms\n", encoding="utf-8")])
    assert watch.wait() == (f"{folder}/Terms.md",)
    steps.steps = iter([lambda: (folder / "Terms.md").unlink()])
    assert watch.wait() == (f"{folder}/Terms.md",)


def test_lock_files_hidden_files_and_what_the_program_writes_itself_are_no_change(
    folder: Path, tmp_path: Path
) -> None:
    out = folder / "report.html"
    steps = Steps(
        lambda: (folder / "~$ITT.docx").write_bytes(b"lock"),
        lambda: (folder / ".~lock.ITT.odt#").write_bytes(b"lock"),
        lambda: (folder / ".git").mkdir(),
        lambda: out.write_text("<!doctype html>", encoding="utf-8"),
        lambda: (folder / "ITT.md").write_text("# Other\n", encoding="utf-8"),
    )
    watch = Watch([folder], leave_out=out, sleep=steps)
    assert watch.wait() == (f"{folder}/ITT.md",)
    assert steps.looks >= 5


def test_a_file_that_grows_is_told_once_when_it_is_whole(folder: Path) -> None:
    file = folder / "Long.md"
    parts = [lambda number=number: file.write_text("word " * number * 100, encoding="utf-8") for number in range(1, 6)]
    steps = Steps(*parts)
    watch = Watch([folder], sleep=steps)
    assert watch.wait() == (f"{folder}/Long.md",)
    assert file.stat().st_size == 2500, "it was told before the last part was there"


def test_a_file_that_is_emptied_or_moved_away_to_be_written_anew_is_waited_for(folder: Path) -> None:
    file = folder / "ITT.md"
    steps = Steps(
        lambda: file.write_bytes(b""), None, None, None, None, lambda: file.write_text("# New\n", encoding="utf-8")
    )
    watch = Watch([folder], sleep=steps)
    assert watch.wait() == (f"{folder}/ITT.md",)
    assert file.read_text(encoding="utf-8") == "# New\n"
    aside = folder / "~WRL0001.tmp"
    steps = Steps(lambda: file.rename(aside), None, None, None, lambda: file.write_text("# Newer\n", encoding="utf-8"))
    watch = Watch([folder], sleep=steps)
    assert watch.wait() == (f"{folder}/ITT.md",)
    assert file.exists()


def test_a_file_that_stays_away_is_gone_after_some_patience(folder: Path) -> None:
    steps = Steps(lambda: (folder / "ITT.md").unlink())
    assert Watch([folder], sleep=steps).wait() == (f"{folder}/ITT.md",)
    assert steps.looks >= PATIENCE


def test_a_file_saved_back_as_it_was_is_no_change(folder: Path) -> None:
    assert changes({"a": (1, 2), "b/": "folder"}, {"a": (1, 2)}) == ()
    assert changes({"a": (1, 2)}, {"a": (1, 3), "c": (1, 1)}) == ("a", "c")


def test_settings_and_files_named_beside_the_pack_are_watched_too(folder: Path, tmp_path: Path) -> None:
    notice, settings = tmp_path / "notice.json", tmp_path / "tenderlint.toml"
    steps = Steps(
        lambda: notice.write_text("{}", encoding="utf-8"), None, None, None,
        lambda: settings.write_text("", encoding="utf-8"),
    )  # fmt: skip
    watch = Watch([folder], [notice], sleep=steps)
    assert watch.wait() == (str(notice),)
    assert watch.wait() == (str(settings),)


class Watched:
    """The command at work, with what it has said so far."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.out, self.err = folder.parent / "out.txt", folder.parent / "err.txt"
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tenderlint", "check", folder, "--watch", "--select", "time", *options],
                stdout=out, stderr=err, env={**os.environ, "PYTHONPATH": python_path(), "PYTHONUNBUFFERED": "1"},
            )  # fmt: skip

    def wait_for(self, words: str, file: Path, times: int = 1) -> None:
        for _ in range(600):
            if file.read_text(encoding="utf-8").count(words) >= times:
                return
            assert self.process.poll() is None, self.err.read_text(encoding="utf-8")
            time.sleep(0.1)
        raise AssertionError(f"{words!r} was not said {times} times: {file.read_text(encoding='utf-8')}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


def test_the_command_lints_after_every_save_and_ctrl_c_ends_it_cleanly(folder: Path) -> None:
    run = Watched(folder)
    try:
        run.wait_for("press Ctrl-C to stop", run.err)
        assert run.out.read_text(encoding="utf-8").count("Law:") == 1
        (folder / "~$lock.docx").write_bytes(b"lock")
        (folder / "ITT.md").write_text(TEXT.replace("20 March", "3 March"), encoding="utf-8")
        run.wait_for("press Ctrl-C to stop", run.err, 2)
        run.wait_for("Law:", run.out, 2)
        (folder / "tenderlint.toml").write_text("selekt = 1\n", encoding="utf-8")
        run.wait_for("selekt", run.err)
        run.wait_for("press Ctrl-C to stop", run.err, 3)
        (folder / "tenderlint.toml").unlink()
        run.wait_for("Law:", run.out, 3)
        run.wait_for("press Ctrl-C to stop", run.err, 4)
    finally:
        code = run.stop()
    assert code == 0
    said = run.err.read_text(encoding="utf-8")
    assert said.rstrip().endswith("stopped watching.")
    assert "changed: ITT.md." in said
    assert "lock.docx" not in said
    assert "Traceback" not in said


def test_what_is_typed_wrongly_ends_it_at_once(tenderlint: Callable[..., Run], folder: Path) -> None:
    assert tenderlint("check", folder, "--watch", "--select", "tiem").code == 2
    run = tenderlint("check", folder / "gone", "--watch")
    assert run.code == 2
    assert run.err == f"tenderlint: {folder / 'gone'}: there is no such file or folder. Check the path.\n"
