"""Writes the tables of an audit as CSV, JSON Lines, a workbook and Parquet, a row at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenderlint.audit.indicators import LEAST
from tenderlint.audit.outputs_rows import Cell, Row, Table
from tenderlint.errors import UsageError
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_ROWS = 1_000_000
"""So many rows stand on one sheet; a workbook takes 1,048,576."""

_FORMULA = late_pattern(r"[=+\-@\t\r]")
_UNFIT = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_CELL = 32_000
_BATCH = 20_000
_WIDTHS = {
    "authority": 34, "contract": 44, "title": 44, "name": 30, "path": 40, "message": 70, "quote": 60, "document": 30,
    "status": 34, "check": 26, "indicator": 22, "group": 28, "kind": 24, "stage": 22, "deadline": 18, "region": 22,
}  # fmt: skip


def write_csv(table: Table, path: Path) -> None:
    """Write a table as CSV with a byte order mark, so that Excel reads its letters.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        writer.writerows([_harmless(cell) for cell in row] for row in table.rows())


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def write_lines(table: Table, path: Path) -> None:
    """Write a table as JSON Lines: an object a row, its keys the names of the columns."""
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        for row in table.rows():
            file.write(json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False) + "\n")


def write_parquet(table: Table, path: Path) -> None:
    """Write a table as Parquet; raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("Parquet needs a package that is not installed.", advice=_install("parquet")) from error
    schema = pyarrow.schema([(name, _arrow_type(name, pyarrow)) for name in table.columns])
    with parquet.ParquetWriter(path, schema) as writer:
        rows = table.rows()
        for part in iter(lambda: list(islice(rows, _BATCH)), []):
            columns = map(_arrow_column, zip(*part, strict=True), table.columns)
            writer.write_table(pyarrow.table(list(columns), schema=schema))


_WHOLE = frozenset({
    "packs", "days_given", "term_months", "documents", "words", "checks_failed", "findings", "page", "assessed", "yes",
    "failed", "passed", "cannot_tell", "does_not_apply", "crashed",
})  # fmt: skip
_REAL = frozenset({
    "value_gbp", "pages", "burden", "reading_grade", "barriers", "percent", "least", "lower_quarter", "median",
    "upper_quarter", "most", "mean",
})  # fmt: skip


def _arrow_type(name: str, pyarrow: Any) -> Any:
    if name in _WHOLE:
        return pyarrow.int64()
    return pyarrow.float64() if name in _REAL else pyarrow.string()


def _arrow_column(cells: Iterable[Cell], name: str) -> list[Any]:
    if name in _REAL:
        return [None if cell is None else float(cell) for cell in cells]
    if name in _WHOLE:
        return list(cells)
    return [None if cell is None else _words(cell) for cell in cells]


def _words(cell: Cell) -> str:
    return {True: "yes", False: "no"}[cell] if isinstance(cell, bool) else _UNFIT.sub("", str(cell))


def write_workbook(tables: Iterable[Table], path: Path, about: Iterable[str]) -> None:
    """Write all tables as a workbook, a sheet each, after a sheet that says what they are.

    Raises UsageError where openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UsageError("a workbook needs a package that is not installed.", advice=_install("audit")) from error
    book = Workbook(write_only=True)
    book.properties.title = "Audit of tender packs"
    book.properties.creator = "tenderlint"
    book.properties.language = "en-GB"
    lines = ((line,) for line in about)
    _sheet(book.create_sheet("About"), ("About this workbook",), lines, {"About this workbook": 100})
    for table in tables:
        _sheets(book, table)
    book.save(path)


def _sheets(book: Workbook, table: Table) -> None:
    """Write a table on as many sheets as it needs, at least one."""
    rows, number = table.rows(), 1
    ahead = next(rows, None)
    while number == 1 or ahead is not None:
        sheet = book.create_sheet(table.title if number == 1 else f"{table.title} {number}")
        _sheet(sheet, table.columns, () if ahead is None else chain((ahead,), islice(rows, MOST_ROWS - 1)), _WIDTHS)
        ahead = next(rows, None)
        number += 1


def _sheet(
    sheet: WriteOnlyWorksheet, columns: tuple[str, ...], rows: Iterable[Row], widths: Mapping[str, int]
) -> None:
    """Write one sheet: a heading that stays in view, columns wide enough to read, and a filter."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = widths.get(name, 14)
    sheet.freeze_panes = "A2" if len(columns) == 1 else "B2"
    if len(columns) > 1:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}1"
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    head = []
    for name in columns:
        cell = WriteOnlyCell(sheet, name.replace("_", " ").capitalize())
        cell.font, cell.alignment = bold, wrapped
        head.append(cell)
    sheet.append(head)
    for row in rows:
        sheet.append([_for_sheet(sheet, value, WriteOnlyCell) for value in row])


def _for_sheet(sheet: WriteOnlyWorksheet, value: Cell, cell_type: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return value
    text = _UNFIT.sub("", value)[:_MOST_CELL]
    if not text.startswith("="):
        return text
    cell = cell_type(sheet, text)
    cell.data_type = "s"  # else a workbook takes it for a formula
    return cell


def about(day: str, version: str, packs: int) -> tuple[str, ...]:
    """Return what the first sheet says."""
    return (
        f"An audit of {packs:,} tender packs, made by tenderlint {version} with the checks of {day or 'no day'}.",
        "Authorities: one row for each authority that has a pack, with its newest contract, and one for each local "
        "authority in the list that has none (“no pack seen”).",
        "Packs: one row for each pack. An empty cell means that the pack does not say, or that it could not be told.",
        "Findings: one row for each thing found, with the pack's own words and where they stand.",
        f"Figures: each indicator by group, with how many packs could be assessed. Groups of fewer than {LEAST} are "
        "not shown. Groups stand in no order of merit.",
        "Checks: how many packs gave each answer.",
        "The list of local authorities: Office for National Statistics, Open Government Licence v3.0. It holds no "
        "region for England, and no parish or town councils.",
    )


def _install(extra: str) -> str:
    return f'Install it with: pip install "tenderlint[{extra}]".'


WRITERS: Mapping[str, Callable[[Table, Path], None]] = {
    "csv": write_csv, "jsonl": write_lines, "parquet": write_parquet,
}  # fmt: skip
"""What writes one table, by the ending of its file."""
