"""Reaches a PostgreSQL server, and says in plain words what is wrong where that fails."""

from __future__ import annotations

import os
import signal
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import FrameType
from typing import Any

from tenderlint.audit.postgresql_address import Address
from tenderlint.errors import UsageError

PATIENCE = 20
"""How many seconds a server may take to let us in."""

_PASSWORD = "Put the password into ~/.pgpass, a file for you alone, or into PGPASSWORD. Is the user right?"
_WORDS: Mapping[str, tuple[str, str]] = {
    "28P01": ("the user or the password is wrong.", _PASSWORD),
    "28000": ("the server does not let this user in from here: {}.", "Ask who looks after the server."),
    "3D000": ("there is no such database on the server.", "Make it with: createdb NAME."),
    "42501": ("the user may not do this: {}.", "Ask the owner of the database for the right."),
    "53300": ("the server has no connection left.", "Wait until others are done, then run the same again."),
    "57P03": ("the server is starting or stopping.", "Run the same again in a minute."),
}
"""What is wrong and what to do, by PostgreSQL's code of the error; {} stands for the server's own words."""


def connect(address: Address, application: str) -> Any:
    """Return a connection of pg8000; raises UsageError where there can be none."""
    driver = import_module("pg8000.dbapi")
    try:
        connection = driver.connect(
            user=address.user, host=address.host, port=address.port, database=address.database,
            password=address.password or "", unix_sock=address.socket, application_name=application, timeout=PATIENCE,
            ssl_context=_guard(address),
        )  # fmt: skip
    except driver.Error as error:
        raise _refused(address, error) from error
    except (OSError, UnicodeError) as error:
        raise _away(address, error) from error
    # The patience was for getting in. A query may take longer, and a host that is gone shows by its keep-alives.
    connection._usock.settimeout(None)
    return connection


def let_go(connection: Any) -> None:
    """Close a connection's socket in a child process, without a word to the server: the parent still uses it."""
    if connection._usock is not None:
        os.close(connection._usock.detach())


@contextmanager
def unbroken() -> Iterator[None]:
    """Let an interrupt wait for the end of the block: half a message would leave us and the server out of step.

    The second interrupt does not wait.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    waiting: list[tuple[int, FrameType | None]] = []

    def later(number: int, frame: FrameType | None) -> None:
        if waiting:
            before(number, frame)
        waiting.append((number, frame))

    signal.signal(signal.SIGINT, later)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        before(*waiting[0])


def words_of(error: BaseException) -> tuple[str, str]:
    """Return PostgreSQL's code of an error, "" where it did not come from the server, and its words in one line."""
    told = error.args[0] if error.args else ""
    if isinstance(told, dict):
        return str(told.get("C", "")), " ".join(str(told.get("M", "")).split())[:200]
    return "", " ".join(str(told).split())[:200]


def told(address: Address, code: str, words: str, otherwise: tuple[str, str]) -> UsageError:
    """Return the mistake that a code stands for, or else another one; {} in its words becomes the server's own."""
    message, advice = _WORDS.get(code, otherwise)
    return UsageError(message.format(words), address.name, advice)


def _refused(address: Address, error: BaseException) -> UsageError:
    if isinstance(error.__cause__, OSError):
        return _away(address, error.__cause__)
    code, words = words_of(error)
    if code == "28P01" and address.password is None:
        return UsageError("the server asks for a password, and there is none.", address.name, _PASSWORD)
    if not code and "SSL" in words:
        return UsageError("the server does not guard connections (TLS).", address.name, "Leave sslmode away.")
    return told(address, code, words, ("cannot be opened: {}.", "Look whether a PostgreSQL server answers there."))


def _away(address: Address, error: Exception) -> UsageError:
    if isinstance(error, ssl.SSLCertVerificationError):
        words = f"the certificate of the server is not believed: {error.verify_message.rstrip('.')}."
        return UsageError(words, address.name, "Name the file of its authority with sslrootcert=FILE.")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    words = f"no PostgreSQL server answers there: {reason[:1].lower()}{reason[1:]}."
    return UsageError(words, address.name, "Look at host and port, and whether the server runs.")


def _guard(address: Address) -> ssl.SSLContext | bool | None:
    """Return how TLS is to be used: False is never, None is where the server has it."""
    if address.mode == "disable" or address.socket is not None:
        return False
    if address.mode == "prefer":
        return None
    try:
        context = ssl.create_default_context(cafile=address.trusted or None)
    except OSError as error:
        reason = error.strerror or "it holds no certificates"
        advice = "Look at the path after sslrootcert=."
        raise UsageError(f"cannot be read: {reason}.", address.trusted, advice) from error
    if address.mode != "verify-full":
        context.check_hostname = False
    if address.mode == "require":
        context.verify_mode = ssl.CERT_NONE
    return context
