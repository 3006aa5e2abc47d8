"""Reads the parts of a zip file in memory, within limits that a hostile file cannot pass."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from tenderlint.errors import UnreadableError
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import Source

MOST_IN_PART = 64 * 1024 * 1024
MOST_IN_ALL = 256 * 1024 * 1024
MOST_PARTS = 10_000
MOST_RATIO = 200
SMALL_PART = 1024 * 1024  # below this, a part may be squeezed to any degree

SAVE_AGAIN = "Open it in the program that made it and save it again."
_TOO_LARGE = f"is larger than {MOST_IN_PART // (1024 * 1024)} MB, alone or with the others"
_TOO_SQUEEZED = f"is squeezed more than {MOST_RATIO} times, as no real document is"
_ENCRYPTED = 0x1
_LOCAL = b"PK\x03\x04"
_LOCAL_SIZE = 30
_STEP = 512  # bytes at a time through a damaged part
_STRICT = late_pattern(rb"http://purl\.oclc\.org/ooxml/(\w{1,40})/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"


class PartError(Exception):
    """One part cannot be read; its text says why, in words that follow the part's name."""


@dataclass(slots=True)
class Parts:
    """The parts of one zip file by their names; `spent` counts the bytes unpacked so far."""

    data: bytes
    entries: dict[str, zipfile.ZipInfo]
    spent: int = 0
    damaged: list[str] = field(default_factory=list)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self.entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(info.filename for info in self.entries.values())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, of a damaged one those before the damage, which `damaged` then names.

        Raises PartError when it is missing, locked, too large, or nothing of it can be read.
        """
        info = self.entries.get(_key(name))
        if info is None:
            raise PartError("is missing")
        if info.flag_bits & _ENCRYPTED:
            raise PartError("is locked with a password")
        usual = max(SMALL_PART, MOST_RATIO * info.compress_size)
        most = min(MOST_IN_PART, MOST_IN_ALL - self.spent, usual)
        data, whole = (b"", True) if info.file_size > most else _unpacked(self.data, info, most)
        self.spent += len(data)
        if max(len(data), info.file_size) > most:
            raise PartError(_TOO_SQUEEZED if most == usual else _TOO_LARGE)
        if not whole:
            if not data:
                raise PartError("is damaged")
            self.damaged.append(name)
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part; a broken part is read as far as it goes and noted in `damaged`.

        Raises PartError when nothing of it can be read, or when it holds a DOCTYPE.
        """
        data = self.read(name)
        root = parse(data)
        if root is None:
            root = _mend(data)
            if root is None:
                raise PartError("is not well-formed XML")
            if name not in self.damaged:
                self.damaged.append(name)
        return root


def open_parts(source: Source, kind: str) -> Parts:
    """Open a zip file without unpacking anything; `kind` names what it should be, such as "Word file".

    Raises UnreadableError for bytes that are no zip file, are cut short, hold too many parts, or
    hold parts that overlap.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(
            f"is cut short or damaged: it begins like a {kind} but its end is missing",
            source.path,
            "Copy or download it again, or save it again.",
        ) from error
    if len(infos) > MOST_PARTS:
        raise UnreadableError(f"holds more than {MOST_PARTS} parts, as no real {kind} does", source.path, SAVE_AGAIN)
    if overlap(infos):
        raise UnreadableError("holds parts that overlap each other: it may have been made to do harm", source.path)
    return Parts(source.data, {_key(info.filename): info for info in infos if not info.is_dir()})


def _unpacked(data: bytes, info: zipfile.ZipInfo, most: int) -> tuple[bytes, bool]:
    """Unpack an entry as far as it goes, to `most` bytes and one more; say whether it is whole."""
    at = info.header_offset
    if data[at : at + 4] != _LOCAL or len(data) < at + _LOCAL_SIZE:
        return b"", False
    name, extra = struct.unpack_from("<HH", data, at + 26)
    packed = data[at + _LOCAL_SIZE + name + extra :][: info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        unpacked, sound = packed[: most + 1], True
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        unpacked, sound = _inflated(packed, most + 1)
    else:
        raise PartError("is squeezed in a way that no Office program uses")
    return unpacked, sound and (len(unpacked) > most or zlib.crc32(unpacked) == info.CRC)


def _inflated(packed: bytes, most: int) -> tuple[bytes, bool]:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most), True
    except zlib.error:
        pieces, stream, room = [], zlib.decompressobj(-zlib.MAX_WBITS), most
        for at in range(0, len(packed), _STEP):
            try:
                pieces.append(stream.decompress(packed[at : at + _STEP], room))
            except zlib.error:
                break
            room -= len(pieces[-1])
            if room <= 0:
                break
        return b"".join(pieces), False


def parse(data: bytes) -> etree._Element | None:
    """Parse XML, or return None when it is not well formed; raises PartError when it declares a DOCTYPE."""
    if b"purl.oclc.org" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    if b"<!DOCTYPE" in data[:4096]:
        raise PartError("declares a document type, which such files must not do")
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError:
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartError("declares a document type, which such files must not do")
    return root


def _mend(data: bytes) -> etree._Element | None:
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None
    if root is not None and root.getroottree().docinfo.internalDTD is not None:
        raise PartError("declares a document type, which such files must not do")
    return root


@cache
def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        collect_ids=False,  # two elements with one id, as some programs write, are no damage
        recover=recover,
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Tell whether two entries share bytes, the trick of small files that unpack without end."""
    end = 0
    for info in sorted(infos, key=lambda entry: entry.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + 30 + len(info.filename.encode()) + info.compress_size
    return False
