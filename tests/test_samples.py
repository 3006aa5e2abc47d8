"""Holds the program to what the samples say should be found in them, and the samples to their own text."""

from __future__ import annotations

import datetime as dt
import functools
import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tenderlint.commands import exits
from tenderlint.discovery import load_pack
from tenderlint.linting import lint
from tenderlint.model import Document, walk
from tenderlint.outcomes import Severity
from tenderlint.report import Report
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("*/expected.toml"))
OUTCOMES = ("passed", "failed", "cantTell", "inapplicable")


@functools.cache
def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((SAMPLES / name / "expected.toml").read_text(encoding="utf-8"))


@functools.cache
def report(name: str) -> Report:
    return lint(SAMPLES / name / "pack", today=expected(name)["on"])


def items() -> Iterator[tuple[str, str, str]]:
    for name in NAMES:
        for outcome in OUTCOMES:
            yield from ((name, item, outcome) for item in expected(name)["items"].get(outcome, ()))


def checks(key: str) -> Iterator[tuple[str, str]]:
    for name in NAMES:
        yield from ((name, check) for check in expected(name)["checks"].get(key, ()))


def facts() -> Iterator[tuple[str, str, object]]:
    for name in NAMES:
        yield from ((name, fact, value) for fact, value in expected(name)["facts"].items())


def test_there_are_packs_good_faulty_older_and_scanned() -> None:
    assert {"good-advocacy", "faulty-cleaning", "older-law-youth", "scanned-grounds"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_check_crashes_and_the_law_is_that_of_the_day(name: str) -> None:
    assert [row.reason for row in report(name).checks if row.outcome == "error"] == []
    assert report(name).regime.id == expected(name)["regime"]


@pytest.mark.parametrize(("name", "item", "outcome"), list(items()))
def test_a_checklist_item_gets_the_answer_that_the_readme_gives(name: str, item: str, outcome: str) -> None:
    row = report(name).item(item)
    reasons = [(check.id, check.outcome.value, check.reason) for check in report(name).checks if check.id in row.checks]
    assert row.outcome == outcome, f"{row.reason} {reasons}"


@pytest.mark.parametrize(("name", "check"), list(checks("failed")))
def test_a_planted_fault_is_found(name: str, check: str) -> None:
    row = report(name).check(check)
    assert row.outcome == "failed", row.reason
    assert row.findings


@pytest.mark.parametrize(("name", "check"), list(checks("not_failed")))
def test_what_is_right_is_not_called_wrong(name: str, check: str) -> None:
    row = report(name).check(check)
    assert row.outcome != "failed", [finding.message for finding in row.findings]


@pytest.mark.parametrize(("name", "severity"), list(checks("no_severity")))
def test_the_good_pack_breaks_no_law_and_no_policy(name: str, severity: str) -> None:
    wrong = [
        (row.id, finding.message)
        for row in report(name).checks
        if row.outcome == "failed" and row.severity == Severity(severity)
        for finding in row.findings
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "fact", "value"), list(facts()))
def test_a_fact_is_read_from_the_pack(name: str, fact: str, value: object) -> None:
    rows = report(name).facts[fact]
    chosen = [row.value for row in rows if row.chosen]
    assert chosen == [value], [(row.value, row.where.quote) for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_the_exit_code_and_the_coverage_are_as_told(name: str) -> None:
    want = expected(name)
    assert report(name).complete is want["complete"]
    assert sorted({row.document for row in report(name).not_read}) == want.get("not_read", [])
    if "exit" in want:
        assert exits.of_report(report(name), Severity.ERROR) == want["exit"]


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_in_the_document_that_it_is_said_to_stand_in(name: str) -> None:
    pack = load_pack(SAMPLES / name / "pack")
    words = {document.path: _folded(" ".join(_said(document))) for document in pack.documents}
    for row in report(name).checks:
        for finding in (*row.findings, *row.evidence, *row.nearest):
            if finding.where.document is not None:
                for part in re.split(r"\s*…\s*", finding.where.quote):
                    assert _folded(part) in words[finding.where.document], (row.id, part)
    for rows in report(name).facts.values():
        for fact in rows:
            assert _folded(fact.where.quote) in words[fact.where.document or ""], fact.where.quote


def _said(document: Document) -> Iterator[str]:
    """Yield the words of every block, also those that a tracked change deleted, and what the file says of itself."""
    for block in walk(document.blocks):
        yield block.text
        yield from (span.text for span in block.spans if span.text)
        yield from (span.link for span in block.spans if span.link)
    yield document.structure.title or ""
    yield from (mark.text for mark in document.structure.marks)


def _folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_says_what_should_be_found(name: str) -> None:
    readme = (SAMPLES / name / "README.md").read_text(encoding="utf-8")
    assert "which does not exist" in readme
    assert "## What should be found" in readme
    sources = {path.relative_to(SAMPLES / name / "source").with_suffix("") for path in sources_of(name)}
    made = {path.relative_to(SAMPLES / name / "pack") for path in (SAMPLES / name / "pack").rglob("*.*")}
    assert made == sources


@pytest.mark.parametrize("path", [path for name in NAMES for path in sorted((SAMPLES / name).glob("source/*.docx.md"))],
                         ids=lambda path: path.stem)  # fmt: skip
def test_a_word_sample_is_what_its_text_makes(path: Path) -> None:
    from tools.make_samples import made

    kept = path.parent.parent / "pack" / path.stem
    assert _words(kept.read_bytes()) == _words(made(path, ".docx"))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "faulty-cleaning"])
def test_the_days_of_the_week_in_the_samples_are_right(name: str) -> None:
    days = r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (\d{1,2}) (\w+) (20\d\d)"
    for path in sources_of(name):
        for weekday, day, month, year in re.findall(days, path.read_text(encoding="utf-8")):
            when = dt.datetime.strptime(f"{day} {month} {year}", "%d %B %Y")
            assert f"{when:%A}" == f"{weekday}day", f"{day} {month} {year} in {path.name}"


def sources_of(name: str) -> list[Path]:
    return sorted((SAMPLES / name / "source").rglob("*.md"))


def _words(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
