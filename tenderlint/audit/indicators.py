"""What an audit measures of each pack, and how the figures of many packs are put together without misleading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from tenderlint.audit.sight import Sight

LEAST = 5
"""Fewer packs than this in a group: no share and no spread is shown, since one pack would change it too much."""

Value = float | bool | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing measured of a pack. `of` gives a number, or yes or no, or None where it could not be assessed."""

    key: str
    title: str
    unit: str
    note: str
    of: Callable[[Sight], Value]
    share: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """The numbers of a group in order: the ends, the quarters, the middle and the mean."""

    least: float
    lower: float
    median: float
    upper: float
    most: float
    mean: float


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator over a group of packs: it could be assessed in `assessed` of `packs`.

    `spread` is there for numbers and `yes` for shares. Both are None where the group is too small: `few` says so.
    """

    indicator: Indicator
    packs: int
    assessed: int
    spread: Spread | None = None
    yes: int | None = None

    @property
    def few(self) -> bool:
        """Whether fewer packs than `LEAST` could be assessed."""
        return self.assessed < LEAST

    @property
    def percent(self) -> float | None:
        """The share of yes among those assessed, in percent."""
        return None if self.yes is None else 100 * self.yes / self.assessed


@dataclass(frozen=True, slots=True)
class Group:
    """Packs that have one thing in common, with the figures over them."""

    name: str
    packs: int
    figures: tuple[Figure, ...]


def _answer(check: str) -> Callable[[Sight], Value]:
    """Return what gives yes where a check passed, no where it failed, and nothing where it could not tell."""
    return lambda sight: {"passed": True, "failed": False}.get(sight.answers.get(check, ""))


def _words_a_thousand(sight: Sight) -> Value:
    return 1000 * sight.words / sight.value if sight.value and sight.words else None


def _barriers(sight: Sight) -> Value:
    return 100 * sight.barriers / sight.pages if sight.pages else None


INDICATORS = (
    Indicator("days-given", "Days given to bid", "days", "From the day of issue to the deadline.",
              lambda sight: sight.days),
    Indicator("burden", "Words to read for each £1,000 of the contract", "words",
              "The words of all documents that were read, over the value of the contract.", _words_a_thousand),
    Indicator("complaints-form", "Says how to complain about the procurement", "",
              "A form, or a named procedure with a contact.", _answer("complaints-form"), share=True),
    Indicator("feedback-form", "Asks bidders how the procurement was", "", "A form or a survey.",
              _answer("evaluation-feedback-form"), share=True),
    Indicator("formats-offered", "Offers other formats", "", "Says which, or how to ask for them.",
              _answer("accessible-formats"), share=True),
    Indicator("reading-grade", "Reading grade", "grade", "The Flesch–Kincaid school grade of the running text.",
              lambda sight: sight.grade),
    Indicator("barriers", "Barriers for each 100 pages", "barriers",
              "Failings of Word and PDF files that keep people from reading them. A page of a file that has no "
              "pages, such as a Word file, is reckoned as 500 words.", _barriers),
)  # fmt: skip


def figure(indicator: Indicator, sights: Sequence[Sight]) -> Figure:
    """Return an indicator over packs, suppressed where too few could be assessed."""
    values = [value for sight in sights if (value := indicator.of(sight)) is not None]
    if len(values) < LEAST:
        return Figure(indicator, len(sights), len(values))
    if indicator.share:
        return Figure(indicator, len(sights), len(values), yes=sum(map(bool, values)))
    return Figure(indicator, len(sights), len(values), spread_of([float(value) for value in values]))


def figures(sights: Sequence[Sight]) -> tuple[Figure, ...]:
    """Return every indicator over these packs."""
    return tuple(figure(indicator, sights) for indicator in INDICATORS)


def spread_of(values: Sequence[float]) -> Spread:
    """Return the spread of at least one number; quarters lie between their neighbours in proportion."""
    ordered = sorted(values)

    def at(part: float) -> float:
        place = part * (len(ordered) - 1)
        below = int(place)
        above = min(below + 1, len(ordered) - 1)
        return ordered[below] + (ordered[above] - ordered[below]) * (place - below)

    return Spread(ordered[0], at(0.25), at(0.5), at(0.75), ordered[-1], fmean(ordered))


def by(sights: Iterable[Sight], key: Callable[[Sight], str], order: Sequence[str] = ()) -> tuple[Group, ...]:
    """Return the packs in groups: in the order given, then by name; groups stand in no order of merit."""
    found: dict[str, list[Sight]] = {}
    for sight in sights:
        found.setdefault(key(sight), []).append(sight)
    places = {name: place for place, name in enumerate(order)}
    names = sorted(found, key=lambda name: (places.get(name, len(places)), name.casefold()))
    return tuple(Group(name, len(found[name]), figures(found[name])) for name in names)


SIZES = ("up to £50,000", "£50,000 to £250,000", "£250,000 to £1 million", "over £1 million", "value not stated")
_BOUNDS = ((50_000, SIZES[0]), (250_000, SIZES[1]), (1_000_000, SIZES[2]))


def size(sight: Sight) -> str:
    """Return the band of a contract's whole value."""
    if not sight.value:
        return SIZES[-1]
    return next((name for bound, name in _BOUNDS if sight.value <= bound), SIZES[3])


VIEWS: Mapping[str, tuple[str, Callable[[Sight], str], Sequence[str]]] = {
    "nation": ("Nation", lambda sight: sight.area.nation, ("England", "Scotland", "Wales", "Northern Ireland")),
    "region": ("Region", lambda sight: sight.area.region, ()),
    "kind": ("Kind of service", lambda sight: sight.kind, ()),
    "size": ("Size of the contract", size, SIZES),
    "year": ("Year of issue", lambda sight: str(sight.year or "not known"), ()),
}
"""The ways in which packs are grouped: title, what a pack falls under, and the order of the groups."""


def views(sights: Sequence[Sight]) -> dict[str, tuple[str, tuple[Group, ...]]]:
    """Return every view but that by authority, with its title and its groups."""
    return {name: (title, by(sights, key, order)) for name, (title, key, order) in VIEWS.items()}
