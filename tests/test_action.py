"""The GitHub action: its file is well formed, its steps do what the page says, its workflow passes actionlint."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import tools
from tests.conftest import ROOT, Run, python_path

ACTION = ROOT / "action.yml"
PAGE = (ROOT / "docs" / "hook.md").read_text(encoding="utf-8")
INVITATION = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. The contract is worth £40,000 in all, without VAT.

Tenders must be returned by 12 noon on 20 March 2026. {}
"""
SLOW = "The Council shall pay each invoice within 60 days of receiving it."

Lint = Callable[..., Run]


def action() -> dict[str, Any]:
    return dict(yaml.safe_load(ACTION.read_text(encoding="utf-8")))


def step(name: str) -> dict[str, Any]:
    (found,) = [each for each in action()["runs"]["steps"] if each["name"] == name]
    return dict(found)


def workflow() -> str:
    (found,) = [block for block in re.findall(r"```yaml\n(.+?)```", PAGE, re.DOTALL) if block.startswith("name:")]
    return str(found)


def test_the_action_keeps_to_the_schema_of_such_files() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_no_fault_in_the_action_nor_in_the_workflow_of_the_page(tmp_path: Path) -> None:
    actionlint = tools.need("actionlint")
    shutil.copy(ACTION, tmp_path)
    place = tmp_path / ".github" / "workflows" / "tenders.yml"
    place.parent.mkdir(parents=True)
    place.write_text(workflow().replace("OWNER/tenderlint@TAG-OR-COMMIT", "./"), encoding="utf-8")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    done = subprocess.run([actionlint, "-no-color"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    place.write_text(place.read_text(encoding="utf-8").replace("packs:", "pack:"), encoding="utf-8")
    done = subprocess.run([actionlint, "-no-color"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert 'input "pack" is not defined' in done.stdout


def test_the_page_lists_every_input_with_its_default_and_every_output() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| .+ \| (.*) \|$", PAGE, re.MULTILINE)
    told = {name: default.strip("` ") for name, default in rows}
    inputs = {name: str(each.get("default", "")) for name, each in action()["inputs"].items()}
    assert told == {**inputs, "packs": "must be given", "fail-on": "as the settings say", "arguments": "none"}
    for name in action()["outputs"]:
        assert f"`{name}`" in PAGE


def test_both_uploads_come_before_the_job_fails() -> None:
    names = [each["name"] for each in action()["runs"]["steps"]]
    assert names[-3:] == ["Show the findings under code scanning", "Keep the reports", "Pass or fail"]
    assert step(names[-3])["with"]["sarif_file"] == "${{ steps.lint.outputs.reports }}"


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """Return a function that runs the step that lints, as a runner would, in a folder with two packs."""
    work, programs = tmp_path / "work", tmp_path / "bin"
    for name, more in (("hall 1", SLOW), ("park", "")):
        (work / "tenders" / name).mkdir(parents=True)
        (work / "tenders" / name / "ITT.md").write_text(INVITATION.format(more), encoding="utf-8")
    programs.mkdir()
    program = programs / "tenderlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tenderlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    def run(packs: str, *, fail_on: str = "", arguments: str = "", scanning: str = "true") -> Run:
        runner = tmp_path / "runner"
        shutil.rmtree(runner, ignore_errors=True)
        runner.mkdir()
        environment = {
            **os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": python_path(),
            "TENDERLINT_CACHE": str(tmp_path / "cache"), "RUNNER_TEMP": str(runner),
            "GITHUB_OUTPUT": str(runner / "output"), "GITHUB_STEP_SUMMARY": str(runner / "summary"),
            "PACKS": packs, "FAIL_ON": fail_on, "ARGUMENTS": arguments, "SCANNING": scanning,
        }  # fmt: skip
        script = tmp_path / "step.sh"
        script.write_text(step("Lint the packs")["run"], encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], cwd=work, env=environment,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return Run(done.returncode, done.stdout, done.stderr)

    return run


def outputs(tmp_path: Path) -> dict[str, str]:
    lines = (tmp_path / "runner" / "output").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_each_pack_gets_its_reports_and_the_code_is_kept_for_later(lint: Lint, tmp_path: Path) -> None:
    run = lint("tenders/hall 1\n\ntenders/park\r\n")
    assert (run.code, run.err) == (0, "")
    told = outputs(tmp_path)
    assert (told["code"], told["written"]) == ("1", "true")
    names = sorted(path.name for path in Path(told["reports"]).iterdir())
    assert names == [f"{pack}.{ending}" for pack in ("hall 1", "park") for ending in ("html", "json", "sarif")]
    log = json.loads((Path(told["reports"]) / "hall 1.sarif").read_text(encoding="utf-8"))
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    assert uris == {"tenders/hall%201/ITT.md"}
    assert "::error" not in run.out
    assert "hall 1: Not ready to publish" in (tmp_path / "runner" / "summary").read_text(encoding="utf-8")


def test_a_star_stands_for_any_name_and_blanks_in_names_do_no_harm(lint: Lint, tmp_path: Path) -> None:
    lint("tenders/*\n")
    assert len(list(Path(outputs(tmp_path)["reports"]).glob("*.sarif"))) == 2
    lint("tenders/h* 1")
    assert [path.name for path in Path(outputs(tmp_path)["reports"]).glob("*.sarif")] == ["hall 1.sarif"]


def test_without_code_scanning_the_findings_are_notes_beside_the_files(lint: Lint) -> None:
    run = lint("tenders/hall 1", scanning="false")
    notes = [line for line in run.out.splitlines() if line.startswith("::error file=tenders/hall 1/ITT.md,")]
    assert any("title=payment-in-30-days" in line for line in notes)


def test_the_bar_and_more_arguments_reach_the_command(lint: Lint, tmp_path: Path) -> None:
    lint("tenders/hall 1", fail_on="never")
    assert outputs(tmp_path)["code"] == "0"
    run = lint("tenders/hall 1", arguments="--select complaints-form --as bidder")
    assert outputs(tmp_path)["code"] == "0"
    assert "before you bid" in run.out


def test_a_pack_that_is_not_there_is_told_and_fails_the_job(lint: Lint, tmp_path: Path) -> None:
    run = lint("tenders/hall 1\ntenders/pool*")
    assert "::error title=tenderlint::There is no pack “tenders/pool*”." in run.out
    assert (outputs(tmp_path)["code"], outputs(tmp_path)["written"]) == ("2", "false")
    assert lint("\n").code == 0
    assert outputs(tmp_path)["code"] == "2"


@pytest.mark.parametrize("code", ["0", "1", "3"])
def test_the_last_step_ends_as_tenderlint_did(code: str) -> None:
    done = subprocess.run(["bash", "-c", step("Pass or fail")["run"]], env={"CODE": code}, check=False)
    assert done.returncode == int(code)
