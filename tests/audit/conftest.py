"""Stores of both kinds for the tests of audits: each test that asks for `stores` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.audit import postgresql
from tests.audit.postgresql import Server
from tests.conftest import GUARD

Stores = Callable[[str], str]
"""Gives the path or the address of a store by its name; the store is not there yet."""


@pytest.fixture(scope="module", autouse=True)
def _processes_that_reach_for_another_machine_end() -> Iterator[None]:
    """Put every process that a test of audits starts under guard; what it says then, and code 99, fail the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(GUARD, str(Path(__file__).parent.parent / "guard"))
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with postgresql.running() as running:
        yield running


_NUMBERS = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    if request.param == "sqlite":
        yield lambda name: str(tmp_path / f"{name}.sqlite")
        return
    server: Server = request.getfixturevalue("server")
    number = next(_NUMBERS)
    made: list[str] = []

    def new(name: str) -> str:
        made.append(f"{name}_{number}")
        return server.address(made[-1])

    yield new
    for schema in made:
        server.sql(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
