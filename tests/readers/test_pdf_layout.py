"""A PDF without tags is read by the look of its pages: lines become paragraphs, items, headings and tables."""

from __future__ import annotations

import pytest

from tenderlint.model import BlockKind
from tests.readers.pdf_files import A4, LEADING, Sheet, changed, drawn, only, read_pdf, tables, texts, told

LONG = (
    "The Council wishes to appoint one supplier for the upkeep of all its open spaces,",
    "its playgrounds and its sports fields, and invites tenders from suppliers of every",
    "size that can show how they would do the work well.",
)


def body(sheet: Sheet, height: float = 700, left: float = 72) -> float:
    """Write a paragraph of running text, and return the height of the line that would come next."""
    return sheet.lines(left, height, *LONG)


def test_the_lines_of_a_paragraph_are_joined() -> None:
    document = read_pdf(drawn(body))
    assert told(document) == [("paragraph", "", " ".join(LONG))]


def test_space_between_lines_parts_paragraphs() -> None:
    document = read_pdf(drawn(lambda sheet: (body(sheet, 700), body(sheet, 640))))
    assert texts(document) == [" ".join(LONG)] * 2


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    def page(sheet: Sheet) -> None:
        height = body(sheet)
        sheet.lines(72, height, *lines)
        body(sheet, 500)

    lines = ["Tenders close at noon.", "The Council will answer questions until the day before that."]
    assert texts(read_pdf(drawn(page)))[1:3] == lines


def test_a_compound_keeps_the_hyphen_that_ended_its_line() -> None:
    page = lambda sheet: sheet.lines(72, 700, "The supplier shall act upon all non-", "compliant work.")  # noqa: E731
    assert texts(read_pdf(drawn(page))) == ["The supplier shall act upon all non-compliant work."]


def test_a_word_that_was_divided_becomes_one_when_the_document_divides_words() -> None:
    def page(sheet: Sheet) -> None:
        sheet.lines(72, 700, "The information and the requirements and the evaluation are told in the infor-",
                    "mation pack, with all require-", "ments, and in the evalu-", "ation guide and in the speci-",
                    "fication.")  # fmt: skip

    assert texts(read_pdf(drawn(page))) == [
        "The information and the requirements and the evaluation are told in the information pack, with all "
        "requirements, and in the evaluation guide and in the specification."
    ]


def test_clause_numbers_become_labels_wherever_they_stand() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 700, "1.1")
        sheet.lines(108, 700, *LONG)
        sheet.text(72, 640, "1.2.The supplier shall keep records of all its work for the Council.")
        sheet.text(72, 610, "1.3 Payment is made within 30 days.")

    document = read_pdf(drawn(page))
    assert told(document) == [
        ("paragraph", "1.1", " ".join(LONG)),
        ("paragraph", "1.2", "The supplier shall keep records of all its work for the Council."),
        ("paragraph", "1.3", "Payment is made within 30 days."),
    ]
    assert [block.place.clause for block in document.blocks] == ["1.1", "1.2", "1.3"]


def test_items_stand_below_their_clause_and_deeper_ones_below_them() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 700, "2.4")
        sheet.text(108, 700, "A tender shall be refused when the tenderer:")
        for height, left, label, words in (
            (680, 108, "(a)", "fixes its prices with others;"),
            (660, 108, "(b)", "offers any reward, such as:"),
            (640, 144, "(i)", "money; or"),
            (620, 144, "(ii)", "work."),
        ):
            sheet.text(left, height, label)
            sheet.text(left + 36, height, words)

    found = read_pdf(drawn(page)).blocks
    assert [(block.kind, block.level, block.label) for block in found] == [
        (BlockKind.PARAGRAPH, 0, "2.4"), (BlockKind.LIST_ITEM, 1, "(a)"), (BlockKind.LIST_ITEM, 1, "(b)"),
        (BlockKind.LIST_ITEM, 2, "(i)"), (BlockKind.LIST_ITEM, 2, "(ii)"),
    ]  # fmt: skip
    assert [block.place.clause for block in found] == ["2.4", "2.4(a)", "2.4(b)", "2.4(b)(i)", "2.4(b)(ii)"]


def test_bullets_with_hanging_text_are_items() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 700, "\u2022")
        sheet.lines(90, 700, *LONG)
        sheet.text(72, 650, "\u2022")
        sheet.text(90, 650, "a second item")

    assert told(read_pdf(drawn(page))) == [
        ("list item", "\u2022", " ".join(LONG)), ("list item", "\u2022", "a second item"),
    ]  # fmt: skip


