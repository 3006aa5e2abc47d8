"""The law as data: which figure holds under which regime on which day, and where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import tomli

from tenderlint import toml_store
from tenderlint.errors import CardError

_FIGURE_KEYS = {"name", "regime", "from", "until", "value", "unit", "source", "url", "note", "confidence"}
_REGIME_KEYS = {"id", "title", "short", "from", "until", "nations", "note", "url", "special"}


class NoFigureError(LookupError):
    """The law has no such figure under this regime on this day."""


@dataclass(frozen=True, slots=True)
class Regime:
    """A body of procurement law and the days on which procurements commence under it.

    A `special` regime holds for some services only and is never assumed from the day alone.
    """

    id: str
    title: str
    short: str
    start: dt.date
    end: dt.date | None
    nations: tuple[str, ...]
    url: str = ""
    special: bool = False

    def holds(self, day: dt.date, nation: str) -> bool:
        """Say whether a procurement that commences on `day` in `nation` falls under it."""
        return self.start <= day and (self.end is None or day <= self.end) and nation in self.nations


@dataclass(frozen=True, slots=True)
class Figure:
    """One legal figure with its source. `regime` "" holds under every regime.

    `confidence` is "confirmed" (read in the law itself), "secondary" (read only in another's words), "derived"
    (worked out) or "doubtful" (not yet confirmed).
    """

    name: str
    regime: str
    start: dt.date | None
    end: dt.date | None
    value: Decimal
    unit: str
    source: str
    url: str = ""
    note: str = ""
    confidence: str = "confirmed"

    def holds(self, regime: str, day: dt.date) -> bool:
        """Say whether the figure is in force under `regime` on `day`."""
        if self.regime and self.regime != regime:
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class LawBook:
    """Everything in `checks/law.toml`."""

    regimes: tuple[Regime, ...]
    figures: tuple[Figure, ...]

    @classmethod
    def load(cls, path: Path) -> LawBook:
        """Read the law file; raises CardError that names the entry that is wrong."""
        try:
            data = toml_store.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomli.TOMLDecodeError) as error:
            raise CardError(f"cannot be read: {error}", path.name) from error
        regimes = tuple(_regime(entry, path.name) for entry in data.get("regime", []))
        figures = tuple(_figure(entry, path.name) for entry in data.get("figure", []))
        return cls(regimes, figures)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures of each name."""
        names: dict[str, list[Figure]] = {}
        for figure in self.figures:
            names.setdefault(figure.name, []).append(figure)
        return {name: tuple(figures) for name, figures in names.items()}

    def regime(self, regime_id: str) -> Regime:
        """Return the regime with this id; raises KeyError."""
        return next(regime for regime in self.regimes if regime.id == regime_id)

    def on(self, regime: str, day: dt.date) -> Law:
        """Return the law of one regime on one day."""
        return Law(self, regime, day)


@dataclass(frozen=True, slots=True)
class Law:
    """The figures in force under one regime on one day."""

    book: LawBook
    regime: str
    day: dt.date

    def find(self, name: str) -> Figure | None:
        """Return the figure of this name that is in force, with its source, or None."""
        figures = [figure for figure in self.book.by_name.get(name, ()) if figure.holds(self.regime, self.day)]
        return figures[-1] if figures else None

    def figure(self, name: str) -> Decimal:
        """Return the value in force; raises NoFigureError, which the engine turns into cannotTell."""
        found = self.find(name)
        if found is None:
            raise NoFigureError(name)
        return found.value


def _figure(entry: dict[str, object], where: str) -> Figure:
    _refuse_unknown(entry, _FIGURE_KEYS, where)
    missing = {"name", "value", "source"} - entry.keys()
    if missing:
        raise CardError(f"the figure {entry.get('name', entry)} lacks {', '.join(sorted(missing))}", where)
    return Figure(
        str(entry["name"]), str(entry.get("regime", "")), _day(entry.get("from")), _day(entry.get("until")),
        Decimal(str(entry["value"])), str(entry.get("unit", "")), str(entry["source"]), str(entry.get("url", "")),
        str(entry.get("note", "")), str(entry.get("confidence", "confirmed")),
    )  # fmt: skip


def _regime(entry: dict[str, object], where: str) -> Regime:
    _refuse_unknown(entry, _REGIME_KEYS, where)
    start, nations = _day(entry.get("from")), entry.get("nations")
    if start is None or not isinstance(nations, list):
        raise CardError(f"the regime {entry.get('id', entry)} lacks from or nations", where)
    return Regime(
        str(entry["id"]), str(entry["title"]), str(entry["short"]), start, _day(entry.get("until")),
        tuple(str(nation) for nation in nations), str(entry.get("url", "")),
        bool(entry.get("special", False)),
    )  # fmt: skip


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def _refuse_unknown(entry: dict[str, object], known: set[str], where: str) -> None:
    unknown = entry.keys() - known
    if unknown:
        raise CardError(f"unknown key {', '.join(sorted(unknown))} in {entry.get('name', entry.get('id'))}", where)
