"""What every reader takes and what it must keep to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tenderlint.patterns import late_pattern

_SPACE = late_pattern(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = late_pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file of a pack; `path` is relative to the pack, with forward slashes.

    `standard` asks that a PDF be judged against the whole of PDF/UA too.
    """

    path: str
    data: bytes
    standard: bool = False

    @property
    def suffix(self) -> str:
        """The ending of the name in small letters, with its dot."""
        name = self.path.rpartition("/")[2]
        return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def fold(text: str) -> str:
    """Fold every run of white space to one blank and drop what cannot be seen."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def digest(data: bytes) -> str:
    """Return the blake2b digest (32 hex digits) that names these bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def count_words(text: str) -> int:
    """Count words as Word does: stretches without white space."""
    return len(text.split())