def test_the_amount_at_the_start_of_a_line_is_no_clause() -> None:
    page = lambda sheet: sheet.text(72, 700, "2.5 million pounds is the value of the work")  # noqa: E731
    assert told(read_pdf(drawn(page))) == [("paragraph", "", "2.5 million pounds is the value of the work")]


def test_a_reference_that_starts_a_line_does_not_start_a_clause() -> None:
    lines = ("The supplier shall give notice of every change of its prices in the manner of clause",
             "4.2 of these terms, and shall not invoice at the new price before the notice ends.")  # fmt: skip

    def page(sheet: Sheet) -> None:
        sheet.text(72, 714, "4.1")
        sheet.lines(108, 714, *lines)

    assert told(read_pdf(drawn(page))) == [("paragraph", "4.1", " ".join(lines))]


def test_large_bold_and_numbered_lines_are_headings_with_levels() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 780, "1. Introduction", size=16, bold=True)
        sheet.text(72, 750, "Background", bold=True)
        body(sheet, 730)
        sheet.text(72, 660, "Timetable", bold=True)
        body(sheet, 640)

    def other(sheet: Sheet) -> None:
        sheet.text(72, 700, "2. Award", size=16, bold=True)
        body(sheet, 660)
        sheet.text(72, 600, "Scoring", bold=True)
        body(sheet, 580)

    document = read_pdf(drawn(page, other))
    headings = [(block.level, block.label, block.text) for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == [
        (1, "1", "Introduction"), (2, "", "Background"), (2, "", "Timetable"), (1, "2", "Award"), (2, "", "Scoring"),
    ]  # fmt: skip
    assert document.blocks[2].place.heading == ("1 Introduction", "Background")


def test_bold_words_in_a_list_of_names_are_no_headings() -> None:
    def page(sheet: Sheet) -> None:
        body(sheet, 760)
        for number, name in enumerate(("Form of tender", "Pricing schedule", "Specification", "Conditions")):
            sheet.text(72, 690 - 20 * number, name, bold=True)
        body(sheet, 560)

    assert texts(read_pdf(drawn(page)), BlockKind.HEADING) == []


def test_a_date_is_not_the_number_of_a_heading() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 780, "31 August 2026", size=16, bold=True)
        body(sheet, 740)

    heading = only(read_pdf(drawn(page)), BlockKind.HEADING)
    assert (heading.label, heading.text) == ("", "31 August 2026")


def pages_with_furniture(sheet: Sheet, number: int) -> None:
    """Draw a page with a header, a footer and the number of the page."""
    sheet.text(72, 810, "Upkeep of open spaces", size=9)
    sheet.text(72, 30, f"Version 2, page {number} of 4", size=9)
    body(sheet)


def test_running_headers_and_footers_are_told_once() -> None:
    pages = [lambda sheet, number=number: pages_with_furniture(sheet, number) for number in (1, 2, 3, 4)]
    document = read_pdf(drawn(*pages))
    assert texts(document, BlockKind.HEADER) == ["Upkeep of open spaces"]
    assert texts(document, BlockKind.FOOTER) == ["Version 2, page 1 of 4"]
    assert texts(document, BlockKind.PARAGRAPH) == [" ".join(LONG)] * 4
    assert only(document, BlockKind.HEADER).place.part == "header"


def test_bare_page_numbers_are_left_out() -> None:
    pages = [lambda sheet, number=number: (body(sheet), sheet.text(290, 30, str(number))) for number in (1, 2, 3)]
    assert texts(read_pdf(drawn(*pages))) == [" ".join(LONG)] * 3


def test_headings_at_the_top_of_pages_are_not_taken_for_headers() -> None:
    def page(number: int) -> None:
        return lambda sheet: (sheet.text(72, 800, f"SECTION {number}", size=16, bold=True), body(sheet, 770))

    document = read_pdf(drawn(page(1), body, page(2), page(3)))
    assert texts(document, BlockKind.HEADING) == ["SECTION 1", "SECTION 2", "SECTION 3"]


def test_a_ruled_table_keeps_its_cells_with_all_their_lines() -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid((72, 250, 500), (700, 680, 640, 600))
        sheet.text(76, 686, "Stage")
        sheet.text(254, 686, "Date")
        sheet.lines(76, 666, "Last day for", "questions")
        sheet.text(254, 666, "1 June 2026")
        sheet.text(76, 620, "Deadline")

    document = read_pdf(drawn(page))
    assert tables(document) == [[["Stage", "Date"], ["Last day for questions", "1 June 2026"], ["Deadline", ""]]]
    assert document.blocks[0].table.header_rows == 0
    assert document.blocks[0].place.page == 1


