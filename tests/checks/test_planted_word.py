"""Every rule for Word files finds the barrier that is planted for it in a real file, and no rule finds any other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tenderlint.linting import lint
from tenderlint.settings import settings_from
from tests.checks.asking import book
from tests.checks.planted_word import PLANTED, Planted

_DAY = dt.date(2026, 3, 2)


def _failed(planted: Planted, folder: Path) -> dict[str, str]:
    path = folder / planted.file
    path.write_bytes(planted.data())
    rules = [check.card.id for check in book().checks if check.card.area == "word"]
    settings = settings_from({"select": rules, "pack": {"commenced": _DAY}})
    report = lint(path, today=_DAY, settings=settings, book=book())
    assert [row.notes for row in report.documents if row.read != "fully"] == []
    assert [row.id for row in report.checks if row.outcome == "error"] == []
    return {row.id: " | ".join(each.message for each in row.findings) for row in report.checks if row.findings}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_the_planted_barrier_is_found_and_nothing_else(planted: Planted, tmp_path: Path) -> None:
    found = _failed(planted, tmp_path)
    assert found.keys() == planted.found, found


def test_every_rule_for_word_files_has_a_planted_barrier() -> None:
    rules = {check.card.id for check in book().checks if check.card.area == "word"}
    assert {rule for planted in PLANTED for rule in planted.found} == rules
