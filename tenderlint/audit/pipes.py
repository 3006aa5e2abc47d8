"""Sends plain values from process to process through pipes."""

from __future__ import annotations

import marshal
import os
import struct
from collections.abc import Iterator
from typing import Any

_SIZE = struct.Struct(">Q")
_CHUNK = 1024 * 1024


def send(end: int, value: Any) -> None:
    """Write a value whole; raises OSError where nobody reads."""
    data = marshal.dumps(value)
    for part in (_SIZE.pack(len(data)), data):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(end, rest) :]


class Inbox:
    """The reading end of a pipe, which may hold half a value."""

    def __init__(self, end: int) -> None:
        self.end = end
        self.closed = False
        self._held = bytearray()

    def fetch(self) -> Iterator[Any]:
        """Read once, waiting if nothing is there, and yield the values that are whole by now."""
        data = os.read(self.end, _CHUNK)
        self.closed = not data
        self._held += data
        while len(self._held) >= _SIZE.size:
            whole = _SIZE.size + int(_SIZE.unpack_from(self._held)[0])
            if len(self._held) < whole:
                return
            yield marshal.loads(memoryview(self._held)[_SIZE.size : whole])
            self._held = self._held[whole:]

    def all(self) -> Iterator[Any]:
        """Yield every value until the other end is closed."""
        while not self.closed:
            yield from self.fetch()
