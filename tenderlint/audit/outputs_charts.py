"""Draws the figures of groups as bars and spreads that stay readable on a phone; every drawing has its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tenderlint.audit.indicators import Figure, Indicator

WIDTH = 288
"""The width of a drawing in its own units, one a pixel: what a phone of 320 pixels leaves between its margins."""

_ROW, _LINE, _EDGE = 52, 34, 4
_MOST_NAME = 24


@dataclass(frozen=True, slots=True)
class Strip:
    """One group in a drawing, at the height `y`; positions are in units of the drawing, None where nothing is drawn."""

    name: str
    told: str
    y: float
    bar: float | None = None
    least: float | None = None
    lower: float | None = None
    median: float | None = None
    upper: float | None = None
    most: float | None = None

    @property
    def line(self) -> float:
        """The height of the line under the words."""
        return self.y + _LINE - 12

    @property
    def box(self) -> float:
        """The width of the half of the packs in the middle."""
        return max((self.upper or 0) - (self.lower or 0), 2)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of one indicator over groups: the scale runs from nothing to `end`."""

    indicator: Indicator
    strips: tuple[Strip, ...]
    height: float
    end: str
    told: str


def draw(named: Sequence[tuple[str, Figure]]) -> Drawing | None:
    """Return the drawing of one indicator over groups, or None where every group is too small to show."""
    shown = [figure for _, figure in named if not figure.few]
    if not shown:
        return None
    indicator = shown[0].indicator
    end = 100.0 if indicator.share else _round_up(max(figure.spread.most for figure in shown if figure.spread))
    strips = tuple(_strip(name, figure, 18 + place * _ROW, end) for place, (name, figure) in enumerate(named))
    return Drawing(indicator, strips, len(strips) * _ROW + 24, amount(end, indicator), _in_words(named))


def _strip(name: str, figure: Figure, y: float, end: float) -> Strip:
    short = name if len(name) <= _MOST_NAME else f"{name[: _MOST_NAME - 1]}…"
    if figure.few:
        return Strip(short, "too few", y)
    if figure.percent is not None:
        return Strip(short, amount(figure.percent, figure.indicator), y, bar=_at(figure.percent, end) - _EDGE)
    spread = figure.spread
    assert spread is not None
    return Strip(
        short, amount(spread.median, figure.indicator), y, least=_at(spread.least, end), lower=_at(spread.lower, end),
        median=_at(spread.median, end), upper=_at(spread.upper, end), most=_at(spread.most, end),
    )  # fmt: skip


def _at(value: float, end: float) -> float:
    return round(_EDGE + (WIDTH - 2 * _EDGE) * value / end, 1) if end else _EDGE


def _round_up(value: float) -> float:
    """Return the next round number: 1, 2 or 5 times a power of ten."""
    size = 1.0
    while size * 10 < value:
        size *= 10
    return next(step * size for step in (1, 2, 5, 10) if step * size >= value)


def amount(value: float, indicator: Indicator) -> str:
    """Return a figure as people read it."""
    if indicator.share:
        return f"{value:.0f}%"
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.1f}"


def _in_words(named: Sequence[tuple[str, Figure]]) -> str:
    """Return what the drawing shows, for those who do not see it."""
    return "; ".join(f"{name}: {headline(figure)}" for name, figure in named)


def headline(figure: Figure) -> str:
    """Return the gist of a figure in a few words."""
    if figure.few:
        return "too few to show"
    if figure.percent is not None:
        return f"{figure.percent:.0f}% ({figure.yes:,} of {figure.assessed:,})"
    spread = figure.spread
    assert spread is not None
    unit = figure.indicator.unit
    low, middle, high = (amount(each, figure.indicator) for each in (spread.lower, spread.median, spread.upper))
    told = f"{unit} {middle}" if unit == "grade" else f"{middle} {unit}"
    return f"middle {told}, half lie between {low} and {high}"
