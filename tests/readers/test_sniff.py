"""Tests of telling files apart: what they hold counts, their name only where that leaves a doubt."""

from __future__ import annotations

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.model import Extent
from tenderlint.readers import kinds, read, read_or_say
from tenderlint.readers.base import Source
from tenderlint.readers.kinds import Kind
from tenderlint.readers.sniff import sniff
from tests.readers.made import compound, jpeg, pdf, png, word, zipped

HTML = b"<!DOCTYPE html><html><body><p>Sign in</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", pdf("Words"), kinds.PDF),
        ("a.docx", pdf("Words"), kinds.PDF),
        ("a.pdf", b"junk from a mail gateway\n" + pdf("Words"), kinds.PDF),
        ("a.pdf", word("Words"), kinds.WORD),
        ("a.docx", zipped({"[Content_Types].xml": "wordprocessingml", "odd/main.xml": ""}), kinds.WORD),
        ("a.zip", zipped({"xl/workbook.xml": "", "[Content_Types].xml": ""}), kinds.WORKBOOK),
        ("a.bin", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), kinds.TEXT_DOCUMENT),
        ("a.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), kinds.SPREADSHEET),
        ("a.zip", zipped({"mimetype": "application/vnd.etsi.asic-e+zip"}), kinds.CONTAINER),
        ("a.zip", zipped({"Terms.docx": word("Words")}), kinds.ZIP),
        ("a.pptx", zipped({"ppt/presentation.xml": ""}), kinds.SLIDES),
        ("a.docx", word("Words")[:200], kinds.WORD),
        ("a.doc", compound("WordDocument", "1Table"), kinds.OLD_WORD),
        ("a.docx", compound("EncryptedPackage", "EncryptionInfo"), kinds.LOCKED),
        ("a.xls", compound("Workbook"), kinds.OLD_WORKBOOK),
        ("a.msg", compound("__properties_version1.0"), kinds.MESSAGE),
        ("a.doc", compound("SomethingElse"), kinds.OLE),
        ("a.doc", b"{\\rtf1\\ansi Words}", kinds.RICH_TEXT),
        ("a.doc", b"<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>Words", kinds.WEB_PAGE),
        ("a.htm", b"<p>Words", kinds.WEB_PAGE),
        ("expected.toml", b"deadline = 2026-03-02\n", kinds.SETTINGS),
        ("mkdocs.yml", b"site_name: words\n", kinds.SETTINGS),
        ("README.md", b"# About the pack\n", kinds.MARKDOWN),
        ("a.xml", b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>", kinds.WORD_XML),
        ("a.xml", b"<?xml version='1.0'?><espd/>", kinds.XML),
        ("a.eml", b"Received: by mail\nFrom: a@b.example\nTo: c@d.example\nSubject: Bid\n\nWords", kinds.MESSAGE),
        ("a.txt", b"From: The buyer\nSubject: Bid\nDate: 3 July\n\nWords", kinds.TEXT),
        ("a.json", b'{"releases": []}', kinds.DATA),
        ("a.md", b"# Words", kinds.MARKDOWN),
        ("a.csv", b"a,b\n1,2\n", kinds.VALUES),
        ("a", "Words – and more".encode("utf-16"), kinds.TEXT),
        ("a.docx", b"", kinds.EMPTY),
        ("a.pdf", bytes(1000), kinds.ZEROS),
        ("a.pdf", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n", kinds.POINTER),
        ("a.url", b"[InternetShortcut]\nURL=https://portal.example\n", kinds.SHORTCUT),
        ("a.png", png(300, 200), kinds.PICTURE),
        ("a.png", png(1240, 1754), kinds.SCAN),
        ("a.jpg", jpeg(1654, 2339), kinds.SCAN),
        ("a.jpg", jpeg(4000, 3000), kinds.PICTURE),
        ("a.jpg", b"\xff\xd8\xff", kinds.PICTURE),
        ("a.mp4", b"\0\0\0\x18ftypmp42", kinds.FILM),
        ("a.dwg", b"AC1032" + bytes(20), kinds.DRAWING),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(20), kinds.ARCHIVE),
        ("a.exe", b"MZ" + bytes(50), kinds.PROGRAM),
        ("a.xyz", bytes(range(256)), kinds.UNKNOWN),
        ("a.mpp", bytes(range(256)), kinds.PROJECT),
    ],
)  # fmt: skip
def test_a_file_is_taken_for_what_it_holds(name: str, data: bytes, kind: Kind) -> None:
    assert sniff(Source(name, data)).name == kind.name


def test_a_word_file_with_a_worksheet_in_it_is_still_a_word_file() -> None:
    data = compound("WordDocument", "ObjectPool") + "Workbook".encode("utf-16-le")
    assert sniff(Source("a.doc", data)) is kinds.OLD_WORD


