"""Turns PDFium's coordinates into those of the page as a reader sees it."""

from __future__ import annotations

from ctypes import addressof, c_float
from dataclasses import dataclass

from tenderlint.readers.pdf import engine


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's size as shown, and how to get there: shift by `left` and `bottom`, then turn `quarters` clockwise."""

    width: float
    height: float
    left: float = 0.0
    bottom: float = 0.0
    quarters: int = 0

    @property
    def plain(self) -> bool:
        """True when coordinates can be taken as they are."""
        return not (self.left or self.bottom or self.quarters)

    def turned(self, quarters: int) -> Frame:
        """Return the frame of the page turned clockwise by so many more quarters."""
        width, height = (self.height, self.width) if quarters % 2 else (self.width, self.height)
        return Frame(width, height, self.left, self.bottom, (self.quarters + quarters) % 4)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box as the page shows it."""
        left, right, bottom, top = left - self.left, right - self.left, bottom - self.bottom, top - self.bottom
        if self.quarters == 1:
            return bottom, self.height - right, top, self.height - left
        if self.quarters == 2:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        if self.quarters == 3:
            return self.width - top, left, self.width - bottom, right
        return left, bottom, right, top

    def quarters_of(self, across: float, up: float) -> int:
        """Return how many quarters clockwise from left to right a direction on the page runs, as the page is shown."""
        turn = 0 if abs(across) >= abs(up) else 1
        if turn:
            turn = 1 if up < 0 else 3
        elif across < 0:
            turn = 2
        return (turn + self.quarters) % 4


def frame_of(page: int) -> Frame:
    """Return the frame of an open page."""
    quarters = engine.page_rotation(page) % 4
    width, height = engine.page_width(page), engine.page_height(page)
    box = (c_float * 4)()
    left = bottom = 0.0
    if engine.page_box(page, addressof(box)):
        left, bottom = box[0], box[3]
    return Frame(width, height, left, bottom, quarters)
