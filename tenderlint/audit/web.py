"""Asks hosts for files, politely and carefully: only those allowed, no private address, one request at a time."""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from tenderlint.errors import UsageError
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    import httpx

Sleep = Callable[[float], None]

_MOST_HOPS = 6
_MOST_ROBOTS = 512 * 1024
_MOST_CRAWL_DELAY = 60.0
_FIRST_BREAK = 5.0
_LOGIN = late_pattern(r"/(?:log-?in|sign-?in|sso|auth|account|register|session)(?:[/.?_-]|$)", re.IGNORECASE)
_BUSY = frozenset({429, 503})


class NotAllowedError(Exception):
    """An address that must not be asked: the message says why in a few words."""


class LoginError(Exception):
    """An address led to a page where one has to sign in."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a fetch behaves. Times are in seconds.

    `delay` lies between two requests, `patience` is the longest wait that a host may ask for, `tries` is how often an
    address is asked at most. `private` lets private addresses be asked: it is there for tests alone.
    """

    agent: str
    allowed: Collection[str]
    delay: float = 2.0
    patience: float = 300.0
    tries: int = 3
    timeout: float = 60.0
    private: bool = False


class Web:
    """Hosts that may be asked, with what is known of each. Use it in a `with` block; it never asks two at once."""

    def __init__(self, manners: Manners, sleep: Sleep = time.sleep) -> None:
        """Make ready to ask; raises UsageError where httpx is not installed."""
        self._manners = manners
        self._allowed = frozenset(_host(host) for host in manners.allowed)
        self._sleep = sleep
        self._last = 0.0
        self._robots: dict[str, _Rules] = {}
        self._client = _client(manners)

    @property
    def tries(self) -> int:
        """How often an address is asked at most."""
        return max(1, self._manners.tries)

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def ask(self, url: str, headers: Mapping[str, str]) -> AbstractContextManager[httpx.Response]:
        """Return the answer to a request, its body still to be read; follows redirects, each of them looked at.

        Waits as long as manners and host demand. Raises NotAllowedError, LoginError and httpx.HTTPError.
        """
        for _ in range(_MOST_HOPS):
            self.may_ask(url)
            answer = self._patiently(url, headers)
            if not answer.has_redirect_location:
                return _Closing(answer)
            url, before = _joined(url, answer.headers["location"]), url
            answer.close()
            if _LOGIN.search(urlsplit(url).path) and not _LOGIN.search(urlsplit(before).path):
                raise LoginError
        raise NotAllowedError("it was redirected too often")

    def may_ask(self, url: str) -> None:
        """Raise NotAllowedError where an address is no address of the web, not allowed, or closed by robots.txt."""
        parts = urlsplit(_joined(url, ""))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NotAllowedError("it is no address of the web")
        if parts.username or parts.password:
            raise NotAllowedError("it holds a user name or a password")
        if _place(parts) not in self._allowed and parts.hostname.casefold() not in self._allowed:
            raise NotAllowedError(f"the host {_place(parts)} is not among those allowed")
        if not self._rules(url).may(self._manners.agent, url):
            raise NotAllowedError("robots.txt asks programs to stay away")

    def _rules(self, url: str) -> _Rules:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = _Rules(closed=True)  # until it has answered
            try:
                self._robots[root] = self._read_rules(f"{root}/robots.txt")
            except NotAllowedError:
                del self._robots[root]
                raise
        return self._robots[root]

    def _read_rules(self, url: str) -> _Rules:
        """Return what robots.txt says: all is open where there is none, all is closed where it cannot be asked."""
        import httpx

        try:
            for _ in range(_MOST_HOPS):
                with _Closing(self._patiently(url, {})) as answer:
                    if answer.has_redirect_location:
                        url = _joined(url, answer.headers["location"])
                        place = urlsplit(url)
                        if _place(place) not in self._allowed and (place.hostname or "") not in self._allowed:
                            return _Rules()
                        continue
                    if answer.status_code >= 500 or answer.status_code == 429:
                        return _Rules(closed=True)
                    if answer.status_code >= 400:
                        return _Rules()
                    return _Rules.read(_start(answer, _MOST_ROBOTS), self._manners.agent)
        except (httpx.HTTPError, httpx.InvalidURL):
            return _Rules(closed=True)
        return _Rules()

    def _patiently(self, url: str, headers: Mapping[str, str]) -> httpx.Response:
        """Ask once more, after the time that it asks for, where a host is busy."""
        answer = self._once(url, headers)
        for attempt in range(1, self._manners.tries):
            if answer.status_code not in _BUSY:
                break
            wait = _asked_for(answer.headers)
            wait = _FIRST_BREAK * 2**attempt if wait is None else wait
            if wait > self._manners.patience:
                break
            answer.close()
            self._sleep(wait)
            answer = self._once(url, headers)
        return answer

    def _once(self, url: str, headers: Mapping[str, str]) -> httpx.Response:
        parts = urlsplit(url)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        delay = max(self._manners.delay, rules.delay if rules else 0.0)
        passed = time.monotonic() - self._last
        if self._last and passed < delay:
            self._sleep(delay - passed)
        try:
            return self._client.send(self._client.build_request("GET", url, headers=dict(headers)), stream=True)
        finally:
            self._last = time.monotonic()


