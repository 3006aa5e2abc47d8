"""Fetching packs: polite, careful, and from no machine but the one that is allowed."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tenderlint.audit.fetch import Tally, document, fetch, pages
from tenderlint.audit.ocds import Link, Sought
from tenderlint.audit.shelf import Shelf
from tenderlint.audit.sources import Document, packs_fetched
from tenderlint.audit.store import Store
from tenderlint.audit.web import Manners, NotAllowedError, Web, address_of, is_public
from tenderlint.errors import UsageError
from tests.audit.portal import PDF, Portal, portal
from tests.conftest import Run

Command = Callable[..., Run]
MOST = 1024 * 1024


@pytest.fixture
def host() -> Iterator[Portal]:
    with portal() as running:
        yield running


@pytest.fixture(autouse=True)
def _nothing_but_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to look up or reach another machine fail the test."""
    looked_up, connect = socket.getaddrinfo, socket.socket.connect

    def look_up(host: Any, *rest: Any, **more: Any) -> Any:
        assert host == "127.0.0.1", f"the name {host} was looked up"
        return looked_up(host, *rest, **more)

    def reach(self: socket.socket, address: Any) -> None:
        assert address[0] == "127.0.0.1", f"{address} was reached for"
        connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", reach)


class Fetching:
    """A fetch from the portal, with the waits that it would have made."""

    def __init__(self, host: Portal, folder: Path, **manners: Any) -> None:
        self.waits: list[float] = []
        self.host = host
        self.shelf = Shelf(folder)
        self.manners = Manners("tenderlint/test", ("127.0.0.1",), **{"delay": 0.0, "private": True, **manners})

    def web(self) -> Web:
        return Web(self.manners, self.waits.append)

    def one(self, name: str, most: int = MOST, **link: str) -> Document:
        with self.web() as web:
            return document(Link(f"{self.host.base}/{name}", **link), web, self.shelf, most)

    def packs(self, *packs: Sought) -> Tally:
        with self.web() as web:
            return fetch(packs, web, self.shelf, MOST, lambda *_: None)


@pytest.fixture
def fetching(host: Portal, tmp_path: Path) -> Fetching:
    return Fetching(host, tmp_path / "into")


def bytes_of(fetching: Fetching, came: Document) -> bytes:
    return fetching.shelf.path(came.digest).read_bytes()


def test_a_document_is_kept_under_its_digest_with_its_name(fetching: Fetching) -> None:
    came = fetching.one("itt.txt")
    assert (came.outcome, came.file) == ("fetched", "itt.txt")
    assert bytes_of(fetching, came) == fetching.host.text


def test_it_says_who_asks(fetching: Fetching) -> None:
    fetching.one("itt.txt")
    assert {headers["user-agent"] for _, headers in fetching.host.asked} == {"tenderlint/test"}


def test_what_has_not_changed_is_not_fetched_again_in_a_later_run(fetching: Fetching) -> None:
    first = fetching.one("itt.txt")
    fetching.shelf = Shelf(fetching.shelf.folder)
    again = fetching.one("itt.txt")
    assert (again.outcome, again.digest) == ("unchanged", first.digest)
    fetching.host.etag, fetching.host.text = '"second"', b"Amended."
    changed = fetching.one("itt.txt")
    assert (changed.outcome, bytes_of(fetching, changed)) == ("fetched", b"Amended.")


def test_what_is_no_longer_kept_is_fetched_anew(fetching: Fetching) -> None:
    fetching.shelf.path(fetching.one("itt.txt").digest).unlink()
    assert fetching.one("itt.txt").outcome == "fetched"


@pytest.mark.parametrize(("name", "wait"), [("busy.pdf", 7.0), ("later.pdf", 30.0)])
def test_a_busy_host_is_left_alone_for_as_long_as_it_asks(fetching: Fetching, name: str, wait: float) -> None:
    assert fetching.one(name).outcome == "fetched"
    assert fetching.waits == [wait]


def test_a_host_that_asks_for_more_than_the_patience_is_not_waited_for(host: Portal, tmp_path: Path) -> None:
    fetching = Fetching(host, tmp_path, patience=5.0)
    came = fetching.one("busy.pdf")
    assert (came.outcome, came.why, fetching.waits) == ("failed", "the host answered 429", [])


