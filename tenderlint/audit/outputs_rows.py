"""The rows of an audit: one for each authority, each pack, each finding and each figure, for every kind of file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.audit import areas
from tenderlint.audit.areas import Area
from tenderlint.audit.indicators import INDICATORS, Figure, by, figures, views
from tenderlint.audit.sight import LINTED, Sight, sights

if TYPE_CHECKING:
    from tenderlint.audit.store import Store, StoredFinding

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]

NO_PACK = "no pack seen"


@dataclass(frozen=True, slots=True)
class CheckTold:
    """What the pages tell of a check: its title, its area and why it matters."""

    title: str
    area: str
    why: str
    fix: str


@dataclass(frozen=True)
class Audit:
    """A whole audit in sight. `findings` yields every finding anew each time it is asked, a pack at a time."""

    sights: Sequence[Sight]
    findings: Callable[[], Iterable[StoredFinding]]
    checks: Mapping[str, CheckTold] = field(default_factory=dict)
    day: str = ""
    version: str = ""

    @property
    def linted(self) -> list[Sight]:
        """The packs that have a report."""
        return [sight for sight in self.sights if sight.status == LINTED]


def audit_of(store: Store, which: str = "current") -> Audit:
    """Return the audit that a store holds; what the cards say is taken from the newest report."""
    seen = sights(store, which)
    audits = store.audits()
    return Audit(
        seen, store.findings, _told(store, seen), audits[-1].day if audits else "", audits[-1].version if audits else ""
    )


def _told(store: Store, seen: Sequence[Sight]) -> dict[str, CheckTold]:
    """Return what the cards say of each check that any pack was asked."""
    told: dict[str, CheckTold] = {}
    wanted = {name for sight in seen for name in sight.answers}
    for sight in reversed(seen):
        if wanted <= told.keys():
            break
        if sight.answers.keys() - told.keys():
            for row in (store.report(int(sight.key)) or {"checks": ()})["checks"]:
                told.setdefault(row["id"], CheckTold(row["title"], row["area"], row["why"], row["fix"]))
    return dict(sorted(told.items(), key=lambda item: (item[1].area, item[0])))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the names of its columns, and what gives its rows anew each time."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority with its packs, the latest first. `area` is as the list has it, where the list has it."""

    area: Area
    sights: tuple[Sight, ...]


def authorities(sights: Iterable[Sight]) -> list[Authority]:
    """Return every authority that has a pack, by name: never by how well it did."""
    found: dict[str, list[Sight]] = {}
    for sight in sights:
        found.setdefault(sight.area.key, []).append(sight)
    named = [Authority(_fullest(group), tuple(sorted(group, key=_newest, reverse=True))) for group in found.values()]
    return sorted(named, key=lambda each: (each.area.name == areas.UNKNOWN, each.area.name.casefold()))


def _newest(sight: Sight) -> tuple[str, int]:
    return sight.issued or sight.deadline, int(sight.key)


def _fullest(group: Sequence[Sight]) -> Area:
    """Return the area that tells most: one pack of an authority may give a region where another gives none."""
    found = (sight.area for sight in group)
    return min(found, key=lambda area: (area.region == areas.UNKNOWN, area.name.isupper(), area.name))


def status(sight: Sight) -> str:
    """Return how the pack fared, in words."""
    if sight.status != LINTED:
        return f"{sight.status}: {sight.why}" if sight.why else sight.status
    return LINTED if sight.complete else f"{LINTED}, not everything could be read"


def stage(sight: Sight, day: str) -> str:
    """Return the stage of the procurement on the day of the audit (ISO), by its own days."""
    if _is_day(sight.issued) and sight.issued > day:
        return "not yet issued"
    if not _is_day(sight.deadline[:10]):
        return "not known"
    return "deadline has passed" if sight.deadline[:10] < day else "open for tenders"


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def tables(audit: Audit) -> tuple[Table, ...]:
    """Return the tables of an audit."""
    return (
        Table("authorities", "Authorities", _AUTHORITY, lambda: _authority_rows(audit)),
        Table("packs", "Packs", _PACK, lambda: _pack_rows(audit)),
        Table("findings", "Findings", _FINDING, lambda: finding_rows(audit)),
        Table("figures", "Figures by group", _FIGURE, lambda: figure_rows(audit)),
        Table("checks", "Checks", _CHECK, lambda: _check_rows(audit)),
    )


_AUTHORITY = (
    "authority", "code", "nation", "region", "kind", "packs", "contract", "stage", "value_gbp", "status", "deadline",
    "days_given", "complaints_form", "feedback_form", "formats_offered", "pack",
)  # fmt: skip


