"""Finds the columns of a page and puts what stands in them into the order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tenderlint.readers.pdf.types import Segment

_BIN = 4.0  # points: starts of lines this close count as one
_FEWEST = 5  # lines that a column has at least
_FULL = 0.4  # of a column's width: what a line of running text fills, in the middle
_DEEPEST = 3


def regions_of(segments: Sequence[Segment], left: float, right: float, depth: int = _DEEPEST) -> list[list[Segment]]:
    """Divide a page, `left` to `right`, into regions that are each read from top to bottom, in the order of reading.

    A gutter counts only where running text stands on either side and the content of one side comes
    before all of the other: in tables without rules the sides take turns.
    """
    if depth and len(segments) >= 2 * _FEWEST:
        for gutter in _gutters(segments, left, right):
            bands = _bands(segments, gutter, left, right)
            if len(bands) > 1:
                return [
                    region
                    for band, low, high in bands
                    for region in regions_of(band, low, high, depth - 1)
                ]
    return [list(segments)]


def _gutters(segments: Sequence[Segment], left: float, right: float) -> list[float]:
    """Return where a right-hand column may begin: where many lines start, well inside the page."""
    low, high = left + 0.25 * (right - left), left + 0.8 * (right - left)
    starts = Counter(int(segment.left / _BIN) for segment in segments if low < segment.left < high)
    found = [
        (times + starts[place + 1], place * _BIN)
        for place, times in starts.items()
        if times + starts[place + 1] >= _FEWEST
    ]
    return [place - 1 for _, place in sorted(found, reverse=True)[:3]]


def _bands(
    segments: Sequence[Segment], gutter: float, left: float, right: float
) -> list[tuple[list[Segment], float, float]]:
    """Cut the page along the gutter, between the lines that cross it; one band means that there are no columns."""
    crossing = [each for each in segments if each.left < gutter - 1 and each.right > gutter + 1]
    if len(crossing) > 0.5 * len(segments):
        return [(list(segments), left, right)]
    ahead = sorted(segments, key=lambda each: -(each.top + each.bottom))
    bands: list[tuple[list[Segment], float, float]] = []
    whole: list[Segment] = []
    for chunk in _chunks(ahead, crossing):
        one = [each for each in chunk if each.right <= gutter + 1]
        two = [each for each in chunk if each.left >= gutter - 1]
        if len(one) + len(two) == len(chunk) and _are_columns(one, two, gutter, left, right):
            if whole:
                bands.append((whole, left, right))
                whole = []
            bands.extend(((one, left, gutter), (two, gutter, right)))
        else:
            whole.extend(chunk)
    if whole:
        bands.append((whole, left, right))
    return bands


def _chunks(ahead: Sequence[Segment], crossing: Sequence[Segment]) -> list[list[Segment]]:
    """Group segments, from the top, into those that lie between crossing lines and those at their height."""
    spans = _merged([(each.bottom, each.top) for each in crossing])
    chunks: list[list[Segment]] = []
    last: object = None
    for segment in ahead:
        middle = (segment.top + segment.bottom) / 2
        number = sum(1 for low, _ in spans if middle < low)
        inside = any(low <= middle <= high for low, high in spans)
        key = (number, inside)
        if key != last:
            chunks.append([])
            last = key
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


def _are_columns(one: Sequence[Segment], two: Sequence[Segment], gutter: float, left: float, right: float) -> bool:
    if len(one) < _FEWEST or len(two) < _FEWEST:
        return False
    sides = sorted([(each.order, 0) for each in one] + [(each.order, 1) for each in two])
    turns = sum(1 for before, after in zip(sides, sides[1:], strict=False) if before[1] != after[1])
    if turns > 1 + len(sides) // 20:
        return False
    return _fills(one, gutter - min(each.left for each in one)) and _fills(two, max(each.right for each in two) - gutter)


def _fills(segments: Sequence[Segment], width: float) -> bool:
    widths = sorted(each.right - each.left for each in segments)
    return widths[len(widths) // 2] >= _FULL * width
