"""Puts segments together into lines, and tells what a line looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tenderlint.readers.pdf.labels import Label, label_of
from tenderlint.readers.pdf.types import Box, Segment, Style, box_of


@dataclass(slots=True)
class Line:
    """Segments beside each other, from left to right. `text` holds their words, gaps told as one blank."""

    segments: list[Segment]
    left: float
    bottom: float
    right: float
    top: float
    style: Style  # of most of the text
    size: float  # of the type, in points
    bold: bool  # all words are bold
    text: str

    @property
    def page(self) -> int:
        """The page that the line stands on."""
        return self.segments[0].page

    @property
    def box(self) -> Box:
        """Where the line stands."""
        return (self.left, self.bottom, self.right, self.top)

    @property
    def hyphen(self) -> bool:
        """True when the line's last word goes on in the next line."""
        return self.segments[-1].hyphen

    def label(self) -> Label | None:
        """The number or bullet that the line starts with."""
        first = self.segments[0]
        if len(self.segments) > 1:
            apart = label_of(first.text, apart=True)
            if apart is not None and any(letter.isalpha() for letter in self.segments[1].text):
                return apart if first.glued else replace(apart, length=apart.length + 1)
        label = label_of(first.text)
        if label is not None and label.length >= len(first.text) and len(self.segments) == 1:
            return None
        return label


def joined(segments: Iterable[Segment]) -> str:
    """Return the words of segments that follow each other on one line."""
    text = ""
    glued = True
    for segment in segments:
        text += segment.text if glued or not text else f" {segment.text}"
        glued = segment.glued
    return text


def line_of(segments: list[Segment]) -> Line:
    """Make a line of segments."""
    if len(segments) == 1:
        return _simple_line(segments[0])
    segments.sort(key=lambda segment: segment.left)
    line = _simple_line(segments[0])
    line.segments = segments
    line.left, line.bottom, line.right, line.top = box_of(segments)
    _look_at(line)
    return line


def _simple_line(segment: Segment) -> Line:
    bottom, top = segment.bottom, segment.top
    style = segment.runs[0][1]
    size = style.size or top - bottom
    line = Line([segment], segment.left, bottom, segment.right, top, style, size, style.bold, segment.text)
    if len(segment.runs) > 1:
        _look_at(line)
    return line


def lines_of(segments: Iterable[Segment]) -> list[Line]:
    """Return the lines that segments form, from top to bottom."""
    segments = list(segments)
    lines: list[Line] = []
    if len(segments) == 1:
        return [line_of(segments)]
    for segment in sorted(segments, key=lambda each: (-(each.top + each.bottom), each.left)):
        bottom, top = segment.bottom, segment.top
        middle = (top + bottom) / 2
        for line in lines[:-4:-1]:
            if not line.bottom < middle < line.top:
                continue
            height = min(top - bottom, line.top - line.bottom)
            overlap = min(top, line.top) - max(bottom, line.bottom)
            if overlap > 0.55 * height and _may_join(segment, line):
                _put(segment, line)
                break
        else:
            lines.append(_simple_line(segment))
    for line in lines:
        if len(line.segments) > 1:
            line.segments.sort(key=lambda each: each.left)
            _look_at(line)
    return lines


def _look_at(line: Line) -> None:
    """Set the line's words, the style of most of them, and whether all are bold."""
    line.text = joined(line.segments)
    line.style = max(line.segments, key=lambda segment: len(segment.text)).style
    line.size = line.style.size or line.top - line.bottom
    line.bold = line.style.bold and all(
        style.bold for segment in line.segments for _, style in segment.runs if len(segment.text) > 2
    )


def _may_join(segment: Segment, line: Line) -> bool:
    if segment.table is not None or line.segments[0].table is not None:
        return False
    if segment.left >= line.right or segment.right <= line.left:
        return True
    slack = 0.25 * (segment.top - segment.bottom)
    return all(segment.left >= other.right - slack or segment.right <= other.left + slack for other in line.segments)


def _put(segment: Segment, line: Line) -> None:
    line.segments.append(segment)
    line.left, line.right = min(line.left, segment.left), max(line.right, segment.right)
    # The box of the tallest type counts: a note mark or a small bullet does not move the line.
    if segment.top - segment.bottom > line.top - line.bottom:
        line.bottom, line.top = segment.bottom, segment.top
