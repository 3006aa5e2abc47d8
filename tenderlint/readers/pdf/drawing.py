"""Reads what is drawn on a page besides text: ruled lines, shaded rectangles and pictures."""

from __future__ import annotations

from array import array
from collections import deque
from ctypes import addressof, c_float, c_int, c_uint, memmove
from itertools import repeat
from typing import Any

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.frame import Frame
from tenderlint.readers.pdf.types import Box, Drawing, sides_of

THIN = 3.0  # points: a box no higher or no wider than this is a rule
_MOST_OBJECTS = 20_000
_MOST_POINTS = 400
_WHITE = 250
_MOVE, _LINE = 2, 0
_DEEPEST = 3


def read_drawing(page: int, frame: Frame) -> Drawing:
    """Return the rules, shaded rectangles and pictures of an open page, forms in forms included."""
    drawing = Drawing()
    count = min(max(engine.count_objects(page), 0), _MOST_OBJECTS)
    items = list(map(engine.quick_get_object, repeat(engine.pointer(page)), range(count)))
    _take(items, frame, drawing, _DEEPEST)
    return drawing


def _take(items: list[int], frame: Frame, drawing: Drawing, depth: int) -> None:
    kinds = list(map(engine.quick_object_type, map(engine.pointer, items)))
    paths = [item for item, kind in zip(items, kinds, strict=True) if kind == engine.PATH]
    rules = drawing.rules
    for item, box in zip(paths, bounds(paths, frame), strict=True):
        left, bottom, right, top = box
        if right - left > THIN and top - bottom > THIN:
            _take_shape(item, box, frame, drawing)
        else:
            rules.append(box)
    pictures = [item for item, kind in zip(items, kinds, strict=True) if kind == engine.IMAGE]
    drawing.pictures.extend(bounds(pictures, frame))
    if depth and engine.FORM in kinds:
        for item, kind in zip(items, kinds, strict=True):
            if kind == engine.FORM:
                inner = min(max(engine.count_form_objects(item), 0), _MOST_OBJECTS)
                _take(list(map(engine.get_form_object, repeat(item), range(inner))), frame, drawing, depth - 1)


class _BoundsReader:
    """Asks PDFium for the bounds of many objects, into memory that is set aside once."""

    def __init__(self) -> None:
        self._grow(256)

    def _grow(self, count: int) -> None:
        self._memory = (c_float * (4 * count))()
        start = addressof(self._memory)
        end = start + 16 * count
        self._slots = [list(map(engine.pointer, range(start + 4 * side, end, 16))) for side in range(4)]

    def read(self, items: list[Any]) -> list[Box]:
        """Return left, bottom, right and top of objects, given by pointers."""
        count = len(items)
        if count > len(self._slots[0]):
            self._grow(2 * count)
        memmove(self._memory, bytes(16 * count), 16 * count)  # what has no bounds must not get those of another
        deque(map(engine.quick_object_bounds, items, *self._slots), maxlen=0)
        values = array("f", memoryview(self._memory).cast("B")[: 16 * count].tobytes())
        return list(zip(values[0::4], values[1::4], values[2::4], values[3::4], strict=True))


def bounds(items: list[int], frame: Frame) -> list[Box]:
    """Return the boxes of objects, given by their addresses, as the page is shown."""
    if not items:
        return []
    boxes = _BOUNDS.read(list(map(engine.pointer, items)))
    return boxes if frame.plain else [frame.box(*box) for box in boxes]


def _take_shape(item: int, box: Box, frame: Frame, drawing: Drawing) -> None:
    engine.draw_mode(item, _FILL_AT, _STROKE_AT)
    filled, stroked = bool(_FILL.value), bool(_STROKE.value)
    points = engine.count_path_points(item)
    if points <= 5:
        if stroked and points >= 4:
            drawing.rules.extend(sides_of(box))
        elif filled and points >= 4 and not _is_white(item):
            drawing.fills.append(box)
        else:
            drawing.others += 1
    elif points <= _MOST_POINTS:
        drawing.others += 1
        _take_points(item, points, frame, drawing, stroked)


def _take_points(item: int, count: int, frame: Frame, drawing: Drawing, stroked: bool) -> None:
    """Take the straight upright and level lines of a path, and the rectangles that it is made of."""
    engine.object_matrix(item, _MATRIX_AT)
    a, b, c, d, e, f = _MATRIX
    last: tuple[float, float] | None = None
    corners: list[tuple[float, float]] = []
    for number in range(count):
        point = engine.get_path_point(item, number)
        engine.point_position(point, _X_AT, _Y_AT)
        x, y = _X.value, _Y.value
        here = (a * x + c * y + e, b * x + d * y + f)
        kind = engine.point_type(point)
        if kind == _MOVE:
            _take_corners(corners, frame, drawing, stroked)
            corners = [here]
        elif kind == _LINE:
            corners.append(here)
            if stroked and last is not None:
                _take_line(last, here, frame, drawing)
        else:
            corners = []
        last = here
    _take_corners(corners, frame, drawing, stroked)


def _take_line(one: tuple[float, float], two: tuple[float, float], frame: Frame, drawing: Drawing) -> None:
    if abs(one[0] - two[0]) < 1 or abs(one[1] - two[1]) < 1:
        box = (min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))
        drawing.rules.append(frame.box(*box))


def _take_corners(corners: list[tuple[float, float]], frame: Frame, drawing: Drawing, stroked: bool) -> None:
    if stroked or not 4 <= len(corners) <= 5:
        return
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = frame.box(min(xs), min(ys), max(xs), max(ys))
    if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        drawing.rules.append(box)
    elif len({round(x) for x in xs}) <= 2 and len({round(y) for y in ys}) <= 2:
        drawing.fills.append(box)


def _is_white(item: int) -> bool:
    colours = (c_uint * 4)()
    at = addressof(colours)
    if not engine.fill_colour(item, at, at + 4, at + 8, at + 12):
        return False
    return min(colours[0], colours[1], colours[2]) >= _WHITE or colours[3] == 0


_BOUNDS = _BoundsReader()
_FILL, _STROKE = c_int(), c_int()
_FILL_AT, _STROKE_AT = addressof(_FILL), addressof(_STROKE)
_X, _Y = c_float(), c_float()
_X_AT, _Y_AT = addressof(_X), addressof(_Y)
_MATRIX = (c_float * 6)()
_MATRIX_AT = addressof(_MATRIX)
