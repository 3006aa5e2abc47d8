"""Tests of workbooks and other tables: cells are read as people see them, sheet by sheet."""

from __future__ import annotations

import datetime as dt
import io
import time
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tenderlint.errors import UnreadableError
from tenderlint.model import Block, BlockKind, Document, Extent, walk
from tenderlint.readers import csv_table, read, read_or_say, sheets, xlsx
from tenderlint.readers.base import Source, fold
from tenderlint.readers.cells import cell_position, column_letters
from tenderlint.readers.number_formats import number_format
from tests.readers.made import compound, zipped


def workbook(fill: Callable[[Worksheet], None], name: str = "Prices") -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    fill(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return read(Source("Prices.xlsx", stream.getvalue()))


def tables(made: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.table.rows] for block in made.blocks if block.table is not None
    ]


def found(made: Document, text: str) -> Block:
    return next(block for block in walk(made.blocks) if block.text == text)


def test_a_sheet_is_a_heading_its_titles_are_paragraphs_and_its_cells_a_table() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Schedule of rates"])
        sheet.append(["Fill in the yellow cells."])
        sheet.append(["Item", "Rate"])
        sheet.append(["Sweeping", 12])

    made = workbook(fill)
    assert [(block.kind.value, block.text) for block in made.blocks] == [
        ("heading", "Prices"), ("paragraph", "Schedule of rates"), ("paragraph", "Fill in the yellow cells."),
        ("table", ""),
    ]  # fmt: skip
    assert tables(made) == [[["Item", "Rate"], ["Sweeping", "12"]]]


def test_a_cell_knows_its_name_and_sheet() -> None:
    made = workbook(lambda sheet: sheet.append(["Sweeping", "per hour"]))
    assert str(found(made, "per hour").place) == "Prices.xlsx, cell B1, under “Prices”"


def test_numbers_look_as_they_do_on_the_sheet() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Quality", 0.6, 0.125, 1250.5, -30, 36, 0.1 + 0.2, dt.datetime(2026, 7, 3, 12), True])
        for column, code in zip("BCDEF", ["0%", "0.0%", '[$£-809]#,##0.00', '"£"#,##0', '0" months"'], strict=True):
            sheet[f"{column}1"].number_format = code

    assert tables(workbook(fill)) == [
        [["Quality", "60%", "12.5%", "£1,250.50", "-£30", "36 months", "0.3", "3 July 2026 12:00", "TRUE"]]
    ]


def test_an_empty_row_parts_two_tables() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["a", "b"], [], ["c", "d"]):
            sheet.append(row)

    assert tables(workbook(fill)) == [[["a", "b"]], [["c", "d"]]]


def test_a_merged_cell_is_told_once_with_its_span() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Lot", "Price", None])
        sheet.append(["One", 1, 2])
        sheet.merge_cells("B1:C1")

    block = next(block for block in workbook(fill).blocks if block.table)
    assert block.table is not None
    assert [(cell.text, cell.column, cell.column_span) for cell in block.table.rows[0]] == [
        ("Lot", 0, 1), ("Price", 1, 2),
    ]  # fmt: skip


def test_what_is_hidden_is_read_and_marked() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Seen", "also seen"])
        sheet.append(["Veiled", "by its row"])
        sheet.append(["Seen", "too", "by its column"])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        assert sheet.parent is not None
        lists = sheet.parent.create_sheet("Lists")
        lists.append(["Budget 90,000"])
        lists.sheet_state = "hidden"

    made = workbook(fill)
    hidden = {block.text for block in walk(made.blocks) if any(span.hidden for span in block.spans)}
    assert hidden == {"Veiled", "by its row", "by its column", "Budget 90,000"}
    assert [note.text for note in made.notes if not note.lost] == [
        "sheet “Lists” is hidden, yet anybody can show it: it was read too"
    ]
    assert made.extent is Extent.FULLY


def test_comments_are_read_where_they_hang() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Sweeping", 12])
        sheet["B1"].comment = Comment("Ask finance first", "A. Writer")

    block = found(workbook(fill), "Ask finance first")
    assert (block.kind, block.place.part) == (BlockKind.COMMENT, "cell B1")


def test_a_cell_far_out_costs_nothing() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "Here"
        sheet["XFD1048576"] = "There"

    assert {block.text for block in workbook(fill).blocks} == {"Prices", "Here", "There"}


def test_a_very_long_sheet_is_read_to_a_point_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(sheet: Worksheet) -> None:
        for number in range(25):
            sheet.append([number, "x"])

    monkeypatch.setattr(xlsx, "MOST_ROWS", 20)
    made = workbook(fill)
    assert made.extent is Extent.PARTLY
    assert "only its first 20 rows were read" in made.notes[0].text


