"""Tests of plain text and Markdown: what a reader's eye takes for a heading, an item, a table, is one."""

from __future__ import annotations

import time

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.model import Block, BlockKind, Document, Extent
from tenderlint.readers.base import Source
from tenderlint.readers.plain import decode, read


def document(text: str, name: str = "ITT.md") -> Document:
    return read(Source(name, text.encode()))


def shape(made: Document) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.label, block.text) for block in made.blocks]


def cells(block: Block) -> list[list[str]]:
    assert block.table is not None
    return [[cell.text for cell in row] for row in block.table.rows]


def test_headings_keep_their_number_apart_and_what_follows_stands_under_them() -> None:
    made = document("# 3 Timetable\n\n## 3.2 Deadline\n\nBy noon on 3 July 2026.\n")
    assert shape(made)[1] == ("heading", "3.2", "Deadline")
    assert made.blocks[2].place.heading == ("3 Timetable", "3.2 Deadline")
    assert made.blocks[2].place.clause == "3.2"


def test_a_heading_may_be_underlined_instead_of_marked() -> None:
    made = document("Cleaning of the hall\n====================\n\nBackground\n----------\n\nThe hall is old.\n")
    assert [(block.kind, block.level, block.text) for block in made.blocks[:2]] == [
        (BlockKind.HEADING, 1, "Cleaning of the hall"),
        (BlockKind.HEADING, 2, "Background"),
    ]


def test_an_old_heading_without_a_blank_after_its_marks_is_one() -> None:
    assert document("##Background\n\nWords.").blocks[0].kind is BlockKind.HEADING


def test_a_wrapped_list_item_is_one_item() -> None:
    made = document("- The first item goes on\n  over two lines.\n- The second.\n1. A numbered\none.\n")
    assert shape(made) == [
        ("list item", "•", "The first item goes on over two lines."),
        ("list item", "•", "The second."),
        ("list item", "1.", "A numbered one."),
    ]


def test_items_within_items_are_deeper() -> None:
    assert [block.level for block in document("- One\n  - Two\n    - Three\n").blocks] == [1, 2, 3]


def test_clauses_that_follow_each_other_without_empty_lines_are_told_apart() -> None:
    made = document("4.1 The supplier shall clean the hall.\n4.2 The hall is cleaned on\nMondays.\n")
    assert shape(made) == [
        ("paragraph", "4.1", "The supplier shall clean the hall."),
        ("paragraph", "4.2", "The hall is cleaned on Mondays."),
    ]


def test_a_wrapped_line_that_begins_with_a_decimal_number_is_no_clause() -> None:
    made = document("4.1 Prices rise each year by\n2.5 per cent at most.\n")
    assert len(made.blocks) == 1


def test_lines_of_name_and_value_stay_apart() -> None:
    made = document("Issued: 1 June 2026\nReply by: 3 July 2026\n\nA sentence that is\nwrapped: as usual.\n")
    assert [block.text for block in made.blocks] == [
        "Issued: 1 June 2026", "Reply by: 3 July 2026", "A sentence that is wrapped: as usual.",
    ]  # fmt: skip


def test_a_table_may_have_bars_at_its_sides_or_not() -> None:
    with_bars = document("| What | When |\n|---|---|\n| Deadline | 3 July |\n").blocks[0]
    without = document("What | When\n--- | ---\nDeadline | 3 July\n\nAfter.").blocks[0]
    assert cells(with_bars) == cells(without) == [["What", "When"], ["Deadline", "3 July"]]
    assert with_bars.table is not None
    assert with_bars.table.header_rows == 1


