"""`tenderlint readability` shows our figures beside textstat's, and never asks the network for anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]

PLAIN = """# About the work

We want to buy help with our parks. Your staff will cut the grass and look after the trees. They will also keep the
paths clean and safe. You must have the tools and the vans that the work needs. We will show you each park before you
send us a price.

# How to bid

Read this paper from start to end before you write. Tell us in your own words how you would do the work. Say who will
lead it, and what you would do if that person fell ill. We would like to know how you treat the people who work for you.
Please keep each answer short. We will read every bid with care and write to all who sent one.

| Park | Size |
|---|---|
| Mill Field is the largest of our parks and is open all year. | 4 ha |
"""
TERMS = """# Conditions of contract

The Contractor shall indemnify the Council against all claims which arise from the performance of the Services.
Neither party shall be liable for any delay that is caused by circumstances beyond its reasonable control.
"""
CUT_OFF = """
import socket, sys
def refuse(*arguments, **options):
    open(sys.argv[-1], "a").write(f"{arguments}\\n")
    raise OSError("the network is cut off")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
from tenderlint.cli import run
raise SystemExit(run(sys.argv[1:-1]))
"""


def write_pack(folder: Path) -> Path:
    folder.mkdir()
    (folder / "Invitation to tender.md").write_text(PLAIN, encoding="utf-8")
    (folder / "Terms and conditions.md").write_text(TERMS, encoding="utf-8")
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "parks")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the command writes of the pack in each format: run once, as textstat takes its time."""
    folder = write_pack(tmp_path_factory.mktemp("shown") / "parks")
    runs = {
        kind: subprocess.run(
            [sys.executable, "-m", "tenderlint", "readability", str(folder), "--format", kind],
            capture_output=True, check=False, timeout=120, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": python_path(), "PYTHONIOENCODING": "utf-8"},
        )
        for kind in ("terminal", "json")
    }  # fmt: skip
    assert [(run.returncode, run.stderr) for run in runs.values()] == [(0, ""), (0, "")]
    return {kind: run.stdout for kind, run in runs.items()}


@pytest.fixture
def data(shown: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown["json"])
    return found


def test_it_shows_both_figures_of_every_formula(shown: dict[str, str]) -> None:
    lines = shown["terminal"].splitlines()
    for title in (
        "Flesch Reading Ease", "Flesch–Kincaid", "Gunning Fog", "SMOG", "ARI", "Coleman–Liau", "Linsear Write",
        "Dale–Chall", "Spache", "LIX", "RIX", "McAlpine EFLAW", "Consensus", "Minutes to read",
    ):  # fmt: skip
        line = next(line for line in lines if line.strip().startswith(title))
        assert len([word for word in line.split() if word.replace(".", "").replace("-", "").isdigit()]) >= 2, line
    assert max(map(len, lines)) <= 80


def test_it_says_what_was_scored_and_what_was_left_out(shown: dict[str, str]) -> None:
    out = " ".join(shown["terminal"].split())
    assert "122 words of running text, in 11 sentences of 1 document." in out
    assert "terms of contract" in out
    assert "tables 17" in out
    assert "Terms of contract are not scored." in out


def test_terms_and_tables_are_scored_apart(data: dict[str, Any]) -> None:
    assert data["apart"]["terms of contract"]["sentences"] == 2
    assert data["apart"]["tables"]["words"] == 13
    assert data["reading"]["words"] == data["formulas"][0]["ours"] == 122


def test_json_holds_documents_sections_and_every_sentence(data: dict[str, Any]) -> None:
    document = next(row for row in data["documents"] if row["reading"]["words"])
    assert document["path"] == "Invitation to tender.md"
    assert [row["heading"] for row in document["reading"]["sections"]] == [["About the work"]]
    assert document["reading"]["sections"][0]["more"] == 1
    assert len(document["sentences"]) == 11
    first = document["sentences"][0]
    assert first["text"] == "We want to buy help with our parks."
    assert (first["words"], first["heading"]) == (8, ["About the work"])
    assert first["grade"] < 3


def test_the_figures_are_those_of_the_report(data: dict[str, Any], tenderlint: Tenderlint, pack: Path) -> None:
    report = json.loads(tenderlint("check", pack, "--format", "json", "--fail-on", "never").out)
    assert report["pack"]["reading"] == data["reading"]
    by_path = {row["path"]: row["reading"] for row in report["pack"]["documents"]}
    assert by_path == {row["path"]: row["reading"] for row in data["documents"]}


def test_a_short_pack_is_not_scored(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("Please send us a price for two desks by Friday.", encoding="utf-8")
    run = tenderlint("readability", path)
    assert run.code == 0
    told = " ".join(run.out.split())
    assert "Cannot tell the reading age: it has 10 words of running text, and a score needs 100." in told
    assert "textstat" not in run.out
    assert json.loads(tenderlint("readability", path, "--format", "json").out)["formulas"] == []


def test_the_hardest_sentences_are_as_many_as_asked_for(tenderlint: Tenderlint, pack: Path) -> None:
    assert tenderlint("readability", pack, "--sentences", "2").out.count(". Grade ") == 2
    assert "Hardest" not in tenderlint("readability", pack, "--sentences", "0").out


def test_with_the_network_cut_off_it_gives_the_same_and_never_tries(pack: Path, tmp_path: Path) -> None:
    tried = tmp_path / "tried.txt"
    home = tmp_path / "home"
    home.mkdir()
    runs = [
        subprocess.run(
            [sys.executable, "-c", CUT_OFF, "readability", str(pack), "--format", "json", str(tried)],
            capture_output=True, text=True, check=False, timeout=120, encoding="utf-8",
            env={"PYTHONPATH": python_path(), "HOME": str(home), "PYTHONIOENCODING": "utf-8", **more},
        )
        for more in ({}, {"NLTK_DATA": str(tmp_path / "nowhere")})
    ]  # fmt: skip
    assert [(run.returncode, run.stderr) for run in runs] == [(0, ""), (0, "")]
    assert not tried.exists(), tried.read_text()
    figures = {row["name"]: row["textstat"] for row in json.loads(runs[0].stdout)["formulas"]}
    assert figures["syllables"] == 133
    assert runs[0].stdout == runs[1].stdout
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("kind", ["terminal", "json"])
def test_it_can_be_written_to_a_file(tenderlint: Tenderlint, pack: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "out" / "figures"
    run = tenderlint("readability", pack, "--format", kind, "-o", target)
    assert (run.code, run.out) == (0, "")
    assert "Flesch" in target.read_text(encoding="utf-8")


def test_a_pack_that_is_not_there_is_one_line(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = tenderlint("readability", tmp_path / "nothing")
    assert run.code == 3
    assert run.out == ""
    assert run.err.count("\n") == 1
    assert "there is no such file or folder" in run.err


def test_a_file_that_was_not_read_is_told_and_ends_with_three(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    run = tenderlint("readability", pack)
    assert run.code == 3
    assert "Not read" in run.out
    assert "broken.pdf" in run.out.partition("Not read")[2]
