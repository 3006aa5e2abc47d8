"""The program that times the checks of plain language: what it says of files, and of a folder without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlint.registry import load_book
from tests.conftest import ROOT
from tools import plain_language

SAMPLE = ROOT / "samples" / "faulty-cleaning" / "pack"


def test_a_folder_without_files_is_told_and_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert plain_language.main([str(tmp_path)]) == 0
    assert plain_language.main([]) == 0
    assert capsys.readouterr().out.count("There are no files to look at") == 2


def test_every_check_is_timed_and_its_findings_are_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_language, "BAR", 1e9)
    assert plain_language.main([str(SAMPLE), "--sample", "2"]) == 0
    told = capsys.readouterr().out
    for name in plain_language.CHECKS:
        assert f"\n{name}: " in told
    assert "all together" in told
    assert "one-word-for-duty: 1\n  1. " in told


def test_a_missed_bar_is_a_failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(plain_language, "BAR", 0.0)
    assert plain_language.main([str(SAMPLE)]) == 1
    assert "(bar: 0)" in capsys.readouterr().out


def test_the_checks_that_are_timed_stand_beside_the_item_of_plain_language() -> None:
    item = next(item for item in load_book().items if item.id == "plain-language")
    assert set(plain_language.CHECKS) <= set(item.also)
