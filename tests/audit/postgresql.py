"""A PostgreSQL server of the tests' own, in a folder that goes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.tools import need

USER, PASSWORD = "auditor", "s3cret/@:word"
DATABASE = "audits"
_PATIENCE = 60


class Server:
    """Such a server. It listens on this machine only, on `port` for those with a password, on a socket for anybody."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs
        self._who = _other_user()
        self._data = folder / "data"
        self._log = folder / "log"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self._process: subprocess.Popen[bytes] | None = None
        secret = folder / "secret"
        secret.write_text(PASSWORD, encoding="utf-8")
        for path in (folder, secret):
            self._give(path)
        self._run(
            "initdb", "-D", self._data, "-U", USER, "--pwfile", secret, "--auth-local=trust",
            "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip
        self.start()
        self.sql(f"CREATE DATABASE {DATABASE}", "postgres")

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        settings = {
            "port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": self.folder, "fsync": "off",
            "max_connections": 20, "shared_buffers": "16MB", "logging_collector": "off",
        }  # fmt: skip
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, *words], stdout=log, stderr=log, cwd=self.folder,
                **self._who,
            )  # fmt: skip
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            try:
                self.sql("SELECT 1", "postgres")
            except Exception:  # noqa: BLE001 - it has not begun to answer
                if self._process.poll() is not None:
                    break
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(f"the server did not start: {self._log.read_text(errors='replace')[-2000:]}")

    def guard(self) -> Path:
        """Have the server use TLS from its next start, and return its certificate, which is for "localhost" alone."""
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        subprocess.run(
            [
                need("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
            ],
            check=True, capture_output=True,
        )  # fmt: skip
        for path, name in ((key, "ssl_key_file"), (certificate, "ssl_cert_file")):
            path.chmod(0o600)
            self._give(path)
            self.sql(f"ALTER SYSTEM SET {name} = '{path}'")
        self.sql("ALTER SYSTEM SET ssl = on")
        return certificate

    def stop(self) -> None:
        """Stop the server at once, whoever is connected."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(_PATIENCE)
            self._process = None

    def address(self, schema: str) -> str:
        """Return the address of a store in a schema, by the socket."""
        return f"postgresql://{USER}@/{DATABASE}?host={self.folder}&port={self.port}&schema={schema}"

    def sql(self, statement: str, database: str = DATABASE) -> list[tuple[Any, ...]]:
        """Run a statement by its own connection, and return its rows."""
        from pg8000.dbapi import connect

        connection = connect(
            USER, database=database, unix_sock=str(self.folder / f".s.PGSQL.{self.port}"), timeout=30
        )
        try:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(statement)
            return [tuple(row) for row in cursor.fetchall()] if cursor.description else []
        finally:
            connection.close()

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments], capture_output=True, cwd=self.folder, check=False, **self._who
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")

    def _give(self, path: Path) -> None:
        if self._who:
            os.chown(path, self._who["user"], self._who["group"])


def _other_user() -> dict[str, Any]:
    """Return who the server runs as, where that is not us: it does not run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise RuntimeError("there is no user that a server could run as")


@contextmanager
def running() -> Iterator[Server]:
    """Yield a server that runs; without PostgreSQL the test is skipped, or fails on a build machine."""
    programs = need("postgres").resolve().parent
    # Not below pytest's folder, which is for its owner alone. The path of a socket must be short, too.
    folder = Path(tempfile.mkdtemp(prefix="tl-pg-"))
    server = None
    try:
        server = Server(folder, programs)
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)
