"""The answers that a check can give, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Outcome(StrEnum):
    """What a check says of a pack: the names are those of W3C's EARL, with `error` for a check that crashed."""

    INAPPLICABLE = "inapplicable"
    PASSED = "passed"
    CANNOT_TELL = "cantTell"
    FAILED = "failed"
    ERROR = "error"


class Severity(StrEnum):
    """How much a failure weighs: it follows from the strongest authority in force that day."""

    NONE = "none"
    ADVICE = "advice"
    WARNING = "warning"
    ERROR = "error"


class Strength(StrEnum):
    """What stands behind a rule. A setting is the project's own bar and never law."""

    LAW = "law"
    POLICY = "policy"
    GUIDANCE = "guidance"
    PRACTICE = "good practice"
    SETTING = "setting"


_OUTCOMES = tuple(Outcome)
_SEVERITIES = tuple(Severity)
_STRENGTHS = tuple(Strength)
_SEVERITY_OF = {
    Strength.LAW: Severity.ERROR,
    Strength.POLICY: Severity.WARNING,
    Strength.GUIDANCE: Severity.ADVICE,
    Strength.PRACTICE: Severity.ADVICE,
    Strength.SETTING: Severity.ADVICE,
}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the answer that weighs most; no answers at all are inapplicable."""
    return max(outcomes, key=_OUTCOMES.index, default=Outcome.INAPPLICABLE)


def at_least(severity: Severity, bar: Severity) -> bool:
    """Say whether a severity reaches the bar."""
    return _SEVERITIES.index(severity) >= _SEVERITIES.index(bar)


def strongest(strengths: Iterable[Strength]) -> Strength | None:
    """Return the strongest authority, or None when there is none."""
    return min(strengths, key=_STRENGTHS.index, default=None)


def not_stronger(strength: Strength, bar: Strength) -> bool:
    """Say whether an authority is at most as strong as the bar."""
    return _STRENGTHS.index(strength) >= _STRENGTHS.index(bar)


def severity_of(strength: Strength) -> Severity:
    """Return the severity that failing a rule of this strength has: law is an error, policy a warning."""
    return _SEVERITY_OF[strength]
