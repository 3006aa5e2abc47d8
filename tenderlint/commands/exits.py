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


def of_report(report: Report, fail_on: Severity | None, most: int | None = None) -> int:
    """Return 3 where something was not read or a check crashed, 1 where a problem reaches the bar, otherwise 0.

    More than `most` findings of any weight are a problem too. What was set aside counts for nothing.
    """
    if not report.complete or any(row.outcome is Outcome.ERROR for row in report.checks):
        return UNREAD
    if most is not None and findings(report) > most:
        return PROBLEMS
    if fail_on is None:
        return CLEAN
    return PROBLEMS if any(_counts(row, fail_on) for row in report.checks) else CLEAN


def findings(report: Report) -> int:
    """Return how many findings stand; a failure without any counts as one."""
    failed = [row for row in report.checks if row.outcome is Outcome.FAILED]
    return sum(sum(each.waived is None for each in row.findings) if row.findings else 1 for row in failed)


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
