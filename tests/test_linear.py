"""No pattern of the program takes more than linear time, whatever text a hostile file holds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.all_patterns import Tried
from tools.linear import fault

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS = 300


def tried(text: str, *asked: str) -> Tried:
    return Tried("here", re.compile(text), frozenset(asked or ("search",)))


def test_four_times_the_text_never_takes_much_more_than_four_times_as_long() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tools.linear"],
        cwd=ROOT, capture_output=True, text=True, timeout=MOST_SECONDS, check=False,
    )  # fmt: skip
    assert told.stdout == "", "these patterns are not linear; bound what they repeat (module.NAME, how, text, pattern)"
    assert told.returncode == 0, told.stderr
    number = re.match(r"(\d{3,5}) patterns were tried, 0 are not linear", told.stderr)
    assert number is not None
    assert int(number[1]) > 900


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (r"\s+$", "search"),
        (r"(?:[A-Z]\w*[ ,]*){1,6}$", "match"),
        (r"\s*,?\s*", "fullmatch"),
        (r"\b(?:the|this)(?: \w+ion| the| of)* end", "search"),
        (r"(?:\w+-?)+:", "search"),
        (r"max [\w-]*[:-]*\d", "search"),
    ],
)
def test_a_pattern_that_takes_longer_is_found(text: str, asked: str) -> None:
    told = fault(tried(text, asked))
    assert told is not None
    assert told.startswith(f"({asked}, ")


@pytest.mark.parametrize("text", [r"\s(?<!\s\s)\s*$", r"\d{1,3}(?:,\d{3}){0,4}", r"[A-Z]\w{0,40} (?:Ltd|plc)\b"])
def test_a_linear_pattern_is_left_in_peace(text: str) -> None:
    assert fault(tried(text)) is None


def test_a_pattern_that_is_only_matched_at_a_place_is_not_searched_for() -> None:
    assert fault(tried(r"\s*\d", "match")) is None
    assert fault(tried(r"\s*\d", "search")) is not None
