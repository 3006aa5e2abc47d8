"""What cannot be read of a PDF is said: in one line for a whole file, in notes for parts of it."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Document, Extent
from tenderlint.readers.pdf import pages
from tenderlint.readers.pdf.damage import Damage
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.repair import mend, survey
from tests.readers.pdf_files import Sheet, changed, drawn, read_pdf, texts


def words(sheet: Sheet) -> None:
    """Draw a line of words."""
    sheet.text(72, 700, "Tenders close at noon on the first of June.")


def notes(document: Document) -> str:
    """Return all notes as one text."""
    return "\n".join(note.text for note in document.notes)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04word/document.xml", "is a Word, Excel or zip file with the name of a PDF"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page with the name of a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office file"),
        (b"{\\rtf1 Tender}", "is a rich text"),
        (b"version https://git-lfs.github.com/spec/v1", "is a pointer of Git LFS"),
        (b"Tenders close at noon.", "is not a PDF file"),
        (b"%PDF-1.7\n" + b"nothing of use " * 50, "is damaged or cut short"),
    ],
)
def test_a_file_that_is_no_pdf_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_pdf(data)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.path == "tender.pdf"


def test_a_password_is_told() -> None:
    locked = changed(drawn(words), lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UnreadableError, match="is locked with a password"):
        read_pdf(locked)


def test_a_file_that_may_only_be_read_is_read_and_what_it_forbids_is_marked() -> None:
    rights = pikepdf.Permissions(accessibility=False, extract=False)
    lock = pikepdf.Encryption(owner="a", user="", R=3, allow=rights, aes=False, metadata=False)
    locked = changed(drawn(words), lambda pdf: None, encryption=lock)
    document = read_pdf(locked)
    assert texts(document) == ["Tenders close at noon on the first of June."]
    assert MarkKind.NO_EXTRACTION in [mark.kind for mark in document.structure.marks]


def test_a_file_that_was_cut_short_is_read_as_far_as_it_goes() -> None:
    data = changed(drawn(*[words] * 3), lambda pdf: None)
    document = read_pdf(data[: data.rindex(b"xref")])
    assert len(document.blocks) >= 1
    assert "is damaged" in notes(document)


def test_pages_that_are_pictures_are_named_and_the_file_is_partly_read() -> None:
    picture = lambda sheet: sheet.picture(0, 0, 595, 842)  # noqa: E731
    document = read_pdf(drawn(words, picture, picture, words, picture))
    assert document.extent is Extent.PARTLY
    assert [(note.page, note.lost) for note in document.notes] == [(2, True), (5, True)]
    assert "pages 2 to 3 are images without a text layer" in notes(document)
    assert "page 5 is an image without a text layer. Run text recognition (OCR)" in notes(document)
    assert [picture.place.page for picture in document.structure.pictures] == [2, 3, 5]


def test_a_file_of_pictures_alone_is_not_read() -> None:
    document = read_pdf(drawn(lambda sheet: sheet.picture(0, 0, 595, 842)))
    assert (document.extent, document.words, document.pages) == (Extent.NOT, 0, 1)


def test_a_page_that_is_mostly_a_picture_is_mentioned() -> None:
    document = read_pdf(drawn(lambda sheet: (sheet.picture(0, 0, 595, 842), sheet.text(72, 700, "Our guide"))))
    assert (document.extent, "mostly a picture" in notes(document)) == (Extent.FULLY, True)


def test_an_empty_page_is_nothing_to_speak_of() -> None:
    document = read_pdf(drawn(words, lambda sheet: None))
    assert (document.notes, document.extent, document.pages) == ((), Extent.FULLY, 2)


def test_numbers_that_are_drawn_as_pictures_are_missed() -> None:
    def page(sheet: Sheet) -> None:
        for number in range(6):
            sheet.picture(72, 700 - 30 * number, 14, 8)
            sheet.text(100, 700 - 30 * number, "The supplier shall keep records.")

    document = read_pdf(drawn(page))
    assert "the numbers before 6 paragraphs are drawn as pictures" in notes(document)
    assert document.extent is Extent.PARTLY


def test_a_text_layer_without_its_ligatures_is_told_and_marked() -> None:
    page = lambda sheet: sheet.text(72, 700, "The informaton on all obligatons and the evaluaton is below.")  # noqa: E731
    document = read_pdf(drawn(page))
    assert "the text layer is damaged" in notes(document)
    assert (document.extent, [note.lost for note in document.notes]) == (Extent.FULLY, [False])
    marked = {mark.text for mark in document.structure.marks if mark.kind == MarkKind.DAMAGED_TEXT}
    assert {"informaton", "obligaton", "evaluaton"} <= marked


def test_text_whose_letters_are_unknown_is_not_trusted() -> None:
    gibberish = " ".join(["Wklv", "grfxphqw", "frqwdlqv", "jdveohg", "zrugv", "zlwkrxw", "dqb", "phdqlqj"] * 8)
    line = gibberish.translate(str.maketrans("aeiouy", "bcdfgh"))
    lines = [line[at : at + 80] for at in range(0, 480, 80)]
    document = read_pdf(drawn(lambda sheet: sheet.lines(20, 700, *lines)))
    assert "does not say what its letters are" in notes(document)


def test_control_characters_are_counted_as_text_that_cannot_be_told() -> None:
    assert survey("a\x01\x03\ue123b").odd == 3
    assert survey("Plain “words” – £5").odd == 0
    assert survey("Żółć").odd == 0


def test_symbols_ligatures_and_unseen_characters_are_mended() -> None:
    assert mend("\uf0b7") == "•"
    assert mend("\uf0fc") == "✓"
    assert mend("\uf0a8") == "☐"
    assert mend("o\ufb03ce") == "office"
    assert mend("co\u00adoperate") == "cooperate"
    assert mend("\uf054\uf065\uf06e\uf064\uf065\uf072") == "Tender"


def test_attached_files_are_named() -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["prices.xlsx"] = b"1"
        pdf.attachments["map.dwg"] = b"2"

    document = read_pdf(changed(drawn(words), attach))
    assert "2 files are attached to it and not read" in notes(document)
    assert "prices.xlsx" in notes(document)
    assert document.extent is Extent.PARTLY
    assert {mark.text for mark in document.structure.marks if mark.kind == MarkKind.ATTACHED_FILE} == {
        "prices.xlsx", "map.dwg",
    }  # fmt: skip


def test_a_portfolio_is_told() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["terms.pdf"] = b"1"
        pdf.Root.Collection = Dictionary(Type=Name.Collection)

    assert "(the file is a portfolio)" in notes(read_pdf(changed(drawn(words), make)))


def test_a_form_that_only_adobe_shows_is_not_read() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))

    waiting = lambda sheet: sheet.text(72, 700, "Please wait... If this message is not eventually replaced")  # noqa: E731
    document = read_pdf(changed(drawn(waiting), make))
    assert "is an XFA form" in notes(document)
    assert document.extent is Extent.PARTLY
    assert [note.lost for note in read_pdf(changed(drawn(words), make)).notes] == [False]


def with_content(data: bytes, filters: list[str]) -> bytes:
    """Make a PDF whose second page has this content."""

    def put(pdf: pikepdf.Pdf) -> None:
        stream = Stream(pdf, data)
        stream.stream_dict.Filter = Array([Name(f"/{each}") for each in filters])
        pdf.pages[1].obj.Contents = pdf.make_indirect(stream)

    none = pikepdf.StreamDecodeLevel.none
    return changed(drawn(words, words), put, compress_streams=False, stream_decode_level=none)


def squeezed(piece: bytes, times: int) -> bytes:
    """Squeeze a piece that is repeated very often."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece * 1024) for _ in range(times)) + packer.flush()


