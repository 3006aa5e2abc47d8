"""What the programs for those who work on tenderlint say and how they end."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tools import bench, installed
from tools.make_samples import parts
from tools.sample_word import word_file

CHEAP, DEAR = bench.Cost(0.1, 20.0), bench.Cost(0.5, 300.0)


def test_a_bar_holds_or_is_missed() -> None:
    assert bench.compared("cheap", CHEAP, DEAR, 2.5).text.endswith("bar 2.5   holds")
    line = bench.compared("dear", DEAR, CHEAP, 2.5)
    assert line.text.endswith("bar 2.5   MISSED")
    assert line.measured == pytest.approx(5.0)


def test_the_benchmark_fails_only_where_a_bar_is_missed_by_more_than_noise(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.show([bench.compared("near", bench.Cost(0.3, 0), CHEAP, 2.5)])
    assert not bench.show([bench.compared("far", bench.Cost(0.6, 0), CHEAP, 2.5)])
    assert capsys.readouterr().out.count("MISSED") == 2


def test_medians_are_taken_of_runs_that_alternate() -> None:
    order: list[str] = []
    costs = iter([9.0, 1.0, 3.0, 2.0])

    def ours() -> bench.Cost:
        order.append("ours")
        return bench.Cost(next(costs), 0)

    def theirs() -> bench.Cost:
        order.append("theirs")
        return CHEAP

    assert bench.alternate({"ours": ours, "theirs": theirs}, 3)["ours"].seconds == 2.0
    assert order == ["ours", "theirs"] * 4


def test_a_run_costs_cpu_and_memory() -> None:
    cost = bench.run(bench.BARE)
    assert 0 < cost.seconds < 5
    assert cost.memory > 1


def test_without_a_corpus_the_benchmark_says_so_and_ends_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bench, "start_up", lambda: [bench.compared("help", CHEAP, CHEAP, 12)])
    assert bench.main([]) == 0
    assert bench.main([str(tmp_path / "gone")]) == 0
    assert capsys.readouterr().out.count("no corpus") == 2
    monkeypatch.setattr(bench.shutil, "which", lambda name: None)
    assert bench.main([str(tmp_path)]) == 0
    assert "pdftotext is not installed" in capsys.readouterr().out


def test_only_real_pdf_files_of_tenders_are_timed(tmp_path: Path) -> None:
    for name, start in (("procurement-uk/a.pdf", b"%PDF-1.7"), ("procurement-uk/b.pdf", b"version https"),
                        ("hostile/c.pdf", b"%PDF-1.7")):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(start)
    assert [path.name for path in bench.pdf_files(tmp_path)] == ["a.pdf"]


def test_a_file_that_is_not_in_the_wheel_is_told(tmp_path: Path) -> None:
    wheel = tmp_path / "some.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tenderlint/cli.py", "")
    told = installed.forgotten_in_wheel(wheel)
    assert "not in the wheel: tenderlint/checks/law.toml" in told
    assert "not in the wheel: tenderlint/cli.py" not in told


def test_the_same_text_makes_the_same_word_file() -> None:
    text = "# Dates\n+ The notice of {+today+}{>why?<}.\n| Step | Day |\n| Start | Monday |\n"
    about = {"title": "Dates", "numbered": "yes"}
    made = word_file(text, about)
    assert made == word_file(text, about)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        document = package.read("word/document.xml").decode()
        assert "<w:tblHeader/>" in document
        assert "<w:ins " in document
        assert "why?" in package.read("word/comments.xml").decode()


def test_a_source_has_a_head_and_a_text() -> None:
    assert parts("---\ntitle: A: b\nnumbered: yes\n---\nWords.\n") == ({"title": "A: b", "numbered": "yes"}, "Words.\n")
