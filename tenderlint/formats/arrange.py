"""Puts the rows of a report into the order in which people read them; every format that is read starts here."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tenderlint.formats.capitals import in_small_letters
from tenderlint.formats.fact_words import LISTS
from tenderlint.outcomes import Outcome, Severity
from tenderlint.readiness import is_for_a_person, is_of_invitation, is_open, stands
from tenderlint.report import CheckRow, DocumentRow, FactRow, FindingRow, ItemRow, Report, Where

_CRAFT = ("language", "word", "pdf")
"""The areas of checks that look at how a document is written and made, and not at what it asks or offers."""


_Spot = tuple[str | None, str]
_OPENING = 60
"""So many letters of a quote tell it from others of its document, however it was cut at its end."""
_COMPARES = "facts-agree"
_ON_SEVERAL_DAYS = ("interview_date", "site_visit")
"""Steps that may take several days, all said in one breath: "21 and 22 November"."""
_TOLD_BY = {"social_value_weight": "social-value-weight"}
"""Facts that a pack may state under another name, and the check that finds it there."""
_BY_LOT = ("tupe",)
"""Facts that may rightly differ within a pack: staff transfer with one lot and not with another."""


@dataclass(frozen=True, slots=True)
class Group:
    """What one check found in one document, in the order of reading; `name` is its own in the whole report."""

    name: str
    check: CheckRow
    findings: tuple[FindingRow, ...]

    @property
    def craft(self) -> bool:
        """Whether it is advice on how the document is written and made."""
        return _is_craft(self.check)

    @property
    def error(self) -> bool:
        """Whether it weighs as an error: what must be seen before all else."""
        return self.check.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was found in one document, the check whose first finding comes first standing first."""

    document: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return sum(len(group.findings) for group in self.groups)

    @property
    def matter(self) -> tuple[Group, ...]:
        """What was found in what the document asks, offers and says."""
        return tuple(group for group in self.groups if not group.craft)

    @property
    def craft(self) -> tuple[Group, ...]:
        """What was found in how the document is written and made."""
        return tuple(group for group in self.groups if group.craft)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the checklist."""

    title: str
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why checks could not tell, and which: one file that was not read may leave many answers open."""

    reason: str
    checks: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: the statements that checks use, those that say something else, and those that say the same.

    `conflict` says whether the pack contradicts itself on it: another lot, stage or step contradicts nothing.
    """

    name: str
    used: tuple[FactRow, ...]
    others: tuple[FactRow, ...]
    same: tuple[FactRow, ...]
    conflict: bool = False


def chapters(report: Report) -> tuple[Chapter, ...]:
    """Return the findings that stand and have a place, by document in the order of the pack."""
    rows = {row.id: row for row in report.checks}
    numbers = itertools.count(1)
    told: list[Chapter] = []
    for path, checks in _by_document(report).items():
        inner = [(rows[name], tuple(sorted(found, key=_order))) for name, found in checks.items()]
        inner.sort(key=lambda pair: _order(pair[1][0]))
        if inner:
            told.append(Chapter(path, tuple(Group(f"finding-{next(numbers)}", row, found) for row, found in inner)))
    return tuple(told)


def absences(report: Report) -> tuple[Group, ...]:
    """Return the failures that have no place in any document: what the pack nowhere holds."""
    rows = [row for row in report.checks if stands(row) and not is_of_invitation(row, report)]
    groups = [(row, tuple(_nowhere(row))) for row in rows]
    kept = [(row, found) for row, found in groups if found or not row.findings]
    return tuple(Group(f"absence-{number}", row, found) for number, (row, found) in enumerate(kept, 1))


def breaches(report: Report) -> tuple[CheckRow, ...]:
    """Return the failures that weigh as errors, in the order of reading: what must be seen before all else."""
    inside = (group for chapter in chapters(report) for group in chapter.groups)
    rows = {group.check.id: group.check for group in (*inside, *absences(report))}
    return tuple(row for row in rows.values() if row.severity is Severity.ERROR)


def failed_here(report: Report) -> tuple[CheckRow, ...]:
    """Return the checks that failed, but for those that look for an invitation which is not there."""
    return tuple(
        row for row in report.checks if row.outcome is Outcome.FAILED and not is_of_invitation(row, report)
    )


def waived(report: Report) -> tuple[Group, ...]:
    """Return the findings that were set aside, with the reasons: by somebody, or because they were there before."""
    rows = [(row, tuple(each for each in row.findings if each.waived is not None)) for row in report.checks]
    kept = [(row, found) for row, found in rows if found]
    return tuple(Group(f"waived-{number}", row, found) for number, (row, found) in enumerate(kept, 1))


def from_before(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return of waived findings those that a baseline knows."""
    return _of_source(groups, baseline=True)


