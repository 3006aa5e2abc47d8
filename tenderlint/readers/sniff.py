"""Tells what kind of file some bytes are: by what they hold first, by their name second."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

from tenderlint.patterns import late_pattern
from tenderlint.readers import compound, kinds
from tenderlint.readers.base import Source
from tenderlint.readers.kinds import Kind

if TYPE_CHECKING:
    from zipfile import ZipFile

_MAGIC: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"{\\rtf", kinds.RICH_TEXT),
    (0, b"\x89PNG\r\n", kinds.PICTURE),
    (0, b"\xff\xd8\xff", kinds.PICTURE),
    (0, b"GIF8", kinds.PICTURE),
    (0, b"II*\0", kinds.SCAN),
    (0, b"MM\0*", kinds.SCAN),
    (0, b"8BPS", kinds.PICTURE),
    (8, b"WEBP", kinds.PICTURE),
    (40, b" EMF", kinds.PICTURE),
    (0, b"\xd7\xcd\xc6\x9a", kinds.PICTURE),
    (4, b"ftyphei", kinds.PICTURE),
    (4, b"ftypmif", kinds.PICTURE),
    (4, b"ftypavif", kinds.PICTURE),
    (4, b"ftypM4A", kinds.SOUND),
    (4, b"ftyp", kinds.FILM),
    (8, b"AVI ", kinds.FILM),
    (0, b"\x1aE\xdf\xa3", kinds.FILM),
    (0, b"0&\xb2u\x8ef\xcf\x11", kinds.FILM),
    (8, b"WAVE", kinds.SOUND),
    (0, b"ID3", kinds.SOUND),
    (0, b"OggS", kinds.SOUND),
    (0, b"fLaC", kinds.SOUND),
    (0, b"AC10", kinds.DRAWING),
    (0, b"(DWF", kinds.DRAWING),
    (0, b"%!PS", kinds.POSTSCRIPT),
    (0, b"7z\xbc\xaf\x27\x1c", kinds.ARCHIVE),
    (0, b"Rar!\x1a\x07", kinds.ARCHIVE),
    (0, b"\x1f\x8b", kinds.ARCHIVE),
    (0, b"BZh", kinds.ARCHIVE),
    (0, b"\xfd7zXZ", kinds.ARCHIVE),
    (0, b"MSCF", kinds.ARCHIVE),
    (257, b"ustar", kinds.ARCHIVE),
    (0, b"MZ", kinds.PROGRAM),
    (0, b"\x7fELF", kinds.PROGRAM),
    (0, b"SQLite format 3", kinds.DATABASE),
    (4, b"Standard ", kinds.DATABASE),
    (0, b"L\0\0\0\x01\x14\x02\0", kinds.SHORTCUT),
    (0, b"bplist", kinds.SHORTCUT),
    (0, b"\xffWPC", kinds.WORDPERFECT),
    (0, b"OTTO", kinds.FONT),
    (0, b"\0\x01\0\0\0", kinds.FONT),
    (0, b"wOF", kinds.FONT),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_FOLDERS = (
    ("word/", kinds.WORD),
    ("xl/", kinds.WORKBOOK),
    ("ppt/", kinds.SLIDES),
    ("visio/", kinds.VISIO),
    ("index/document.iwa", kinds.PAGES),
    ("index.zip", kinds.PAGES),
    ("fixeddocseq.fdseq", kinds.FIXED),
    ("fixeddocumentsequence.fdseq", kinds.FIXED),
)
_MAIN_PARTS = (
    ("wordprocessingml", kinds.WORD),
    ("spreadsheetml", kinds.WORKBOOK),
    ("presentationml", kinds.SLIDES),
)
_MIMETYPES = (
    ("opendocument.text", kinds.TEXT_DOCUMENT),
    ("opendocument.spreadsheet", kinds.SPREADSHEET),
    ("opendocument.presentation", kinds.OPEN_SLIDES),
    ("opendocument", kinds.OPEN_OTHER),
    ("epub", kinds.BOOK),
    ("asic", kinds.CONTAINER),
)
_STREAMS = (
    ("EncryptedPackage", kinds.LOCKED),
    ("WordDocument", kinds.OLD_WORD),
    ("Workbook", kinds.OLD_WORKBOOK),
    ("Book", kinds.OLD_WORKBOOK),
    ("PowerPoint Document", kinds.OLD_SLIDES),
    ("VisioDocument", kinds.VISIO),
    ("__properties_version1.0", kinds.MESSAGE),
    ("Quill", kinds.PROJECT),
    ("   114", kinds.PROJECT),
)
_HTML = late_pattern(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML_STARTS = (b"<?xml", b"<w:", b"<pkg:", b"<office:", b"<svg")
_HEADER_LINE = late_pattern(rb"^(?:From|To|Subject|Date|Received|MIME-Version|Message-ID|Return-Path):", re.I | re.M)
_ONLY_MAIL = late_pattern(rb"^(?:Received|MIME-Version|Message-ID|Return-Path):", re.I | re.M)
_LFS = b"version https://git-lfs.github.com/spec/"
_ANNEX = late_pattern(rb"[./]{0,60}/?(?:\.git/)?annex/objects/\S{1,300}\s*")
_MOST_STATED = 1024 * 1024
_PAGE_SHAPES = ((1.38, 1.45), (1.27, 1.32))  # long side to short side: A4, and American letter
_PAGE_PIXELS = 1000


def sniff(source: Source) -> Kind:
    """Tell the kind of a file; never raises."""
    data = source.data
    if not data:
        return kinds.EMPTY
    if data.startswith(_ZIP_STARTS):
        return _zip(source)
    if data.startswith(compound.MAGIC):
        return _compound(data)
    if _is_pdf(source):
        return kinds.PDF
    for offset, magic, kind in _MAGIC:
        if data.startswith(magic, offset):
            return kinds.SCAN if kind is kinds.PICTURE and _is_page(data) else kind
    if _is_text(data):
        return _text(source)
    if data.count(0) == len(data):
        return kinds.ZEROS
    named = kinds.kind_of_ending(source.suffix)
    return named if named and not named.reader else kinds.UNKNOWN


def _is_pdf(source: Source) -> bool:
    data = source.data
    start = data.find(b"%PDF-", 0, 1024)
    if start == 0:
        return True
    marked = any(word in data for word in (b"endobj", b"startxref", b"%%EOF"))
    return marked if start > 0 else source.suffix == ".pdf" and (marked or b"%PDF" in data[:1024])


def _zip(source: Source) -> Kind:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = [info.filename.replace("\\", "/").lstrip("/").lower() for info in archive.infolist()[:5000]]
            return _by_names(names) or _by_parts(archive, names) or _office_by_name(source) or kinds.ZIP
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, struct.error):
        return _broken_zip(source)


def _by_names(names: list[str]) -> Kind | None:
    if "mimetype" in names:
        return None
    return next((kind for start, kind in _ZIP_FOLDERS if any(name.startswith(start) for name in names)), None)


def _by_parts(archive: ZipFile, names: list[str]) -> Kind | None:
    """Ask the part that says what the file is, where the names of its parts do not."""
    part, table = ("mimetype", _MIMETYPES) if "mimetype" in names else ("[content_types].xml", _MAIN_PARTS)
    if part not in names:
        return None
    try:
        with archive.open(archive.infolist()[names.index(part)]) as stream:
            stated = stream.read(_MOST_STATED).decode("utf-8", "replace").lower()
    except Exception:  # noqa: BLE001 - zlib and zipfile raise many kinds; the file's own reader will say what is wrong
        return None
    return next((kind for words, kind in table if words in stated), None)


def _broken_zip(source: Source) -> Kind:
    """Guess what a zip file was that has lost its list of contents, so that its own reader can say what is wrong."""
    start = source.data[:65_536].lower()
    for folder, kind in _ZIP_FOLDERS[:3]:
        if folder.encode() in start:
            return kind
    stated = next((kind for words, kind in _MIMETYPES if words.encode() in start[:300]), None)
    return stated or _office_by_name(source) or kinds.ZIP


def _office_by_name(source: Source) -> Kind | None:
    kind = kinds.kind_of_ending(source.suffix)
    return kind if kind in (kinds.WORD, kinds.WORKBOOK, kinds.TEXT_DOCUMENT, kinds.SLIDES) else None


def _compound(data: bytes) -> Kind:
    names = {name.lower() for name in compound.names(data)}
    return next((kind for name, kind in _STREAMS if name.lower() in names), kinds.OLE)


def _is_text(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    start = data[:4096]
    zeros = start.count(0)
    if zeros:  # UTF-16 without its mark has a zero at every second place
        half = len(start) // 2
        one, other = sorted((start[::2].count(0), start[1::2].count(0)))
        return other > half * 0.7 and one < half * 0.05
    strange = sum(start.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    return strange <= len(start) * 0.02


def _text(source: Source) -> Kind:
    start = source.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(_LFS) or (len(source.data) < 500 and _ANNEX.fullmatch(source.data)):
        return kinds.POINTER
    if start[:18].lower() == b"[internetshortcut]":
        return kinds.SHORTCUT
    if start.startswith(b"<") or source.suffix in kinds.WEB_PAGE.endings:
        marked = _marked_up(start, source.suffix)
        if marked is not None:
            return marked
    if _ONLY_MAIL.search(start) and len(_HEADER_LINE.findall(start)) >= 3:
        return kinds.WEB_ARCHIVE if b"multipart/related" in start[:1000].lower() else kinds.MESSAGE
    named = kinds.kind_of_ending(source.suffix)
    if source.suffix == ".json" or (start[:1] in b"{[" and start[1:40].lstrip()[:1] in (b'"', b"{")):
        return kinds.DATA
    return named if named in (kinds.VALUES, kinds.DATA, kinds.MARKDOWN, kinds.SETTINGS) else kinds.TEXT


def _marked_up(start: bytes, suffix: str) -> Kind | None:
    page = _HTML.search(start)
    if start.startswith(_XML_STARTS) and not page:
        if b"Word.Document" in start or b"<w:wordDocument" in start or b"<pkg:package" in start:
            return kinds.WORD_XML
        if b"<office:document" in start:
            return kinds.OPEN_XML
        return kinds.PICTURE if b"<svg" in start else kinds.XML
    return kinds.WEB_PAGE if page or suffix in kinds.WEB_PAGE.endings else None


def _is_page(data: bytes) -> bool:
    """Say whether a picture has the shape and fineness of a scanned page."""
    short, long = sorted(_measure(data))
    if short == 0 or long < _PAGE_PIXELS:
        return False
    return any(least <= long / short <= most for least, most in _PAGE_SHAPES)


def _measure(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG picture in pixels, 0 where they cannot be found."""
    try:
        if data.startswith(b"\x89PNG"):
            width, height = struct.unpack_from(">II", data, 16)
            return width, height
        at = 2
        while data[at] == 0xFF and data.startswith(b"\xff\xd8"):
            marker, length = struct.unpack_from(">BH", data, at + 1)
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                height, width = struct.unpack_from(">HH", data, at + 5)
                return width, height
            at += 2 + length
    except (IndexError, struct.error):
        pass
    return 0, 0
