"""Writes a title that stands in capitals as the rest of its pack writes the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tenderlint.patterns import late_pattern

_WORD = late_pattern(r"[A-Za-z][A-Za-z'’]*")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "the", "to", "with", "within")
)
_SHORT_FORMS = frozenset((
    "nhs", "uk", "gp", "it", "ict", "hr", "cctv", "tupe", "itt", "rfq", "send", "hvac", "led", "vat", "bsl", "wcag",
    "mod", "eu", "crm", "dps", "abc", "ii", "iii", "iv", "vi",
))  # fmt: skip
_FEWEST = 12
"""A title with fewer letters may be a name that is written in capitals."""


def in_small_letters(title: str, said: Iterable[str]) -> str:
    """Return a title in capitals in small letters, and any other as it is.

    `said` are quotes of the pack: a word that they hold in small letters is written so, a name or short form as they
    write it. What they do not hold gets a capital first.
    """
    letters = [letter for letter in title if letter.isalpha()]
    if len(letters) < _FEWEST or not all(letter.isupper() for letter in letters):
        return title
    seen: dict[str, Counter[str]] = {}
    for quote in said:
        if not quote.isupper():
            for word in _WORD.findall(quote):
                seen.setdefault(word.casefold(), Counter())[word] += 1
    written = _WORD.sub(lambda match: _as_written(match[0], seen.get(match[0].casefold())), title)
    return written[:1].upper() + written[1:]


def _as_written(word: str, seen: Counter[str] | None) -> str:
    plain = word.casefold()
    if plain in _SMALL:
        return plain
    if seen:
        return plain if seen[plain] else max(seen, key=lambda each: seen[each])
    if plain in _SHORT_FORMS or not set(plain) & set("aeiouy"):
        return word
    return plain.capitalize()
