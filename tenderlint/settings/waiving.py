"""Reads waivers: the findings that somebody has decided to leave as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from tenderlint.settings.house_phrases import of_house
from tenderlint.settings.mistakes import Mistakes, is_day
from tenderlint.settings.values import Known, Waiver

KEYS = ("check", "quote", "reason", "owner", "last_day")
_OPTIONAL = ("pack",)
_WHAT = {
    "check": "the id of the check",
    "quote": "the words that it finds",
    "reason": "why they stay",
    "owner": "who answers for it",
    "last_day": "the last day on which the waiver holds",
}


def waivers(data: object, file: str, known: Known | None, wrong: Mistakes) -> tuple[Waiver, ...]:
    """Return the waivers of a file; what is wrong or missing in any of them is added to the mistakes."""
    if not isinstance(data, list) or not all(isinstance(each, Mapping) for each in data):
        wrong.add("waivers are written as tables, each under a line [[waiver]]", "waiver")
        return ()
    return tuple(made for number, each in enumerate(data) if (made := _waiver(each, number, file, known, wrong)))


def _waiver(
    data: Mapping[str, object], number: int, file: str, known: Known | None, wrong: Mistakes
) -> Waiver | None:
    path = ("waiver", number)
    wrong.unknown_keys(data, (*KEYS, *_OPTIONAL), *path)
    missing = [f"{key} ({_WHAT[key]})" for key in KEYS if key not in data]
    if missing:
        wrong.add(f"the waiver lacks {', '.join(missing)}", *path)
    words = {key: _words(data, key, path, wrong) for key in (*KEYS[:-1], *_OPTIONAL)}
    check = words["check"]
    if known is not None and check and check not in known.checks and not of_house(check):
        wrong.unknown("check", check, known.checks, *path, "check")
    last_day = data.get("last_day")
    if "last_day" in data and not is_day(last_day):
        wrong.add("last_day must be a date such as 2027-03-31, without quotes", *path, "last_day")
    if not isinstance(last_day, dt.date) or not all(words[key] for key in KEYS[:-1]):
        return None
    return Waiver(
        check if known is None else known.checks.get(check, check), words["quote"], words["reason"], words["owner"],
        last_day, words["pack"], wrong.said(file, *path),
    )  # fmt: skip


def _words(data: Mapping[str, object], key: str, path: tuple[str | int, ...], wrong: Mistakes) -> str:
    value = data.get(key)
    if value is None:
        return ""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if not words:
        wrong.add(f"the waiver’s {key} must be words in quotes", *path, key)
    return words
