"""Makes a candidate of a statement's fact: a row of a table speaks louder than a sentence."""

from __future__ import annotations

import re
from typing import TypeVar

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import STATED, TABLED, Candidate
from tenderlint.facts.statements import Statement
from tenderlint.values import Value

T = TypeVar("T", bound=Value)


def candidate(statement: Statement, fact: Fact[T], strength: int | None = None) -> Candidate[T]:
    """Return the fact with what tells for it; `strength` overrides what the statement's own form tells."""
    if strength is None:
        strength = TABLED if statement.passage.row else STATED
    return Candidate(fact, strength, statement.passage.role)


def named(
    statement: Statement, name: str, value: str, match: re.Match[str], sure: Sure = Sure.HIGH
) -> Candidate[str]:
    """Return a candidate for a fact that is a word, quoted about the match."""
    return candidate(statement, statement.fact(name, value, match.start(), match.end(), sure))
