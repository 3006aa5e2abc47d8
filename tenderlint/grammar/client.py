"""Asks a LanguageTool server on this machine, through language-tool-python."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
from language_tool_python.match import Match

from tenderlint.grammar.address import on_this_machine
from tenderlint.grammar.fault import GrammarError

LANGUAGE = "en-GB"
PATIENCE = 30.0
"""Seconds that the server may take for one answer: a fresh one loads its rules for some seconds first."""

# Kinds of rule that are no matter of grammar: style, and marks that lists, headings and numbers are full of.
_LEFT_OUT = frozenset(
    {
        "AMERICAN_ENGLISH_STYLE", "BRE_STYLE_OXFORD_SPELLING", "CASING", "COLLOQUIALISMS", "CREATIVE_WRITING",
        "GENDER_NEUTRALITY", "MULTITOKEN_SPELLING", "PLAIN_ENGLISH", "REDUNDANCY", "REPETITIONS_STYLE", "STYLE",
        "TEXT_ANALYSIS", "TYPOGRAPHY", "WIKIPEDIA",
    }
)  # fmt: skip
_MOST_BYTES = 32 * 1024 * 1024
_PIECE = 65536


class LocalLanguageTool(LanguageTool):
    """language-tool-python's client, whose one door to the network leads to this machine alone.

    The library would follow redirects, and proxies that the environment names; this door does neither, so that no
    word of a tender can leave the machine, and it waits no longer than `patience` seconds for an answer.
    """

    _server = None  # the library asks for it when a client goes, also one that was refused an address

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self._place = on_this_machine(address)
        self._patience = patience
        self.version = ""
        host, port = self._place
        super().__init__(LANGUAGE, remote_server=f"http://{f'[{host}]' if ':' in host else host}:{port}")
        self.disabled_categories = set(_LEFT_OUT)

    def _query_server(
        self, url: str, params: Mapping[str, str] | None = None, num_tries: int = 2, method: str = "get"
    ) -> Any:
        deadline = time.monotonic() + self._patience
        try:
            told = json.loads(self._answer(urlsplit(url).path, urlencode(params or {}), method.upper(), deadline))
        except TimeoutError:
            raise GrammarError(f"the grammar server did not answer within {self._patience:g} seconds") from None
        except (OSError, http.client.HTTPException) as error:
            raise GrammarError("the grammar server does not answer") from error
        except ValueError as error:
            raise GrammarError("what answers is no grammar server") from error
        if isinstance(told, dict):
            self.version = str(told.get("software", {}).get("version", ""))
        return told

    def _answer(self, path: str, query: str, method: str, deadline: float) -> bytes:
        connection = http.client.HTTPConnection(*self._place, timeout=self._patience)
        try:
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
            body = query.encode() if method == "POST" else None
            connection.request(method, path if body is not None or not query else f"{path}?{query}", body, headers)
            response = connection.getresponse()
            whole = _read(response, connection.sock, deadline)
        finally:
            connection.close()
        if response.status != http.HTTPStatus.OK:  # a redirect too: nothing is sent where it points
            raise ValueError(f"status {response.status}")
        return whole


def connect(address: str, patience: float = PATIENCE) -> LocalLanguageTool:
    """Return a client of the server at `address`; raises GrammarError when none answers, UsageError when it is away."""
    try:
        return LocalLanguageTool(address, patience)
    except (LanguageToolError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise GrammarError("what answers is no grammar server") from error


def matches(client: LocalLanguageTool, text: str) -> list[Match]:
    """Return what the server finds in a text; raises GrammarError when it gives no proper answer."""
    try:
        return client.check(text)
    except (LanguageToolError, KeyError, TypeError, AttributeError) as error:
        raise GrammarError("the grammar server gave an answer that cannot be read") from error


def _read(response: http.client.HTTPResponse, sock: socket.socket | None, deadline: float) -> bytes:
    """Read an answer whole; raises TimeoutError when it trickles in too slowly, ValueError when it never ends."""
    pieces: list[bytes] = []
    size = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if sock is not None:
            sock.settimeout(left)
        piece = response.read1(_PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > _MOST_BYTES:
            raise ValueError("an answer without end")