def test_a_host_that_stays_busy_is_given_up(fetching: Fetching) -> None:
    fetching.host.busy = 99
    assert fetching.one("busy.pdf").outcome == "failed"
    assert fetching.host.paths().count("/busy.pdf") == 3


def test_requests_are_a_delay_apart(host: Portal, tmp_path: Path) -> None:
    fetching = Fetching(host, tmp_path, delay=50.0)
    fetching.one("itt.txt")
    assert len(fetching.waits) == 1  # after robots.txt
    assert 49 < fetching.waits[0] <= 50


def test_robots_txt_is_asked_once_and_heeded(fetching: Fetching) -> None:
    fetching.host.robots = "User-agent: *\nDisallow: /secret"
    with fetching.web() as web:
        for name in ("itt.txt", "secret.pdf", "itt.txt"):
            came = document(Link(f"{fetching.host.base}/{name}"), web, fetching.shelf, MOST)
            assert (came.outcome == "not allowed") is (name == "secret.pdf")
    assert fetching.host.paths().count("/robots.txt") == 1
    assert "/secret.pdf" not in fetching.host.paths()


def test_a_longer_delay_in_robots_txt_is_heeded(fetching: Fetching) -> None:
    fetching.host.robots = "User-agent: *\nCrawl-delay: 20"
    fetching.one("itt.txt")
    assert 19 < fetching.waits[0] <= 20


def test_what_broke_off_is_gone_on_with_where_it_ended(fetching: Fetching) -> None:
    came = fetching.one("breaks.pdf")
    assert bytes_of(fetching, came) == PDF
    assert [headers.get("range") for headers in fetching.host.headers("/breaks.pdf")] == [None, "bytes=1000-"]
    assert fetching.host.headers("/breaks.pdf")[1]["if-range"] == '"v1"'


def test_what_broke_off_in_one_run_is_gone_on_with_in_the_next(fetching: Fetching) -> None:
    fetching.host.breaks = 3
    assert fetching.one("breaks.pdf").why == "the host broke off"
    came = fetching.one("breaks.pdf")
    assert bytes_of(fetching, came) == PDF
    assert fetching.host.headers("/breaks.pdf")[-1]["range"] == "bytes=3000-"


def test_another_part_than_was_asked_for_is_never_put_behind_the_first(fetching: Fetching) -> None:
    came = fetching.one("other-part.pdf")
    assert bytes_of(fetching, came) == PDF


@pytest.mark.parametrize("name", ["huge.pdf", "endless.pdf"])
def test_a_document_that_is_too_large_is_stopped_whether_its_length_is_told_or_not(
    fetching: Fetching, name: str
) -> None:
    assert fetching.one(name).outcome == "too large"
    assert list((fetching.shelf.folder / "partial").glob("*[!g]")) == []


def test_a_host_that_lies_about_the_type_is_not_believed(fetching: Fetching) -> None:
    came = fetching.one("wrong-type.pdf")
    assert (came.outcome, came.file) == ("fetched", "Terms.exe.pdf")


@pytest.mark.parametrize("name", ["page.pdf", "program.pdf", "nothing.pdf"])
def test_what_is_no_document_is_not_kept(fetching: Fetching, name: str) -> None:
    assert fetching.one(name).outcome == "no document"
    assert [path for path in (fetching.shelf.folder / "files").rglob("*") if path.is_file()] == []


def test_a_page_that_the_source_calls_a_page_is_a_document(fetching: Fetching) -> None:
    assert fetching.one("page.pdf", media_type="text/html").outcome == "fetched"


@pytest.mark.parametrize("name", ["secret.pdf", "form.pdf", "sends-to-login.pdf"])
def test_a_login_is_an_outcome_of_its_own(fetching: Fetching, name: str) -> None:
    assert fetching.one(name).outcome == "behind a login"
    assert not any(path.startswith("/login") for path in fetching.host.paths())


@pytest.mark.parametrize("name", ["gone.pdf", "never.pdf"])
def test_what_is_gone_is_an_outcome_of_its_own(fetching: Fetching, name: str) -> None:
    assert fetching.one(name).outcome == "gone"


def test_a_fault_of_the_host_is_no_login(fetching: Fetching) -> None:
    assert fetching.one("fault.pdf").why == "the host answered 500"


