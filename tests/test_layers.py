"""Holds the program to its shape: what may import what, who may ask the clock, how long a module may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "tenderlint"
CHECKS = ROOT / "checks"

# What a module of each stage may import besides its own stage. Every stage may use the nouns.
NOUNS = {
    "class_store", "errors", "folders", "kept", "model", "outcomes", "pattern_cues", "pattern_starts", "pattern_store",
    "patterns", "toml_store", "values", "__init__",
}  # fmt: skip
STAGES = {
    "syllables": set(),
    "notice": set(),
    "readers": {"notice"},
    "roles": set(),
    "working_days": set(),
    "law": set(),
    "settings": set(),
    "clock": set(),
    "ignored": set(),
    "git": set(),
    "staged": {"ignored"},
    "discovery": {"ignored", "notice", "readers", "roles"},
    "facts": {"notice"},
    "readability": {"facts", "syllables"},
    "thresholds": {"facts", "law"},
    "cards": set(),
    "grammar": {"cache_place", "facts"},
    "wording": set(),
    "pack_words": {"facts", "readability", "wording"},
    "word_findings": {"checking", "wording"},
    "checking": {
        "cards", "facts", "hard_terms", "law", "pack_words", "readability", "stale_words", "thresholds",
        "word_findings", "working_days",
    },
    "hard_terms": {"checking"},
    "stale_words": {"checking"},
    "registry": {"cards", "checking", "law", "settings", "wording", "working_days"},
    "stated": {"facts", "report", "settings"},
    "house": {"checking", "settings", "wording"},
    "fingerprints": {"report"},
    "waivers": {"fingerprints", "report", "settings"},
    "baseline": {"report"},
    "baseline_file": {"baseline"},
    "report_reading": set(),
    "report": {"report_reading"},
    "report_data": {"report", "report_reading"},
    "scoring": {"readability", "report_reading"},
    "regime": {"facts", "law", "settings", "working_days"},
    "careful": {"facts"},
    "row_quotes": {"facts", "model"},
    "coverage": {"report"},
    "engine": {
        "grammar", "report_reading", "scoring",
        "careful", "cards", "checking", "coverage", "facts", "law", "pack_words", "readability", "regime",
        "registry", "report", "settings", "stated", "working_days", "fingerprints", "house", "wording",
        "row_quotes",
    },
    "checklist": {"registry", "report"},
    "readiness": {"report"},
    "formats": {"comparing", "readiness", "report", "report_data", "report_reading"},
    "house_style": {"cards", "checking", "facts", "registry", "settings"},
    "linting": {"checklist", "discovery", "engine", "house_style", "registry", "report", "settings", "waivers"},
    "testing": {"notice", "readers", "roles"},
    "card_examples": {"cards", "linting", "registry", "report", "settings", "testing"},
    "fixing": {"discovery", "facts", "readers"},
    "apart": {"linting", "readers", "registry", "report", "report_data", "settings"},
    "cache_place": set(),
    "cache_store": set(),
    "cache_files": {"ignored"},
    "cache_key": {"cache_files"},
    "cache_program": {"cache_files", "cache_store"},
    "again": {"cache_files", "cache_place", "cache_program", "cache_store", "clock"},
    "cache": {"cache_store", "report", "report_data"},
    "watching": {"cache_files"},
    "comparing": {"discovery", "fingerprints", "linting", "registry", "report", "settings"},
    "audit": {
        "apart", "cache_files", "cache_key", "cache_place", "cache_program", "discovery", "formats", "ignored",
        "linting", "notice", "readers", "registry", "report", "report_data", "settings",
    },
    "api": {"clock", "comparing", "linting", "registry", "report", "report_data", "settings"},
    "commands": {
        "audit",
        "grammar", "readers",
        "fixing",
        "apart",
        "baseline", "baseline_file",
        "discovery", "readability", "report_reading", "scoring",
        "git", "ignored", "staged",
        "card_examples", "house_style",
        "again", "cache", "cache_files", "cache_key", "cache_place", "cache_program", "cards", "clock",
        "comparing", "formats", "law", "linting", "readiness", "registry", "report", "report_data", "settings",
        "watching",
    },
    "cli": {"commands"},
    "start": {"again", "cli"},
    "__main__": {"start"},
}  # fmt: skip
ONLY_THE_COMMAND_LINE = {"cli", "clock", "commands", "start", "__main__"}
CLOCK = {
    "date": {"today"},
    "datetime": {"today", "now", "utcnow"},
    "time": {"time", "time_ns", "localtime", "gmtime", "strftime", "ctime"},
}
EXITS = {"exit", "_exit", "quit", "abort"}
# A child process that has done its work must not run on as its parent.
CHILDREN = {"apart.py", "isolate.py", "workers.py"}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def ids(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def imported(path: Path) -> Iterator[str]:
    """Yield the whole dotted names of tenderlint that a file imports, type checking aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _outside_type_checking(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} uses a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _outside_type_checking(tree: ast.AST) -> Iterator[ast.AST]:
    yield tree
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield from _outside_type_checking(child)


