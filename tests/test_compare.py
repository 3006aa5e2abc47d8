"""Comparing an amended pack with the one before, as a person does it: the command in a folder."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.comparing.made import ITT, changed
from tests.conftest import Run
from tests.readers.made import word

Tenderlint = Callable[..., Run]


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Path, Path]:
    """An invitation in Word that was renamed and amended, with terms that stayed and a plan that came."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "Terms.md").write_text("# Terms\n\nThe law of England governs the contract.\n", encoding="utf-8")
    amended = changed(_10_April="3 April", _30_days="45 days", **{"£400,000": "£300,000"})
    for folder, name, text in ((old, "ITT v1.docx", ITT), (new, "ITT v2 amended.docx", amended)):
        lines = [line.lstrip("# ") for line in text.splitlines() if line]
        (folder / name).write_bytes(word(*lines))
    (new / "Plan.md").write_text("# Plan of the hedges\n\nThey stand along Church Lane.\n", encoding="utf-8")
    return old, new


def test_an_amended_pack_is_told_from_the_deadline_to_the_words(
    tenderlint: Tenderlint, packs: tuple[Path, Path]
) -> None:
    run = tenderlint("compare", *packs, COLUMNS="80")
    assert run.err == ""
    assert run.code == 1, "a breach of law that the amendment brought is a problem"
    text = " ".join(run.out.split())
    assert run.out.startswith("Deadline brought forward by 7 days, ")
    for words in (
        "Somebody must decide whether the deadline moves", "Procurement Act 2023, section 31(4)",
        "10 April 2026, 12:00 before, 3 April 2026, 12:00 now: brought forward by 7 days.",
        "Value of the whole contract: cut by £100,000 (25%)", "Time to payment: up by 15 days",
        "Breach of law payment-in-30-days", "Renamed: ITT v1.docx is now ITT v2 amended.docx", "Added: Plan.md",
        "was │ The Council pays each invoice within 30 days", "now │ The Council pays each invoice within 45 days",
        "Still there:",
    ):  # fmt: skip
        assert words in text, words
    assert max(map(len, run.out.splitlines())) <= 80
    assert "Terms.md" not in run.out


def test_the_comparison_as_json_keeps_to_its_schema(tenderlint: Tenderlint, packs: tuple[Path, Path]) -> None:
    import jsonschema

    schema = json.loads(tenderlint("schema", "comparison").out)
    judge = jsonschema.Draft202012Validator(schema)
    judge.check_schema(schema)
    data = json.loads(tenderlint("compare", *packs, "--format", "json").out)
    assert [error.message for error in judge.iter_errors(data)] == []
    assert list(judge.iter_errors({**data, "deadline": {}})), "a schema that refuses nothing tells nothing"
    assert data["deadline"]["answer"] == "look"
    assert data["deadline"]["days_moved"] == -7
    assert {row["name"] for row in data["facts"]} >= {"submission_deadline", "contract_value_total", "payment_days"}
    assert {row["check"] for row in data["findings"] if row["kind"] == "new"} >= {"payment-in-30-days"}
    assert data["documents"] == [
        {"kind": "changed", "old": "ITT v1.docx", "new": "ITT v2 amended.docx"},
        {"kind": "new", "old": None, "new": "Plan.md"},
        {"kind": "kept", "old": "Terms.md", "new": "Terms.md"},
    ]


def test_several_formats_go_to_a_folder_and_the_page_needs_nothing_else(
    tenderlint: Tenderlint, packs: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = tenderlint("compare", *packs, "--format", "html", "--format", "json", "-o", out, "--fail-on", "never")
    assert run.code == 0
    assert sorted(path.name for path in out.iterdir()) == ["new compared.html", "new compared.json"]
    page = (out / "new compared.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "<del>" in page
    assert "<ins>" in page
    assert not re.search(r"<script|<img|src=|@import|url\(", page)


def test_words_of_a_hostile_pack_stay_words_on_the_page(tenderlint: Tenderlint, tmp_path: Path) -> None:
    for name, words in (("old", "Nothing."), ("new", "Nothing but <script>alert(1)</script> and &amp; \x1b[31mred.")):
        (tmp_path / f"{name}.md").write_text(f"# Terms\n\n{words}\n", encoding="utf-8")
    page = tenderlint("compare", tmp_path / "old.md", tmp_path / "new.md", "--format", "html").out
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in tenderlint("compare", tmp_path / "old.md", tmp_path / "new.md").out


def test_the_same_pack_as_folder_and_as_zip_has_not_changed(
    tenderlint: Tenderlint, packs: tuple[Path, Path], tmp_path: Path
) -> None:
    old, _ = packs
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        for path in old.iterdir():
            archive.write(path, path.name)
    run = tenderlint("compare", old, tmp_path / "old.zip")
    assert run.out.startswith("Nothing changed in what was read.")
    assert "Nothing asks for another deadline" in run.out
    assert run.code == 0


def test_what_could_not_be_read_is_told_and_never_taken_for_unchanged(
    tenderlint: Tenderlint, packs: tuple[Path, Path]
) -> None:
    old, new = packs
    for folder in packs:
        (folder / "Map.pdf").write_bytes(b"%PDF-1.7\nbroken in " + folder.name.encode())
    run = tenderlint("compare", old, new)
    assert run.code == 3
    assert "Not read, so not compared" in run.out
    assert "Map.pdf (old pack)" in " ".join(run.out.split())


def test_both_packs_are_linted_with_the_settings_beside_the_new_one(
    tenderlint: Tenderlint, packs: tuple[Path, Path]
) -> None:
    old, new = packs
    (new / "tenderlint.toml").write_text('ignore = ["payment-in-30-days"]\n', encoding="utf-8")
    (old / "tenderlint.toml").write_text('select = ["placeholders"]\n', encoding="utf-8")
    data = json.loads(tenderlint("compare", old, new, "--format", "json").out)
    assert not any(row["check"] == "payment-in-30-days" for row in data["findings"])
    assert any(row["kind"] == "kept" for row in data["findings"])
    (new / "tenderlint.toml").write_text('ignore = ["payment-in-30-dais"]\n', encoding="utf-8")
    run = tenderlint("compare", old, new)
    assert run.code == 2
    assert "payment-in-30-days" in run.err


@pytest.mark.parametrize("gone", [0, 1])
def test_a_missing_pack_is_told_in_one_line(tenderlint: Tenderlint, packs: tuple[Path, Path], gone: int) -> None:
    places = [packs[0], packs[1]]
    places[gone] = places[gone].with_name("nowhere")
    run = tenderlint("compare", *places)
    assert run.code in (2, 3)
    assert run.out == ""
    assert run.err == f"tenderlint: {places[gone]}: there is no such file or folder. Check the path.\n"


def test_colours_are_never_needed_and_a_bidder_is_told_in_a_bidders_words(
    tenderlint: Tenderlint, packs: tuple[Path, Path]
) -> None:
    run = tenderlint("compare", *packs, "--as", "bidder")
    assert "Not allowed by law" in run.out
    assert "\x1b" not in run.out
