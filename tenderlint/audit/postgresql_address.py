"""Reads the address of a store in PostgreSQL, and finds the password that goes with it."""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from tenderlint.errors import UsageError
from tenderlint.patterns import late_pattern

PORT = 5432
SCHEMA = "tenderlint"
_SCHEMES = ("postgresql", "postgres")
_SOCKETS = ("/var/run/postgresql", "/tmp")
"""Where a server on this machine listens: Debian's place and PostgreSQL's own."""
_KNOWN = {"host", "port", "dbname", "user", "password", "schema", "sslmode", "sslrootcert"}
_MODES = ("disable", "prefer", "require", "verify-ca", "verify-full")
_SCHEMA = late_pattern(r"[a-z_][a-z0-9_]{0,62}")
_FORM = "Write it as postgresql://USER@HOST/DATABASE; in a password, write %40 for @, %2F for / and %23 for #."


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store is: a host, or the folder of a socket (`host` begins with /), and a schema of a database.

    `mode` says how the connection is guarded, in the words of PostgreSQL's `sslmode`; `trusted` is the file of the
    certificates that are believed, "" for those of the system.
    """

    host: str
    port: int
    database: str
    user: str
    password: str | None = field(repr=False)
    schema: str = SCHEMA
    mode: str = "prefer"
    trusted: str = ""

    @property
    def name(self) -> str:
        """What people are told of it: neither user nor password."""
        number = "" if self.port == PORT else str(self.port)
        asked = {"host": self.host, "port": number} if self.host.startswith("/") else {}
        if self.schema != SCHEMA:
            asked["schema"] = self.schema
        host = f"[{self.host}]" if ":" in self.host else self.host
        place = "" if self.host.startswith("/") else f"{host}:{number}".rstrip(":")
        told = "&".join(f"{name}={value}" for name, value in asked.items() if value)
        return f"postgresql://{place}/{self.database}" + (f"?{told}" if told else "")

    @property
    def socket(self) -> str | None:
        """The file of the socket, where the server is reached by one."""
        return f"{self.host}/.s.PGSQL.{self.port}" if self.host.startswith("/") else None


def address_of(text: str) -> Address:
    """Read an address such as postgresql://USER@HOST:PORT/DATABASE?schema=NAME.

    What it does not say comes from the environment as for PostgreSQL's own programs (PGHOST, PGPORT, PGDATABASE,
    PGUSER, PGPASSWORD) and from the password file. Raises UsageError, whose words hold nothing of the address that may
    be secret.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
        asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError:
        raise _wrong("is no address of a database.", _FORM) from None  # its words may hold some of the password
    if parts.scheme not in _SCHEMES or parts.fragment or parts.path.count("/") > 1:
        raise _wrong("is no address of a database.", _FORM)
    _see(asked)
    said = {
        "host": asked.get("host") or unquote(parts.hostname or ""), "port": asked.get("port") or str(port or ""),
        "user": asked.get("user") or unquote(parts.username or ""),
        "database": asked.get("dbname") or unquote(parts.path.removeprefix("/")),
    }  # fmt: skip
    number = _port(said["port"] or os.environ.get("PGPORT", ""))
    host = said["host"] or os.environ.get("PGHOST", "") or _host(number)
    user = said["user"] or os.environ.get("PGUSER", "") or own_name()
    database = said["database"] or os.environ.get("PGDATABASE", "") or user
    password = asked.get("password") or (None if parts.password is None else unquote(parts.password))
    if password is None:
        password = os.environ.get("PGPASSWORD") or _kept_password(host, number, database, user)
    return Address(
        host, number, database, user, password, asked.get("schema", SCHEMA), asked.get("sslmode", "prefer"),
        asked.get("sslrootcert", ""),
    )  # fmt: skip


def own_name() -> str:
    """Return what this system calls the user, "tenderlint" where it does not know."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container can have a user without a name
        return "tenderlint"


def _see(asked: dict[str, str]) -> None:
    """See that what comes after the ? is known; raises UsageError."""
    unknown = sorted(asked.keys() - _KNOWN)
    if unknown:
        known = ", ".join(sorted(_KNOWN - {"password"}))
        raise _wrong("has something after the ? that is not known.", f"Known are {known}.")
    if asked.get("sslmode", "prefer") not in _MODES:
        raise _wrong("has an sslmode that is not known.", f"Choose one of {', '.join(_MODES)}.")
    if not _SCHEMA.fullmatch(asked.get("schema", SCHEMA)):
        raise _wrong("has a schema that is no name.", "Use small letters, digits and _, such as schema=audit_2026.")


def _wrong(words: str, advice: str) -> UsageError:
    return UsageError(words, "the address of the store", advice)


def _port(text: str) -> int:
    if text and not (text.isascii() and text.isdecimal() and 0 < int(text) < 65_536):
        raise _wrong("has a port that is no number of one.", f"PostgreSQL listens on {PORT} if nobody said otherwise.")
    return int(text or PORT)


def _host(port: int) -> str:
    """Return where a server on this machine is reached: by its socket, or by the network."""
    return next((folder for folder in _SOCKETS if Path(folder, f".s.PGSQL.{port}").exists()), "localhost")


def _kept_password(host: str, port: int, database: str, user: str) -> str | None:
    """Return the password that the user's password file has; one that others can read does not count."""
    path = Path(os.environ.get("PGPASSFILE") or Path("~/.pgpass").expanduser())
    try:
        if path.stat().st_mode & 0o077:
            return None
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    wanted = ("localhost" if host.startswith("/") else host, str(port), database, user)
    for line in lines:
        *told, password = (*_fields(line), "", "", "", "", "")[:5]
        if not line.startswith("#") and all(one in ("*", other) for one, other in zip(told, wanted, strict=True)):
            return password
    return None


def _fields(line: str) -> Iterator[str]:
    """Yield the fields of a line, parted by colons; a backslash takes the meaning from the sign after it."""
    for part in re.findall(r"(?:[^:\\]|\\.)*(?::|$)", line)[:5]:
        yield re.sub(r"\\(.)", r"\1", part.removesuffix(":"))
