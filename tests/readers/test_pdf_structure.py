"""What a PDF says of itself, and what only its reader can see, is kept for the checks."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.facts import facts_of
from tenderlint.readers.pdf.marks import MarkKind
from tests.readers.pdf_files import Sheet, changed, drawn, read_pdf, texts


def words(sheet: Sheet) -> None:
    """Draw a line of words."""
    sheet.text(72, 700, "Tenders close at noon on the first of June.")


def kinds(document: object) -> list[str]:
    """Return the kinds of the marks, each once."""
    return sorted({mark.kind for mark in document.structure.marks})


def test_title_author_and_dates_are_read() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/CreationDate"] = "D:20260301093015+01'00'"
        pdf.Root.Lang = String("en-GB")
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    structure = read_pdf(changed(drawn(words, title="Invitation to tender", author="A. Buyer"), fill)).structure
    assert (structure.title, structure.author, structure.language) == ("Invitation to tender", "A. Buyer", "en-GB")
    assert (structure.title_shown, structure.created) == (True, "2026-03-01T09:30:15+01:00")
    assert "ReportLab" in (structure.producer or "")


def test_a_title_that_stands_in_the_metadata_alone_is_found() -> None:
    metadata = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        b'<rdf:li xml:lang="x-default">Terms &amp; conditions</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>'
        b"</x:xmpmeta>"
    )

    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(metadata, Type=Name.Metadata, Subtype=Name.XML)
        del pdf.docinfo["/Title"]

    assert read_pdf(changed(drawn(words), fill)).structure.title == "Terms & conditions"


def test_a_file_that_says_nothing_of_itself_has_no_title_and_does_not_show_one() -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.trailer["/Info"]

    structure = read_pdf(changed(drawn(words), strip)).structure
    assert (structure.title, structure.title_shown, structure.language, structure.created) == (None, False, None, None)
    assert (structure.tagged, structure.bookmarks) == (False, 0)


def test_bookmarks_are_counted_at_every_depth() -> None:
    def page(sheet: Sheet) -> None:
        words(sheet)
        sheet.canvas.bookmarkPage("a")
        sheet.canvas.addOutlineEntry("One", "a", 0)
        sheet.canvas.addOutlineEntry("Two", "a", 1)

    assert read_pdf(drawn(page)).structure.bookmarks == 2


def test_bookmarks_that_run_in_circles_are_counted_once() -> None:
    def close(pdf: pikepdf.Pdf) -> None:
        item = pdf.make_indirect(Dictionary(Title=String("Round")))
        item.Next = item
        item.First = item
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item))

    assert read_pdf(changed(drawn(words), close)).structure.bookmarks == 1


def test_a_font_that_is_not_in_the_file_is_marked_once() -> None:
    document = read_pdf(drawn(words, words))
    marks = [mark for mark in document.structure.marks if mark.kind == MarkKind.NOT_EMBEDDED]
    assert [(mark.text, mark.place.page) for mark in marks] == [("Helvetica", 1)]


def test_a_font_without_a_map_to_letters_is_marked() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Odd"), CIDSystemInfo=system
        )
        pdf.pages[0].obj.Resources.Font.F9 = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Odd"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([inner]),
        )  # fmt: skip

    marks = read_pdf(changed(drawn(words), make)).structure.marks
    assert [mark.text for mark in marks if mark.kind == MarkKind.NO_MAP] == ["Odd"]


def test_links_without_a_description_are_counted_by_page() -> None:
    def page(sheet: Sheet) -> None:
        words(sheet)
        for height in (700, 650):
            sheet.canvas.linkURL("https://example.org", (72, height, 100, height + 12))

    marks = read_pdf(drawn(page)).structure.marks
    assert [(mark.text, mark.place.page) for mark in marks if mark.kind == MarkKind.LINK_UNDESCRIBED] == [("2", 1)]


def test_code_and_signatures_are_marked() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), SigFlags=3)

    found = kinds(read_pdf(changed(drawn(words), make)))
    assert MarkKind.SCRIPT in found
    assert MarkKind.SIGNED in found


def form(pdf: pikepdf.Pdf, *fields: Dictionary) -> None:
    """Put fields on the first page."""
    made = [pdf.make_indirect(each) for each in fields]
    pdf.pages[0].obj.Annots = Array(made)
    pdf.Root.AcroForm = Dictionary(Fields=Array(made))


def widget(kind: str, name: str, height: float, **more: object) -> Dictionary:
    """Make a form field."""
    return Dictionary({
        "/Type": Name.Annot, "/Subtype": Name.Widget, "/FT": Name(f"/{kind}"), "/T": String(name),
        "/Rect": Array([72, height, 200, height + 12]), **{f"/{key}": value for key, value in more.items()},
    })  # fmt: skip


def test_form_fields_are_read_with_their_values() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        form(
            pdf,
            widget("Tx", "firm", 650, TU=String("Name of your organisation"), V=String("Acme Ltd")),
            widget("Btn", "sme", 620, TU=String("Are you a small enterprise?"), AS=Name("/On")),
            widget("Ch", "lots", 590, TU=String("Lots"), V=Array([String("1"), String("3")])),
            widget("Tx", "phone", 560),
            widget("Btn", "send", 530, Ff=0x10000),
            widget("Sig", "signature", 500),
        )

    document = read_pdf(changed(drawn(words), make))
    assert texts(document, BlockKind.FORM_FIELD) == [
        "Name of your organisation: Acme Ltd", "Are you a small enterprise?: yes", "Lots: 1, 3", "phone",
    ]  # fmt: skip
    assert [mark.text for mark in document.structure.marks if mark.kind == MarkKind.FIELD_UNDESCRIBED] == ["phone"]


def test_a_field_takes_what_its_parent_says() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        parent = Dictionary(T=String("bidder"), FT=Name.Tx, TU=String("Address"), V=String("High Street"))
        parent = pdf.make_indirect(parent)
        form(pdf, Dictionary(Type=Name.Annot, Subtype=Name.Widget, T=String("address"), Parent=parent,
                             Rect=Array([72, 600, 200, 612])))  # fmt: skip

    (block,) = [block for block in read_pdf(changed(drawn(words), make)).blocks if block.kind is BlockKind.FORM_FIELD]
    assert (block.text, block.place.part) == ("Address: High Street", "form field “bidder.address”")


@pytest.mark.parametrize("broken", [String("x"), Array([]), 7, Dictionary(), Name("/Odd")])
def test_values_of_the_wrong_kind_are_passed_over(broken: object) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for name in ("Lang", "Outlines", "ViewerPreferences", "MarkInfo", "AcroForm", "Names", "StructTreeRoot"):
            pdf.Root[f"/{name}"] = broken
        pdf.pages[0].obj.Annots = broken

    assert texts(read_pdf(changed(drawn(words), spoil))) == ["Tenders close at noon on the first of June."]


def test_facts_of_a_file_without_a_catalogue_are_none() -> None:
    class Empty:
        @property
        def Root(self) -> object:  # noqa: N802 - pikepdf's own name
            raise pikepdf.PdfError("no catalogue")

    assert facts_of(Empty()).title is None


def test_words_pages_and_digest_are_told() -> None:
    document = read_pdf(drawn(words, words), name="pack/ITT.pdf")
    assert (document.path, document.media_type) == ("pack/ITT.pdf", "application/pdf")
    assert (document.pages, document.words) == (2, 18)
    assert len(document.digest) == 32
    assert document.blocks[0].place.document == "pack/ITT.pdf"
