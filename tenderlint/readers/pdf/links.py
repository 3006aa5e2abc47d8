"""Tells which words of an untagged page are links, by where the links stand on the page."""

from __future__ import annotations

from dataclasses import replace

from tenderlint.readers.pdf.types import Box, Page, Segment, Style

_WHOLE = 0.85  # of a segment: a link over so much of it is taken to be all of it
_MOST = 300


def link_segments(page: Page, links: list[tuple[Box, str]]) -> None:
    """Mark the segments under each link, cut at the words where it starts and ends."""
    for box, link in links[:_MOST]:
        left, bottom, right, top = page.frame.box(*box) if page.frame else box
        segments: list[Segment] = []
        for segment in page.segments:
            middle = (segment.bottom + segment.top) / 2
            over = min(right, segment.right) - max(left, segment.left)
            if bottom <= middle <= top and over > 1 and segment.link is None and segment.right > segment.left:
                segments.extend(_cut(segment, left, right, over, link))
            else:
                segments.append(segment)
        page.segments = segments


def _cut(segment: Segment, left: float, right: float, over: float, link: str) -> list[Segment]:
    width = segment.right - segment.left
    if over >= _WHOLE * width or " " not in segment.text:
        segment.link = link
        return [segment]
    length = len(segment.text)
    start = _word_edge(segment.text, round(length * max(left - segment.left, 0) / width))
    end = _word_edge(segment.text, round(length * min((right - segment.left) / width, 1)))
    if start >= end:
        return [segment]
    cuts = [(0, start, None), (start, end, link), (end, length, None)]
    pieces = []
    for one, two, target in cuts:
        words = segment.text[one:two].strip()
        if words:
            piece = replace(
                segment,
                text=words,
                left=segment.left + width * one / length,
                right=segment.left + width * two / length,
                runs=_runs_from(segment, one, two),
                glued=False,
                hyphen=False,
                link=target,
            )
            pieces.append(piece)
    pieces[-1].glued, pieces[-1].hyphen = segment.glued, segment.hyphen
    return pieces


def _word_edge(text: str, place: int) -> int:
    """Return the start or end of a word nearest to a place in the text."""
    if place <= 1:
        return 0
    if place >= len(text) - 1:
        return len(text)
    before, after = text.rfind(" ", 0, place + 1), text.find(" ", place)
    after = len(text) if after < 0 else after
    return before + 1 if place - before <= after - place else after


def _runs_from(segment: Segment, start: int, end: int) -> tuple[tuple[int, Style], ...]:
    kept = [(max(at - start, 0), style) for at, style in segment.runs if at < end]
    first = max((number for number, (at, _) in enumerate(kept) if at == 0), default=0)
    return tuple(kept[first:])
