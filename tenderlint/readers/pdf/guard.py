"""Keeps pages that would unpack to absurd sizes away from PDFium, which has no limit of its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from tenderlint.readers.pdf.objects import ERRORS, inherited, items

MOST_ON_PAGE = 64 * 1024 * 1024  # bytes of drawing instructions, unpacked
_MOST_SQUEEZED = 8 * 1024 * 1024  # more than this may not be squeezed more than _RATIO times
_RATIO = 100  # real pages are squeezed 3 to 20 times
_DEFLATE_MOST = 1032  # times that deflate can squeeze anything
_LZW_MOST = 1400
_FLATE = ("/FlateDecode", "/Fl")
_PACKED = (*_FLATE, "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL")
_SAMPLE = 2048  # bytes
_DEEPEST = 3
_MOST_FORMS = 400


class Guard:
    """Measures what the pages of one file unpack to; what several pages share is measured once."""

    def __init__(self) -> None:
        self.pictures = 0  # on the page that was measured last
        self._sizes: dict[tuple[int, int], int] = {}
        self._resources: dict[tuple[int, int], tuple[int, int]] = {}

    def is_safe(self, page: Any) -> bool:
        """Tell whether a page (a pikepdf dictionary) can be given to PDFium."""
        self.pictures = 0
        try:
            size = sum(self._size(stream) for stream in _streams(page.get("/Contents")))
            forms, self.pictures = self._forms(inherited(page, "/Resources"), _DEEPEST)
        except ERRORS:
            return True  # what pikepdf cannot read, PDFium does not unpack either
        return size + forms <= MOST_ON_PAGE

    def _forms(self, resources: Any, depth: int) -> tuple[int, int]:
        """Measure the drawings that a page's resources hold, and those in them, and count its pictures."""
        if not isinstance(resources, pikepdf.Dictionary) or not depth:
            return 0, 0
        number = resources.objgen
        if number[0] and number in self._resources:
            return self._resources[number]
        total = pictures = 0
        if number[0]:
            self._resources[number] = (0, 0)
        objects = resources.get("/XObject")
        if isinstance(objects, pikepdf.Dictionary):
            for name in list(objects.keys())[:_MOST_FORMS]:
                item = objects.get(name)
                if not isinstance(item, pikepdf.Stream):
                    continue
                if item.stream_dict.get("/Subtype") == "/Form":
                    total += self._size(item) + self._forms(item.stream_dict.get("/Resources"), depth - 1)[0]
                else:
                    pictures += 1
        if number[0]:
            self._resources[number] = (total, pictures)
        return total, pictures

    def _size(self, stream: Any) -> int:
        number = stream.objgen
        size = self._sizes.get(number) if number[0] else None
        if size is None:
            size = _unpacked(stream)
            if number[0]:
                self._sizes[number] = size
        return size


def _streams(contents: Any) -> Iterator[Any]:
    if isinstance(contents, pikepdf.Stream):
        yield contents
    elif isinstance(contents, pikepdf.Array):
        for number in range(min(len(contents), 10_000)):
            item = contents[number]
            if isinstance(item, pikepdf.Stream):
                yield item


def _unpacked(stream: Any) -> int:
    """Return the unpacked size of a stream, or more than the limit as soon as it is passed; guessed when small."""
    header = stream.stream_dict
    length = header.get("/Length")
    length = length if isinstance(length, int) and length >= 0 else 0
    filters = [str(one) for one in items(header.get("/Filter"))]
    packed = [name for name in filters if name in _PACKED]
    if not packed:
        return length
    if len(packed) == 1 and length * (_DEFLATE_MOST if packed[0].startswith("/F") else _LZW_MOST) <= _MOST_SQUEEZED:
        return length * 10
    if len(filters) == 1 and packed[0].startswith("/F"):
        if length * _DEFLATE_MOST <= MOST_ON_PAGE and _is_plain(stream.read_raw_bytes()[:_SAMPLE]):
            return length * 10
        return _judged(_inflated(stream.read_raw_bytes(), MOST_ON_PAGE)[0], length)
    if all(name in _FLATE for name in filters):
        data = stream.read_raw_bytes()
        size = length
        for place in range(len(filters)):
            size, data = _inflated(data, MOST_ON_PAGE, keep=place + 1 < len(filters))
            if size > MOST_ON_PAGE:
                break
        return _judged(size, length)
    return length * 10 if length < 256 * 1024 else MOST_ON_PAGE + 1


def _is_plain(sample: bytes) -> bool:
    """Tell from its beginning whether a stream is squeezed no more than drawings are."""
    try:
        return len(zlib.decompressobj().decompress(sample)) < _RATIO // 2 * len(sample)
    except zlib.error:
        return True


def _judged(size: int, length: int) -> int:
    return MOST_ON_PAGE + 1 if size > _MOST_SQUEEZED and size > _RATIO * max(length, 1) else size


def _inflated(data: bytes, most: int, keep: bool = False) -> tuple[int, bytes]:
    """Inflate up to `most` bytes, piece by piece; return the size and, if kept, the bytes."""
    unpack = zlib.decompressobj()
    size, kept = 0, []
    rest = data
    try:
        while rest and not unpack.eof:
            piece = unpack.decompress(rest, 1024 * 1024)
            rest = unpack.unconsumed_tail
            size += len(piece)
            if keep:
                kept.append(piece)
            if size > most or (not piece and not rest):
                break
    except zlib.error:
        pass
    return size, b"".join(kept)
