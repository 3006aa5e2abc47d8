"""A store in PostgreSQL: one writes, all read, the password stays secret, and what is wrong is told in one line."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from tenderlint.audit.base import to_write
from tenderlint.audit.postgresql_address import address_of
from tenderlint.audit.store import Store
from tenderlint.errors import UsageError
from tests.audit.conftest import Stores
from tests.audit.postgresql import DATABASE, PASSWORD, USER, Server, running
from tests.audit.test_running import DAY, digest, kept, put, started
from tests.conftest import Run

Tenderlint = Callable[..., Run]
SECRET = quote(PASSWORD, safe="")


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    for number in range(1, 7):
        put(tmp_path / "portal", number)
    return tmp_path / "portal"


@pytest.fixture
def schema(server: Server, tmp_path: Path) -> str:
    """Return the name of a schema that is not there yet."""
    name = re.sub(r"\W", "_", tmp_path.name.lower())
    server.sql(f"DROP SCHEMA IF EXISTS {name} CASCADE")
    return name


def by_network(server: Server, schema: str, user: str = f"{USER}:{SECRET}@", database: str = DATABASE) -> str:
    return f"postgresql://{user}127.0.0.1:{server.port}/{database}?schema={schema}"


def test_the_password_is_neither_printed_nor_kept(
    tenderlint: Tenderlint, portal: Path, server: Server, schema: str, tmp_path: Path
) -> None:
    address = by_network(server, schema)
    run = tenderlint("audit", portal, "--store", address, "--on", DAY)
    assert run.code == 0, run.err
    name = f"postgresql://127.0.0.1:{server.port}/{DATABASE}?schema={schema}"
    assert f"The store is {name} (" in " ".join(run.out.split())
    report = tenderlint("audit-report", address, "-o", tmp_path / "out")
    assert report.code == 0, report.err
    compared = tenderlint("audit-compare", address, address)
    assert f"Before: {name}, on {DAY}" in " ".join(compared.out.split())
    said = [run.out, run.err, report.out, report.err, compared.out, compared.err]
    tables = server.sql(f"SELECT table_name FROM information_schema.tables WHERE table_schema = '{schema}'")
    said += [repr(server.sql(f'SELECT * FROM "{schema}"."{table}"')) for (table,) in tables]
    said += [path.read_bytes().decode("latin-1") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(tables) > 10
    assert not [words for words in said if PASSWORD in words or SECRET in words]


@pytest.mark.parametrize("debug", ["", "1"])
def test_what_is_wrong_is_told_in_one_line_without_the_password(
    debug: str, tenderlint: Tenderlint, portal: Path, server: Server, schema: str, tmp_path: Path
) -> None:
    (tmp_path / "none.pem").write_text("no certificate")
    told = {
        by_network(server, schema, f"{USER}:wrong-{SECRET}@"): "the user or the password is wrong",
        by_network(server, schema, f"{USER}@"): "the server asks for a password, and there is none",
        by_network(server, schema, database="nowhere"): "there is no such database on the server",
        f"postgresql://{USER}:{SECRET}@127.0.0.1:9/{DATABASE}": "no PostgreSQL server answers there",
        f"postgresql://{USER}:{SECRET}@/{DATABASE}?host={tmp_path}": "no PostgreSQL server answers there",
        by_network(server, schema) + "&sslmode=require": "the server does not guard connections (TLS)",
        by_network(server, schema) + f"&sslmode=verify-full&sslrootcert={tmp_path / 'none.pem'}": "cannot be read",
        by_network(server, schema) + "&sslmode=sometimes": "has an sslmode that is not known",
        by_network(server, schema) + f"&secret={SECRET}": "has something after the ? that is not known",
        by_network(server, "Robert'); DROP TABLE pack"): "has a schema that is no name",
        f"postgresql://{USER}:{PASSWORD}@127.0.0.1/{DATABASE}": "is no address of a database",
        f"mysql://{USER}:{SECRET}@127.0.0.1/{DATABASE}": "is no address of a database",
        f"postgresql://{USER}:{SECRET}@127.0.0.1:port/{DATABASE}": "is no address of a database",
    }
    for address, words in told.items():
        run = tenderlint("audit", portal, "--store", address, "--on", DAY, TENDERLINT_DEBUG=debug)
        assert (run.code, run.out) == (2, ""), run.err
        last = run.err.splitlines()[-1]
        assert words in last
        assert last.endswith((".", "?")), last
        assert debug or run.err.count("\n") == 1
        assert PASSWORD not in run.err
        assert SECRET not in run.err


def test_reading_what_is_no_store_is_told_in_one_line(tenderlint: Tenderlint, server: Server, schema: str) -> None:
    none = tenderlint("audit-compare", server.address(schema))
    assert (none.code, none.err.count("\n")) == (2, 1)
    assert "there is no such store. Make it with: tenderlint audit FOLDER --store ADDRESS." in none.err
    server.sql(f"CREATE SCHEMA {schema}")
    server.sql(f"CREATE TABLE {schema}.pack (ours text)")
    for command in (["audit-compare"], ["audit", "samples", "--store"]):
        run = tenderlint(*command, server.address(schema))
        assert (run.code, run.err.count("\n")) == (2, 1)
        assert "is no store of an audit. Name another schema with schema=NAME." in run.err
    tables = server.sql(f"SELECT table_name FROM information_schema.tables WHERE table_schema = '{schema}'")
    assert tables == [("pack",)]
    server.sql(f"DROP SCHEMA {schema} CASCADE")
    server.sql(f"CREATE SCHEMA {schema}")
    server.sql(f"COMMENT ON SCHEMA {schema} IS 'Store of tenderlint audit, form 99'")
    assert "is a store of form 99" in tenderlint("audit-compare", server.address(schema)).err


def hanging(folder: Path) -> Path:
    """Make a folder with a check that hangs where a pack says so, after writing its process down in `folder / pid`."""
    own = folder / "own" / "hang"
    own.mkdir(parents=True)
    (own / "hang.toml").write_text(
        'id = "hang"\ntitle = "It hangs"\nmessage = "It hangs."\nwhy = "To see."\nfix = "Do not."\n'
        '[[basis]]\nauthority = "Ours"\nstrength = "good practice"\n'
    )
    (own / "hang.py").write_text(
        '"""Hangs."""\nimport os, time\n\n\ndef check(context):\n    """Hang."""\n'
        "    said = ' '.join(block.text for document in context.pack.documents for block in document.blocks)\n"
        f"    if 'please hang' in said:\n        open({str(folder / 'pid')!r}, 'a').write(f'{{os.getpid()}} ')\n"
        "        time.sleep(120)\n"
        "    from tenderlint.checking import not_applicable\n    return not_applicable('nothing to see')\n"
    )
    return own.parent


def test_a_second_audit_is_told_who_writes_the_store_and_readers_need_not_wait(
    tenderlint: Tenderlint, portal: Path, server: Server, schema: str
) -> None:
    put(portal, 4, "\nWe say please hang now.\n")
    store = server.address(schema)
    process = started(portal, store, "--jobs", "1", "--checks", str(hanging(portal.parent)))
    while not kept(store) and process.poll() is None:
        time.sleep(0.005)
    second = tenderlint("audit", portal, "--store", store)
    read = tenderlint("audit-compare", store)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert second.code == 2
    assert second.err.count("\n") == 1
    who = r"\(\S+ on \S+, since 20\d\d-\d\d-\d\d \d\d:\d\d UTC\)"
    assert re.search(rf"another audit is writing this store {who}\. Wait, or name another", second.err), second.err
    assert read.code == 0, read.err


def test_what_a_killed_audit_leaves_behind_keeps_no_lock(
    tenderlint: Tenderlint, portal: Path, server: Server, schema: str
) -> None:
    """A worker that hangs outlives the audit; the next one must not wait for it."""
    own, pid = hanging(portal.parent), portal.parent / "pid"
    put(portal, 1, "\nWe say please hang now.\n")
    store = server.address(schema)
    process = started(portal, store, "--jobs", "1", "--checks", str(own))
    while not (pid.exists() and pid.read_text().endswith(" ")) and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.communicate()
    worker = int(pid.read_text().split()[0])
    try:
        os.kill(worker, 0)  # it is there
        run = tenderlint("audit", portal, "--store", store, "--on", DAY)
        os.kill(worker, 0)  # it is still there
        assert run.code == 0, run.err
    finally:
        os.kill(worker, signal.SIGKILL)


def test_a_server_that_goes_away_loses_no_finished_pack(tenderlint: Tenderlint, portal: Path) -> None:
    for number in range(7, 120):
        put(portal, number)
    with running() as server:
        whole, broken = server.address("whole"), server.address("broken")
        assert tenderlint("audit", portal, "--store", whole, "--on", DAY).code == 0
        process = started(portal, broken, "--jobs", "1")
        while kept(broken) < 10 and process.poll() is None:
            time.sleep(0.01)
        server.stop()
        err = process.communicate(timeout=60)[1].decode()
        assert process.returncode == 2
        assert "the connection to the server was lost. What was finished is kept." in err
        assert err.count("\n") == 1
        server.start()
        assert 10 <= kept(broken) < 119
        run = tenderlint("audit", portal, "--store", broken, "--on", DAY)
        assert run.code == 0, run.err
        assert digest(broken) == digest(whole)


def test_the_connection_is_guarded_as_the_address_says(tenderlint: Tenderlint) -> None:
    with running() as server:
        certificate = server.guard()
        server.stop()
        server.start()
        start = f"postgresql://{USER}:{SECRET}@{{}}:{server.port}/{DATABASE}?sslmode="
        lets_in = {"disable": False, "prefer": True, "require": True, f"verify-full&sslrootcert={certificate}": True}
        for mode, guarded in lets_in.items():
            with closing(to_write(start.format("localhost") + mode)) as base:
                assert list(base.rows("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) == [(guarded,)]
        refused = [("localhost", "verify-full"), ("127.0.0.1", f"verify-full&sslrootcert={certificate}")]
        for host, mode in refused:
            with pytest.raises(UsageError, match="the certificate of the server is not believed") as told:
                to_write(start.format(host) + mode)
            assert ".." not in str(told.value)
            assert SECRET not in str(told.value)


def test_somebody_who_may_only_read_can_read_and_not_write(
    tenderlint: Tenderlint, portal: Path, server: Server, schema: str, tmp_path: Path
) -> None:
    assert tenderlint("audit", portal, "--store", server.address(schema), "--on", DAY).code == 0
    reader = f"reader_{schema}"
    server.sql(f"CREATE ROLE {reader} LOGIN PASSWORD 'r'")
    try:
        address = by_network(server, schema, f"{reader}:r@")
        told = tenderlint("audit-compare", address)
        assert (told.code, "this user may not read it" in told.err) == (2, True)
        server.sql(f"GRANT USAGE ON SCHEMA {schema} TO {reader}")
        server.sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {reader}")
        report = tenderlint("audit-report", address, "-o", tmp_path / "out", "--format", "csv")
        assert report.code == 0, report.err
        write = tenderlint("audit", portal, "--store", address, "--on", "2026-11-23")
        assert write.code == 2
        assert "the user may not do this: permission denied for table audit" in write.err
        assert write.err.count("\n") == 1
    finally:
        server.sql(f"DROP OWNED BY {reader}")
        server.sql(f"DROP ROLE {reader}")


def test_the_report_leaves_out_datasette_and_says_so(
    tenderlint: Tenderlint, portal: Path, server: Server, schema: str, tmp_path: Path
) -> None:
    store = server.address(schema)
    assert tenderlint("audit", portal, "--store", store, "--on", DAY).code == 0
    usual = tenderlint("audit-report", store, "-o", tmp_path / "out")
    why = "Datasette reads SQLite files, and this store is in PostgreSQL."
    assert (usual.code, usual.err) == (0, f"datasette.json is left out: {why}\n")
    assert not (tmp_path / "out" / "data" / "datasette.json").exists()
    assert (tmp_path / "out" / "index.html").is_file()
    asked = tenderlint("audit-report", store, "-o", tmp_path / "other", "--format", "datasette")
    assert (asked.code, asked.err) == (2, f"tenderlint: {why} Choose another format.\n")


def test_signs_that_a_database_refuses_become_a_mark_in_both_kinds_of_store(
    tenderlint: Tenderlint, portal: Path, stores: Stores
) -> None:
    odd = put(portal, 7, "\nPlease don\0t hesitate to tender, in the event that you utilise a\0b.\n")
    os.rename(odd, os.fsencode(portal) + b"/Lot \xff")
    run = tenderlint("audit", portal, "--store", stores("odd"), "--on", DAY)
    assert run.code == 0, run.err
    with Store(stores("odd")) as store:
        (row,) = [row for row in store.packs() if row.name == "Lot �"]
        assert row.path.endswith("/Lot �")
        assert store.report(row.id) is not None


def test_a_reader_sees_the_store_as_it_was_when_it_began(
    tenderlint: Tenderlint, portal: Path, server: Server, schema: str
) -> None:
    store = server.address(schema)
    tenderlint("audit", portal, "--store", store, "--on", DAY)
    with Store(store) as opened:
        assert len(list(opened.packs())) == 6
        put(portal, 7)
        assert "1 linted" in tenderlint("audit", portal, "--store", store, "--on", DAY).out
        assert len(list(opened.packs())) == 6
    with Store(store) as opened:
        assert len(list(opened.packs())) == 7
        query = "SELECT CAST(sum(packs) AS INTEGER) FROM check_count WHERE check_id = :check"
        assert list(opened.rows(query, check="contract-length")) == [(7,)]
        with pytest.raises(UsageError, match="cannot be read"):
            list(opened.rows("DELETE FROM seen RETURNING path"))


def test_what_the_address_leaves_out_comes_from_the_environment_and_the_password_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("PGHOST", "db.example"), ("PGPORT", "6543"), ("PGDATABASE", "ours"), ("PGUSER", "ann")):
        monkeypatch.setenv(name, value)
    secrets = tmp_path / "pgpass"
    secrets.write_text("# ours\nother:*:*:*:no\ndb.example:6543:ours:ann:a\\:b\\\\c\n*:*:*:*:any\n")
    secrets.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(secrets))
    monkeypatch.delenv("PGPASSWORD", raising=False)
    found = address_of("postgresql://")
    assert (found.host, found.port, found.database, found.user) == ("db.example", 6543, "ours", "ann")
    assert (found.password, found.schema) == ("a:b\\c", "tenderlint")
    assert address_of("postgres://bob@[::1]/x").password == "any"
    assert address_of("postgres://bob@[::1]/x").name == "postgresql://[::1]:6543/x"
    assert "any" not in repr(address_of("postgres://bob@[::1]/x"))
    monkeypatch.setenv("PGPASSWORD", "from outside")
    assert address_of("postgresql://").password == "from outside"
    assert address_of(f"postgresql://u:{SECRET}@h/d").password == PASSWORD
    monkeypatch.delenv("PGPASSWORD")
    secrets.chmod(0o644)  # others can read it, so it does not count
    assert address_of("postgresql://").password is None
