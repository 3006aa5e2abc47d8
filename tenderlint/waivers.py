"""Sets aside the findings that somebody has waived, and finds the waivers that have had their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlint.fingerprints import plain
from tenderlint.outcomes import Outcome, Severity, Strength, severity_of, strongest
from tenderlint.report import CheckRow, FindingRow, Report, WaivedBy, Where
from tenderlint.settings import Settings, Waiver
from tenderlint.values import in_words

CHECK = "waivers-in-use"
"""The check whose answer is made here."""
NOWHERE = plain("nowhere in the pack")
_LONG = 5
_ANSWERED = (Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE)


def with_waivers(report: Report, settings: Settings, today: dt.date) -> Report:
    """Return the report with its waived findings marked, and an answer on whether every waiver is still needed.

    A waiver holds until its last day; `today` is the day of the run.
    """
    waivers = [each for each in settings.waivers if not each.pack or each.pack == report.name]
    holding = [each for each in waivers if each.last_day >= today]
    matched: set[int] = set()
    rows = tuple(_waived(row, holding, matched) for row in report.checks)
    troubles = tuple(_troubles(waivers, {row.id: row for row in report.checks}, today, matched))
    return replace(
        report,
        checks=tuple(_answer(row, troubles, len(waivers), settings) if row.id == CHECK else row for row in rows),
    )


def covers(waiver: Waiver, finding: FindingRow) -> bool:
    """Say whether a waiver speaks of a finding: its quote is part of the words found, or of what is told of a gap."""
    quote = plain(waiver.quote)
    if not finding.where.quote:
        return quote == NOWHERE or _holds(plain(finding.message), quote)
    found = plain(finding.where.quote)
    return _holds(found, quote) or (len(found.split()) >= _LONG and _holds(quote, found))


def _holds(words: str, part: str) -> bool:
    return f" {part} " in f" {words} "


def _waived(row: CheckRow, waivers: Sequence[Waiver], matched: set[int]) -> CheckRow:
    """Return the row with the findings marked that waivers of its check speak of."""
    if row.outcome is not Outcome.FAILED:
        return row
    by: dict[int, Waiver] = {}
    for waiver in waivers:
        if waiver.check == row.id:
            spoken = _spoken_of(waiver, row.findings)
            matched.update({id(waiver)} if spoken else ())
            for index in spoken:
                by.setdefault(index, waiver)
    if not by:
        return row
    findings = (_marked(each, by.get(index)) for index, each in enumerate(row.findings))
    return replace(row, findings=tuple(findings))


def _spoken_of(waiver: Waiver, findings: Sequence[FindingRow]) -> list[int]:
    """Return which findings a waiver speaks of; where several quote one sentence, those that name its words."""
    covered = [index for index, each in enumerate(findings) if covers(waiver, each)]
    named = [index for index in covered if _holds(plain(findings[index].message), plain(waiver.quote))]
    said = {findings[index].where for index in named}
    return [index for index in covered if index in named or findings[index].where not in said]


def _marked(finding: FindingRow, waiver: Waiver | None) -> FindingRow:
    if waiver is None:
        return finding
    by = WaivedBy("waiver", waiver.owner, waiver.last_day.isoformat(), waiver.said.file, waiver.said.line)
    return replace(finding, waived=waiver.reason, waived_by=by)


def _troubles(
    waivers: Sequence[Waiver], rows: dict[str, CheckRow], today: dt.date, matched: set[int]
) -> Iterator[FindingRow]:
    for waiver in waivers:
        row = rows.get(waiver.check)
        if row is None or row.outcome not in _ANSWERED or id(waiver) in matched:
            continue
        said = waiver.said
        place = Where(said.file or None, part=f"line {said.line}" if said.line else "", quote=waiver.quote)
        yield FindingRow(_trouble(waiver, row, today), place)


def _trouble(waiver: Waiver, row: CheckRow, today: dt.date) -> str:
    found = row.findings if row.outcome is Outcome.FAILED else ()
    covered = any(covers(waiver, each) for each in found)
    if waiver.last_day < today:
        then = "what it waived counts again" if covered else "nothing of the kind is found any more, so take it out"
        return f"The waiver of {waiver.check} ran out on {in_words(waiver.last_day)}: {then}."
    if found:
        return f"The waiver of {waiver.check} is stale: the check still finds something, but not these words."
    return f"The waiver of {waiver.check} is not used: the check finds nothing any more."


def _answer(row: CheckRow, troubles: tuple[FindingRow, ...], number: int, settings: Settings) -> CheckRow:
    if row.outcome is Outcome.ERROR or not number:
        return row
    if not troubles:
        told = "the one waiver is in use" if number == 1 else f"all {number} waivers are in use"
        return replace(row, outcome=Outcome.PASSED, reason=told, severity=Severity.NONE)
    strength = strongest(Strength(each.strength) for each in row.authorities)
    usual = severity_of(strength) if strength else Severity.ADVICE
    return replace(
        row, outcome=Outcome.FAILED, reason=troubles[0].message, findings=troubles,
        severity=settings.weight(row.id, row.area, usual),
    )  # fmt: skip
