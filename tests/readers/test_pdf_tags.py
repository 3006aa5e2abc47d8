"""A tagged PDF is read by its tags, and by its look where they fail."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.marks import MarkKind
from tests.readers.pdf_files import Tag, Words, changed, drawn, only, read_pdf, tagged, texts, told


def marks(document: object) -> list[str]:
    """Return the kinds of the marks."""
    return [mark.kind for mark in document.structure.marks]


def column(*lines: str, start: int = 0) -> list[Words]:
    """Put words below each other, each a marked content of its own."""
    return [Words(start + number, 72, 780 - 20 * number, line) for number, line in enumerate(lines)]


def document(*tags: Tag) -> Tag:
    """Put tags in a document."""
    return Tag("Document", tags)


def test_headings_paragraphs_and_their_places_come_from_the_tags() -> None:
    data = tagged(
        [column("Timetable", "Tenders close at noon.", "Questions", "Ask by e-mail.")],
        document(Tag("H1", [0]), Tag("P", [1]), Tag("H2", [2]), Tag("P", [3])),
    )
    found = read_pdf(data)
    assert [(block.kind, block.level, block.text) for block in found.blocks] == [
        (BlockKind.HEADING, 1, "Timetable"), (BlockKind.PARAGRAPH, 0, "Tenders close at noon."),
        (BlockKind.HEADING, 2, "Questions"), (BlockKind.PARAGRAPH, 0, "Ask by e-mail."),
    ]  # fmt: skip
    assert found.blocks[3].place.heading == ("Timetable", "Questions")
    assert found.structure.tagged is True


def test_the_tags_tell_the_order_even_where_the_page_is_drawn_otherwise() -> None:
    data = tagged([column("second", "first")], document(Tag("P", [1]), Tag("P", [0])))
    assert texts(read_pdf(data)) == ["first", "second"]


def test_tags_without_a_meaning_belong_to_what_holds_them() -> None:
    words = [Words(0, 72, 780, "Questions:"), Words(1, 140, 780, "by noon"), Words(2, 190, 780, "on Friday")]
    strong = Tag("Strong", [Tag("NonStruct", [0])])
    data = tagged([words], document(Tag("P", [strong, Tag("NonStruct", [1]), Tag("Private", [2])])))
    assert texts(read_pdf(data)) == ["Questions: by noon on Friday"]


def test_tags_without_a_meaning_may_hold_blocks() -> None:
    data = tagged([column("First", "Second")], document(Tag("NonStruct", [Tag("P", [0]), Tag("P", [1])])))
    assert texts(read_pdf(data)) == ["First", "Second"]


def test_a_title_is_a_heading_and_own_roles_are_mapped() -> None:
    data = tagged(
        [column("Invitation to tender", "Award", "We buy.")],
        document(Tag("Title", [0]), Tag("Section_head", [1]), Tag("Body", [2])),
        roles={"Section_head": "H2", "Body": "P"},
    )
    assert [(block.kind.value, block.level) for block in read_pdf(data).blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0),
    ]  # fmt: skip


def test_the_number_before_a_heading_is_its_label() -> None:
    found = read_pdf(tagged([column("3.2 Award criteria", "Price.")], document(Tag("H1", [0]), Tag("P", [1]))))
    assert told(found)[0] == ("heading", "3.2", "Award criteria")
    assert found.blocks[1].place.clause == "3.2"


def test_lists_tell_their_labels_and_depth() -> None:
    def item(label: int, body: int, *more: Tag) -> Tag:
        return Tag("LI", [Tag("Lbl", [label]), Tag("LBody", [body, *more])])

    words = [
        Words(number, 72 + 20 * (number % 2), 780 - 20 * (number // 2), text)
        for number, text in enumerate(("(a)", "one", "\u2022", "two", "\u2022", "deeper"))
    ]
    data = tagged([words], document(Tag("L", [item(0, 1), item(2, 3, Tag("L", [item(4, 5)]))])))
    assert [(block.kind, block.level, block.label, block.text) for block in read_pdf(data).blocks] == [
        (BlockKind.LIST_ITEM, 1, "(a)", "one"), (BlockKind.LIST_ITEM, 1, "\u2022", "two"),
        (BlockKind.LIST_ITEM, 2, "\u2022", "deeper"),
    ]  # fmt: skip


def test_a_label_inside_the_body_of_an_item_is_told_apart() -> None:
    data = tagged([column("1.1.The supplier pays.", "(b)the Council pays")],
                  document(Tag("L", [Tag("LI", [Tag("LBody", [0])]), Tag("LI", [Tag("LBody", [1])])])))  # fmt: skip
    assert told(read_pdf(data)) == [
        ("paragraph", "1.1", "The supplier pays."), ("list item", "(b)", "the Council pays"),
    ]  # fmt: skip


def test_an_item_that_shows_no_number_or_bullet_is_a_paragraph() -> None:
    data = tagged([column("The supplier pays.", "\u2022 gloves")],
                  document(Tag("L", [Tag("LI", [Tag("LBody", [0])]), Tag("LI", [Tag("LBody", [1])])])))  # fmt: skip
    assert told(read_pdf(data)) == [("paragraph", "", "The supplier pays."), ("list item", "\u2022", "gloves")]


def test_pieces_of_a_word_in_several_contents_are_put_together() -> None:
    words = [Words(0, 72, 780, "Clea"), Words(1, 94.6, 780, "ning"), Words(2, 118.5, 780, "work")]
    assert texts(read_pdf(tagged([words], document(Tag("P", [0, Tag("Span", [1]), 2]))))) == ["Cleaning work"]


def test_tables_keep_rows_cells_spans_and_header_cells() -> None:
    words = [
        Words(number, left, height, text)
        for number, (left, height, text) in enumerate((
            (72, 700, "Criterion"), (300, 700, "Weight"), (72, 680, "Quality"), (300, 680, "60%"),
            (300, 660, "see below"),
        ))
    ]  # fmt: skip
    rows = [
        Tag("TR", [Tag("TH", [0]), Tag("TH", [1])]),
        Tag("TR", [Tag("TD", [Tag("P", [2])], attributes={"RowSpan": 2}), Tag("TD", [3])]),
        Tag("TR", [Tag("TD", [4], attributes={"ColSpan": 2})]),
    ]
    (block,) = read_pdf(tagged([words], document(Tag("Table", [Tag("TBody", rows)])))).blocks
    table = block.table
    assert [[(cell.text, cell.row, cell.column) for cell in row] for row in table.rows] == [
        [("Criterion", 0, 0), ("Weight", 0, 1)], [("Quality", 1, 0), ("60%", 1, 1)], [("see below", 2, 1)],
    ]  # fmt: skip
    assert (table.header_rows, table.rows[0][0].header, table.rows[1][0].header) == (1, True, False)
    assert (table.rows[1][0].row_span, table.rows[2][0].column_span) == (2, 2)
    assert table.rows[1][1].blocks[0].place.part == "row 2 of the table"


def test_a_table_without_header_cells_is_marked() -> None:
    row = lambda *cells: Tag("TR", [Tag("TD", [cell]) for cell in cells])  # noqa: E731
    found = read_pdf(tagged([column("a", "b", "c", "d")], document(Tag("Table", [row(0, 1), row(2, 3)]))))
    (mark,) = [mark for mark in found.structure.marks if mark.kind == MarkKind.NO_HEADER_CELLS]
    assert (mark.place.page, mark.text) == (1, "a")


def test_the_caption_of_a_table_is_told_before_it_and_with_it() -> None:
    rows = [Tag("Caption", [0]), Tag("TR", [Tag("TH", [1])]), Tag("TR", [Tag("TD", [2])])]
    found = read_pdf(tagged([column("Table 1: Weights", "Quality", "60%")], document(Tag("Table", rows))))
    assert [block.kind.value for block in found.blocks] == ["caption", "table"]
    assert found.blocks[1].table.caption == "Table 1: Weights"


def test_pictures_tell_their_words_for_those_who_cannot_see_them() -> None:
    data = tagged([column("Look.")], document(Tag("P", [0]), Tag("Figure", alt="Map of the park"), Tag("Figure")))
    assert [picture.alt for picture in read_pdf(data).structure.pictures] == ["Map of the park", None]


def test_links_lead_where_they_say() -> None:
    target = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org/portal")))
    words = [Words(0, 72, 780, "Use the"), Words(1, 112, 780, "portal"), Words(2, 145, 780, "only.")]
    (block,) = read_pdf(tagged([words], document(Tag("P", [0, Tag("Link", [1], annotation=target), 2])))).blocks
    ((start, end, link),) = [(span.start, span.end, span.link) for span in block.spans]
    assert (block.text, block.text[start:end], link) == ("Use the portal only.", "portal", "https://example.org/portal")


def test_contents_notes_and_captions_are_what_they_are_tagged_as() -> None:
    data = tagged(
        [column("Introduction ........ 3", "1 See the Act.", "Figure 1: Map", "Text.")],
        document(Tag("TOC", [Tag("TOCI", [0])]), Tag("P", [3, Tag("Note", [1])]), Tag("Caption", [2])),
    )
    assert told(read_pdf(data)) == [
        ("contents", "", "Introduction 3"), ("paragraph", "", "Text."), ("footnote", "", "1 See the Act."),
        ("caption", "", "Figure 1: Map"),
    ]  # fmt: skip


def test_headers_and_footers_that_are_marked_as_artifacts_are_told_once() -> None:
    pages = [
        [Words(None, 72, 815, "Council tender", artifact=True), Words(0, 72, 700, f"Text of page {number}."),
         Words(None, 290, 30, str(number), artifact=True)]
        for number in (1, 2)
    ]  # fmt: skip
    found = read_pdf(tagged(pages, document(Tag("P", [(1, 0)]), Tag("P", [(2, 0)]))))
    assert told(found) == [
        ("header", "", "Council tender"), ("paragraph", "", "Text of page 1."), ("paragraph", "", "Text of page 2."),
    ]  # fmt: skip
    assert found.blocks[0].place.heading == ()


def test_words_that_the_tags_leave_out_are_read_where_they_stand() -> None:
    lines = column("One.", "Two.", "Three of many words that are tagged as they should be.")
    words = [*lines, Words(None, 72, 771, "Lost")]
    found = read_pdf(tagged([words], document(Tag("P", [0]), Tag("P", [1]), Tag("P", [2]))))
    assert texts(found)[:3] == ["One.", "Lost", "Two."]
    assert MarkKind.UNTAGGED_TEXT in marks(found)


def test_words_in_an_artifact_in_the_middle_of_a_page_are_not_lost() -> None:
    words = [*column("One line of text that is tagged.", "Two."), Words(None, 72, 400, "Fine print", artifact=True)]
    assert "Fine print" in texts(read_pdf(tagged([words], document(Tag("P", [0]), Tag("P", [1])))))


def test_tags_that_hold_little_of_the_text_are_not_used() -> None:
    outside = (Words(None, 72, 700 - 30 * number, f"Paragraph {number} without a tag.") for number in range(4))
    words = [*column("Tagged."), *outside]
    found = read_pdf(tagged([words], document(Tag("P", [0]))))
    assert len(found.blocks) == 5
    assert MarkKind.TAGS_UNUSABLE in marks(found)
    assert found.structure.tagged is True


def test_one_tag_around_a_whole_document_is_not_used() -> None:
    pages = [
        [Words(number, 72, 780 - 20 * number, f"Line {number} of {name}{' that goes on and on' * (1 + number % 3)}.")
         for number in range(36)]
        for name in ("a long text", "another text")
    ]  # fmt: skip
    kids = [(page, number) for page in (1, 2) for number in range(36)]
    found = read_pdf(tagged(pages, document(Tag("P", kids))))
    assert len(found.blocks) > 20
    assert MarkKind.TAGS_UNUSABLE in marks(found)


def test_headings_are_found_by_their_look_where_none_is_tagged() -> None:
    running = "The Council wishes to appoint one supplier for the upkeep of all its open spaces."
    words = [Words(0, 72, 780, "Timetable", bold=True, size=16), Words(1, 72, 750, running)]
    found = read_pdf(tagged([words], document(Tag("P", [0]), Tag("P", [1]))))
    assert told(found)[0] == ("heading", "", "Timetable")
    assert MarkKind.HEADINGS_BY_LOOK in marks(found)


def test_a_sentence_tagged_as_a_heading_is_a_paragraph() -> None:
    sentence = "1.1 The supplier shall keep all its records for six years after the end of the contract, and longer."
    found = read_pdf(tagged([column("Records", sentence)], document(Tag("H1", [0]), Tag("H2", [1]))))
    assert found.blocks[1].kind is BlockKind.PARAGRAPH
    assert (found.blocks[1].label, found.blocks[1].place.clause) == ("1.1", "1.1")
    assert MarkKind.HEADING_PARAGRAPH in marks(found)


def test_a_bullet_with_a_sentence_tagged_as_a_heading_is_an_item() -> None:
    sentence = "\u2022 Work with others on the price, unless you have told us before that you bid in a group; or"
    found = read_pdf(tagged([column("Records", sentence)], document(Tag("H1", [0]), Tag("H2", [1]))))
    assert (found.blocks[1].kind, found.blocks[1].level, found.blocks[1].label) == (BlockKind.LIST_ITEM, 1, "\u2022")


def test_actual_text_stands_for_what_is_drawn() -> None:
    words = [Words(0, 72, 780, "Pay"), Words(1, 100, 780, "EUR"), Words(2, 135, 780, "five")]
    data = tagged([words], document(Tag("P", [0, Tag("Span", [1], actual="euros"), 2])))
    assert texts(read_pdf(data)) == ["Pay euros five"]


def test_the_next_line_of_a_paragraph_with_a_tag_of_its_own_is_put_back() -> None:
    words = [Words(0, 72, 780, "The supplier shall keep"), Words(1, 72, 766, "its records for six years.")]
    assert texts(read_pdf(tagged([words], document(Tag("P", [0]), Tag("P", [1]))))) == [
        "The supplier shall keep its records for six years."
    ]


def test_blocks_that_the_tags_tell_a_page_too_late_are_put_back() -> None:
    pages = [column(*(f"Page one, line {number}." for number in range(9))),
             column(*(f"Page two, line {number}." for number in range(9)))]  # fmt: skip
    order = [(1, number) for number in range(8)] + [(2, 0), (1, 8)] + [(2, number) for number in range(1, 9)]
    found = texts(read_pdf(tagged(pages, document(*(Tag("P", [leaf]) for leaf in order)))))
    assert found.index("Page one, line 8.") == 8


@pytest.mark.parametrize("depth", [200, 5000])
def test_tags_nested_without_end_are_read(depth: int) -> None:
    def deepen(pdf: pikepdf.Pdf) -> None:
        inner = pdf.Root.StructTreeRoot.K
        for _ in range(depth):
            inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=Array([inner])))
        pdf.Root.StructTreeRoot.K = inner

    assert texts(read_pdf(changed(tagged([column("Deep.")], document(Tag("P", [0]))), deepen))) == ["Deep."]


def test_tags_that_run_in_circles_are_read_once() -> None:
    def close(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        root.K.K = Array([*root.K.K, root.K, root])

    assert texts(read_pdf(changed(tagged([column("Round.")], document(Tag("P", [0]))), close))) == ["Round."]


def test_a_broken_tag_tree_is_no_hindrance() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K = Array([String("x"), Dictionary(S=String("P")), 99999])

    assert texts(read_pdf(changed(tagged([column("Still here.")], document(Tag("P", [0]))), spoil))) == ["Still here."]


def test_a_file_without_tags_says_so() -> None:
    assert read_pdf(drawn(lambda sheet: sheet.text(72, 700, "Words."))).structure.tagged is False


def test_form_fields_in_a_tagged_file_stand_where_they_are() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        field = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), TU=String("Name of the tenderer"),
            V=String("Acme"), Rect=Array([72, 765, 200, 775]),
        ))  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    found = read_pdf(changed(tagged([column("Name:", "Address:")], document(Tag("P", [0]), Tag("P", [1]))), add))
    assert texts(found) == ["Name:", "Name of the tenderer: Acme", "Address:"]
    assert only(found, BlockKind.FORM_FIELD).place.part == "form field “name”"



def test_a_paragraph_style_called_caption_is_no_heading_of_what_follows() -> None:
    words = [
        Words(0, 72, 780, "Staff"), Words(1, 72, 740, "What we measure", bold=True), Words(2, 72, 720, "Post"),
        Words(3, 200, 720, "Hours"), Words(4, 72, 690, "TUPE does not apply to lot 2."),
    ]  # fmt: skip
    table = Tag("Table", [Tag("TR", [Tag("TH", [2]), Tag("TH", [3])])])
    tags = document(Tag("H1", [0]), Tag("Table#20Caption", [1]), table, Tag("P", [4]))
    found = read_pdf(tagged([words], tags, {"Table#20Caption": "P"}))
    assert found.blocks[1].kind is BlockKind.CAPTION
    assert found.blocks[2].table is not None
    assert found.blocks[2].table.caption == "What we measure"
    assert found.blocks[3].place.heading == ("Staff",)
