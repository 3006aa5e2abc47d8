"""The words of a Word file come out whole, once and in the order of reading."""

from __future__ import annotations

import pytest

from tenderlint.model import BlockKind, Extent
from tests.readers.word_files import HEADINGS, block, docx, heading, marks, p, r, read, texts, xml

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def control(inner: str, properties: str = '<w:alias w:val="Name"/><w:text/>') -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<w:p>{control(r('words'))}</w:p>",
        control(p("words")),
        f"<w:p><w:smartTag>{r('words')}</w:smartTag></w:p>",
        f"<w:p><w:customXml>{r('words')}</w:customXml></w:p>",
        f"<w:customXml>{p('words')}</w:customXml>",
        f'<w:p><w:fldSimple w:instr="DATE">{r("words")}</w:fldSimple></w:p>',
        f"<w:p><w:hyperlink w:anchor='x'>{r('words')}</w:hyperlink></w:p>",
        f"<w:p>{BEGIN}{instruction('DATE')}{SEPARATE}{r('words')}{END}</w:p>",
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>words</m:t></m:r></m:oMath></m:oMathPara></w:p>",
        "<m:oMathPara><m:oMath><m:r><m:t>words</m:t></m:r></m:oMath></m:oMathPara>",
        f"<w:p><w:bdo>{r('words')}</w:bdo></w:p>",
        f"<w:p><mc:AlternateContent><mc:Choice>{r('words')}</mc:Choice><mc:Fallback>{r('old')}</mc:Fallback>"
        "</mc:AlternateContent></w:p>",
        f"<mc:AlternateContent><mc:Fallback>{p('words')}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_words_are_read_whatever_is_wrapped_around_them(wrapped: str) -> None:
    assert texts(read(wrapped)) == ["words"]


def test_tabs_breaks_and_hyphens_read_as_a_person_reads_them() -> None:
    body = (
        "<w:p><w:r><w:t>Price</w:t><w:tab/><w:t>£5</w:t><w:br/><w:t>a non</w:t><w:noBreakHyphen/><w:t>re</w:t>"
        "<w:softHyphen/><w:t>fundable  bond</w:t></w:r></w:p>"
    )
    assert texts(read(body)) == ["Price £5 a non-refundable bond"]


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "Yes ✓"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "Yes ☐"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "Yes ≥"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "Yes α"),
        ("<w:t>\uf0b7</w:t>", "Yes •"),
        ('<w:sym w:font="Wingdings" w:char="nonsense"/>', "Yes •"),
    ],
)
def test_signs_of_symbol_fonts_are_told_in_ordinary_letters(sign: str, shown: str) -> None:
    assert texts(read(f'<w:p><w:r><w:t xml:space="preserve">Yes </w:t>{sign}</w:r></w:p>')) == [shown]


def test_letters_written_in_a_symbol_font_are_signs() -> None:
    box = r("q", '<w:rFonts w:ascii="Wingdings"/>')
    body = f"<w:p>{box}{r(' Tick here')}</w:p>"
    assert texts(read(body)) == ["☐ Tick here"]


def test_the_result_of_a_field_is_read_and_its_instruction_is_not() -> None:
    inner = f"{BEGIN}{instruction('PAGE')}{SEPARATE}{r('7')}{END}"
    body = f"<w:p>{r('See ')}{BEGIN}{instruction('IF ')}{inner}{instruction(' = 1')}{SEPARATE}{r('page 7')}{END}</w:p>"
    assert texts(read(body)) == ["See page 7"]


def test_a_field_that_never_ends_swallows_no_words() -> None:
    document = read(f"<w:p>{BEGIN}{instruction('REF x')}</w:p>{p('The deadline is noon.')}{p('Bids are in English.')}")
    assert texts(document) == ["The deadline is noon.", "Bids are in English."]


def test_a_field_may_go_on_over_several_paragraphs() -> None:
    body = f"<w:p>{BEGIN}{instruction('QUOTE')}{SEPARATE}{r('one')}</w:p>{p('two')}<w:p>{r('three')}{END}</w:p>"
    assert texts(read(body)) == ["one", "two", "three"]


