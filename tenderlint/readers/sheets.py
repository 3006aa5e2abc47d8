"""Reads old and binary Excel workbooks and OpenDocument spreadsheets: every sheet's cells."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from tenderlint.errors import UnreadableError
from tenderlint.model import Document, Extent, Note, walk
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.building import Building
from tenderlint.readers.cells import MOST_CELLS, MOST_NUMBERS_ACROSS, MOST_ROWS, SheetCell, add_sheet
from tenderlint.readers.number_formats import NumberFormat
from tenderlint.readers.sniff import sniff

_GENERAL = NumberFormat()
_SAVE = "Save it as .xlsx and check that."


def read(source: Source) -> Document:
    """Read a workbook; raises UnreadableError when it is locked, damaged or hides more than a real one would."""
    from python_calamine import CalamineWorkbook

    kind = sniff(source)
    _weigh(source)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # calamine's own panics are no Exception
        raise _refusal(error, source, kind.bare) from error
    if not workbook.sheets_metadata:
        raise UnreadableError("holds no sheets, or is cut short", source.path, _SAVE)
    building, notes = Building(source.path), list[Note]()
    for told in workbook.sheets_metadata:
        _sheet(workbook, told, building, notes)
    blocks = tuple(building.blocks)
    return Document(
        path=source.path,
        media_type=kind.media_type,
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        notes=tuple(notes),
        extent=Extent.PARTLY if any(note.lost for note in notes) else Extent.FULLY,
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def _weigh(source: Source) -> None:
    """Refuse a zip that unpacks to more than a real workbook holds, before the library unpacks it whole."""
    from tenderlint.readers.zipparts import PartError, open_parts

    if not source.data.startswith(b"PK"):
        return
    parts = open_parts(source, "spreadsheet")
    for name in parts.names:
        try:
            parts.read(name)
        except PartError as error:
            if "password" in str(error) or not name.lower().endswith((".png", ".jpg", ".jpeg", ".emf")):
                raise UnreadableError(f"cannot be read: its part {name} {error}", source.path, _SAVE) from error


def _refusal(error: BaseException, source: Source, name: str) -> UnreadableError:
    if "password" in str(error).lower() or "encrypt" in str(error).lower():
        return UnreadableError("is locked with a password", source.path, "Save a copy without it, or ask for one.")
    return UnreadableError(f"cannot be read: it is damaged, or no {name} after all", source.path, _SAVE)


def _sheet(workbook: Any, told: Any, building: Building, notes: list[Note]) -> None:
    name = fold(told.name) or "Sheet"
    try:
        sheet = workbook.get_sheet_by_name(told.name)
        rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
        height = sheet.total_height
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - calamine's own panics are no Exception; a chart sheet has no cells
        if str(told.typ).rpartition(".")[2] == "WorkSheet":
            notes.append(Note(f"sheet “{name}” could not be read"))
        return
    hidden = str(told.visible).rpartition(".")[2] != "Visible"
    if hidden:
        notes.append(Note(f"sheet “{name}” is hidden, yet anybody can show it: it was read too", lost=False))
    if height > MOST_ROWS:
        notes.append(Note(f"sheet “{name}” is very long: only its first {MOST_ROWS:,} rows were read"))
    try:
        merged = dict(sheet.merged_cell_ranges or ())
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - not every format tells its merged cells
        merged = {}
    add_sheet(building, name, _cells(rows, merged, hidden))


def _cells(
    rows: list[list[Any]], merged: dict[tuple[int, int], tuple[int, int]], hidden: bool
) -> Iterator[SheetCell]:
    count = 0
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if column >= MOST_NUMBERS_ACROSS and not isinstance(value, str):
                continue
            text = _text(value)
            if not text:
                continue
            count += 1
            if count > MOST_CELLS:
                return
            bottom, right = merged.get((row, column), (row, column))
            yield SheetCell(row, column, text, max(bottom - row, 0) + 1, max(right - column, 0) + 1, hidden)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _GENERAL.show(value) if abs(value) < 1e30 else str(value)
    if isinstance(value, dt.datetime):
        day = f"{value.day} {value:%B %Y}"
        return f"{day} {value:%H:%M}" if value.time() != dt.time() else day
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return fold(str(value))
