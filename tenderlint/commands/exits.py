"""The exit codes: what a report, or an error, makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlint.errors import SettingsError, TenderlintError, UsageError
from tenderlint.outcomes import Outcome, Severity, at_least

if TYPE_CHECKING:
    from tenderlint.report import CheckRow, Report

CLEAN, PROBLEMS, USAGE, UNREAD = 0, 1, 2, 3


def bar(name: str) -> Severity | None:
    """Return the severity that `--fail-on` names; None for "never"."""
    return None if name == "never" else Severity(name)


def of_report(report: Report, fail_on: Severity | None) -> int:
    """Return 3 where something was not read or a check crashed, 1 where a problem reaches the bar, otherwise 0."""
    if not report.complete or any(row.outcome is Outcome.ERROR for row in report.checks):
        return UNREAD
    if fail_on is None:
        return CLEAN
    return PROBLEMS if any(_counts(row, fail_on) for row in report.checks) else CLEAN


def code_of(error: TenderlintError) -> int:
    """Return the exit code that goes with an error of a whole pack."""
    return USAGE if isinstance(error, UsageError | SettingsError) else UNREAD


def worse(one: int, other: int) -> int:
    """Return the code that wins when a run has both: what was not read outweighs what was found."""
    return max(one, other)


def _counts(row: CheckRow, fail_on: Severity) -> bool:
    if row.outcome is not Outcome.FAILED or not at_least(row.severity, fail_on):
        return False
    return not row.findings or any(finding.waived is None for finding in row.findings)
