"""What the stages of the PDF reader hand to each other: styles, segments, lines and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlint.readers.pdf.frame import Frame

NO_CONTENT, ARTIFACT = -1, -2  # in place of a marked-content id

_MARGIN = 0.15  # of the page's height

Box = tuple[float, float, float, float]  # left, bottom, right, top in points, as the page is shown


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is drawn; `size` is in points on the page, `turned` is in quarters of a clockwise turn."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    turned: int = 0


@dataclass(slots=True)
class Segment:
    """Words beside each other on one line with no wide gap between them.

    `runs` tells the styles: each from its offset in `text` on. `content` is the marked-content id (-1 for none,
    -2 for an artifact). `glued` is True when the text that follows continues the last word without a blank;
    `hyphen` when the line ended with a hyphen, which is not in `text`.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    runs: tuple[tuple[int, Style], ...]
    content: int = -1
    order: int = 0
    glued: bool = False
    hyphen: bool = False
    page: int = 0
    table: object | None = None  # the ruled table that this stands for
    link: str | None = None

    @property
    def style(self) -> Style:
        """The style that most of the text has."""
        if len(self.runs) == 1:
            return self.runs[0][1]
        ends = [start for start, _ in self.runs[1:]] + [len(self.text)]
        return max(zip(self.runs, ends, strict=True), key=lambda pair: pair[1] - pair[0][0])[0][1]

    @property
    def box(self) -> Box:
        """Where the segment stands on its page."""
        return (self.left, self.bottom, self.right, self.top)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page besides text: straight rules, shaded rectangles, pictures."""

    rules: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    others: int = 0  # paths that are neither rules nor rectangles


@dataclass(slots=True)
class Page:
    """One page's text in the order of its content, with what was drawn on it besides."""

    number: int  # from 1
    width: float = 0.0
    height: float = 0.0
    segments: list[Segment] = field(default_factory=list)
    drawing: Drawing = field(default_factory=Drawing)
    letters: int = 0
    odd: int = 0  # characters that no reader can speak: controls, private use, replacement
    images: int = 0  # pictures that the page may draw
    paths: int = 0  # lines and shapes, where they were looked at
    hidden: bool = False  # most of the text is not drawn, as over a scanned page
    frame: Frame | None = None

    def is_margin(self, segment: Segment) -> bool:
        """Tell whether a segment stands where headers and footers do."""
        return segment.bottom > (1 - _MARGIN) * self.height or segment.top < _MARGIN * self.height


def sides_of(box: Box) -> list[Box]:
    """Return the four sides of a box as rules."""
    left, bottom, right, top = box
    return [
        (left, bottom, right, bottom),
        (left, top, right, top),
        (left, bottom, left, top),
        (right, bottom, right, top),
    ]


def box_of(boxes: Sequence[Segment]) -> Box:
    """Return the smallest box around all segments."""
    return (
        min(each.left for each in boxes),
        min(each.bottom for each in boxes),
        max(each.right for each in boxes),
        max(each.top for each in boxes),
    )
