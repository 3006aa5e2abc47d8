"""A portal on this machine that pages, throttles, redirects, breaks off, lies and asks for a login."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PDF = b"%PDF-1.7\n" + b"A tender. " * 400 + b"\n%%EOF\n"
LOGIN_PAGE = b"<!DOCTYPE html><html><form><input name=p type='password'></form></html>"
PAGE = b"<!DOCTYPE html><html><p>Find the document yourself.</p></html>"


class Portal:
    """What the portal was asked, and how it answers. `robots` is its robots.txt, None where it has none."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.robots: str | None = None
        self.notices: list[list[dict[str, Any]]] = []
        self.text = b"Invitation to tender. " * 20
        self.etag = '"first"'
        self.busy = 1
        self.breaks = 1

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def headers(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.asked if asked == path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    portal: Portal

    def do_GET(self) -> None:
        self.portal.asked.append((self.path, {name.casefold(): value for name, value in self.headers.items()}))
        path, _, query = self.path.partition("?")
        name = path.strip("/").replace(".", "_").replace("-", "_")
        getattr(self, f"answer_{name}", self.missing)(query)

    def log_message(self, *_: object) -> None:
        pass

    def say(self, status: int, body: bytes = b"", length: int | None = None, **headers: str) -> None:
        if "Date" in headers:
            self.send_response_only(status)
        else:
            self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def missing(self, _: str) -> None:
        self.say(404)

    def answer_robots_txt(self, _: str) -> None:
        if self.portal.robots is None:
            self.say(404)
        else:
            self.say(200, self.portal.robots.encode(), Content_Type="text/plain")

    def answer_api(self, query: str) -> None:
        number = int(query.removeprefix("cursor=") or 0)
        whole: dict[str, Any] = {"releases": self.portal.notices[number]}
        if number + 1 < len(self.portal.notices):
            whole["links"] = {"next": f"{self.portal.base}/api?cursor={number + 1}"}
        self.say(200, json.dumps(whole).encode(), Content_Type="application/json")

    def answer_loop(self, _: str) -> None:
        self.say(200, json.dumps({"releases": [], "links": {"next": f"{self.portal.base}/loop"}}).encode())

    def answer_away(self, _: str) -> None:
        self.say(200, json.dumps({"releases": [], "links": {"next": "http://elsewhere.example/api"}}).encode())

    def answer_itt_txt(self, _: str) -> None:
        if self.headers.get("If-None-Match") == self.portal.etag:
            self.say(304)
        else:
            self.say(200, self.portal.text, Content_Type="text/plain", ETag=self.portal.etag)

    def answer_busy_pdf(self, _: str) -> None:
        self.portal.busy -= 1
        if self.portal.busy >= 0:
            self.say(429, Retry_After="7")
        else:
            self.say(200, PDF)

    def answer_later_pdf(self, _: str) -> None:
        self.portal.busy -= 1
        if self.portal.busy >= 0:
            self.say(503, Retry_After="Sun, 06 Nov 2026 09:00:00 GMT", Date="Sun, 06 Nov 2026 08:59:30 GMT")
        else:
            self.say(200, PDF)

    def answer_breaks_pdf(self, _: str) -> None:
        start = int((self.headers.get("Range") or "bytes=0-")[6:-1])
        self.portal.breaks -= 1
        rest = PDF[start:]
        body = rest[:1000] if self.portal.breaks >= 0 else rest
        told = {"Content_Range": f"bytes {start}-{len(PDF) - 1}/{len(PDF)}"} if start else {}
        self.say(206 if start else 200, body, len(rest), ETag='"v1"', **told)
        if len(body) < len(rest):
            self.close_connection = True

    def answer_other_part_pdf(self, _: str) -> None:
        if self.headers.get("Range"):
            self.say(206, PDF[5:], ETag='"v1"', Content_Range=f"bytes 5-{len(PDF) - 1}/{len(PDF)}")
            return
        self.portal.breaks -= 1
        body = PDF[:1000] if self.portal.breaks >= 0 else PDF
        self.say(200, body, len(PDF), ETag='"v1"')
        if len(body) < len(PDF):
            self.close_connection = True

    def answer_huge_pdf(self, _: str) -> None:
        self.say(200, PDF[:10], 10**12)
        self.close_connection = True

    def answer_endless_pdf(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for _number in range(64):
                self.wfile.write(b"10000\r\n" + b"%PDF-" + b"x" * 65531 + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True

    def answer_wrong_type_pdf(self, _: str) -> None:
        self.say(200, PDF, Content_Type="text/html", Content_Disposition='attachment; filename="../../Terms.exe"')

    def answer_page_pdf(self, _: str) -> None:
        self.say(200, PAGE, Content_Type="application/pdf")

    def answer_program_pdf(self, _: str) -> None:
        self.say(200, b"MZ\x90\x00" + b"\0" * 100, Content_Type="application/pdf")

    def answer_nothing_pdf(self, _: str) -> None:
        self.say(200, b"", Content_Type="application/pdf")

    def answer_secret_pdf(self, _: str) -> None:
        self.say(401, WWW_Authenticate="Basic")

    def answer_form_pdf(self, _: str) -> None:
        self.say(200, LOGIN_PAGE, Content_Type="text/html")

    def answer_sends_to_login_pdf(self, _: str) -> None:
        self.say(302, Location="/login?next=/secret.pdf")

    def answer_moved_pdf(self, _: str) -> None:
        self.say(301, Location="/busy.pdf")

    def answer_round_pdf(self, _: str) -> None:
        self.say(302, Location="/round.pdf")

    def answer_to_metadata_pdf(self, _: str) -> None:
        self.say(302, Location="http://169.254.169.254/latest/meta-data")

    def answer_to_other_pdf(self, _: str) -> None:
        self.say(302, Location="http://other.example/itt.pdf")

    def answer_to_file_pdf(self, _: str) -> None:
        self.say(302, Location="file:///etc/passwd")

    def answer_gone_pdf(self, _: str) -> None:
        self.say(410)

    def answer_fault_pdf(self, _: str) -> None:
        self.say(500)


@contextmanager
def portal() -> Iterator[Portal]:
    """Run the portal for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    told = Portal(server.server_address[1])
    server.RequestHandlerClass = type("Handler", (_Handler,), {"portal": told})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
