"""`tenderlint.lint` and its page of examples, as a program uses them."""

from __future__ import annotations

import datetime as dt
import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest

import tenderlint
from tests.conftest import ROOT, python_path

PAGE = ROOT / "docs" / "api.md"
TEXT = "# Invitation to tender\n\nThe invitation was published on 2 March 2026. Tenders are due on 27 March 2026.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "ITT.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "pack"


def test_every_example_of_the_page_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", verbose=False)
    assert tried > 15
    assert failed == 0


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import tenderlint; print(*(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": python_path()}
    )
    assert done.stdout.split() == ["tenderlint"]


def test_every_name_that_is_offered_is_there_and_no_other() -> None:
    for name in tenderlint.__all__:
        assert getattr(tenderlint, name) is not None
    assert set(tenderlint.__all__) <= set(dir(tenderlint))
    with pytest.raises(AttributeError, match="lintt"):
        tenderlint.lintt  # noqa: B018 - asking is the test


def test_a_day_is_a_date_a_time_or_text(folder: Path) -> None:
    days = [dt.date(2012, 5, 1), dt.datetime(2012, 5, 1, 12), "2012-05-01"]
    assert {tenderlint.lint(folder, on=day, jobs=0).regime.id for day in days} == {"PCR2006"}
    with pytest.raises(tenderlint.TenderlintError, match="“1 May” is not a day"):
        tenderlint.lint(folder, on="1 May")


def test_settings_are_the_file_beside_the_pack_a_table_or_settings_made_before(folder: Path) -> None:
    (folder / "tenderlint.toml").write_text('select = ["time"]\n', encoding="utf-8")
    assert {row.area for row in tenderlint.lint(folder, jobs=0).checks} == {"time"}
    table = {"select": ["placeholders"]}
    assert [row.id for row in tenderlint.lint(folder, settings=table, jobs=0).checks] == ["placeholders"]
    made = tenderlint.Settings(select=("lead-in-time",))
    assert [row.id for row in tenderlint.lint(folder, settings=made, jobs=0).checks] == ["lead-in-time"]


def test_it_gives_the_same_report_as_the_command(folder: Path) -> None:
    command = [sys.executable, "-m", "tenderlint", "check", str(folder), "--on", "2026-03-02", "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=False, env={"PYTHONPATH": python_path()})
    report = tenderlint.lint(folder, on="2026-03-02")
    assert json.loads(done.stdout) == json.loads(json.dumps(tenderlint.as_data(report)))


def test_it_prints_and_writes_nothing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.parent.rglob("*"))
    tenderlint.lint(folder)
    assert capfd.readouterr() == ("", "")
    assert sorted(folder.parent.rglob("*")) == before


def test_a_notice_is_a_file_beside_the_pack(folder: Path, tmp_path: Path) -> None:
    release = {
        "ocid": "ocds-example-1", "id": "1", "date": "2026-03-02T00:00:00Z", "tag": ["tender"],
        "buyer": {"name": "Wexley Parish Council"}, "tender": {"id": "T1", "title": "Hedges"},
    }  # fmt: skip
    notice = tmp_path / "notice.json"
    notice.write_text(json.dumps(release), encoding="utf-8")
    report = tenderlint.lint(folder, notice=str(notice), jobs=0)
    assert [row.words for row in report.facts["buyer_name"]] == ["Wexley Parish Council"]


def test_two_packs_are_compared_as_the_command_does(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "ITT.md").write_text(TEXT.replace("27 March", "30 March"), encoding="utf-8")
    comparison = tenderlint.compare(folder, str(tmp_path / "new"), on="2026-03-02", settings={"select": ["time"]})
    assert [(row.name, row.told) for row in comparison.facts] == [("submission_deadline", "put back by 3 days")]
    assert {row.area for row in comparison.old.checks} == {"time"}
    with pytest.raises(tenderlint.TenderlintError, match="no such file or folder"):
        tenderlint.compare(folder.with_name("gone"), folder)


def test_types_reach_whoever_checks_a_program_that_uses_it(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import tenderlint\n\n\n"
        "def words(path: str) -> list[str]:\n"
        "    report = tenderlint.lint(path, on='2026-03-02')\n"
        "    return [finding.message for row in report.checks for finding in row.findings]\n\n\n"
        "wrong: int = tenderlint.lint('pack').name\n"
        "tenderlint.lint('pack', on=5)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run(
        [*command, "--follow-imports=silent", str(program)], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={"MYPYPATH": python_path(), "PATH": ""},
    )  # fmt: skip
    told = done.stdout.splitlines()
    assert [line.partition(": ")[0].rpartition(":")[2] for line in told] == ["9", "10"], done.stdout + done.stderr
    assert "[assignment]" in told[0]
    assert "[arg-type]" in told[1]
