"""Writes a counter as the number, letter or numeral that a list shows."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
MOST_ROMAN = 3999
MOST_LETTERS = 780  # thirty times the alphabet, as Word stops there


def roman(number: int) -> str:
    """Write 4 as "iv"; numbers that have no numeral are written in figures."""
    if not 0 < number <= MOST_ROMAN:
        return str(number)
    numeral = ""
    for value, letters in _ROMAN:
        numeral += letters * (number // value)
        number %= value
    return numeral


def repeated_letter(number: int) -> str:
    """Write 1 as "a", 27 as "aa", 28 as "bb", as Word does."""
    if not 0 < number <= MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def counted_letters(number: int) -> str:
    """Write 1 as "a", 27 as "aa", 28 as "ab", as the columns of a spreadsheet are named."""
    if number <= 0:
        return str(number)
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def ordinal(number: int) -> str:
    """Write 1 as "1st"."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def cardinal_word(number: int) -> str:
    """Write 21 as "twenty-one"; from 100 on in figures."""
    if not 0 < number < 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    return "-".join(filter(None, (_TENS[number // 10], _ONES[number % 10])))


def ordinal_word(number: int) -> str:
    """Write 21 as "twenty-first"; from 100 on in figures ("101st")."""
    words = cardinal_word(number)
    if words.isdigit() or not words:
        return ordinal(number)
    head, dash, last = words.rpartition("-")
    if last.endswith("y"):
        return f"{head}{dash}{last[:-1]}ieth"
    return f"{head}{dash}{_ORDINALS.get(last, last + 'th')}"
