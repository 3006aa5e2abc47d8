"""Reads what Word's table styles lend to the paragraphs in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlint.readers.word.looks import Delta, read_delta
from tenderlint.readers.word.names import PPR, RPR, VAL, W, integer
from tenderlint.readers.word.paragraphs import read_paragraph
from tenderlint.readers.word.styles import NOTHING_LENT, Lent, Styles

if TYPE_CHECKING:
    from lxml import etree

_FLAGS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200}
_CELL_SHADE = f"{W}tcPr/{W}shd"
_DEFAULT_LOOK = 0x0620


class TableLook:
    """The style of one table, with the parts of it (first row ...) that the table switches on."""

    def __init__(
        self, styles: Styles, properties: etree._Element | None, kept: dict[tuple[str, tuple[str, ...]], Lent]
    ) -> None:
        style = properties.find(W + "tblStyle") if properties is not None else None
        look = properties.find(W + "tblLook") if properties is not None else None
        name = style.get(VAL, "") if style is not None else styles.default_table
        self._styles = styles
        self._name = name
        self._chain = styles.chain(name)
        self._flags = _flags(look)
        self._kept = kept

    def lent(self, row: int, column: int, rows: int, last_column: bool) -> Lent:
        """Return what the style lends to a cell; rows and columns count from 0."""
        if not self._chain:
            return NOTHING_LENT
        key = self._name, tuple(self._parts(row, column, rows, last_column))
        if key not in self._kept:
            self._kept[key] = self._read(key[1])
        return self._kept[key]

    def _parts(self, row: int, column: int, rows: int, last_column: bool) -> list[str]:
        flags, parts = self._flags, []
        head = bool(flags & _FLAGS["firstRow"])
        if not flags & _FLAGS["noHBand"]:
            parts.append("band1Horz" if (row - head) % 2 == 0 else "band2Horz")
        if flags & _FLAGS["firstColumn"] and column == 0:
            parts.append("firstCol")
        if flags & _FLAGS["lastColumn"] and last_column:
            parts.append("lastCol")
        if head and row == 0:
            parts.append("firstRow")
        if flags & _FLAGS["lastRow"] and row == rows - 1 and rows > 1:
            parts.append("lastRow")
        return parts

    def _read(self, parts: tuple[str, ...]) -> Lent:
        delta: Delta = {}
        background = alignment = None
        for element in self._sources(parts):
            rpr, ppr, shade = element.find(RPR), element.find(PPR), element.find(_CELL_SHADE)
            if rpr is not None:
                delta.update(read_delta(rpr, self._styles.theme))
            if ppr is not None:
                alignment = read_paragraph(ppr, self._styles.theme).alignment or alignment
            if shade is not None:
                background = self._styles.theme.shade(shade) or background
        if not delta and background is None and alignment is None:
            return NOTHING_LENT
        return Lent(self._styles.next_number(), delta, background, alignment)

    def _sources(self, parts: tuple[str, ...]) -> list[etree._Element]:
        found = list(self._chain)
        for part in parts:
            for style in self._chain:
                found.extend(each for each in style.iterfind(W + "tblStylePr") if each.get(W + "type") == part)
        return found


def _flags(look: etree._Element | None) -> int:
    if look is None:
        return _DEFAULT_LOOK
    flags = 0
    try:
        flags = int(look.get(VAL, "0"), 16)
    except ValueError:
        flags = 0
    for name, bit in _FLAGS.items():
        value = look.get(W + name)
        if value is not None:
            flags = flags | bit if integer(value, value in {"true", "on"}) else flags & ~bit
    return flags
