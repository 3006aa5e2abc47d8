"""Writes the pages of an audit: static, accessible, searched without a server and readable without a script."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tenderlint.audit import areas
from tenderlint.audit.indicators import LEAST, Figure, Group, figures, views
from tenderlint.audit.outputs_charts import WIDTH, amount, draw, headline
from tenderlint.audit.outputs_rows import Audit, Authority, authorities, check_counts, stage, status
from tenderlint.audit.sight import LINTED, NOT_OPEN, Sight

if TYPE_CHECKING:
    from jinja2 import Environment

A_PAGE = 400
"""So many authorities stand on one page of the list, and so many on a page of a check."""
PACKS_A_PAGE = 50
"""So many packs stand on one page of an authority."""
_WORST = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a long list: its number, of how many, and the addresses of its neighbours ("" for none)."""

    number: int
    of: int
    before: str
    after: str


def pages(audit: Audit) -> Iterator[tuple[str, str]]:
    """Yield each file of the dashboard: its path below the folder, and its text."""
    named = _named(audit)
    counts = check_counts(audit)
    common: dict[str, Any] = {
        "audit": audit, "all": figures(audit.linted), "views": views(audit.linted), "titles": _titles(audit),
    }  # fmt: skip
    yield "style.css", _page("audit/style.css", {})
    yield "search.js", _page("audit/search.js", {})
    yield "search-data.js", _search_data(audit, named)
    yield "search.html", _page("audit/search.html", {**common, "up": ""})
    yield "index.html", _page("audit/overview.html", {**common, "up": "", **_overview(audit, named, counts)})
    for name, (title, groups) in common["views"].items():
        yield f"by-{name}.html", _page("audit/view.html", {**common, "up": "", "title": title, "groups": groups})
    yield from _authority_list(common, named)
    for authority, slug in named:
        yield from _authority_pages(common, authority, slug)
    yield "checks/index.html", _page("audit/checks.html", {**common, "up": "../", "counts": counts})
    for check in audit.checks:
        yield from _check_pages(common, check, counts[check], named)


def _overview(audit: Audit, named: Sequence[tuple[Authority, str]], counts: Mapping[str, Any]) -> dict[str, Any]:
    codes = {authority.area.code for authority, _ in named} - {""}
    asked = {check: found for check, found in counts.items() if found["failed"] + found["passed"] >= LEAST}
    return {
        "packs": len(audit.sights),
        "authorities": sum(authority.area.name != areas.UNKNOWN for authority, _ in named),
        "linted": len(audit.linted),
        "closed": sum(sight.status == NOT_OPEN for sight in audit.sights),
        "troubled": sum(sight.status not in (LINTED, NOT_OPEN) for sight in audit.sights),
        "partly": sum(not sight.complete for sight in audit.linted),
        "listed": areas.listed(),
        "seen": len(codes),
        "no_region": sum(sight.area.region == areas.UNKNOWN for sight in audit.sights),
        "no_authority": sum(sight.area.name == areas.UNKNOWN for sight in audit.sights),
        "worst": sorted(asked, key=lambda check: -asked[check]["failed"])[:_WORST],
        "counts": counts,
    }


def _authority_list(common: Mapping[str, Any], named: Sequence[tuple[Authority, str]]) -> Iterator[tuple[str, str]]:
    for page, part in _parts(named, A_PAGE, "index"):
        content = {**common, "up": "../", "page": page, "named": part, "total": len(named)}
        yield f"authorities/{_file('index', page.number)}", _page("audit/authorities.html", content)


def _authority_pages(common: Mapping[str, Any], authority: Authority, slug: str) -> Iterator[tuple[str, str]]:
    linted = [sight for sight in authority.sights if sight.status == LINTED]
    found = figures(linted)
    for page, part in _parts(authority.sights, PACKS_A_PAGE, slug):
        content = {
            **common, "up": "../", "page": page, "authority": authority, "own": found, "linted": len(linted),
            "sights": part,
        }  # fmt: skip
        yield f"authorities/{_file(slug, page.number)}", _page("audit/authority.html", content)


def _check_pages(
    common: Mapping[str, Any], check: str, counts: Mapping[str, int], named: Sequence[tuple[Authority, str]]
) -> Iterator[tuple[str, str]]:
    rows = []
    for authority, slug in named:
        answers = [sight.answers.get(check, "") for sight in authority.sights]
        failed = answers.count("failed")
        if failed:
            rows.append((authority.area.name, slug, failed, failed + answers.count("passed")))
    for page, part in _parts(rows, A_PAGE, check):
        content = {
            **common, "up": "../", "page": page, "check": check, "counts": counts, "rows": part, "total": len(rows),
        }  # fmt: skip
        yield f"checks/{_file(check, page.number)}", _page("audit/check.html", content)


def _parts(rows: Sequence[Any], most: int, slug: str) -> Iterator[tuple[Page, Sequence[Any]]]:
    """Yield a list in parts, at least one, each with its page."""
    count = max(1, -(-len(rows) // most))
    for number in range(1, count + 1):
        before = _file(slug, number - 1) if number > 1 else ""
        after = _file(slug, number + 1) if number < count else ""
        yield Page(number, count, before, after), rows[(number - 1) * most : number * most]


def _file(slug: str, number: int) -> str:
    return f"{slug}.html" if number == 1 else f"{slug}-page-{number}.html"


def _named(audit: Audit) -> list[tuple[Authority, str]]:
    """Return the authorities with a name of its own for the file of each."""
    taken: set[str] = {"index"}
    named = []
    for authority in authorities(audit.sights):
        plain = unicodedata.normalize("NFKD", authority.area.name).encode("ascii", "ignore").decode().casefold()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "authority"
        slug, count = stem, 1
        while slug in taken:
            count += 1
            slug = f"{stem}-no-{count}"
        taken.add(slug)
        named.append((authority, slug))
    return named


def _titles(audit: Audit) -> dict[str, str]:
    return {name: told.title for name, told in audit.checks.items()}


def _search_data(audit: Audit, named: Sequence[tuple[Authority, str]]) -> str:
    """Return what the search looks through, as a script: a page opened from a disk may not load data otherwise."""
    rows: list[list[str]] = [[told.title, f"checks/{name}.html", "check"] for name, told in audit.checks.items()]
    for authority, slug in named:
        rows.append([authority.area.name, f"authorities/{slug}.html", "authority"])
        for place, sight in enumerate(authority.sights):
            address = f"authorities/{_file(slug, place // PACKS_A_PAGE + 1)}#pack-{sight.key}"
            rows.append([f"{sight.title or sight.name} – {authority.area.name}", address, "pack"])
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
    return f"window.tenderlintPages={text};\n"


def _page(template: str, content: Mapping[str, Any]) -> str:
    from tenderlint.formats.words import clean

    return clean(_environment().get_template(template).render(**content))


@cache
def _environment() -> Environment:
    from tenderlint.formats import html

    environment = html.environment().overlay()
    environment.globals = {
        **environment.globals, "width": WIDTH, "least": LEAST, "draw": draw, "headline": headline, "amount": amount,
        "stage": stage, "status": status, "column": _column, "failings": _failings,
    }  # fmt: skip
    environment.filters = {**environment.filters, "money": _money}
    return environment


def _column(groups: Sequence[Group], place: int) -> list[tuple[str, Figure]]:
    """Return one indicator of every group, with the group's name."""
    return [(group.name, group.figures[place]) for group in groups]


def _failings(sight: Sight) -> list[tuple[str, int]]:
    return sorted(sight.failings.items())


def _money(value: float | None) -> str:
    return "not stated" if value is None else f"£{value:,.0f}"
