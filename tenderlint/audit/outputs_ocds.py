"""Writes the packs that have an OCID as an OCDS record package, with what was found as an extension of the standard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tenderlint import notice
from tenderlint.audit.indicators import INDICATORS
from tenderlint.audit.outputs_rows import Audit
from tenderlint.audit.sight import LINTED, Sight

FIELD = "packCheck"
"""The field that the extension adds to a release."""

_OUTCOMES = {
    "passed": "The check passed.", "failed": "The check failed.", "cantTell": "The pack does not say enough to tell.",
    "inapplicable": "The question of the check does not arise.", "error": "The check crashed.",
}  # fmt: skip


def write(audit: Audit, folder: Path, published_at: str) -> int:
    """Write the record package and its extension below `folder`; return how many packs have no OCID and were left out.

    `published_at` is the web address at which the folder will stand: the standard has an extension named by address.
    """
    own = folder / "extension"
    own.mkdir(parents=True)
    base = published_at.rstrip("/")
    for name, text in _extension().items():
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text(text, encoding="utf-8", newline="\n")
    head = {
        "uri": f"{base}/records.json", "version": "1.1", "extensions": [f"{base}/extension/extension.json"],
        "publishedDate": f"{audit.day}T00:00:00Z", "publisher": {"name": f"tenderlint {audit.version}"},
    }  # fmt: skip
    with (folder / "records.json").open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "records": [')
        for number, record in enumerate(_records(audit)):
            file.write((",\n" if number else "\n") + json.dumps(record, ensure_ascii=False))
        file.write("\n]}\n")
    return sum(not sight.ocid for sight in audit.sights)


def _records(audit: Audit) -> Iterator[dict[str, Any]]:
    taken = set()
    for sight in audit.sights:
        if sight.ocid and sight.ocid not in taken:
            taken.add(sight.ocid)
            yield {"ocid": sight.ocid, "compiledRelease": _release(sight, audit.day)}


def _release(sight: Sight, day: str) -> dict[str, Any]:
    """Return the release of a pack's notice, or a small one of what the pack itself says."""
    release = _noticed(sight) or _own(sight)
    return {**release, "ocid": sight.ocid, "tag": ["compiled"], FIELD: _checked(sight, day)}


def _noticed(sight: Sight) -> dict[str, Any] | None:
    try:
        return notice.load(Path(sight.notice).read_bytes()) if sight.notice else None
    except OSError:
        return None


def _own(sight: Sight) -> dict[str, Any]:
    tender: dict[str, Any] = {"id": sight.ocid, "title": sight.title}
    if sight.value is not None:
        tender["value"] = {"amount": sight.value, "currency": sight.currency or "GBP"}
    if len(sight.deadline) >= 16:
        tender["tenderPeriod"] = {"endDate": f"{sight.deadline[:16]}:00"}
    return {
        "id": f"{sight.ocid}-compiled", "date": f"{sight.issued or '1970-01-01'}T00:00:00Z", "initiationType": "tender",
        "buyer": {"name": sight.area.name}, "tender": tender,
    }  # fmt: skip


def _checked(sight: Sight, day: str) -> dict[str, Any]:
    if sight.status != LINTED:
        return {"date": day, "status": sight.status, "reason": sight.why}
    return {
        "date": day, "status": sight.status, "complete": sight.complete,
        "indicators": {
            indicator.key: round(value, 2) if isinstance(value, float) else value
            for indicator in INDICATORS if (value := indicator.of(sight)) is not None
        },
        "checks": [
            {"id": name, "outcome": outcome, "findings": sight.failings.get(name, 0)}
            for name, outcome in sorted(sight.answers.items())
        ],
    }  # fmt: skip


def _extension() -> dict[str, str]:
    """Return the files of the extension: what it is, the schema of its field, and its list of codes."""
    about = {
        "name": {"en": "Pack check"},
        "description": {"en": "What checks of the documents of a tender found."},
        "documentationUrl": {"en": "README.md"},
        "compatibility": ["1.1"],
        "schemas": ["release-schema.json"],
        "codelists": ["packCheckOutcome.csv"],
    }
    text = {"type": "string"}
    check = {"type": "object", "required": ["id", "outcome"], "properties": {
        "id": {"title": "Check", "description": "The name of the check.", **text},
        "outcome": {"title": "Outcome", "description": "What the check says.", "codelist": "packCheckOutcome.csv",
                    "openCodelist": False, "enum": list(_OUTCOMES), **text},
        "findings": {"title": "Findings", "description": "How many findings stand.", "type": "integer", "minimum": 0},
    }}  # fmt: skip
    schema = {
        "definitions": {"PackCheck": {"type": "object", "required": ["date", "status"], "properties": {
            "date": {"title": "Date", "description": "The day of the audit.", "format": "date", **text},
            "status": {"title": "Status", "description": "Whether the documents could be had and read.", **text},
            "reason": {"title": "Reason", "description": "Why they could not.", **text},
            "complete": {"title": "Complete", "description": "Whether all was read.", "type": "boolean"},
            "indicators": {"title": "Indicators", "description": "; ".join(
                f"{indicator.key}: {indicator.title}" for indicator in INDICATORS), "type": "object"},
            "checks": {"title": "Checks", "description": "What each check says.", "type": "array", "items": check},
        }}},
        "properties": {FIELD: {"title": "Pack check", "$ref": "#/definitions/PackCheck"}},
    }  # fmt: skip
    codes = "Code,Title,Description\n" + "".join(f"{code},{code},{told}\n" for code, told in _OUTCOMES.items())
    return {
        "extension.json": json.dumps(about, indent=2) + "\n",
        "release-schema.json": json.dumps(schema, indent=2) + "\n",
        "codelists/packCheckOutcome.csv": codes,
        "README.md": f"# Pack check\n\nAdds `{FIELD}` to a release: what checks of the tender's documents found.\n",
    }