def test_merged_cells_of_a_ruled_table_span_rows_and_columns() -> None:
    def page(sheet: Sheet) -> None:
        for height in (700, 680, 640):
            sheet.rule(72, height, 500, height)
        sheet.rule(250, 660, 500, 660)
        for left in (72, 500):
            sheet.rule(left, 640, left, 700)
        sheet.rule(250, 640, 250, 680)
        sheet.text(76, 686, "Award criteria")
        sheet.text(76, 656, "Quality")
        sheet.text(254, 666, "Method 40%")
        sheet.text(254, 646, "Staff 20%")

    (table,) = [block.table for block in read_pdf(drawn(page)).blocks if block.table]
    spans = [[(cell.text, cell.row_span, cell.column_span) for cell in row] for row in table.rows]
    assert spans == [[("Award criteria", 1, 2)], [("Quality", 2, 1), ("Method 40%", 1, 1)], [("Staff 20%", 1, 1)]]


def test_a_box_around_a_paragraph_is_no_table() -> None:
    document = read_pdf(drawn(lambda sheet: (sheet.grid((60, 540), (730, 650)), body(sheet))))
    assert tables(document) == []
    assert texts(document) == [" ".join(LONG)]


def test_words_under_each_other_in_columns_are_a_table() -> None:
    def page(sheet: Sheet) -> None:
        body(sheet)
        for number, row in enumerate((("Stage", "Date"), ("Issue", "1 May 2026"), ("Deadline", "1 June 2026"))):
            sheet.text(72, 600 - LEADING * number, row[0])
            sheet.text(300, 600 - LEADING * number, row[1])

    assert tables(read_pdf(drawn(page))) == [[["Stage", "Date"], ["Issue", "1 May 2026"], ["Deadline", "1 June 2026"]]]


def test_numbered_rows_of_two_columns_without_rules_are_a_table_and_no_list() -> None:
    def page(sheet: Sheet) -> None:
        body(sheet)
        for number, row in enumerate((("1", "6 April 2026", "Issue"), ("2", "1-5 June 2026", "Interviews"),
                                      ("3", "19 June 2026", "Award"))):  # fmt: skip
            for left, words in zip((72, 150, 330), row, strict=True):
                sheet.text(left, 600 - LEADING * number, words)

    assert tables(read_pdf(drawn(page))) == [
        [["6 April 2026", "Issue"], ["1-5 June 2026", "Interviews"], ["19 June 2026", "Award"]]
    ]


def test_definitions_in_two_columns_keep_their_lines_together() -> None:
    def page(sheet: Sheet) -> None:
        height = 700.0
        for term, meaning in (("Council", LONG), ("Supplier", LONG[:2]), ("Work", LONG)):
            sheet.text(72, height, term)
            height = sheet.lines(160, height, *meaning) - 10

    assert tables(read_pdf(drawn(page))) == [
        [["Council", " ".join(LONG)], ["Supplier", " ".join(LONG[:2])], ["Work", " ".join(LONG)]]
    ]


def test_a_table_that_goes_on_over_a_page_is_one_and_its_head_is_told_once() -> None:
    def page(rows: tuple[tuple[str, str], ...]) -> None:
        def draw(sheet: Sheet) -> None:
            sheet.grid((72, 250, 500), [700 - 20 * number for number in range(len(rows) + 1)])
            for number, row in enumerate(rows):
                sheet.text(76, 686 - 20 * number, row[0])
                sheet.text(254, 686 - 20 * number, row[1])

        return draw

    head = ("Item", "Price")
    document = read_pdf(drawn(page((head, ("Mowing", "10"), ("Edging", "5"))), page((head, ("Pruning", "7")))))
    assert tables(document) == [[["Item", "Price"], ["Mowing", "10"], ["Edging", "5"], ["Pruning", "7"]]]


def test_columns_are_read_one_after_the_other() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 780, "Guide for suppliers", size=16, bold=True)
        for left, word in ((72, "left"), (320, "right")):
            sheet.lines(left, 740, *(f"The {word} column goes on with line {number}" for number in range(8)))

    text = " ".join(texts(read_pdf(drawn(page))))
    assert text.index("left column goes on with line 7") < text.index("right column goes on with line 0")


@pytest.mark.parametrize("dots", [f" {'.' * 28} ", " ." * 13 + " ", " \u2026\u2026\u2026\u2026 "])
def test_lines_with_dots_and_page_numbers_are_contents(dots: str) -> None:
    page = lambda sheet: sheet.lines(72, 700, f"1 Introduction{dots}3", f"2 Timetable{dots}5")  # noqa: E731
    document = read_pdf(drawn(page))
    assert told(document) == [("contents", "", "1 Introduction 3"), ("contents", "", "2 Timetable 5")]


