"""Lists what stands at the top of a compound file, the container of the old Office formats and of Outlook."""

from __future__ import annotations

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA  # numbers from here on are marks, not sectors
_NOTHING = 0xFFFFFFFF
_MOST_SECTORS = 2000
_MOST_ENTRIES = 4000


def names(data: bytes) -> frozenset[str]:
    """Return the names of the streams and folders at the top; empty for a file that is cut short or damaged.

    Only the top counts: a Word file that has a worksheet in it holds a "Workbook" too, but further down.
    """
    try:
        directory = b"".join(_directory(data))
        return frozenset(_top(directory))
    except (struct.error, IndexError, UnicodeDecodeError):
        return frozenset()


def _directory(data: bytes) -> Iterator[bytes]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return
    size = 1 << shift
    tables = [number for number in struct.unpack_from("<109I", data, 76) if number < _LAST_SECTOR]
    sector, seen = struct.unpack_from("<I", data, 48)[0], 0
    while sector < _LAST_SECTOR and seen < _MOST_SECTORS:
        start = (sector + 1) * size
        yield data[start : start + size]
        table, at = divmod(sector, size // 4)
        sector = struct.unpack_from("<I", data, (tables[table] + 1) * size + at * 4)[0]
        seen += 1


def _top(directory: bytes) -> Iterator[str]:
    """Yield the names of the root's children, which hang together as a tree by their left and right neighbours."""
    waiting, seen = [struct.unpack_from("<I", directory, 76)[0]], 0
    while waiting and seen < _MOST_ENTRIES:
        number = waiting.pop()
        seen += 1
        at = number * _ENTRY
        if number == _NOTHING or at + _ENTRY > len(directory):
            continue
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        yield directory[at : at + max(length - 2, 0)].decode("utf-16-le")
        waiting.extend(struct.unpack_from("<II", directory, at + 68))
