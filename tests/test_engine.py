"""The engine asks every check, and neither a crash nor a missing file is ever a pass."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tenderlint.fingerprints import fingerprint
from tenderlint.formats.html import write as as_page
from tenderlint.linting import lint_pack
from tenderlint.outcomes import Outcome, Severity
from tenderlint.registry import Book, load_book
from tenderlint.report import Report, Where
from tenderlint.report_data import as_data, from_data
from tenderlint.settings import settings_from
from tenderlint.testing import pack
from tenderlint.values import one_agrees
from tests.checks.asking import ask, book

TODAY = dt.date(2026, 3, 2)
CARD = """
id = "{id}"
title = "A check for a test"
message = "Found {{words}} here."
why = "Because."
fix = "Mend it."
{more}
[[basis]]
authority = "A law"
strength = "law"
from = 2020-01-01
"""


def small_book(tmp_path: Path, code: str = "", more: str = "") -> Book:
    """Everything that stands in checks/, with one check instead of all."""
    area = tmp_path / "time"
    area.mkdir()
    (area / "one_check.toml").write_text(CARD.format(id="one-check", more=more))
    if code:
        (area / "one_check.py").write_text(code)
    real = load_book()
    for name in ("law.toml", "holidays.toml"):
        (tmp_path / name).write_text((Path(__file__).parent.parent / "checks" / name).read_text(encoding="utf-8"))
    (tmp_path / "checklist.toml").write_text(
        '[[item]]\nid = "an-item"\nsection = "A"\ntitle = "T"\nchecks = ["one-check"]\n'
        '[[item]]\nid = "for-a-person"\nsection = "A"\ntitle = "P"\nask = "Look."\n'
    )
    assert real.checks
    return load_book(tmp_path)


def lint(made: Book, text: str = "Please quote.", on: dt.date = TODAY) -> Report:
    return lint_pack(pack(text), today=on, settings=settings_from({"pack": {"commenced": on}}), book=made)


def test_a_check_that_crashes_is_an_error_and_never_a_pass(tmp_path: Path) -> None:
    report = lint(small_book(tmp_path, "def check(context):\n    raise ZeroDivisionError\n"))
    row = report.check("one-check")
    assert row.outcome is Outcome.ERROR
    assert "crashed" in row.reason
    assert report.item("an-item").outcome is Outcome.ERROR


def test_a_search_for_a_fact_that_crashes_is_told_and_loses_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(reading: object) -> dict[str, object]:
        raise ZeroDivisionError

    monkeypatch.setattr("tenderlint.facts.payment.find", crash)
    made = pack("Tenders must be received by 12 noon on 2 April 2026. Invoices are paid in 30 days.")
    report = lint_pack(made, today=TODAY, settings=settings_from({}), book=book())
    assert report.check("facts-could-be-read").outcome is Outcome.ERROR
    assert report.check("payment-in-30-days").outcome is Outcome.ERROR
    assert report.facts["submission_deadline"]


def test_a_figure_that_the_law_does_not_have_makes_the_answer_cannot_tell(tmp_path: Path) -> None:
    report = lint(small_book(tmp_path, "def check(context):\n    return context.figure('no.such')\n"))
    assert report.check("one-check").outcome is Outcome.CANNOT_TELL


def test_a_rule_that_was_not_in_force_is_not_asked(tmp_path: Path) -> None:
    made = small_book(tmp_path, "def check(context):\n    raise ZeroDivisionError\n")
    assert lint(made, on=dt.date(2019, 1, 7)).check("one-check").outcome is Outcome.INAPPLICABLE


def test_a_card_of_words_alone_finds_them_and_lets_itself_be_excused(tmp_path: Path) -> None:
    more = '[phrases]\nfaults = ["red tape"]\nunless = ["no"]\n'
    made = small_book(tmp_path, more=more)
    row = lint(made, "There is red tape here.").check("one-check")
    assert (row.outcome, row.severity) == (Outcome.FAILED, Severity.ERROR)
    assert row.findings[0].message == "Found red tape here."
    assert lint(made, "There is no red tape here.").check("one-check").outcome is Outcome.PASSED


def test_an_item_without_checks_is_for_a_person(tmp_path: Path) -> None:
    item = lint(small_book(tmp_path, more='[phrases]\nfaults = ["x"]\n')).item("for-a-person")
    assert (item.outcome, item.ask) == (Outcome.CANNOT_TELL, "Look.")


def test_what_was_not_found_is_left_open_when_a_file_was_not_read() -> None:
    row = ask("complaints-form", {"Invitation to tender.md": "Please quote.", "Annex.pdf": ""})
    assert row.outcome is Outcome.CANNOT_TELL
    assert "Annex.pdf could not be read" in row.reason


def test_nothing_wrong_is_not_said_of_a_pack_with_a_file_that_was_not_read() -> None:
    row = ask("placeholders", {"Invitation to tender.md": "Please quote.", "Annex.pdf": ""})
    assert row.outcome is Outcome.CANNOT_TELL


def test_a_failure_that_was_seen_stands_whatever_else_was_not_read() -> None:
    row = ask("placeholders", {"Invitation to tender.md": "By [insert date].", "Annex.pdf": ""})
    assert row.outcome is Outcome.FAILED


def test_a_saved_report_gives_back_the_same_report() -> None:
    made = pack("Tenders must be received by 12 noon on 2 April 2026.")
    report = lint_pack(made, today=TODAY, settings=settings_from({}), book=book())
    assert from_data(as_data(report)) == report


def test_two_runs_over_one_pack_say_the_same() -> None:
    made = pack("Tenders must be received by 12 noon on 2 April 2026. The price is £5,000.")
    first, second = (lint_pack(made, today=TODAY, settings=settings_from({}), book=book()) for _ in range(2))
    assert as_data(first) == as_data(second)


@pytest.mark.parametrize("page", [1, 7])
def test_a_finding_keeps_its_fingerprint_when_pages_numbers_and_file_names_move(page: int) -> None:
    where = Where("ITT.docx", page, ("Timetable",), None, page * 3, "", "By [insert  date].")
    same = Where("ITT v2.docx", None, ("4. Timetable",), None, None, "", "by [insert date]")
    assert fingerprint("placeholders", where) == fingerprint("placeholders", same)


def test_every_finding_that_has_a_place_quotes_words_of_the_pack() -> None:
    text = "Tenders must be returned by [insert date]. Bidders must hold ISO 9001 certification."
    report = lint_pack(pack(text), today=TODAY, settings=settings_from({}), book=book())
    quotes = [each.where.quote for row in report.checks for each in row.findings if each.where.document]
    assert quotes
    assert all(quote in text or not quote for quote in quotes)


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("Pays after 1 days; the bar is 30 days.", "Pays after 1 day; the bar is 30 days."),
        ("1 working days from 2 March to 3 March.", "1 working day from 2 March to 3 March."),
        ("1 criteria have weights", "1 criterion has weights"),
        ("1 PDF files are tagged", "1 PDF file is tagged"),
        ("11 days, 2.1 hours and £1 words", "11 days, 2.1 hours and £1 words"),
    ],
)
def test_one_of_a_thing_is_told_in_the_singular(told: str, right: str) -> None:
    assert one_agrees(told) == right


def test_words_from_a_row_of_a_table_are_shown_cell_by_cell_and_quoted_as_they_stand() -> None:
    text = (
        "# Timetable\n\n| Stage | Day | Time |\n| Closing date for tenders | 2 April 2026 | 12 noon |\n\n"
        "Tenders must be received by 12 noon on 2 April 2026."
    )
    report = lint_pack(pack(text), today=TODAY, settings=settings_from({}), book=book())
    row, sentence = report.facts["submission_deadline"]
    assert row.where.quote == "Closing date for tenders 2 April 2026 12 noon"
    assert row.where.told == "Closing date for tenders | 2 April 2026 | 12 noon"
    assert (sentence.where.cells, sentence.where.told) == ((), sentence.where.quote)
    assert from_data(as_data(report)) == report
    assert "Closing date for tenders | 2 April 2026 | 12 noon" in as_page(report)


def test_a_grade_in_a_table_is_shown_with_its_mark() -> None:
    row = ask(
        "scoring-explained",
        "# How we choose\n\nQuality 60%, price 40%.\n\n| Score | What it means |\n"
        "| 5 | Excellent. It meets the need |\n| 3 | Good. It meets most of it |\n| 1 | Poor. It says little |\n"
        "| 0 | No answer |\n",
    )
    assert row.outcome == "passed"
    assert row.evidence[0].where.told == "5 | Excellent. It meets the need"
