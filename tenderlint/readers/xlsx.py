"""Reads Excel workbooks: every sheet's cells as people see them, with comments, text boxes and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.model import Block, BlockKind, Document, Extent, Note, Picture, Structure, walk
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.building import Building
from tenderlint.readers.cells import MOST_CELLS, MOST_NUMBERS_ACROSS, MOST_ROWS, SheetCell, add_sheet, cell_position
from tenderlint.readers.kinds import WORKBOOK
from tenderlint.readers.number_formats import BUILT_IN, NumberFormat, number_format
from tenderlint.readers.xlsx_parts import all_of, first_of, letters, of_kind, relations_of, tag_of
from tenderlint.readers.zipparts import PartError, Parts, open_parts

if TYPE_CHECKING:
    from lxml import etree

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORDS = frozenset({"s", "str", "inlineStr"})
_GENERAL = NumberFormat()


def read(source: Source) -> Document:
    """Read a workbook; raises UnreadableError when it is no workbook or damaged beyond reading."""
    parts = open_parts(source, "Excel workbook")
    reading = _Reading(parts, Building(source.path))
    try:
        reading.workbook()
    except PartError as error:
        from tenderlint.errors import UnreadableError

        raise UnreadableError(
            f"cannot be read: its list of sheets {error}", source.path, "Open it in Excel and save it again."
        ) from error
    blocks = tuple(reading.building.blocks)
    return Document(
        path=source.path,
        media_type=WORKBOOK.media_type,
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        structure=_structure(parts, tuple(reading.pictures)),
        notes=tuple(reading.notes),
        extent=Extent.PARTLY if any(note.lost for note in reading.notes) else Extent.FULLY,
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


@dataclass
class _Reading:
    parts: Parts
    building: Building
    notes: list[Note] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: list[NumberFormat] = field(default_factory=list)
    from_1904: bool = False
    cells: int = 0

    def workbook(self) -> None:
        name = self._main_part()
        root = self.parts.xml(name)
        relations = relations_of(self.parts, name)
        properties = first_of(root, "workbookPr")
        self.from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self.strings = self._strings(of_kind(relations, "sharedStrings"))
        self.formats = self._formats(of_kind(relations, "styles"))
        for sheet in all_of(root, "sheet"):
            target = relations.get(sheet.get(f"{_RELATION}id") or "", ("", ""))[1]
            title = fold(sheet.get("name") or "") or "Sheet"
            self._sheet(title, target, hidden=sheet.get("state", "visible") != "visible")

    def _main_part(self) -> str:
        return next(iter(of_kind(relations_of(self.parts, ""), "officeDocument")), "xl/workbook.xml")

    def _sheet(self, title: str, part: str, hidden: bool) -> None:
        try:
            root = self.parts.xml(part)
        except PartError as error:
            self.notes.append(Note(f"sheet “{title}” {error}: it was not read"))
            return
        if hidden:
            self.notes.append(Note(f"sheet “{title}” is hidden, yet anybody can show it: it was read too", lost=False))
        add_sheet(self.building, title, list(self._cells(root, title, hidden)))
        self._beside(part)

    def _cells(self, root: etree._Element, title: str, hidden: bool) -> Iterator[SheetCell]:
        merged, covered = _merged(root)
        hidden_columns = [
            (_integer(column.get("min"), 1) - 1, _integer(column.get("max"), 1) - 1)
            for column in all_of(root, "col")
            if column.get("hidden") in {"1", "true"}
        ]
        number = -1
        for count, row in enumerate(all_of(root, "row")):
            if count >= MOST_ROWS or self.cells >= MOST_CELLS:
                self.notes.append(Note(f"sheet “{title}” is very long: only its first {count:,} rows were read"))
                return
            number = max(_integer(row.get("r"), number + 2) - 1, number + 1)
            veiled = hidden or row.get("hidden") in {"1", "true"}
            column = -1
            for cell in row:
                if not len(cell):
                    column += 1
                    continue
                place = cell_position(cell.get("r") or "")
                column = place[1] if place else column + 1
                if column >= MOST_NUMBERS_ACROSS and cell.get("t", "n") not in _WORDS:
                    continue
                text = self._text(cell)
                if not text or (number, column) in covered:
                    continue
                self.cells += 1
                height, width = merged.get((number, column), (1, 1))
                veil = veiled or any(first <= column <= last for first, last in hidden_columns)
                yield SheetCell(number, column, text, height, width, veil)

    def _text(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return fold(letters(cell))
        value = None
        for child in cell:
            if child.tag.endswith("}v"):
                value = child.text
        if value is None:
            return ""
        if kind == "s":
            index = _integer(value, -1)
            return self.strings[index] if 0 <= index < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "n":
            return self._number(value, cell.get("s", "0"))
        return fold(value)

    def _number(self, value: str, style: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return fold(value)
        index = _integer(style, -1)
        shape = self.formats[index] if 0 <= index < len(self.formats) else _GENERAL
        return shape.show(number, self.from_1904) if abs(number) < 1e30 else value

    def _strings(self, names: list[str]) -> list[str]:
        try:
            return [fold(letters(item)) for name in names[:1] for item in all_of(self.parts.xml(name), "si")]
        except PartError as error:
            self.notes.append(Note(f"the part that holds the words of its cells {error}"))
            return []

    def _formats(self, names: list[str]) -> list[NumberFormat]:
        try:
            root = self.parts.xml(names[0]) if names else None
        except PartError:
            root = None
        if root is None:
            return []
        own = {item.get("numFmtId"): item.get("formatCode", "") for item in all_of(root, "numFmt")}
        used = first_of(root, "cellXfs")
        numbers = [] if used is None else [item.get("numFmtId", "0") for item in used]
        return [number_format(own.get(number) or BUILT_IN.get(_integer(number, 0), "General")) for number in numbers]

    def _beside(self, part: str) -> None:
        """Add what lies on a sheet and not in its cells: comments, text boxes, pictures."""
        relations = relations_of(self.parts, part)
        for name in of_kind(relations, "comments"):
            for item in self._items(name, "comment"):
                self._add(BlockKind.COMMENT, fold(letters(item)), f"cell {item.get('ref', '')}")
        for name in of_kind(relations, "drawing"):
            for shape in self._items(name, "txBody"):
                for paragraph in all_of(shape, "p"):
                    self._add(BlockKind.TEXT_BOX, fold(letters(paragraph)), "text box")
            for picture in self._items(name, "pic"):
                told = first_of(picture, "cNvPr")
                alt = None if told is None else told.get("descr")
                self.pictures.append(Picture(self.building.place("picture"), alt))

    def _items(self, part: str, tag: str) -> Iterator[etree._Element]:
        try:
            yield from all_of(self.parts.xml(part), tag)
        except PartError as error:
            self.notes.append(Note(f"a part of it, {part}, {error}"))

    def _add(self, kind: BlockKind, text: str, part: str) -> None:
        if text:
            self.building.blocks.append(Block(kind, text, self.building.place(part)))


def _merged(root: etree._Element) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the height and width of merged cells by their first corner, and the places that they cover."""
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for item in all_of(root, "mergeCell"):
        first, _, last = (item.get("ref") or "").partition(":")
        start, end = cell_position(first), cell_position(last)
        if start is None or end is None or end < start:
            continue
        height, width = end[0] - start[0] + 1, end[1] - start[1] + 1
        sizes[start] = (height, width)
        if height * width <= 10_000 and len(covered) < MOST_CELLS:
            covered |= {(start[0] + down, start[1] + right) for down in range(height) for right in range(width)}
            covered.discard(start)
    return sizes, covered


def _structure(parts: Parts, pictures: tuple[Picture, ...]) -> Structure:
    told = {}
    for name in ("docProps/core.xml", "docProps/app.xml"):
        try:
            told.update({tag_of(item): fold(item.text or "") for item in parts.xml(name)})
        except PartError:
            continue
    return Structure(
        title=told.get("title") or None,
        author=told.get("creator") or None,
        created=told.get("created") or None,
        producer=told.get("Application") or None,
        pictures=pictures,
    )


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise
