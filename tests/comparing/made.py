"""Makes comparisons of small packs, linted with few checks so that they are quick."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

from tenderlint.comparing import compare_packs
from tenderlint.comparing.rows import Comparison
from tenderlint.linting import lint_pack
from tenderlint.registry import Book, load_book
from tenderlint.settings import settings_from
from tenderlint.testing import pack

CHECKS = ["payment-in-30-days", "turnover-cap", "tender-period", "weights-add-up", "placeholders"]
ITT = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting under the Procurement Act 2023. The contract is worth £400,000 in all, without VAT.

The invitation was published on 2 March 2026. Tenders must be returned by 12 noon on 10 April 2026.

## 2 Evaluation

Price 60%. Quality 40%.

## 3 Payment

The Council pays each invoice within 30 days of receiving a valid invoice.

## 4 Turnover

Bidders must have a minimum annual turnover of £500,000.
"""  # noqa: E501 - as a person would type it

Texts = str | Mapping[str, str]


@cache
def book() -> Book:
    """The checks, read once."""
    return load_book()


def compared(old: Texts, new: Texts, commenced: str = "2026-03-02") -> Comparison:
    """Compare two packs whose procurement began on the same day."""
    day = dt.date.fromisoformat(commenced)
    settings = settings_from({"select": CHECKS, "pack": {"commenced": day}})
    packs = [pack(each) for each in (old, new)]
    reports = [lint_pack(each, today=day, settings=settings, book=book()) for each in packs]
    return compare_packs(packs[0], reports[0], packs[1], reports[1])


def changed(**words: str) -> str:
    """Return the invitation with some of its words replaced: `changed(_30_days="45 days")`."""
    text = ITT
    for old, new in words.items():
        old = old.strip("_").replace("_", " ")
        assert old in text, old
        text = text.replace(old, new)
    return text
