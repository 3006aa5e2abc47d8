"""What the command says and how it ends, for every way of using it rightly or wrongly."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tenderlint import cli
from tenderlint.commands.options import FORMATS
from tenderlint.commands.progress import Progress
from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]


def test_help_lists_every_command_and_the_exit_codes(tenderlint: Tenderlint) -> None:
    run = tenderlint("--help")
    assert run.code == 0
    for name in ("check", "facts", "explain", "checks", "law", "schema", "show", "Exit codes"):
        assert name in run.out


def test_help_loads_click_and_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); from tenderlint.cli import run; run(['--help']);"
        "import json; print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": python_path()}
    )
    loaded = set(json.loads(done.stderr))
    others = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names)
    assert others == {"click", "tenderlint"}
    own = {name for name in loaded if name.startswith("tenderlint")}
    assert own == {"tenderlint", "tenderlint.cli"}


def test_every_command_has_help(tenderlint: Tenderlint) -> None:
    from tenderlint.cli import COMMANDS

    for name in COMMANDS:
        run = tenderlint(name, "--help")
        assert run.code == 0, run.err
        assert run.out.startswith(f"Usage: tenderlint {name}")


def test_no_command_at_all_shows_help_and_is_wrong_usage(tenderlint: Tenderlint) -> None:
    run = tenderlint()
    assert run.code == 2
    assert run.out.startswith("Usage:")


def test_a_mistyped_command_is_told_the_nearest(tenderlint: Tenderlint) -> None:
    run = tenderlint("chekc")
    assert run.code == 2
    assert run.out == ""
    assert "Did you mean check" in run.err
    assert run.err.count("\n") == 1


PACK = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. The contract is worth £40,000 in all, without VAT.

The invitation was published on 2 February 2026. Tenders must be returned by 12 noon on 20 March 2026.
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "hedges"
    folder.mkdir()
    (folder / "Invitation to tender.md").write_text(PACK, encoding="utf-8")
    return folder


def test_one_pack_and_no_option_prints_a_report_for_people(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack)
    assert run.code in (0, 1)
    assert run.err == ""
    assert "publish" in run.out.splitlines()[0]


def test_one_format_alone_goes_to_standard_output(tenderlint: Tenderlint, pack: Path) -> None:
    report = json.loads(tenderlint("check", pack, "--format", "json").out)
    assert report["pack"]["name"] == "hedges"
    assert report["facts"]["submission_deadline"][0]["value"] == "2026-03-20T12:00"
    page = tenderlint("check", pack, "--format", "html").out
    assert page.lower().startswith("<!doctype html>")


def test_one_format_goes_to_the_file_that_is_named(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "report.json"
    run = tenderlint("check", pack, "--format", "json", "-o", target)
    assert run.code in (0, 1)
    assert str(target) in run.out
    assert json.loads(target.read_text(encoding="utf-8"))["pack"]["name"] == "hedges"
    assert [path.name for path in target.parent.iterdir()] == ["report.json"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.html", "<!doctype html>"), ("Report.HTM", "<!doctype html>"), ("report.json", "{"), ("log.sarif", "{"),
        ("log.xml", "<?xml"), ("report.gitlab.json", "["), ("report.txt", "look again"), ("report", "look again"),
    ],
)  # fmt: skip
def test_the_ending_of_the_file_tells_the_format_where_none_is_named(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path, name: str, start: str
) -> None:
    tenderlint("check", pack, "-o", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").lower().lstrip().startswith(start)


def test_a_format_that_is_named_goes_before_the_ending(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    tenderlint("check", pack, "--format", "json", "-o", tmp_path / "report.html")
    assert json.loads((tmp_path / "report.html").read_text(encoding="utf-8"))["pack"]["name"] == "hedges"
    tenderlint("show", tmp_path / "report.html", "-o", tmp_path / "shown.html")
    assert (tmp_path / "shown.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    tenderlint("compare", pack, pack, "-o", tmp_path / "compared.csv")
    assert not (tmp_path / "compared.csv").read_text(encoding="utf-8").startswith("<")


def test_a_folder_that_ends_like_a_file_is_a_folder(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages.html"
    folder.mkdir()
    tenderlint("check", pack, "-o", folder)
    assert [path.name for path in folder.iterdir()] == ["hedges.txt"]


def test_several_formats_go_to_a_folder_in_files_named_after_the_pack(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    tenderlint("check", pack, "--format", "json", "--format", "html", "--format", "terminal", "-o", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["hedges.html", "hedges.json", "hedges.txt"]


def test_every_format_has_a_file_name_of_its_own(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    folder, saved = tmp_path / "reports", tmp_path / "report.json"
    every = [word for kind in FORMATS for word in ("--format", kind)]
    tenderlint("check", pack, *every, "-o", folder)
    assert len(list(folder.iterdir())) == len(FORMATS)
    log = json.loads((folder / "hedges.sarif").read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    tenderlint("check", pack, "--format", "json", "-o", saved)
    shown = tenderlint("show", saved, "--format", "sarif")
    assert json.loads(shown.out) == log


def test_two_packs_of_one_name_do_not_overwrite_each_other(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    twin = tmp_path / "elsewhere" / "hedges"
    shutil.copytree(pack, twin)
    tenderlint("check", pack, twin, "--format", "json", "-o", tmp_path / "reports")
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["hedges-2.json", "hedges.json"]


def test_several_reports_without_a_folder_are_refused_before_anything_is_read(
    tenderlint: Tenderlint, pack: Path
) -> None:
    run = tenderlint("check", pack, "--format", "json", "--format", "html")
    assert (run.code, run.out) == (2, "")
    assert "-o FOLDER" in run.err


def test_several_reports_are_not_written_into_a_file(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    run = tenderlint("check", pack, "--format", "json", "--format", "html", "-o", taken)
    assert run.code == 2
    assert taken.read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told_in_one_line(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    run = tenderlint("check", pack, "--format", "json", "-o", file / "below" / "report.json")
    assert run.code == 2
    assert run.err.startswith(f"tenderlint: {file}")
    assert run.err.count("\n") == 1


def test_a_device_is_written_to_and_not_replaced(tenderlint: Tenderlint, pack: Path) -> None:
    assert tenderlint("check", pack, "--format", "json", "-o", "/dev/null").code in (0, 1)
    assert Path("/dev/null").is_char_device()


def test_a_link_is_followed_and_stays_a_link(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    tenderlint("check", pack, "--format", "json", "-o", link)
    assert link.is_symlink()
    assert json.loads(real.read_text(encoding="utf-8"))["pack"]["name"] == "hedges"


def test_a_day_is_written_year_month_day(tenderlint: Tenderlint, pack: Path) -> None:
    report = json.loads(tenderlint("check", pack, "--format", "json", "--on", "2012-05-01").out)
    assert report["regime"]["id"] == "PCR2006"
    run = tenderlint("check", pack, "--on", "1/5/2012")
    assert run.code == 2
    assert "2026-11-22" in run.err
    assert run.err.count("\n") == 1


def test_the_bar_for_exit_code_1_can_be_moved(tenderlint: Tenderlint, pack: Path) -> None:
    assert tenderlint("check", pack, "--fail-on", "advice").code == 1
    assert tenderlint("check", pack, "--fail-on", "never").code == 0
    assert tenderlint("check", pack, "--fail-on", "nothing").code == 2


def test_checks_are_chosen_and_left_out_by_id_or_area(tenderlint: Tenderlint, pack: Path) -> None:
    def asked(*arguments: str) -> set[str]:
        run = tenderlint("check", pack, "--format", "json", *arguments)
        return {row["id"] for row in json.loads(run.out)["checks"]}

    everything = asked()
    time = asked("--select", "time")
    assert {"tender-period", "lead-in-time"} <= time < everything
    assert asked("--select", "time,placeholders") == time | {"placeholders"}
    assert asked("--ignore", "time") == everything - time
    assert asked("--select", "time", "--ignore", "tender-period") == time - {"tender-period"}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_check_is_told_the_nearest_known(tenderlint: Tenderlint, pack: Path, option: str) -> None:
    run = tenderlint("check", pack, option, "tender-peroid")
    assert (run.code, run.out) == (2, "")
    assert "tender-period" in run.err
    assert run.err.count("\n") == 1


def test_a_missing_pack_is_told_and_the_others_are_still_linted(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    run = tenderlint("check", tmp_path / "gone", pack, "--format", "json", "-o", tmp_path / "reports")
    assert run.code == 3
    assert run.err == f"tenderlint: {tmp_path / 'gone'}: there is no such file or folder. Check the path.\n"
    assert (tmp_path / "reports" / "hedges.json").exists()


def test_a_file_that_cannot_be_read_makes_exit_code_3_and_the_rest_is_linted(
    tenderlint: Tenderlint, pack: Path
) -> None:
    (pack / "terms.pdf").write_bytes(b"%PDF-1.7\nnot really")
    run = tenderlint("check", pack, "--format", "json")
    assert run.code == 3
    report = json.loads(run.out)
    assert [row["document"] for row in report["coverage"]["not_read"]] == ["terms.pdf"]
    assert report["facts"]["submission_deadline"]
    assert "Traceback" not in run.err


def test_a_mistake_in_the_settings_beside_a_pack_is_wrong_usage(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    run = tenderlint("check", pack)
    assert run.code == 2
    assert "fail_on" in run.err
    assert run.err.count("\n") == 1


def test_the_report_can_speak_to_a_bidder(tenderlint: Tenderlint, pack: Path) -> None:
    buyer, bidder = (tenderlint("check", pack, "--as", reader).out for reader in ("buyer", "bidder"))
    assert buyer.splitlines()[0] != bidder.splitlines()[0]
    assert "publish" not in bidder.splitlines()[0]


def test_facts_show_words_and_place(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("facts", pack)
    assert run.code == 0
    assert "20 March 2026, 12:00" in run.out
    assert "“" in run.out
    assert "Invitation to tender.md" in run.out
    facts = json.loads(tenderlint("facts", pack, "--format", "json").out)
    assert facts["submission_deadline"][0]["value"] == "2026-03-20T12:00"
    assert facts["lots"] == []


def test_explain_tells_everything_on_the_card(tenderlint: Tenderlint) -> None:
    run = tenderlint("explain", "tender-period")
    assert run.code == 0
    for words in ("Why", "How to put it right", "Authority", "Procurement Act 2023", "An example that fails"):
        assert words in run.out


def test_explain_names_the_nearest_check(tenderlint: Tenderlint) -> None:
    run = tenderlint("explain", "tender-periods")
    assert run.code == 2
    assert "tender-period" in run.err


def test_checks_are_listed_by_area_with_their_weight_on_the_day(tenderlint: Tenderlint) -> None:
    then, now = (tenderlint("checks", "--on", day).out for day in ("2010-01-01", "2026-11-22"))
    assert "\ntime\n" in f"\n{now}"
    weights = {line.split()[0]: line.split()[1] for line in now.splitlines() if re.match(r"  \S", line)}
    assert weights["tender-period"] == "error"
    assert then != now


def test_law_prints_each_figure_with_its_source(tenderlint: Tenderlint) -> None:
    run = tenderlint("law", "--on", "2016-01-10", "--regime", "pcr2015")
    assert run.code == 0
    assert run.out.startswith("PCR2015: Public Contracts Regulations 2015")
    assert "regulation 27" in run.out
    assert "PA2023" not in run.out
    assert tenderlint("law", "--regime", "PCR2051").code == 2


def test_the_schema_is_a_json_schema_that_reports_keep_to(tenderlint: Tenderlint, pack: Path) -> None:
    import jsonschema

    schema = json.loads(tenderlint("schema").out)
    report = json.loads(tenderlint("check", pack, "--format", "json").out)
    judge = jsonschema.Draft202012Validator(schema)
    assert not list(judge.iter_errors(report))
    assert list(judge.iter_errors({**report, "day": 5})), "a schema that refuses nothing tells nothing"


def test_a_saved_report_is_shown_as_if_the_pack_were_linted_again(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.json"
    tenderlint("check", pack, "--format", "json", "-o", saved)
    assert tenderlint("show", saved).out == tenderlint("check", pack).out
    shown = tenderlint("show", saved, "--format", "json")
    assert (shown.code, shown.out) == (0, saved.read_text(encoding="utf-8"))
    tenderlint("show", saved, "--format", "html", "-o", tmp_path / "shown.html")
    tenderlint("check", pack, "--format", "html", "-o", tmp_path / "linted.html")
    assert (tmp_path / "shown.html").read_bytes() == (tmp_path / "linted.html").read_bytes()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"schema_version": 1}', '{"schema_version": 99}', "[" * 100_000]
)
def test_what_is_no_report_is_refused_in_one_line(tenderlint: Tenderlint, tmp_path: Path, text: str) -> None:
    saved = tmp_path / "saved.json"
    saved.write_text(text, encoding="utf-8")
    run = tenderlint("show", saved)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"tenderlint: {saved}: ")
    assert run.err.count("\n") == 1


def test_an_unforeseen_fault_is_one_line_and_a_traceback_only_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pack: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault\nof two lines")

    monkeypatch.setattr("tenderlint.commands.reading.report_of", broken)
    assert cli.run(["check", str(pack)]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError: a fault of two lines" in said
    monkeypatch.setenv("TENDERLINT_DEBUG", "1")
    assert cli.run(["check", str(pack)]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupted_run_ends_with_130(monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tenderlint.commands.reading.report_of", interrupted)
    assert cli.run(["check", str(pack)]) == 130


def test_a_report_that_fails_half_way_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, pack: Path, tmp_path: Path
) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert cli.run(["check", str(pack), "--format", "json", "-o", str(target)]) == 2
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hedges", "report.json"]


def test_a_reader_that_goes_away_is_no_fault(pack: Path) -> None:
    command = f'"{sys.executable}" -m tenderlint law --on 2020-01-01 | head -n 1; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": python_path(), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode in (0, 141)


def test_progress_is_for_terminals_only(tenderlint: Tenderlint, pack: Path) -> None:
    for number in range(3):
        (pack / f"extra {number}.md").write_text("More words.\n", encoding="utf-8")
    assert tenderlint("check", pack, "--fail-on", "never").err == ""


def test_progress_at_a_terminal_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress() as progress:
        progress("one.docx", 1, 2)
        progress("two\x1b[2J.pdf", 2, 2)
    written = stream.getvalue()
    assert "Reading 1 of 2: one.docx" in written
    assert "\x1b" not in written
    assert written.rstrip("\r").rpartition("\r")[2].strip() == ""


def test_output_that_cannot_show_a_letter_does_not_end_the_run(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert run.code in (0, 1)
    assert "Traceback" not in run.err


@pytest.mark.parametrize("width", [40, 60, 100])
def test_facts_explanations_and_lists_fit_the_terminal(tenderlint: Tenderlint, pack: Path, width: int) -> None:
    for arguments in (("facts", pack), ("explain", "waivers-in-use"), ("checks",)):
        lines = tenderlint(*arguments, COLUMNS=str(width)).out.splitlines()
        own = [line for line in lines if not line.startswith("  | ")]  # the example is shown as it stands
        assert max(map(len, own)) <= width, max(own, key=len)
