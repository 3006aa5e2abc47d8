"""Working days and bank holidays of the parts of the United Kingdom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli

from tenderlint import toml_store
from tenderlint.errors import CardError

ANY = "any"
"""The holidays of every part of the United Kingdom together (Procurement Act 2023, section 123)."""

ELSEWHERE = "outside the United Kingdom"
"""A country whose holidays are not known here: only weekends are counted out."""

_DIVISIONS = {
    "England": "england-and-wales",
    "Wales": "england-and-wales",
    "Scotland": "scotland",
    "Northern Ireland": "northern-ireland",
}
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The bank holidays of each part of the country, and the years for which the table is good."""

    holidays: Mapping[str, frozenset[dt.date]]
    first_year: int
    last_year: int

    @classmethod
    def load(cls, path: Path) -> Calendar:
        """Read the table of bank holidays; raises CardError when it is not well formed."""
        try:
            data = toml_store.loads(path.read_text(encoding="utf-8"))
            table = {name: frozenset(days) for name, days in data["holidays"].items()}
            return cls(table, int(data["first_year"]), int(data["last_year"]))
        except (OSError, tomli.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            raise CardError(f"cannot be read: {error}", path.name) from error

    def knows(self, day: dt.date) -> bool:
        """Say whether the table of holidays covers a day."""
        return self.first_year <= day.year <= self.last_year

    def is_holiday(self, day: dt.date, nation: str = ANY) -> bool:
        """Say whether a day is a bank holiday in a nation; ANY or "" asks for any part of the country."""
        if nation == ELSEWHERE:
            return False
        division = _DIVISIONS.get(nation)
        if division is None:
            return any(day in days for days in self.holidays.values())
        return day in self.holidays[division]

    def is_working_day(self, day: dt.date, nation: str = ANY) -> bool:
        """Say whether a day is neither on a weekend nor a bank holiday."""
        return day.weekday() < 5 and not self.is_holiday(day, nation)

    def working_days(self, start: dt.date, end: dt.date, nation: str = ANY) -> int:
        """Count the working days after `start` up to and with `end`; 0 when `end` is not after `start`."""
        return sum(self.is_working_day(day, nation) for day in _days_after(start, end))

    def nth_working_day(self, first: dt.date, count: int, nation: str = ANY) -> dt.date:
        """Return the `count`-th working day, counting `first` itself when it is one; `count` is 1 or more."""
        day = first
        left = count - self.is_working_day(day, nation)
        while left > 0:
            day += _ONE_DAY
            left -= self.is_working_day(day, nation)
        return day


def _days_after(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    day = start + _ONE_DAY
    while day <= end:
        yield day
        day += _ONE_DAY
