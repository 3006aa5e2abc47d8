"""Opens a store wherever it is kept, an SQLite file or a PostgreSQL database, and says what both can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from tenderlint.errors import UsageError

Row = tuple[Any, ...]


class Base(Protocol):
    """A store that is open. Statements are in the SQL that both databases have, with values by name (`:name`)."""

    name: str
    """What people are told: the path, or the address without user and password."""
    numbers: str
    """A subquery that gives the whole numbers of the value `numbers`, a list in JSON."""

    def rows(self, query: str, **values: object) -> Iterator[Row]:
        """Yield what a query gives; raises UsageError where the store cannot be read."""

    def close(self) -> None:
        """Let go of the store; what a step has not finished is undone."""


class Writable(Base, Protocol):
    """A store that is open for its one writer."""

    def step(self, *, sure: bool = False) -> AbstractContextManager[None]:
        """Write all or nothing of what the block writes; `sure` waits until it has reached the disk.

        Raises UsageError where the store takes no more.
        """

    def change(self, statement: str, **values: object) -> None:
        """Run a statement that gives nothing, within a step."""

    def value(self, query: str, **values: object) -> int:
        """Return the one number that a query gives."""

    def put(self, table: str, rows: Iterable[Row], clash: str = "") -> None:
        """Put whole rows into a table, within a step; `clash` is what the SQL says of rows that are there already."""

    def settle(self) -> None:
        """Make the store quick to read, at the end of an audit."""

    def size(self) -> int:
        """Return how many bytes the store takes."""


def is_database(store: str | Path) -> bool:
    """Return whether a store is the address of a database server, and not a file."""
    return isinstance(store, str) and "://" in store


def to_read(store: str | Path) -> Base:
    """Open a store for reading; raises UsageError where there is none."""
    if is_database(store):
        return _postgresql(str(store), write=False)
    from tenderlint.audit.base_sqlite import Sqlite

    return Sqlite(Path(store), write=False)


def to_write(store: str | Path) -> Writable:
    """Open a store for its one writer, or make a new one; raises UsageError, also where another audit writes it."""
    if is_database(store):
        return _postgresql(str(store), write=True)
    from tenderlint.audit.base_sqlite import Sqlite

    return Sqlite(Path(store), write=True)


def _postgresql(store: str, *, write: bool) -> Writable:
    from tenderlint.audit.postgresql_address import address_of

    address = address_of(store)
    try:
        from tenderlint.audit.base_postgresql import Postgresql
    except ImportError as error:
        advice = "Install them with: pip install 'tenderlint[postgresql]'."
        raise UsageError("a store in PostgreSQL needs packages that are missing.", address.name, advice) from error
    return Postgresql(address, write=write)
