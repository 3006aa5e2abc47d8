"""The terminal is told what matters first, in lines that fit, and no document can steer it."""

from __future__ import annotations

import dataclasses
import re
import time
import unicodedata

import pytest

from tenderlint.formats import html, terminal
from tenderlint.outcomes import Outcome
from tenderlint.report import FindingRow, WaivedBy, Where
from tests.formats.example_report import HOSTILE, ITT, check, empty, example, many, nothing_wrong

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [40, 48, 60, 72, 80, 100, 120])
@pytest.mark.parametrize("audience", ["buyer", "bidder"])
def test_no_line_is_longer_than_the_terminal_is_wide(width: int, audience: str) -> None:
    lines = terminal.write(example(), width=width, audience=audience).splitlines()
    assert max(map(len, lines)) <= width


def test_letters_that_take_two_columns_are_counted_so() -> None:
    def columns(line: str) -> int:
        return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)

    words = "投标邀请书 ✅ " * 30 + "投标" * 60
    row = check("wide", "time", "T", Outcome.FAILED, "", findings=(FindingRow(words, Where("ITT.docx", quote=words)),))
    lines = terminal.write(dataclasses.replace(empty(), checks=(row,)), width=60).splitlines()
    assert max(map(columns, lines)) in (59, 60)
    assert "".join("".join(lines).split()).count("投标") >= 90


@pytest.mark.parametrize("width", [0, 10, 1000])
def test_an_odd_width_is_brought_within_reason(width: int) -> None:
    assert max(map(len, terminal.write(example(), width=width).splitlines())) <= 120


def test_the_verdict_comes_first_and_the_next_step_last() -> None:
    text = terminal.write(example(), width=120)
    assert text.startswith("Not ready to publish: 2 breaches of law, ")
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    first = heads.index("What must come first")
    assert heads[first + 1] == ITT
    part = text[text.index("What must come first") : text.index(f"\n{ITT}\n")]
    assert part.index("tender-period") < part.index("insurance-before-award")
    assert "tenderlint explain tender-period" in text[-300:]


def test_colour_changes_nothing_but_colour() -> None:
    plain, coloured = (terminal.write(example(), width=80, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain


def test_a_document_cannot_steer_the_terminal() -> None:
    assert "\x1b[31m" in HOSTILE
    text = terminal.write(example(), colour=False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    coloured = terminal.write(example(), colour=True)
    assert "\x1b[31mreturn" not in coloured


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "no-such-encoding"])
def test_another_encoding_gets_signs_that_it_has(encoding: str) -> None:
    text = terminal.write(example(), encoding=encoding)
    text.encode("ascii" if encoding == "no-such-encoding" else encoding)
    assert "x Breach of law" in text
    assert "?? " not in text


def test_pounds_survive_where_the_encoding_has_them() -> None:
    report = dataclasses.replace(example(), name="Worth £5", facts={})
    assert "Worth £5" in terminal.write(report, encoding="cp1252")
    assert "Worth GBP 5" in terminal.write(report, encoding="ascii")


def test_what_is_found_many_times_is_folded() -> None:
    text = terminal.write(example(), width=80)
    part = text[text.index("How the documents are written and made\n") :]
    assert "  ✗ long-sentences: A sentence of 41 words.\n    page 2, clause 1.1, and 14 more" in part
    assert part.count("Sentence number") == 1


def test_how_to_put_it_right_is_said_once_for_each_check() -> None:
    assert terminal.write(example()).count("Move the deadline") == 1


def test_the_findings_of_a_document_stand_in_the_order_of_reading_after_what_must_come_first() -> None:
    text = terminal.write(example())
    names = ["tender-period", "insurance-before-award", "lead-in-time", "facts-agree", "payment-in-30-days"]
    places = [text.index(f"  {name}\n") for name in names]
    assert places == sorted(places)


def test_what_a_failure_turns_on_beside_its_own_words_is_shown() -> None:
    text = terminal.write(example(), width=120)
    assert f"read together with: {ITT}, clause 3.1" in text
    assert "│ This pack was published on Friday 12 June 2026" in text
    assert "Read together with:" in html.write(example())


def test_what_is_waived_is_told_as_waived_and_not_as_a_finding() -> None:
    text = terminal.write(example())
    findings, _, aside = text.partition("Set aside, and not counted\n")
    assert "Asks for a bond" not in findings
    assert "clause 21.9" not in findings
    assert "Set aside: 2 findings, not counted" in findings
    assert "– Waived  performance-bond\n    Asks for a bond of 10%." in aside
    assert "reason: Agreed with the board on 2 May 2026." in aside
    assert "clause 21.9" in aside


def test_what_was_there_before_is_told_as_a_number_for_each_check() -> None:
    rows = tuple(
        dataclasses.replace(row, findings=tuple(
            dataclasses.replace(each, waived="it was there before", waived_by=WaivedBy("baseline", file="known.json"))
            for each in row.findings
        ))
        for row in example().checks
    )  # fmt: skip
    text = terminal.write(dataclasses.replace(example(), checks=rows))
    assert "Breach of law" not in text
    assert "long-sentences 16" in " ".join(text.split())
    assert "Waived  " not in text


def test_an_absence_names_where_it_was_looked_for_and_what_came_nearest() -> None:
    text = " ".join(terminal.write(example()).split())
    part = text[text.index("Nowhere in the pack") :]
    assert "looked in all 5 documents that were read" in part
    assert "clause 17.1, this is about complaints on the service" in part


def test_what_was_not_read_is_named() -> None:
    text = terminal.write(example())
    assert "5 Scanned insurance note.pdf: all 3 pages are pictures" in text
    assert "Draft contract.pdf, page 17: it is a picture" in text
    assert "Read: 5 of 6 documents, 40,520 words." in text


def test_a_pack_without_a_fault_says_so_calmly() -> None:
    text = terminal.write(nothing_wrong())
    assert text.startswith("Ready to publish: nothing found against it\n")
    assert "✗" not in text


def test_a_report_without_anything_is_still_told() -> None:
    assert terminal.write(empty()).startswith("Cannot say whether it is ready to publish")


def test_a_failure_without_findings_is_told_by_its_reason() -> None:
    row = check("bare", "time", "T", Outcome.FAILED, "the timetable names no award")
    text = terminal.write(dataclasses.replace(empty(), checks=(row,)))
    assert "The timetable names no award." in text


def test_five_hundred_findings_are_written_fast_and_fit_on_a_few_screens() -> None:
    report = many(500)
    start = time.process_time()
    text = terminal.write(report)
    assert time.process_time() - start < 0.3
    assert len(text.splitlines()) < 700


def test_checks_that_are_left_open_for_one_reason_are_told_together() -> None:
    why = "scan.pdf could not be read"
    rows = tuple(check(f"open-{each}", "time", "T", Outcome.CANNOT_TELL, why) for each in range(9))
    text = terminal.write(dataclasses.replace(empty(), checks=rows))
    assert text.count(why) == 1
    assert "open-0, open-1, open-2" in text
