"""The JSON report keeps to its schema, and a saved report comes back as it was."""

from __future__ import annotations

import copy
import dataclasses
import json as reader
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from tenderlint.errors import TenderlintError
from tenderlint.facts import FACT_NAMES
from tenderlint.formats import json
from tenderlint.report import Report
from tenderlint.report_data import as_data, from_data
from tests.formats.example_report import empty, example, many, nothing_wrong, set_aside

VALIDATOR = jsonschema.Draft202012Validator(json.schema())


@pytest.fixture
def data() -> dict[str, Any]:
    return as_data(example())


@pytest.mark.parametrize("make", [example, nothing_wrong, lambda: many(40), set_aside])
def test_a_report_keeps_to_the_schema(make: Callable[[], Report]) -> None:
    assert list(VALIDATOR.iter_errors(reader.loads(json.write(make())))) == []


def test_the_schema_is_a_schema_and_names_its_version() -> None:
    schema = json.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema_version"] == {"const": 1, "description": "Version of this format."}


def test_every_object_in_the_schema_refuses_what_it_does_not_know() -> None:
    def objects(node: Any) -> list[Any]:
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        own = [node] if isinstance(node, dict) and node.get("type") == "object" else []
        return own + [each for child in inner for each in objects(child)]

    found = objects(json.schema())
    assert len(found) > 10
    assert [each for each in found if each.get("additionalProperties") is not False] == []


def test_every_property_in_the_schema_is_described() -> None:
    schema = json.schema()

    def silent(node: dict[str, Any], path: str) -> list[str]:
        rows = []
        for name, child in node.get("properties", {}).items():
            target = schema["$defs"][child["$ref"].rpartition("/")[2]] if "$ref" in child else child
            rows += [] if "description" in target else [f"{path}/{name}"]
            rows += silent(child, f"{path}/{name}")
        return rows

    roots = [(schema, "")] + [(node, name) for name, node in schema["$defs"].items()]
    assert [row for node, name in roots for row in silent(node, name)] == []


def test_the_schema_knows_every_fact_and_no_other() -> None:
    facts = json.schema()["properties"]["facts"]
    assert set(facts["properties"]) == set(facts["required"]) == set(FACT_NAMES)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("contract_value_total", 250000), ("submission_deadline", "Friday 3 July"), ("procedure", "a fast one"),
        ("award_criteria", "Price"), ("tupe", True), ("page_or_word_limits", {"scope": "all"}), ("lots", "two"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_form_is_refused(data: dict[str, Any], name: str, value: object) -> None:
    row = copy.deepcopy(data["facts"]["title"][0])
    data["facts"][name] = [{**row, "value": value}]
    assert not VALIDATOR.is_valid(data)


def test_a_name_that_the_schema_does_not_know_is_refused(data: dict[str, Any]) -> None:
    data["checks"][0]["findings"][0]["colour"] = "red"
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("make", [example, nothing_wrong, empty, set_aside])
def test_a_saved_report_comes_back_as_it_was(make: Callable[[], Report]) -> None:
    assert from_data(reader.loads(json.write(make()))) == make()


def test_a_report_of_another_version_is_refused_in_one_line(data: dict[str, Any]) -> None:
    data["schema_version"] = 99
    with pytest.raises(TenderlintError, match="version 1"):
        from_data(data)


def test_a_report_with_a_part_missing_is_refused_in_one_line(data: dict[str, Any]) -> None:
    del data["checks"][0]["outcome"]
    with pytest.raises(TenderlintError, match="not a whole report"):
        from_data(data)


def test_letters_are_written_as_they_are_and_broken_ones_do_not_stop_the_file_from_being_saved() -> None:
    assert "£1.2 million" in json.write(example())
    broken = dataclasses.replace(example(), name="half a letter \ud83d")
    text = json.write(broken)
    text.encode()
    assert from_data(reader.loads(text)) == broken


def test_it_is_written_the_same_each_time_and_for_each_reader() -> None:
    assert json.write(example()) == json.write(example(), audience="bidder")
