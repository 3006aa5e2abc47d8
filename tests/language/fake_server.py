"""A server on the loopback address that speaks as LanguageTool does, and fails as a test wants it to.

Run as a program (`python fake_server.py ... --port N`) it takes the place of Java in the tests of the command.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

LANGUAGES = [{"name": "English (GB)", "code": "en", "longCode": "en-GB"}]
# What this LanguageTool knows: the words that it doubts, its rule and its kind, and what it would put for them.
RULES = {
    "sets out": ("AGREEMENT_SENT_START", "GRAMMAR", "set out"),
    "the the": ("ENGLISH_WORD_REPEAT_RULE", "MISC", "the"),
    "represents best": ("THE_SUPERLATIVE", "GRAMMAR", "represents the best"),
    "defrillators": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "defibrillators"),
    "Wexleigh": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Weigh"),
    "muddle": ("SOME_MUDDLE", "GRAMMAR", ""),
}
Answer = Callable[["Handler", str], None]


class Fake(ThreadingHTTPServer):
    """The server: what it was asked, and how it answers a question about a text."""

    daemon_threads = True

    def __init__(self, answer: Answer | None = None, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.answer = answer or (lambda handler, text: handler.give(checked(text)))
        self.texts: list[str] = []
        self.requests = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Fake

    def do_GET(self) -> None:
        self.server.requests += 1
        self.give(LANGUAGES)

    def do_POST(self) -> None:
        self.server.requests += 1
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))
        assert form["language"] == ["en-GB"]
        self.server.texts.append(form["text"][0])
        self.server.answer(self, form["text"][0])

    def give(self, data: Any, status: int = 200, **headers: str) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        return


def checked(text: str) -> dict[str, Any]:
    """Return what LanguageTool would say of a text; it counts letters as UTF-16 does."""
    found = []
    for words, (rule, kind, meant) in RULES.items():
        at = text.find(words)
        while at >= 0:
            found.append(
                {
                    "message": "wrong", "offset": len(text[:at].encode("utf-16-le")) // 2, "length": len(words),
                    "replacements": [{"value": meant}] if meant else [], "sentence": text,
                    "context": {"text": text, "offset": at, "length": len(words)},
                    "rule": {"id": rule, "issueType": "grammar", "category": {"id": kind, "name": kind}},
                }
            )  # fmt: skip
            at = text.find(words, at + 1)
    found.sort(key=lambda match: match["offset"])
    return {"software": {"name": "LanguageTool", "version": "6.6"}, "matches": found}


@contextmanager
def fake(answer: Answer | None = None) -> Iterator[Fake]:
    """Run a server for a while."""
    server = Fake(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def slowly(seconds: float) -> Answer:
    def answer(handler: Handler, text: str) -> None:
        time.sleep(seconds)
        handler.give(checked(text))

    return answer


if __name__ == "__main__":
    Fake(port=int(sys.argv[sys.argv.index("--port") + 1])).serve_forever()
