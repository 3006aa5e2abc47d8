"""Ends a process that reaches for another machine: Python loads this at its start where a test put it on the path.

A process that is forked keeps the hook, and one that is started with the same path has its own.
"""

import os
import sys

_HERE = ("localhost", "::1", "", None)
_REACHING = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}
_LOOKING_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def _is_here(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return host in _HERE or (isinstance(host, str) and host.startswith("127."))


def _watch(event: str, arguments: "tuple[object, ...]") -> None:
    if event in _REACHING:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # the address of a socket in a file is a text
    elif event in _LOOKING_UP:
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        os.write(2, f"NETWORK {event} {arguments!r}\n".encode())
        os._exit(99)


sys.addaudithook(_watch)
