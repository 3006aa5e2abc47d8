"""Finds the columns of a page and puts what stands in them into the order of reading."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tenderlint.readers.pdf.types import Segment

_BIN = 4.0  # points: starts of lines this close count as one
_FEWEST = 5  # lines that a column has at least
_FULL, _HALF_FULL = 0.4, 0.22  # of a column's width: what lines fill in the middle, in a short and in a long column
_MANY = 8  # lines make a long column
_EDGE = 0.05  # of the height of the columns
_DEEPEST = 3

Band = tuple[list[Segment], float, float]


def regions_of(segments: Sequence[Segment], left: float, right: float, depth: int = _DEEPEST) -> list[list[Segment]]:
    """Divide a page, `left` to `right`, into regions that are each read from top to bottom, in the order of reading.

    A gutter counts only where running text stands on either side and the content of one side comes
    before all of the other: in tables without rules the sides take turns.
    """
    if depth and len(segments) >= 2 * _FEWEST:
        for gutter in _gutters(segments, left, right):
            bands = _bands(segments, gutter, left, right)
            if len(bands) > 1:
                return [region for band, low, high in bands for region in regions_of(band, low, high, depth - 1)]
    return [list(segments)]


def _gutters(segments: Sequence[Segment], left: float, right: float) -> list[float]:
    """Return where a right-hand column may begin: where many lines start, well inside the page."""
    low, high = left + 0.25 * (right - left), left + 0.8 * (right - left)
    starts = Counter([int(segment.left / _BIN) for segment in segments if low < segment.left < high])
    found = [
        (times + starts[place + 1], place * _BIN)
        for place, times in starts.items()
        if times + starts[place + 1] >= _FEWEST
    ]
    return [place - 1 for _, place in sorted(found, reverse=True)[:3]]


def _bands(segments: Sequence[Segment], gutter: float, left: float, right: float) -> list[Band]:
    """Cut the page along the gutter, between the lines that cross it; one band means that there are no columns."""
    whole: Band = (list(segments), left, right)
    crossing = [each for each in segments if each.left < gutter - 1 and each.right > gutter + 1]
    if len(crossing) > 0.5 * len(segments) or not _may_be_columns(segments, gutter):
        return [whole]
    bands: list[Band] = []
    above: list[Segment] = []
    for chunk in _chunks(segments, crossing):
        one = [each for each in chunk if each.right <= gutter + 1]
        two = [each for each in chunk if each.left >= gutter - 1]
        if len(one) + len(two) == len(chunk) and _are_columns(one, two, gutter):
            if above:
                bands.append((above, left, right))
                above = []
            bands.extend(((one, left, gutter), (two, gutter, right)))
        else:
            above.extend(chunk)
    if above:
        bands.append((above, left, right))
    return bands


def _may_be_columns(segments: Sequence[Segment], gutter: float) -> bool:
    """Tell quickly of most pages that the content goes to and fro between the sides, as in tables."""
    sides = [each.left >= gutter - 1 for each in segments if each.left >= gutter - 1 or each.right <= gutter + 1]
    rights = sum(sides)
    fewest = min(rights, len(sides) - rights)
    turns = sum(1 for one, two in pairwise(sides) if one != two)
    return fewest >= _FEWEST and turns < 0.7 * fewest


def _chunks(segments: Sequence[Segment], crossing: Sequence[Segment]) -> list[list[Segment]]:
    """Group segments, from the top, into those that lie between crossing lines and those at their height."""
    spans = _merged([(each.bottom, each.top) for each in crossing])
    lows = [low for low, _ in spans]
    chunks: list[list[Segment]] = []
    last: object = None
    for segment in sorted(segments, key=lambda each: -(each.top + each.bottom)):
        middle = (segment.top + segment.bottom) / 2
        number = bisect_left(lows, middle)
        inside = number > 0 and middle <= spans[number - 1][1]
        if (number, inside) != last:
            chunks.append([])
            last = (number, inside)
        chunks[-1].append(segment)
    return chunks


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _are_columns(one: Sequence[Segment], two: Sequence[Segment], gutter: float) -> bool:
    if len(one) < _FEWEST or len(two) < _FEWEST:
        return False
    low, high = min(each.bottom for each in (*one, *two)), max(each.top for each in (*one, *two))
    edge = _EDGE * (high - low)  # page headers and footers come first in the content, or last
    sides = sorted(
        (each.order, side)
        for side, held in enumerate((one, two))
        for each in held
        if low + edge < each.top < high - edge
    )
    turns = sum(1 for before, after in pairwise(sides) if before[1] != after[1])
    if turns > 1 + len(sides) // 20:
        return False
    widths = gutter - min(each.left for each in one), max(each.right for each in two) - gutter
    return _fills(one, widths[0]) and _fills(two, widths[1])


def _fills(segments: Sequence[Segment], width: float) -> bool:
    widths = sorted(each.right - each.left for each in segments)
    least = _FULL if len(segments) < _MANY else _HALF_FULL
    return widths[len(widths) // 2] >= least * width