@dataclass(frozen=True, slots=True)
class _Rules:
    """What robots.txt of one host says to this program."""

    closed: bool = False
    delay: float = 0.0
    parser: RobotFileParser | None = field(default=None, compare=False)

    @classmethod
    def read(cls, data: bytes, agent: str) -> _Rules:
        parser = RobotFileParser()
        parser.parse(data.decode("utf-8", errors="replace").splitlines())
        delay = parser.crawl_delay(agent)
        return cls(delay=min(float(delay or 0), _MOST_CRAWL_DELAY), parser=parser)

    def may(self, agent: str, url: str) -> bool:
        if self.closed:
            return False
        return self.parser is None or self.parser.can_fetch(agent, url)


class _Closing:
    """An answer that is closed at the end of its `with` block."""

    def __init__(self, answer: httpx.Response) -> None:
        self._answer = answer

    def __enter__(self) -> httpx.Response:
        return self._answer

    def __exit__(self, *_: object) -> None:
        self._answer.close()


def _start(answer: httpx.Response, most: int) -> bytes:
    data = b""
    for part in answer.iter_bytes():
        data += part
        if len(data) >= most:
            break
    return data[:most]


def _asked_for(headers: Mapping[str, str]) -> float | None:
    """Return for how many seconds a host asks to be left alone, reckoned from its own clock; None where it does not."""
    told = headers.get("retry-after", "").strip()
    if told.isdigit():
        return float(told)
    try:
        until, now = parsedate_to_datetime(told), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _joined(url: str, location: str) -> str:
    try:
        whole = urljoin(url, location)
        urlsplit(whole)
    except ValueError as error:
        raise NotAllowedError("it is no address of the web") from error
    return whole


def _host(name: str) -> str:
    return name.strip().casefold()


def _place(parts: Any) -> str:
    """Return the host of an address, with its port where it is not the usual one."""
    host = (parts.hostname or "").casefold()
    try:
        return f"{host}:{parts.port}" if parts.port else host
    except ValueError as error:
        raise NotAllowedError("its port is no number") from error


def _client(manners: Manners) -> httpx.Client:
    """Return a client that looks at each address it is about to connect to, after the name was looked up."""
    try:
        import httpcore
        import httpx
    except ImportError as error:
        advice = 'Install it with: pip install "tenderlint[audit]".'
        raise UsageError("fetching needs a package that is not installed.", advice=advice) from error

    class Guarded(httpcore.NetworkBackend):
        """Connects to the very address that was looked at, so that a name cannot mean another one a moment later."""

        def __init__(self) -> None:
            self._plain = httpcore.SyncBackend()

        def connect_tcp(
            self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
            socket_options: Iterable[Any] | None = None,
        ) -> httpcore.NetworkStream:  # fmt: skip
            try:
                place = address_of(host, port, private=manners.private)
            except OSError as error:
                raise httpcore.ConnectError(f"the host {host} is not known") from error
            return self._plain.connect_tcp(place, port, timeout, local_address, socket_options)

        def sleep(self, seconds: float) -> None:
            self._plain.sleep(seconds)

    transport = httpx.HTTPTransport()
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False), max_connections=1, network_backend=Guarded()
    )
    headers = {"User-Agent": manners.agent, "Accept-Encoding": "identity"}
    return httpx.Client(
        transport=transport, headers=headers, timeout=manners.timeout, trust_env=False, follow_redirects=False
    )


def address_of(host: str, port: int, *, private: bool = False) -> str:
    """Return a numeric address of a host. Raises NotAllowedError where any of its addresses is private, and OSError."""
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for each in found:
        if not private and not is_public(str(each)):
            raise NotAllowedError(f"the host {host} has a private address")
    return str(found[0])


def is_public(address: str) -> bool:
    """Say whether a numeric address belongs to the public network; addresses that wrap others are looked into."""
    place = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(place, ipaddress.IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return place.is_global and not place.is_multicast