def test_lines_below_the_word_contents_that_end_in_page_numbers_are_contents() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(250, 740, "Contents", bold=True)
        for number, (name, at) in enumerate((("Introduction", "3"), ("Timetable", "5"), ("Award", "9"))):
            sheet.text(72, 700 - 40 * number, name)
            sheet.text(500, 700 - 40 * number, at)

    assert texts(read_pdf(drawn(page)), BlockKind.CONTENTS) == ["Introduction 3", "Timetable 5", "Award 9"]


def test_a_paragraph_that_goes_on_over_a_page_is_one() -> None:
    first = lambda sheet: sheet.lines(72, 100, *LONG[:2])  # noqa: E731
    second = lambda sheet: (sheet.lines(72, 780, LONG[2]), body(sheet, 700))  # noqa: E731
    document = read_pdf(drawn(first, second))
    assert texts(document) == [" ".join(LONG)] * 2
    assert [block.place.page for block in document.blocks] == [1, 2]


def test_a_page_that_is_turned_reads_as_it_is_shown() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.translate(300, 100)
        sheet.canvas.rotate(90)
        sheet.lines(0, 0, *LONG)

    turned = read_pdf(changed(drawn(page), lambda pdf: pdf.pages[0].rotate(90, relative=True)))
    assert texts(turned) == [" ".join(LONG)]
    left, bottom, right, top = turned.blocks[0].place.box
    assert 0 <= left < right <= A4[1]
    assert right - left > 5 * (top - bottom)


def test_a_page_that_is_shown_sideways_is_read_all_the_same() -> None:
    data = changed(drawn(body), lambda pdf: pdf.pages[0].rotate(90, relative=True))
    assert texts(read_pdf(data)) == [" ".join(LONG)]


def test_text_written_up_a_page_reads_from_left_to_right() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.translate(300, 100)
        sheet.canvas.rotate(90)
        sheet.lines(0, 0, *LONG)

    assert texts(read_pdf(drawn(page))) == [" ".join(LONG)]


def test_links_are_told_on_the_words_that_they_lie_on() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 700, "Ask at")
        sheet.text(106, 700, "www.example.org")
        sheet.text(196, 700, "by noon")
        sheet.canvas.linkURL("https://www.example.org/", (106, 697, 192, 710))

    (block,) = read_pdf(drawn(page)).blocks
    assert block.text == "Ask at www.example.org by noon"
    ((start, end, link),) = [(span.start, span.end, span.link) for span in block.spans if span.link]
    assert (block.text[start:end], link) == ("www.example.org", "https://www.example.org/")


def test_bold_and_coloured_words_are_told_as_spans() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(72, 700, "Tenders must arrive")
        sheet.text(175, 700, "before noon", bold=True, colour="#ff0000")
        sheet.text(246, 700, "on the day that is told in the timetable below.")

    (block,) = read_pdf(drawn(page)).blocks
    (span,) = block.spans
    assert block.text[span.start : span.end] == "before noon"
    assert (span.look.bold, span.look.colour, block.look.bold, block.look.size) == (True, "ff0000", False, 11.0)


def test_a_block_knows_its_page_and_the_box_on_it() -> None:
    (block,) = read_pdf(drawn(body)).blocks
    left, bottom, right, top = block.place.box
    assert (block.place.page, block.place.paragraph) == (1, 1)
    assert 71 <= left <= 73
    assert 660 < bottom < 672 < 700 < top < 715
    assert left < right < A4[0]


def test_the_size_that_counts_is_the_one_on_the_page() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.scale(0.5, 0.5)
        body(sheet)

    (block,) = read_pdf(drawn(page)).blocks
    assert block.look.size == 5.5


def test_a_line_at_the_foot_of_a_single_page_far_below_the_text_is_its_footer() -> None:
    document = read_pdf(drawn(lambda sheet: (body(sheet), sheet.lines(72, 36, "Draft 3, Hollinbrook Council"))))
    assert texts(document, BlockKind.FOOTER) == ["Draft 3, Hollinbrook Council"]
    assert document.blocks[-1].place.heading == ()


def test_text_that_runs_to_the_foot_of_a_single_page_has_no_footer() -> None:
    document = read_pdf(drawn(lambda sheet: body(sheet, 36 + 2 * LEADING)))
    assert texts(document, BlockKind.FOOTER) == []
