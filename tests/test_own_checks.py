"""A user's own checks: a newcomer who follows the tutorial gets there, and nothing is loaded that nobody named."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, python_path

Tenderlint = Callable[..., Run]
TUTORIAL = ROOT / "docs" / "own-checks.md"
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"(?:Put this into|Save these two lines as) `(?P<path>[^`]+)`:\s*\Z")


def steps(page: str) -> Iterator[tuple[str, str, str]]:
    """Yield what the tutorial has its reader do: ("write", path, text) and ("run", command, what it shows)."""
    for block in _BLOCK.finditer(page):
        named = _NAMED.search(page[: block.start()])
        if named:
            yield "write", named["path"], block["text"]
        elif block["kind"] == "console":
            for part in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
                command, _, shown = part.partition("\n")
                yield "run", command, shown


def new(tenderlint: Tenderlint, place: Path, name: str, *more: str) -> Run:
    return tenderlint("new-check", name, "--checks", place / "mine", *more, cwd=place)


def written(place: Path, name: str) -> Path:
    """Take the marks from a new card, as somebody who has filled it in would."""
    for path in (place / "mine").rglob(f"{name}.*"):
        path.write_text(path.read_text(encoding="utf-8").replace("CHANGE: ", ""), encoding="utf-8")
    return place / "mine"


def test_the_tutorial_does_what_it_says_from_start_to_end(tenderlint: Tenderlint, tmp_path: Path) -> None:
    done = []
    for kind, name, text in steps(TUTORIAL.read_text(encoding="utf-8")):
        done.append(kind)
        if kind == "write":
            (tmp_path / name).write_text(text, encoding="utf-8")
            continue
        program, *arguments = shlex.split(name)
        assert program == "tenderlint"
        run = tenderlint(*arguments, cwd=tmp_path)
        assert run.code in (0, 1), run.err
        for line in text.splitlines():
            assert line in run.out.splitlines(), f"{name}: {run.out}"
    assert done == ["run", "run", "write", "write", "run", "write", "run", "run"]


def test_a_new_check_works_at_once_and_says_what_is_left_to_do(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = new(tenderlint, tmp_path, "time/steps-have-days")
    assert run.code == 0
    assert "Left to do:" in run.out
    assert "try-check steps-have-days" in run.out
    tried = tenderlint("try-check", "--checks", tmp_path / "mine")
    assert tried.code == 1
    assert "Still to be written: title, message, why, fix, authority." in tried.out
    written(tmp_path, "steps_have_days")
    tried = tenderlint("try-check", "--checks", tmp_path / "mine")
    assert (tried.code, tried.out) == (0, "steps-have-days: good, 4 examples hold\n")


def test_a_card_of_words_only_needs_no_function(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days", "--words-only")
    folder = written(tmp_path, "steps_have_days")
    assert [path.name for path in folder.rglob("*.*")] == ["steps_have_days.toml"]
    assert tenderlint("try-check", "--checks", folder).code == 0


def test_nothing_is_overwritten_and_no_name_is_used_twice(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    for name in ("time/steps-have-days", "draft/steps-have-days", "time/tender-period"):
        run = new(tenderlint, tmp_path, name)
        assert run.code == 2
        assert "already" in run.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["phone", "Forms/phone", "forms/phone number", "../x", "forms/../x", "forms/", "/x"])
def test_a_name_that_is_none_is_refused_in_one_line(tenderlint: Tenderlint, tmp_path: Path, name: str) -> None:
    run = new(tenderlint, tmp_path, name)
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert not (tmp_path / "mine").exists()


def test_an_example_that_gets_another_answer_is_shown_with_both(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days")
    card = written(tmp_path, "steps_have_days") / "time" / "steps_have_days.toml"
    text = card.read_text(encoding="utf-8").replace('"in due course"]', '"in no time"]')
    card.write_text(text.replace("trap = true\n", ""), encoding="utf-8")
    run = tenderlint("try-check", "--checks", tmp_path / "mine")
    assert run.code == 1
    assert "Example 1 promises failed and gets passed" in run.out
    assert "There is no trap" in run.out


def test_a_function_that_is_broken_costs_only_its_own_answer(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days")
    (tmp_path / "mine" / "time" / "steps_have_days.py").write_text("def check(context:\n", encoding="utf-8")
    (tmp_path / "pack.md").write_text("# Invitation to tender\nBids by noon.\n", encoding="utf-8")
    run = tenderlint("check", tmp_path / "pack.md", "--checks", tmp_path / "mine", "--format", "json")
    rows = {row["id"]: row for row in json.loads(run.out)["checks"]}
    assert rows["steps-have-days"]["outcome"] == "error"
    assert rows["tender-period"]["outcome"] != "error"
    assert run.code == 3


def test_a_card_that_is_broken_is_named_in_one_line(tenderlint: Tenderlint, tmp_path: Path) -> None:
    (tmp_path / "mine" / "time").mkdir(parents=True)
    (tmp_path / "mine" / "time" / "odd.toml").write_text('id = "odd"\n', encoding="utf-8")
    (tmp_path / "pack.md").write_text("# Invitation to tender\n", encoding="utf-8")
    run = tenderlint("check", tmp_path / "pack.md", "--checks", tmp_path / "mine")
    assert run.code == 3
    assert "time/odd.toml: lacks" in run.err
    assert run.err.count("\n") == 1


def test_an_item_of_ones_own_checklist_is_decided_by_ones_own_check(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days")
    folder = written(tmp_path, "steps_have_days")
    (folder / "checklist.toml").write_text(
        '[[item]]\nid = "our-days"\nsection = "H. Ours"\ntitle = "Each step has a day"\nchecks = ["steps-have-days"]\n',
        encoding="utf-8",
    )
    (tmp_path / "pack.md").write_text("# Invitation to tender\nWe answer in due course.\n", encoding="utf-8")
    run = tenderlint("check", tmp_path / "pack.md", "--checks", folder, "--format", "json")
    items = {item["item"]: item for item in json.loads(run.out)["checklist"]}
    assert items["our-days"]["outcome"] == "failed"


def test_an_installed_package_is_asked_by_the_name_of_its_entry_point(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days")
    folder = written(tmp_path, "steps_have_days")
    package = tmp_path / "site" / "our_council_checks"
    package.parent.mkdir()
    folder.rename(package)
    (package / "__init__.py").write_text('"""Our checks."""\n', encoding="utf-8")
    info = tmp_path / "site" / "our_council_checks-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-council-checks\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[tenderlint.checks]\nour-council = our_council_checks\n", encoding="utf-8")
    path = os.pathsep.join((python_path(), str(tmp_path / "site")))
    run = tenderlint("checks", "--checks", "our-council", cwd=tmp_path, PYTHONPATH=path)
    assert "steps-have-days" in run.out
    run = tenderlint("checks", "--checks", "our-counsil", cwd=tmp_path, PYTHONPATH=path)
    assert run.code == 2
    assert "our-council" in run.err


def test_a_folder_that_is_not_there_is_told(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = tenderlint("checks", "--checks", tmp_path / "none")
    assert run.code == 2
    assert "there is no such folder of checks" in run.err


@pytest.mark.parametrize("settings", ["", 'checks = ["checks"]\n', '[words]\nstyles = ["checks", "checks/time"]\n'])
def test_nothing_in_a_pack_can_have_code_loaded(tenderlint: Tenderlint, tmp_path: Path, settings: str) -> None:
    pack = tmp_path / "pack"
    (pack / "checks" / "time").mkdir(parents=True)
    (pack / "Invitation to tender.md").write_text("# Invitation to tender\nBids by noon.\n", encoding="utf-8")
    (pack / "tenderlint.toml").write_text(settings, encoding="utf-8")
    card = tenderlint("new-check", "time/steps-have-days", "--checks", pack / "checks")
    assert card.code == 0
    code = f"open({str(tmp_path / 'ran')!r}, 'w')\n\n\ndef check(context):\n    raise SystemExit\n"
    (pack / "checks" / "time" / "steps_have_days.py").write_text(code, encoding="utf-8")
    tenderlint("check", pack, cwd=pack)
    assert not (tmp_path / "ran").exists()


def test_a_changed_check_is_seen_although_reports_are_remembered(tenderlint: Tenderlint, tmp_path: Path) -> None:
    new(tenderlint, tmp_path, "time/steps-have-days")
    folder = written(tmp_path, "steps_have_days")
    (tmp_path / "pack.md").write_text("# Invitation to tender\nWe answer in due course.\n", encoding="utf-8")
    card = folder / "time" / "steps_have_days.toml"
    outcomes = []
    for words in ('"in due course"', '"in no time"'):
        card.write_text(card.read_text(encoding="utf-8").replace('"in due course"]', f"{words}]"), encoding="utf-8")
        run = tenderlint(
            "check", tmp_path / "pack.md", "--checks", folder, "--format", "json", "--select", "steps-have-days",
            TENDERLINT_CACHE=str(tmp_path / "cache"),
        )  # fmt: skip
        outcomes += [row["outcome"] for row in json.loads(run.out)["checks"]]
    assert outcomes == ["failed", "passed"]