def stages_imported(path: Path) -> set[str]:
    """Return the stages that a file takes anything from."""
    found = set()
    for name in imported(path):
        package, *rest = name.split(".")
        if package == "tenderlint" and rest:
            found.add(rest[0] if _is_stage(rest[0]) else "__init__")
    return found


def _is_stage(name: str) -> bool:
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()


def calls(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield owner, name and line of every call in a file; the owner of a bare call is ""."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield "", node.func.id, node.lineno
            elif isinstance(node.func, ast.Attribute):
                owner = node.func.value
                yield getattr(owner, "id", getattr(owner, "attr", "")), node.func.attr, node.lineno


def test_every_stage_of_the_program_is_in_the_picture() -> None:
    assert {stage(path) for path in modules()} - NOUNS - STAGES.keys() == set()


@pytest.mark.parametrize("path", modules(), ids=ids(modules()))
def test_a_module_imports_only_from_earlier_stages(path: Path) -> None:
    own = stage(path)
    assert stages_imported(path) - NOUNS - {own} - STAGES.get(own, set()) == set()


@pytest.mark.parametrize("path", sorted(CHECKS.rglob("*.py")), ids=ids(sorted(CHECKS.rglob("*.py"))))
def test_a_check_imports_only_what_checking_gives_it(path: Path) -> None:
    own = {name for name in imported(path) if name.startswith(("tenderlint", "checks"))}
    assert all(name.startswith("tenderlint.checking.") for name in own), own
    names = {name.split(".")[0] for name in imported(path)}
    assert names.isdisjoint({"os", "io", "pathlib", "time", "random", "socket", "subprocess", "urllib", "sys"})


@pytest.mark.parametrize("path", [*modules(), *sorted(CHECKS.rglob("*.py"))], ids=lambda path: path.name)
def test_only_the_command_line_asks_the_clock_prints_or_exits(path: Path) -> None:
    if path.is_relative_to(PACKAGE) and stage(path) in ONLY_THE_COMMAND_LINE:
        return
    for owner, name, line in calls(path):
        assert name not in CLOCK.get(owner, ()), f"{path.name}:{line} asks the clock"
        assert not (owner == "" and name in {"print", "input"}), f"{path.name}:{line} prints"
        exits = owner in {"", "sys", "os"} and name in EXITS
        assert not exits or path.name in CHILDREN, f"{path.name}:{line} exits"


def test_today_is_asked_for_in_one_place() -> None:
    askers = [path.name for path in modules() for owner, name, _ in calls(path) if (owner, name) == ("date", "today")]
    assert askers == ["clock.py"]


@pytest.mark.parametrize("path", [*modules(), *sorted(CHECKS.rglob("*.py"))], ids=lambda path: path.name)
def test_a_module_is_short_and_says_first_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    first = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    assert len(first) >= 12, "the first line of a module says what it is"
    assert first.endswith((".", "?", "!"))
