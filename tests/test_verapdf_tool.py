"""The program that asks veraPDF what our adapter to PDF/UA should believe."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlint.readers.pdf.standard import TOPICS
from tests.readers.pdf_files import Tag, Words, tagged
from tools import verapdf


def _job(*tests: str) -> dict[str, object]:
    rows = [{"clause": test.split("-")[0], "testNumber": int(test.split("-")[1]), "status": "failed"} for test in tests]
    return {"validationResult": [{"details": {"ruleSummaries": rows}}]}


def test_every_subject_of_the_adapter_has_tests_of_verapdf() -> None:
    assert set(verapdf.TESTS) == set(TOPICS.values())


def test_an_answer_of_verapdf_is_told_by_our_subjects() -> None:
    assert verapdf.subjects_of(_job("7.3-1", "7.1-9", "7.1-10")) == {"7.3 pictures", "7.1 title"}
    assert verapdf.subjects_of(_job("9.9-1")) == {"new: 9.9-1"}
    assert verapdf.subjects_of({}) is None


def test_a_link_without_words_is_told_once() -> None:
    assert verapdf.subjects_of(_job("7.18.5-2", "7.18.1-2")) == {"7.18.5 links"}
    assert verapdf.subjects_of(_job("7.18.1-2")) == {"7.18.1 annotations"}


def test_the_table_counts_files_that_both_fail_and_that_one_fails() -> None:
    rows = verapdf.compare([({"7.3 pictures", "7.21.7 letters"}, {"7.3 pictures"}, {"7.3 pictures", "7.9 notes"})])
    assert [row.split() for row in rows[1:]] == [
        ["7.3", "pictures", "1", "0", "0", "0"],
        ["7.9", "notes", "0", "0", "1", "0"],
        ["7.21.7", "letters", "0", "0", "0", "1"],
    ]


def test_the_other_judge_is_asked_and_what_the_adapter_leaves_in_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(tagged([[Words(0, 72, 700, "Cleaning")]], Tag("Document", [Tag("H2", [0])])))
    asked = verapdf.ask_page(path)
    assert asked is not None
    raw, kept = asked
    assert "7.4 headings" in raw & kept
    path.write_bytes(b"no PDF")
    assert verapdf.ask_page(path) is None


def test_without_files_the_program_says_so_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verapdf.main([str(tmp_path)]) == 0
    assert "no PDF files" in capsys.readouterr().out


def test_without_java_the_program_says_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(verapdf.shutil, "which", lambda name: None)
    assert verapdf.main([str(tmp_path)]) == 1
    assert "Java and Maven" in capsys.readouterr().out
