"""Recognises a published notice in the Open Contracting Data Standard (OCDS) and returns its latest release."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from tenderlint.patterns import late_pattern

Release = dict[str, object]

_MOST_VALUES = 2_000
_MOST_DEPTH = 60
_DEEPEST_PACKAGE = 6  # lists of packages of records of releases
_SECTIONS = frozenset({"tender", "planning", "awards", "contracts", "buyer", "parties"})
_MARKS = frozenset({"ocid", "id", "date", "tag", "initiationType"})


_MARKUP = late_pattern(r"</?[a-zA-Z][^<>]{0,200}>")
_NOTICES = frozenset({"tenderNotice", "contractNotice"})


def load(data: bytes) -> Release | None:
    """Return the notice that some JSON holds, or None where it is no OCDS at all; never raises.

    A release package gives its releases put together, a record package the compiled release. Where there is more than
    one procurement, the first that has a tender is taken.
    """
    found = procurements(data)
    return next((release for release in found if release.get("tender")), found[0] if found else None)


def procurements(data: bytes) -> list[Release]:
    """Return the latest release of each procurement that some JSON, or lines of JSON, hold."""
    loose: list[Release] = []
    compiled: list[Release] = []
    try:
        for value in _values(data):
            for record, releases in _unpacked(value, 0):
                (compiled if record else loose).extend(releases)
    except (RecursionError, ValueError):
        pass  # a line that is no JSON: what stands before it counts
    return [*compiled, *_merged_by_procurement(loose)]


def _values(data: bytes) -> Iterator[object]:
    """Yield the JSON values of a file: one as a rule, several where each stands on a line of its own."""
    text = _decoded(data)
    decoder = json.JSONDecoder()
    at = 0
    for _ in range(_MOST_VALUES):
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if at == len(text):
            return
        value, at = decoder.raw_decode(text, at)
        yield value


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _unpacked(value: object, depth: int) -> Iterator[tuple[bool, list[Release]]]:
    """Yield releases, and whether a record had them compiled already."""
    if depth > _DEEPEST_PACKAGE:
        return
    if isinstance(value, list):
        for item in value[:_MOST_VALUES]:
            yield from _unpacked(item, depth + 1)
    elif not isinstance(value, dict):
        return
    elif isinstance(value.get("records"), list):
        yield from _unpacked(value["records"], depth + 1)
    elif isinstance(value.get("compiledRelease"), dict):
        yield True, [value["compiledRelease"]]
    elif isinstance(value.get("releases"), list):
        yield from _unpacked(value["releases"], depth + 1)
    elif _is_release(value):
        yield False, [value]


def _is_release(value: Release) -> bool:
    """Tell a release from other JSON, and from a mere pointer to one in a record."""
    if "url" in value and not _SECTIONS & value.keys():
        return False
    told = (_SECTIONS | _MARKS) & value.keys()
    return len(told) > 1 and ("ocid" in value or "tag" in value)


def _merged_by_procurement(releases: Iterable[Release]) -> list[Release]:
    groups: dict[str, list[Release]] = {}
    for number, release in enumerate(releases):
        groups.setdefault(str(release.get("ocid") or number), []).append(release)
    return [_merged(group) for group in groups.values()]


def _merged(releases: list[Release]) -> Release:
    """Put the releases of one procurement together, the later over the earlier, as OCDS lays down."""
    whole: Release = {}
    for release in sorted(releases, key=lambda release: str(release.get("date") or "")):
        whole = _over(whole, release, 0)
    return whole


def _over(old: Release, new: Release, depth: int) -> Release:
    if depth > _MOST_DEPTH:
        return new
    whole = dict(old)
    for name, value in new.items():
        before = whole.get(name)
        if value is None:
            whole.pop(name, None)
        elif isinstance(value, dict) and isinstance(before, dict):
            whole[name] = _over(before, value, depth + 1)
        elif isinstance(value, list) and isinstance(before, list):
            whole[name] = _lists(before, value, depth + 1)
        else:
            whole[name] = value
    return whole


def _lists(old: list[object], new: list[object], depth: int) -> list[object]:
    """Join lists of things that have identifiers, thing by thing; any other list is replaced."""
    if not all(isinstance(item, dict) and "id" in item for item in (*old, *new)):
        return new
    things: dict[str, Release] = {}
    for item in (*old, *new):
        if isinstance(item, dict):
            name = str(item["id"])
            things[name] = _over(things[name], item, depth) if name in things else item
    return list(things.values())


def section(thing: Release, name: str) -> Release:
    """Return a part of a release, or an empty one where it is missing or something else."""
    value = thing.get(name)
    return value if isinstance(value, dict) else {}


def sections(thing: Release, name: str) -> list[Release]:
    """Return the parts of a release that stand in a list; what is no part is left out."""
    value = thing.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def words(value: object) -> str:
    """Return a text or a number of a release in one line, markup left out; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_MARKUP.sub(" ", str(value)).split())


def is_size(value: object) -> bool:
    """Say whether a value is a number above zero that can mean something: zero stands for "not told"."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e15


def buyer(release: Release) -> Release:
    """Return the party that buys, or an empty one."""
    number = section(release, "buyer").get("id")
    parties = sections(release, "parties")
    named = next((one for one in parties if one.get("id") == number and number is not None), None)
    return named or next((one for one in parties if "buyer" in str(one.get("roles"))), {})


def first_published(release: Release) -> str:
    """Return when the tender notice came out, as the list of documents has it, or ""."""
    found = [
        words(document.get("datePublished"))
        for document in sections(section(release, "tender"), "documents")
        if str(document.get("documentType")) in _NOTICES
    ]
    return min((each for each in found if each), default="")


def award_day(tender: Release) -> object:
    """Return when the award is decided; a period that begins as the tenders are opened only repeats the opening."""
    award = section(tender, "awardPeriod")
    start = award.get("startDate")
    return award.get("endDate") or (None if start == section(tender, "bidOpening").get("date") else start)


def clock(value: object) -> dt.datetime | None:
    """Return a date and time of a release as they are printed in it, or None.

    Where a notice gives no clock it means the local one; a "Z" as well, which the services write without reckoning.
    """
    if not isinstance(value, str):
        return None
    try:
        return dt.datetime.fromisoformat(value.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def is_doubtful(value: object) -> bool:
    """Say whether a "Z" leaves an hour open: universal and local time differ from March to October."""
    moment = clock(value)
    if moment is None or moment.time() == dt.time() or not str(value).strip().endswith("Z"):
        return False
    return _last_sunday(moment.year, 3) <= moment.date() < _last_sunday(moment.year, 10)


def _last_sunday(year: int, month: int) -> dt.date:
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)
