"""Small files made up for the tests of the readers."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
FREE, LAST = 0xFFFFFFFF, 0xFFFFFFFE


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def word(*paragraphs: str) -> bytes:
    """Return a Word file that holds these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})


def pdf(text: str) -> bytes:
    """Return a PDF file of one page with one line of text."""
    content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def compound(*streams: str) -> bytes:
    """Return a compound file, the old Office container, whose top holds streams of these names."""
    names = ["Root Entry", *streams]
    entries = b""
    for number, name in enumerate(names):
        letters = name.encode("utf-16-le")
        follows = number + 1 if 0 < number < len(names) - 1 else FREE
        child = 1 if number == 0 and streams else FREE
        entry = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, 5 if number == 0 else 2, 1)
        entries += (entry + struct.pack("<III", FREE, follows, child)).ljust(128, b"\0")
    directory = entries.ljust(-(-len(entries) // 512) * 512, b"\0")
    sectors = len(directory) // 512
    chain = [*range(2, sectors + 1), LAST]
    table = struct.pack("<I", 0xFFFFFFFD) + b"".join(struct.pack("<I", each) for each in chain)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<II", 1, 1)
    header = header.ljust(60, b"\0") + struct.pack("<IIII", LAST, 0, LAST, 0) + struct.pack("<I", 0)
    return header.ljust(512, b"\xff") + table.ljust(512, b"\xff") + directory


def png(width: int, height: int) -> bytes:
    """Return the head of a PNG picture of this size in pixels."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0"


def jpeg(width: int, height: int) -> bytes:
    """Return the head of a JPEG picture of this size in pixels."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + bytes(9) + b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width)
