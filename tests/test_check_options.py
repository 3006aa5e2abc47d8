"""How much `tenderlint check` says, in what colours and how wide, and how many findings it lets pass."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]

PACK = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. Write to [insert address]. Ring [insert number].
"""
TWO = ("--select", "placeholders", "--no-settings")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "hedges"
    folder.mkdir()
    (folder / "Invitation to tender.md").write_text(PACK, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("most", "code"), [("0", 1), ("1", 1), ("2", 0), ("3", 0)])
def test_more_findings_than_are_allowed_make_exit_code_1(
    tenderlint: Tenderlint, pack: Path, most: str, code: int
) -> None:
    assert tenderlint("check", pack, *TWO, "--fail-on", "never", "--max-findings", most).code == code


def test_the_settings_can_say_how_many_findings_are_allowed(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text("max_findings = 1\n")
    assert tenderlint("check", pack, "--select", "placeholders").code == 1
    assert tenderlint("check", pack, "--select", "placeholders", "--max-findings", "2").code == 0


@pytest.mark.parametrize("most", ["-1", "few"])
def test_a_number_of_findings_is_a_number(tenderlint: Tenderlint, pack: Path, most: str) -> None:
    run = tenderlint("check", pack, "--max-findings", most)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_quiet_says_nothing_and_still_tells_by_the_exit_code_and_in_files(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    for quiet in ("--quiet", "-q"):
        run = tenderlint("check", pack, *TWO, "--fail-on", "advice", quiet)
        assert (run.code, run.out, run.err) == (1, "", "")
    target = tmp_path / "report.json"
    run = tenderlint("check", pack, *TWO, "-q", "--format", "json", "-o", target)
    assert (run.out, run.err) == ("", "")
    assert json.loads(target.read_text(encoding="utf-8"))["pack"]["name"] == "hedges"


def test_quiet_does_not_silence_what_went_wrong(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack / "gone", "-q")
    assert run.code == 3
    assert "there is no such file or folder" in run.err


def test_statistics_count_over_all_packs_the_heaviest_first(tenderlint: Tenderlint, pack: Path) -> None:
    other = pack.parent / "hall"
    other.mkdir()
    (other / "Terms.md").write_text(
        "# Terms of contract\n\nThe Council shall pay each invoice within 60 days. Send it to [insert office].\n",
        encoding="utf-8",
    )
    run = tenderlint("check", pack, other, "--select", "placeholders,payment-in-30-days", "-q", "--statistics")
    assert run.out.splitlines() == [
        "findings  packs  waived  weight   check",
        "       1      1          error    payment-in-30-days",
        "       3      2          advice   placeholders",
        "4 findings in 2 packs; 0 cannot tell",
    ]
    loud = tenderlint("check", pack, *TWO, "--statistics")
    assert loud.out.endswith("2 findings in 1 pack; 0 cannot tell\n")


def test_statistics_stand_aside_when_the_report_is_data(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, *TWO, "--statistics", "--format", "json")
    assert json.loads(run.out)["pack"]["name"] == "hedges"
    assert run.err.endswith("2 findings in 1 pack; 0 cannot tell\n")


def test_without_findings_there_is_no_table(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, "--select", "tracked-changes", "-q", "--statistics")
    assert run.out == "0 findings in 1 pack; 0 cannot tell\n"


# Colours and width


def at_a_terminal(pack: Path, *arguments: str, **environment: str) -> str:
    """Run the check with a terminal for its output, and return what it shows."""
    leader, follower = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "tenderlint", "check", str(pack), *TWO, *arguments], stdout=follower, stdin=follower,
        stderr=subprocess.DEVNULL, env={**kept, "PYTHONPATH": python_path(), "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(follower)
    told = b""
    while select.select([leader], [], [], 60)[0]:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end was closed
            break
        if not part:
            break
        told += part
    os.close(leader)
    assert process.wait(timeout=60) == 0
    return told.decode("utf-8")


def test_a_terminal_gets_colours_unless_they_are_not_wanted(pack: Path) -> None:
    assert "\x1b[" in at_a_terminal(pack)
    for arguments, environment in (
        (("--no-color",), {}), (("--no-colour",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"}),
    ):  # fmt: skip
        assert "\x1b[" not in at_a_terminal(pack, *arguments, **environment)
    assert "\x1b[" in at_a_terminal(pack, NO_COLOR="")


def test_what_is_no_terminal_gets_no_colours(tenderlint: Tenderlint, pack: Path) -> None:
    assert "\x1b[" not in tenderlint("check", pack, *TWO).out


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_are_as_long_as_the_terminal_is_wide(tenderlint: Tenderlint, pack: Path, width: int) -> None:
    lines = tenderlint("check", pack, "--no-settings", COLUMNS=str(width)).out.splitlines()
    assert max(map(len, lines)) <= width
    assert max(map(len, lines)) > width - 12


def test_a_saved_report_is_shown_without_colours_too(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    tenderlint("check", pack, "--format", "json", "-o", saved)
    assert tenderlint("show", saved, "--no-color").out == tenderlint("show", saved).out


def test_the_help_of_check_names_every_option_once(tenderlint: Tenderlint) -> None:
    told = tenderlint("check", "--help").out
    for name in ("--profile", "--settings", "--no-settings", "--baseline", "--write-baseline", "--max-findings"):
        assert len(re.findall(rf"^ +(?:-\w, )?{name}\b", told, re.MULTILINE)) == 1
    for name in ("--statistics", "-q, --quiet", "--no-color, --no-colour"):
        assert name in told


def test_a_run_that_asks_no_check_does_not_call_the_pack_ready(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, "--select", "placeholders", "--ignore", "draft", "--no-settings")
    assert run.out.startswith("Cannot say whether it is ready to publish: no check was asked\n")


def test_nothing_found_by_some_checks_is_not_told_as_nothing_found(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, "--select", "tracked-changes", COLUMNS="100")
    assert run.out.startswith("Ready to publish: nothing found against it in the checks that were asked\n")
