"""Holds the project's own papers to the project: links, lists, pages made from cards."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tenderlint.cli import COMMANDS
from tenderlint.registry import load_book
from tenderlint.settings import settings_from
from tests.conftest import ROOT, Run
from tools.card_pages import FOLDER, all_pages

Tenderlint = Callable[..., Run]

SKIPPED = {".venv", ".git", "node_modules", "out", "build", "dist", "pack", "source"}
PAPERS = sorted(path for path in ROOT.rglob("*.md") if SKIPPED.isdisjoint(path.relative_to(ROOT).parts))
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_in_a_paper_leads_to_a_file(paper: Path) -> None:
    prose = re.sub(r"```.*?```", "", paper.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in LINK.findall(prose):
        assert (paper.parent / unquote(link)).exists(), link


def test_the_pages_of_the_checks_are_those_that_the_cards_make() -> None:
    pages = all_pages(load_book(examples=True))
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(on_disk) == sorted(pages), "run: make docs"
    assert [name for name in pages if on_disk[name] != pages[name]] == [], "run: make docs"


def test_the_readme_tells_of_every_command_and_the_two_that_set_up_everything() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"tenderlint {name}" in readme
    for words in ("make demo", "make test", "pipx install", "Exit codes"):
        assert words in readme


def test_what_the_readme_shows_is_what_the_command_prints(tenderlint: Tenderlint) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"```console\n\$ tenderlint ([^\n]+)\n([^`]+)```", readme)
    assert shown
    for command, output in shown:
        printed = iter(tenderlint(*shlex.split(command), cwd=ROOT, COLUMNS="80").out.splitlines())
        for line in output.splitlines():
            assert line == "..." or line in printed, line  # in this order


def test_the_settings_that_the_readme_shows_are_settings() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```toml\n(.+?)```", readme, re.DOTALL)
    settings = settings_from(tomllib.loads(text))
    for name, changed in settings.checks.items():
        assert changed.keys() <= load_book().check(name).card.settings.keys()


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    told = set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))
    assert told == set(phony.group(1).split())


def test_make_without_a_target_lists_the_targets() -> None:
    done = subprocess.run(["make", "-s", "-C", ROOT], capture_output=True, text=True, check=True)
    assert "make demo" in done.stdout
    assert "make test" in done.stdout


def test_the_ci_script_can_be_run_and_parsed() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    for step in ("make test", "make lint", "make types", "make docs", "make build", "TENDERLINT_CI=1"):
        assert step in text


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    records = sorted(path.name for path in folder.glob("0*.md"))
    assert records
    assert sorted(re.findall(r"\]\((0\d{3}-[a-z0-9-]+\.md)\)", index)) == records
    for name in records:
        first = (folder / name).read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith(f"# {name[:4]}: ")
        assert first.removeprefix(f"# {name[:4]}: ") in index


def test_the_changelog_has_one_line_a_change() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert line == "" or line.startswith(("# ", "## ", "- ", "One line")), line
        assert not line.startswith("- ") or line.endswith(".")