def test_a_document_that_moved_is_found(fetching: Fetching) -> None:
    assert fetching.one("moved.pdf").outcome == "fetched"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("round.pdf", "redirected too often"),
        ("to-metadata.pdf", "169.254.169.254 is not among those allowed"),
        ("to-other.pdf", "other.example is not among those allowed"),
        ("to-file.pdf", "no address of the web"),
    ],
)
def test_a_redirect_leads_nowhere_that_is_not_allowed(fetching: Fetching, name: str, why: str) -> None:
    came = fetching.one(name)
    assert came.outcome == "not allowed"
    assert why in came.why


@pytest.mark.parametrize(
    "url", ["http://x:y@127.0.0.1/a", "ftp://127.0.0.1/a", "http:///a", "http://127.0.0.1:x/a", "http://[::1", ""]
)
def test_an_odd_address_is_refused_without_a_request(fetching: Fetching, url: str) -> None:
    with fetching.web() as web:
        came = document(Link(url), web, fetching.shelf, MOST)
    assert came.outcome in ("not allowed", "failed")
    assert fetching.host.asked == []


def test_a_private_address_is_refused_even_when_its_host_is_allowed(host: Portal, tmp_path: Path) -> None:
    came = Fetching(host, tmp_path, private=False).one("itt.txt")
    assert (came.outcome, came.why) == ("not allowed", "the host 127.0.0.1 has a private address")
    assert host.asked == []


def test_a_name_that_means_a_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 443)) for place in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotAllowedError, match="has a private address"):
        address_of("portal.example", 443)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)
    assert is_public("8.8.8.8")
    assert is_public("2606:4700::1111")


def notice(host: Portal, ocid: str, *names: str) -> dict[str, Any]:
    documents = [{"id": name, "url": f"{host.base}/{name}"} for name in names]
    return {
        "ocid": ocid, "id": ocid, "date": "2026-10-01", "tag": ["tender"],
        "parties": [{"id": "b", "name": "Adur District Council", "roles": ["buyer"]}], "buyer": {"id": "b"},
        "tender": {"title": f"Tender {ocid}", "documents": documents},
    }  # fmt: skip


def test_an_interface_is_read_page_by_page_to_its_end(fetching: Fetching) -> None:
    one, two, three = (notice(fetching.host, ocid) for ocid in "abc")
    fetching.host.notices = [[one, two], [], [three]]
    with fetching.web() as web:
        found = [[pack.ocid for pack in page] for page in pages(web, f"{fetching.host.base}/api", 9)]
        assert found == [["a", "b"], [], ["c"]]
        assert len(list(pages(web, f"{fetching.host.base}/api", 2))) == 2


def test_an_interface_whose_pages_go_round_comes_to_an_end(fetching: Fetching) -> None:
    with fetching.web() as web:
        assert list(pages(web, f"{fetching.host.base}/loop", 99)) == [[]]


def test_an_interface_that_leads_to_another_host_is_not_followed(fetching: Fetching) -> None:
    with fetching.web() as web, pytest.raises(UsageError, match=r"elsewhere\.example is not among those allowed"):
        list(pages(web, f"{fetching.host.base}/away", 9))


def test_packs_become_folders_that_an_audit_finds_with_what_their_notices_say(fetching: Fetching) -> None:
    links = [Link(f"{fetching.host.base}/{name}") for name in ("itt.txt", "wrong-type.pdf", "secret.pdf")]
    tally = fetching.packs(
        Sought("Open", ocid="o", authority="Adur", region="UKJ27", documents=tuple(links), release={"ocid": "o"}),
        Sought("Closed", ocid="c", documents=(links[2], Link(f"{fetching.host.base}/gone.pdf"))),
        Sought("None", ocid="n"),
        Sought("Fault", ocid="f", documents=(Link(f"{fetching.host.base}/fault.pdf"),)),
    )
    assert (tally.packs, tally.closed, tally.failed) == (4, 2, 1)
    found = {pack.name: pack for pack in packs_fetched(str(fetching.shelf.folder))}
    assert sorted(path.name for path in Path(found["Open"].path).iterdir()) == ["Terms.exe.pdf", "itt.txt"]
    assert (found["Open"].authority, found["Open"].region, found["Open"].trouble) == ("Adur", "UKJ27", "")
    assert json.loads(Path(found["Open"].notice).read_text(encoding="utf-8")) == {"ocid": "o"}
    assert found["Closed"].trouble == "not openly accessible: what the notice links to is behind a login or gone"
    assert found["None"].trouble == "not openly accessible: the notice links to no document"
    assert found["Fault"].trouble == "could not be fetched: the host answered 500"
    assert fetching.host.paths().count("/secret.pdf") == 1


