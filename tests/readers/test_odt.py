"""OpenDocument text is read into the same blocks as Word files."""

from __future__ import annotations

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Extent, Look, Revision
from tenderlint.readers import odt
from tenderlint.readers.base import Source
from tests.readers.word_files import (
    block,
    labelled,
    marks,
    odf,
    odt_content,
    odt_file,
    read_odt,
    texts,
    zipped,
)

P = "<text:p>{}</text:p>".format
CLAUSES = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '</text:list-style><text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
)


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def items(*inner: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(f'<text:list-item>{each}</text:list-item>' for each in inner)}</text:list>"


def paragraph_style(name: str, inner: str, parent: str = "", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}" {more}>'
        f"{inner}</style:style>"
    )


def span_style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def test_headings_head_the_places_of_what_follows() -> None:
    document = read_odt(h("Terms") + h("Price", 2) + P("By lot."))
    assert [(each.kind, each.level, each.place.heading) for each in document.blocks] == [
        (BlockKind.HEADING, 1, ()),
        (BlockKind.HEADING, 2, ("Terms",)),
        (BlockKind.PARAGRAPH, 0, ("Terms", "Price")),
    ]


@pytest.mark.parametrize(("name", "level"), [("Heading_20_2", 2), ("Title", 1), ("Text_20_body", 0)])
def test_a_paragraph_is_a_heading_by_the_style_that_it_is_based_on(name: str, level: int) -> None:
    styles, automatic = paragraph_style(name, ""), paragraph_style("P1", "", name)
    found = read_odt('<text:p text:style-name="P1">Terms</text:p>', styles=styles, automatic=automatic)
    assert found.blocks[0].level == level


def test_blanks_tabs_and_breaks_read_as_a_person_reads_them() -> None:
    assert texts(read_odt(P('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d  e'))) == ["a b c d e"]


def test_fields_links_and_spans_keep_their_words() -> None:
    link = '<text:a xlink:href="https://a.example">our <text:span>portal</text:span></text:a>'
    found = read_odt(P(f"See {link} on page <text:page-number>4</text:page-number>.")).blocks[0]
    assert found.text == "See our portal on page 4."
    assert [(found.text[span.start : span.end], span.link) for span in found.spans] == [
        ("our portal", "https://a.example")
    ]


def test_lists_count_restart_and_go_on() -> None:
    first = items(P("a"), P("b") + items(P("c"), P("d")), more='text:style-name="L" xml:id="l1"')
    on = items(P("e"), more='text:style-name="L" text:continue-list="l1"')
    again = items(P("f"), more='text:style-name="L" text:continue-numbering="true"') + items(P("g"))
    document = read_odt(first + P("between") + on + again, automatic=CLAUSES)
    assert labelled(document) == ["1. a", "2. b", "2.1 c", "2.2 d", "between", "3. e", "4. f", "1. g"]


def test_numbers_of_clauses_and_their_letters_make_places() -> None:
    body = items(P("a") + items(P("clause") + items(P("letter"), P("next"))))
    document = read_odt(body, automatic=CLAUSES)
    assert [(each.kind, each.place.clause) for each in document.blocks] == [
        (BlockKind.PARAGRAPH, "1"),
        (BlockKind.PARAGRAPH, "1.1"),
        (BlockKind.LIST_ITEM, "1.1(a)"),
        (BlockKind.LIST_ITEM, "1.1(b)"),
    ]


def test_only_the_first_paragraph_of_an_item_shows_its_number() -> None:
    document = read_odt(items(P("a") + P("more"), P("b")), automatic=CLAUSES)
    assert labelled(document) == ["1. a", "more", "2. b"]


def test_an_item_may_start_at_a_number_and_a_head_of_a_list_has_none() -> None:
    body = (
        '<text:list text:style-name="L"><text:list-header><text:p>Head</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>a</text:p></text:list-item></text:list>'
    )
    assert labelled(read_odt(body, automatic=CLAUSES)) == ["Head", "7. a"]


