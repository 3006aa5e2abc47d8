"""What the measuring program says of a small labelled corpus that was made for it."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tenderlint.facts.base import Fact
from tenderlint.model import Place
from tenderlint.values import Criterion, Limit, Money, Value, When
from tools import measure
from tools.measuring.equal import equal
from tools.measuring.facts import Score
from tools.measuring.quotes import Quotes
from tools.measuring.record import falls
from tools.measuring.twins import Twins

ITT = """# Invitation to tender: grounds maintenance

Wexley Parish Council invites tenders for grounds maintenance.
Tenders must be received by 12 noon on 2 April 2026.
The contract value is £90,000 excluding VAT.
"""
LABEL: dict[str, Any] = {
    "id": "wexley",
    "files": ["packs/ITT.md", "packs/gone.pdf"],
    "facts": {
        "submission_deadline": [{"value": "2026-04-02T12:00", "quote": "by 12 noon on 2 April 2026"}],
        "contract_value_total": [{"value": {"min": 80000, "max": 80000, "currency": "GBP", "vat": "excl"},
                                  "quote": "£80,000", "note": "a slip of the annotator"}],
        "payment_days": [],
        "lots": [{"value": 3, "quote": "three lots", "alternatives": [None]}],
    },
    "checklist": {
        "no-placeholders": {"outcome": "passed", "reason": "nothing to fill in"},
        "complaints-form": {"outcome": "passed", "note": "the annotator saw one"},
    },
}  # fmt: skip


def corpus(folder: Path, *labels: dict[str, Any]) -> Path:
    (folder / "packs").mkdir()
    (folder / "packs" / "ITT.md").write_text(ITT, encoding="utf-8")
    (folder / "packs" / "twin.md").write_text(ITT.replace("2 April", "9 April") + "\n- one item\n", encoding="utf-8")
    rows = {
        "labels.jsonl": labels or (LABEL,),
        "quotes.jsonl": ({"quote": "Tenders must be received by noon on 1 May 2026.",
                          "expect": {"deadline": "2026-05-01T12:00"}},),
        "twins.jsonl": ({"name": "itt", "docx": "packs/ITT.md", "pdf": "packs/twin.md"},),
    }  # fmt: skip
    for name, values in rows.items():
        (folder / name).write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    return folder


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the program keeps its figures, away from the checkout."""
    monkeypatch.setattr(measure, "LANDED", tmp_path / "kept" / "landed.json")
    monkeypatch.setattr(measure, "LATEST", tmp_path / "kept" / "latest.json")
    return tmp_path / "kept"


def fact(name: str, value: Value) -> Fact[Any]:
    return Fact(name, value, "", Place("a"))


