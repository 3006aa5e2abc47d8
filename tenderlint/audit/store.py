"""The store of an audit, for reading: its packs, and the answers, facts, findings and documents of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from tenderlint.audit.rows import Data, unpacked, wanted
from tenderlint.audit.schema import APPLICATION, TABLES, VERSION
from tenderlint.errors import UsageError


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
    `item_count` can be asked with SQL through `connection`.
    """

    def __init__(self, path: str | Path) -> None:
        """Open the store; raises UsageError where there is none, or a file that is none."""
        self.path = Path(path)
        if not self.path.is_file():
            advice = "Make it with: tenderlint audit FOLDER --store FILE."
            raise UsageError("there is no such store.", str(path), advice)
        self.connection = connected(self.path, "ro")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.connection.close()

    def audits(self) -> list[AuditRow]:
        """Return the audits that wrote this store, the first one first."""
        return [AuditRow(*row) for row in self._rows(f"SELECT {','.join(AuditRow._fields)} FROM audit ORDER BY id")]

    def packs(self, which: str = "current") -> Iterator[PackRow]:
        """Yield packs: the "current" state of each, "last" only those that the last audit saw, or "all" states."""
        table = {"current": "current_pack", "last": "last_pack", "all": "pack"}[which]
        for row in self._rows(f"SELECT {','.join(PackRow._fields)} FROM {table} ORDER BY id"):
            yield PackRow(*row)

    def answers(self, packs: Collection[int] | None = None) -> Iterator[Answer]:
        """Yield the answers to the items of the checklist."""
        yield from map(Answer._make, self._of("checklist_answer", Answer._fields, packs))

    def outcomes(self, packs: Collection[int] | None = None) -> Iterator[Asked]:
        """Yield what each check said of each pack."""
        yield from map(Asked._make, self._of("check_outcome", Asked._fields, packs))

    def facts(self, *names: str, packs: Collection[int] | None = None) -> Iterator[ChosenFact]:
        """Yield the chosen statements of the facts named, or of all facts."""
        where = f"name IN ({','.join('?' * len(names))})" if names else ""
        for row in self._of("fact", ChosenFact._fields, packs, where, names):
            yield ChosenFact._make(row)._replace(value=json.loads(row[3]))

    def findings(self, *checks: str, packs: Collection[int] | None = None) -> Iterator[StoredFinding]:
        """Yield the findings of the checks named, or of all checks."""
        where = f"check_id IN ({','.join('?' * len(checks))})" if checks else ""
        yield from map(StoredFinding._make, self._of("check_finding", StoredFinding._fields, packs, where, checks))

    def documents(self, packs: Collection[int] | None = None) -> Iterator[StoredDocument]:
        """Yield the files of the packs."""
        yield from map(StoredDocument._make, self._of("document", StoredDocument._fields, packs))

    def seen(self) -> Iterator[tuple[int, str, int]]:
        """Yield the id of the audit, the place and the id of the pack for each place where a pack was seen."""
        yield from self._rows("SELECT audit_id, path, pack_id FROM seen ORDER BY audit_id, path")

    def report(self, pack: int) -> Data | None:
        """Return the whole report of a pack as data, which `report_data.from_data` takes; None where it failed."""
        row = self.connection.execute("SELECT body FROM report WHERE pack_id = ?", (pack,)).fetchone()
        if row is None:
            return None
        numbers = sorted(wanted(row[0]))
        marks = ",".join("?" * len(numbers))
        known = self.connection.execute(f"SELECT id, body FROM wording WHERE id IN ({marks})", numbers)
        return unpacked(row[0], {number: json.loads(body) for number, body in known})

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

    def _of(
        self, table: str, columns: tuple[str, ...], packs: Collection[int] | None, where: str = "",
        values: tuple[Any, ...] = (),
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        wishes = [where] if where else []
        if packs is not None:
            wishes.append("pack_id IN (SELECT value FROM json_each(?))")
            values = (*values, json.dumps(sorted(packs)))
        wish = f" WHERE {' AND '.join(wishes)}" if wishes else ""
        yield from self._rows(f"SELECT {','.join(columns)} FROM {table}{wish} ORDER BY pack_id", values)

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        yield from self.connection.execute(query, values)


def connected(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection to the store at a path, in the mode "ro" or "rw", or "rwc" that makes a new one.

    Raises UsageError where the file cannot be opened, or is no store of this program.
    """
    address = f"{path.resolve().as_uri()}?mode={mode}"
    try:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=60)
    except sqlite3.Error as error:
        raise UsageError(f"cannot be opened: {error}.", str(path), "Choose another file after --store.") from error
    try:
        _look(connection, path, new=mode == "rwc")
    except sqlite3.Error as error:
        connection.close()
        raise UsageError(f"cannot be used as a store: {error}.", str(path), "Choose another file.") from error
    except UsageError:
        connection.close()
        raise
    return connection


def _look(connection: sqlite3.Connection, path: Path, *, new: bool) -> None:
    """See that the file is a store of this form, and make it one if it is new and empty."""
    if new:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(
                f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; "
                f"{TABLES} COMMIT;"
            )
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise UsageError("is no store of an audit.", str(path), "Name the file that tenderlint audit wrote.")
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if form != VERSION:
        raise UsageError(
            f"is a store of form {form}, and this version reads form {VERSION}.", str(path),
            "Audit the packs again into a new store.",
        )  # fmt: skip
