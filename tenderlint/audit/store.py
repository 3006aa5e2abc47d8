"""The store of an audit, for reading: its packs, and the answers, facts, findings and documents of each."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from tenderlint.audit.base import to_read
from tenderlint.audit.rows import Data, unpacked, wanted


class AuditRow(NamedTuple):
    """One run of an audit. `finished` is "" while it runs, or where it was stopped; `packs` is how many it found."""

    id: int
    day: str
    version: str
    program: str
    settings: str
    sources: str
    started: str
    finished: str
    packs: int


class PackRow(NamedTuple):
    """One state of a pack. `amends` is the id of the state before it, None for the first.

    `authority`, `nation`, `region`, `service`, `published`, `value` and `currency` are what the source says, or else
    the pack's own words; those from the source are named in `told`, parted by spaces. `value` is the whole
    contract's, in `currency`; `year` is that of `published`. `prose` counts the words that `grade` and `reading_age`
    rest on. `state` is "done" or "failed", and `reason` says why it failed. `run` is the digest of contents, settings,
    checks and day: the same run gives the same report.
    """

    id: int
    identity: str
    contents: str
    run: str
    name: str
    path: str
    source: str
    ocid: str
    notice: str
    authority: str
    nation: str
    region: str
    service: str
    published: str
    year: int | None
    value: float | None
    currency: str
    told: str
    state: str
    reason: str
    regime: str
    day: str
    complete: int
    documents: int
    pages: int
    words: int
    prose: int
    grade: float | None
    reading_age: float | None
    seconds: float
    first_audit: int
    amends: int | None


class Answer(NamedTuple):
    """The answer to one item of the checklist for one pack."""

    pack_id: int
    item: str
    section: str
    title: str
    outcome: str


class Asked(NamedTuple):
    """What one check said of one pack: the counts are of findings that stand, and that are set aside."""

    pack_id: int
    check_id: str
    area: str
    title: str
    outcome: str
    severity: str
    findings: int
    waived: int


class ChosenFact(NamedTuple):
    """One statement that the checks used. `value` is as in the report's data, `words` as a person reads it."""

    pack_id: int
    name: str
    number: int
    value: Any
    words: str
    sure: str
    quote: str
    document: str | None
    page: int | None


class StoredFinding(NamedTuple):
    """One finding of a check that failed; `waived` holds the reason where it was set aside."""

    pack_id: int
    check_id: str
    area: str
    title: str
    number: int
    severity: str
    message: str
    quote: str
    document: str | None
    page: int | None
    place: str
    fingerprint: str
    waived: str | None


class StoredDocument(NamedTuple):
    """One file of a pack; `read` is "fully", "partly" or "not", and `reason` says why it was not."""

    pack_id: int
    path: str
    media_type: str
    role: str
    digest: str
    pages: int | None
    words: int
    read: str
    reason: str
    grade: float | None


