"""Tells what the number before a paragraph is: the number of a clause, of an item, or a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tenderlint.patterns import late_pattern

BULLET = "•"

_CLAUSE = late_pattern(r"[(\[]?((?:[A-Z]{1,2}\.?)?\d{1,3}(?:\.\d{1,3}){0,7})[.):\]]{0,2}")
_LETTER = late_pattern(r"[(\[]?([a-z]{1,6}|[A-Z]{1,6}|\d{1,3})[.):\]]{1,2}")
_ROMAN = late_pattern(r"[ivxlc]{1,6}")

_TYPED_NUMBER = late_pattern(r"(\d{1,3}(?:\.\d{1,3}){1,6})\.?(?=\s)")
_TYPED_SINGLE = late_pattern(r"(\d{1,3})([.):]?)(?=\s)")
_TYPED_LETTER = late_pattern(r"(?:[(\[]([a-zA-Z]|[ivx]{1,5}|\d{1,2})[)\]]|([a-zA-Z]|[ivx]{1,5})([.)]))(?=\s)")
_TYPED_BULLET = late_pattern(r"[•●○◦▪■►➢➤·‣⁃∙–—-](?=\s)")
_TABBED_BULLET = late_pattern(r"[•●○◦▪■►➢➤·‣⁃∙–—*>o-](?=\s)")
_TIME = late_pattern(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_BEGINS = late_pattern(r"[A-Z\"“‘'(\[<«]")


class LabelKind(StrEnum):
    """What a number before a paragraph numbers."""

    CLAUSE = "clause"
    ITEM = "item"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Typed:
    """A number or bullet that was typed: how it reads, what it numbers and how many letters it takes of the text."""

    label: str
    kind: LabelKind
    length: int


def clause_number(label: str) -> str | None:
    """Return the number of a clause as references name it ("6.2" for "6.2."), or None."""
    found = _CLAUSE.fullmatch(label)
    return found[1] if found else None


def item_token(label: str) -> str | None:
    """Return "(a)" for "a)", "(a)" or "a.", as it stands after the number of its clause, or None."""
    found = _LETTER.fullmatch(label)
    return f"({found[1]})" if found else None


def typed_list(label: str) -> str:
    """Return what tells one list of typed numbers from another: "(a)" and "(b)" are of one, "1." is of another."""
    return "".join("1" if sign.isdigit() else "A" if sign.isupper() else "a" if sign.isalpha() else sign
                   for sign in label[:1] + label[1:2] + label[-1:])  # fmt: skip


def typed_depth(label: str, last: str) -> int:
    """Return 1 for a Roman numeral such as "(ii)", which stands below letters, else 0; `last` is the label before."""
    bare, before = label.strip("()[].:").lower(), last.strip("()[].:").lower()
    if not _ROMAN.fullmatch(bare):
        return 0
    if len(bare) > 1:
        return 1
    if len(before) == 1 and ord(before) == ord(bare) - 1:
        return 0
    return int(bare == "i" or (bare in "vx" and before in ("iv", "ix")))


def typed_label(text: str, tabbed: bool, heading: bool, in_table: bool, last: int) -> Typed | None:
    """Find the number or bullet that was typed before a paragraph, or None when it is not plainly one.

    `text` is folded; `tabbed` says that a tab stands after its first word; `last` is the number of the
    clause of the first level before it, or 0.
    """
    start = text[:1]
    if not start or (start.isalpha() and not (tabbed or text[1:2] in ".)" or text[2:3] in ".)")):
        return None
    number = _TYPED_NUMBER.match(text)
    if number:
        return _clause(text, number, tabbed or heading, in_table)
    single = _TYPED_SINGLE.match(text)
    if single:
        return _single(text, single, tabbed, heading, last)
    letter = _TYPED_LETTER.match(text)
    if letter:
        return _letter(text, letter, tabbed)
    bullet = (_TABBED_BULLET if tabbed else _TYPED_BULLET).match(text)
    return _cut(text, BULLET, LabelKind.BULLET, bullet.end()) if bullet else None


def _cut(text: str, label: str, kind: LabelKind, end: int) -> Typed | None:
    length = end + 1
    return Typed(label, kind, length) if len(text) > length else None


def _clause(text: str, number: re.Match[str], plainly: bool, in_table: bool) -> Typed | None:
    rest = text[number.end() + 1 :]
    if not plainly and not _BEGINS.match(rest):
        return None
    if in_table and not plainly and _TIME.fullmatch(number[1]) and int(number[1].partition(".")[0]) > 6:
        return None
    return _cut(text, number[0], LabelKind.CLAUSE, number.end())


def _single(text: str, single: re.Match[str], tabbed: bool, heading: bool, last: int) -> Typed | None:
    rest = text[single.end() + 1 :]
    number, mark = int(single[1]), single[2]
    if mark == ")":
        return _cut(text, single[0], LabelKind.ITEM, single.end())
    next_one = number == last + 1
    if not _BEGINS.match(rest) and not (tabbed and mark):
        return None
    if heading and (tabbed or mark or next_one):
        return _cut(text, single[0], LabelKind.CLAUSE, single.end())
    if mark or (tabbed and next_one):
        return _cut(text, single[0], LabelKind.ITEM, single.end())
    return None


def _letter(text: str, letter: re.Match[str], tabbed: bool) -> Typed | None:
    bare, mark = letter[2], letter[3]
    if letter[0] in ("[x]", "[X]"):
        return None  # a blank for a number, or a ticked box
    if bare and mark == "." and not tabbed and (bare.isupper() or len(bare) > 1):
        return None  # the initial of a name, or a short word
    return _cut(text, letter[0], LabelKind.ITEM, letter.end())
