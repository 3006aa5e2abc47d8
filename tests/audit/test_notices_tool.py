"""The tool that reads a folder of notices says how many it read, and names every other."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tools.notices import main

RELEASE = {
    "ocid": "ocds-1", "id": "1", "date": "2026-02-02T00:00:00Z", "tag": ["tender"], "buyer": {"name": "Wexley Council"},
    "tender": {"id": "t", "title": "Hedges", "documents": [{"id": "d", "url": "https://portal.example/itt.pdf"}]},
}  # fmt: skip


def test_files_that_are_read_broken_or_without_a_notice_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put = {
        "a/package.json": json.dumps({"releases": [RELEASE, {**RELEASE, "ocid": "ocds-2", "tender": {"id": "t"}}]}),
        "a/record.json": json.dumps({"records": [{"ocid": "ocds-3", "compiledRelease": RELEASE}]}),
        "lines.JSONL": "".join(json.dumps({**RELEASE, "ocid": f"ocds-{number}"}) + "\n" for number in (4, 5)),
        "b/cut.jsonl": json.dumps({**RELEASE, "ocid": "ocds-6"}) + "\n" + json.dumps(RELEASE)[:50],
        "b/empty.json": "",
        "b/half.json": json.dumps({"releases": [RELEASE]})[:-30],
        "none.json": json.dumps({"releases": []}),
        "schema.json": json.dumps({"type": "object"}),
        "notes.txt": "not looked at",
    }
    for name, text in put.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    os.rename(tmp_path / "schema.json", os.fsencode(tmp_path) + b"/sch\xff.json")
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["8 files: 3 read, 2 without a notice, 3 broken.", "6 packs: 5 with addresses of documents."]
    assert told[2] == "Broken:"
    assert told[3].startswith("  b/cut.jsonl: is no JSON: line 2: ")
    assert told[3].endswith("(1 pack before that)")
    assert told[4] == "  b/empty.json: is empty"
    assert told[5].startswith("  b/half.json: is no JSON: ")
    assert told[6:] == [
        "Without a notice:", "  none.json: is a package that holds no release",
        "  sch�.json: is JSON, but holds no OCDS release or record",
    ]  # fmt: skip


def test_whole_files_end_well_and_a_folder_without_any_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notice.json").write_text(json.dumps(RELEASE), encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == (
        "1 file: 1 read, 0 without a notice, 0 broken.\n1 pack: 1 with addresses of documents.\n"
    )
    (tmp_path / "notice.json").unlink()
    assert main([str(tmp_path)]) == 2
    assert "holds no files that end in .json, .jsonl, .ndjson" in capsys.readouterr().err
