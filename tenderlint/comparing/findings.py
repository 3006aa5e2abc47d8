"""Matches the findings of two packs: which are new, which are gone and which are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlint.comparing.rows import AnswerChange, FindingChange, Kind
from tenderlint.fingerprints import fingerprint
from tenderlint.outcomes import Outcome
from tenderlint.report import CheckRow, FindingRow, Report

Names = Mapping[str, str]
"""The name that each document of the old pack has in the new one."""


@dataclass(frozen=True, slots=True)
class _Found:
    check: CheckRow
    finding: FindingRow | None

    @property
    def print(self) -> str:
        if self.finding is None:
            return ""
        return self.finding.fingerprint or fingerprint(self.check.id, self.finding.where, self.finding.message)

    def document(self, names: Names) -> str:
        place = None if self.finding is None else self.finding.where.document
        return names.get(place or "", place or "")


def findings_of(old: Report, new: Report, names: Names) -> tuple[FindingChange, ...]:
    """Return every finding of both packs once: new ones first, then those gone, then those kept.

    A finding is known again by its fingerprint, its check, words and headings, first in its own document; then by
    its headings alone, for an amendment may have changed the very words that were found.
    """
    was, now = list(_found(old)), list(_found(new))
    unread = {row.document for row in new.not_read}
    kept = [
        *_paired(was, now, lambda each, of: (each.check.id, each.print, each.document(of)), names),
        *_paired(was, now, lambda each, of: (each.check.id, each.print), names),
    ]
    changed = [
        *_paired(was, now, lambda each, of: _section(each, of), names),
        *_paired(was, now, lambda each, of: (each.check.id, each.document(of)), names, alone=True),
    ]
    return (
        *(FindingChange(Kind.NEW, each.check, None, each.finding) for each in now),
        *(_gone(each, new, names, unread) for each in was),
        *(FindingChange(Kind.CHANGED, b.check, a.finding, b.finding) for a, b in changed),
        *(FindingChange(Kind.KEPT, b.check, a.finding, b.finding) for a, b in kept),
    )


def answers_of(old: Report, new: Report) -> tuple[AnswerChange, ...]:
    """Return the items of the checklist that have another answer now."""
    before = {row.item: row for row in old.checklist}
    return tuple(
        AnswerChange(row.item, row.title, before[row.item].outcome, row.outcome, row.reason)
        for row in new.checklist
        if row.item in before and before[row.item].outcome is not row.outcome
    )


def _found(report: Report) -> Iterator[_Found]:
    for row in report.checks:
        if row.outcome is Outcome.FAILED:
            standing = [finding for finding in row.findings if finding.waived is None]
            yield from (_Found(row, finding) for finding in (standing if row.findings else (None,)))


def _section(each: _Found, names: Names) -> Hashable:
    if each.finding is None:
        return (each.check.id,)
    where = each.finding.where
    return each.check.id, each.document(names), tuple(" ".join(step.split()).casefold() for step in where.heading)


def _paired(
    was: list[_Found], now: list[_Found], key: Callable[[_Found, Names], Hashable], names: Names, *, alone: bool = False
) -> list[tuple[_Found, _Found]]:
    """Take out of both lists those that have the same key, one for one; `alone` only where each side has just one."""
    theirs: dict[Hashable, list[_Found]] = {}
    for each in now:
        theirs.setdefault(key(each, {}), []).append(each)
    ours: dict[Hashable, list[_Found]] = {}
    for each in was:
        ours.setdefault(key(each, names), []).append(each)
    met = []
    for one, rows in ours.items():
        others = theirs.get(one, [])
        if not alone or len(rows) == len(others) == 1:
            met += list(zip(rows, others, strict=False))
    _drop(was, [a for a, _ in met])
    _drop(now, [b for _, b in met])
    return met


def _drop(rows: list[_Found], out: Sequence[_Found]) -> None:
    gone = {id(each) for each in out}
    rows[:] = [each for each in rows if id(each) not in gone]


def _gone(each: _Found, new: Report, names: Names, unread: set[str]) -> FindingChange:
    """Tell of a finding that is found no more whether it was put right, or whether nobody can tell now."""
    row = next((row for row in new.checks if row.id == each.check.id), None)
    settled, reason = False, "the check was not asked this time"
    if row is not None:
        settled = row.outcome not in (Outcome.CANNOT_TELL, Outcome.ERROR)
        reason = row.reason if row.outcome is not Outcome.FAILED else ""
    if settled and each.document(names) in unread:
        settled, reason = False, f"{each.document(names)} could not be read, or not all of it"
    place = None if each.finding is None else each.finding.where.document
    return FindingChange(
        Kind.GONE, each.check, each.finding, None, settled, reason,
        with_document=place is not None and place not in names,
    )  # fmt: skip