def test_bullets_read_as_bullets_and_the_newer_pattern_of_numbers_is_known() -> None:
    newer = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="i" '
        'loext:num-list-format="Lot %1%:"/></text:list-style>'
    )
    body = items(P("a"), more='text:style-name="B"') + items(P("b"), more='text:style-name="N"')
    document = read_odt(body, automatic=CLAUSES + newer)
    assert labelled(document) == ["• a", "Lot i: b"]
    assert document.blocks[0].kind is BlockKind.LIST_ITEM


def test_headings_are_numbered_by_the_outline_of_the_file() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    document = read_odt(h("a") + h("b", 2) + h("c", 2) + h("d"), styles=outline)
    assert labelled(document) == ["1 a", "1.1 b", "1.2 c", "2 d"]
    assert document.blocks[2].place.clause == "1.2"


def test_tables_keep_headers_spans_and_repeated_cells() -> None:
    body = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Lot</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-repeated="2"><text:p>North</text:p></table:table-cell>'
        "</table:table-row>"
        '<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    document = read_odt(body)
    found = document.blocks[0].table
    assert found is not None
    assert found.header_rows == 1
    assert [[(each.text, each.column, each.column_span, each.header) for each in cells] for cells in found.rows] == [
        [("Lot", 0, 2, True)],
        [("North", 0, 1, False), ("North", 1, 1, False)],
        [("", 0, 1, False)],
    ]
    assert marks(document, "merged cells") == ["Lot"]
    assert block(document, "Lot").place.part == "row 1 of the table"


def test_notes_and_comments_stand_beside_the_text() -> None:
    note = (
        '<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Act.</text:p></text:note-body></text:note>"
    )
    comment = "<office:annotation><dc:creator>Ann</dc:creator><text:p>Check.</text:p></office:annotation>"
    document = read_odt(h("Price") + P(f"By{note} lot.{comment}"))
    assert document.blocks[1].text == "By lot."
    assert [(each.kind, each.text, each.place.part, each.place.heading) for each in document.blocks[2:]] == [
        (BlockKind.FOOTNOTE, "Act.", "endnote 1", ("Price",)),
        (BlockKind.COMMENT, "Check.", "comment", ("Price",)),
    ]
    assert document.blocks[3].author == "Ann"


