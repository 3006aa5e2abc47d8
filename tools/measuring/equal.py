"""Says whether a fact that was read is the one that a person read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tenderlint.facts.base import Fact
from tenderlint.values import as_data

DATES = (
    "issue_date", "clarification_deadline", "answers_by", "submission_deadline", "interview_date", "award_date",
    "site_visit", "contract_start", "contract_end",
)  # fmt: skip

_SMALL = re.compile(r"\b(?:the|of|and|to|for|a|provision)\b")


def is_one_of(name: str, fact: Fact[Any], label: Mapping[str, Any]) -> bool:
    """Compare a fact with a label and its alternatives."""
    answers = (label["value"], *label.get("alternatives", []))
    return any(value is not None and equal(name, fact, value) for value in answers)


def equal(name: str, fact: Fact[Any], expected: Any) -> bool:
    """Compare a fact with one value of a label."""
    value: Any = as_data(fact.value)
    if name in DATES:
        return _same_day(value, expected.get("date") if isinstance(expected, dict) else expected)
    if name == "page_or_word_limits":
        limits = expected if isinstance(expected, list) else []
        return any(all(value.get(key) == each.get(key) for key in ("words", "pages", "characters")) for each in limits)
    if isinstance(expected, dict) and isinstance(value, dict):
        return _same_criterion(value, expected) if "weight" in expected else _same_money(value, expected)
    if isinstance(expected, bool) or isinstance(value, bool):
        return value is expected
    if isinstance(expected, str) and isinstance(value, str):
        return _same_text(value, expected)
    if isinstance(expected, list) and isinstance(value, list):
        return {str(each).lower() for each in value} == {str(each).lower() for each in expected}
    return bool(value == expected)


def _same_day(value: str, expected: Any) -> bool:
    if not isinstance(expected, str):
        return False
    if "/" in expected:
        return any(_same_day(value, part) for part in expected.split("/"))
    day, _, hour = expected.partition("T")
    found, _, at = value.partition("T")
    if len(found) == 7:  # a month alone agrees with a day in it
        return day.startswith(found)
    return found == day and (not at or not hour or hour[:5] == at)


def _same_money(value: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    if value["currency"] != expected["currency"] or value["max"] != expected["max"]:
        return False
    vat = expected.get("vat", "unknown")
    if vat not in ("unknown", value["vat"]):
        return False
    return None in (value["min"], expected["min"]) or value["min"] == expected["min"]


def _same_criterion(value: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    weight = None if str(expected["weight"]).lower() == "pass/fail" else expected["weight"]
    return value["weight"] == weight and _same_text(value["name"], expected["name"])


def _same_text(value: str, expected: str) -> bool:
    one, two = set(_words(value)), set(_words(expected))
    return value == expected or (bool(one & two) and len(one & two) / min(len(one), len(two)) >= 0.8)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9.@]+", _SMALL.sub(" ", text.lower()))
