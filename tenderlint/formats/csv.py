"""Writes the report as a table of values (CSV) with a row a finding, to be opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tenderlint.formats import flat
from tenderlint.formats.words import clean, sentence
from tenderlint.outcomes import Outcome
from tenderlint.report import CheckRow, Report, Where

COLUMNS = (
    "pack", "document", "page", "clause", "heading", "check", "answer", "severity", "message", "quote", "fix",
    "set aside", "fingerprint",
)  # fmt: skip
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the letters of the system
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return the table: failures first, the heaviest at the top, then what no check could tell and was not read.

    It is the same for every audience. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.StringIO()
    text.write(_BYTE_ORDER_MARK)
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in _rows(report):
        cells = [_cell(value) for value in row]
        table.writerow(cells + [""] * (len(COLUMNS) - len(cells)))
    return text.getvalue()


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    for problem in flat.problems(report):
        row, finding = problem.check, problem.finding
        told = sentence(finding.message)
        yield (
            report.name, *_place(finding.where), row.id, row.outcome.value, row.severity.value, told,
            finding.where.quote, row.fix, flat.aside(problem), problem.name,
        )  # fmt: skip
    for row in report.checks:
        if row.outcome in (Outcome.CANNOT_TELL, Outcome.ERROR):
            yield (report.name, *_place(_looked_at(row)), row.id, row.outcome.value, "", sentence(row.reason))
    for gap in report.not_read:
        yield (report.name, gap.document, gap.page, "", "", "", "not read", "", sentence(gap.why))


def _looked_at(row: CheckRow) -> Where:
    return row.evidence[0].where if row.evidence else Where()


def _place(where: Where) -> tuple[object, ...]:
    return where.document, where.page, where.clause, " / ".join(where.heading)


def _cell(value: object) -> str:
    text = "" if value is None else clean(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
