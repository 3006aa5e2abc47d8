"""Reads criteria told part by part in a line: "Quality 70: staffing 30, delivery 40. Price 30."."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal

from tenderlint.facts.criteria_lines import EXAMPLE
from tenderlint.facts.criteria_names import Kind, kind_of, tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED
from tenderlint.facts.passages import Passage, Passages
from tenderlint.patterns import late_pattern

_OPENS = late_pattern(r"\d{2} ?%? ?(?:[:(–]|- )\s?(?:[Qq]?\d\.? )?[A-Za-z]")
"""A weight that words for its parts follow."""
_CLAUSE = late_pattern(r"[;\n]|(?<![A-Z\d])\.(?:\s|$)|(?<=\d)\.(?:\s|$)")
_HEAD = late_pattern(
    r"\s{0,3}(?:[^:;.\d]{0,60}: )?(?:and )?(?P<name>[A-Za-z][A-Za-z &/'’,-]{2,60}?) ?[(:=–-]? ?(?P<number>\d{1,3})"
    r" ?%?\)?"
    r"\s{0,3}(?:[:(–,-]\s{0,3}(?P<parts>[^;]{3,400}?))?\)?\s{0,3}"
)
_PART = late_pattern(
    r"(?P<name>[A-Za-z][^,;:()\d]{2,80}?) ?[(:=–-]? ?(?P<number>\d{1,3}(?:\.\d)?) ?%?\)?(?=[,;)]"
    r"|\s*$| and )"
)
_LONGEST = 700


def read_heads(passages: Passages, taken: Container[int] = ()) -> Iterator[Sheet]:
    """Yield a sheet for each line that shares a hundred out to two criteria and more, one of them with its parts."""
    for passage in passages.having("price", "cost"):
        text = passage.text
        if passage.index in taken or passage.row is not None or len(text) > _LONGEST or not _OPENS.search(text):
            continue
        entries = _entries(passage)
        if entries and not EXAMPLE.search(text):
            yield Sheet(tuple(entries), passage.document, passage.index, "sentence", passage.headings)


def _entries(passage: Passage) -> list[Entry]:
    heads = [match for clause in _CLAUSE.split(passage.text) if clause.strip() and (match := _HEAD.fullmatch(clause))]
    whole = sum((Decimal(head["number"]) for head in heads), Decimal(0))
    names = [tidy(head["name"]) for head in heads]
    if len(heads) < 2 or whole != HUNDRED or not any(kind_of(name) is Kind.PRICE for name in names):
        return []
    found: list[Entry] = []
    for head, name in zip(heads, names, strict=True):
        parts = list(_PART.finditer(head["parts"] or ""))
        if parts and sum((Decimal(part["number"]) for part in parts), Decimal(0)) not in (Decimal(head["number"]),
        HUNDRED):
            return []
        found.append(_entry(passage, name, head, 0))
        found += [_entry(passage, tidy(part["name"]), part, 1) for part in parts]
    return found if any(entry.depth for entry in found) else []


def _entry(passage: Passage, name: str, match: re.Match[str], depth: int) -> Entry:
    return Entry(name, Decimal(match["number"]), passage.text[:_LONGEST].strip(), passage.place, depth)
