"""Writes a comparison of two packs as JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tenderlint.comparing.rows import SCHEMA_VERSION, Comparison, FindingChange, TextChange
from tenderlint.report import FactRow, FindingRow, Report, Where

Data = dict[str, Any]
_SCHEMA = Path(__file__).resolve().parent.parent / "data" / "comparison.schema.json"


def write(comparison: Comparison, *, audience: str = "buyer") -> str:
    """Return the comparison as one JSON document that keeps to `schema()`; it is the same for every audience."""
    data = as_data(comparison)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    try:
        text.encode()
    except UnicodeEncodeError:  # damaged files give half letters
        text = json.dumps(data, indent=1)
    return text + "\n"


@cache
def schema() -> Data:
    """Return the JSON Schema (draft 2020-12) of a comparison."""
    data: Data = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return data


def as_data(comparison: Comparison) -> Data:
    """Return the comparison as plain data."""
    deadline, new = comparison.deadline, comparison.new
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "tenderlint", "version": new.version, "checks_digest": new.checks_digest},
        "same": comparison.is_same,
        "old": _pack(comparison.old),
        "new": _pack(new),
        "deadline": {
            "answer": deadline.answer.value, "reason": deadline.reason, "days_moved": deadline.days,
            "old": _fact(deadline.old), "new": _fact(deadline.new),
            "rules": [
                {"authority": rule.authority, "url": rule.url, "says": rule.says, "doubt": rule.doubt}
                for rule in deadline.rules
            ],
            "grounds": [{"when": row.when, "fact": row.fact or None, "told": row.told} for row in deadline.grounds],
        },
        "facts": [
            {
                "name": row.name, "kind": row.kind.value, "told": row.told, "old": [_fact(each) for each in row.old],
                "new": [_fact(each) for each in row.new],
            }
            for row in comparison.facts
        ],
        "findings": [_finding_change(row) for row in comparison.findings],
        "checklist": [
            {
                "item": row.item, "title": row.title, "old": row.old.value, "new": row.new.value, "reason": row.reason,
            }
            for row in comparison.answers
        ],
        "documents": [{"kind": row.kind.value, "old": row.old, "new": row.new} for row in comparison.documents],
        "text": [
            {
                "document": row.document, "heading": list(row.heading),
                "changes": [_text_change(change) for change in row.changes],
            }
            for row in comparison.sections
        ],
    }  # fmt: skip


def _pack(report: Report) -> Data:
    return {
        "name": report.name, "path": report.path, "day": report.day, "regime": report.regime.id,
        "documents": [row.path for row in report.documents], "complete": report.complete,
        "not_read": [{"document": row.document, "page": row.page, "why": row.why} for row in report.not_read],
    }  # fmt: skip


def _place(where: Where) -> Data:
    return {
        "document": where.document, "page": where.page, "heading": list(where.heading), "clause": where.clause,
        "paragraph": where.paragraph, "part": where.part, "quote": where.quote,
    }  # fmt: skip


def _fact(row: FactRow | None) -> Data | None:
    return None if row is None else {"value": row.value, "words": row.words, "sure": row.sure, **_place(row.where)}


def _finding_change(row: FindingChange) -> Data:
    return {
        "kind": row.kind.value, "check": row.check.id, "title": row.check.title, "severity": row.check.severity.value,
        "settled": row.settled, "with_document": row.with_document, "reason": row.reason,
        "old": _finding(row.old), "new": _finding(row.new),
    }  # fmt: skip


def _finding(row: FindingRow | None) -> Data | None:
    return None if row is None else {"message": row.message, "fingerprint": row.fingerprint, **_place(row.where)}


def _text_change(row: TextChange) -> Data:
    return {
        "kind": row.kind.value,
        "old": None if row.old is None else _place(row.old),
        "new": None if row.new is None else _place(row.new),
        "pieces": [{"kind": piece.kind.value, "text": piece.text} for piece in row.pieces],
    }
