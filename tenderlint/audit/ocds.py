"""Reads what OCDS notices say of packs: who buys, what, for how much, and where the documents are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tenderlint import notice
from tenderlint.audit.sight import kind_of
from tenderlint.notice import Release, section, sections, words

_LEAST_VALUE = 1  # a penny, and nothing, stand for "not told"
_PAGES_OF_NOTICES = ("notice", "contractsummary", "selectioncriteria")
"""What a document's type ends in where it is the notice itself as a page, or no document at all."""


@dataclass(frozen=True, slots=True)
class Link:
    """A document that a source names: its address, and what the source says of it."""

    url: str
    title: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """A pack that a source names, before anything of it is fetched. `nation` and `region` are as the source has them.

    `release` is the notice whole, or None where the source is no notice.
    """

    name: str
    ocid: str = ""
    authority: str = ""
    nation: str = ""
    region: str = ""
    service: str = ""
    published: str = ""
    value: float | None = None
    currency: str = ""
    documents: tuple[Link, ...] = ()
    release: Release | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Notices:
    """What a file of notices held. `trouble` says what is wrong with it, "" where all of it could be read."""

    packs: tuple[Sought, ...]
    trouble: str = ""


def read(data: bytes) -> Notices:
    """Return the packs that some JSON or JSON Lines name; never raises.

    Where a part is broken, what stands before it counts, and `trouble` names the part.
    """
    found = notice.procurements(data)
    packs = tuple(map(sought, found))
    broken = _broken(data)
    if broken:
        return Notices(packs, broken)
    if packs:
        return Notices(packs)
    empty = b'"releases"' in data or b'"records"' in data
    told = "is a package that holds no release" if empty else "is JSON, but holds no OCDS release or record"
    return Notices((), told)


def _broken(data: bytes) -> str:
    """Return where the JSON ends to be JSON, or ""."""
    if not data.strip():
        return "is empty"
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", errors="replace")
        json.loads(text)
    except RecursionError:
        return "is nested too deeply"
    except ValueError as whole:
        for number, line in enumerate(text.splitlines(), 1):
            try:
                json.loads(line) if line.strip() else None
            except RecursionError:
                return f"is nested too deeply in line {number}"
            except ValueError as error:
                one = number == 1 or text.lstrip()[:1] + text.rstrip()[-1:] in ("{}", "[]")
                return f"is no JSON: {whole if one else f'line {number}: {error}'}"
    return ""


def sought(release: Release) -> Sought:
    """Return the pack that a notice tells of."""
    tender = section(release, "tender")
    buyer = notice.buyer(release)
    name = words(buyer.get("name")) or words(section(release, "buyer").get("name"))
    value, currency = _value(tender)
    return Sought(
        name=words(tender.get("title")) or words(release.get("ocid")) or "notice", ocid=words(release.get("ocid")),
        authority=name, region=_region(buyer), service=_service(tender, words(tender.get("title"))),
        published=notice.first_published(release) or words(release.get("date")), value=value, currency=currency,
        documents=tuple(_documents(release)), release=release,
    )  # fmt: skip


def _region(buyer: Release) -> str:
    """Return the code of the buyer's region. Contracts Finder gives a nation here, which says no more than its name."""
    return words(section(buyer, "address").get("region"))


def _service(tender: Release, title: str) -> str:
    """Return the kind of service: by the CPV code of the whole, or of an item (where newer notices have it)."""
    codes = [section(tender, "classification"), *sections(tender, "additionalClassifications")]
    for item in sections(tender, "items"):
        codes += [section(item, "classification"), *sections(item, "additionalClassifications")]
    told = (words(code.get("id")) for code in codes if words(code.get("scheme")).upper().startswith("CPV"))
    code = next((each for each in told if each[:2].isdigit()), "")
    return kind_of(code, title) if code else ""


def _value(tender: Release) -> tuple[float | None, str]:
    """Return the value with VAT left out where the notice says it, else with it; no value below a pound."""
    value = section(tender, "value")
    for name in ("amount", "amountGross"):
        amount = value.get(name)
        if notice.is_size(amount) and isinstance(amount, int | float) and amount >= _LEAST_VALUE:
            return float(amount), words(value.get("currency"))
    return None, ""


def _documents(release: Release) -> Iterator[Link]:
    """Yield the documents of the tender stage that are more than the notice as a page; each address once."""
    seen = set()
    for where in (section(release, "tender"), section(release, "planning")):
        for document in sections(where, "documents"):
            url, kind = words(document.get("url")), words(document.get("documentType"))
            own = kind.casefold().endswith(_PAGES_OF_NOTICES)
            if url and not own and url not in seen and url.split(":", 1)[0].casefold() in ("http", "https"):
                seen.add(url)
                title = words(document.get("title")) or words(document.get("description"))
                yield Link(url, title, words(document.get("format")))


def next_page(data: bytes) -> str:
    """Return the address of the next page of an interface, or "" on the last: it is the one without the link."""
    try:
        whole: Any = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    links = whole.get("links") if isinstance(whole, dict) else None
    return words(links.get("next")) if isinstance(links, dict) else ""
