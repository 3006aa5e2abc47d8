"""Measures the pages of a Word file: how wide its lines of text are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlint.readers.word.names import W, integer

if TYPE_CHECKING:
    from lxml import etree

_TWIPS = 20  # to a point
_MOST_COLUMNS = 45  # that Word can set
_USUAL_GAP = 720


def line_width(section: etree._Element) -> float:
    """Return how wide a line of text is on the pages of a section, in points; 0 where the file does not say."""
    size, margins, columns = (section.find(W + name) for name in ("pgSz", "pgMar", "cols"))
    if size is None or margins is None:
        return 0.0
    sides = sum(_whole(margins.get(W + name)) for name in ("left", "right", "gutter"))
    number, gap = 1, 0
    if columns is not None:
        number = min(max(integer(columns.get(W + "num"), 1), 1), _MOST_COLUMNS)
        gap = integer(columns.get(W + "space"), _USUAL_GAP)
    return max((_whole(size.get(W + "w")) - sides - gap * (number - 1)) / number / _TWIPS, 0.0)


def _whole(value: str | None) -> int:
    """Return a measure in twips; Google Docs writes fractions."""
    try:
        return int(float(value or 0))
    except (ValueError, OverflowError):
        return 0