@pytest.mark.parametrize(
    ("data", "filters"),
    [
        (squeezed(b" " * 1024, 100), ["FlateDecode"]),
        (zlib.compress(squeezed(b" " * 1024, 100), 9), ["FlateDecode", "FlateDecode"]),
        (squeezed(b"(a) Tj ", 2000), ["FlateDecode"]),
    ],
)
def test_a_page_that_unpacks_to_an_absurd_size_is_left_out(data: bytes, filters: list[str]) -> None:
    document = read_pdf(with_content(data, filters))
    assert texts(document) == ["Tenders close at noon on the first of June."]
    assert [(note.page, note.lost) for note in document.notes] == [(2, True)]
    assert "would unpack to an absurd size" in notes(document)


def test_a_page_squeezed_like_any_other_is_read() -> None:
    shown = b"BT /F1 11 Tf 1 0 0 1 72 700 Tm (Squeezed words) Tj ET\n" + b"0 0 m 1 1 l S\n" * 20000
    assert "Squeezed words" in texts(read_pdf(with_content(zlib.compress(shown), ["FlateDecode"])))


def test_only_so_many_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    monkeypatch.setattr("tenderlint.readers.pdf.document.MOST_PAGES", 2)
    sheets = [lambda sheet, at=at: sheet.text(72, 700, f"Page {at} has words.") for at in (1, 2, 3)]
    document = read_pdf(drawn(*sheets))
    assert texts(document) == ["Page 1 has words.", "Page 2 has words."]
    assert (document.pages, document.notes[0].page, document.notes[0].lost) == (3, 3, True)


def test_pages_that_follow_each_other_are_told_together() -> None:
    damage = Damage(pictures=[1, 2, 3, 7, 9, 10])
    assert [note.text.split(" ", 4)[:4] for note in damage.notes()] == [
        ["pages", "1", "to", "3"], ["page", "7", "is", "an"], ["pages", "9", "to", "10"],
    ]  # fmt: skip


def test_nothing_but_the_one_error_comes_out_of_a_spoilt_file() -> None:
    data = drawn(words, lambda sheet: sheet.grid((72, 200, 400), (700, 650, 600)))
    for at in range(10, len(data), 97):
        spoilt = data[:at] + b"\xff\x00<<" + data[at + 4 :]
        with suppress(UnreadableError):
            assert read_pdf(spoilt).path == "tender.pdf"


def test_a_comment_in_the_file_is_no_part_of_its_text() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = Array([
            Dictionary(Subtype=Name.Text, Rect=Array([72, 690, 90, 710]), Contents=String("Check it"), T=String("Jo")),
            Dictionary(Subtype=Name.FreeText, Rect=Array([72, 600, 200, 620]), Contents=String("Typed on")),
            Dictionary(Subtype=Name.Highlight, Rect=Array([72, 600, 200, 620]), Contents=String("hidden"), F=2),
        ])  # fmt: skip

    found = read_pdf(changed(drawn(words), add)).blocks
    assert [(block.kind, block.text, block.author) for block in found if block.kind is not BlockKind.PARAGRAPH] == [
        (BlockKind.COMMENT, "Check it", "Jo"), (BlockKind.TEXT_BOX, "Typed on", ""),
    ]  # fmt: skip

