"""Writes the report as JSON: the archive, from which every other format can be made."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tenderlint.report import Report
from tenderlint.report_data import as_data

_SCHEMA = Path(__file__).resolve().parent.parent / "data" / "report.schema.json"


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return the report as one JSON document that keeps to `schema()`; it is the same for every audience."""
    data = as_data(report)
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    if not _can_be_saved(text):
        text = json.dumps(data, ensure_ascii=True, indent=2, allow_nan=False)
    return text + "\n"


@cache
def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of the report as it stands in the package."""
    return _SCHEMA.read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the report."""
    data: dict[str, Any] = json.loads(schema_text())
    return data


def _can_be_saved(text: str) -> bool:
    """Say whether UTF-8 can hold the text: damaged files give half letters that it cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
