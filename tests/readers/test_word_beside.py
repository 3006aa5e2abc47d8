"""Headers, footers, notes and what the file says of itself are read beside the text."""

from __future__ import annotations

from tenderlint.model import BlockKind, Extent
from tenderlint.readers import word
from tenderlint.readers.base import Source
from tests.readers.word_files import HEADINGS, docx, heading, marks, p, r, read, texts, xml, zipped

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Cleaning</dc:title>'
    "<dc:creator>Ann</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2026-05-01T09:00:00Z</dcterms:created>"
    "</cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>12</Pages>'
    "<Application>Writer</Application><AppVersion>1.0</AppVersion></Properties>"
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def shown(kind: str, number: str, which: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{number}"/>'


def test_each_distinct_header_and_footer_is_read_once() -> None:
    first = p("", section(shown("header", "header"), shown("footer", "footer")))
    again = section(shown("header", "header2.xml"), shown("footer", "footer"))
    document = read(
        first + p("Text") + again, header=p("Draft"), footer=p("Council"),
        files={"header header2.xml": xml("hdr", p("Draft"))},
    )  # fmt: skip
    assert [(each.kind, each.text, each.place.part) for each in document.blocks[1:]] == [
        (BlockKind.HEADER, "Draft", "header"),
        (BlockKind.FOOTER, "Council", "footer"),
    ]


def test_headers_that_no_page_shows_are_left_out() -> None:
    files = {"header first.xml": xml("hdr", p("First")), "header even.xml": xml("hdr", p("Even"))}
    references = shown("header", "first.xml", "first"), shown("header", "even.xml", "even")
    assert texts(read(p("Text") + section(*references), files=files)) == ["Text"]
    both = read(
        p("Text") + section(*references, more="<w:titlePg/>"), files=files, settings="<w:evenAndOddHeaders/>"
    )
    assert texts(both) == ["Text", "First", "Even"]


def test_links_in_a_header_are_those_of_the_header() -> None:
    link = f"<w:p><w:hyperlink r:id='l1'>{r('Portal')}</w:hyperlink></w:p>"
    rels = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="l1" Type="{KINDS}/hyperlink" Target="https://h.example" '
        'TargetMode="External"/></Relationships>'
    )
    document = read(
        p("Text") + section(shown("header", "header")), header=link, links={"l1": "https://body.example"},
        files={"x _rels/header.xml.rels": rels},
    )  # fmt: skip
    assert document.blocks[1].spans[0].link == "https://h.example"


def test_a_page_number_in_a_footer_is_marked() -> None:
    page = f"<w:p><w:fldSimple w:instr=' PAGE '>{r('2')}</w:fldSimple></w:p>"
    document = read(p("Text") + section(shown("footer", "footer")), footer=page)
    assert marks(document, "page number") == [""]


def test_notes_stand_under_the_headings_of_the_words_that_they_belong_to() -> None:
    foot, end = "<w:r><w:footnoteReference w:id='3'/></w:r>", "<w:r><w:endnoteReference w:id='1'/></w:r>"
    body = heading("Price") + f"<w:p>{r('By lot')}{foot}{r('.')}{end}</w:p>"
    line = f"<w:footnote w:id='0' w:type='separator'>{p('x')}</w:footnote>"
    document = read(
        body, styles=HEADINGS,
        footnotes=f"{line}<w:footnote w:id='3'>{p('Without VAT.')}</w:footnote>",
        endnotes=f"<w:endnote w:id='1'>{p('See the Act.')}</w:endnote>",
    )  # fmt: skip
    assert document.blocks[1].text == "By lot."
    notes = document.blocks[2:]
    assert [(each.kind, each.text, each.place.part, each.place.heading) for each in notes] == [
        (BlockKind.FOOTNOTE, "Without VAT.", "footnote 1", ("Price",)),
        (BlockKind.FOOTNOTE, "See the Act.", "endnote 1", ("Price",)),
    ]


def test_the_file_tells_its_title_author_dates_and_pages() -> None:
    parts = {
        "word/document.xml": xml("document", f"<w:body>{p('Text')}</w:body>"),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="a" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{PACKAGE}/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="c" Type="{KINDS}/extended-properties" Target="docProps/app.xml"/></Relationships>',
    }
    document = word.read(Source("a.docx", zipped(parts)))
    told = document.structure
    assert (told.title, told.author, told.language, told.created, told.producer, document.pages) == (
        "Cleaning", "Ann", "en-GB", "2026-05-01T09:00:00Z", "Writer 1.0", 12,
    )  # fmt: skip


def test_macros_and_the_colour_of_the_page_are_marked() -> None:
    source = docx(p("Text"), files={"vbaProject vbaProject.bin": b"x"}, name="Form.docm")
    document = word.read(source)
    assert marks(document, "macros") == [""]
    assert document.media_type == "application/vnd.ms-word.document.macroEnabled.12"
    coloured = xml("document", f'<w:background w:color="FFFF99"/><w:body>{p("Text")}</w:body>')
    assert marks(read("", files={"x document.xml": coloured}), "page background") == ["FFFF99"]


def test_an_embedded_file_is_marked_with_the_program_that_made_it() -> None:
    sheet = "<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID='Excel.Sheet.12'/></w:object>"
    body = f"<w:p><w:r>{sheet}</w:r></w:p>"
    assert marks(read(body), "embedded file") == ["Excel.Sheet.12"]


def test_a_part_that_is_damaged_is_read_as_far_as_it_goes_and_noted() -> None:
    cut = xml("document", f"<w:body>{p('Read')}{p('Lost')}</w:body>").partition("Lost")[0]
    document = read("", files={"x document.xml": cut})
    assert texts(document) == ["Read"]
    assert document.extent is Extent.PARTLY
    assert "word/document.xml is damaged" in document.notes[0].text


def test_a_missing_look_costs_no_words_and_a_missing_footer_does() -> None:
    styles = read(p("Text"), files={"styles styles.xml": "not XML"})
    assert (texts(styles), styles.extent, [note.lost for note in styles.notes]) == (["Text"], Extent.FULLY, [False])
    footer = read(p("Text") + section(shown("footer", "footer.xml")), files={"footer footer.xml": "not XML"})
    assert (texts(footer), footer.extent) == (["Text"], Extent.PARTLY)
