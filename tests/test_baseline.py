"""A baseline knows what was there before, so that only what is new is told, and forgets what is gone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]

PACK = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. Tenders must be returned by 12 noon on 20 March 2026.

# 3. Payment

The Council shall pay each invoice within 60 days. Write to [insert address].

# 4. Contact

Ring [insert number].
"""
STRICT = ("--select", "placeholders,waivers-in-use", "--fail-on", "advice")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "hedges"
    folder.mkdir()
    write(folder, PACK)
    return folder


@pytest.fixture
def known(tenderlint: Tenderlint, pack: Path) -> Path:
    """A baseline of all that is found in the pack."""
    path = pack.parent / "known.json"
    run = tenderlint("check", pack, "--baseline", path, "--write-baseline")
    assert run.code == 0, run.err
    return path


def write(pack: Path, text: str, name: str = "Invitation to tender.md") -> None:
    (pack / name).write_text(text, encoding="utf-8")


def entries(path: Path, pack: str = "hedges") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["packs"][pack]
    return rows


def quotes(path: Path, check: str = "placeholders", pack: str = "hedges") -> list[str]:
    return [row["quote"] for row in entries(path, pack) if row["check"] == check]


def test_what_was_there_before_does_not_count(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    assert tenderlint("check", pack, *STRICT).code == 1
    run = tenderlint("check", pack, *STRICT, "--baseline", known)
    assert (run.code, run.err) == (0, "")
    assert "2 findings there before: placeholders 2" in run.out
    assert "Set aside: 2 findings" in run.out


def test_the_reports_of_all_formats_show_what_was_there_before(
    tenderlint: Tenderlint, pack: Path, known: Path
) -> None:
    data = json.loads(tenderlint("check", pack, "--format", "json", "--baseline", known).out)
    found = [each for row in data["checks"] for each in row["findings"]]
    assert {each["waived"] for each in found} == {"it was there before"}
    assert {each["waived_by"]["source"] for each in found} == {"baseline"}
    page = tenderlint("check", pack, "--format", "html", "--baseline", known).out
    assert "These were there before" in page
    items = {row["item"]: row for row in data["checklist"]}
    assert (items["no-placeholders"]["outcome"], items["no-placeholders"]["answer_by_person"]) == ("failed", None)


def test_writing_says_how_many_findings_are_in_the_file_unless_it_is_to_be_quiet(
    tenderlint: Tenderlint, pack: Path
) -> None:
    select = ("--select", "placeholders", "--write-baseline")
    run = tenderlint("check", pack, *select, "--baseline", pack.parent / "a.json")
    assert run.err == f"tenderlint: {pack.parent / 'a.json'}: written, with 2 findings.\n"
    run = tenderlint("check", pack, *select, "--baseline", pack.parent / "b.json", "--quiet")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert quotes(pack.parent / "b.json") == quotes(pack.parent / "a.json")


def test_only_what_is_new_is_told(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    write(pack, PACK + "\nBring [insert thing].\n")
    run = tenderlint("check", pack, *STRICT, "--baseline", known)
    assert run.code == 1
    findings = run.out.partition("Set aside, and not counted")[0]
    assert "[insert thing]" in findings
    assert "[insert address]”" not in findings


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("# 3.", "# 2. News\n\nMany new words.\n\n# 5.").replace("# 4.", "# 9."),
        lambda text: "Page one.\n\n" * 40 + text,
        lambda text: text.replace("Wexley Parish Council invites", "Our council now invites"),
        lambda text: text.replace("Ring [insert number].", "Ring  [INSERT number]."),
    ],
    ids=["sections are numbered anew", "pages move", "other words are edited", "blanks and capitals change"],
)
def test_edits_elsewhere_do_not_wake_old_findings(
    tenderlint: Tenderlint, pack: Path, known: Path, change: Callable[[str], str]
) -> None:
    write(pack, change(PACK))
    run = tenderlint("check", pack, *STRICT, "--baseline", known)
    assert run.code == 0, run.out
    assert "2 findings there before" in run.out


