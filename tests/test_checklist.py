"""The reason beside an item of the checklist stands on its own: it points at nothing that is only shown elsewhere."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

from tenderlint.linting import lint_pack
from tenderlint.testing import pack
from tests.checks.asking import book
from tests.conftest import Run

LONG = " ".join(["We will read each bid with care and write to all who sent one,"] * 7)


def test_a_reason_names_the_file_and_counts_what_it_leaves_out(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "ITT.md").write_text(f"# Invitation to tender\n\n{LONG} and so on.\n\n{LONG} and that is all.\n")
    report = json.loads(tenderlint("check", pack, "--format", "json").out)
    rows = {item["item"]: item for item in report["checklist"]}
    reason = rows["plain-language"]["reason"]
    assert "ITT.md: the running text of this document" in reason
    assert "is quoted" not in reason
    assert "This sentence" not in reason
    assert "a sentence has" in reason.lower()


def _reasons(tenderlint: Callable[..., Run], pack: Path) -> dict[str, str]:
    report = json.loads(tenderlint("check", pack, "--format", "json", "--on", "2026-03-02").out)
    return {item["item"]: item["reason"] for item in report["checklist"]}


def test_a_reason_that_holds_of_several_files_names_the_others(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "1 ITT.md").write_text(f"# Invitation to tender\n\n{LONG} and so on.\n")
    (pack / "2 Brief.md").write_text(f"# Brief\n\n{LONG} and that is all.\n")
    reason = _reasons(tenderlint, pack)["plain-language"]
    assert "2 Brief.md has such a problem too" in reason
    for number in range(3, 7):
        (pack / f"{number} Paper.md").write_text(f"# Paper {number}\n\n{LONG} and that is all of {number}.\n")
    reason = _reasons(tenderlint, pack)["plain-language"]
    assert "2 Brief.md, 3 Paper.md and 3 more files have such a problem too" in reason


def test_a_reason_says_how_many_more_of_its_kind_there_are(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    pack = tmp_path / "ITT.md"
    pack.write_text("# Invitation\n\nWrite to [insert name].\n\nThe fee is [insert sum].\n\nIt starts on xx/xx/2027.\n")
    assert _reasons(tenderlint, pack)["no-placeholders"].endswith("(and 2 more)")
    pack.write_text("# Invitation\n\nWrite to [insert name].\n")
    assert "more)" not in _reasons(tenderlint, pack)["no-placeholders"]


def test_what_each_file_holds_is_told_of_each_by_its_name() -> None:
    texts = {
        "ITT.docx": "# Invitation to tender\nWrite to us. {>>Who is it?<<}",
        "Specification.docx": "# Specification\nIt takes {--two--} {++three++} days and costs {++£4,000++} a year.",
    }
    report = lint_pack(pack(texts), today=dt.date(2026, 3, 2), book=book())
    reason = next(item.reason for item in report.checklist if item.item == "no-unresolved-changes")
    assert reason == (
        "ITT.docx: holds 1 comment; Specification.docx: holds 1 tracked deletion and 2 tracked insertions"
    )


def test_what_stands_here_and_there_says_how_many_more_there_are() -> None:
    texts = {
        "ITT.docx": "# Invitation\nIt is worth £10,000 a year. Tenders must be received by noon on 2 April 2026.",
        "Form of tender.docx": "# Form\nIt is worth £12,000 a year. Tenders must be received by noon on 9 April 2026.",
    }
    report = lint_pack(pack(texts), today=dt.date(2026, 3, 2), book=book())
    reason = next(item.reason for item in report.checklist if item.item == "facts-agree")
    assert "(and 1 more)" in reason
