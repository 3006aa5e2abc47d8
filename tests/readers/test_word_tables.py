"""Tables of Word files keep their grid, their headers and every word in them, once."""

from __future__ import annotations

import pytest

from tenderlint.model import BlockKind, Cell, Table, walk
from tests.readers.word_files import (
    HEADINGS,
    block,
    cell,
    heading,
    labelled,
    levels,
    marks,
    numbered,
    numbering,
    p,
    read,
    row,
    table,
    texts,
)  # fmt: skip

HEADER = "<w:tblHeader/>"
SPAN_2 = '<w:gridSpan w:val="2"/>'
FIRST, NEXT = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
CAPTION = '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'


def first_table(body: str, **more: object) -> Table:
    found = next(each.table for each in read(body, **more).blocks if each.table is not None)
    assert found is not None
    return found


def grid(found: Table) -> list[list[tuple[str, int, int, int]]]:
    return [[(each.text, each.column, each.row_span, each.column_span) for each in cells] for cells in found.rows]


def test_merged_cells_are_told_once_with_what_they_span() -> None:
    body = table(
        row(cell("Quality", FIRST), cell("Method", SPAN_2)),
        row(cell("", NEXT), cell("30 %"), cell("staff")),
        row(cell("Price"), cell("40 %"), cell("")),
    )
    assert grid(first_table(body)) == [
        [("Quality", 0, 2, 1), ("Method", 1, 1, 2)],
        [("30 %", 1, 1, 1), ("staff", 2, 1, 1)],
        [("Price", 0, 1, 1), ("40 %", 1, 1, 1), ("", 2, 1, 1)],
    ]
    assert marks(read(body), "merged cells") == ["Quality", "Method"]


def test_a_cell_that_goes_on_with_nothing_is_a_cell() -> None:
    assert grid(first_table(table(row(cell("a", NEXT)), row(cell("b", NEXT))))) == [[("a", 0, 2, 1)], []]


def test_the_older_way_to_merge_across_is_known() -> None:
    body = table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("c")))
    assert grid(first_table(body)) == [[("a", 0, 1, 2), ("c", 2, 1, 1)]]


def test_only_the_rows_at_the_top_that_the_file_marks_are_headers() -> None:
    body = table(row(cell("Lot"), properties=HEADER), row(cell("North")), row(cell("Lot"), properties=HEADER))
    found = first_table(body)
    assert found.header_rows == 1
    assert [cells[0].header for cells in found.rows] == [True, False, False]


def test_a_row_may_begin_further_in() -> None:
    found = first_table(table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>')))
    assert (found.rows[1][0].column, found.columns) == (1, 2)


@pytest.mark.parametrize("wrapper", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"])
def test_tables_rows_and_cells_are_read_whatever_is_wrapped_around_them(wrapper: str) -> None:
    wrapped_cell = row(cell("a"), wrapper.format(cell("b")))
    body = wrapper.format(table(wrapped_cell, wrapper.format(row(cell("c"), cell("d")))))
    assert grid(first_table(body)) == [[("a", 0, 1, 1), ("b", 1, 1, 1)], [("c", 0, 1, 1), ("d", 1, 1, 1)]]


def test_a_table_in_a_cell_is_a_block_of_that_cell() -> None:
    inner = table(row(cell("inner")))
    document = read(table(row(cell(p("before") + inner + p("after")))))
    outer = document.blocks[0].table
    assert outer is not None
    assert [each.kind for each in outer.rows[0][0].blocks] == [
        BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH,
    ]  # fmt: skip
    assert texts(document) == ["before", "inner", "after"]
    assert marks(document, "nested table") == ["inner"]


def test_places_in_a_table_name_the_row() -> None:
    document = read(heading("Price") + table(row(cell("a")), row(cell("b"))), styles=HEADINGS)
    assert block(document, "b").place.part == "row 2 of the table"
    assert block(document, "b").place.heading == ("Price",)


def test_a_number_in_the_first_cell_is_the_clause_of_its_row_only() -> None:
    questions = table(row(cell(numbered("")), cell("Price?")), row(cell(""), cell("Notes")))
    document = read(p("2.1 Answer this:") + questions + p("End"), numbering=numbering(levels("%1", "%1.%2")))
    assert block(document, "Price?").place.clause == "1"
    assert block(document, "Notes").place.clause == "2.1"
    assert block(document, "End").place.clause == "2.1"


def test_a_heading_in_one_of_several_cells_heads_that_cell_alone() -> None:
    cells = table(row(cell(heading("Lot", 2) + p("a")), cell("b")), row(cell("c"), cell("d")))
    document = read(heading("Price") + cells + p("e"), styles=HEADINGS)
    assert block(document, "a").place.heading == ("Price", "Lot")
    assert {block(document, text).place.heading for text in "bcde"} == {("Price",)}


def test_a_heading_in_a_table_of_one_cell_heads_what_follows() -> None:
    document = read(table(row(cell(heading("Part A")))) + p("text"), styles=HEADINGS)
    assert block(document, "text").place.heading == ("Part A",)


def test_a_caption_above_or_below_belongs_to_its_table() -> None:
    caption = '<w:pStyle w:val="Caption"/>'
    above = read(p("Table 1: Lots", caption) + table(row(cell("a"))), styles=CAPTION)
    below = read(table(row(cell("a"))) + p("Table 1: Lots", caption), styles=CAPTION)
    figure = read(p("Figure 1: Map", caption) + table(row(cell("a"))), styles=CAPTION)
    captions = [each.table.caption for document in (above, below, figure) for each in document.blocks if each.table]
    assert captions == ["Table 1: Lots", "Table 1: Lots", ""]


def test_rows_of_different_widths_are_marked() -> None:
    assert marks(read(table(row(cell("a"), cell("b")), row(cell("c")))), "uneven table") == [""]
    assert marks(read(table(row(cell("a"), cell("b")), row(cell("c", SPAN_2)))), "uneven table") == []


def test_a_row_that_a_tracked_change_takes_away_is_left_out() -> None:
    words = '<w:p><w:del w:author="A"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>'
    gone = row(cell(words), properties="<w:del/>")
    document = read(table(row(cell("a")), gone, row(cell("c"))))
    assert texts(document) == ["a", "c"]
    assert block(document, "c").place.part == "row 2 of the table"


def test_numbers_go_on_through_the_cells_of_a_table() -> None:
    body = numbered("a") + table(row(cell(numbered("b")), cell(numbered("c")))) + numbered("d")
    assert labelled(read(body, numbering=numbering(levels("%1.")))) == ["1. a", "2. b", "3. c", "4. d"]


def test_a_span_without_end_and_tables_within_tables_without_end_are_read_all_the_same() -> None:
    wide = first_table(table(row(cell("a", '<w:gridSpan w:val="999999999"/>'))))
    assert wide.rows[0][0] == Cell(0, 0, wide.rows[0][0].blocks, 1, 1000)
    body = p("deep")
    for _ in range(70):
        body = table(row(f"<w:tc>{body}</w:tc>"))
    document = read(body)
    assert texts(document) == ["deep"]
    assert sum(each.table is not None for each in walk(document.blocks)) == 12


def test_a_table_without_rows_is_nothing() -> None:
    assert read(table() + p("text")).blocks[0].text == "text"
