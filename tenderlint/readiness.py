"""Says in one sentence how near a pack is to being published or bid for: counted in words, never a percentage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tenderlint.outcomes import Outcome, Severity, Strength
from tenderlint.report import LEFT_OUT, CheckRow, ItemRow, Report

AUDIENCES = ("buyer", "bidder")


class Level(StrEnum):
    """How near a pack is.

    UNKNOWN is a report in which nothing was asked, NO_TENDER one on guidance alone, PART one on a specification alone.
    """

    NOT_READY = "not ready"
    NEARLY = "nearly ready"
    AFTER_A_LOOK = "ready after a look"
    READY = "ready"
    UNKNOWN = "unknown"
    NO_TENDER = "no tender"
    PART = "part of a tender"


@dataclass(frozen=True, slots=True)
class Count:
    """One thing counted: `kind` is its fixed name, `words` what a person is told ("2 breaches of law")."""

    kind: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """The sentence with its parts: what it opens with, and everything counted that is more than none.

    `waived` is the number of findings that were set aside, by a waiver or a baseline; they are not counted. `partly`
    says that some checks were left out, so that nobody takes silence for more than it is. `wording` are the points of
    wording that do not stand between a bidder and a pack that is ready.
    """

    level: Level
    lead: str
    counts: tuple[Count, ...]
    waived: int = 0
    partly: bool = False
    wording: int = 0

    @property
    def sentence(self) -> str:
        """The whole sentence, without a full stop."""
        if self.level is Level.READY:
            return f"{self.lead}: nothing found against it{self.limits}"
        if self.level in (Level.AFTER_A_LOOK, Level.UNKNOWN, Level.NO_TENDER) or not self.counts:
            return self.lead
        return f"{self.lead}: {', '.join(count.words for count in self.counts)}"

    @property
    def limits(self) -> str:
        """What must be added to "nothing found against it"."""
        told = ["what was set aside"] if self.waived else []
        if self.wording:
            told.append(_counted(self.wording, _WORDING, ""))
        aside = f" but {' and '.join(told)}" if told else ""
        return aside + (f"{',' if aside else ''} in the checks that were asked" if self.partly else "")

    def number(self, kind: str) -> int:
        """Return how many there are of a kind: breaches, raised, departures, points, files, pages, parts, crashed."""
        return sum(count.number for count in self.counts if count.kind == kind)


# What one and several of each kind are called, by whom they are told to.
_BUYER = {
    "breaches": ("breach of law", "breaches of law"),
    "raised": ("problem that your settings call an error", "problems that your settings call errors"),
    "departures": ("departure from {}", "departures from {}"),
    "points": ("point for a person", "points for a person"),
}
_BIDDER = {
    "breaches": ("thing that the law does not allow", "things that the law does not allow"),
    "raised": ("problem that your settings call an error", "problems that your settings call errors"),
    "departures": ("thing against {}", "things against {}"),
    "points": ("point to ask about", "points to ask about"),
}
_WORDING = ("point of wording", "points of wording")
_EITHER = {
    "files": ("file not read", "files not read"),
    "pages": ("page not read", "pages not read"),
    "parts": ("file read only in part", "files read only in part"),
    "crashed": ("check crashed", "checks crashed"),
}
_NO_TENDER = "This reads as guidance, not as an invitation to tender: below stands what it would lack as one"
_PART = "This is a specification alone, without its invitation to tender"
_TENDER_FACTS = ("submission_deadline", "clarification_deadline", "award_criteria")
_NOTICE_FACTS = ("issue_date", "contract_value_total", "contract_value_annual")
_NO_INVITATION = "the pack holds no invitation"
"""What checks say where nothing in the pack invites anybody to bid."""
_LEADS = {
    "buyer": {
        Level.NOT_READY: "Not ready to publish",
        Level.NEARLY: "Nearly ready to publish",
        Level.AFTER_A_LOOK: "Ready to publish once a person has looked at {}",
        Level.READY: "Ready to publish",
        Level.UNKNOWN: "Cannot say whether it is ready to publish: no check was asked",
        Level.NO_TENDER: _NO_TENDER,
        Level.PART: _PART,
    },
    "bidder": {
        Level.NOT_READY: "Look closely before you bid",
        Level.NEARLY: "Look before you bid",
        Level.AFTER_A_LOOK: "Ask about {} before you bid",
        Level.READY: "Ready to bid for",
        Level.UNKNOWN: "Cannot say what to look at before you bid: no check was asked",
        Level.NO_TENDER: _NO_TENDER,
        Level.PART: _PART,
    },
}
_FEW = 5
"""With more departures than this nobody would call a pack nearly ready."""
_LOOK_AGAIN = "Look again before you publish"
_STOPS = ("breaches", "raised", "files", "pages", "parts", "crashed")


def readiness(report: Report, audience: str = "buyer") -> Readiness:
    """Return how near the pack is, for a "buyer" who wants to publish it or a "bidder" who may answer it.

    Failed checks count once each, however many findings they have, and not at all once every finding is waived. A
    check that waits for what could not be read is no point for a person: the files and pages are counted instead.
    To a bidder points of wording alone do not matter.
    """
    numbers = _numbers(report)
    wording = _wording(report) if audience == "bidder" else 0
    wording = wording if wording == numbers["departures"] else 0
    numbers["departures"] -= wording
    names = {**(_BIDDER if audience == "bidder" else _BUYER), **_EITHER}
    counts = tuple(
        Count(kind, number, _counted(number, names[kind], _departed_from(report)))
        for kind, number in numbers.items()
        if number
    )
    level = _level(report, numbers)
    lead = _LEADS[audience][level].format(_points(numbers["points"]))
    if level is Level.NEARLY and audience == "buyer" and numbers["departures"] > _FEW:
        lead = _LOOK_AGAIN
    waived = sum(each.waived is not None for row in report.checks for each in row.findings)
    partly = any(item.reason == LEFT_OUT for item in report.checklist)
    return Readiness(level, lead, counts, waived, partly, wording)


def stands(row: CheckRow) -> bool:
    """Say whether a check failed and its failure was not waived."""
    if row.outcome is not Outcome.FAILED:
        return False
    return not row.findings or any(finding.waived is None for finding in row.findings)


def is_specification_alone(report: Report) -> bool:
    """Say whether all of a pack is specification, and a check found that nothing in it invites anybody to bid."""
    roles = {row.role for row in report.documents}
    if roles != {"specification"} or report.not_read or _is_tendered(report):
        return False
    if any(report.facts.get(name) for name in _NOTICE_FACTS):
        return False
    return any(_NO_INVITATION in row.reason for row in report.checks)


def is_of_invitation(row: CheckRow, report: Report) -> bool:
    """Say whether a check found nothing only because what it looks for stands in the invitation, which is not there."""
    if not is_specification_alone(report) or any(each.where.document for each in row.findings):
        return False
    return stands(row) or (row.outcome is Outcome.CANNOT_TELL and not row.evidence)


def is_law(row: CheckRow) -> bool:
    """Say whether law stands behind a check's severity, and not a user's own settings."""
    return not row.authorities or any(each.strength == Strength.LAW for each in row.authorities)


def is_policy(row: CheckRow) -> bool:
    """Say whether policy or law stands behind a check's severity, and not a user's own settings."""
    return not row.authorities or any(each.strength in (Strength.LAW, Strength.POLICY) for each in row.authorities)


def is_for_a_person(item: ItemRow) -> bool:
    """Say whether an item waits for a person: no check decides it, it arises, and nobody has answered it."""
    return not item.checks and item.outcome is not Outcome.INAPPLICABLE and item.answer_by_person is None


def is_open(row: CheckRow, report: Report) -> bool:
    """Say whether a check could not tell and no person has answered every item that it decides."""
    if row.outcome is not Outcome.CANNOT_TELL:
        return False
    items = [item for item in report.checklist if row.id in item.checks]
    return not items or any(item.answer_by_person is None for item in items)


def _numbers(report: Report) -> dict[str, int]:
    asked = [row for row in report.checks if not is_of_invitation(row, report)]
    failed = [row for row in asked if stands(row)]
    errors = [row for row in failed if row.severity is Severity.ERROR]
    breaches = sum(is_law(row) for row in errors)
    files, pages, parts = _unread(report)
    return {
        "breaches": breaches,
        "raised": len(errors) - breaches,
        "departures": sum(row.severity in (Severity.WARNING, Severity.ADVICE) for row in failed),
        "points": sum(is_open(row, report) and row.id not in report.leaves_open for row in asked)
        + sum(map(is_for_a_person, report.checklist)),
        "files": files,
        "pages": pages,
        "parts": parts,
        "crashed": sum(row.outcome is Outcome.ERROR for row in report.checks),
    }


def _unread(report: Report) -> tuple[int, int, int]:
    """Count the files that were not read at all, the pages missing from others, and the files with other gaps."""
    some = {row.path for row in report.documents if row.read != "not"}
    files = {row.document for row in report.not_read if row.document not in some}
    pages = {(row.document, row.page) for row in report.not_read if row.document in some and row.page is not None}
    parts = {row.document for row in report.not_read if row.document in some and row.page is None}
    return len(files), len(pages), len(parts)


def _level(report: Report, numbers: dict[str, int]) -> Level:
    if _is_no_tender(report):
        return Level.NO_TENDER
    if is_specification_alone(report) and report.checks:
        return Level.PART
    if any(numbers[kind] for kind in _STOPS):
        return Level.NOT_READY
    if not report.checks:
        return Level.UNKNOWN
    if numbers["departures"]:
        return Level.NEARLY
    return Level.AFTER_A_LOOK if numbers["points"] else Level.READY


def _is_no_tender(report: Report) -> bool:
    """Say whether all that was read is guidance, and nothing in it can be bid for."""
    roles = {row.role for row in report.documents if row.read != "not"}
    return roles == {"guidance"} and not _is_tendered(report)


def _is_tendered(report: Report) -> bool:
    return any(report.facts.get(name) for name in _TENDER_FACTS)


def _wording(report: Report) -> int:
    """Count the failed checks that look at the wording alone, and weigh as advice."""
    return sum(stands(row) and row.area == "language" and row.severity is Severity.ADVICE for row in report.checks)


def _departed_from(report: Report) -> str:
    """Say what the failed checks depart from: policy, good practice or both."""
    failed = [row for row in report.checks if stands(row) and not is_of_invitation(row, report)]
    severities = {
        Severity.ADVICE if row.severity is Severity.WARNING and not is_policy(row) else row.severity for row in failed
    }
    return " or ".join(_named(severities)) or "good practice"


def _named(severities: Iterable[Severity]) -> list[str]:
    names = {Severity.WARNING: "policy", Severity.ADVICE: "good practice"}
    return [name for severity, name in names.items() if severity in severities]


def _counted(number: int, names: tuple[str, str], what: str) -> str:
    return f"{number} {names[number != 1].format(what)}"


def _points(number: int) -> str:
    return f"{number} point" if number == 1 else f"{number} points"
