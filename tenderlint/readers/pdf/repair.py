"""Mends the words that PDFium gives: bullets and letters of symbol fonts, ligatures, characters that cannot be seen."""

from __future__ import annotations

from typing import NamedTuple

from tenderlint.patterns import late_pattern

HYPHENS = "\ufffe\x02"  # what PDFium puts for a hyphen at the end of a line

# Symbol fonts keep their own codes in the private use area, from F000 on. Where a code means one thing in
# Wingdings and another in Symbol, the meaning is taken that lists and forms use.
_SYMBOLS = {
    0xF020: " ",
    0xF02D: "–",
    0xF06F: "☐",
    0xF071: "☐",
    0xF0A3: "☐",
    0xF0A8: "☐",
    0xF0B1: "±",
    0xF0B3: "≥",
    0xF0D4: "➢",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0FB: "☒",
    0xF0FC: "✓",
    0xF0FD: "☒",
    0xF0FE: "☑",
}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_UNSEEN = dict.fromkeys([0x00AD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0x09), *range(0x0E, 0x20)], "")
_TABLE = {**dict.fromkeys(range(61440, 61696), "•"), **_SYMBOLS, **_LIGATURES, **_UNSEEN}
_SHIFTED = {code: chr(code - 0xF000) for code in range(0xF020, 0xF07F)} | _LIGATURES | _UNSEEN

_TO_MEND = late_pattern("[\uf000-\uf0ff\ufb00-\ufb06\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
_PLAIN = bytes([10, 13, *range(32, 127), *range(0x80, 0xA0), *range(0xA1, 0xAD), *range(0xAE, 0x100)])
_BLANKS = (
    "\t\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_SHIFTED_WORD = late_pattern("[\uf021-\uf07e]{2,}")
_ODD = late_pattern("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uefff\uf100-\uf8ff\ufffd]")


class Survey(NamedTuple):
    """What a page's text holds besides plain words: characters that no program can speak, and what is to be mended."""

    odd: int
    mending: bool
    uneven: bool  # white space other than single blanks and ends of lines


NOTHING_ODD = Survey(0, False, False)


def survey(text: str) -> Survey:
    """Look through a page's text; most pages hold plain letters only, and that is told at once."""
    try:
        letters = text.encode("cp1252")
    except UnicodeEncodeError:
        uneven = "  " in text or any(blank in text for blank in _BLANKS)
        return Survey(len(_ODD.findall(text)), _TO_MEND.search(text) is not None, uneven)
    strange = letters.translate(None, _PLAIN)
    odd = len(strange.translate(None, b"\xa0\xad\t"))
    return Survey(odd, odd > 0 or b"\xad" in strange, b"  " in letters or b"\xa0" in strange or b"\t" in strange)


def mend(word: str) -> str:
    """Return a word with its symbols, ligatures and unseen characters put right.

    Letters of a symbol font that has no map to Unicode stand at F000 plus their ASCII code: several
    in a row are words, one alone is a bullet or a box.
    """
    if _SHIFTED_WORD.search(word):
        return word.translate(_SHIFTED)
    return word.translate(_TABLE)
