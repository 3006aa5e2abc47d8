"""Tells how text objects are drawn: their font, size, weight and colour."""

from __future__ import annotations

import re
from ctypes import addressof, c_float, c_uint, create_string_buffer
from dataclasses import dataclass, field
from math import sqrt

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.frame import Frame
from tenderlint.readers.pdf.types import Style

_BOLD = re.compile(r"bold|black|heavy|semibd|demi|-bd\b|,bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it\b", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NAMELESS = re.compile(r"^(?:CIDFont\+|T\d|F\d|TT\d|Font|G\d|$)", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_FILL_AND_STROKE = 2  # the way in which programs without a bold font make letters bold
_INVISIBLE = 3
_HEAVY = 600


@dataclass(frozen=True, slots=True)
class Face:
    """A font of the file, by its name without the letters of its subset."""

    name: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Fonts:
    """Remembers the styles of one page's text objects; PDFium may use an address again after a page is closed."""

    known: dict[tuple[object, ...], Style] = field(default_factory=dict)
    invisible: set[int] = field(default_factory=set)
    _objects: dict[int, Style] = field(default_factory=dict)
    _faces: dict[int, Face] = field(default_factory=dict)

    def turn_over(self) -> None:
        """Forget the addresses of the page before."""
        self._objects.clear()
        self.invisible.clear()
        self._faces.clear()

    def style(self, item: int, text_page: int, character: int, frame: Frame) -> Style:
        """Return the style of a text object, one of whose characters has the index `character`."""
        style = self._objects.get(item)
        if style is None:
            style = self._objects[item] = self._read(item, text_page, character, frame)
        return style

    def _read(self, item: int, text_page: int, character: int, frame: Frame) -> Style:
        font = engine.text_font(item) or 0
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = _face(font)
        engine.text_size(item, _SIZE_AT)
        engine.character_matrix(text_page, character, _MATRIX_AT)
        a, b, c, d = _MATRIX[0], _MATRIX[1], _MATRIX[2], _MATRIX[3]
        size = round(2 * _SIZE.value * sqrt(abs(a * d - b * c))) / 2
        engine.fill_colour(item, _RED_AT, _GREEN_AT, _BLUE_AT, _ALPHA_AT)
        colour = (_RED.value, _GREEN.value, _BLUE.value)
        turned = frame.quarters_of(a, b) if b or frame.quarters or a < 0 else 0
        mode = engine.text_mode(item)
        if mode == _INVISIBLE:
            self.invisible.add(item)
        bold = face.bold or mode == _FILL_AND_STROKE
        key = (face, size, bold, colour, turned)
        style = self.known.get(key)
        if style is None:
            style = Style(face.name, size, bold, face.italic, "{:02x}{:02x}{:02x}".format(*colour), turned)
            self.known[key] = style
        return style


_SIZE = c_float()
_MATRIX = (c_float * 6)()
_RED, _GREEN, _BLUE, _ALPHA = c_uint(), c_uint(), c_uint(), c_uint()
_SIZE_AT, _MATRIX_AT = addressof(_SIZE), addressof(_MATRIX)
_RED_AT, _GREEN_AT, _BLUE_AT, _ALPHA_AT = addressof(_RED), addressof(_GREEN), addressof(_BLUE), addressof(_ALPHA)


def _face(font: int) -> Face:
    if not font:
        return Face("", False, False)
    length = engine.font_name(font, None, 0)
    buffer = create_string_buffer(max(length, 1))
    engine.font_name(font, buffer, length)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = engine.font_flags(font)
    heavy = bool(_NAMELESS.search(name)) and engine.font_weight(font) >= _HEAVY
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCED_BOLD) or heavy
    return Face(name, bold, bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG and not _BOLD.search(name)))

