"""A shell that has read the script completes commands, options, choices, checks and files."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]


def offered(line: str, shell: str = "fish") -> list[str]:
    """Return what the program offers a shell for a line, the last word of which is being typed."""
    words = line.split(" ")
    given = {"COMP_WORDS": line, "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1)}
    done = subprocess.run(
        [sys.executable, "-m", "tenderlint"], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": python_path(), "_TENDERLINT_COMPLETE": f"{shell}_complete", **given},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_commands_are_offered_with_what_they_do() -> None:
    words = "Show each setting that holds for a pack, and where it came from."
    assert offered("tenderlint se") == [f"plain,settings\t{words}"]
    assert {row.split(",")[1].split("\t")[0] for row in offered("tenderlint ch")} == {"check", "checks"}


def test_options_and_their_choices_are_offered() -> None:
    assert any(row.startswith("plain,--statistics") for row in offered("tenderlint check --stat"))
    assert offered("tenderlint check --profile b") == ["plain,buyer", "plain,bidder"]
    assert offered("tenderlint completion z") == ["plain,zsh"]


def test_checks_and_areas_are_offered_also_after_a_comma() -> None:
    assert "plain,placeholders\tNothing is left to fill in" in offered("tenderlint explain placeh")
    assert "plain,time\tall checks of this area" in offered("tenderlint check --select ti")
    assert any(row.startswith("plain,time,placeholders\t") for row in offered("tenderlint check --select time,placeh"))
    assert any(row.startswith("plain,word-alt-text\t") for row in offered("tenderlint check --ignore word-alt"))


@pytest.mark.parametrize("line", ["tenderlint check pac", "tenderlint check x -o rep", "tenderlint check --baseline k"])
def test_files_are_left_to_the_shell(line: str) -> None:
    (row,) = offered(line)
    assert row.startswith("file,")


def test_zsh_gets_names_and_descriptions_line_by_line() -> None:
    rows = offered("tenderlint init", "zsh")
    assert rows[:3] == ["plain", "init", "Write a settings file in which everything is explained."]


def test_bash_completes_for_real(tenderlint: Tenderlint, tmp_path: Path) -> None:
    program = tmp_path / "tenderlint"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tenderlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = tmp_path / "completion.bash"
    script.write_text(tenderlint("completion", "bash").out, encoding="utf-8")
    steps = (
        f"source {shlex.quote(str(script))}; complete -p tenderlint; "
        "COMP_WORDS=(tenderlint check --sta); COMP_CWORD=2; _tenderlint_completion tenderlint; "
        'echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", steps], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": python_path(), "PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.stderr == ""
    known, reply = done.stdout.splitlines()
    assert known.startswith("complete -o nosort -F _tenderlint_completion tenderlint")
    assert reply == "--statistics"


@pytest.mark.parametrize(
    ("shell", "first", "words"),
    [
        ("bash", "# Add to ~/.bashrc", "complete -o nosort -F"),
        ("zsh", "#compdef tenderlint", "compdef _tenderlint_completion tenderlint"),
        ("fish", "# Run once", "complete --no-files --command tenderlint"),
    ],
)
def test_the_script_says_where_to_put_it(tenderlint: Tenderlint, shell: str, first: str, words: str) -> None:
    run = tenderlint("completion", shell)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(first)
    assert words in run.out
    assert "tenderlint completion " + shell in run.out


def test_fish_parts_what_is_offered_at_the_first_comma_only(tenderlint: Tenderlint) -> None:
    assert 'string split -m1 "," $completion' in tenderlint("completion", "fish").out


def test_another_shell_is_refused_in_one_line(tenderlint: Tenderlint) -> None:
    run = tenderlint("completion", "powershell")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