def test_tracked_changes_read_as_accepted() -> None:
    info = "<office:change-info><dc:creator>{}</dc:creator></office:change-info>"
    tracked = (
        f'<text:tracked-changes><text:changed-region text:id="i"><text:insertion>{info.format("Ann")}</text:insertion>'
        f'</text:changed-region><text:changed-region text:id="d"><text:deletion>{info.format("Bob")}<text:p>60</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    new = '<text:change-start text:change-id="i"/>30<text:change-end text:change-id="i"/>'
    changed = f'<text:change text:change-id="d"/>{new}'
    document = read_odt(tracked + P(f"Pay within {changed} days."))
    found = document.blocks[0]
    assert found.text == "Pay within 30 days."
    assert [(span.revision, span.author, span.text, span.start, span.end) for span in found.spans] == [
        (Revision.DELETED, "Bob", "60", 11, 11),
        (Revision.INSERTED, "Ann", "", 11, 13),
    ]
    assert (marks(document, "tracked insertion"), marks(document, "tracked deletion")) == (["Ann: 1"], ["Bob: 1"])


def test_text_boxes_are_read_once_and_pictures_tell_what_they_show() -> None:
    box = "<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame>"
    image = (
        '<draw:frame><draw:image xlink:href="https://a.example/x.png"/><svg:title>Map</svg:title>'
        "<svg:desc>A map of the wards</svg:desc></draw:frame>"
    )
    document = read_odt(P(f"Before{box}{image}") + P("After"))
    assert texts(document) == ["Before", "Box", "After"]
    assert block(document, "Box").kind is BlockKind.TEXT_BOX
    assert [each.alt for each in document.structure.pictures] == ["A map of the wards"]
    assert marks(document, "linked picture") == ["https://a.example/x.png"]


def test_a_picture_floats_unless_it_stands_like_a_letter() -> None:
    inner = '<draw:image xlink:href="Pictures/x.png"/><svg:desc>A map of the wards</svg:desc></draw:frame>'
    pictures = "".join(f'<draw:frame text:anchor-type="{kind}">{inner}' for kind in ("paragraph", "as-char"))
    assert [each.floating for each in read_odt(P(f"Before{pictures}")).structure.pictures] == [True, False]


def test_room_that_was_typed_is_marked() -> None:
    spaces, tabs = 'Name<text:s text:c="6"/>Date', "a<text:tab/><text:tab/><text:tab/>b"
    found = read_odt(P(spaces) + P(tabs) + P("") * 3 + P("End") + P("") * 2 + P("One <text:s/>two"))
    assert marks(found, "repeated blanks") == ["spaces", "tabs", "empty paragraphs"]


def test_a_picture_that_stands_in_a_frame_with_its_caption_is_told_once() -> None:
    image = '<draw:frame><draw:image xlink:href="Pictures/x.png"/><svg:desc>A map of the wards</svg:desc></draw:frame>'
    frame = f"<draw:frame><draw:text-box><text:p>{image}Figure 1: wards</text:p></draw:text-box></draw:frame>"
    document = read_odt(P(f"Before{frame}"))
    assert [each.alt for each in document.structure.pictures] == ["A map of the wards"]


def test_headers_and_footers_of_the_page_styles_in_use_are_read() -> None:
    masters = (
        '<office:master-styles><style:master-page style:name="Standard">'
        "<style:header><text:p>Draft</text:p></style:header>"
        '<style:header-left style:display="false"><text:p>Left</text:p></style:header-left></style:master-page>'
        '<style:master-page style:name="Wide"><style:footer><text:p>Wide</text:p></style:footer></style:master-page>'
        '<style:master-page style:name="Unused"><style:header><text:p>Unused</text:p></style:header>'
        "</style:master-page></office:master-styles>"
    )
    automatic = paragraph_style("P1", "", more='style:master-page-name="Wide"')
    document = read_odt(P("Text"), styles=masters, automatic=automatic)
    assert [(each.kind, each.text) for each in document.blocks[1:]] == [
        (BlockKind.HEADER, "Draft"),
        (BlockKind.FOOTER, "Wide"),
    ]


def test_looks_come_through_the_styles() -> None:
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:language="en" '
        'fo:country="GB"/></style:default-style>'
    )
    fonts = """<style:font-face style:name="F" svg:font-family="'Open Sans'"/>"""
    above = paragraph_style("Base", '<style:text-properties style:font-name="F" fo:color="#ff0000"/>')
    layout = '<style:paragraph-properties fo:text-align="end" fo:background-color="#00ff00"/>'
    own = paragraph_style("P1", layout, "Base")
    words = span_style("T1", 'fo:font-weight="bold" fo:font-size="50%" style:text-underline-style="solid"')
    document = read_odt(
        '<text:p text:style-name="P1">Plain words and <text:span text:style-name="T1">bold</text:span></text:p>',
        styles=default + fonts + above, automatic=own + words,
    )  # fmt: skip
    found = document.blocks[0]
    assert found.look == Look("Open Sans", 12.0, colour="FF0000", background="00FF00", alignment="right")
    assert found.spans[0].look == Look("Open Sans", 6.0, True, False, True, False, "FF0000", "00FF00", "right")
    assert document.structure.language == "en-GB"