@pytest.mark.parametrize("arguments", [[], ["/nowhere"], ["/nowhere", "wexley"]])
def test_without_a_corpus_it_says_so_in_one_line_and_ends_well(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure.main(arguments) == 0
    said = capsys.readouterr().out
    assert said.startswith("nothing to measure: ")
    assert said.count("\n") == 1


def test_hits_misses_and_wrong_values_are_told_with_their_quotes(
    tmp_path: Path, away: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure.main([str(corpus(tmp_path))]) == 0
    said = capsys.readouterr().out
    assert "  miss  wexley" in said
    assert "“£80,000” [a slip of the annotator]" in said
    assert "  wrong wexley" in said
    assert "“The contract value is £90,000 excluding VAT.”" in said
    assert "value, deadline, weights                 1      1     1   0.50   0.50  0.50" in said
    assert "three lots" not in said  # an alternative of the label allows silence
    assert "ms a page" in said


def test_answers_of_the_checklist_are_compared_with_reasons(
    tmp_path: Path, away: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measure.main([str(corpus(tmp_path))])
    said = capsys.readouterr().out
    assert "checklist: 1 of 2 answers agree; passed although failed: 0" in said
    assert "wexley: complaints-form is failed, wanted passed" in said
    assert "label: the annotator saw one" in said


def test_a_pass_where_a_person_says_failed_is_called_false_comfort(
    tmp_path: Path, away: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    label = {**LABEL, "checklist": {"no-placeholders": {"outcome": "failed", "reason": "one is left"}}}
    measure.main([str(corpus(tmp_path, label))])
    assert "passed although failed: 1" in capsys.readouterr().out


def test_differences_between_twins_are_told_with_where_they_come_from(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    twins = Twins()
    twins.add(folder, {"name": "itt", "docx": "packs/ITT.md", "pdf": "packs/twin.md"})
    twins.add(folder, {"name": "lost", "docx": "packs/ITT.md", "pdf": "packs/no.pdf"})
    said = "\n".join(twins.lines())
    assert 'submission_deadline only in Word: "2026-04-02t12:00"' in said
    assert 'submission_deadline only in PDF: "2026-04-09t12:00"' in said
    assert "items in Word and PDF: 0 and 1" in said
    assert "item only in PDF: “one item”" in said
    assert "lost: one of its files is not there" in said
    assert "twins: of 1 pairs agree in facts 0, grade 1, headings 1, items 0, tables 1" in said


def test_a_quotation_that_does_not_say_what_it_is_of_counts_as_a_value_read() -> None:
    quotes = Quotes()
    quotes.add({"quote": "noon on 1 May 2026", "expect": {"deadline": "2026-05-01T12:00", "note": "bare"}})
    quotes.add({"quote": "Tenders must be received by noon on 1 May 2026.", "expect": {"deadline": "2026-06-01"}})
    assert (quotes.asked, quotes.met, quotes.read) == (2, 0, 1)
    assert list(quotes.lines())[-1] == "quotations: 1 of 2 values read, 0 of them as the fact that they are of"


def test_figures_are_kept_and_a_fall_is_told(tmp_path: Path, away: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus(tmp_path)
    measure.main([str(folder), "--land"])
    assert "none landed yet" in capsys.readouterr().out
    landed = json.loads((away / "landed.json").read_text(encoding="utf-8"))
    assert landed == json.loads((away / "latest.json").read_text(encoding="utf-8"))
    assert landed["all facts"]["right"] == 1
    (folder / "packs" / "ITT.md").write_text("Words.", encoding="utf-8")
    measure.main([str(folder)])
    assert "FELL: all facts right was 1, is 0" in capsys.readouterr().out


def test_only_the_packs_named_are_measured_and_nothing_is_kept(
    tmp_path: Path, away: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measure.main([str(corpus(tmp_path, LABEL, {**LABEL, "id": "other"})), "other"])
    said = capsys.readouterr().out
    assert "miss  other" in said
    assert "wexley:" not in said
    assert not away.exists()


def test_less_of_a_fault_is_no_fall() -> None:
    before = {"wrong": 3, "milliseconds a page": 1.0, "F1": 0.9, "gone": 1, "twins": {"facts": 12}}
    now = {"wrong": 2, "milliseconds a page": 1.4, "F1": 0.95, "twins": {"facts": 11}}
    assert list(falls(before, now)) == ["FELL: gone was 1 and is no longer measured", "FELL: twins facts was 12, is 11"]


def test_a_score_without_cases_is_whole() -> None:
    assert (Score().precision, Score().recall, Score(right=1, missed=1).f1) == (1.0, 1.0, pytest.approx(2 / 3))


@pytest.mark.parametrize(
    ("name", "value", "expected", "same"),
    [
        ("submission_deadline", "2026-04-02T12:00", "2026-04-02T12:00", True),
        ("submission_deadline", "2026-04-02", "2026-04-02T12:00", True),
        ("submission_deadline", "2026-04-02T13:00", "2026-04-02T12:00", False),
        ("award_date", "2026-04", "2026-04-20", True),
        ("award_date", "2026-04-20", "2026-04-18/2026-04-20", True),
        ("site_visit", "2026-04-20", {"kind": "day", "date": "2026-04-20"}, True),
        ("contract_value_total", 90000, {"min": None, "max": 90000, "currency": "GBP", "vat": "unknown"}, True),
        ("contract_value_total", 90000, {"min": None, "max": 90000, "currency": "USD", "vat": "unknown"}, False),
        ("award_criteria", "Quality", {"name": "Quality of service", "weight": 60, "parent": None}, True),
        ("award_criteria", "Quality", {"name": "Quality", "weight": 50, "parent": None}, False),
        ("page_or_word_limits", 500, [{"scope": "each answer", "words": 500}], True),
        ("tupe", "applies", "applies", True),
        ("accessible_formats_offered", ("large print", "braille"), ["Braille", "large print"], True),
        ("accessible_formats_offered", ("large print",), ["Braille", "large print"], False),
        ("audited_accounts_required", True, True, True),
        ("audited_accounts_required", True, 1, False),
        ("buyer_name", "The Wexley Council", "Wexley Council", True),
    ],
)
def test_a_value_is_compared_by_the_rules_of_its_fact(name: str, value: Any, expected: Any, same: bool) -> None:
    assert equal(name, fact(name, _made(name, value)), expected) is same


def _made(name: str, value: Any) -> Any:
    if isinstance(value, str) and value[:4].isdigit():
        day, _, hour = value.partition("T")
        whole = f"{day}-01" if len(day) == 7 else day
        time = dt.time.fromisoformat(hour) if hour else None
        return When(dt.date.fromisoformat(whole), time, day_given=len(day) > 7)
    if name == "contract_value_total":
        return Money(Decimal(value), Decimal(value))
    if name == "award_criteria":
        return Criterion(value, Decimal(60))
    return Limit("each answer", words=value) if name == "page_or_word_limits" else value
