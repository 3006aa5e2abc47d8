"""A file that cannot be read ends in one plain line, whatever is wrong with it."""

from __future__ import annotations

import io
import zipfile

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.readers import word
from tenderlint.readers.base import Source
from tenderlint.readers.zipparts import MOST_PARTS
from tests.readers.word_files import docx, p, xml, zipped

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
MAIN = "word/document.xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/{}" '
    'ContentType="application/vnd.openxmlformats-officedocument.{}.main+xml"/></Types>'
)


def entry(name: str) -> bytes:
    return OLD + name.encode("utf-16-le")


def other_office(name: str, kind: str) -> bytes:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        f'Type="http://x/officeDocument" Target="{name}"/></Relationships>'
    )
    return zipped({"[Content_Types].xml": TYPES.format(name, kind), "_rels/.rels": relation, name: "<x/>"})


def doubled() -> bytes:
    data = zipped({MAIN: xml("document", f"<w:body>{p('x')}</w:body>"), "b": "b"})
    second = data.rindex(b"PK\x01\x02")
    return data[: second + 42] + b"\0\0\0\0" + data[second + 46 :]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF file"),
        (b"{\\rtf1 x}", "is a rich text (RTF) file"),
        (b"\xef\xbb\xbf <html>", "is a web page"),
        (b"version https://git-lfs.github.com/spec/v1", "is a pointer of Git LFS"),
        (b"MZ\x90", "is not a Word file"),
        (entry("EncryptedPackage"), "is locked with a password"),
        (entry("WordDocument"), "is an old Word file"),
        (entry("Workbook"), "is an old Excel file"),
        (entry("PowerPoint Document"), "is an old PowerPoint file"),
        (OLD, "is an old Office file of an unknown kind"),
        (docx(p("x")).data[:-30], "is cut short or damaged"),
        (zipped({"a.txt": "x"}), "is a zip file, not a Word file"),
        (zipped({MAIN: "nothing"}), "is not well-formed XML"),
        (zipped({MAIN: xml("document", "")}), "has no body"),
        (zipped({MAIN: f"<!DOCTYPE x>{xml('document', '')[38:]}"}), "declares a document type"),
        (zipped({MAIN: " " * 20_000_000}), "squeezed more than 200 times"),
        (other_office("xl/workbook.xml", "spreadsheetml.sheet"), "is a spreadsheet"),
        (other_office("ppt/presentation.xml", "presentationml.presentation"), "is a presentation"),
        (zipped({f"{number}": "" for number in range(MOST_PARTS + 1)}), "holds more than 10000 parts"),
        (doubled(), "holds parts that overlap"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        word.read(Source("pack/ITT.docx", data))
    message = str(raised.value)
    assert said in message
    assert message.startswith("pack/ITT.docx: ")
    assert "\n" not in message


def test_a_locked_main_part_is_said_to_be_locked() -> None:
    data = bytearray(zipped({MAIN: "x"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    with pytest.raises(UnreadableError, match="is locked with a password"):
        word.read(Source("ITT.docx", bytes(data)))


def test_a_zip_that_lies_about_its_size_is_not_unpacked_without_end() -> None:
    data = bytearray(zipped({MAIN: "x" * 8_000_000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="squeezed more than 200 times"):
        word.read(Source("ITT.docx", bytes(data)))


def test_a_damaged_stream_is_read_up_to_the_damage() -> None:
    body = "".join(p(f"Clause {number} is worth {number * 7919 % 10007} pounds.") for number in range(3000))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, xml("document", f"<w:body>{body}</w:body>"))
    data = bytearray(packed.getvalue())
    middle = len(data) // 2
    data[middle : middle + 64] = b"\xff" * 64
    document = word.read(Source("ITT.docx", bytes(data)))
    assert 500 < len(document.blocks) < 3000
    assert document.notes[0].lost


def test_parts_are_found_whatever_the_case_and_slashes_of_their_names() -> None:
    parts = {"word\\Document.XML": xml("document", f"<w:body>{p('Text')}</w:body>")}
    assert word.read(Source("ITT.docx", zipped(parts))).blocks[0].text == "Text"