def by_somebody(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return of waived findings those that somebody has waived."""
    return _of_source(groups, baseline=False)


def doubts(report: Report) -> tuple[Doubt, ...]:
    """Return the checks that could not tell and wait for a person, those with one reason together.

    Those that wait for what could not be read are not among them: see `waiting` and `of_invitation`.
    """
    found: dict[str, list[CheckRow]] = {}
    for row in report.checks:
        if is_open(row, report) and row.id not in report.leaves_open and not is_of_invitation(row, report):
            found.setdefault(row.reason, []).append(row)
    return tuple(Doubt(reason, tuple(rows)) for reason, rows in found.items())


def waiting(report: Report) -> tuple[tuple[str, tuple[CheckRow, ...]], ...]:
    """Return the checks whose answers wait for what could not be read, by area."""
    return _by_area(row for row in report.checks if row.id in report.leaves_open)


def of_invitation(report: Report) -> tuple[tuple[str, tuple[CheckRow, ...]], ...]:
    """Return the checks that look for what an invitation says, where the pack is a specification alone, by area."""
    return _by_area(row for row in report.checks if is_of_invitation(row, report))


def _by_area(rows: Iterable[CheckRow]) -> tuple[tuple[str, tuple[CheckRow, ...]], ...]:
    found: dict[str, list[CheckRow]] = {}
    for row in rows:
        found.setdefault(row.area, []).append(row)
    return tuple((area, tuple(rows)) for area, rows in found.items())


def craft_failed(report: Report) -> int:
    """Return how many failed checks are advice on how documents are written and made."""
    return sum(stands(row) and _is_craft(row) for row in report.checks)


def for_a_person(report: Report) -> tuple[ItemRow, ...]:
    """Return the items of the checklist that only a person can judge and nobody has answered."""
    return tuple(filter(is_for_a_person, report.checklist))


def crashed(report: Report) -> tuple[CheckRow, ...]:
    """Return the checks that crashed."""
    return tuple(row for row in report.checks if row.outcome is Outcome.ERROR)


def sections(report: Report) -> tuple[Section, ...]:
    """Return the checklist by its sections."""
    found: dict[str, list[ItemRow]] = {}
    for item in report.checklist:
        found.setdefault(item.section, []).append(item)
    return tuple(Section(title, tuple(items)) for title, items in found.items())


def facts(report: Report) -> tuple[Fact, ...]:
    """Return the facts that the pack states."""
    told = [_fact(name, rows) for name, rows in report.facts.items() if rows]
    compared = next((row for row in report.checks if row.id == _COMPARES and row.outcome is not Outcome.ERROR), None)
    places = None if compared is None else {_spot(finding.where) for finding in compared.findings}
    return tuple(replace(fact, conflict=_contradicts(fact, places)) for fact in told)


def contradicted(report: Report) -> frozenset[str]:
    """Return the names of the facts on which the pack contradicts itself."""
    return frozenset(fact.name for fact in facts(report) if fact.conflict)


def _contradicts(fact: Fact, places: set[_Spot] | None) -> bool:
    """Say whether the check that compares facts found another statement wrong; without it, whether any differs."""
    if fact.name in (*LISTS, *_BY_LOT):
        return False
    differing = [row for row in fact.others if row.value != fact.used[0].value] if fact.used else list(fact.others)
    return any(places is None or _spot(row.where) in places for row in differing)


def _spot(where: Where) -> _Spot:
    return where.document, where.quote[:_OPENING]


def not_stated(report: Report) -> tuple[str, ...]:
    """Return the names of the facts that the pack does not state."""
    return tuple(name for name, rows in report.facts.items() if not rows)


def under_another_name(report: Report, name: str) -> Where | None:
    """Return the words that a check takes for a fact which the pack does not state by its name, or None."""
    row = next((row for row in report.checks if row.id == _TOLD_BY.get(name)), None)
    if row is None or row.outcome is not Outcome.PASSED or not row.evidence:
        return None
    return row.evidence[0].where


def name_of(report: Report) -> str:
    """Return what the pack is called, with a capital first: its title, or the name of its folder.

    A title that stands in capitals is told in small letters.
    """
    title = chosen(report, "title")
    if title is None:
        return report.name
    name = title.words
    if name.isupper():
        quotes = (row.where.quote for rows in report.facts.values() for row in rows)
        name = in_small_letters(name, quotes)
    return name[:1].upper() + name[1:]


def chosen(report: Report, name: str) -> FactRow | None:
    """Return the statement of a fact that checks use, or None."""
    return next((row for row in report.facts.get(name, ()) if row.chosen), None)


def clean_documents(report: Report) -> tuple[str, ...]:
    """Return the documents that were read whole and in which nothing was found."""
    told = {chapter.document for chapter in chapters(report)}
    return tuple(row.path for row in report.documents if row.read == "fully" and row.path not in told)


def looked_in(report: Report, check_id: str) -> tuple[str, ...]:
    """Return the documents in which a check looked, as the checklist tells it; else all that were read."""
    for item in report.checklist:
        if check_id in item.checks and item.looked_in:
            return item.looked_in
    return tuple(row.path for row in report.documents if row.read != "not")


def document(report: Report, path: str) -> DocumentRow | None:
    """Return the row of a document, or None for a place outside the pack's files."""
    return next((row for row in report.documents if row.path == path), None)


def _by_document(report: Report) -> dict[str, dict[str, list[FindingRow]]]:
    """Sort what stands into documents and, within each, into checks."""
    found: dict[str, dict[str, list[FindingRow]]] = {row.path: {} for row in report.documents}
    for row in report.checks:
        if row.outcome is Outcome.FAILED:
            for finding in row.findings:
                if finding.where.document is not None and finding.waived is None:
                    found.setdefault(finding.where.document, {}).setdefault(row.id, []).append(finding)
    return found


def _is_craft(row: CheckRow) -> bool:
    return row.area in _CRAFT and row.severity not in (Severity.ERROR, Severity.WARNING)


def _order(finding: FindingRow) -> tuple[int, int]:
    return finding.where.page or 0, finding.where.paragraph or 0


def _of_source(groups: Iterable[Group], *, baseline: bool) -> tuple[Group, ...]:
    parts = []
    for group in groups:
        found = tuple(
            each for each in group.findings
            if (each.waived_by is not None and each.waived_by.source == "baseline") is baseline
        )  # fmt: skip
        if found:
            parts.append(Group(group.name, group.check, found))
    return tuple(parts)


def _nowhere(row: CheckRow) -> Iterable[FindingRow]:
    return (each for each in row.findings if each.where.document is None and each.waived is None)


def used_rows(name: str, rows: Sequence[FactRow]) -> tuple[FactRow, ...]:
    """Return the statements of a fact that checks use, with the other days that are said in the same breath."""
    used = tuple(row for row in rows if row.chosen)
    if name not in _ON_SEVERAL_DAYS:
        return used
    spots = {_spot(row.where) for row in used}
    return tuple(row for row in rows if row.chosen or _spot(row.where) in spots)


def _fact(name: str, rows: tuple[FactRow, ...]) -> Fact:
    if name in LISTS:
        return Fact(name, rows, (), ())
    used = used_rows(name, rows)
    values = [row.value for row in used]
    rest = [row for row in rows if row not in used]
    others = tuple(row for row in rest if row.value not in values)
    return Fact(name, used, others, tuple(row for row in rest if row.value in values))
