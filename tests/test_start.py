"""What is imported at the start is held: a short run must not pay for what it does not use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import python_path

# What a check of plain text may import beside the stages that it needs.
OTHERS = {"click", "tomli", "tenderlint"}
UNASKED = {
    "tenderlint.waivers", "tenderlint.baseline", "tenderlint.baseline_file", "tenderlint.stated", "tenderlint.house",
    "tenderlint.commands.baselines", "tenderlint.commands.statistics", "tenderlint.commands.settings",
    "tenderlint.commands.init", "tenderlint.commands.completion", "tenderlint.commands.completing",
    "tenderlint.settings.waiving", "tenderlint.settings.reading", "tenderlint.settings.mistakes",
    "tenderlint.formats.html", "tenderlint.formats.json", "tenderlint.comparing",
    "tenderlint.readers.word", "tenderlint.readers.pdf", "difflib", "jinja2", "lxml", "pikepdf", "pypdfium2", "docx",
    "textstat", "unittest", "xml.dom",
}  # fmt: skip


def imported(*arguments: str) -> set[str]:
    """Return the modules that a run of the command imports, beside those that Python itself has at its start."""
    code = (
        "import sys; before = set(sys.modules); from tenderlint.cli import run; run(sys.argv[1:]);"
        "import json; print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": python_path(), "HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
    )  # fmt: skip
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hedges")
    (folder / "Invitation to tender.md").write_text("# Invitation to tender\n\nSend tenders by 3 July 2026.\n")
    return folder


@pytest.fixture(scope="module")
def of_check(pack: Path) -> set[str]:
    return imported("check", str(pack))


def test_help_imports_click_and_two_modules_of_our_own() -> None:
    loaded = imported("--help")
    assert {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names) == {"click", "tenderlint"}
    assert {name for name in loaded if name.startswith("tenderlint")} == {"tenderlint", "tenderlint.cli"}


def test_a_check_of_plain_text_imports_no_library_for_other_files(of_check: set[str]) -> None:
    names = {name.split(".")[0] for name in of_check} - set(sys.stdlib_module_names)
    assert {name for name in names if not name.endswith("__mypyc")} == OTHERS  # tomli is compiled with a part so named


@pytest.mark.parametrize("name", sorted(UNASKED))
def test_a_check_imports_nothing_that_was_not_asked_for(of_check: set[str], name: str) -> None:
    assert not any(each == name or each.startswith(f"{name}.") for each in of_check)


def test_what_is_asked_for_is_imported_then(pack: Path) -> None:
    known = pack.parent / "known.json"
    loaded = imported("check", str(pack), "--baseline", str(known), "--write-baseline", "--statistics")
    assert {"tenderlint.baseline", "tenderlint.baseline_file", "tenderlint.commands.statistics"} <= loaded
