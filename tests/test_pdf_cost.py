"""The program that times what the rules for PDF files cost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pdf_planted import good
from tools import access, pdf_cost


def test_the_pages_are_counted_and_the_time_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(good())
    pages, reading, checking = pdf_cost.cost([tmp_path / "a.pdf"])
    assert pages == 3
    assert 0 < reading < 5
    assert 0 < checking < 5
    assert pdf_cost.main([str(tmp_path)]) in (0, 1)
    assert "rules for PDF files, 3 pages" in capsys.readouterr().out


def test_the_bar_is_held_or_missed() -> None:
    assert pdf_cost.told(100, 0.02, 0.01)[0].endswith("holds")
    assert pdf_cost.told(100, 0.2, 0.1) == (pdf_cost.told(100, 0.2, 0.1)[0], pytest.approx(3.0))
    assert pdf_cost.told(100, 0.2, 0.1)[0].endswith("MISSED")


def test_the_reader_is_as_it_was_after_it_was_timed() -> None:
    from tenderlint.readers.pdf import order

    before = order.stumbles_in
    with pdf_cost.watched(pdf_cost.Clock()):
        assert order.stumbles_in is not before
    assert order.stumbles_in is before


def test_without_files_nothing_is_timed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pdf_cost.main([str(tmp_path)]) == 0
    assert "no PDF files" in capsys.readouterr().out


def test_a_file_that_the_standard_judges_otherwise_than_its_name_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "PDF_UA-1"
    folder.mkdir()
    for name in ("7.3-t01-fail-a.pdf", "7.3-t01-pass-a.pdf"):
        (folder / name).write_bytes(good())  # it breaks the standard, since it does not say that it keeps it
    assert access.agreement(sorted(folder.iterdir())) == (2, ["7.3-t01-a"])
