"""Writes the report as a GitLab code quality report: a JSON list with an entry a finding."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tenderlint.formats import flat
from tenderlint.formats.words import clean
from tenderlint.outcomes import Severity
from tenderlint.report import Report

_SEVERITIES = {
    Severity.ERROR: "critical", Severity.WARNING: "major", Severity.ADVICE: "minor", Severity.NONE: "info",
}  # fmt: skip


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return the list; it is the same for every audience.

    Every entry has a fingerprint that no other has. What was not read and what crashed weighs as a blocker; waived
    findings and those of a baseline weigh least and give the reason.
    """
    entries = [_gap(gap) for gap in flat.gaps(report)]
    entries += [_entry(problem) for problem in flat.problems(report)]
    return json.dumps(entries, ensure_ascii=True, indent=1) + "\n"


def _entry(problem: flat.Problem) -> dict[str, Any]:
    text, severity = flat.message(problem), _SEVERITIES[problem.check.severity]
    if problem.waived is not None:
        text, severity = f"{flat.aside(problem)} {text}", "info"
    return _row(text, problem.check.id, problem.name, severity, problem.file)


def _gap(gap: flat.Gap) -> dict[str, Any]:
    name = hashlib.blake2b(f"{gap.check}\x1f{gap.text}".encode(errors="replace"), digest_size=8).hexdigest()
    return _row(gap.text, gap.check or "not-read", name, "blocker", gap.file)


def _row(text: str, check: str, name: str, severity: str, file: str) -> dict[str, Any]:
    return {
        "description": text,
        "check_name": check,
        "fingerprint": name,
        "severity": severity,
        "location": {"path": clean(file), "lines": {"begin": 1}},
    }
