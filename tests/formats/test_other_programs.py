"""What build servers and spreadsheets get: JUnit, GitHub's commands, GitLab's code quality, a table of values."""

from __future__ import annotations

import csv as tables
import dataclasses
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from tenderlint.formats import csv, github, gitlab, junit, sarif
from tenderlint.report import FindingRow, Report
from tests.formats.example_report import ITT, SCAN, TERMS, at, empty, example, found, many, nothing_wrong, set_aside

XSD = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-4.xsd"))
REPORTS: list[Callable[[], Report]] = [example, nothing_wrong, empty, lambda: many(60), set_aside]

# What GitLab's documentation says that an entry of a code quality report holds.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}  # fmt: skip

COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]+),line=1,title=([^,:]+)::([^\n]+)")


def junit_of(report: Report) -> etree._Element:
    return etree.fromstring(junit.write(report).encode())


def case(report: Report, name: str) -> etree._Element:
    (found_case,) = junit_of(report).findall(f".//testcase[@name='{name}']")
    return found_case


@pytest.mark.parametrize("make", REPORTS)
def test_junit_keeps_to_its_schema(make: Callable[[], Report]) -> None:
    assert XSD.validate(junit_of(make())), XSD.error_log


def test_junit_has_a_test_a_check_and_counts_them() -> None:
    report, suite = example(), junit_of(example())[0]
    names = [each.get("name") for each in suite.findall("testcase")]
    assert names[: len(report.checks)] == [row.id for row in report.checks]
    assert int(suite.get("tests")) == len(names)
    for kind in ("failure", "error", "skipped"):
        counted = suite.get({"failure": "failures", "error": "errors"}.get(kind, kind))
        assert int(counted) == len(suite.findall(f"testcase/{kind}")) > 0


def test_junit_tells_each_answer_in_its_own_way() -> None:
    report = example()
    failure = case(report, "tender-period").find("failure")
    assert failure.get("type") == "error"
    assert failure.get("message") == "Gives 21 days to bid, where at least 25 are needed."
    assert "clause 3.2" in failure.text
    assert "Move the deadline" in failure.text
    assert case(report, "placeholders").find("error").get("type") == "crash"
    assert "a person must look" in case(report, "turnover-cap").find("skipped").text
    assert "Does not apply" in case(report, "tupe-information").find("skipped").text
    assert len(case(report, "deadline-day")) == 0


def test_junit_skips_what_is_waived_whole_and_marks_what_is_waived_in_part() -> None:
    whole = case(example(), "performance-bond")
    assert whole.find("failure") is None
    assert "Waived: Agreed with the board" in whole.find("skipped").text
    part = case(example(), "unlimited-liability").find("failure")
    assert part.get("message") == "Demands an indemnity without limit."
    assert part.text.count("Waived: The insurer has agreed") == 1


def test_junit_has_an_error_for_every_file_or_page_that_was_not_read() -> None:
    texts = [each.text for each in junit_of(example()).findall(".//testcase[@classname='tenderlint.coverage']/error")]
    assert len(texts) == 2
    assert SCAN in texts[0]
    assert "page 17" in texts[1]


def test_github_commands_are_one_a_line_whatever_the_pack_says() -> None:
    nasty = "a\r\n::error file=x::y %0A"
    row = dataclasses.replace(example().checks[0], findings=(FindingRow(nasty, at("a,b:c.docx", nasty)),))
    for report in (example(), dataclasses.replace(example(), checks=(row,)), empty(), nothing_wrong()):
        lines = github.write(report).splitlines()
        assert all(COMMAND.fullmatch(line) for line in lines)
    written = github.write(dataclasses.replace(example(), checks=(row,)))
    assert "file=support-at-home/a%2Cb%3Ac.docx," in written
    assert "%250A" in written


