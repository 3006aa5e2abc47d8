"""The store as an SQLite file, which one process writes while anybody may read it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tenderlint.audit.schema import APPLICATION, TABLES, VERSION
from tenderlint.errors import UsageError


class Sqlite:
    """Such a file, open; it is a `Writable` where it is opened to be written."""

    numbers = "SELECT value FROM json_each(:numbers)"

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open the file, or make a new one to be written; raises UsageError."""
        self.name = str(path)
        self._path = path
        if not write and not path.is_file():
            advice = "Make it with: tenderlint audit FOLDER --store FILE."
            raise UsageError("there is no such store.", self.name, advice)
        self._lock = _locked(path) if write else None
        try:
            self._connection = _connected(path, "rwc" if write else "ro")
        except BaseException:
            self._unlock()
            raise
        self._widths: dict[str, int] = {}

    def rows(self, query: str, **values: object) -> Iterator[tuple[Any, ...]]:
        """Yield what a query gives; raises UsageError where the file cannot be read."""
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.Error as error:
            raise UsageError(f"cannot be read: {error}.", self.name, "Is it damaged? Take a copy of it.") from error

    def value(self, query: str, **values: object) -> int:
        """Return the one number that a query gives."""
        ((number,),) = self._connection.execute(query, values).fetchall()
        return int(number)

    def change(self, statement: str, **values: object) -> None:
        """Run a statement that gives nothing."""
        self._connection.execute(statement, values)

    def put(self, table: str, rows: Iterable[tuple[Any, ...]], clash: str = "") -> None:
        """Put whole rows into a table."""
        if table not in self._widths:
            self._widths[table] = len(self._connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
        marks = ",".join("?" * self._widths[table])
        self._connection.executemany(f"INSERT INTO {table} VALUES ({marks}) {clash}", rows)

    @contextmanager
    def step(self, *, sure: bool = False) -> Iterator[None]:
        """Write all or nothing of what the block writes; raises UsageError where the disk takes no more."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                advice = "What was finished is kept. Make room or wait for the other program, then run the same again."
                raise UsageError(f"cannot be written: {error}.", self.name, advice) from error
            raise

    def settle(self) -> None:
        """Count what helps to read the file, and move the log into it, as far as readers let it."""
        self._connection.execute("PRAGMA optimize")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def size(self) -> int:
        """Return the size of the file in bytes."""
        return self._path.stat().st_size

    def close(self) -> None:
        """Close the file, and make one of file and log where nobody reads it."""
        if self._lock is not None:
            with contextlib.suppress(sqlite3.Error):  # somebody reads it: then it stays as it is, which is whole too
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")  # one file, which can be read from any disk
        self._connection.close()
        self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            with contextlib.suppress(OSError):
                os.unlink(_beside(self._path))
            os.close(self._lock)


def _connected(path: Path, mode: str) -> sqlite3.Connection:
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
