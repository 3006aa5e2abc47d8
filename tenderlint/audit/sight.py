"""What an audit keeps in sight of one pack: the few figures that every table and page is made from."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tenderlint.audit import areas
from tenderlint.audit.areas import Area

if TYPE_CHECKING:
    from tenderlint.audit.store import Asked, ChosenFact, PackRow, Store, StoredDocument

LINTED, NOT_LINTED, NOT_OPEN = "linted", "could not be linted", "not openly accessible"

WORDS_A_PAGE = 500
"""What a page of a file without pages is reckoned as. It is the project's own figure, and is told beside the result."""

_BARRIER_AREAS = frozenset({"word", "pdf"})
_FACTS = ("title", "issue_date", "submission_deadline", "term_initial_months")
_NO_MORE = 2**63
_DIVISIONS = {
    "85": "care, health and support", "80": "education and training", "45": "building works",
    "50": "repair and maintenance", "55": "catering and hotels", "60": "transport", "63": "transport",
    "71": "architects and engineers", "72": "computer services", "48": "software", "73": "research",
    "75": "public administration", "77": "grounds and farming", "79": "business and advice", "98": "other services",
    "90": "cleaning, waste and environment", "92": "culture and sport", "66": "finance and insurance",
    "70": "property", "64": "post and telephones", "65": "utilities", "76": "oil and gas services",
    "51": "installation",
}  # fmt: skip
_LAST_GOODS = 44
_KINDS = (
    ("care, health and support",
     r"health\w*|care|carers?|support\w*|advoca\w*|social|wellbeing|therap\w+|disab\w+|homeless\w*"),
    ("education and training", r"school\w*|educat\w+|training|teach\w+|learn\w+|college"),
    ("catering and hotels", r"cater\w*|meals?|food|canteen"),
    ("transport", r"transport|bus|buses|taxi\w*|coach\w*"),
    ("grounds and farming", r"grounds?|grass|trees?|gardens?|landscap\w+|planters?"),
    ("cleaning, waste and environment", r"clean\w*|waste|recycl\w+|refuse"),
    ("computer services", r"software|website|digital|ict|it|computer\w*|data"),
    ("building works", r"construct\w+|build(?:ing)?|works|refurb\w+|roof\w*|demolition|playgrounds?|play areas?"),
    ("repair and maintenance", r"repairs?|maint\w+|servicing"),
    ("business and advice", r"consult\w+|advice|audit\w*|legal|insurance|research|evaluation"),
)
_BY_WORDS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _KINDS)


@dataclass(frozen=True, slots=True)
class Sight:
    """One pack. `days`, `value`, `grade` and `year` are None where the pack does not tell them.

    `answers` holds the outcome of each check, `failings` how many findings stand of each that failed. `why` says why a
    pack was not linted, or was not openly accessible.
    """

    key: str
    name: str
    path: str
    area: Area
    status: str = LINTED
    why: str = ""
    title: str = ""
    kind: str = areas.UNKNOWN
    ocid: str = ""
    notice: str = ""
    regime: str = ""
    value: float | None = None
    currency: str = ""
    months: int | None = None
    issued: str = ""
    deadline: str = ""
    days: int | None = None
    year: int | None = None
    words: int = 0
    pages: float = 0.0
    grade: float | None = None
    barriers: int = 0
    documents: int = 0
    complete: bool = True
    answers: Mapping[str, str] = field(default_factory=dict)
    failings: Mapping[str, int] = field(default_factory=dict)


def sights(store: Store, which: str = "current") -> list[Sight]:
    """Return what is kept in sight of each pack of a store: the "current" ones, or the "last" that an audit saw."""
    outcomes, facts, documents = _Ahead(store.outcomes()), _Ahead(store.facts(*_FACTS)), _Ahead(store.documents())
    return [
        _see(row, outcomes.of(row.id), {fact.name: fact for fact in facts.of(row.id)}, documents.of(row.id))
        for row in store.packs(which)
    ]


class _Ahead:
    """Rows in the order of their packs, given out a pack at a time."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._groups = groupby(rows, key=lambda row: row.pack_id)
        self._pack, self._rows = -1, iter(())

    def of(self, pack: int) -> list[Any]:
        """Return the rows of a pack; those of packs before it are passed over."""
        while self._pack < pack:
            self._pack, self._rows = next(self._groups, (_NO_MORE, iter(())))
        return list(self._rows) if self._pack == pack else []


def _see(
    row: PackRow, outcomes: list[Asked], facts: Mapping[str, ChosenFact], documents: list[StoredDocument]
) -> Sight:
    title = facts["title"].words if "title" in facts else ""
    deadline = str(facts["submission_deadline"].value) if "submission_deadline" in facts else ""
    issued = str(facts["issue_date"].value) if "issue_date" in facts else row.published
    failed = [asked for asked in outcomes if asked.outcome == "failed"]
    return Sight(
        key=str(row.id), name=row.name, path=_below(row.path, row.source), title=title,
        area=areas.find(row.authority, row.region, row.nation), status=_status(row), why=_why(row),
        kind=kind_of(row.service, title), ocid=row.ocid, notice=row.notice, regime=row.regime,
        complete=bool(row.complete),
        value=row.value if row.value and row.currency in ("GBP", "") else None,
        months=_whole(facts["term_initial_months"].value) if "term_initial_months" in facts else None,
        issued=issued[:10], deadline=deadline, days=_days(issued, deadline), year=_year(issued or deadline) or row.year,
        words=row.words, pages=sum(each.pages or each.words / WORDS_A_PAGE for each in documents),
        grade=row.grade, barriers=sum(asked.findings for asked in failed if asked.area in _BARRIER_AREAS),
        documents=row.documents,
        answers={sys.intern(asked.check_id): sys.intern(asked.outcome) for asked in outcomes},
        failings={sys.intern(asked.check_id): asked.findings for asked in failed if asked.findings},
    )  # fmt: skip


def _below(path: str, source: str) -> str:
    """Return where a pack lies below its source: where a source lies on somebody's machine is not for publishing."""
    top = f"{source.rstrip('/')}/"
    return path.removeprefix(top) if path.startswith(top) else path.rpartition("/")[2]


def _status(row: PackRow) -> str:
    if row.state == "done":
        return LINTED
    return NOT_OPEN if row.reason.startswith(NOT_OPEN) else NOT_LINTED


def _why(row: PackRow) -> str:
    return row.reason.removeprefix(NOT_OPEN).lstrip(" :")


def kind_of(service: str, title: str) -> str:
    """Return the kind of service: by the division of a CPV code, as the source words it, or by words of the title."""
    if service[:2].isdigit():
        return _DIVISIONS.get(service[:2], "goods" if int(service[:2]) <= _LAST_GOODS else "other services")
    return service or next((name for name, words in _BY_WORDS if words.search(title)), areas.UNKNOWN)


def _whole(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _days(issued: str, deadline: str) -> int | None:
    """Return the days between; None where a day is missing or the deadline stands before the issue."""
    start, end = _date(issued), _date(deadline)
    return (end - start).days if start and end and end >= start else None


def _year(day: str) -> int | None:
    return int(day[:4]) if day[:4].isdigit() else None