def test_github_shows_first_what_weighs_most() -> None:
    commands = [COMMAND.fullmatch(line) for line in github.write(example()).splitlines()]
    told = [(match[1], match[3]) for match in commands if match]
    assert told[0] == ("notice", "tenderlint")
    assert told[1] == ("error", "Not read")
    weights = [weight for weight, _ in told[1:]]
    assert weights == sorted(weights, key=["error", "warning", "notice"].index)
    assert told[-1] == ("notice", "performance-bond (set aside)")


def test_github_says_in_its_first_line_how_ready_the_pack_is() -> None:
    assert "Not ready to publish" in github.write(example()).splitlines()[0]
    assert "Look closely before you bid" in github.write(example(), audience="bidder").splitlines()[0]


@pytest.mark.parametrize("make", REPORTS)
def test_gitlab_entries_have_what_gitlab_asks_for(make: Callable[[], Report]) -> None:
    entries = json.loads(gitlab.write(make()))
    assert list(jsonschema.Draft202012Validator(CODE_QUALITY).iter_errors(entries)) == []
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)


def test_gitlab_weighs_law_over_practice_and_waived_least() -> None:
    entries = json.loads(gitlab.write(example()))
    weights = {(entry["check_name"], entry["description"][:7]): entry["severity"] for entry in entries}
    assert weights["tender-period", "Gives 2"] == "critical"
    assert weights["payment-in-30-days", "Pays af"] == "major"
    assert weights["complaints-form", "The pac"] == "minor"
    assert weights["performance-bond", "Waived:"] == "info"
    assert [entry["check_name"] for entry in entries if entry["severity"] == "blocker"] == [
        "not-read", "not-read", "placeholders",
    ]  # fmt: skip


def rows_of(report: Report) -> list[dict[str, str]]:
    text = csv.write(report)
    assert text.startswith("\ufeff")
    return list(tables.DictReader(io.StringIO(text[1:])))


def test_the_table_has_a_row_for_all_that_a_person_must_look_at() -> None:
    rows = rows_of(example())
    first = rows[0]
    assert (first["check"], first["answer"], first["severity"]) == ("tender-period", "failed", "error")
    assert (first["document"], first["clause"], first["heading"]) == (ITT, "3.2", "3 Timetable")
    assert first["quote"] == "Tenders must be returned by 12 noon on Friday 3 July 2026"
    answers = {row["answer"] for row in rows}
    assert answers == {"failed", "cantTell", "error", "not read"}
    assert [row["set aside"] for row in rows if row["check"] == "performance-bond"] == [
        "Waived: Agreed with the board on 2 May 2026."
    ]
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_the_table_is_a_formula(start: str) -> None:
    row = dataclasses.replace(example().checks[0], findings=(found("Wrong.", at(TERMS, f"{start}HYPERLINK(1)")),))
    rows = rows_of(dataclasses.replace(example(), name=f"{start}x", checks=(row,)))
    assert rows[0]["quote"] == f"'{start}HYPERLINK(1)"
    assert rows[0]["pack"] == f"'{start}x"


@pytest.mark.parametrize("writer", [junit, gitlab, csv, sarif])
def test_it_is_written_the_same_for_each_reader_and_without_signs_that_steer_a_terminal(writer: object) -> None:
    text = writer.write(example())  # type: ignore[attr-defined]
    assert text == writer.write(example(), audience="bidder")  # type: ignore[attr-defined]
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e]", text)


def test_what_a_baseline_knows_and_what_is_waived_is_told_apart_in_every_format() -> None:
    report = set_aside()
    for writer in (junit, github, gitlab, csv, sarif):
        text = writer.write(report)
        assert "In the baseline: " in text, writer.__name__
        assert "Waived: " in text, writer.__name__
    assert junit_of(report).findall(".//failure") == []
    commands = [COMMAND.fullmatch(line) for line in github.write(report).splitlines()]
    assert {match[1] for match in commands if match and "(set aside)" in match[3]} == {"notice"}
