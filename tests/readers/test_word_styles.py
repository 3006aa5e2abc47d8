"""Headings, kinds of paragraph and looks come from Word's styles."""

from __future__ import annotations

import pytest

from tenderlint.model import BlockKind, Look
from tests.readers.word_files import HEADINGS, block, cell, heading, marks, p, r, read, row, table

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme><a:fontScheme><a:majorFont>'
    '<a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
LONG = "The supplier shall at all times keep in force the insurances that schedule 3 names, and show proof of them."


def style(name: str, inner: str = "", kind: str = "paragraph", based: str = "") -> str:
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{above}{inner}</w:style>'


def look(body: str, **more: object) -> Look:
    return read(body, **more).blocks[0].look


def styled(text: str, name: str, run: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>', run)


@pytest.mark.parametrize(
    ("styles", "level"),
    [
        (style("S", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), 3),
        (style("S", based="Heading2") + HEADINGS, 2),
        (style("S", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based="Heading2") + HEADINGS, 0),
        (style("S").replace('w:val="S"', 'w:val="Heading 4"'), 4),
        (style("S").replace('w:val="S"', 'w:val="Title"'), 1),
        (style("S").replace('w:val="S"', 'w:val="Subtitle"'), 0),
        (style("S", based="S"), 0),
    ],
)
def test_a_style_makes_a_heading_by_its_level_its_name_or_what_it_is_based_on(styles: str, level: int) -> None:
    found = read(styled("Insurance of the supplier", "S"), styles=styles).blocks[0]
    assert (found.kind is BlockKind.HEADING, found.level) == (level > 0, level)


def test_a_paragraph_may_be_a_heading_by_itself() -> None:
    assert read(p("Insurance", '<w:outlineLvl w:val="0"/>')).blocks[0].kind is BlockKind.HEADING
    body_text = p("Insurance", '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>')
    assert read(body_text, styles=HEADINGS).blocks[0].kind is BlockKind.PARAGRAPH


def test_headings_of_the_first_level_stand_beside_the_title_and_not_under_it() -> None:
    title = styled("Cleaning of schools", "Title")
    document = read(title + heading("Price") + p("By lot."), styles=HEADINGS + style("Title"))
    assert document.blocks[2].place.heading == ("Price",)


def test_a_whole_sentence_in_the_style_of_a_heading_is_running_text_and_is_told() -> None:
    document = read(heading("Insurance") + heading(LONG, 2) + p("Text."), styles=HEADINGS)
    assert [each.kind for each in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert document.blocks[2].place.heading == ("Insurance",)
    assert marks(document, "paragraph styled as heading") == [LONG[:80]]


def test_an_empty_heading_is_told_and_nothing_stands_under_it() -> None:
    document = read(p("", '<w:pStyle w:val="Heading2"/>') + p("Text."), styles=HEADINGS)
    assert marks(document, "empty heading") == ["heading 2"]
    assert document.blocks[0].place.heading == ()


@pytest.mark.parametrize(
    ("line", "under"),
    [
        (p("Deadlines", run="<w:b/>"), ("Price", "Deadlines")),
        (p("DEADLINES FOR BIDS"), ("Price", "DEADLINES FOR BIDS")),
        (p("Section B – Deadlines"), ("Price", "Section B – Deadlines")),
        (p("Deadline: 3 July", run="<w:b/>"), ("Price",)),
        (p("[Insert deadline]", run="<w:b/>"), ("Price",)),
        (f"<w:p>{r('Deadline', '<w:b/>')}{r(' for bids')}</w:p>", ("Price",)),
        (p("Bids must be here by noon.", run="<w:b/>"), ("Price",)),
    ],
)
def test_a_line_that_looks_like_a_heading_heads_places_and_stays_a_paragraph(line: str, under: tuple[str]) -> None:
    document = read(heading("Price") + line + p("By noon."), styles=HEADINGS)
    assert document.blocks[1].kind is BlockKind.PARAGRAPH
    assert document.blocks[2].place.heading == under


def test_a_larger_line_that_looks_like_a_heading_stays_above_a_smaller_one() -> None:
    body = p("Part one", run='<w:b/><w:sz w:val="32"/>') + p("Bids", run="<w:b/>") + p("Price", run="<w:b/>") + p("x")
    assert read(body).blocks[3].place.heading == ("Part one", "Price")


def test_a_line_that_names_a_part_and_leads_to_a_list_is_no_heading() -> None:
    assert read(p("Section 1 of the plan shall:") + p("x")).blocks[1].place.heading == ()
    assert read(p("Section 1 of the plan") + p("x")).blocks[1].place.heading == ("Section 1 of the plan",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("toc 1", BlockKind.CONTENTS), ("caption", BlockKind.CAPTION), ("List Bullet", BlockKind.LIST_ITEM)],
)
def test_some_styles_tell_the_kind_of_paragraph(name: str, kind: BlockKind) -> None:
    styles = style("S").replace('w:val="S"', f'w:val="{name}"')
    assert read(styled("Deadlines 3", "S"), styles=styles).blocks[0].kind is kind


def test_lines_of_a_contents_field_are_contents() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    body = f"<w:p>{begin}{separate}{r('1 Terms 2')}</w:p>{p('2 Price 3')}<w:p>{end}</w:p>{p('Text')}"
    document = read(body)
    assert [each.kind for each in document.blocks] == [BlockKind.CONTENTS, BlockKind.CONTENTS, BlockKind.PARAGRAPH]
    assert marks(document, "contents list") == [""]


def test_looks_come_through_defaults_styles_and_what_the_run_says() -> None:
    styles = (
        DEFAULTS
        + style("Base", '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial"/><w:i/></w:rPr>')
        + style("Note", '<w:rPr><w:color w:val="ff0000"/></w:rPr>', based="Base")
    )
    run = '<w:i w:val="0"/><w:u w:val="single"/><w:caps/><w:highlight w:val="yellow"/>'
    found = look(styled("Text", "Note", run), styles=styles)
    assert found == Look("Arial", 12.0, False, False, True, True, "FF0000", "FFFF00", "justified")


def test_what_both_paragraph_and_character_style_switch_on_is_off() -> None:
    styles = style("Loud", "<w:rPr><w:b/></w:rPr>") + style("Strong", "<w:rPr><w:b/></w:rPr>", "character")
    strong = '<w:rStyle w:val="Strong"/>'
    assert look(styled("Text", "Loud"), styles=styles).bold is True
    assert look(styled("Text", "Loud", strong), styles=styles).bold is False
    assert look(p("Text", run=strong), styles=styles).bold is True


@pytest.mark.parametrize(
    ("run", "font", "colour"),
    [
        ('<w:rFonts w:asciiTheme="majorHAnsi"/>', "Cambria", None),
        ('<w:rFonts w:asciiTheme="minorHAnsi"/>', "Calibri", None),
        ('<w:color w:val="auto" w:themeColor="accent1"/>', None, "4F81BD"),
        ('<w:color w:val="365F91" w:themeColor="accent1" w:themeShade="BF"/>', None, "365F91"),
        ('<w:color w:themeColor="text1" w:themeTint="80"/>', None, "7F7F7F"),
        ('<w:color w:themeColor="background1" w:themeShade="80"/>', None, "808080"),
        ('<w:color w:val="auto"/>', None, None),
    ],
)
def test_fonts_and_colours_of_the_theme_are_looked_up(run: str, font: str | None, colour: str | None) -> None:
    found = look(p("Text", run=run), files={"theme theme1.xml": THEME})
    assert (found.font, found.colour) == (font, colour)


def test_a_size_that_nobody_names_is_ten_points() -> None:
    assert look(p("Text")).size == 10.0


def test_the_background_is_that_of_run_paragraph_or_cell() -> None:
    shade = '<w:shd w:val="clear" w:fill="{}"/>'
    inner = p("a") + p("b", shade.format("00FF00")) + p("c", run=shade.format("0000FF"))
    document = read(table(row(cell(inner, shade.format("FF0000")))))
    assert [block(document, text).look.background for text in "abc"] == ["FF0000", "00FF00", "0000FF"]


def test_a_table_style_lends_its_look_to_the_rows_that_it_is_switched_on_for() -> None:
    first = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>'
        '<w:tcPr><w:shd w:fill="1F3864"/></w:tcPr></w:tblStylePr>'
    )
    grid = style("Grid", f'<w:rPr><w:sz w:val="18"/></w:rPr>{first}', "table")
    properties = '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="{}"/></w:tblPr>'
    body = table(row(cell("Lot")), row(cell("North"))).replace("<w:tblPr/>", properties)
    on, off = (read(body.format(flag), styles=grid) for flag in "10")
    assert block(on, "Lot").look == Look(size=9.0, bold=True, colour="FFFFFF", background="1F3864")
    assert block(on, "North").look == Look(size=9.0)
    assert block(off, "Lot").look == Look(size=9.0)


