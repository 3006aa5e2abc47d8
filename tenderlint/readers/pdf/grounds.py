"""Finds the colour behind words that are drawn in a pale colour, by what was painted under them."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_int, c_uint
from itertools import islice, repeat

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.drawing import bounds
from tenderlint.readers.pdf.frame import Frame
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.types import ARTIFACT, Box, Page, Segment

PAPER = "ffffff"
_PALE = 460  # red, green and blue added up, green counted most: what is darker stands out from paper in any case
_MOST_OBJECTS = 20_000
_MOST_MARKS = 200
_FEWEST_LETTERS = 3
_DEEPEST = 3
_Ground = tuple[Box, str]  # what is painted, and its colour; "" where no one colour tells


def faint_marks(pointer: int, page: Page) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark for each stretch of pale words on an open page.

    Its text is the colour of the words, that of the ground, the size in points, "bold" or "plain", and the words.
    Words over pictures or shadings have no one ground, and are left out.
    """
    frame = page.frame
    if page.hidden or frame is None:
        return
    pale = [segment for segment in page.segments if _is_pale(segment)]
    if not pale:
        return
    grounds = list(islice(_painted(pointer, frame), _MOST_OBJECTS))
    for segment in pale[:_MOST_MARKS]:
        ground = _under(segment, grounds)
        style = segment.style
        if ground and segment.content != ARTIFACT:
            weight = "bold" if style.bold else "plain"
            text = f"{style.colour} {ground} {style.size:g} {weight} {segment.text[:100]}"
            yield MarkKind.FAINT, page.number, text


def _is_pale(segment: Segment) -> bool:
    if segment.runs[0][1].colour == "000000" and len(segment.runs) == 1:
        return False
    colour = segment.style.colour
    red, green, blue = int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
    return red + 2 * green + blue > _PALE and sum(map(str.isalnum, segment.text)) >= _FEWEST_LETTERS


def _under(segment: Segment, grounds: list[_Ground]) -> str:
    """Return the colour of what was painted last where the words stand, paper where nothing was."""
    across, up = (segment.left + segment.right) / 2, (segment.bottom + segment.top) / 2
    for (left, bottom, right, top), colour in reversed(grounds):
        if left <= across <= right and bottom <= up <= top:
            return colour
    return PAPER


def _painted(pointer: int, frame: Frame) -> Iterator[_Ground]:
    count = min(max(engine.count_objects(pointer), 0), _MOST_OBJECTS)
    yield from _grounds(list(map(engine.quick_get_object, repeat(engine.pointer(pointer)), range(count))), frame, 0)


def _grounds(items: list[int], frame: Frame, depth: int) -> Iterator[_Ground]:
    kinds = list(map(engine.quick_object_type, map(engine.pointer, items)))
    wanted = [item for item, kind in zip(items, kinds, strict=True) if kind != engine.TEXT]
    boxes = dict(zip(wanted, bounds(wanted, frame), strict=True))
    for item, kind in zip(items, kinds, strict=True):
        if kind == engine.PATH:
            colour = _fill(item)
            if colour is not None:
                yield boxes[item], colour
        elif kind in (engine.IMAGE, engine.SHADING):
            yield boxes[item], ""
        elif kind == engine.FORM:
            if depth < _DEEPEST:
                inner = min(max(engine.count_form_objects(item), 0), _MOST_OBJECTS)
                yield from _grounds(list(map(engine.get_form_object, repeat(item), range(inner))), frame, depth + 1)
            else:
                yield boxes[item], ""


def _fill(item: int) -> str | None:
    """Return the colour that a shape is filled with, "" where it is half clear or no rectangle, None for none."""
    if not engine.draw_mode(item, _FILL_AT, _STROKE_AT) or not _FILL.value:
        return None
    if not engine.fill_colour(item, _COLOUR_AT, _COLOUR_AT + 4, _COLOUR_AT + 8, _COLOUR_AT + 12):
        return ""
    red, green, blue, clear = _COLOUR
    if not clear:
        return None
    if clear < 255 or engine.count_path_points(item) > 5:
        return ""
    return f"{red:02x}{green:02x}{blue:02x}"


_FILL, _STROKE = c_int(), c_int()
_FILL_AT, _STROKE_AT = addressof(_FILL), addressof(_STROKE)
_COLOUR = (c_uint * 4)()
_COLOUR_AT = addressof(_COLOUR)
