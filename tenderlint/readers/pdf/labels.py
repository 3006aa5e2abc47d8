"""Tells the number or bullet at the start of a line from the words after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tenderlint.patterns import late_pattern
from tenderlint.readers.building import split_number

_BULLETS = "•●○▪■◦▫□➢►▶✓✔❖◆◇‣⁃∙☐☑☒✗→»"
_WEAK_BULLETS = "-–—*·o§"  # bullets only when a blank and words follow
_CLAUSE = late_pattern(r"([A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){1,6})[.):]?(?=\s|[^\W\d_]|[\"'“‘(\[]|$)")
_LETTERED = late_pattern(r"([A-Z]{1,2}\d{1,3})[.:](?=\s|[A-Z]|$)")  # "A12."
_NUMBER = late_pattern(r"(\d{1,3}[.)]|\(\d{1,3}\)|[Qq]\d{1,3}[.):]?)(?=\s|[^\W\d_]|[\"'“‘(\[]|$)")
_LETTER = late_pattern(r"(\([A-Za-z]{1,2}\)|[A-Za-z][.)])(?=\s|[^\W\d_]{2}|[\"'“‘(\[]|$)")
_ROMAN = late_pattern(r"(\(?[ivxl]{1,6}[.)]|\([IVXL]{1,6}\)|[IVXL]{1,5}[.)])(?=\s|[^\W\d_]|[\"'“‘(\[]|$)")
_BARE = late_pattern(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,6}")
_AFTER = late_pattern(r"[A-Z“\"'‘(\[«<£]")
_UNIT = late_pattern(
    r"(?:million|billion|m\b|bn\b|k\b|%|per\b|percent|x\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|pm\b|am\b)"
)


_COUNTED = late_pattern(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|years?|months?|weeks?"
    r"|days?|hours?|working|calendar|per cent|percent|%)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Label:
    """A label as the reader sees it; `length` is how much of the line it takes, with the blank after it."""

    text: str
    length: int
    clause: str | None = None  # "3.2" of a numbered clause
    bullet: bool = False


def label_of(text: str, apart: bool = False, sure: bool = False) -> Label | None:
    """Return the label at the start of a line.

    With `apart`, `text` is only what stands before a wide gap, and it must be a label as a whole. With
    `sure`, the file itself says that the text is a list item.
    """
    if not text or _cannot_be_label(text):
        return None
    if text[0] in _BULLETS and (len(text) == 1 or not text[1].isdigit()):
        return Label("•" if text[0] not in "➢✓✔☐☑☒" else text[0], _past(text, 1), bullet=True)
    if text[0] in _WEAK_BULLETS and (text[1:2].isspace() or len(text) == 1):
        return _weak(text, apart)
    for pattern in (_CLAUSE, _LETTERED, _NUMBER, _ROMAN, _LETTER):
        match = pattern.match(text)
        if match:
            return _numbered(text, match, pattern in (_CLAUSE, _LETTERED), apart, sure)
    if apart and _BARE.fullmatch(text):
        return Label(text, len(text), clause=text)
    return None


def _cannot_be_label(text: str) -> bool:
    """Tell quickly of most lines, which start with a word, that no label stands before them."""
    first, second = text[0], text[1:2]
    if not first.isalpha() or second in ".)" or not second or second.isdigit() or text[2:3].isdigit():
        return False
    if first in "ivxlIVXL":
        return not ("." in text[2:7] or ")" in text[2:7])
    return not (second == " " and first == "o")


def _weak(text: str, apart: bool) -> Label | None:
    if len(text) == 1:
        return Label("•", 1, bullet=True) if apart else None
    if text[0] in "o*·§" and not text[2:3].isalpha():
        return None
    return Label("•", _past(text, 1), bullet=True)


def _numbered(text: str, match: re.Match[str], is_clause: bool, apart: bool, sure: bool) -> Label | None:
    end = match.end()
    if apart and end != len(text):
        return None
    rest = text[_past(text, end) :]
    if is_clause:
        plain = apart or sure or not rest or _AFTER.match(rest) is not None
        if not plain and (_UNIT.match(rest) or match[1].count(".") == 1):
            return None
        return Label(match[1], _past(text, end), clause=match[1])
    if not apart and not rest:
        return None
    return Label(match[1], _past(text, end))


def _past(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def heading_number(text: str) -> tuple[str, str]:
    """Split the number before a heading from its words; "31 August" and "3 years" have none."""
    number, words = split_number(text)
    return ("", text) if number and _COUNTED.match(words) else (number, words)


def depth_of(label: str) -> int:
    """Return how deep a clause number is: 1 for "3", 2 for "3.2"; a last nought does not count ("3.0")."""
    parts = label.strip(".").split(".")
    if len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return len(parts)
