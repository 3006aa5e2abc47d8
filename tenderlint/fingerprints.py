"""Names a finding so that it is known again when pages move, files are renamed and other words are edited."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from tenderlint.patterns import late_pattern
from tenderlint.report import Where

_WORD = late_pattern(r"\w+")
_NUMBER = late_pattern(
    r"^(?:(?:section|part|clause|schedule|annex|appendix)\s)?[a-z]?\d{1,3}(?:\.\d{1,3}){0,5}[a-z]?[.):]?\s+",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return the words of a text in small letters with one blank between them; signs alone stand as they are."""
    words = " ".join(_WORD.findall(text)).lower()
    return words or " ".join(text.split())


def fingerprint(check_id: str, where: Where, message: str = "") -> str:
    """Name a finding by its check, its words and the headings above, whatever page, file and number they have.

    Where nothing is quoted the message takes the place of the words.
    """
    parts = (check_id, plain(where.quote or message), *map(_plain_heading, where.heading))
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()


@lru_cache(maxsize=1024)  # many findings stand under one heading
def _plain_heading(heading: str) -> str:
    return plain(_NUMBER.sub("", heading))
