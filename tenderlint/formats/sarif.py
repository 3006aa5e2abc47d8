"""Writes the report as SARIF 2.1.0, which code hosts show beside the files of a change."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tenderlint.formats import flat
from tenderlint.formats.words import clean, link, sentence, strength_of
from tenderlint.outcomes import Outcome, Severity
from tenderlint.patterns import late_pattern
from tenderlint.report import CheckRow, DocumentRow, Report, Where

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note", Severity.NONE: "note"}
_DRIVE = late_pattern(r"[A-Za-z]:/")
_TOP = "%SRCROOT%"
Data = dict[str, Any]


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return one SARIF log; it is the same for every audience.

    Only failures are results: the code hosts take every result for a fault, whatever kind it says it is. What no check
    could tell, what was not read and what crashed are notifications of the run. What was set aside is suppressed.
    """
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=True, indent=1) + "\n"


def _run(report: Report) -> Data:
    numbers = {row.id: number for number, row in enumerate(report.checks)}
    return {
        "tool": {"driver": {
            "name": "tenderlint", "version": report.version, "rules": [_rule(row) for row in report.checks],
        }},
        "automationDetails": {"id": f"tenderlint/{_own_name(report)}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, numbers)],
        "artifacts": [_artifact(report, row) for row in report.documents],
        "results": [_result(problem, numbers) for problem in flat.problems(report)],
        "properties": {"day": report.day, "regime": report.regime.id, "checksDigest": report.checks_digest},
    }  # fmt: skip


def _own_name(report: Report) -> str:
    """Return what tells this pack from others: hosts refuse two runs of one name, and two packs may have one name."""
    path = PurePath(report.path)
    return quote(clean(report.name if path.is_absolute() else path.as_posix()), safe="/")


def _rule(row: CheckRow) -> Data:
    rule: Data = {
        "id": row.id,
        "shortDescription": {"text": clean(row.title)},
        "fullDescription": {"text": clean(row.why or row.title)},
        "help": {"text": _help(row, plain=True), "markdown": _help(row, plain=False)},
        "defaultConfiguration": {"level": _LEVELS[row.severity]},
        "properties": {"tags": [row.area]},
    }
    address = next((link(each.url) for each in row.authorities if link(each.url)), "")
    return {**rule, "helpUri": _uri_of_link(address)} if address else rule


def _help(row: CheckRow, *, plain: bool) -> str:
    """Tell why a check is asked, how to put a failure right, and what stands behind it."""
    lines = [sentence(clean(each)) for each in (row.why or row.title, row.fix) if each]
    for each in row.authorities:
        words = f"{clean(each.authority)} ({strength_of(each.authority, each.strength)})"
        address = link(each.url)
        if plain or not address:
            lines.append(f"Rests on: {words}{f', {clean(address)}' if address else ''}")
        else:
            lines.append(f"Rests on: [{_unmarked(words)}]({_uri_of_link(address)})")
    return "\n\n".join(lines)


def _unmarked(text: str) -> str:
    """Return the text so that Markdown takes no sign in it for its own."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _uri_of_link(address: str) -> str:
    return quote(clean(address), safe="/:?#[]@!$&'*+,;=%~")


def _result(problem: flat.Problem, numbers: dict[str, int]) -> Data:
    return {
        "ruleId": problem.check.id,
        "ruleIndex": numbers[problem.check.id],
        "kind": "fail",
        "level": _LEVELS[problem.check.severity],
        "message": {"text": flat.message(problem)},
        "locations": [_location(problem)],
        # the second name is the only one that GitHub looks at
        "partialFingerprints": {"tenderlint/v1": problem.name, "primaryLocationLineHash": f"{problem.name}:1"},
        "suppressions": [] if problem.waived is None else [_suppression(problem)],
        "properties": _place(problem.finding.where),
    }  # fmt: skip


def _suppression(problem: flat.Problem) -> Data:
    by = problem.finding.waived_by
    told = {} if by is None else {"source": by.source, "owner": clean(by.owner), "lastDay": by.last_day}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": flat.aside(problem),
        "properties": {name: value for name, value in told.items() if value},
    }


def _location(problem: flat.Problem) -> Data:
    """Return a place that always has a file and a region: a Word or PDF file has no lines, so it is line 1."""
    where = problem.finding.where
    region: Data = {"startLine": 1}
    if where.quote:
        region["snippet"] = {"text": clean(where.quote)}
    location: Data = {"physicalLocation": {"artifactLocation": _artifact_location(problem.file), "region": region}}
    logical = [_logical(kind, name, where) for kind, name in _steps(where)]
    return {**location, "logicalLocations": logical} if logical else location


def _steps(where: Where) -> list[tuple[str, str]]:
    steps = [("heading", heading) for heading in where.heading[-1:]]
    steps += [("clause", where.clause)] if where.clause else []
    steps += [("page", str(where.page))] if where.page is not None else []
    return steps


def _logical(kind: str, name: str, where: Where) -> Data:
    path = " / ".join(where.heading) if kind == "heading" else f"{kind} {name}"
    whole = f"{where.document}: {path}" if where.document else path
    return {"name": clean(name), "fullyQualifiedName": clean(whole), "kind": kind}


def _place(where: Where) -> Data:
    told = {
        "document": where.document, "page": where.page, "clause": where.clause, "paragraph": where.paragraph,
        "part": where.part, "headings": [clean(each) for each in where.heading],
    }  # fmt: skip
    return {name: clean(value) if isinstance(value, str) else value for name, value in told.items() if value}


def _artifact(report: Report, row: DocumentRow) -> Data:
    file = flat.file_of(report, row.path)
    artifact: Data = {
        "location": _artifact_location(file),
        "roles": ["analysisTarget"],
        "properties": {"document": clean(row.path), "role": row.role, "read": row.read, "digest": row.digest},
    }
    return artifact if "*" in row.media_type else {**artifact, "mimeType": row.media_type}


def _artifact_location(path: str) -> Data:
    """Return the address of a file, relative to the folder in which tenderlint ran where its path is."""
    address = quote(path, safe="/", errors="replace")
    if _DRIVE.match(path):
        return {"uri": f"file:///{quote(path, safe='/:', errors='replace')}"}
    if PurePath(path).is_absolute() or path.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": _TOP}


def _invocation(report: Report, numbers: dict[str, int]) -> Data:
    told = [_notification(gap.text, "error", gap.check, gap.file, numbers) for gap in flat.gaps(report)]
    for row in report.checks:
        if row.outcome is Outcome.CANNOT_TELL:
            text = f"Cannot tell whether {row.id} holds: {sentence(clean(row.reason))} A person must look."
            told.append(_notification(text, "note", row.id, flat.file_of(report, None), numbers))
    return {
        "executionSuccessful": not any(row.outcome is Outcome.ERROR for row in report.checks),
        "toolExecutionNotifications": told,
    }


def _notification(text: str, level: str, check: str, file: str, numbers: dict[str, int]) -> Data:
    notification: Data = {
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact_location(file), "region": {"startLine": 1}}}],
    }
    return {**notification, "associatedRule": {"id": check, "index": numbers[check]}} if check else notification
