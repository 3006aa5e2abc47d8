"""Writes the report as JSON: the archive, from which every other format can be made."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tenderlint.report import Report
from tenderlint.report_data import as_data

_OUTER = 2
"""Levels of the document that are written over several lines."""
_SCHEMA = Path(__file__).resolve().parent.parent / "data" / "report.schema.json"


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return the report as one JSON document that keeps to `schema()`; it is the same for every audience."""
    data = as_data(report)
    text = _laid_out(data, json.JSONEncoder(ensure_ascii=False, allow_nan=False))
    if not _can_be_saved(text):
        text = _laid_out(data, json.JSONEncoder(ensure_ascii=True, allow_nan=False))
    return text + "\n"


@cache
def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of the report as it stands in the package."""
    return _SCHEMA.read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the report."""
    data: dict[str, Any] = json.loads(schema_text())
    return data


def _laid_out(value: Any, encoder: json.JSONEncoder, depth: int = 0) -> str:
    """Write the outer levels over several lines, and each fact, finding and row on a line of its own.

    The encoder is fast only where it does not indent, so it is given what stands below the outer levels.
    """
    blank = "  " * (depth + 1)
    if depth < _OUTER and isinstance(value, dict) and value:
        rows = (f"{encoder.encode(key)}: {_laid_out(each, encoder, depth + 1)}" for key, each in value.items())
        return f"{{\n{blank}" + f",\n{blank}".join(rows) + f"\n{blank[2:]}}}"
    if depth <= _OUTER and isinstance(value, list) and value and isinstance(value[0], dict):
        rows = (_laid_out(each, encoder, _OUTER + 1) for each in value)
        return f"[\n{blank}" + f",\n{blank}".join(rows) + f"\n{blank[2:]}]"
    return encoder.encode(value)


def _can_be_saved(text: str) -> bool:
    """Say whether UTF-8 can hold the text: damaged files give half letters that it cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