def _authority_rows(audit: Audit) -> Iterator[Row]:
    seen = set()
    for authority in authorities(audit.sights):
        area, latest = authority.area, authority.sights[0]
        seen.add(area.code)
        yield (
            area.name, area.code, area.nation, area.region, area.kind, len(authority.sights), latest.title,
            stage(latest, audit.day), _round(latest.value), status(latest), latest.deadline, latest.days,
            *(latest.answers.get(check, "") for check in ("complaints-form", "evaluation-feedback-form",
                                                          "accessible-formats")), latest.key,
        )  # fmt: skip
    for area in areas.all_listed():
        if area.code not in seen:
            yield (area.name, area.code, area.nation, area.region, area.kind, 0, "", "", None, NO_PACK, "", None,
                   "", "", "", "")  # fmt: skip


_PACK = (
    "pack", "name", "path", "status", "authority", "code", "nation", "region", "title", "kind_of_service", "stage",
    "value_gbp", "term_months", "issued", "deadline", "regime", "documents", "words", "pages",
    *(indicator.key.replace("-", "_") for indicator in INDICATORS), "checks_failed", "findings",
)  # fmt: skip


def _pack_rows(audit: Audit) -> Iterator[Row]:
    for sight in audit.sights:
        area = sight.area
        yield (
            sight.key, sight.name, sight.path, status(sight), area.name, area.code, area.nation, area.region,
            sight.title, sight.kind, stage(sight, audit.day), _round(sight.value), sight.months, sight.issued,
            sight.deadline, sight.regime, sight.documents, sight.words, _round(sight.pages),
            *map(_round, (indicator.of(sight) for indicator in INDICATORS)),
            len(sight.failings), sum(sight.failings.values()),
        )  # fmt: skip


def _round(value: Cell) -> Cell:
    if not isinstance(value, float):
        return value
    return int(value) if value == int(value) else round(value, 2)


_FINDING = (
    "pack", "authority", "check", "area", "severity", "message", "document", "page", "place", "quote", "fingerprint",
    "set_aside",
)  # fmt: skip


def finding_rows(audit: Audit) -> Iterator[Row]:
    """Yield every finding of every pack, a pack at a time."""
    names = {sight.key: sight.area.name for sight in audit.sights}
    for found in audit.findings():
        key = str(found.pack_id)
        if key in names:
            yield (
                key, names[key], found.check_id, found.area, found.severity, found.message, found.document, found.page,
                found.place, found.quote, found.fingerprint, found.waived,
            )  # fmt: skip


_FIGURE = (
    "view", "group", "indicator", "unit", "packs", "assessed", "yes", "percent", "least", "lower_quarter", "median",
    "upper_quarter", "most", "mean", "note",
)  # fmt: skip


def figure_rows(audit: Audit) -> Iterator[Row]:
    """Yield each indicator for all packs, and for each group of each view."""
    yield from _group_rows("all", "all packs", figures(audit.linted))
    for name, (_, groups) in views(audit.linted).items():
        for group in groups:
            yield from _group_rows(name, group.name, group.figures)
    for group in by(audit.linted, lambda sight: sight.area.key):
        listed = areas.listed_name(group.name)
        yield from _group_rows("authority", f"{listed} ({group.name})" if listed else group.name, group.figures)


def _group_rows(view: str, group: str, found: Iterable[Figure]) -> Iterator[Row]:
    for each in found:
        spread = each.spread
        numbers = (spread.least, spread.lower, spread.median, spread.upper, spread.most, spread.mean) if spread else ()
        yield (
            view, group, each.indicator.key, each.indicator.unit or "share", each.packs, each.assessed, each.yes,
            _round(each.percent), *(map(_round, numbers) if numbers else (None,) * 6),
            "too few to show" if each.few else "",
        )  # fmt: skip


_CHECK = ("check", "title", "area", "packs", "failed", "passed", "cannot_tell", "does_not_apply", "crashed")
OUTCOMES = ("failed", "passed", "cantTell", "inapplicable", "error")


def check_counts(audit: Audit) -> dict[str, dict[str, int]]:
    """Return how many packs gave each answer to each check."""
    counts = {name: dict.fromkeys(OUTCOMES, 0) for name in audit.checks}
    for sight in audit.linted:
        for name, outcome in sight.answers.items():
            counts[name][outcome] += 1
    return counts


def _check_rows(audit: Audit) -> Iterator[Row]:
    for name, counts in check_counts(audit).items():
        told = audit.checks[name]
        yield (name, told.title, told.area, sum(counts.values()), *(counts[each] for each in OUTCOMES))