def test_a_long_sheet_is_read_in_the_time_that_its_rows_take() -> None:
    def fill(sheet: Worksheet) -> None:
        for number in range(8000):
            sheet.append([number, "x"])

    started = time.process_time()
    assert workbook(fill).words == 16_001
    assert time.process_time() - started < 3


def test_a_workbook_without_its_list_of_sheets_is_refused() -> None:
    with pytest.raises(UnreadableError, match="its list of sheets is missing"):
        read(Source("a.xlsx", zipped({"xl/worksheets/sheet1.xml": "<x/>"})))


def test_a_damaged_sheet_costs_only_itself() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "First"  # type: ignore[index]
    book.create_sheet("Second")["A1"] = "Kept"
    stream = io.BytesIO()
    book.save(stream)
    import zipfile

    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = b"no xml at all"
    made = read(Source("a.xlsx", zipped(parts)))
    assert "Kept" in {block.text for block in made.blocks}
    assert made.extent is Extent.PARTLY
    assert made.notes[0].text.startswith("sheet “Sheet”")


def test_an_opendocument_spreadsheet_is_read() -> None:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="Rates"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>Sweeping</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="12.5"><text:p>12.50</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    data = zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest,
        "content.xml": content,
    })  # fmt: skip
    made = read(Source("Rates.ods", data))
    assert made.blocks[0].text == "Rates"
    assert tables(made) == [[["Sweeping", "12.5"]]]


def test_a_spreadsheet_that_unpacks_to_far_too_much_is_refused_before_it_is_opened() -> None:
    data = zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": b" " * 50_000_000,
    })  # fmt: skip
    with pytest.raises(UnreadableError, match=r"its part content\.xml is squeezed"):
        sheets.read(Source("a.ods", data))


def test_a_damaged_old_workbook_is_refused_with_advice() -> None:
    made = read_or_say(Source("a.xls", compound("Workbook")))
    assert made.extent is Extent.NOT
    assert "Save it as .xlsx" in made.notes[0].text


@pytest.mark.parametrize(("sign", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv"), ("|", "a.csv")])
def test_a_table_of_values_finds_its_separator(sign: str, name: str) -> None:
    text = f'Item{sign}Rate\n"Sweeping{sign} hall"{sign}£12\n\nDusting{sign}£9\n'
    made = csv_table.read(Source(name, text.encode()))
    assert tables(made) == [[["Item", "Rate"], [fold(f"Sweeping{sign} hall"), "£12"], ["Dusting", "£9"]]]
    (block,) = made.blocks
    assert block.table is not None
    assert block.table.header_rows == 1


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("General", 250000.0, "250000"), ("0.00%", 0.0525, "5.25%"), ("#,##0_);(#,##0)", -5000, "-5,000"),
        ('_-"£"* #,##0.00_-;\\-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', 1234.5, "£1,234.50"),
        ("dd/mm/yyyy", 46206, "3 July 2026"), ("mmm-yy", 46206, "July 2026"), ("h:mm", 0.5, "12:00"),
        ("yyyy-mm-dd hh:mm", 46206.5, "3 July 2026 12:00"), ("[h]:mm", 1.5, "1.5"), ("# ?/?", 0.5, "0.5"),
        ('[>100]"high";"low"', 5.0, "5"), ("#,##0.00 [$€-1]", 20.5, "20.50 €"), ("0", 1e25, f"{10**25}"),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(code: str, number: float, shown: str) -> None:
    assert number_format(code).show(number) == shown


def test_days_that_count_from_1904_are_four_years_later() -> None:
    assert number_format("dd/mm/yyyy").show(0, from_1904=True) == "1 January 1904"


def test_cells_are_named_as_people_name_them() -> None:
    assert [column_letters(column) for column in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert cell_position("$AB$12") == (11, 27)
    assert cell_position("12") is None


def test_numbers_that_are_none_break_nothing() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cols><col min="x" max="²"/></cols><sheetData>'
        '<row r="x"><c r="?" t="s"><v>²</v></c><c t="n" s="-1"><v>nan</v></c><c r="B1"><v>1e400</v></c>'
        '<c t="str"><v>Kept</v></c></row></sheetData><mergeCells><mergeCell ref="B9:A1"/></mergeCells></worksheet>'
    )
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = read(Source("a.xlsx", zipped({
        "xl/workbook.xml": f'<workbook xmlns:r="{relations}"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<x><Relationship Id="r1" Type="{relations}/worksheet" Target="s.xml"/></x>',
        "xl/s.xml": sheet,
    })))  # fmt: skip
    assert "Kept" in {block.text for block in walk(made.blocks)}
