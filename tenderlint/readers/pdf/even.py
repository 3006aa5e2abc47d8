"""Makes boxes of letters as high as their line where a font does not say how high that is.

PDFium gives every letter the height of its font. LibreOffice and others write fonts without it, and then each
letter's box is as high as its ink, and one that begins with "p" or "j" would stand lower than its neighbours.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from ctypes import addressof, c_double, c_float

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.gather import Boxes

_ASCENT, _DESCENT = 0.9, 0.21  # of the size of type, as most fonts for running text have them


class Heights:
    """Remembers for one page which fonts say nothing of their height; PDFium may use an address again afterwards."""

    def __init__(self) -> None:
        self._silent: dict[int, bool] = {}

    def turn_over(self) -> None:
        """Forget the addresses of the page before."""
        self._silent.clear()

    def silent(self, fonts: Sequence[int | None]) -> bool:
        """Say whether any of the fonts tells no height."""
        return any(self._is_silent(font or 0) for font in set(fonts))

    def evened(
        self, text_page: int, boxes: Boxes, characters: Sequence[int], objects: Sequence[int],
        fonts: dict[int, int | None],
    ) -> Boxes:  # fmt: skip
        """Return the boxes of characters, those in silent fonts as high as their size; turned letters stay as is."""
        lefts, tops, rights, bottoms = boxes[0], array("f", boxes[1]), boxes[2], array("f", boxes[3])
        sizes: dict[int, float] = {}
        for at, (character, item) in enumerate(zip(characters, objects, strict=True)):
            size = sizes.get(item)
            if size is None:
                font = fonts.get(item) or 0
                size = sizes[item] = _size(item, text_page, character) if self._is_silent(font) else 0.0
            if size and engine.character_origin(text_page, character, _X_AT, _Y_AT):
                bottoms[at], tops[at] = _Y.value - _DESCENT * size, _Y.value + _ASCENT * size
        return lefts, tops, rights, bottoms

    def _is_silent(self, font: int) -> bool:
        silent = self._silent.get(font)
        if silent is None:
            answered = bool(font) and engine.font_descent(font, 1.0, _TOLD_AT)
            silent = self._silent[font] = bool(font) and not (answered and _TOLD.value)
        return silent


def _size(item: int, text_page: int, character: int) -> float:
    """Return the size of upright type in points, 0 for type that is turned or unknown."""
    if not (engine.text_size(item, _TOLD_AT) and engine.character_matrix(text_page, character, _MATRIX_AT)):
        return 0.0
    across, turned, up = _MATRIX[0], _MATRIX[1], _MATRIX[3]
    return 0.0 if turned or across <= 0 or up <= 0 else float(_TOLD.value) * up


_TOLD, _X, _Y, _MATRIX = c_float(), c_double(), c_double(), (c_float * 6)()
_TOLD_AT, _X_AT, _Y_AT, _MATRIX_AT = addressof(_TOLD), addressof(_X), addressof(_Y), addressof(_MATRIX)
