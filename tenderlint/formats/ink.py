"""Lays text out for a terminal: lines that fit, colour where it is wanted, plain signs where there are no others."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from tenderlint.formats.words import clean
from tenderlint.patterns import late_pattern

_CODES = {
    "bold": "1", "soft": "2", "law": "1;31", "policy": "1;33", "advice": "33", "failed": "31", "cannot-tell": "35",
    "person": "35", "passed": "32", "answered": "32", "crashed": "1;31", "unread": "1;31", "inapplicable": "2",
    "noted": "2", "link": "36",
}  # fmt: skip
# What stands in for a sign that an encoding lacks.
_PLAIN = str.maketrans({
    "✗": "x", "✓": "+", "☐": "o", "☑": "+", "–": "-", "—": "-", "…": "...", "│": "|", "“": '"', "”": '"', "‘": "'",
    "’": "'", "·": "-", "→": "->", "•": "*", "≠": "!=", "£": "GBP ", "€": "EUR ", "\u00a0": " ", "─": "-", "½": "1/2",
})  # fmt: skip
NARROWEST, WIDEST = 40, 120
_WIDE = late_pattern(
    "[\u1100-\u115f\u231a-\u23f3\u25fd\u25fe\u2614-\u27bf\u2b1b-\u2b55\u2e80-\uffe6\U00016fe0-\U0003fffd]"
)
"""Among these are all signs that take two columns."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How to write on one terminal. `encoding` is the one that the terminal can show."""

    colour: bool
    width: int
    encoding: str

    @classmethod
    def on(cls, *, colour: bool, width: int, encoding: str) -> Ink:
        """Return the ink for a terminal; a line is never shorter than 40 nor longer than 120 characters."""
        return cls(colour, min(max(width, NARROWEST), WIDEST), encoding)

    def paint(self, text: str, kind: str) -> str:
        """Return the text in the colour of a kind, if colours are wanted."""
        return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if self.colour and text and kind in _CODES else text

    def plain(self, text: str) -> str:
        """Return the text so that the terminal can show every sign of it and none can steer it."""
        text = " ".join(clean(text).split())
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return "".join(map(self._sign, text))
        return text

    def lines(self, text: str, *, first: str = "", then: str = "", kind: str = "", room: int = 0) -> list[str]:
        """Break a text into lines that fit the width, or `room`; `first` opens the first line, `then` all others."""
        first, then = self._mark(first), self._mark(then or " " * len(first))
        rows = _wrapped(self.plain(text), (room or self.width) - max(len(first), len(then)))
        return [(then if number else first) + self.paint(row, kind) for number, row in enumerate(rows or [""])]

    def _mark(self, text: str) -> str:
        indent = len(text) - len(text.lstrip())
        return " " * indent + "".join(map(self._sign, text[indent:]))

    def _sign(self, sign: str) -> str:
        try:
            sign.encode(self.encoding)
        except LookupError:
            return sign.translate(_PLAIN).encode("ascii", "replace").decode("ascii")
        except UnicodeEncodeError:
            return sign.translate(_PLAIN).encode(self.encoding, "replace").decode(self.encoding)
        return sign


def _wrapped(text: str, room: int) -> list[str]:
    """Break a text into rows of at most `room` columns: letters of East Asia and most pictures take two each."""
    if _WIDE.search(text) is None:
        return textwrap.wrap(text, room, break_on_hyphens=False)
    rows, used = [""], 0
    for word in text.split():
        for part in _parts(word, room):
            size = _columns(part)
            if used and used + 1 + size > room:
                rows.append("")
                used = 0
            rows[-1] += f"{' ' if used else ''}{part}"
            used += size + (used > 0)
    return rows


def _parts(word: str, room: int) -> list[str]:
    """Cut a word that is wider than a row."""
    if _columns(word) <= room:
        return [word]
    parts, used = [""], 0
    for sign in word:
        size = _columns(sign)
        if used + size > room:
            parts.append("")
            used = 0
        parts[-1] += sign
        used += size
    return parts


def _columns(text: str) -> int:
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
