"""Tells how text objects are drawn: their font, size, weight and colour."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from ctypes import addressof, c_float, c_uint, create_string_buffer
from dataclasses import dataclass, field
from itertools import compress
from math import sqrt
from struct import iter_unpack
from typing import Any

from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.frame import Frame
from tenderlint.readers.pdf.types import Style

_BOLD = late_pattern(r"bold|black|heavy|semibd|demi|-bd\b|,bd\b", re.IGNORECASE)
_ITALIC = late_pattern(r"italic|oblique|-it\b", re.IGNORECASE)
_SUBSET = late_pattern(r"^[A-Z]{6}\+")
_NAMELESS = late_pattern(r"^(?:CIDFont\+|T\d|F\d|TT\d|Font|G\d|$)", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_FILL_AND_STROKE = 2  # the way in which programs without a bold font make letters bold
_INVISIBLE = 3
_HEAVY = 600


_Key = tuple[int | None, float, int, tuple[Any, ...]]  # font, height, way of drawing, colour
_Look = tuple[str, float, bool, bool, tuple[Any, ...], int]  # font, size, bold, italic, colour, turn


@dataclass(frozen=True, slots=True)
class Face:
    """A font of the file, by its name without the letters of its subset."""

    name: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Fonts:
    """Remembers the styles of one page's text objects; PDFium may use an address again after a page is closed."""

    known: dict[_Look, Style] = field(default_factory=dict)
    invisible: set[int] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)  # the names of the fonts in which something is to be seen
    _styles: dict[_Key, Style] = field(default_factory=dict)
    _faces: dict[int | None, Face] = field(default_factory=dict)
    _named: dict[bytes, Face] = field(default_factory=dict)
    _memory: Any = None
    _slots: list[list[Any]] = field(default_factory=list)

    def turn_over(self) -> None:
        """Forget the addresses of the page before."""
        self.invisible.clear()
        self._styles.clear()
        self._faces.clear()

    def styles(
        self,
        text_page: int,
        items: list[Any],
        fonts: Sequence[int | None],
        examples: dict[int, int],
        characters: list[int],
        boxes: Sequence[Sequence[float]],
        frame: Frame,
    ) -> dict[int, Style]:
        """Return the styles of text objects; `examples` gives each a place in `characters` and in their boxes.

        `items` are pointers to the same objects, and `fonts` the addresses of their fonts, in the same order.

        The height of a box tells text of one font and size from other text of the font, and spares asking for the
        matrix of every object.
        """
        count = len(examples)
        self._make_room(count)
        fills = map(engine.quick_fill_colour, items, *self._slots)
        deque(fills, maxlen=0)
        colours = iter_unpack("4I", memoryview(self._memory).cast("B")[: 16 * count])
        modes = list(map(engine.quick_text_mode, items))
        tops, bottoms = boxes[1], boxes[3]
        heights = [tops[place] - bottoms[place] for place in examples.values()]
        keys = list(zip(fonts, heights, modes, colours, strict=True))
        known = self._styles
        news = set(keys).difference(known)
        if news:
            for item, key in zip(examples, keys, strict=True):
                if key in news and key not in known:
                    known[key] = self._read(item, text_page, characters[examples[item]], key, frame)
        if _INVISIBLE in modes:
            self.invisible.update(compress(examples, map(_INVISIBLE.__eq__, modes)))
        return dict(zip(examples, map(known.__getitem__, keys), strict=True))

    def _make_room(self, count: int) -> None:
        """Set memory aside for the colours of so many objects: four numbers each."""
        if self._slots and count <= len(self._slots[0]):
            return
        room = max(512, 2 * count)
        self._memory = (c_uint * (4 * room))()
        start = addressof(self._memory)
        self._slots = [
            [engine.pointer(at) for at in range(start + 4 * part, start + 16 * room, 16)] for part in range(4)
        ]

    def _read(self, item: int, text_page: int, character: int, key: _Key, frame: Frame) -> Style:
        font, _, mode, colour = key
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = self._face(font or 0)
        engine.text_size(item, _SIZE_AT)
        engine.character_matrix(text_page, character, _MATRIX_AT)
        a, b, c, d = _MATRIX[0], _MATRIX[1], _MATRIX[2], _MATRIX[3]
        size = round(2 * _SIZE.value * sqrt(abs(a * d - b * c))) / 2
        turned = frame.quarters_of(a, b) if b or frame.quarters or a < 0 else 0
        if mode != _INVISIBLE:
            self.shown.add(face.name)
        bold = face.bold or mode == _FILL_AND_STROKE
        look = (face.name, size, bold, face.italic, colour[:3], turned)
        style = self.known.get(look)
        if style is None:
            red, green, blue, _ = colour
            name = f"{red:02x}{green:02x}{blue:02x}"
            style = self.known[look] = Style(face.name, size, bold, face.italic, name, turned)
        return style

    def _face(self, font: int) -> Face:
        """Return the face of a font; fonts of one name, down to the letters of its subset, are one."""
        if not font:
            return Face("", False, False)
        length = engine.font_name(font, _NAME, _LONGEST_NAME)
        raw = _NAME.raw[: max(min(length, _LONGEST_NAME) - 1, 0)]
        face = self._named.get(raw) if b"+" in raw else None
        if face is None:
            face = self._named[raw] = _read_face(font, raw)
        return face


_LONGEST_NAME = 256
_NAME = create_string_buffer(_LONGEST_NAME)
_SIZE = c_float()
_MATRIX = (c_float * 6)()
_SIZE_AT, _MATRIX_AT = addressof(_SIZE), addressof(_MATRIX)


def _read_face(font: int, raw: bytes) -> Face:
    name = _SUBSET.sub("", raw.decode("utf-8", "replace"))
    flags = engine.font_flags(font)
    heavy = bool(_NAMELESS.search(name)) and engine.font_weight(font) >= _HEAVY
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCED_BOLD) or heavy
    return Face(name, bold, bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG and not _BOLD.search(name)))
