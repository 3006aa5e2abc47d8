"""Holds what setup.cfg says the package is to what is on the disk, so that nothing is left out of the wheel."""

from __future__ import annotations

import ast
import configparser
import fnmatch
import re
import sys
from pathlib import Path

import tenderlint
from tests.conftest import ROOT

MODULES = {
    "page": "page-validation", "pypdfium2_raw": "pypdfium2", "docx": "python-docx",
    "python_calamine": "python-calamine", "language_tool_python": "language-tool-python",
}  # fmt: skip
IN_TESTS_ONLY = {"holidays", "hypothesis", "jsonschema", "playwright", "reportlab", "openpyxl"}


def config() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def lines(section: str, name: str) -> list[str]:
    return [line.strip() for line in config()[section][name].splitlines() if line.strip()]


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ \[;]", line)[0].lower() for line in requirements}


def files_below(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_every_package_on_the_disk_is_listed_and_no_other() -> None:
    on_disk = {
        ".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "tenderlint").rglob("*.py")
    } | {"tenderlint.checks", "tenderlint.reports"}
    assert set(lines("options", "packages")) == on_disk


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tenderlint").rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []


def test_the_checks_and_the_pages_are_folders_without_code_of_their_own() -> None:
    assert not list((ROOT / "checks").rglob("__init__.py"))
    assert not list((ROOT / "reports").rglob("__init__.py"))


def test_every_data_file_of_the_package_is_taken_into_the_wheel() -> None:
    for package, folder in (("tenderlint.checks", "checks"), ("tenderlint.reports", "reports")):
        patterns = lines("options.package_data", package)
        for name in files_below(ROOT / folder):
            depth_free = [pattern.replace("**/", "*") for pattern in patterns]
            assert any(fnmatch.fnmatch(name, pattern) for pattern in depth_free), f"{folder}/{name}"
    for name in files_below(ROOT / "tenderlint"):
        if not name.endswith(".py"):
            assert any(fnmatch.fnmatch(name, pattern) for pattern in lines("options.package_data", "tenderlint")), name


EXTRAS = ("audit", "cluster", "grammar", "parquet", "pdfua", "postgresql", "style")


def test_every_library_that_the_program_imports_is_declared() -> None:
    extras = (names_of(lines("options.extras_require", name)) for name in EXTRAS)
    declared = names_of(lines("options", "install_requires")).union(*extras)
    for path in (ROOT / "tenderlint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in {each.split(".")[0] for each in found} - set(sys.stdlib_module_names) - {"tenderlint", ""}:
                assert MODULES.get(name, name) in declared, f"{path.name} imports {name}"


def test_what_only_tests_need_is_no_dependency_of_the_program() -> None:
    assert names_of(lines("options", "install_requires")).isdisjoint(IN_TESTS_ONLY)
    assert names_of(lines("options.extras_require", "test")) >= IN_TESTS_ONLY


def test_the_source_archive_takes_everything_that_a_checkout_has() -> None:
    manifest = (ROOT / "MANIFEST.in").read_text(encoding="utf-8").split()
    for folder in ("checks", "reports", "samples", "tests", "docs", "tools", ".ci"):
        assert folder in manifest
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "pyproject.toml"):
        assert name in manifest
        assert (ROOT / name).is_file()


def test_the_package_says_that_it_is_typed_and_where_its_command_is() -> None:
    assert (ROOT / "tenderlint" / "py.typed").is_file()
    assert lines("options.entry_points", "console_scripts") == ["tenderlint = tenderlint.start:main"]


def test_the_version_stands_at_the_top_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## ([\d.]+)", changelog, re.MULTILINE)
    assert first is not None
    assert first.group(1) == tenderlint.__version__
