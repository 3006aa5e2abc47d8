"""Puts the words of a page that stand beside each other into segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlint.readers.pdf.repair import HYPHENS, NOTHING_ODD, Survey, mend
from tenderlint.readers.pdf.types import NO_CONTENT, Segment, Style

WIDE_GAP = 0.95  # in ems: a wider gap between two words separates labels, columns and cells
_BACK = 0.6  # in ems: a word that starts this far left of the end of the one before stands elsewhere


@dataclass(slots=True)
class Words:
    """The words of a page in the order of its content: parallel lists, since pages hold thousands."""

    text: str
    starts: list[int]
    stops: list[int]  # the place after each word
    index: list[int] | None  # PDFium's number of each character, where that is not its place in the text
    found: Survey = NOTHING_ODD
    objects: list[int] = field(default_factory=list)

    def character(self, place: int) -> int:
        """PDFium's number of the character at a place in the text."""
        return self.index[place] if self.index else place

    def firsts(self) -> list[int]:
        """PDFium's numbers of the first characters of all words."""
        return [self.index[place] for place in self.starts] if self.index else self.starts

    def lasts(self) -> list[int]:
        """PDFium's numbers of the last characters of all words."""
        places = [stop - 1 for stop in self.stops]
        return [self.index[place] for place in places] if self.index else places


Boxes = tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float]]  # lefts, tops, rights, bottoms


def gather(
    words: Words,
    starts: Boxes,
    ends: Boxes,
    styles: dict[int, Style],
    contents: dict[int, int],
    turn: int,
    page: int,
) -> list[Segment]:
    """Put words into segments: as long as they stand on one line, without a wide gap, in one marked content."""
    text, stops = words.text, words.stops
    lefts, tops, bottoms = starts[0], starts[1], starts[3]
    segments: list[Segment] = []
    item_before = content = -9
    begin = 0  # where in the text the open segment begins
    far = -1e9
    low = peak = back = wide = 0.0
    segment, style = _NOWHERE, _NO_STYLE
    for at, item, left, right in zip(range(len(lefts)), words.objects, lefts, ends[2], strict=True):
        gap = left - far
        # The words of one text object stand on one line in one style: by far the most common case.
        if item != item_before or not back < gap < wide:
            item_before, this = item, styles[item]
            top, bottom, start = tops[at], bottoms[at], words.starts[at]
            size = this.size or top - bottom
            if top - bottom < 1:
                top = bottom + max(size, 1)
            back, wide = -_BACK * size, WIDE_GAP * size
            if this.turned != turn:
                beside = style.turned == this.turned and abs(gap) < 2 * size and begin >= 0
            else:
                overlap = (top if top < peak else peak) - (bottom if bottom > low else low)
                height = top - bottom if top - bottom < peak - low else peak - low
                beside = overlap > 0.5 * height and back < gap < wide
            content_here = contents.get(item, NO_CONTENT)
            if not beside or content_here != content:
                if segments:
                    stop = stops[at - 1]
                    segment.right, segment.text = far, text[begin:stop]
                    segment.glued = start == stop
                segment = Segment("", left, bottom, right, top, ((0, this),), content_here, len(segments), page=page)
                segments.append(segment)
                begin, content = start, content_here
            else:
                if this is not style:
                    segment.runs += ((start - begin, this),)
                if bottom < segment.bottom:
                    segment.bottom = bottom
                if top > segment.top:
                    segment.top = top
            low, peak, style = bottom, top, this
        far = right
    segment.right, segment.text = far, text[begin : stops[-1]]
    return _finished(segments, words.found)


def _finished(segments: list[Segment], found: Survey) -> list[Segment]:
    """Fold the white space of the segments' text and mend it, keeping the places of their styles right."""
    mending = found.mending
    uneven = found.uneven or mending
    before: Segment | None = None
    empty = False
    for segment in segments:
        words = segment.text
        if words[-1] in HYPHENS:
            segment.hyphen, segment.glued = True, False
            segment.text = words = words[:-1]
            if not words and before is not None and before.glued:  # a hyphen in a marked content of its own
                before.hyphen, before.glued = True, False
        before = segment
        if uneven or "\r" in words:
            if len(segment.runs) > 1:
                runs = [(len(_folded(f"{words[:start]}|", mending)) - 1, style) for start, style in segment.runs]
                segment.runs = tuple(runs)
            segment.text = words = _folded(words, mending)
        empty = empty or not words
    return [segment for segment in segments if segment.text] if empty else segments


def _folded(text: str, mending: bool) -> str:
    words = text.split()
    return " ".join([mend(word) for word in words]) if mending else " ".join(words)


_NO_STYLE = Style("", 0.0)
_NOWHERE = Segment("", 0.0, 0.0, 0.0, 0.0, ((0, _NO_STYLE),), -9)
