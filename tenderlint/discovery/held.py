"""The files of a pack before they are read: on disk, or refused for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tenderlint.errors import UnreadableError

MOST_BYTES = 500 * 1024**2


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file in a folder."""

    path: str
    file: Path

    def load(self) -> bytes:
        """Return its bytes; raises UnreadableError for more than 500 MB, or OSError."""
        with self.file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            why = f"is larger than {MOST_BYTES // 1024**2} MB: it was not read"
            raise UnreadableError(why, self.path, "Split it into smaller files.")
        return data

    def close(self) -> None:
        """Nothing is held open."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or folder that is not opened at all."""

    path: str
    why: str
    advice: str

    def load(self) -> NoReturn:
        """Raise UnreadableError with the reason."""
        raise UnreadableError(self.why, self.path, self.advice)

    def close(self) -> None:
        """Nothing is held open."""
