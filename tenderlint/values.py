"""The kinds of value that a fact can have, and how each is written as data and in words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from tenderlint.patterns import late_pattern


@dataclass(frozen=True, slots=True)
class Money:
    """An amount or a range. `least` is None for "up to"; `vat` is "excl", "incl" or "unknown"."""

    least: Decimal | None
    most: Decimal
    currency: str = "GBP"
    vat: str = "unknown"

    def __str__(self) -> str:
        most = amount_in_words(self.most, self.currency)
        if self.least is None:
            return f"up to {most}"
        if self.least != self.most:
            return f"{amount_in_words(self.least, self.currency)} to {most}"
        return most


@dataclass(frozen=True, slots=True)
class When:
    """A day, with the time of day where one is given; local time.

    `day_given` is False where the words name only a month: `date` is then its first day.
    `year_given` is False where the year was taken from elsewhere in the pack.
    `week` is True for "week commencing".
    """

    date: dt.date
    time: dt.time | None = None
    day_given: bool = True
    year_given: bool = True
    week: bool = False

    def __str__(self) -> str:
        if not self.day_given:
            return f"{self.date:%B %Y}"
        start = "week of " if self.week else ""
        day = f"{start}{self.date.day} {self.date:%B %Y}"
        return f"{day}, {self.time:%H:%M}" if self.time else day


@dataclass(frozen=True, slots=True)
class Criterion:
    """One award criterion: weight as printed (None where named without one), parent by name."""

    name: str
    weight: Decimal | None
    parent: str | None = None

    def __str__(self) -> str:
        return self.name if self.weight is None else f"{self.name} {number(self.weight)}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on the length of a bid. `scope` says of what; one of `words`, `pages` and `characters` is given."""

    scope: str
    words: int | None = None
    pages: int | None = None
    characters: int | None = None

    @property
    def size(self) -> tuple[str, int]:
        """The unit and the number of the limit."""
        sizes = {"words": self.words, "pages": self.pages, "characters": self.characters}
        return next(((unit, size) for unit, size in sizes.items() if size is not None), ("pages", 0))

    def __str__(self) -> str:
        unit, number_of = self.size
        size = f"{number_of:,} {unit if number_of != 1 else unit[:-1]}"
        return f"{self.scope}: {size}" if self.scope else size


Value = Money | When | Criterion | Limit | Decimal | int | bool | str | tuple[str, ...]


def number(value: Decimal | int | float) -> str:
    """Write a number as people do: thousands marked, no needless decimals."""
    text = f"{Decimal(str(value)):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_ONE = late_pattern(
    r"(?<![\d.,£$€%/–-])\b1 (?P<of>(?:working|calendar|other|tagged|numbered|running) |(?:Word|PDF) )?"
    r"(?P<things>days|months|years|weeks|hours|minutes|words|letters|files|documents|pages|facts|sentences|questions"
    r"|fields|references|tables|pictures|lots|points|places|rows|clauses|verbs|parts|headings|criteria)\b"
    r"(?P<verb> (?:are|have|were|say|ask|need)\b)?"
)
_ONE_DOES = {"are": "is", "have": "has", "were": "was", "say": "says", "ask": "asks", "need": "needs"}


def one_agrees(text: str) -> str:
    """Put right what a message says of one thing: "1 days" is "1 day", "1 files have" is "1 file has".

    Messages of cards name their things in the plural and are filled in with any number.
    """
    return _ONE.sub(_of_one, text) if "1 " in text else text


def _of_one(match: re.Match[str]) -> str:
    things = match["things"]
    one = "criterion" if things == "criteria" else things.removesuffix("s")
    verb = (match["verb"] or "").strip()
    return f"1 {match['of'] or ''}{one}" + (f" {_ONE_DOES[verb]}" if verb else "")


def amount_in_words(amount: Decimal, currency: str = "GBP") -> str:
    """Write money as people do: "£250,000", "£1.5 million", "$40,000"."""
    sign = {"GBP": "£", "USD": "$", "EUR": "€"}.get(currency, f"{currency} ")
    if amount >= 1_000_000 and amount % 10_000 == 0:
        return f"{sign}{number(amount / 1_000_000)} million"
    if amount != amount.to_integral_value():
        return f"{sign}{amount:,.2f}"
    return f"{sign}{number(amount)}"


def in_words(value: object) -> str:
    """Write any value as the report says it to a person."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal | int | float):
        return number(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    return str(value)


def as_data(value: Value) -> object:
    """Write a value in the form of the report's JSON."""
    match value:
        case Money():
            least = None if value.least is None else _plain(value.least)
            return {"min": least, "max": _plain(value.most), "currency": value.currency, "vat": value.vat}
        case When():
            if not value.day_given:
                return f"{value.date:%Y-%m}"
            return f"{value.date.isoformat()}T{value.time:%H:%M}" if value.time else value.date.isoformat()
        case Criterion():
            weight = None if value.weight is None else _plain(value.weight)
            return {"name": value.name, "weight": weight, "parent": value.parent}
        case Limit():
            unit, size = value.size
            return {"scope": value.scope, unit: size}
        case Decimal():
            return _plain(value)
        case tuple():
            return list(value)
        case _:
            return value


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
