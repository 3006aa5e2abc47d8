"""What a notice says of time: when it came out, until when bids are taken, and how long the contract runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tenderlint.facts.base import Sure
from tenderlint.facts.noticed_page import Said
from tenderlint.facts.noticed_values import length, months, when
from tenderlint.notice import Release, award_day, first_published, is_doubtful, section
from tenderlint.values import When

SELECTION = "selection stage"

_LONGEST = 600  # months
_LOCAL = "the notice gives its hour with a Z, which is read as local time"


def dates(release: Release, staged: bool) -> Iterator[Said]:
    """Yield the steps of the procurement; in a `staged` one the first deadline is that for requests to take part."""
    tender = section(release, "tender")
    issue, label = _issue(release)
    if issue is not None:
        yield Said("issue_date", issue, label)
    earliest = issue.date if issue is not None else dt.date.min
    yield from _deadline(tender.get("expressionOfInterestDeadline"), "Deadline for expressions of interest", SELECTION,
                         earliest)  # fmt: skip
    closes = section(tender, "tenderPeriod").get("endDate")
    yield from _deadline(closes, "Deadline for tenders", SELECTION if staged else "", earliest)
    questions = section(tender, "enquiryPeriod").get("endDate")
    yield from _step("clarification_deadline", questions, "Deadline for questions", "", earliest)
    award = when(award_day(tender), hour=False)
    last = when(closes)
    if award is not None and award.date > earliest and (last is None or award.date >= last.date):
        yield Said("award_date", award, "Award")


def _deadline(value: object, label: str, of: str, earliest: dt.date) -> Iterator[Said]:
    yield from _step("submission_deadline", value, label, of, earliest)


def _step(name: str, value: object, label: str, of: str, earliest: dt.date) -> Iterator[Said]:
    day = when(value)
    if day is not None and day.date >= earliest:
        doubtful = is_doubtful(value)
        yield Said(name, day, label, of=of, sure=Sure.MEDIUM if doubtful else Sure.HIGH, why=_LOCAL if doubtful else "")


def _issue(release: Release) -> tuple[When | None, str]:
    """The day on which the tender notice itself came out: a later release (an award, a change) has a later day."""
    first = when(first_published(release), hour=False)
    own = when(release.get("date"), hour=False)
    if first is not None:
        return first, "Published" if first == own else "Tender notice published"
    tags = release.get("tag")
    return (own, "Published") if isinstance(tags, list) and "tender" in tags else (None, "")


def period(thing: Release, lot: str, of: str) -> Iterator[Said]:
    """Yield when the contract of a tender or a lot starts and ends, how long it runs, and by how much it can grow."""
    contract = section(thing, "contractPeriod")
    start, end = (when(contract.get(name), hour=False) for name in ("startDate", "endDate"))
    if start is not None and end is not None and end.date <= start.date:
        end = None
    if start is not None:
        yield Said("contract_start", start, "Contract starts", lot=lot, of=of)
    if end is not None:
        yield Said("contract_end", end, "Contract ends", lot=lot, of=of)
    lasts = _term(start, end)
    if lasts:
        why = f"from {start} to {end}"
        yield Said("term_initial_months", lasts, "Contract ends", str(end), lot, of, Sure.MEDIUM, why)
    elif (told := length(contract)) is not None:
        yield Said("term_initial_months", told, "Contract lasts", lot=lot, of=of)
    latest = when(contract.get("maxExtentDate"), hour=False)
    if end is not None and latest is not None:
        more = months(end.date + dt.timedelta(days=1), latest.date)
        if 1 <= more <= _LONGEST:
            why = f"from {end} to {latest}"
            yield Said("term_extension_months", more, "Contract ends at the latest", str(latest), lot, of, why=why)


def _term(start: When | None, end: When | None) -> int:
    """The whole months from start to end; 0 where one of them is not told or the time is no term."""
    if start is None or end is None:
        return 0
    found = months(start.date, end.date)
    return found if 1 <= found <= _LONGEST else 0