def test_a_new_file_name_does_not_wake_old_findings(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    (pack / "Invitation to tender.md").rename(pack / "ITT version 2.md")
    assert tenderlint("check", pack, *STRICT, "--baseline", known).code == 0


def test_a_pack_that_was_moved_takes_its_entries_along(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    moved = pack.parent / "2026" / "hedges"
    moved.parent.mkdir()
    pack.rename(moved)
    assert tenderlint("check", moved, *STRICT, "--baseline", known, "--write-baseline").code == 0
    assert list(json.loads(known.read_text(encoding="utf-8"))["packs"]) == ["2026/hedges"]
    assert len(entries(known, "2026/hedges")) > 5


def test_words_that_stand_once_more_than_before_are_new(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    write(pack, "# 1 Contact\n\nRing [insert number].\n", "Questions.md")
    data = json.loads(tenderlint("check", pack, *STRICT, "--baseline", known, "--format", "json").out)
    found = next(row["findings"] for row in data["checks"] if row["id"] == "placeholders")
    assert len({each["fingerprint"] for each in found}) == 2
    assert [each["waived"] for each in found].count(None) == 1
    tenderlint("check", pack, "--baseline", known, "--write-baseline")
    assert sorted(row["count"] for row in entries(known) if row["check"] == "placeholders") == [1, 2]


# What is gone


def test_what_is_gone_is_taken_out_and_is_new_when_it_comes_back(
    tenderlint: Tenderlint, pack: Path, known: Path
) -> None:
    assert len(quotes(known)) == 2
    write(pack, PACK.replace("[insert number]", "01632 960100"))
    run = tenderlint("check", pack, *STRICT, "--baseline", known)
    assert run.code == 0
    assert run.err == f"tenderlint: {known}: 1 finding is gone and no longer in it.\n"
    assert len(quotes(known)) == 1
    write(pack, PACK)
    assert tenderlint("check", pack, *STRICT, "--baseline", known).code == 1


def test_checks_that_were_not_asked_keep_their_entries(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    before = known.read_bytes()
    assert tenderlint("check", pack, "--select", "time", "--baseline", known).err == ""
    assert known.read_bytes() == before
    tenderlint("check", pack, "--select", "time", "--baseline", known, "--write-baseline")
    assert known.read_bytes() == before


def test_a_file_that_cannot_be_read_keeps_its_entries(tenderlint: Tenderlint, pack: Path) -> None:
    known, word = pack.parent / "known.json", pack / "Terms.docx"
    made = docx.Document()
    made.add_paragraph("Send every invoice to [insert office].")
    made.save(str(word))
    tenderlint("check", pack, "--baseline", known, "--write-baseline")
    before = quotes(known)
    assert "Send every invoice to [insert office]." in before
    word.write_bytes(word.read_bytes()[:300])
    run = tenderlint("check", pack, "--baseline", known)
    assert run.code == 3
    assert quotes(known) == before


def test_another_day_takes_nothing_out(tenderlint: Tenderlint, pack: Path, known: Path) -> None:
    before = known.read_bytes()
    tenderlint("check", pack, "--baseline", known, "--on", "2009-01-01")
    assert known.read_bytes() == before


def test_a_baseline_that_cannot_be_written_back_does_not_end_the_run(
    tenderlint: Tenderlint, pack: Path, known: Path
) -> None:
    write(pack, PACK.replace("[insert number]", "01632 960100"))
    folder = known.with_name("folder")
    folder.mkdir()
    kept = folder / "known.json"
    shutil.copy(known, kept)
    text = kept.read_text(encoding="utf-8").replace('"hedges"', '"../hedges"')
    kept.write_text(text, encoding="utf-8")
    code = (
        "import sys; from tenderlint.commands import outputs; from tenderlint.errors import UsageError\n"
        "def full(path, text): raise UsageError('cannot be written: the disk is full.', str(path))\n"
        "outputs.write_whole = full; from tenderlint.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(pack), *STRICT, "--baseline", str(kept)],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": python_path()},
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == f"tenderlint: {kept}: cannot be written: the disk is full.\n"
    assert kept.read_text(encoding="utf-8") == text
    assert tenderlint("check", pack, "--baseline", "/proc/none/known.json", "--write-baseline").code == 2


# The file


def test_the_same_findings_make_the_same_file_one_finding_a_line(
    tenderlint: Tenderlint, pack: Path, known: Path
) -> None:
    again = known.with_name("again.json")
    tenderlint("check", pack, "--baseline", again, "--write-baseline")
    assert again.read_bytes() == known.read_bytes()
    lines = known.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if '"fingerprint"' in line]
    assert len(rows) == len(entries(known))
    assert rows == sorted(rows)
    assert sorted(path.name for path in pack.parent.iterdir()) == ["again.json", "hedges", "known.json"]


def test_several_packs_share_one_baseline_and_hide_nothing_of_each_other(
    tenderlint: Tenderlint, pack: Path, known: Path
) -> None:
    twin = pack.parent / "twin"
    shutil.copytree(pack, twin)
    run = tenderlint("check", pack, twin, *STRICT, "--baseline", known)
    assert run.code == 1
    assert tenderlint("check", twin, *STRICT, "--baseline", known, "--write-baseline").code == 0
    assert tenderlint("check", pack, twin, *STRICT, "--baseline", known).code == 0
    assert list(json.loads(known.read_text(encoding="utf-8"))["packs"]) == ["hedges", "twin"]


def test_a_waived_finding_does_not_go_into_the_baseline(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "placeholders"\nquote = "[insert address]"\nreason = "It moves."\nowner = "A. Buyer"\n'
        "last_day = 2099-12-31\n"
        '[[waiver]]\ncheck = "placeholders"\nquote = "gone"\nreason = "It moves."\nowner = "A. Buyer"\n'
        "last_day = 2020-12-31\n"
    )
    known = pack.parent / "known.json"
    tenderlint("check", pack, "--baseline", known, "--write-baseline")
    assert quotes(known) == ["Ring [insert number]."]
    assert quotes(known, "waivers-in-use") == []
    run = tenderlint("check", pack, *STRICT, "--baseline", known)
    assert "ran out on 31 December 2020" in run.out


def test_the_settings_can_name_the_baseline_as_seen_from_their_file(
    tenderlint: Tenderlint, pack: Path, known: Path
) -> None:
    (pack / "tenderlint.toml").write_text('baseline = "../known.json"\n')
    assert tenderlint("check", pack, *STRICT).code == 0
    assert tenderlint("check", pack, *STRICT, cwd=pack.parent.parent).code == 0
    assert tenderlint("check", pack, "--write-baseline").code == 0


def test_a_baseline_in_the_folder_of_the_pack_is_no_document(tenderlint: Tenderlint, pack: Path) -> None:
    known = pack / "tenderlint-baseline.json"
    assert tenderlint("check", pack, "--baseline", known, "--write-baseline").code == 0
    data = json.loads(tenderlint("check", pack, "--baseline", known, "--format", "json").out)
    assert [row["path"] for row in data["pack"]["documents"]] == ["Invitation to tender.md"]
    assert list(json.loads(known.read_text(encoding="utf-8"))["packs"]) == ["."]


def test_writing_a_baseline_needs_a_file(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, "--write-baseline")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "--baseline FILE" in run.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: is not JSON"),
        ('{\n  "tenderlint_baseline": 1,\n  "packs": {,}\n}', "line 3: is not JSON"),
        ("[]", "line 1: is not a baseline of version 1"),
        ('{\n\n"tenderlint_baseline": 9}', "line 3: is not a baseline of version 1"),
        ('{"tenderlint_baseline": 1,\n"packs": []}', "line 2: packs must hold"),
        ('{"tenderlint_baseline": 1,\n"packs": {\n"a": {}}}', "line 3: a must hold a list"),
        (
            '{"tenderlint_baseline": 1, "packs": {"a": [\n{"check": "b", "fingerprint": "c"},\n{"check": "d"}]}}',
            "line 3: the finding lacks fingerprint",
        ),
        (
            '{"tenderlint_baseline": 1, "packs": {"a": [],\n"b": [\n{"check": "b", "fingerprint": "c", "count": 0}]}}',
            "line 3: the count of the finding is not right",
        ),
        (
            '{"tenderlint_baseline": 1, "packs": {"a": [\n{"check": "b", "fingerprint": "c", "page": 3}]}}',
            "line 2: unknown key page",
        ),
    ],
)
def test_a_baseline_that_is_wrong_is_told_with_its_line(
    tenderlint: Tenderlint, pack: Path, text: str, words: str
) -> None:
    path = pack.parent / "known.json"
    path.write_text(text, encoding="utf-8")
    run = tenderlint("check", pack, "--baseline", path)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"tenderlint: {path}: {words}")
    assert path.read_text(encoding="utf-8") == text


def test_a_baseline_that_is_not_there_is_told(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("check", pack, "--baseline", pack.parent / "gone.json")
    assert (run.code, run.out) == (2, "")
    assert "there is no such baseline. Make it with --write-baseline." in run.err