class Store:
    """A store, open for reading while an audit may be writing it. Use it in a `with` block.

    Every method that takes `packs` gives the rows of those packs, or of all; in the order of the packs' ids. The
    views `current_pack`, `last_pack`, `check_outcome`, `checklist_answer`, `check_finding`, `check_count` and
    `item_count` can be asked with SQL through `rows`. Any method raises UsageError where the store cannot be read.
    """

    def __init__(self, store: str | Path) -> None:
        """Open the store in a file, or at postgresql://...; raises UsageError where there is none."""
        self._base = to_read(store)
        self.name = self._base.name

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._base.close()

    def audits(self) -> list[AuditRow]:
        """Return the audits that wrote this store, the first one first."""
        return [AuditRow(*row) for row in self.rows(f"SELECT {','.join(AuditRow._fields)} FROM audit ORDER BY id")]

    def packs(self, which: str = "current") -> Iterator[PackRow]:
        """Yield packs: the "current" state of each, "last" only those that the last audit saw, or "all" states."""
        table = {"current": "current_pack", "last": "last_pack", "all": "pack"}[which]
        for row in self.rows(f"SELECT {','.join(PackRow._fields)} FROM {table} ORDER BY id"):
            yield PackRow(*row)

    def answers(self, packs: Collection[int] | None = None) -> Iterator[Answer]:
        """Yield the answers to the items of the checklist."""
        yield from map(Answer._make, self._of("checklist_answer", Answer._fields, packs))

    def outcomes(self, packs: Collection[int] | None = None) -> Iterator[Asked]:
        """Yield what each check said of each pack."""
        yield from map(Asked._make, self._of("check_outcome", Asked._fields, packs))

    def facts(self, *names: str, packs: Collection[int] | None = None) -> Iterator[ChosenFact]:
        """Yield the chosen statements of the facts named, or of all facts."""
        for row in self._of("fact", ChosenFact._fields, packs, "name", names):
            yield ChosenFact._make(row)._replace(value=json.loads(row[3]))

    def findings(self, *checks: str, packs: Collection[int] | None = None) -> Iterator[StoredFinding]:
        """Yield the findings of the checks named, or of all checks."""
        rows = self._of("check_finding", StoredFinding._fields, packs, "check_id", checks)
        yield from map(StoredFinding._make, rows)

    def documents(self, packs: Collection[int] | None = None) -> Iterator[StoredDocument]:
        """Yield the files of the packs."""
        yield from map(StoredDocument._make, self._of("document", StoredDocument._fields, packs))

    def seen(self) -> Iterator[tuple[int, str, int]]:
        """Yield the id of the audit, the place and the id of the pack for each place where a pack was seen."""
        yield from self.rows("SELECT audit_id, path, pack_id FROM seen ORDER BY audit_id, path")

    def report(self, pack: int) -> Data | None:
        """Return the whole report of a pack as data, which `report_data.from_data` takes; None where it failed."""
        body = next((body for (body,) in self.rows("SELECT body FROM report WHERE pack_id = :pack", pack=pack)), None)
        if body is None:
            return None
        query = f"SELECT id, body FROM wording WHERE id IN ({self._base.numbers})"
        known = self.rows(query, numbers=json.dumps(sorted(wanted(body))))
        return unpacked(body, {number: json.loads(words) for number, words in known})

    def digest(self) -> str:
        """Return the digest of all that the store says: the same for two stores that say the same.

        Times, and the order in which packs were done, have no part in it.
        """
        sums = blake2b(digest_size=20)
        for told in self._said():
            sums.update(repr(told).encode("utf-8", "surrogatepass"))
        return sums.hexdigest()

    def _said(self) -> Iterator[tuple[Any, ...]]:
        names = {row.id: (row.identity, row.contents) for row in self.packs("all")}
        audits = {row.id: (row.day, row.version, row.program, row.settings, row.sources) for row in self.audits()}
        yield from sorted((*audits[row.id], bool(row.finished), row.packs) for row in self.audits())
        rows = sorted(self.packs("all"), key=lambda row: names[row.id])
        for row in rows:
            yield row._replace(
                id=0, seconds=0.0, first_audit=0, amends=0
            ), audits[row.first_audit], None if row.amends is None else names[row.amends]  # fmt: skip
            yield from self._all_of(row.id)
        yield from sorted((*audits[audit], path, *names[pack]) for audit, path, pack in self.seen())

    def _all_of(self, pack: int) -> Iterator[tuple[Any, ...]]:
        only = (pack,)
        for rows in (self.answers(only), self.outcomes(only), self.findings(packs=only), self.documents(only)):
            yield from sorted((row[1:] for row in rows), key=repr)
        yield from (row[1:] for row in self.facts(packs=only))
        yield (json.dumps(self.report(pack), sort_keys=True),)

    def rows(self, query: str, **values: object) -> Iterator[tuple[Any, ...]]:
        """Yield what an SQL query gives; it names its values as `:name`."""
        yield from self._base.rows(query, **values)

    def _of(
        self, table: str, columns: tuple[str, ...], packs: Collection[int] | None, column: str = "",
        names: Collection[str] = (),
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        wishes: list[str] = []
        values: dict[str, object] = {f"name{number}": name for number, name in enumerate(names)}
        if names:
            wishes.append(f"{column} IN ({','.join(f':{name}' for name in values)})")
        if packs is not None:
            wishes.append(f"pack_id IN ({self._base.numbers})")
            values["numbers"] = json.dumps(sorted(packs))
        wish = f" WHERE {' AND '.join(wishes)}" if wishes else ""
        yield from self.rows(f"SELECT {','.join(columns)} FROM {table}{wish} ORDER BY pack_id", **values)