def test_the_words_of_a_macro_button_are_a_prompt_that_shows() -> None:
    document = read(f"<w:p>{r('Buyer: ')}{BEGIN}{instruction('MACROBUTTON NoMacro [Type the name]')}{END}</w:p>")
    assert texts(document) == ["Buyer: [Type the name]"]
    assert marks(document, "prompt showing") == ["[Type the name]"]


def test_links_know_where_they_lead() -> None:
    away = instruction("HYPERLINK &quot;https://b.example/x&quot; \\l &quot;top&quot;")
    body = (
        f"<w:p>{r('See ')}<w:hyperlink r:id='l1'>{r('our portal')}</w:hyperlink>{r(' or ')}"
        f"<w:hyperlink w:anchor='annex'>{r('Annex A')}</w:hyperlink>{r(' or ')}"
        f"{BEGIN}{away}{SEPARATE}{r('this')}{END}</w:p>"
    )
    found = read(body, links={"l1": "https://a.example/?a=1&b=2"}).blocks[0]
    assert [(found.text[span.start : span.end], span.link) for span in found.spans] == [
        ("our portal", "https://a.example/?a=1&b=2"),
        ("Annex A", "#annex"),
        ("this", "https://b.example/x#top"),
    ]


def test_a_prompt_in_a_content_control_is_told_with_its_words() -> None:
    prompting = '<w:showingPlcHdr/><w:tag w:val="x"/><w:date/>'
    document = read(f"<w:p>{r('Start: ')}{control(r('Click to enter a date.'), prompting)}</w:p>")
    assert texts(document) == ["Start: Click to enter a date."]
    assert marks(document, "prompt showing") == ["Click to enter a date."]
    assert marks(document, "form control") == ["date"]
    assert marks(document, "control without title") == ["Click to enter a date."]


def test_the_wrapper_of_a_contents_list_is_no_form_control() -> None:
    document = read(control(p("Contents"), "<w:docPartObj/>"))
    assert marks(document, "form control") == []


def test_form_fields_show_what_is_chosen_and_tell_when_they_lack_help() -> None:
    box = '<w:ffData><w:name w:val="Agree"/><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
    choice = (
        '<w:ffData><w:name w:val="Lot"/><w:helpText w:val="Choose a lot"/><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="North"/><w:listEntry w:val="South"/></w:ddList></w:ffData>'
    )
    fields = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>{instruction("FORM")}{END}{r(" ")}'
        for data in (box, choice)
    )
    document = read(f"<w:p>{fields}</w:p>")
    assert texts(document) == ["☒ South"]
    assert marks(document, "form field without help") == ["Agree"]


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_in() -> None:
    box = f"<w:txbxContent>{p('Box')}</w:txbxContent>"
    body = (
        f"<w:p>{r('Before')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:docPr id='1' name='Box 1'/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{p('After')}"
    )
    document = read(body)
    assert texts(document) == ["Before", "Box", "After"]
    assert block(document, "Box").kind is BlockKind.TEXT_BOX
    assert block(document, "Box").place.part == "text box"
    assert document.structure.pictures == ()
    assert marks(document, "floating object") == ["Box 1"]


def test_the_older_form_of_a_text_box_is_read_too() -> None:
    box = f"<v:textbox><w:txbxContent>{p('Box')}</w:txbxContent></v:textbox>"
    body = f"<w:p><w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r></w:p>"
    assert texts(read(body), BlockKind.TEXT_BOX) == ["Box"]


def picture(properties: str) -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' {properties}</wp:docPr><a:graphic>"
        "<a:graphicData><pic:pic><pic:blipFill><a:blip r:link='l1'/></pic:blipFill></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize(
    ("properties", "alt", "decorative"),
    [
        (">", None, False),
        ("descr=''>", "", False),
        ("descr='A map' title='Map'>", "A map", False),
        ("title='Map'>", "Map", False),
        ("descr=''><a:extLst><a:ext><adec:decorative val='1'/></a:ext></a:extLst>", "", True),
        ("><a:extLst><a:ext><adec:decorative val='0'/></a:ext></a:extLst>", None, False),
    ],
)
def test_pictures_tell_what_they_show(properties: str, alt: str | None, decorative: bool) -> None:
    document = read(p("Where we are") + picture(properties), links={"l1": "https://a.example/map.png"})
    assert [(each.alt, each.decorative) for each in document.structure.pictures] == [(alt, decorative)]
    assert marks(document, "linked picture") == ["https://a.example/map.png"]


