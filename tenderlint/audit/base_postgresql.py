"""The store as a schema of a PostgreSQL database, which one process writes while anybody may read it."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import ref

import pg8000.dbapi  # type: ignore[import-untyped]  # noqa: F401 - the caller tells where it is missing
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from tenderlint.audit.postgresql_address import Address, own_name
from tenderlint.audit.postgresql_connect import connect, let_go, told, unbroken, words_of
from tenderlint.audit.schema import APPLICATION, MARK, TABLE_NAMES, in_postgresql, mark
from tenderlint.errors import UsageError

_AT_ONCE = 1000
"""How many rows a reader fetches at once."""
_LOCK_PATIENCE = "3s"
"""How long the lock is waited for: the server may take a moment to see that the writer before is dead."""
_BUSY = "55P03"
_AGAIN = "What was finished is kept. Run the same again when the server is there."
_ASK = "Ask who looks after the server."

# A writer that waits for a slow pack must not be cut off, and one whose machine is gone must not keep the lock for
# hours. As with SQLite, the last moments before a power cut may be lost, and nothing else.
_SESSION = {
    "statement_timeout": "0", "transaction_timeout": "0", "idle_in_transaction_session_timeout": "0",
    "idle_session_timeout": "0", "tcp_keepalives_idle": "60", "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "6", "synchronous_commit": "off",
}  # fmt: skip
_SET = """
SELECT set_config(known.name, wanted.value, false) FROM pg_settings AS known
JOIN json_each_text(CAST(:wanted AS JSON)) AS wanted ON wanted.key = known.name
"""
_LOCK = "SELECT pg_advisory_lock(CAST(:kind AS INTEGER), CAST(:schema AS INTEGER))"
_HOLDER = """
SELECT coalesce(session.application_name, ''), to_char(session.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
FROM pg_locks AS held LEFT JOIN pg_stat_activity AS session ON session.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted AND held.classid = :kind AND held.objid = :schema
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_SIZE = """
SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class
WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS REGNAMESPACE)
"""


class Postgresql:
    """Such a schema, open; it is a `Writable` where it is opened to be written.

    All goes over one connection. A writer has a lock of the server for as long as that lives, so what breaks the
    connection ends the audit, rather than letting two write. A reader sees the store as it was when it began.
    """

    numbers = "SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:numbers AS JSON))"

    def __init__(self, address: Address, *, write: bool) -> None:
        """Open the schema, or make a new one to be written; raises UsageError."""
        self.name = address.name
        self._schema = address.schema
        self._address = address
        self._write = write
        self._columns: dict[str, tuple[str, ...]] = {}
        self._waiting: dict[str, tuple[str, str]] = {}  # inserts of a step, with the name of their rows and the rows
        logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)  # what it says is told below, in one line
        raw = connect(address, f"tenderlint: {own_name()} on {platform.node()}")
        os.register_at_fork(after_in_child=partial(_let_go_of, ref(raw)))
        engine = create_engine(
            "postgresql+pg8000://", creator=lambda: raw, poolclass=NullPool, pool_reset_on_return=None,
            hide_parameters=True,
        )  # fmt: skip
        with self._told("cannot be used as a store: {}."):
            self._connection = engine.connect()
            try:
                self._begin()
            except BaseException:
                self.close()
                raise

    def rows(self, query: str, **values: object) -> Iterator[tuple[Any, ...]]:
        """Yield what a query gives; raises UsageError where the database cannot be read."""
        with self._told("cannot be read: {}."):
            if self._write:
                yield from self._all(query, values)
            else:
                with self._connection.execute(text(query), values) as result:
                    yield from map(tuple, result)

    def value(self, query: str, **values: object) -> int:
        """Return the one number that a query gives."""
        ((number,),) = self._all(query, values)
        return int(number)

    def change(self, statement: str, **values: object) -> None:
        """Run a statement that gives nothing."""
        self._put_waiting()
        self._connection.execute(text(statement), values)

    def put(self, table: str, rows: Iterable[tuple[Any, ...]], clash: str = "") -> None:
        """Put whole rows into a table, together with all other rows of a step where nothing else comes between.

        That is one statement, since over a network each one costs more than its work. Rows go as JSON.
        """
        if table not in self._columns:
            self._columns[table] = tuple(self._connection.execute(text(f"SELECT * FROM {table} LIMIT 0")).keys())
        names = self._columns[table]
        told = [dict(zip(names, row, strict=True)) for row in rows]
        if told:
            value = f"rows{len(self._waiting)}"
            source = f"json_populate_recordset(CAST(NULL AS {table}), CAST(:{value} AS JSON))"
            statement = f"INSERT INTO {table} SELECT * FROM {source} {clash}"
            self._waiting[statement] = (value, json.dumps(told, ensure_ascii=False, default=_bytes))

    def _put_waiting(self) -> None:
        if self._waiting:
            parts = ", ".join(f"part{number} AS ({statement})" for number, statement in enumerate(self._waiting))
            values = dict(self._waiting.values())
            self._waiting = {}
            self._connection.execute(text(f"WITH {parts} SELECT 1"), values)

    @contextmanager
    def step(self, *, sure: bool = False) -> Iterator[None]:
        """Write all or nothing of what the block writes; raises UsageError where the server takes no more."""
        with self._told("cannot be written: {}."), unbroken(), self._connection.begin():
            try:
                if sure:
                    self.change("SET LOCAL synchronous_commit = on")
                yield
                self._put_waiting()
            finally:
                self._waiting = {}

    def settle(self) -> None:
        """Have the server count what helps it to read the store."""
        with self.step():
            self.change(f"ANALYZE {', '.join(TABLE_NAMES)}")

    def size(self) -> int:
        """Return how many bytes the schema takes on the server."""
        return self.value(_SIZE)

    def close(self) -> None:
        """Close the connection, and so let go of the lock."""
        with contextlib.suppress(SQLAlchemyError, OSError):
            self._connection.invalidate()  # without a word more: the server undoes what was not finished
            self._connection.close()

    def _begin(self) -> None:
        """Set the session up, take the lock, and see that the schema is a store of this form."""
        with self._connection.begin():
            self._all(_SET, {"wanted": json.dumps(_SESSION)})
            self.change(f'SET search_path TO "{self._schema}"')
        if self._write:
            self._take_lock()
            with self._connection.begin():
                self._make()
        else:
            self._connection = self._connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True, yield_per=_AT_ONCE
            )
        self._look()

    def _take_lock(self) -> None:
        """Take the lock that a writer of the store holds; raises UsageError that tells who has it."""
        keys = {"kind": APPLICATION, "schema": zlib.crc32(self._schema.encode()) & 0x7FFF_FFFF}
        try:
            with self._connection.begin():
                self.change(f"SET LOCAL lock_timeout = '{_LOCK_PATIENCE}'")
                self._all(_LOCK, keys)
        except DBAPIError as error:
            if error.orig is None or words_of(error.orig)[0] != _BUSY:
                raise
            who, since = next(iter(self._all(_HOLDER, keys)), ("", None))
            held = who.removeprefix("tenderlint: ") + (f", since {since} UTC" if since else "")
            words = f"another audit is writing this store{f' ({held})' if held else ''}."
            raise UsageError(words, self.name, "Wait, or name another with schema=NAME.") from error

    def _make(self) -> None:
        """Make the schema a store, if it is new or empty."""
        query = "SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = space.oid) FROM pg_namespace AS space "
        holds = self._all(query + "WHERE space.nspname = :name", {"name": self._schema})
        if holds and holds[0][0]:
            return
        ((encoding,),) = self._all("SHOW server_encoding", {})
        if encoding != "UTF8":
            advice = "Make one with: createdb --encoding=UTF8 --template=template0 NAME."
            raise UsageError(f"is a database in {encoding}, and a store needs one in UTF8.", self.name, advice)
        if not holds:
            self.change(f'CREATE SCHEMA "{self._schema}"')
        for statement in (*in_postgresql(), f"COMMENT ON SCHEMA \"{self._schema}\" IS '{mark()}'"):
            self._connection.exec_driver_sql(statement)

    def _look(self) -> None:
        """See that the schema is a store of this form; raises UsageError."""
        query = "SELECT coalesce(obj_description(oid, 'pg_namespace'), ''), has_schema_privilege(oid, 'USAGE') "
        rows = self._all(query + "FROM pg_namespace WHERE nspname = :name", {"name": self._schema})
        if not rows:
            advice = "Make it with: tenderlint audit FOLDER --store ADDRESS."
            raise UsageError("there is no such store.", self.name, advice)
        ((found, open_to_us),) = rows
        if not open_to_us:
            raise UsageError("this user may not read it.", self.name, "Ask its owner for the right.")
        if not found.startswith(MARK):
            raise UsageError("is no store of an audit.", self.name, "Name another schema with schema=NAME.")
        if found != mark():
            form = found.removeprefix(MARK).strip()
            advice = "Audit the packs again into a new store."
            raise UsageError(f"is a store of form {form}, and this version reads another.", self.name, advice)

    def _all(self, query: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        """Return what a query gives, within the step that there is, or by itself."""
        self._put_waiting()
        with contextlib.nullcontext() if self._connection.in_transaction() else self._connection.begin():
            return [tuple(row) for row in self._connection.execute(text(query), values)]

    @contextmanager
    def _told(self, otherwise: str) -> Iterator[None]:
        """Turn what the server or the network says into one line."""
        try:
            yield
        except DBAPIError as error:
            code, words = words_of(error.orig or error)
            if not code or error.connection_invalidated or code.startswith(("08", "57P")):
                raise self._lost() from error
            raise told(self._address, code, words, (otherwise, _AGAIN if self._write else _ASK)) from error
        except (OSError, SQLAlchemyError) as error:
            raise self._lost() from error

    def _lost(self) -> UsageError:
        advice = _AGAIN if self._write else "Run the same again when the server is there."
        return UsageError("the connection to the server was lost.", self.name, advice)


def _bytes(value: object) -> str:
    """Return bytes as PostgreSQL reads them from JSON."""
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    raise TypeError(f"cannot be kept: {type(value).__name__}")


def _let_go_of(raw: Any) -> None:
    """Leave a connection to the parent: a worker that outlives it must not keep its lock."""
    connection = raw()
    if connection is not None:
        let_go(connection)