def test_words_that_look_otherwise_than_their_block_are_spans() -> None:
    bold = r("noon ", "<w:b/>") + r("on Friday.", "<w:b/>")
    found = read(f"<w:p>{r('Bids must be here by ')}{bold}{r(' No later.')}</w:p>").blocks[0]
    assert found.look.bold is False
    assert [(found.text[span.start : span.end], span.look and span.look.bold) for span in found.spans] == [
        ("noon on Friday.", True)
    ]


@pytest.mark.parametrize(
    ("body", "kind", "told"),
    [
        (p(LONG, '<w:spacing w:line="200"/>'), "line spacing", ["0.83: 107"]),
        (p(LONG, '<w:spacing w:line="240" w:lineRule="exact"/>', '<w:sz w:val="24"/>'), "line spacing", ["0.87: 107"]),
        (p(LONG, '<w:spacing w:line="300" w:lineRule="atLeast"/>'), "line spacing", ["1: 107"]),
        (p("Text", '<w:spacing w:line="200"/>'), "line spacing", []),
        (p("Text", run='<w:effect w:val="blinkBackground"/>'), "animated text", ["Text"]),
        (p("Name:      Address"), "repeated blanks", ["spaces"]),
        (f"<w:p><w:r>{'<w:tab/>' * 3}</w:r>{r('Address')}</w:p>", "repeated blanks", ["tabs"]),
        (p("a") + p() * 4 + p("b"), "repeated blanks", ["empty paragraphs"]),
        (p("Secret", run="<w:vanish/>"), "hidden text", ["Secret"]),
    ],
)
def test_what_only_the_file_shows_is_marked(body: str, kind: str, told: list[str]) -> None:
    assert marks(read(body), kind) == told


