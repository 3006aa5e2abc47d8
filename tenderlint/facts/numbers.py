"""Reads numbers, in figures or in words."""

from __future__ import annotations

from decimal import Decimal

from tenderlint.patterns import late_pattern

_UNITS = {
    "nil": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES = {
    "k": 10**3, "thousand": 10**3, "thousands": 10**3, "m": 10**6, "mn": 10**6, "mil": 10**6, "million": 10**6,
    "millions": 10**6, "bn": 10**9, "billion": 10**9, "billions": 10**9,
}  # fmt: skip
_UNIT_WORDS = "|".join(sorted((word for word in _UNITS if word not in ("nil", "zero", "dozen")), key=len, reverse=True))

FIGURES = (
    r"\d{1,3}(?: \d{3}){1,3}\.\d\d(?!\d)|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?"
    r"|\d{1,3}(?: \d{3}){0,3} 000(?!\d|,\d)|\d{1,12}(?:\.\d{1,4})?"
)
"""A pattern for a number in figures; thousands may be marked by commas, or by blanks before 000 or pence."""

WORDS = (
    rf"(?:(?:{_UNIT_WORDS})|(?:a|half a) (?:hundred|thousand|million))"
    rf"(?:(?:-| and | )(?:{_UNIT_WORDS}|hundred|thousand|million|billion)\b){{0,12}}"
)
"""A pattern for a number in words, such as "one hundred and ninety thousand"; to be used without regard to case."""

_FIGURES = late_pattern(rf"({FIGURES})\s?([a-z]+)?")
_WORDS = late_pattern(r"[\s-]+")


def number(text: str) -> Decimal | None:
    """Return the number that the text is ("ten", "twenty-five", "2.5", "1.5m"), or None when it is no number."""
    text = text.strip().lower()
    figures = _FIGURES.fullmatch(text)
    if figures:
        scale = _SCALES.get(figures[2], 0) if figures[2] else 1
        return Decimal(figures[1].replace(",", "").replace(" ", "")) * scale if scale else None
    return _in_words(text)


def scale(word: str | None) -> int:
    """Return what "k", "m", "million" ... multiply by; 1 for no word."""
    return _SCALES.get((word or "").lower().rstrip("."), 1)


def _in_words(text: str) -> Decimal | None:
    if text.startswith("half a "):
        whole = _in_words(text[5:])
        return whole / 2 if whole is not None else None
    total, part, seen = 0, 0, False
    for word in _WORDS.split(text):
        if word in _UNITS:
            part += _UNITS[word]
        elif word == "a" and not seen:
            part = 1
        elif word == "hundred" and seen:
            part = (part or 1) * 100
        elif word in _SCALES and len(word) > 3 and seen:
            total, part = total + (part or 1) * _SCALES[word], 0
        elif word != "and" or not seen:
            return None
        seen = True
    return Decimal(total + part) if seen else None
