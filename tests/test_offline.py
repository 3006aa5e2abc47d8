"""No command that looks at a pack opens a connection, asks for a name, or listens: every attempt would be seen here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, python_path

# Children that are forked keep the hook. What is seen is written to the standard error and ends the process.
WATCHED = """
import os, sys

def hook(event, arguments):
    if event.startswith("socket.") or event == "urllib.Request":
        os.write(2, f"NETWORK {event} {arguments!r}\\n".encode())
        os._exit(99)

sys.addaudithook(hook)
from tenderlint.cli import run
sys.exit(run(sys.argv[1:]))
"""
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if (path / "pack").is_dir())


def watched(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": python_path(), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], cwd=cwd, env=environment, capture_output=True, text=True,
        encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_linting_a_pack_opens_no_connection(sample: Path, tmp_path: Path) -> None:
    formats = [word for name in ("terminal", "json", "html") for word in ("--format", name)]
    run = watched("check", str(sample / "pack"), *formats, "-o", str(tmp_path / "out"), cwd=tmp_path)
    assert "NETWORK" not in run.stderr
    assert run.returncode in (0, 1, 3), run.stderr
    assert len(list((tmp_path / "out").iterdir())) == 3


@pytest.mark.parametrize("command", ["facts", "readability", "explain spelling", "checks", "law", "schema"])
def test_no_other_command_that_reads_opens_a_connection(command: str, tmp_path: Path) -> None:
    words = command.split()
    if words[0] in ("facts", "readability"):
        words.append(str(SAMPLES[0] / "pack"))
    run = watched(*words, cwd=tmp_path)
    assert "NETWORK" not in run.stderr
    assert run.returncode == 0, run.stderr
    assert run.stdout


def test_the_watch_itself_sees_a_connection(tmp_path: Path) -> None:
    """Else the tests above would prove nothing: asking for grammar with an address on this machine is seen."""
    pack = tmp_path / "Invitation.md"
    pack.write_text("The following sections sets out the questions that bidders must answer.", encoding="utf-8")
    environment = {"TENDERLINT_GRAMMAR_SERVER": "http://127.0.0.1:9"}
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, "check", str(pack), "--grammar"], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": python_path(), **environment}, timeout=120, cwd=tmp_path,
    )  # fmt: skip
    assert run.returncode == 99
    assert "NETWORK socket." in run.stderr
