"""The report: plain data that every format is made from, and that a saved file gives back unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tenderlint.outcomes import Outcome, Severity
from tenderlint.report_reading import Reading

SCHEMA_VERSION = 1
LEFT_OUT = "its checks were left out of this run"
"""The reason of a checklist item of which no check was asked."""
NOTHING_WRONG = "nothing wrong"
NOTHING_TO_JUDGE = "nothing to judge"
"""What was found of a check that passed, or did not apply, where files that were not read leave its answer open."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a document with the words that stand there; no document means "nowhere in the pack".

    `cells` are the words cell by cell where they run from one cell of a table into another.
    """

    document: str | None = None
    page: int | None = None
    heading: tuple[str, ...] = ()
    clause: str | None = None
    paragraph: int | None = None
    part: str = ""
    quote: str = ""
    cells: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The words as a person is shown them: with a line between the cells of a row."""
        return " | ".join(self.cells) or self.quote

    def __str__(self) -> str:
        if self.document is None:
            return "nowhere in the pack"
        words = [self.document]
        if self.page is not None:
            words.append(f"page {self.page}")
        if self.clause:
            words.append(f"clause {self.clause}")
        if self.part:
            words.append(self.part)
        if self.heading:
            words.append(f"under “{self.heading[-1]}”")
        if len(words) == 1 and self.paragraph is not None:
            words.append(f"paragraph {self.paragraph}")
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class WaivedBy:
    """What set a finding aside: a "waiver" of somebody, with its last day (ISO), or the "baseline" of an earlier run.

    `file` and `line` say where the waiver stands.
    """

    source: str
    owner: str = ""
    last_day: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One thing found, told in one sentence. `waived` holds the reason of a waiver, `waived_by` more of it."""

    message: str
    where: Where
    fingerprint: str = ""
    waived: str | None = None
    waived_by: WaivedBy | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """What stands behind a rule, as the report shows it."""

    authority: str
    strength: str
    url: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What one check said. `nearest` is what did not count.

    `evidence` is what a pass rests on, or what a failure turns on beside what its findings quote.
    """

    id: str
    area: str
    title: str
    outcome: Outcome
    severity: Severity
    reason: str
    findings: tuple[FindingRow, ...] = ()
    evidence: tuple[FindingRow, ...] = ()
    nearest: tuple[FindingRow, ...] = ()
    why: str = ""
    fix: str = ""
    authorities: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One statement of a fact. `value` is in the form of the report's data, `words` as a person reads it."""

    value: Any
    words: str
    where: Where
    sure: str
    chosen: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One file of the pack, how much of it was read, and how hard it is to read."""

    path: str
    media_type: str
    role: str
    digest: str
    pages: int | None
    words: int
    read: str
    notes: tuple[str, ...] = ()
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file or page that was not read, and why."""

    document: str
    page: int | None
    why: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """The answer to one item of the good-practice checklist.

    `checks` are the checks that decide it, `also` those shown beside it; an item that no check decides is for a
    person, told what to look at in `ask`.
    """

    item: str
    section: str
    title: str
    outcome: Outcome
    reason: str
    checks: tuple[str, ...] = ()
    looked_in: tuple[str, ...] = ()
    ask: str = ""
    answer_by_person: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegimeRow:
    """The body of law the pack was read under, and how that is known."""

    id: str
    title: str
    why: str
    sure: str
    nation: str = ""


@dataclass(frozen=True, slots=True)
class StatedRow:
    """What a person stated of the pack, with the words and the place where it is set; checks use it as the fact."""

    name: str
    value: Any
    words: str
    where: Where


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said of one pack on one day."""

    version: str
    checks_digest: str
    name: str
    path: str
    day: str
    regime: RegimeRow
    documents: tuple[DocumentRow, ...] = ()
    facts: Mapping[str, tuple[FactRow, ...]] = field(default_factory=dict)
    checks: tuple[CheckRow, ...] = ()
    checklist: tuple[ItemRow, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    leaves_open: tuple[str, ...] = ()
    reading: Reading | None = None
    stated: tuple[StatedRow, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every page of every file was read."""
        return not self.not_read

    def check(self, check_id: str) -> CheckRow:
        """Return the row of a check; raises KeyError when it was not asked."""
        for row in self.checks:
            if row.id == check_id:
                return row
        raise KeyError(check_id)

    def item(self, item_id: str) -> ItemRow:
        """Return the row of a checklist item; raises KeyError."""
        for row in self.checklist:
            if row.item == item_id:
                return row
        raise KeyError(item_id)
