"""Turns a report into the data of its JSON document, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tenderlint.errors import TenderlintError
from tenderlint.outcomes import Outcome, Severity
from tenderlint.report import (
    SCHEMA_VERSION,
    Authority,
    CheckRow,
    DocumentRow,
    FactRow,
    FindingRow,
    ItemRow,
    NotRead,
    RegimeRow,
    Report,
    StatedRow,
    WaivedBy,
    Where,
)
from tenderlint.report_reading import reading_back, reading_data

Data = dict[str, Any]


def as_data(report: Report) -> Data:
    """Return the report as plain data, in the order in which the JSON document shows it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "tenderlint", "version": report.version, "checks_digest": report.checks_digest},
        "pack": {
            "name": report.name, "path": report.path, "documents": [_document(row) for row in report.documents],
            "reading": reading_data(report.reading),
        },
        "day": report.day,
        "regime": {
            "id": report.regime.id, "title": report.regime.title, "why": report.regime.why,
            "sure": report.regime.sure, "nation": report.regime.nation,
        },
        **({"stated": [_stated(row) for row in report.stated]} if report.stated else {}),
        "facts": {name: [_fact(row) for row in rows] for name, rows in report.facts.items()},
        "checks": [_check(row) for row in report.checks],
        "checklist": [_item(row) for row in report.checklist],
        "coverage": {
            "complete": report.complete,
            "not_read": [{"document": row.document, "page": row.page, "why": row.why} for row in report.not_read],
            "leaves_open": list(report.leaves_open),
        },
    }  # fmt: skip


def from_data(data: Mapping[str, Any]) -> Report:
    """Return the report that `as_data` wrote; raises TenderlintError when the data is not one."""
    if data.get("schema_version") != SCHEMA_VERSION:
        raise TenderlintError(f"is not a report of version {SCHEMA_VERSION}", advice="Lint the pack again.")
    try:
        return _report(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TenderlintError(f"is not a whole report: {error}", advice="Lint the pack again.") from error


def _document(row: DocumentRow) -> Data:
    return {
        "path": row.path, "media_type": row.media_type, "role": row.role, "digest": row.digest, "pages": row.pages,
        "words": row.words, "read": row.read, "notes": list(row.notes), "reading": reading_data(row.reading),
    }  # fmt: skip


def _place(where: Where) -> Data:
    data: Data = {
        "document": where.document, "page": where.page, "heading": list(where.heading), "clause": where.clause,
        "paragraph": where.paragraph, "part": where.part,
    }  # fmt: skip
    if where.cells:
        data["cells"] = list(where.cells)
    return data


def _fact(row: FactRow) -> Data:
    return {
        "value": row.value, "words": row.words, "quote": row.where.quote, **_place(row.where),
        "sure": row.sure, "chosen": row.chosen, "why": row.why,
    }  # fmt: skip


def _finding(row: FindingRow) -> Data:
    data = {
        "message": row.message, **_place(row.where), "quote": row.where.quote, "fingerprint": row.fingerprint,
        "waived": row.waived,
    }  # fmt: skip
    by = row.waived_by
    if by is not None:
        data["waived_by"] = {
            "source": by.source, "owner": by.owner, "last_day": by.last_day, "file": by.file, "line": by.line,
        }  # fmt: skip
    return data


def _stated(row: StatedRow) -> Data:
    return {
        "name": row.name, "value": row.value, "words": row.words, "quote": row.where.quote, **_place(row.where)
    }  # fmt: skip


def _check(row: CheckRow) -> Data:
    return {
        "id": row.id, "area": row.area, "title": row.title, "outcome": row.outcome.value,
        "severity": row.severity.value, "reason": row.reason,
        "findings": [_finding(each) for each in row.findings],
        "evidence": [_finding(each) for each in row.evidence],
        "nearest": [_finding(each) for each in row.nearest],
        "why": row.why, "fix": row.fix,
        "authorities": [
            {"authority": each.authority, "strength": each.strength, "url": each.url, "doubt": each.doubt}
            for each in row.authorities
        ],
    }  # fmt: skip


def _item(row: ItemRow) -> Data:
    return {
        "item": row.item, "section": row.section, "title": row.title, "outcome": row.outcome.value,
        "reason": row.reason, "checks": list(row.checks), "looked_in": list(row.looked_in), "ask": row.ask,
        "answer_by_person": row.answer_by_person, "also": list(row.also),
    }  # fmt: skip


def _report(data: Mapping[str, Any]) -> Report:
    pack, regime, coverage = data["pack"], data["regime"], data["coverage"]
    return Report(
        version=data["tool"]["version"],
        checks_digest=data["tool"]["checks_digest"],
        name=pack["name"],
        path=pack["path"],
        day=data["day"],
        regime=RegimeRow(regime["id"], regime["title"], regime["why"], regime["sure"], regime["nation"]),
        documents=tuple(map(_document_back, pack["documents"])),
        facts={name: tuple(_fact_back(row) for row in rows) for name, rows in data["facts"].items()},
        checks=tuple(_check_back(row) for row in data["checks"]),
        checklist=tuple(_item_back(row) for row in data["checklist"]),
        not_read=tuple(NotRead(row["document"], row["page"], row["why"]) for row in coverage["not_read"]),
        leaves_open=tuple(coverage["leaves_open"]),
        stated=tuple(
            StatedRow(row["name"], row["value"], row["words"], _where_back(row)) for row in data.get("stated", ())
        ),
        reading=reading_back(pack.get("reading")),
    )


def _document_back(row: Mapping[str, Any]) -> DocumentRow:
    return DocumentRow(**{**row, "notes": tuple(row["notes"]), "reading": reading_back(row.get("reading"))})


def _where_back(row: Mapping[str, Any]) -> Where:
    return Where(
        row["document"], row["page"], tuple(row["heading"]), row["clause"], row["paragraph"], row["part"], row["quote"],
        tuple(row.get("cells", ())),
    )  # fmt: skip


def _fact_back(row: Mapping[str, Any]) -> FactRow:
    return FactRow(row["value"], row["words"], _where_back(row), row["sure"], row["chosen"], row["why"])


def _findings_back(rows: list[Mapping[str, Any]]) -> tuple[FindingRow, ...]:
    return tuple(
        FindingRow(
            row["message"], _where_back(row), row["fingerprint"], row["waived"],
            WaivedBy(**row["waived_by"]) if "waived_by" in row else None,
        )
        for row in rows
    )  # fmt: skip


def _check_back(row: Mapping[str, Any]) -> CheckRow:
    return CheckRow(
        row["id"], row["area"], row["title"], Outcome(row["outcome"]), Severity(row["severity"]), row["reason"],
        _findings_back(row["findings"]), _findings_back(row["evidence"]), _findings_back(row["nearest"]),
        row["why"], row["fix"],
        tuple(Authority(**each) for each in row["authorities"]),
    )  # fmt: skip


def _item_back(row: Mapping[str, Any]) -> ItemRow:
    return ItemRow(
        row["item"], row["section"], row["title"], Outcome(row["outcome"]), row["reason"], tuple(row["checks"]),
        tuple(row["looked_in"]), row["ask"], row["answer_by_person"], tuple(row["also"]),
    )  # fmt: skip
