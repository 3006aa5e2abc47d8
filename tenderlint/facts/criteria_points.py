"""Reads criteria whose sentence shares out marks or points: "scored out of 1,000: method 600, price 400"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tenderlint.facts.criteria_bare import Pair
from tenderlint.facts.criteria_grammar import named_after, named_before
from tenderlint.facts.criteria_names import Kind, is_total, kind_of
from tenderlint.facts.criteria_tree import HUNDRED
from tenderlint.facts.numbers import number
from tenderlint.facts.passages import Passage
from tenderlint.facts.shares import Share
from tenderlint.facts.statements import Statement, holds_any, statements
from tenderlint.patterns import late_pattern

_WORDS = (" marks", " points", "out of", " hundred")
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_COUNT = rf"(?:(?:1|2),\d{{3}}|\d{{1,4}}|{_TENS}(?:[- ]five)?|ten|five|fifteen)"
_TOTAL = late_pattern(
    r"\b(?:out of|of|from|between|have|has|using|use|are|share out)(?: a| the| every| all(?: the)?| our)?"
    r"(?: (?:total|maximum|possible)(?: of)?)? (?P<total>[12],\d{3}|[1-9]\d{2,3}|(?:one |a )?hundred)"
    r"(?: (?:available |possible )?(?:marks|points))?\b(?! ?[%£])",
)
_LONE = late_pattern(rf"(?<![\d.,£$€/\w–-]){_COUNT}(?![\d/:%]|[.,]\d|\w|–|-| ?(?:%|per ?cent|pages?|words?|years?"
    rf"|days?)\b)")
_NOT_NOW = late_pattern(
    r"\b(?:must|at least|minimum|pass(?:es|ed)? mark|less than|fewer|below|above|was|were|had|got|won|last (?:time"
    r"|year)"
    r"|previous\w*|deduct\w*|lose|loses|penalt\w+|for (?:each|every)|threshold)\b"
)
_YOURS = late_pattern(r"^(?:your|their|its|our) ")
_NAME = r"[A-Za-z][A-Za-z '’-]{2,40}?"
_TWO = late_pattern(
    rf"\W{{0,3}}(?:(?:weight(?:ing)?s?|split|scoring|criteria)\W{{1,3}})?(?P<one>{_NAME})\s?[:(–-]?\s?(?P<first>\d{{1,2}})"
    rf"\)?\s?[/,;|&–-]\s?(?P<two>{_NAME})\s?[:(–-]?\s?(?P<last>\d{{1,2}})\W{{0,3}}",
    re.IGNORECASE,
)
_LONGEST = 500
_LINE = 80
_MOST = 10


def read_points(text: str) -> list[Pair]:
    """Read "price counts for 60 points and quality for 40" where the numbers add up to what they are out of."""
    if len(text) > _LONGEST or "%" in text or not holds_any(text, _WORDS):
        return []
    small = text.lower()
    if _NOT_NOW.search(small):
        return []
    whole = _TOTAL.search(small)
    total = _value(whole["total"]) if whole else HUNDRED
    if whole:
        small = f"{small[: whole.start('total')]}{' ' * len(whole['total'])}{small[whole.end('total') :]}"
        text = f"{text[: whole.start('total')]}{' ' * len(whole['total'])}{text[whole.end('total') :]}"
    shares = list(_shares(small, total))
    if not 1 < len(shares) < _MOST or sum((share.value for share in shares), Decimal(0)) != total:
        return []
    readings = [
        [
            Pair(_YOURS.sub("", name), share)
            for name, share in zip(names, shares, strict=True)
            if name and not is_total(name)
        ]
        for names in (named_before(text, shares), named_after(text, shares))
    ]
    whole_ones = [pairs for pairs in readings if len(pairs) == len(shares) and _has_price(pairs)]
    return max(whole_ones, key=_known, default=[])


def read_pair(text: str) -> list[Pair]:
    """Read a line that shares a hundred between price and one more: "Price 75 / Delivery 25"."""
    match = _TWO.fullmatch(text) if len(text) < _LINE else None
    if match is None or int(match["first"]) + int(match["last"]) != HUNDRED:
        return []
    pairs = [
        Pair(match[name], Share(Decimal(match[share]), match.start(share), match.end(share), ""))
        for name, share in (("one", "first"), ("two", "last"))
    ]
    return pairs if _has_price(pairs) and kind_of(match["one"]) is not kind_of(match["two"]) else []


def in_paragraphs(candidates: Sequence[Passage]) -> Iterator[Statement]:
    """Yield the sentences of passages; a paragraph whose sentences share out all points between them is one."""
    for passage in candidates:
        text = passage.text
        if passage.row is None and ". " in text and read_points(text):
            yield Statement(text, passage)
        else:
            yield from statements((passage,))


def _shares(small: str, total: Decimal) -> Iterator[Share]:
    for match in _LONE.finditer(small):
        yield Share(_value(match[0]), match.start(), match.end(), "points", total)


def _value(words: str) -> Decimal:
    if "hundred" in words:
        return HUNDRED
    return number(words.replace(",", "")) or Decimal(0)


def _has_price(pairs: list[Pair]) -> bool:
    return any(kind_of(pair.name) is Kind.PRICE for pair in pairs)


def _known(pairs: list[Pair]) -> int:
    return sum(kind_of(pair.name) is not Kind.OTHER for pair in pairs)