def test_hidden_words_and_prompts_are_told() -> None:
    hidden = '<text:span text:style-name="T1">unseen</text:span>'
    prompt = '<text:placeholder text:placeholder-type="text">&lt;Buyer&gt;</text:placeholder>'
    document = read_odt(P(f"Seen {hidden} {prompt}"), automatic=span_style("T1", 'text:display="none"'))
    assert document.blocks[0].text == "Seen unseen <Buyer>"
    assert (marks(document, "hidden text"), marks(document, "prompt showing")) == (["unseen"], ["<Buyer>"])


def test_a_section_may_be_hidden_as_a_whole() -> None:
    document = read_odt(f'<text:section text:display="none">{P("Unseen")}</text:section>{P("Seen")}')
    assert [[span.hidden for span in each.spans] for each in document.blocks] == [[True], []]


def test_lines_of_a_table_of_contents_are_contents() -> None:
    lines = f"<text:index-title>{P('Contents')}</text:index-title>{P('Terms 2')}"
    document = read_odt(f"<text:table-of-content><text:index-body>{lines}</text:index-body></text:table-of-content>")
    assert [each.kind for each in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.CONTENTS]
    assert marks(document, "contents list") == [""]


def test_the_file_tells_its_title_author_date_and_pages() -> None:
    meta = (
        "<dc:title>Cleaning</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:language>en-GB</dc:language>"
        '<meta:creation-date>2026-05-01T09:00:00</meta:creation-date><meta:document-statistic meta:page-count="4"/>'
    )
    document = read_odt(P("Text"), meta=meta)
    told = document.structure
    assert (told.title, told.author, told.created, told.language, document.pages) == (
        "Cleaning", "Ann", "2026-05-01T09:00:00", "en-GB", 4,
    )  # fmt: skip


def test_a_flat_file_is_read_like_a_packed_one() -> None:
    flat = odf(
        "office:document",
        f"<office:meta><dc:title>Flat</dc:title></office:meta><office:automatic-styles>{CLAUSES}</office:automatic-styles>"
        f"<office:body><office:text>{items(P('a'))}</office:text></office:body>",
    )
    document = odt.read(Source("ITT.fodt", flat.encode()))
    assert (labelled(document), document.structure.title) == (["1. a"], "Flat")


LOCKED = odf("manifest:manifest", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
SHEET = odf("office:document-content", "<office:body><office:spreadsheet/></office:body>")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is not OpenDocument text"),
        (b"<html/>", "is not OpenDocument text"),
        (b"<x", "is not OpenDocument text"),
        (b"<!DOCTYPE x><x/>", "declares a document type"),
        (odt_file(P("x")).data[:-40], "is cut short or damaged"),
        (odt_file(P("x"), **{"META-INF__manifest": LOCKED}).data, "is locked with a password"),
        (zipped({"mimetype": "x"}), "its main part is missing"),
        (zipped({"content.xml": SHEET}), "is a spreadsheet"),
        (zipped({"content.xml": odf("office:document-content", "")}), "holds no text"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        odt.read(Source("ITT.odt", data))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_damaged_part_is_read_as_far_as_it_goes() -> None:
    content = odt_content(P("Read") + P("Lost")).partition("Lost")[0]
    document = odt.read(Source("ITT.odt", zipped({"content.xml": content, "styles.xml": "not XML"})))
    assert texts(document) == ["Read"]
    assert document.extent is Extent.PARTLY
    assert any("content.xml is damaged" in note.text for note in document.notes)


def test_two_elements_with_one_id_are_no_damage() -> None:
    twice = items(P("a"), more='xml:id="l" text:style-name="L"') + items(P("b"), more='xml:id="l" text:style-name="L"')
    assert read_odt(twice, automatic=CLAUSES).notes == ()


def test_nothing_breaks_however_deep_lists_and_tables_stand_in_each_other() -> None:
    body = P("deep")
    for _ in range(40):
        inner = f"<table:table-row><table:table-cell>{body}</table:table-cell></table:table-row>"
        body = f"<text:list><text:list-item><table:table>{inner}</table:table></text:list-item></text:list>"
    assert texts(read_odt(body)) == ["deep"]
