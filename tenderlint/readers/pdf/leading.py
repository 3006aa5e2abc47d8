"""Learns how far apart a document sets the lines of a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlint.readers.pdf.lines import Line

_LOOSE = 1.28  # times the usual leading: lines further apart belong to different paragraphs
_UNKNOWN = 1.55  # times the size, where a size is too rare to learn from
_ENOUGH = 4
_DOUBLE, _MANY = 1.8, 20  # text set with so wide a distance, times its size, needs so many lines to be believed
_AGAIN = 2  # times that a distance must come to be that of lines
_APART = 1.2  # of the distance of lines: what is wider parts paragraphs
_LOOSEST = 1.8  # of the size of type: lines further apart are none of one paragraph


@dataclass(slots=True)
class Leading:
    """Counts the distances between lines that follow each other, for each size of type."""

    counts: dict[int, Counter[int]] = field(default_factory=dict)
    _limits: dict[int, float] = field(default_factory=dict)

    def learn(self, lines: Sequence[Line]) -> None:
        """Take in the lines of a region, from top to bottom."""
        before: Line | None = None
        for line in lines:
            if before is not None and abs(before.size - line.size) < 0.6:
                drop = before.bottom - line.bottom
                if 0.85 * line.size < drop < 2.6 * line.size:
                    self.counts.setdefault(round(line.size), Counter())[round(drop * 2)] += 1
            before = line

    def limit(self, size: float) -> float:
        """Return how far below the one before a line of this size may stand in the same paragraph, in points."""
        key = round(size)
        limit = self._limits.get(key)
        if limit is None:
            limit = self._limits[key] = self._find(key, size)
        return limit

    def _find(self, key: int, size: float) -> float:
        counts = self.counts.get(key)
        if not counts:
            return _UNKNOWN * size
        if sum(counts.values()) < _ENOUGH:
            return self._of_few(counts, size)
        most = max(counts.values())
        usual = min(drop for drop, times in counts.items() if times >= 0.3 * most) / 2
        if usual > _DOUBLE * size and most < _MANY:
            return _UNKNOWN * size  # a few lines far apart, as on a cover, are not one text
        return max(_LOOSE * usual, usual + 1.5)

    @staticmethod
    def _of_few(counts: Counter[int], size: float) -> float:
        """Judge by a few lines: the least distance is theirs when it comes again and a plainly wider one is there."""
        least = min(counts)
        near = counts[least] + counts[least + 1]
        wider = any(drop > _APART * least for drop in counts)
        if near < _AGAIN or not wider or least / 2 > _LOOSEST * size:
            return _UNKNOWN * size
        return max(_UNKNOWN * size, least / 2 + 1.5)
