"""The findings that were there before: a run that knows them tells and counts only what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tenderlint.outcomes import Outcome
from tenderlint.report import CheckRow, FindingRow, Report, WaivedBy

REASON = "it was there before"
NEVER = frozenset({"waivers-in-use"})
"""Checks whose findings no baseline takes in."""
_MOST_QUOTE = 120
_ANSWERED = (Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that was there before, and how often: the rest is for people who read the file."""

    check: str
    fingerprint: str
    count: int = 1
    document: str = ""
    heading: str = ""
    quote: str = ""


Entries = tuple[Entry, ...]
Baseline = Mapping[str, Entries]
"""The entries of each pack, by its path as seen from the file."""


def entries_of(report: Report) -> Entries:
    """Return the entries of a report's findings: of all that stand or were there before, not of what is waived."""
    first: dict[tuple[str, str], FindingRow] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for row, finding in _findings(report):
        key = (row.id, finding.fingerprint)
        first.setdefault(key, finding)
        counts[key] += 1
    return tuple(sorted(_entry(*key, count, first[key]) for key, count in counts.items()))


def with_baseline(report: Report, entries: Sequence[Entry], file: str) -> Report:
    """Return the report with the findings marked that the entries know; `file` is what the baseline is called.

    Where a thing is found more often than before, the last ones in the order of reading are new.
    """
    left = {(entry.check, entry.fingerprint): entry.count for entry in entries}
    by = WaivedBy("baseline", file=file)
    rows = []
    for row in report.checks:
        if row.outcome is not Outcome.FAILED or row.id in NEVER:
            rows.append(row)
            continue
        rows.append(replace(row, findings=tuple(_known(row.id, each, left, by) for each in row.findings)))
    return replace(report, checks=tuple(rows))


def still_there(entries: Sequence[Entry], report: Report) -> Entries:
    """Return the entries without what the report shows to be gone.

    An entry stays where its check was not asked or could not tell, and where its document was not read in full.
    """
    now = {(entry.check, entry.fingerprint): entry.count for entry in entries_of(report)}
    rows = {row.id: row for row in report.checks}
    unread = {row.path for row in report.documents if row.read != "fully"} | {row.document for row in report.not_read}
    kept = []
    for entry in entries:
        row = rows.get(entry.check)
        if row is None or row.outcome not in _ANSWERED or entry.document in unread:
            kept.append(entry)
            continue
        count = min(entry.count, now.get((entry.check, entry.fingerprint), 0))
        if count:
            kept.append(replace(entry, count=count))
    return tuple(kept)


def renewed(entries: Sequence[Entry], report: Report) -> Entries:
    """Return the entries that a baseline written now has: all that the report finds, and what it could not judge."""
    found = entries_of(report)
    known = {(entry.check, entry.fingerprint) for entry in found}
    kept = (each for each in still_there(entries, report) if (each.check, each.fingerprint) not in known)
    return tuple(sorted((*found, *kept)))


def number(entries: Sequence[Entry]) -> int:
    """Return how many findings the entries stand for."""
    return sum(entry.count for entry in entries)


def _findings(report: Report) -> Iterator[tuple[CheckRow, FindingRow]]:
    for row in report.checks:
        if row.outcome is Outcome.FAILED and row.id not in NEVER:
            for finding in row.findings:
                if finding.waived is None or _is_of_a_baseline(finding):
                    yield row, finding


def _is_of_a_baseline(finding: FindingRow) -> bool:
    return finding.waived_by is not None and finding.waived_by.source == "baseline"


def _known(check: str, finding: FindingRow, left: dict[tuple[str, str], int], by: WaivedBy) -> FindingRow:
    key = (check, finding.fingerprint)
    if finding.waived is not None or not left.get(key):
        return finding
    left[key] -= 1
    return replace(finding, waived=REASON, waived_by=by)


def _entry(check: str, name: str, count: int, finding: FindingRow) -> Entry:
    where = finding.where
    words = where.quote or finding.message
    shown = words if len(words) <= _MOST_QUOTE else f"{words[:_MOST_QUOTE].rpartition(' ')[0] or words[:_MOST_QUOTE]} …"
    return Entry(check, name, count, where.document or "", where.heading[-1] if where.heading else "", shown)
