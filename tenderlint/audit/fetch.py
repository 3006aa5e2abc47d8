"""Fetches the documents of packs into folders to be audited, and tells what could not openly be had."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tenderlint.audit import ocds
from tenderlint.audit.ocds import Link, Sought
from tenderlint.audit.shelf import Known, Shelf, file_name
from tenderlint.audit.sight import NOT_OPEN
from tenderlint.audit.sources import MANIFEST, Document, manifest_line
from tenderlint.audit.web import LoginError, NotAllowedError, Web
from tenderlint.errors import UsageError
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    import httpx

Tell = Callable[[str, int], None]

_MOST_PAGE = 64 * 1024 * 1024
_START = 64 * 1024
_PASSWORD = late_pattern(rb"<input\b[^<>]{0,300}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_PAGE = late_pattern(
    rb"\s{0,200}(?:<\?xml[^<>]{0,200}\?>\s{0,200})?(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_RANGE = late_pattern(r"bytes (\d+)-\d+/(?:\d+|\*)")
_SAFE_ENDING = late_pattern(r"\.(pdf|docx?|xlsx?|xlsm|od[ts]|rtf|zip|txt|csv|html?|pptx?)$", re.IGNORECASE)
_NOT_DOCUMENTS = (b"MZ", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b")


class Outcome(StrEnum):
    """What came of an address."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    LOGIN = "behind a login"
    GONE = "gone"
    NOT_ALLOWED = "not allowed"
    TOO_LARGE = "too large"
    NO_DOCUMENT = "no document"
    FAILED = "failed"


