"""Writes the store: each pack whole in one step, so that whatever ends the run, no finished pack is lost."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from tenderlint.audit.found import Found
from tenderlint.audit.rows import Rows
from tenderlint.audit.schema import OF_A_PACK
from tenderlint.audit.store import AuditRow, PackRow, connected
from tenderlint.errors import UsageError

_TOLD = ("authority", "nation", "region", "service", "published", "value", "currency")
_NO_ROWS: dict[str, Any] = {
    "regime": "", "day": "", "complete": 0, "documents": 0, "pages": 0, "words": 0, "prose": 0, "grade": None,
    "reading_age": None,
}  # fmt: skip
_FAILED = "FROM pack JOIN seen ON seen.pack_id = pack.id WHERE seen.audit_id = ? AND pack.state = 'failed'"


@dataclass(frozen=True, slots=True)
class Setting:
    """What makes an audit this one: two runs with the same are one audit, which goes on."""

    digest: str
    day: str
    version: str
    program: str
    settings: str
    sources: str


class Kept(NamedTuple):
    """A state of a pack that the store has."""

    id: int
    run: str
    state: str


class Keeper:
    """The one writer of a store, for as long as the `with` block lasts."""

    def __init__(self, path: str | Path) -> None:
        """Open the store, or make a new one; raises UsageError, also where another audit is writing it."""
        self.path = Path(path)
        self._lock = _locked(self.path)
        try:
            self._base = connected(self.path, "rwc")
        except BaseException:
            self._unlock()
            raise
        self._audit = 0
        self._asked: dict[tuple[str, str], int] = {}
        self.kept: dict[tuple[str, str], Kept] = {}
        self._states: Counter[str] = Counter()
        for identity, contents, *rest in self._base.execute("SELECT identity, contents, id, run, state FROM pack"):
            self.kept[identity, contents] = Kept(*rest)
            self._states[identity] += 1

    def __enter__(self) -> Keeper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with contextlib.suppress(sqlite3.Error):  # somebody reads it: then it stays as it is, which is whole too
            self._base.execute("PRAGMA busy_timeout = 0")
            self._base.execute("PRAGMA journal_mode = DELETE")  # one file, which can be read from any disk
        self._base.close()
        self._unlock()

    def unfinished(self, sources: str) -> AuditRow | None:
        """Return the last audit, if it was over these sources and did not come to its end."""
        columns = ",".join(AuditRow._fields)
        row = self._base.execute(f"SELECT {columns} FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        last = None if row is None else AuditRow(*row)
        return last if last is not None and not last.finished and last.sources == sources else None

    def begin(self, setting: Setting, started: str) -> None:
        """Begin an audit, or go on with the one that is the same."""
        with self._step():
            self._base.execute(
                "INSERT INTO audit (digest, day, version, program, settings, sources, started) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET finished = ''",
                (*astuple(setting), started),
            )
            self._audit = self._value("SELECT id FROM audit WHERE digest = ?", setting.digest)

    def keep(
        self, found: Found, identity: str, contents: str, run: str, rows: Rows | None, reason: str, seconds: float,
        places: Iterable[str],
    ) -> None:  # fmt: skip
        """Keep what came of a pack, in place of what was kept of this state of it; `places` are where it was seen."""
        self._states[identity] += (identity, contents) not in self.kept
        with self._step():
            number = self._put_pack(_columns(found, identity, contents, run, rows, reason, seconds))
            for table in OF_A_PACK:
                self._base.execute(f"DELETE FROM {table} WHERE pack_id = ?", (number,))
            if rows is not None:
                self._put_rows(number, rows)
            self._see((place, number) for place in places)
            if self._states[identity] > 1:
                self._link(identity)
        self.kept[identity, contents] = Kept(number, run, "failed" if rows is None else "done")

    def see(self, places: Iterable[tuple[str, int]]) -> None:
        """Note where packs were seen that need no work: pairs of place and id."""
        with self._step():
            self._see(places)

    def finish(self, places: Iterable[str], finished: str) -> None:
        """Note that the audit is done: what it saw elsewhere before is gone."""
        with self._step():
            self._base.execute("CREATE TEMP TABLE place (path TEXT PRIMARY KEY)")
            self._base.executemany("INSERT OR IGNORE INTO place VALUES (?)", ((place,) for place in places))
            self._base.execute(
                "DELETE FROM seen WHERE audit_id = ? AND path NOT IN (SELECT path FROM place)", (self._audit,)
            )
            number = self._value("SELECT count(*) FROM place")
            self._base.execute("DROP TABLE place")
            for identity, states in self._states.items():
                if states > 1:
                    self._link(identity)
            self._base.execute("UPDATE audit SET finished = ?, packs = ? WHERE id = ?", (finished, number, self._audit))
        self._base.execute("PRAGMA optimize")
        self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @property
    def failed(self) -> int:
        """How many of the packs that this audit saw could not be linted."""
        return self._value(f"SELECT count(DISTINCT pack.id) {_FAILED}", self._audit)

    def failures(self, most: int) -> list[tuple[str, str]]:
        """Return the names of such packs, and why."""
        query = f"SELECT DISTINCT pack.name, pack.reason {_FAILED} ORDER BY pack.id LIMIT ?"
        return list(self._base.execute(query, (self._audit, most)))

    def _link(self, identity: str) -> None:
        """Let every state of a pack amend the one before it: by publishing, then by who last saw it."""
        states = self._base.execute(
            "SELECT id FROM pack WHERE identity = ? ORDER BY iif(ocid = '', '', published), "
            "(SELECT coalesce(max(audit_id), 0) FROM seen WHERE pack_id = pack.id), id",
            (identity,),
        ).fetchall()
        for (earlier,), (later,) in pairwise([(None,), *states]):
            self._base.execute("UPDATE pack SET amends = ? WHERE id = ?", (earlier, later))

    def _put_pack(self, columns: dict[str, Any]) -> int:
        names = ",".join(columns)
        marks = ",".join("?" * len(columns))
        changes = ",".join(f"{name} = excluded.{name}" for name in columns if name not in ("identity", "contents"))
        self._base.execute(
            f"INSERT INTO pack ({names}, first_audit) VALUES ({marks}, ?) "
            f"ON CONFLICT (identity, contents) DO UPDATE SET {changes}",
            (*columns.values(), self._audit),
        )
        return self._value(
            "SELECT id FROM pack WHERE identity = ? AND contents = ?", columns["identity"], columns["contents"]
        )

    def _put_rows(self, number: int, rows: Rows) -> None:
        asked = [self._asked_id(each) for each in rows.asked]
        put = self._base.executemany
        put("INSERT OR IGNORE INTO wording VALUES (?, ?)", rows.wordings)
        self._base.execute("INSERT INTO report VALUES (?, ?)", (number, rows.body))
        outcomes = ((asked[row[0]], number, *row[1:]) for row in rows.outcomes)
        put("INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?)", outcomes)
        put("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ((number, *row) for row in rows.facts))
        put(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((number, asked[row[0]], *row[1:]) for row in rows.findings),
        )
        put("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ((number, *row) for row in rows.documents))

    def _asked_id(self, asked: tuple[str, str, str, str]) -> int:
        kind, name = asked[:2]
        known = self._asked.get((kind, name))
        if known is None:
            self._base.execute(
                "INSERT INTO asked (kind, name, section, title) VALUES (?, ?, ?, ?) ON CONFLICT (kind, name) "
                "DO UPDATE SET section = excluded.section, title = excluded.title", asked,
            )  # fmt: skip
            known = self._asked[kind, name] = self._value(
                "SELECT id FROM asked WHERE kind = ? AND name = ?", kind, name
            )
        return known

    def _see(self, places: Iterable[tuple[str, int]]) -> None:
        self._base.executemany(
            "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", ((self._audit, place, number) for place, number in places)
        )

    def _value(self, query: str, *values: object) -> int:
        return int(self._base.execute(query, values).fetchone()[0])

    @contextmanager
    def _step(self) -> Iterator[None]:
        """Write all or nothing of what the block writes; raises UsageError where the disk takes no more."""
        asked = dict(self._asked)
        try:
            self._base.execute("BEGIN IMMEDIATE")
            yield
            self._base.execute("COMMIT")
        except BaseException as error:
            self._asked = asked
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                advice = "What was finished is kept. Make room or wait for the other program, then run the same again."
                raise UsageError(f"cannot be written: {error}.", str(self.path), advice) from error
            raise

    def _unlock(self) -> None:
        with contextlib.suppress(OSError):
            os.unlink(_beside(self.path))
        os.close(self._lock)


def _columns(
    found: Found, identity: str, contents: str, run: str, rows: Rows | None, reason: str, seconds: float
) -> dict[str, Any]:
    """Return the row of a pack: what the source says of it before what the pack says."""
    pack = dict(_NO_ROWS) if rows is None else dict(rows.pack)
    told = [name for name in _TOLD if getattr(found, name) not in ("", None)]
    if "value" in told and "currency" not in told:
        pack["currency"] = ""
    pack |= {name: getattr(found, name) for name in told}
    for name in _TOLD:
        pack.setdefault(name, None if name == "value" else "")
    year = str(pack["published"])[:4]
    pack |= {
        "identity": identity, "contents": contents, "run": run, "name": found.name or pack.get("name", ""),
        "path": found.path, "source": found.source, "ocid": found.ocid, "notice": found.notice,
        "year": int(year) if year.isdecimal() else None, "told": " ".join(told),
        "state": "failed" if rows is None else "done", "reason": reason, "seconds": round(seconds, 3),
    }  # fmt: skip
    return {name: pack[name] for name in PackRow._fields if name not in ("id", "first_audit", "amends")}


def _locked(path: Path) -> int:
    """Take the lock that a writer of the store holds, and return its file; raises UsageError."""
    import fcntl

    while True:
        try:
            lock = os.open(_beside(path), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(f"cannot be written: {reason}.", str(path), "Choose another place.") from error
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.stat(_beside(path)).st_ino == os.fstat(lock).st_ino:
                return lock
        except FileNotFoundError:  # the one before has just let go of it
            pass
        except OSError as error:
            os.close(lock)
            raise UsageError("another audit is writing this store.", str(path), "Wait, or name another.") from error
        os.close(lock)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-lock")
