"""Knows where packs can be had from: files of notices, tables of packs with addresses, folders that were fetched."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tenderlint.audit import ocds
from tenderlint.audit.found import Found
from tenderlint.audit.ocds import Link, Sought
from tenderlint.errors import UsageError

MANIFEST = "packs.jsonl"
"""What a fetch writes beside its packs: one line of JSON for each, which `packs_fetched` reads."""

_COLUMNS = {
    "name": "name", "pack": "name", "title": "name", "address": "address", "url": "address", "link": "address",
    "authority": "authority", "buyer": "authority", "council": "authority", "nation": "nation", "region": "region",
    "service": "service", "cpv": "service", "published": "published", "date": "published", "value": "value",
    "currency": "currency", "ocid": "ocid",
}  # fmt: skip
_TOLD = ("ocid", "authority", "nation", "region", "service", "published", "currency")


@dataclass(frozen=True, slots=True)
class Document:
    """What came of one address: `outcome` is in the words of `fetch.Outcome`, `digest` names the stored bytes."""

    url: str
    outcome: str
    why: str = ""
    file: str = ""
    digest: str = ""


def read_notices(path: Path) -> ocds.Notices:
    """Return the packs that a file of notices names; raises UsageError where it cannot be opened."""
    try:
        return ocds.read(path.read_bytes())
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UsageError(f"cannot be opened: {reason}.", str(path), "Check the path.") from error


def packs_of(source: str) -> tuple[list[Sought], list[tuple[str, str]]]:
    """Return the packs that a file or a folder of files names, and the files that are broken, each with what is wrong.

    A file that ends in .csv is a table of packs; any other is read as notices (OCDS). Raises UsageError where there
    is nothing to read.
    """
    place = Path(source)
    if place.is_dir():
        files = sorted(path for path in place.rglob("*") if path.suffix.casefold() in (".json", ".jsonl", ".ndjson"))
        if not files:
            raise UsageError("holds no files of notices.", source, "They end in .json or .jsonl.")
    elif place.is_file():
        files = [place]
    else:
        raise UsageError("there is no such file or folder.", source, "Check the path.")
    packs: list[Sought] = []
    broken = []
    for path in files:
        if path.suffix.casefold() == ".csv":
            packs += packs_in_table(path)
            continue
        notices = read_notices(path)
        packs += notices.packs
        if notices.trouble:
            broken.append((str(path), notices.trouble))
    return packs, broken


def packs_in_table(path: Path) -> list[Sought]:
    """Return the packs of a CSV file, with a heading; rows with one name, or one OCID, are one pack.

    It has a column "address" (or "url"), which may hold several parted by spaces, and may have name, authority,
    nation, region, service (words or a CPV code), published, value, currency and ocid. Raises UsageError with the
    line where it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise UsageError(f"cannot be read: {reason}.", str(path), "Save it as CSV in UTF-8.") from error
    first = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(), delimiter=max(",;\t", key=first.count))
    try:
        rows = list(reader)
    except csv.Error as error:
        raise UsageError(f"line {reader.line_num}: {error}.", str(path), "Save it as CSV again.") from error
    names = [_COLUMNS.get(" ".join(cell.split()).casefold(), "") for cell in rows[0]] if rows else []
    if "address" not in names:
        raise UsageError("has no column “address”.", str(path), "Its first line names the columns; one is address.")
    told = ((number, row) for number, row in enumerate(rows[1:], 2) if any(row))
    return _joined(_row(dict(zip(names, row, strict=False)), path, number) for number, row in told)


def _row(cells: Mapping[str, str], path: Path, number: int) -> Sought:
    told = {name: " ".join(cells.get(name, "").split()) for name in {*_COLUMNS.values()}}
    links = tuple(Link(address) for address in told["address"].split())
    for link in links:
        if link.url.split(":", 1)[0].casefold() not in ("http", "https"):
            advice = "An address begins with https://."
            raise UsageError(f"line {number}: “{link.url}” is no address of the web.", str(path), advice)
    amount = told["value"].lstrip("£").replace(",", "")
    try:
        value = float(amount) if amount else None
    except ValueError as error:
        advice = "Write a number such as 120000, or leave it empty."
        raise UsageError(f"line {number}: “{told['value']}” is no value.", str(path), advice) from error
    return Sought(
        name=told["name"] or told["ocid"] or f"line {number}", ocid=told["ocid"], authority=told["authority"],
        nation=told["nation"], region=told["region"], service=told["service"], published=told["published"],
        value=value, currency=told["currency"] or ("GBP" if value else ""), documents=links,
    )  # fmt: skip


def _joined(rows: Iterator[Sought]) -> list[Sought]:
    """Put the rows of one pack together: what the first says holds, and the documents are added up."""
    packs: dict[tuple[str, str], Sought] = {}
    for row in rows:
        key = (row.ocid, "") if row.ocid else (row.authority, row.name)
        before = packs.get(key)
        packs[key] = row if before is None else _with(before, row.documents)
    return list(packs.values())


def _with(pack: Sought, links: tuple[Link, ...]) -> Sought:
    return replace(pack, documents=tuple(dict.fromkeys((*pack.documents, *links))))


def manifest_line(pack: Sought, folder: str, notice: str, documents: list[Document], trouble: str) -> str:
    """Return the line of the manifest that tells of a pack; paths are below the folder of the manifest."""
    told = {name: getattr(pack, name) for name in (*_TOLD, "name", "value")}
    came = [asdict(each) for each in documents]
    row = {**told, "folder": folder, "notice": notice, "trouble": trouble, "documents": came}
    return json.dumps(row, ensure_ascii=False) + "\n"


def is_fetched(source: str) -> bool:
    """Say whether a folder was made by a fetch."""
    return (Path(source) / MANIFEST).is_file()


def packs_fetched(source: str) -> Iterator[Found]:
    """Yield the packs of a folder that a fetch made; raises UsageError where its list is broken."""
    place = Path(source)
    advice = "Fetch the packs again."
    try:
        lines = (place / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("the list of fetched packs cannot be read.", str(place / MANIFEST), advice) from error
    for number, line in enumerate(lines, 1):
        try:
            row: dict[str, Any] = json.loads(line)
            told = {name: row[name] for name in (*_TOLD, "name", "value", "trouble")}
            folder, notice = str(row["folder"]), str(row["notice"])
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"line {number} of the list of packs is broken.", str(place / MANIFEST), advice) from error
        yield Found(str(place / folder), folder, source, notice=str(place / notice) if notice else "", **told)