def test_a_line_that_is_drawn_needs_no_words() -> None:
    line = (
        "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id='1' name='Line 1'/><a:graphic><a:graphicData><wps:wsp><wps:spPr>"
        "<a:prstGeom prst='line'/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )
    assert read(line).structure.pictures == ()


def test_the_words_of_a_chart_are_read() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Spend a year</a:t></a:r></a:p>'
        "<c:pt><c:v>Day care</c:v></c:pt><c:pt><c:v>12.5</c:v></c:pt></c:chartSpace>"
    )
    body = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Chart 1'/><a:graphic><a:graphicData>"
        "<c:chart r:id='chart.xml'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    document = read(body, files={"chart chart.xml": chart})
    assert texts(document, BlockKind.TEXT_BOX) == ["Spend a year", "Day care"]
    assert document.blocks[0].place.part == "chart"


def test_word_art_is_read_and_a_watermark_is_told_apart_from_the_text() -> None:
    art = "<w:p><w:r><w:pict><v:shape id='{}'><v:textpath string='{}'/></v:shape></w:pict></w:r></w:p>"
    document = read(art.format("WordArt1", "Welcome") + art.format("PowerPlusWaterMarkObject1", "DRAFT"))
    assert texts(document) == ["Welcome"]
    assert marks(document, "watermark") == ["DRAFT"]
    assert marks(document, "word art") == ["Welcome"]


def test_a_large_first_letter_joins_its_paragraph() -> None:
    assert texts(read(p("T", '<w:framePr w:dropCap="drop"/>') + p("he council invites bids."))) == [
        "The council invites bids."
    ]


def test_small_letters_above_words_follow_in_brackets() -> None:
    ruby = f"<w:p><w:r><w:ruby><w:rt>{r('reading')}</w:rt><w:rubyBase>{r('word')}</w:rubyBase></w:ruby></w:r></w:p>"
    assert texts(read(ruby)) == ["word (reading)"]


def test_an_embedded_web_page_is_read_and_another_embedded_file_is_noted() -> None:
    page = "<html><body><p>Words on a page that stands in the file.</p></body></html>"
    read_page = read('<w:altChunk r:id="page.html"/>', files={"aFChunk page.html": page})
    assert texts(read_page) == ["Words on a page that stands in the file."]
    assert read_page.blocks[0].place.part == "embedded document"
    unread = read('<w:altChunk r:id="page.mht"/>' + p("Text"), files={"aFChunk page.mht": "x"})
    assert unread.extent is Extent.PARTLY
    assert "page.mht" in unread.notes[0].text


def test_places_tell_the_headings_the_clause_and_the_running_number() -> None:
    body = heading("Terms") + p("") + p("2.1 The supplier must insure.") + heading("Price", 2) + p("By lot.")
    document = read(body, styles=HEADINGS)
    assert [(each.place.heading, each.place.clause, each.place.paragraph) for each in document.blocks] == [
        ((), None, 1),
        (("Terms",), "2.1", 2),
        (("Terms",), None, 3),
        (("Terms", "Price"), None, 4),
    ]


def test_nothing_is_lost_however_deep_it_is_wrapped() -> None:
    wrapped = r("deep")
    for _ in range(180):
        wrapped = f"<w:ins w:author='A'>{wrapped}</w:ins>"
    controls = p("deeper")
    for _ in range(110):
        controls = control(controls, "")
    assert texts(read(f"<w:p>{wrapped}</w:p>{controls}")) == ["deep", "deeper"]


def test_the_count_of_words_and_the_digest_are_those_of_the_file() -> None:
    source = docx(p("One two three."))
    document = read(p("One two three."))
    assert (document.words, document.size > 0, len(document.digest)) == (3, True, 32)
    assert source.suffix == ".docx"


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = xml("document", f"<w:body>{p('Strict words')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert texts(read(p("x"), files={"x document.xml": strict})) == ["Strict words"]