@pytest.mark.parametrize("cut", [8, 30, 76, 200, 511, 513, 1000, 1100])
def test_a_compound_file_that_is_cut_short_is_of_some_old_kind(cut: int) -> None:
    assert sniff(Source("a.doc", compound("WordDocument")[:cut])).reader == ""


def test_a_misnamed_file_is_read_and_its_name_told() -> None:
    made = read(Source("Terms.pdf", word("Payment is within 30 days.")))
    assert made.words == 5
    (note,) = made.notes
    assert note.text == "is a Word file with the name of a PDF file: read as a Word file. Give it the ending .docx."
    assert not note.lost


def test_a_file_without_an_ending_is_read_and_told() -> None:
    (note,) = read(Source("Terms", word("Words"))).notes
    assert "has no ending" in note.text
    assert not note.lost


def test_a_right_name_needs_no_note() -> None:
    assert read(Source("Terms.DOCX", word("Words"))).notes == ()


def test_a_web_page_in_the_place_of_a_document_says_that_words_may_be_missing() -> None:
    (note,) = read(Source("Terms.pdf", HTML)).notes
    assert note.lost
    assert "perhaps an error or sign-in page" in note.text


def test_a_sign_in_page_in_the_place_of_a_document_is_named() -> None:
    (note,) = read(Source("Terms.docx", HTML.replace(b"Sign in", b"Sign in<input type='password'>"))).notes
    assert note.text.startswith("is a sign-in page with the name of a Word file.")
    assert note.lost


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", b"", "is empty. Copy or download it again."),
        ("a.doc", compound("WordDocument"), "is an old Word file (.doc). Save it as .docx and check that."),
        ("a.docx", compound("EncryptedPackage"),
         "is locked with a password. Save a copy without it, or ask for one."),
        ("a.pdf", png(10, 10), "is a picture, though its name ends in .pdf. If it shows words,"),
        ("a.pdf", bytes(range(256)), "has the name of a PDF file but is none. Save it as Word or PDF and check that."),
        ("a.rtf", b"{\\rtf1 x}", "is a rich text file (.rtf). Save it as .docx and check that."),
        ("a.docx", word("Words")[:300], "is cut short or damaged"),
        ("a.json", b"{}", "is a data file (JSON) but no notice (OCDS). If people must read it, save it as Word."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, data: bytes, told: str) -> None:
    made = read_or_say(Source(name, data))
    assert made.extent is Extent.NOT
    assert made.notes[0].text.startswith(told)
    assert (made.size, made.blocks, made.words) == (len(data), (), 0)
    assert len(made.digest) == 32


def test_pictures_and_the_like_leave_no_gap_and_documents_do() -> None:
    lost = {name: read_or_say(Source(name, data)).notes[0].lost for name, data in {
        "a.png": png(10, 10), "a.dwg": b"AC1032", "a.tif": b"II*\0", "a.doc": compound("WordDocument"),
        "a.msg": compound("__properties_version1.0"), "a.xyz": bytes(range(256)), "a.mp4": b"\0\0\0\x18ftypmp42",
    }.items()}  # fmt: skip
    assert lost == {
        "a.png": False, "a.dwg": False, "a.tif": True, "a.doc": True, "a.msg": True, "a.xyz": True, "a.mp4": False,
    }  # fmt: skip


@pytest.mark.parametrize("fault", [KeyError("x"), MemoryError(), RecursionError(), OSError(5, "x"), SystemError("x")])
def test_whatever_a_reader_raises_becomes_one_plain_line(fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    import tenderlint.readers.plain as plain

    def stumble(source: Source) -> None:
        raise fault

    monkeypatch.setattr(plain, "read", stumble)
    with pytest.raises(UnreadableError, match="could not be read: ") as caught:
        read(Source("a.txt", b"Words"))
    assert caught.value.__cause__ is fault
    assert caught.value.path == "a.txt"
    assert caught.value.advice
    assert "\n" not in str(caught.value)


def test_an_interrupt_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    import tenderlint.readers.plain as plain

    def stop(source: Source) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(plain, "read", stop)
    with pytest.raises(KeyboardInterrupt):
        read(Source("a.txt", b"Words"))


def test_settings_of_a_program_are_listed_and_are_no_words_of_the_pack() -> None:
    document = read_or_say(Source("expected.toml", b'submission_deadline = "2026-10-21T12:00"\n'))
    assert document.extent is Extent.NOT
    assert not document.blocks
    assert [note.lost for note in document.notes] == [False]
    assert "no document of the pack" in document.notes[0].text
