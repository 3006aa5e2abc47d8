"""The reason beside an item of the checklist stands on its own: it points at nothing that is only shown elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

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