def test_a_table_written_in_html_is_a_table() -> None:
    made = document("Dates\n\n<table>\n<tr><th>What</th></tr>\n<tr><td>Deadline</td></tr>\n</table>\n\nAfter.\n")
    assert [block.kind for block in made.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert cells(made.blocks[1]) == [["What"], ["Deadline"]]


def test_marks_for_looks_are_dropped_and_blanks_to_fill_in_are_kept() -> None:
    made = document("**Bold**, *slanted*, `code`, [a link](https://example.org).\n\nName: __________ Date: ______\n")
    assert made.blocks[0].text == "Bold, slanted, code, a link."
    assert made.blocks[1].text == "Name: __________ Date: ______"


def test_placeholders_in_angle_brackets_are_words() -> None:
    assert document("Send it to <insert name> by <br>noon.").blocks[0].text == "Send it to <insert name> by noon."


def test_front_matter_gives_title_and_language_and_is_no_text() -> None:
    made = document('---\ntitle: "Hall cleaning"\nlang: en-GB\n---\n\nWords.\n')
    assert made.structure.title == "Hall cleaning"
    assert made.structure.language == "en-GB"
    assert [block.text for block in made.blocks] == ["Words."]


def test_a_ruled_line_at_the_top_is_not_taken_for_front_matter() -> None:
    made = document("---\nThe council wants bids.\n---\n")
    assert "The council wants bids." in [block.text for block in made.blocks]


def test_remarks_are_no_text_and_an_unclosed_one_is() -> None:
    assert document("Before <!-- hidden\nremark --> after.").blocks[0].text == "Before after."
    assert "kept" in document("Before <!-- kept").blocks[0].text


def test_a_line_of_the_table_of_contents_is_no_heading() -> None:
    made = document("1. Introduction ........... 3\n2. Timetable ........... 4\n", "ITT.txt")
    assert {block.kind for block in made.blocks} == {BlockKind.CONTENTS}
    assert document("- [Timetable](#timetable)\n").blocks[0].kind is BlockKind.CONTENTS


@pytest.mark.parametrize("line", ["1. INTRODUCTION", "2 Background and scope", "SECTION A - PRICES", "Appendix 2 Form"])
def test_plain_text_has_headings_too(line: str) -> None:
    made = document(f"{line}\n\nThe council buys the cleaning of its hall. It wants bids by July.\n", "ITT.txt")
    assert made.blocks[0].kind is BlockKind.HEADING


def test_a_numbered_list_in_plain_text_is_no_row_of_headings() -> None:
    made = document("We want:\n\n1. Clean floors\n\n2. Clean windows\n\n3. Clean doors\n\nThank you.\n", "ITT.txt")
    assert BlockKind.HEADING not in {block.kind for block in made.blocks}


def test_a_numbered_heading_above_its_clauses_is_a_heading() -> None:
    made = document("1. Scope\n\n1.1 The supplier cleans.\n\n2. Price\n\n2.1 The price is fixed.\n", "ITT.txt")
    assert [block.text for block in made.blocks if block.kind is BlockKind.HEADING] == ["Scope", "Price"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_are_read_whatever_they_are_coded_in(coding: str) -> None:
    data = "The bidder’s price is £1,250 – no more.".encode(coding)
    assert decode(Source("a.txt", data)).strip("\ufeff") == "The bidder’s price is £1,250 – no more."


def test_bytes_that_are_no_text_are_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="is not text") as caught:
        read(Source("a.txt", b"\x00\x01\x02\x00\x00\x00"))
    assert caught.value.advice


def test_a_text_longer_than_any_document_is_read_to_a_point_and_says_so() -> None:
    made = document("word " * 2_100_000)
    assert made.words == 2_000_000
    assert made.extent is Extent.PARTLY
    assert made.notes[0].lost


@pytest.mark.parametrize("piece", ["*a", "_a", "`a", "[", "[a](", ". ", "#", "|", "<!--", " ", "- ", "1.", "<a ", "a:"])
def test_hostile_text_is_read_in_no_time(piece: str) -> None:
    started = time.process_time()
    document(piece * 50_000, "a.txt")
    assert time.process_time() - started < 3


def words(text: str) -> list[str]:
    return [block.text for block in document(text, "notice.txt").blocks]


def test_a_label_below_a_list_item_is_no_part_of_it() -> None:
    text = "Value\n- £240,000 excluding VAT\n- £288,000 including VAT\nContract dates\n- 1 May 2026 to 30 April 2027\n"
    assert words(text) == [
        "Value", "£240,000 excluding VAT", "£288,000 including VAT", "Contract dates", "1 May 2026 to 30 April 2027",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item",
    [
        "- Tenders must be returned through the portal by noon on the day\n  Named in the timetable.",
        "- Tenders must be returned through the portal, which is called the\nFenland Portal, by noon.",
        "- Tenders must be returned through the portal by noon on the last\nday of the month.",
    ],
)
def test_an_item_that_goes_on_at_the_margin_stays_one(item: str) -> None:
    assert len(words(f"{item}\n")) == 1


def test_short_lines_are_not_wrapped_at_the_longest_of_them() -> None:
    text = "Deadline for questions\nWednesday 18 February 2026 at 11:59pm\nClosing date\nWednesday 25 February 2026\n"
    assert len(words(text)) == 4


def test_where_paragraphs_are_long_lines_each_line_is_one() -> None:
    long = "The Council wishes to appoint a consultant who will study the town centre and say what it needs. " * 4
    assert words(f"{long}\nTotal value\n£40,000\n")[1:] == ["Total value", "£40,000"]


def test_a_title_that_breaks_at_a_small_word_is_one_line() -> None:
    text = "Invitation to tender for\nConsultancy to Support the\nFen Street Improvement Scheme\nPart A\n"
    assert words(text)[0] == "Invitation to tender for Consultancy to Support the Fen Street Improvement Scheme"


def test_a_day_with_a_short_month_is_no_numbered_heading() -> None:
    assert words("Invitation to Tender\n\n17 Feb 2026\n\nWe ask for tenders.\n")[1] == "17 Feb 2026"
