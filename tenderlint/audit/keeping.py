"""Writes the store: each pack whole in one step, so that whatever ends the run, no finished pack is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from tenderlint.audit.base import to_write
from tenderlint.audit.found import Found
from tenderlint.audit.rows import Rows, storable
from tenderlint.audit.schema import OF_A_PACK
from tenderlint.audit.store import AuditRow, PackRow

_TOLD = ("authority", "nation", "region", "service", "published", "value", "currency")
_NO_ROWS: dict[str, Any] = {
    "regime": "", "day": "", "complete": 0, "documents": 0, "pages": 0, "words": 0, "prose": 0, "grade": None,
    "reading_age": None,
}  # fmt: skip
_FAILED = "FROM pack WHERE state = 'failed' AND id IN (SELECT pack_id FROM seen WHERE audit_id = :audit)"


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

    def __init__(self, store: str | Path) -> None:
        """Open the store, or make a new one; raises UsageError, also where another audit is writing it."""
        self._base = to_write(store)
        self.name = self._base.name
        self._audit = 0
        self._asked: dict[tuple[str, str], int] = {}
        self.kept: dict[tuple[str, str], Kept] = {}
        self._states: Counter[str] = Counter()
        try:
            for identity, contents, *rest in self._base.rows("SELECT identity, contents, id, run, state FROM pack"):
                self.kept[identity, contents] = Kept(*rest)
                self._states[identity] += 1
        except BaseException:
            self._base.close()
            raise

    def __enter__(self) -> Keeper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._base.close()

    def unfinished(self, sources: str) -> AuditRow | None:
        """Return the last audit, if it was over these sources and did not come to its end."""
        query = f"SELECT {','.join(AuditRow._fields)} FROM audit ORDER BY id DESC LIMIT 1"
        last = next((AuditRow(*row) for row in self._base.rows(query)), None)
        return last if last is not None and not last.finished and last.sources == sources else None

    def begin(self, setting: Setting, started: str) -> None:
        """Begin an audit, or go on with the one that is the same."""
        with self._step():
            self._audit = self._base.value(
                "INSERT INTO audit (digest, day, version, program, settings, sources, started) "
                "VALUES (:digest, :day, :version, :program, :settings, :sources, :started) "
                "ON CONFLICT (digest) DO UPDATE SET finished = '' RETURNING id",
                started=started, **asdict(setting),
            )  # fmt: skip

    def keep(
        self, found: Found, identity: str, contents: str, run: str, rows: Rows | None, reason: str, seconds: float,
        places: Iterable[str],
    ) -> None:  # fmt: skip
        """Keep what came of a pack, in place of what was kept of this state of it; `places` are where it was seen."""
        new = (identity, contents) not in self.kept
        self._states[identity] += new
        with self._step():
            number = self._put_pack(_columns(found, identity, contents, run, rows, reason, seconds))
            for table in () if new else OF_A_PACK:
                self._base.change(f"DELETE FROM {table} WHERE pack_id = :pack", pack=number)
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
        here = set(places)
        before = self._base.rows("SELECT path FROM seen WHERE audit_id = :audit", audit=self._audit)
        gone = [path for (path,) in before if path not in here]
        with self._step(sure=True):
            for path in gone:
                self._base.change(
                    "DELETE FROM seen WHERE audit_id = :audit AND path = :path", audit=self._audit, path=path
                )
            for identity, states in self._states.items():
                if states > 1:
                    self._link(identity)
            self._base.change(
                "UPDATE audit SET finished = :finished, packs = :packs WHERE id = :audit",
                finished=finished, packs=len(here), audit=self._audit,
            )  # fmt: skip
        self._base.settle()

    @property
    def failed(self) -> int:
        """How many of the packs that this audit saw could not be linted."""
        return self._base.value(f"SELECT count(*) {_FAILED}", audit=self._audit)

    def failures(self, most: int) -> list[tuple[str, str]]:
        """Return the names of such packs, and why."""
        query = f"SELECT name, reason {_FAILED} ORDER BY id LIMIT :most"
        return [(name, reason) for name, reason in self._base.rows(query, audit=self._audit, most=most)]

    def size(self) -> int:
        """Return how many bytes the store takes."""
        return self._base.size()

    def _link(self, identity: str) -> None:
        """Let every state of a pack amend the one before it: by publishing, then by who last saw it."""
        states = list(self._base.rows(
            "SELECT id FROM pack WHERE identity = :identity ORDER BY CASE WHEN ocid = '' THEN '' ELSE published END, "
            "(SELECT coalesce(max(audit_id), 0) FROM seen WHERE pack_id = pack.id), id",
            identity=identity,
        ))  # fmt: skip
        for (earlier,), (later,) in pairwise([(None,), *states]):
            self._base.change("UPDATE pack SET amends = :earlier WHERE id = :later", earlier=earlier, later=later)

    def _put_pack(self, columns: dict[str, Any]) -> int:
        marks = ",".join(f":{name}" for name in columns)
        changes = ",".join(f"{name} = excluded.{name}" for name in columns if name not in ("identity", "contents"))
        return self._base.value(
            f"INSERT INTO pack ({','.join(columns)}, first_audit) VALUES ({marks}, :first_audit) "
            f"ON CONFLICT (identity, contents) DO UPDATE SET {changes} RETURNING id",
            first_audit=self._audit, **columns,
        )  # fmt: skip

    def _put_rows(self, number: int, rows: Rows) -> None:
        asked = [self._asked_id(each) for each in rows.asked]
        base = self._base
        base.put("wording", rows.wordings, "ON CONFLICT DO NOTHING")
        base.put("report", [(number, rows.body)])
        base.put("outcome", ((asked[row[0]], number, *row[1:]) for row in rows.outcomes))
        base.put("fact", ((number, *row) for row in rows.facts))
        base.put("finding", ((number, asked[row[0]], *row[1:]) for row in rows.findings))
        base.put("document", ((number, *row) for row in rows.documents))

    def _asked_id(self, asked: tuple[str, str, str, str]) -> int:
        kind, name, section, title = asked
        known = self._asked.get((kind, name))
        if known is None:
            known = self._asked[kind, name] = self._base.value(
                "INSERT INTO asked (kind, name, section, title) VALUES (:kind, :name, :section, :title) ON CONFLICT "
                "(kind, name) DO UPDATE SET section = excluded.section, title = excluded.title RETURNING id",
                kind=kind, name=name, section=section, title=title,
            )  # fmt: skip
        return known

    def _see(self, places: Iterable[tuple[str, int]]) -> None:
        rows = ((self._audit, place, number) for place, number in dict(places).items())
        self._base.put("seen", rows, "ON CONFLICT (audit_id, path) DO UPDATE SET pack_id = excluded.pack_id")

    @contextmanager
    def _step(self, *, sure: bool = False) -> Iterator[None]:
        """Write all or nothing of what the block writes; raises UsageError where the store takes no more."""
        asked = dict(self._asked)
        try:
            with self._base.step(sure=sure):
                yield
        except BaseException:
            self._asked = asked
            raise


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
    return {name: storable(pack[name]) for name in PackRow._fields if name not in ("id", "first_audit", "amends")}
