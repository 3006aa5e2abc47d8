"""Counts the findings of all packs of a run by check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlint.outcomes import Outcome, Severity

if TYPE_CHECKING:
    from tenderlint.report import Report

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.ADVICE, Severity.NONE)
_HEADS = ("findings", "packs", "waived", "weight", "check")


class Counts:
    """The findings by check: how many stand, in how many packs, and how many were set aside."""

    def __init__(self) -> None:
        self._packs = 0
        self._stand: Counter[tuple[str, Severity]] = Counter()
        self._in_packs: Counter[tuple[str, Severity]] = Counter()
        self._waived: Counter[tuple[str, Severity]] = Counter()
        self._open = 0

    def add(self, report: Report) -> None:
        """Count the findings of one pack; a failure without a place counts as one finding."""
        self._packs += 1
        for row in report.checks:
            self._open += row.outcome is Outcome.CANNOT_TELL
            if row.outcome is not Outcome.FAILED:
                continue
            key = (row.id, row.severity)
            waived = sum(each.waived is not None for each in row.findings)
            stand = len(row.findings) - waived if row.findings else 1
            self._stand[key] += stand
            self._in_packs[key] += stand > 0
            self._waived[key] += waived

    def lines(self) -> Iterator[str]:
        """Yield the table: the heaviest first, then the most frequent."""
        keys = sorted(self._stand, key=lambda key: (_ORDER.index(key[1]), -self._stand[key], key[0]))
        rows = [
            (str(self._stand[key]), str(self._in_packs[key]), str(self._waived[key] or ""), key[1].value, key[0])
            for key in keys
        ]
        packs = f"{self._packs:,} {'pack' if self._packs == 1 else 'packs'}"
        total, waived = sum(self._stand.values()), sum(self._waived.values())
        if rows:
            yield _row(_HEADS)
            yield from map(_row, rows)
        aside = f", {waived:,} set aside" if waived else ""
        yield f"{total:,} {'finding' if total == 1 else 'findings'} in {packs}{aside}; {self._open:,} cannot tell"


def _row(cells: tuple[str, ...]) -> str:
    findings, packs, waived, weight, check = cells
    return f"{findings:>8}  {packs:>5}  {waived:>6}  {weight:<7}  {check}"
