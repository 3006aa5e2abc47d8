"""A waiver sets a finding aside for a reason and a time, is seen in every format, and is found when its day is over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tenderlint.commands.options import FORMATS
from tests.conftest import Run

Tenderlint = Callable[..., Run]

PACK = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. Tenders must be returned by 12 noon on 20 March 2026.

# Payment

The Council shall pay each invoice within 60 days. Write to [insert address], and ring [insert number].
"""
WAIVER = """[[waiver]]
check = "placeholders"
quote = "[insert address]"
reason = "The office moves in May."
owner = "A. Buyer"
last_day = 2099-12-31
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "hedges"
    folder.mkdir()
    (folder / "Invitation to tender.md").write_text(PACK, encoding="utf-8")
    return folder


def lint(tenderlint: Tenderlint, pack: Path, *arguments: str) -> dict[str, Any]:
    run = tenderlint("check", pack, "--format", "json", *arguments)
    assert run.code in (0, 1), run.err
    data: dict[str, Any] = json.loads(run.out)
    return data


def check(data: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in data["checks"] if row["id"] == name)
    return found


def waive(pack: Path, text: str = WAIVER, name: str = "waivers.toml") -> None:
    (pack / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["waivers.toml", "tenderlint.toml"])
@pytest.mark.parametrize("above", [False, True])
def test_a_waiver_stands_in_either_file_beside_the_pack_or_above(
    tenderlint: Tenderlint, pack: Path, name: str, above: bool
) -> None:
    waive(pack.parent if above else pack, name=name)
    row = check(lint(tenderlint, pack), "placeholders")
    waived = [each for each in row["findings"] if each["waived"] is not None]
    assert [each["waived"] for each in waived] == ["The office moves in May."]
    assert "[insert address]" in waived[0]["message"]
    assert waived[0]["waived_by"] == {
        "source": "waiver", "owner": "A. Buyer", "last_day": "2099-12-31", "file": name, "line": 1,
    }  # fmt: skip


def test_a_report_with_waivers_keeps_to_the_schema_and_comes_back(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    waive(pack)
    saved = tmp_path / "saved.json"
    tenderlint("check", pack, "--format", "json", "-o", saved)
    schema = json.loads(tenderlint("schema").out)
    assert not list(jsonschema.Draft202012Validator(schema).iter_errors(json.loads(saved.read_text("utf-8"))))
    assert tenderlint("show", saved, "--format", "json").out == saved.read_text(encoding="utf-8")
    assert tenderlint("show", saved).out == tenderlint("check", pack).out


def test_what_is_waived_counts_neither_for_the_exit_code_nor_for_the_first_line(
    tenderlint: Tenderlint, pack: Path
) -> None:
    arguments = ("check", pack, "--select", "placeholders,waivers-in-use", "--fail-on", "advice", "--max-findings", "0")
    before = tenderlint(*arguments)
    assert before.code == 1
    waive(pack, WAIVER + WAIVER.replace("address", "number"))
    after = tenderlint(*arguments)
    assert after.code == 0
    assert before.out.startswith("Nearly ready to publish: 1 departure from good practice\n")
    assert after.out.startswith("Ready to publish: nothing found against it but what was set aside, in the checks\n")


def test_every_format_shows_what_was_waived_with_reason_owner_and_last_day(tenderlint: Tenderlint, pack: Path) -> None:
    waive(pack)
    told = " ".join(tenderlint("check", pack).out.split())
    page = tenderlint("check", pack, "--format", "html").out
    for words in ("Waived", "The office moves in May. Waived by A. Buyer until 31 December 2099."):
        assert words in told
        assert words in page
    findings = told.partition("Set aside, and not counted")[0]
    assert "[insert number]”" in findings
    assert "[insert address]”" not in findings


@pytest.mark.parametrize("kind", [each for each in FORMATS if each not in ("terminal", "html")])
def test_formats_for_programs_show_it_with_its_reason(tenderlint: Tenderlint, pack: Path, kind: str) -> None:
    before = tenderlint("check", pack, "--format", kind).out
    waive(pack)
    after = tenderlint("check", pack, "--format", kind).out
    assert "The office moves in May." not in before
    assert "The office moves in May." in after
    assert "insert address" in after


def test_an_item_of_the_checklist_whose_findings_are_all_waived_is_answered_by_a_person(
    tenderlint: Tenderlint, pack: Path
) -> None:
    def item() -> dict[str, Any]:
        data = lint(tenderlint, pack)
        return next(row for row in data["checklist"] if row["item"] == "no-placeholders")

    waive(pack)
    assert (item()["outcome"], item()["answer_by_person"]) == ("failed", None)
    waive(pack, WAIVER + WAIVER.replace("address", "number"))
    assert (item()["outcome"], item()["answer_by_person"]) == ("failed", "Waived: The office moves in May")


def test_a_waiver_holds_when_its_words_move_or_are_set_otherwise(tenderlint: Tenderlint, pack: Path) -> None:
    waive(pack)
    (pack / "Invitation to tender.md").unlink()
    moved = PACK.replace("# Payment", "# 7. New\n\nMore words.\n\n# Contact").replace("[insert a", "[INSERT  a")
    (pack / "ITT version 2.md").write_text(moved, encoding="utf-8")
    data = lint(tenderlint, pack)
    assert [each["waived"] for each in check(data, "placeholders")["findings"]] == ["The office moves in May.", None]
    assert check(data, "waivers-in-use")["outcome"] == "passed"


@pytest.mark.parametrize(
    "quote", ["nowhere in the pack", "No form and no named procedure with a contact tells bidders how to complain"]
)
def test_what_the_pack_lacks_can_be_waived_too(tenderlint: Tenderlint, pack: Path, quote: str) -> None:
    assert [each["waived"] for each in check(lint(tenderlint, pack), "complaints-form")["findings"]] == [None]
    waive(pack, WAIVER.replace('"placeholders"', '"complaints-form"').replace("[insert address]", quote))
    assert [each["waived"] for each in check(lint(tenderlint, pack), "complaints-form")["findings"]] != [None]


def test_a_waiver_for_another_pack_is_left_alone(tenderlint: Tenderlint, pack: Path) -> None:
    waive(pack.parent, WAIVER + 'pack = "hall"\n')
    data = lint(tenderlint, pack)
    assert all(each["waived"] is None for each in check(data, "placeholders")["findings"])
    assert check(data, "waivers-in-use")["outcome"] == "inapplicable"


# Waivers that have had their day


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("2099-12-31", "2020-12-31"), "ran out on 31 December 2020: what it waived counts again"),
        (("[insert address]", "[insert e-mail]"), "is stale: the check still finds something, but not these words"),
        (('"placeholders"', '"tracked-changes"'), "is not used: the check finds nothing any more"),
    ],
)
def test_a_waiver_that_has_had_its_day_is_a_finding(
    tenderlint: Tenderlint, pack: Path, change: tuple[str, str], words: str
) -> None:
    waive(pack, "\n\n" + WAIVER.replace(*change))
    data = lint(tenderlint, pack)
    row = check(data, "waivers-in-use")
    assert (row["outcome"], row["severity"]) == ("failed", "advice")
    (found,) = row["findings"]
    assert words in found["message"]
    assert (found["document"], found["part"]) == ("waivers.toml", "line 3")
    assert found["quote"] in (WAIVER.replace(*change))
    assert all(each["waived"] is None for each in check(data, "placeholders")["findings"])
    told = " ".join(tenderlint("check", pack).out.split())
    assert words in told
    assert "waivers.toml" in told


def test_a_waiver_of_a_check_that_was_not_asked_is_not_called_unused(tenderlint: Tenderlint, pack: Path) -> None:
    waive(pack, WAIVER.replace('"placeholders"', '"tracked-changes"'))
    assert check(lint(tenderlint, pack, "--select", "waivers-in-use"), "waivers-in-use")["outcome"] == "passed"


def test_a_file_that_was_not_read_leaves_a_waiver_in_peace(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "scan.pdf").write_bytes(b"%PDF-1.7\nnot really")
    waiver = WAIVER.replace('"placeholders"', '"complaints-form"')
    waive(pack, waiver.replace("[insert address]", "nowhere in the pack"))
    run = tenderlint("check", pack, "--format", "json")
    data = json.loads(run.out)
    assert check(data, "complaints-form")["outcome"] == "cantTell"
    assert check(data, "waivers-in-use")["outcome"] != "failed"


# Waivers that are wrong


@pytest.mark.parametrize("key", ["check", "quote", "reason", "owner", "last_day"])
def test_a_waiver_needs_all_its_lines(tenderlint: Tenderlint, pack: Path, key: str) -> None:
    lines = [line for line in WAIVER.splitlines() if not line.startswith(key)]
    waive(pack, "\n# why\n" + "\n".join(lines))
    run = tenderlint("check", pack)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"tenderlint: {pack / 'waivers.toml'}: line 3: the waiver lacks {key}")


def test_all_mistakes_in_waivers_are_told_at_once_with_their_lines(tenderlint: Tenderlint, pack: Path) -> None:
    wrong = (
        WAIVER.replace('"placeholders"', '"placeholder"').replace("2099-12-31", '"soon"')
        + WAIVER.replace('"A. Buyer"', "7").replace("reason", "reson").replace("[insert address]", "  ")
        + "\n[other]\n"
    )
    waive(pack, wrong)
    run = tenderlint("check", pack)
    assert (run.code, run.err.count("\n")) == (2, 1)
    for words in (
        "line 2: unknown check placeholder, did you mean placeholders?",
        "line 6: last_day must be a date such as 2027-03-31, without quotes",
        "line 7: the waiver lacks reason (why they stay)",
        "line 9: the waiver’s quote must be words in quotes",
        "line 10: unknown setting waiver.reson, did you mean reason?",
        "line 11: the waiver’s owner must be words in quotes",
        "line 14: unknown setting other",
    ):
        assert words in run.err


def test_waivers_that_are_no_tables_are_refused(tenderlint: Tenderlint, pack: Path) -> None:
    waive(pack, 'waiver = "all"\n')
    run = tenderlint("check", pack)
    assert run.code == 2
    assert "line 1: waivers are written as tables" in run.err