_CLOSED = {
    Outcome.LOGIN: "behind a login", Outcome.GONE: "gone", Outcome.NO_DOCUMENT: "a web page, not a document",
}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What came of all packs and addresses. `closed` counts packs that are not openly accessible."""

    packs: int = 0
    closed: int = 0
    failed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    asked: dict[str, Document] = field(default_factory=dict)


def pages(web: Web, url: str, most: int) -> Iterator[list[Sought]]:
    """Yield the packs of each page of an interface that gives OCDS packages, at most so many pages.

    Raises UsageError where the interface does not answer with notices.
    """
    import httpx

    seen: set[str] = set()
    while url and url not in seen and len(seen) < most:
        seen.add(url)
        try:
            with web.ask(url, {"Accept": "application/json"}) as answer:
                if answer.status_code != 200:
                    told = f"the interface answered {answer.status_code}."
                    raise UsageError(told, url, "Try again later, or check the address.")
                data = _whole(answer, url)
        except NotAllowedError as error:
            advice = "Name the host with --allow if you trust it."
            raise UsageError(f"may not be asked: {error}.", url, advice) from error
        except LoginError as error:
            raise UsageError("asks for a login.", url, "Only open interfaces are read.") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise UsageError(f"cannot be reached: {_reason(error)}.", url, "Check the address.") from error
        found = ocds.read(data)
        following = ocds.next_page(data)
        if not found.packs and found.trouble and not following and len(seen) == 1:
            raise UsageError(f"the answer {found.trouble}.", url, "Name an address that gives OCDS packages.")
        yield list(found.packs)
        url = following


def _whole(answer: httpx.Response, url: str) -> bytes:
    data = bytearray()
    for part in answer.iter_bytes():
        data += part
        if len(data) > _MOST_PAGE:
            raise UsageError("the answer is too long.", url, "Ask for fewer notices a page.")
    return bytes(data)


def fetch(packs: Iterable[Sought], web: Web, shelf: Shelf, most: int, tell: Tell) -> Tally:
    """Fetch the documents of packs, each of at most `most` bytes, one after the other; return what came of them.

    The list of packs is written even when the run is stopped: it then holds those that were dealt with, and those of
    an earlier run.
    """
    tally = Tally()
    lines = _earlier(shelf.folder / MANIFEST)
    try:
        for pack in packs:
            tell(pack.name, tally.packs + 1)
            name = _folder_name(pack)
            lines[name] = _pack(pack, name, web, shelf, most, tally)
    finally:
        shelf.write(MANIFEST, "".join(lines.values()))
    return tally


def _earlier(manifest: Path) -> dict[str, str]:
    lines = {}
    if manifest.is_file():
        for line in manifest.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True):
            try:
                lines[str(json.loads(line)["folder"]).rpartition("/")[2]] = line
            except (ValueError, KeyError, TypeError):
                continue
    return lines


def _pack(pack: Sought, name: str, web: Web, shelf: Shelf, most: int, tally: Tally) -> str:
    """Fetch one pack and return its line of the list."""
    documents, files = [], []
    for link in pack.documents:
        came = tally.asked.get(link.url)
        if came is None:
            came = tally.asked[link.url] = document(link, web, shelf, most)
            tally.outcomes[came.outcome] += 1
        documents.append(came)
        if came.digest:
            files.append((came.file, came.digest))
    shelf.lay_out(name, files)
    notice = ""
    if pack.release is not None:
        notice = f"notices/{name}.json"
        shelf.write(notice, json.dumps(pack.release, ensure_ascii=False))
    trouble = "" if files else _trouble(documents)
    tally.packs += 1
    tally.closed += trouble.startswith(NOT_OPEN)
    tally.failed += bool(trouble) and not trouble.startswith(NOT_OPEN)
    return manifest_line(pack, f"packs/{name}", notice, documents, trouble)


def _trouble(documents: list[Document]) -> str:
    """Return why a pack has no document."""
    if not documents:
        return f"{NOT_OPEN}: the notice links to no document"
    found = {each.outcome for each in documents}
    if found <= {str(each) for each in _CLOSED}:
        told = " or ".join(word for outcome, word in _CLOSED.items() if outcome in found)
        return f"{NOT_OPEN}: what the notice links to is {told}"
    first = next(each for each in documents if each.outcome not in (Outcome.LOGIN, Outcome.GONE))
    return f"could not be fetched: {first.why or first.outcome}"


def _folder_name(pack: Sought) -> str:
    """Return the same name for the same pack in every run."""
    identity = pack.ocid or f"{pack.authority}\n{pack.name}"
    plain = re.sub(r"[^a-z0-9]+", "-", pack.name.casefold()).strip("-")[:50].strip("-")
    return f"{plain or 'pack'}-{blake2b(identity.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"


def document(link: Link, web: Web, shelf: Shelf, most: int) -> Document:
    """Fetch one document, unless it has not changed; go on where an earlier try broke off. Never raises for a host."""
    import httpx

    tries = web.tries
    for attempt in range(1, tries + 1):
        try:
            return _once(link, web, shelf, most)
        except NotAllowedError as error:
            return Document(link.url, Outcome.NOT_ALLOWED, str(error))
        except LoginError:
            return Document(link.url, Outcome.LOGIN, "it leads to a page where one has to sign in")
        except httpx.InvalidURL:
            return Document(link.url, Outcome.FAILED, "it is no address of the web")
        except (httpx.HTTPError, _AgainError) as error:
            if attempt == tries:
                return Document(link.url, Outcome.FAILED, _reason(error))
    raise AssertionError("a fetch has at least one try")


class _AgainError(Exception):
    """The answer did not fit what came before: begin again."""


def _reason(error: Exception) -> str:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return "the host did not answer in time"
    if isinstance(error, httpx.ConnectError):
        return "the host cannot be reached"
    return "the host broke off" if isinstance(error, httpx.HTTPError) else str(error)


def _once(link: Link, web: Web, shelf: Shelf, most: int) -> Document:
    known, part = shelf.known(link.url), shelf.partial(link.url)
    asked = _headers(known, part)
    with web.ask(link.url, asked) as answer:
        if answer.status_code == 304 and known is not None:
            return Document(link.url, Outcome.UNCHANGED, file=known.name, digest=known.digest)
        refused = _refusal(answer)
        if refused is not None:
            return Document(link.url, refused[0], refused[1])
        if answer.status_code == 416:
            part.unlink(missing_ok=True)
            raise _AgainError("the host does not know how long its file is")
        if not _take(answer, part, most):
            part.unlink(missing_ok=True)
            return Document(link.url, Outcome.TOO_LARGE, f"it is larger than {most / 1024**2:,.0f} MB")
        return _kept(link, answer.headers, str(answer.url), part, shelf)


def _headers(known: Known | None, part: Path) -> dict[str, str]:
    """Return what to ask for: the rest of what broke off, or the whole if it has changed."""
    validator = part.with_suffix(".tag")
    if part.is_file() and part.stat().st_size and validator.is_file():
        told = validator.read_text(encoding="utf-8")
        if told:
            return {"Range": f"bytes={part.stat().st_size}-", "If-Range": told}
    if known is None:
        return {}
    wishes = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in wishes.items() if value}


def _refusal(answer: httpx.Response) -> tuple[Outcome, str] | None:
    status = answer.status_code
    if status in (401, 403, 407):
        return Outcome.LOGIN, f"the host answered {status}: it wants to know who asks"
    if status in (404, 410):
        return Outcome.GONE, f"the host answered {status}: there is no such document"
    if status not in (200, 206, 416):
        return Outcome.FAILED, f"the host answered {status}"
    return None


def _take(answer: httpx.Response, part: Path, most: int) -> bool:
    """Write the body behind what is there already, where it is the rest of it; say whether it is small enough."""
    start = 0
    if answer.status_code == 206:
        told = _RANGE.fullmatch(answer.headers.get("content-range", ""))
        start = int(told[1]) if told else -1
        if not part.is_file() or start != part.stat().st_size:
            part.unlink(missing_ok=True)
            raise _AgainError("the host sent another part than was asked for")
    declared = answer.headers.get("content-length", "")
    if declared.isdigit() and start + int(declared) > most:
        return False
    etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
    whole_bytes = "content-encoding" not in answer.headers and answer.headers.get("accept-ranges") != "none"
    validator = (etag if not etag.startswith("W/") else "") or modified
    part.with_suffix(".tag").write_text(validator if whole_bytes else "", encoding="utf-8")
    with part.open("ab" if start else "wb") as file:
        for data in answer.iter_bytes():
            file.write(data)
            start += len(data)
            if start > most:
                return False
    return True


def _kept(link: Link, headers: Mapping[str, str], url: str, part: Path, shelf: Shelf) -> Document:
    """Keep what came, unless it is no document after all."""
    with part.open("rb") as file:
        start = file.read(_START)
    name = _name(link, headers, url)
    wrong = _no_document(start, name, link)
    part.with_suffix(".tag").unlink(missing_ok=True)
    if wrong is not None:
        part.unlink(missing_ok=True)
        return Document(link.url, wrong[0], wrong[1])
    name = file_name(_with_ending(name, start, part))
    known = shelf.keep(part, link.url, name, headers.get("etag", ""), headers.get("last-modified", ""))
    return Document(link.url, Outcome.FETCHED, file=known.name, digest=known.digest)


def _no_document(start: bytes, name: str, link: Link) -> tuple[Outcome, str] | None:
    """Return what came instead of a document, judged by its bytes: what the host says of them may be untrue."""
    if not start:
        return Outcome.NO_DOCUMENT, "the host sent nothing"
    if start.startswith(_NOT_DOCUMENTS):
        return Outcome.NO_DOCUMENT, "it is a picture, a program or an archive that is not read"
    if not _PAGE.match(start.removeprefix(b"\xef\xbb\xbf")):
        return None
    if _PASSWORD.search(start):
        return Outcome.LOGIN, "a page came where one has to sign in"
    ending = _SAFE_ENDING.search(name)
    page = "html" in link.media_type.casefold() or (ending is not None and ending[1].casefold().startswith("htm"))
    return None if page else (Outcome.NO_DOCUMENT, "a web page came instead of the document")


def _name(link: Link, headers: Mapping[str, str], url: str) -> str:
    """Return what the file is called: by the host, by its address, or by the source."""
    message = Message()
    message["content-disposition"] = headers.get("content-disposition", "")
    told = message.get_filename()
    if told:
        return told
    last = unquote(urlsplit(url).path.rpartition("/")[2])
    return last if _SAFE_ENDING.search(last) else (link.title[:80] or last or "document")


def _with_ending(name: str, start: bytes, part: Path) -> str:
    """Return the name with the ending that goes with the bytes."""
    if b"%PDF-" in start[:1024]:
        ending = ".pdf"
    elif start.startswith(b"PK\x03\x04"):
        ending = _ending_of_zip(part)
    elif start.startswith(b"\xd0\xcf\x11\xe0"):
        ending = ".xls" if name.casefold().endswith(".xls") else ".doc"
    elif start.startswith(b"{\\rtf"):
        ending = ".rtf"
    elif _PAGE.match(start):
        ending = ".html"
    else:
        ending = ".csv" if name.casefold().endswith(".csv") else ".txt"
    return _SAFE_ENDING.sub("", name) + ending


def _ending_of_zip(part: Path) -> str:
    try:
        with zipfile.ZipFile(part) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                kind = archive.read("mimetype")[:60]
                return ".ods" if b"spreadsheet" in kind else ".odt"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ".zip"
    for folder, ending in (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx")):
        if any(name.startswith(folder) for name in names):
            return ending
    return ".zip"