def test_the_defaults_for_paragraphs_hold_where_no_style_says_otherwise() -> None:
    spread = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:line="360"/><w:jc w:val="both"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    found = read(p(LONG) + table(row(cell(LONG), cell(LONG))), styles=spread)
    assert found.blocks[0].look.alignment == "justified"
    assert marks(found, "line spacing") == [f"1.5: {len(LONG)}", f"1: {2 * len(LONG)}"]


def test_of_two_styles_of_one_name_the_last_holds() -> None:
    two = style("Pale", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>') + style("Pale", "<w:rPr><w:b/></w:rPr>")
    found = look(p("Words", '<w:pStyle w:val="Pale"/>'), styles=two)
    assert (found.colour, found.bold) == (None, True)


@pytest.mark.parametrize(
    ("shade", "background"),
    [
        ('w:val="clear" w:fill="D9D9D9"', "D9D9D9"),
        ('w:val="clear" w:color="FF0000" w:fill="auto"', None),
        ('w:val="solid" w:color="1F3864" w:fill="auto"', "1F3864"),
        ('w:val="pct20" w:color="auto" w:fill="auto"', "CCCCCC"),
        ('w:val="pct50" w:color="000000" w:fill="FF0000"', "800000"),
        ('w:val="diagStripe" w:color="000000" w:fill="FFFFFF"', "BFBFBF"),
    ],
)
def test_the_pattern_of_a_shade_is_mixed_with_its_fill(shade: str, background: str | None) -> None:
    found = read(p("Words", f"<w:shd {shade}/>") + table(row(cell("a", f"<w:shd {shade}/>"), cell("b"))))
    assert found.blocks[0].look.background == background
    assert block(found, "a").look.background == background


def test_a_raised_number_before_a_paragraph_is_a_typed_note() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    found = read(f"<w:p>{r('1', raised)}{r(' See the terms.')}</w:p><w:p>{r('On the 1')}{r('2', raised)}</w:p>")
    assert marks(found, "typed note") == ["1"]


def test_the_language_is_that_of_most_letters() -> None:
    welsh = '<w:lang w:val="cy-GB"/>'
    mostly = read(p("Dim ond Cymraeg yma", run=welsh) + p("English"), styles=DEFAULTS)
    hardly = read(p("Cymraeg", run=welsh) + p("Mostly English here"), styles=DEFAULTS)
    assert (mostly.structure.language, hardly.structure.language) == ("cy-GB", "en-GB")


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ('<w:pgSz w:w="11906"/><w:pgMar w:left="1440" w:right="1440"/>', ["451: 107"]),
        ('<w:pgSz w:w="16838"/><w:pgMar w:left="1440" w:right="1440" w:gutter="0"/><w:cols w:num="2" w:space="720"/>',
         ["331: 107"]),
        ('<w:pgSz w:w="11906.5"/><w:pgMar w:left="1440" w:right="1440.25"/>', ["451: 107"]),
        ('<w:pgSz w:w="none"/><w:pgMar w:left="1440" w:right="1440"/>', []),
        ("", []),
    ],
)  # fmt: skip
def test_the_width_of_the_lines_is_that_of_the_page_within_its_margins(section: str, told: list[str]) -> None:
    found = read(p(LONG) + table(row(cell(LONG), cell(LONG))) + f"<w:sectPr>{section}</w:sectPr>")
    assert marks(found, "line width") == told


def test_a_heading_stands_under_those_above_it_and_not_under_its_neighbour() -> None:
    body = heading("Terms") + heading("Length", 2) + p("Three years.") + heading("Payment", 2) + heading("Form")
    paths = [each.place.heading for each in read(body, styles=HEADINGS).blocks]
    assert paths == [(), ("Terms",), ("Terms", "Length"), ("Terms",), ()]
