"""Shares in running text: percentages, points and marks, and splits such as "60:40"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tenderlint.facts.numbers import number
from tenderlint.facts.statements import holds_any
from tenderlint.patterns import late_pattern

_WORD = r"(?:a|one) hundred|[a-z]{3,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_PER_CENT = r"(?:%|per ?cent(?:age(?: points?)?)?\b|pct\b)"

_PERCENT = late_pattern(
    rf"(?<![\d.,£$€])(?<!\d/)(?P<number>\d{{1,3}}(?:[.,]\d{{1,2}})?) ?{_PER_CENT}"
    rf"|\b(?P<word>{_WORD})(?: ?\( ?(?P<again>\d{{1,3}}(?:\.\d{{1,2}})?) ?%? ?\))? {_PER_CENT}"
    r"(?: ?\( ?(?P<after>\d{1,3}(?:\.\d{1,2})?) ?% ?\))?",
    re.IGNORECASE,
)
_POINTS = late_pattern(
    r"(?<![\d.,/£$€])(?P<number>\d{1,4}(?:\.\d{1,2})?)"
    r"(?:(?: ?/ ?| out of (?:a (?:maximum|total|possible) (?:of )?)?| of )(?P<of>1,?000|\d{2,3})"
    r"(?: (?:available |possible )?(?P<named>points?|marks))?"
    r"| (?:weighted |available |possible |evaluation )?(?P<unit>points?|marks|pts))\b(?! ?%)"
    r"|\((?:weight|weighting|weighted|worth):? (?P<weight>\d{1,3})\)",
    re.IGNORECASE,
)
_SPLIT = late_pattern(
    r"(?<![\d.,:/£$€-])(?P<first>\d{1,3}(?:\.\d)?) ?%? ?(?P<sign>[:/–-]|to) ?(?P<second>\d{1,3}(?:\.\d)?)"
    r"(?: ?%?(?: ?(?P=sign) ?(?P<third>\d{1,3}(?:\.\d)?)))? ?%?(?![\d:/]|\.\d)"
)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Share:
    """A share that stands from `start` to `end`; `unit` is "%" or "points", `total` what points are out of, if said."""

    value: Decimal
    start: int
    end: int
    unit: str = "%"
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Two or three bare numbers that share a hundred, as in "60:40" or "60/30/10"."""

    values: tuple[Decimal, ...]
    start: int
    end: int


@lru_cache(maxsize=1024)
def percents(text: str) -> tuple[Share, ...]:
    """Return the percentages of a text in order, 0 to 100; "sixty per cent (60%)" is one."""
    if "%" not in text and not holds_any(text.lower(), ("cent", "pct")):
        return ()
    found = []
    for match in _PERCENT.finditer(text):
        digits = match["number"] or match["again"] or match["after"]
        value = number((digits or match["word"]).replace(",", "."))
        if value is not None and value <= _HUNDRED:
            found.append(Share(value, match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=1024)
def points(text: str) -> tuple[Share, ...]:
    """Return the points or marks of a text in order ("30 marks", "15 out of 100", "20/200 points")."""
    found = []
    for match in _POINTS.finditer(text):
        if match["of"] and not match["named"] and "/" in match[0]:
            continue  # 24/7, 2024/25
        total = Decimal(match["of"].replace(",", "")) if match["of"] else None
        value = Decimal(match["number"] or match["weight"])
        if total is None or value <= total:
            found.append(Share(value, match.start(), match.end(), "points", total))
    return tuple(found)


def splits(text: str) -> tuple[Split, ...]:
    """Return the splits of a hundred in a text ("60:40", "40/60", "60%/40%", "60/30/10")."""
    found = []
    for match in _SPLIT.finditer(text):
        values = tuple(Decimal(match[name]) for name in ("first", "second", "third") if match[name])
        if sum(values) == _HUNDRED and all(values):
            found.append(Split(values, match.start(), match.end()))
    return tuple(found)