def test_a_run_that_is_stopped_leaves_what_was_dealt_with_and_what_was_known(fetching: Fetching) -> None:
    one, two = (Sought(name, ocid=name, documents=(Link(f"{fetching.host.base}/itt.txt"),)) for name in "ab")
    fetching.packs(one)

    def stopped() -> Iterator[Sought]:
        yield two
        raise KeyboardInterrupt

    with fetching.web() as web, pytest.raises(KeyboardInterrupt):
        fetch(stopped(), web, fetching.shelf, MOST, lambda *_: None)
    assert [pack.name for pack in packs_fetched(str(fetching.shelf.folder))] == ["a", "b"]


def test_a_pack_fetched_again_has_the_same_folder_and_only_what_is_there_now(fetching: Fetching) -> None:
    both = tuple(Link(f"{fetching.host.base}/{name}") for name in ("itt.txt", "wrong-type.pdf"))
    fetching.packs(Sought("A", ocid="a", documents=both))
    fetching.packs(Sought("A", ocid="a", documents=both[:1]))
    (pack,) = packs_fetched(str(fetching.shelf.folder))
    assert [path.name for path in Path(pack.path).iterdir()] == ["itt.txt"]


def test_two_files_of_one_name_both_stay(fetching: Fetching) -> None:
    fetching.host.busy = 0
    came = fetching.one("itt.txt")
    names = fetching.shelf.lay_out("p", [("A.pdf", came.digest), ("a.PDF", came.digest), ("con.txt", came.digest)])
    assert names == ["A.pdf", "a (2).PDF", "_con.txt"]


def test_the_command_fetches_a_table_of_packs_and_tells_what_came(
    tenderlint: Command, host: Portal, tmp_path: Path
) -> None:
    table = tmp_path / "packs.csv"
    table.write_text(f"name,address\nA,{host.base}/itt.txt\nB,{host.base}/secret.pdf\n", encoding="utf-8")
    into = tmp_path / "into"
    told = ("--allow", "127.0.0.1", "--delay", "0", "--private-addresses", "--contact", "audit@example.org")
    run = tenderlint("fetch", table, "--into", into, *told)
    assert (run.code, run.err) == (0, "")
    assert "Packs: 2. With documents: 1." in run.out
    assert "Documents: behind a login 1, fetched 1." in run.out
    assert host.asked[0][1]["user-agent"].endswith("(audit@example.org)")


def test_what_was_fetched_is_audited_with_what_the_notices_say(
    tenderlint: Command, host: Portal, tmp_path: Path
) -> None:
    host.notices = [[notice(host, "ocds-1", "itt.txt"), notice(host, "ocds-2", "secret.pdf")]]
    told = ("--allow", "127.0.0.1", "--delay", "0", "--private-addresses")
    assert tenderlint("fetch", f"{host.base}/api", "--into", tmp_path / "into", *told).code == 0
    base = tmp_path / "audit.sqlite"
    assert tenderlint("audit", tmp_path / "into", "--store", base, "--jobs", "1", "--on", "2026-11-22").code == 3
    with Store(base) as opened:
        packs = {pack.ocid: pack for pack in opened.packs()}
    assert packs["ocds-1"].state == "done"
    assert packs["ocds-1"].authority == "Adur District Council"
    assert packs["ocds-2"].reason == "not openly accessible: what the notice links to is behind a login"


def test_the_command_asks_no_host_that_was_not_allowed(tenderlint: Command, host: Portal, tmp_path: Path) -> None:
    run = tenderlint("fetch", f"{host.base}/api", "--into", tmp_path / "into", "--allow", "portal.example")
    assert run.code == 2
    assert "is not among those allowed" in run.err
    assert host.asked == []


def test_the_command_needs_a_host_that_is_allowed(tenderlint: Command, tmp_path: Path) -> None:
    run = tenderlint("fetch", tmp_path, "--into", tmp_path / "into")
    assert run.code == 2
    assert "--allow" in run.err
