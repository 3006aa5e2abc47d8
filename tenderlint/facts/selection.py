"""What bidders must show of their finances: the lowest turnover, the years of accounts, and whether audited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tenderlint.facts.accounts import audited, years
from tenderlint.facts.base import Fact
from tenderlint.facts.choose import choose
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import statements
from tenderlint.facts.turnover import turnover

_FINANCES = (
    "turnover", "turned over", "turn-over", "turn over", "turns over", "turning over", "sales", "accounts",
    "financial statement", "audited", "balance sheet", "profit and loss",
)  # fmt: skip


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the turnover asked for in pounds, the years of accounts, and whether they must be audited."""
    money = list(statements(reading.passages.having(*_FINANCES)))
    return {
        "minimum_turnover": choose(each for statement in money for each in turnover(statement)),
        "accounts_years": choose(each for statement in money for each in years(statement)),
        "audited_accounts_required": choose(each for statement in money for each in audited(statement)),
    }
