"""Where the grammar server may be: on this machine and nowhere else."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from tenderlint.errors import UsageError

VARIABLE = "TENDERLINT_GRAMMAR_SERVER"
_PORT = 8081  # LanguageTool's own
_ADVICE = "Use an address such as http://127.0.0.1:8081."


def on_this_machine(address: str) -> tuple[str, int]:
    """Return the number and the port of a server's address ("http://127.0.0.1:8081").

    A name is never looked up, because a name can be made to mean any machine; only "localhost" is taken for
    127.0.0.1. Raises UsageError for every address that is not a loopback one.
    """
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname or "", parts.port or _PORT
    except ValueError:
        raise UsageError("is not the address of a server.", address, _ADVICE) from None
    host = "127.0.0.1" if host == "localhost" else host
    if not _is_loopback(host):
        raise UsageError("is not on this machine, and the words of a tender go nowhere else.", address, _ADVICE)
    if parts.scheme != "http" or parts.username is not None or parts.path.rstrip("/") not in ("", "/v2"):
        raise UsageError("is not the address of a grammar server.", address, _ADVICE)
    return host, port


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
