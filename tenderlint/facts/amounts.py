"""Finds amounts of money in a text: figures and words, ranges and ceilings, what they are for, and their VAT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tenderlint.facts.numbers import FIGURES, WORDS, number, scale
from tenderlint.patterns import late_pattern
from tenderlint.values import Money

_SIGNS = {
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "$": "USD", "us$": "USD", "usd": "USD", "dollars": "USD",
    "us dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "kes": "KES", "ksh": "KES",
    "kshs": "KES", "zar": "ZAR",
}  # fmt: skip
_BEFORE = r"(?:(?<![A-Za-z])(?:(?:GBP|EUR|USD|KES|KSHS?|ZAR)\.? ?[£$€]?|US\.? ?\$)|[£$€]) ?"
_SCALE = r"(?: ?(?:k|m|mn|bn)\b(?!²|\d)| ?(?:thousand|million|billion)s?\b)"
_AFTER = r"(?: ?(?:GBP|EUR|USD|US dollars|euros?|dollars)\b| ?pounds?\b(?: sterling)?)"
_ONE = late_pattern(
    rf"(?P<sign>{_BEFORE})(?P<figures>{FIGURES})(?P<scale>{_SCALE})?"
    rf"(?: ?(?:[-–—]|to) ?(?:(?P<more>\d{{1,3}}(?:\.\d{{1,3}})?)(?P<more_scale>{_SCALE})"
    r"|(?P<more_full>\d{1,3}(?:,\d{3}){1,3})\b))?"
    rf"|(?<![\w.,/£$€])(?P<bare>{FIGURES})(?P<bare_scale>{_SCALE})?(?P<unit>{_AFTER})"
    rf"|\b(?P<words>{WORDS})(?P<words_unit>{_AFTER})",
    re.IGNORECASE,
)
_CENTS = late_pattern(r"^(?:/-|\.-|:00\b)")
_LINK = late_pattern(r"^\s*(?:[-–—]|to|and|&|up to)\s*(?:a maximum of |up to |circa |c\. ?)?$", re.IGNORECASE)
_BETWEEN = late_pattern(
    r"\bbetween\s+(?:approximately |circa |around |about )?$"
    r"|\brang(?:e|es|ing)\b(?: (?:of|is|from|between|in the region of))?\s*$|\bfrom\s+$"
    r"|\brange\b[^.;£$€]{0,40}\b(?:is|of)\s+$",
    re.IGNORECASE,
)
_UP_TO = late_pattern(
    r"\b(?:up to|not exceed(?:ing)?|not (?:\w+ ){0,2}to exceed|no(?:t)? (?:\w+ ){0,4}(?:more|greater|higher) than"
    r"|less than|maximum(?: \w+){0,6}"
    r"(?: of| is|:)?|max\.?|capped at|ceiling (?:of|is)|cap of|limited to|limit of|does not exceed"
    "|exceeding no more than"
    r"|under|below)\s*(?:a (?:total|maximum) (?:value )?of |a total of |circa |approximately |US )?\(?$",
    re.IGNORECASE,
)
_AT_MOST = late_pattern(r"^\s*\(?(?:max(?:imum)?\b|or (?:less|under)\b)", re.IGNORECASE)
_PER = late_pattern(
    r"^[\s,]*(?:\([^()]{0,40}\)[\s,]*)?(?:(?:net|gross|(?:excluding|exc?l?\.?|plus|\+|including|incl?\.?) ?VAT)[\s,]*)?"
    r"(?:per|each|every|an?|/|p\.?)\s?(?P<unit>annum|a\.?\b(?!\w)|(?:financial |contract |calendar )?year|month|week"
    "|hour|day"
    r"|lot|item|unit|visit|session|person|household|user|claim|event|m2|square met(?:re|er))\b"
    r"|^[\s,]*\(?(?P<adverb>annually|yearly|p\.?a\.?(?!\w)|pcm\b|monthly|weekly|hourly|daily|per-annum|in (?:any"
    "|each) (?:one )?year)",
    re.IGNORECASE,
)
_UNITS = {
    "annum": "year", "a": "year", "year": "year", "financial year": "year", "contract year": "year",
    "calendar year": "year", "annually": "year", "yearly": "year", "pa": "year", "per-annum": "year",
    "month": "month", "pcm": "month", "monthly": "month", "week": "week", "weekly": "week", "day": "day",
    "daily": "day", "hour": "hour", "hourly": "hour", "lot": "lot",
}  # fmt: skip
_TAX = (
    r"(?:any |all )?(?:(?!ex|inc|net\b|plus\b|with)\w+,? (?:and )?){0,2}?(?:UK )?\(?(?:VAT|value added tax)\b"
)
_VAT = late_pattern(
    r"(?P<excl>\b(?:ex\.?|excl?\.?|exclud(?:e|es|ing)|exclusive of|net of|without|before|plus|not includ(?:ing|e)"
    rf"|do(?:es)? not include|not counting|lea(?:ve|ves|ving) out|leaves? aside|exempt from)[\s-]*{_TAX}|\+ ?VAT\b"
    r"|\b(?<!no )VAT (?:exclusive|excluded|(?:is )?not included|(?:(?:is|will be|to be) )?(?:extra|additional"
    r"|on top|added"
    r"|(?:payable|charged) (?:in addition|on top|as well|extra)))\b|\bVAT[: -]{1,3}excl)"
    rf"|(?P<incl>\b(?:incl?\.?|including|inclusive of|includes?|with(?! VAT (?:on top|extra|added|to be"
    rf"|payable))|gross of)[\s-]*{_TAX}"
    r"|\bVAT (?:is |will be )?(?:inclusive|included)\b"
    r"|\b(?:inclusive of|including|includes?|covers?) (?:all )?[^.;£]{3,120}?,? and (?:any )?VAT\b)",
    re.IGNORECASE,
)
_NET = late_pattern(
    r"^\s*\(?(?P<excl>net)\b(?! (?:worth|assets?|profit|current|liabilities))|^\s*\(?(?P<incl>gross)\b",
    re.IGNORECASE,
)
_NET_LABEL = late_pattern(
    r"\((?:(?P<excl>net|exc?l?\.? ?(?:of )?(?:vat|tax)?)|(?P<incl>gross|incl?\.? ?(?:of )?(?:vat|tax)?))\)\W{0,4}$",
    re.IGNORECASE,
)
"""A label before its amount: "Value (gross):"."""
_MARKS = ("£", "$", "€", "gbp", "usd", "eur", "pound", "dollar", "ksh", "kes", "zar")


@dataclass(frozen=True, slots=True)
class Amount:
    """Money as it stands in a text from `start` to `end`; `per` is "", "year", "month", "week", "day", "hour",
    "lot" or "item"."""

    money: Money
    start: int
    end: int
    per: str = ""


@dataclass(frozen=True, slots=True)
class _Sum:
    value: Decimal
    currency: str
    start: int
    end: int
    scaled: bool
    least: Decimal | None = None  # of a range that carries its sign only once: "£90-110k"


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a text in the order in which they stand; a range or a repeated amount counts once."""
    small = text.lower()
    if not any(mark in small for mark in _MARKS):
        return ()
    sums = _merged(text, list(_sums(text)))
    found: list[Amount] = []
    number_of = 0
    while number_of < len(sums):
        first = sums[number_of]
        last = sums[number_of + 1] if number_of + 1 < len(sums) else None
        if last is not None and _are_range(text, first, last):
            number_of += 1
            found.append(_ranged(text, first, last))
        else:
            found.append(_single(text, first))
        number_of += 1
    return tuple(_with_vat(text, found))


def vat_of(text: str) -> str:
    """Return "excl" or "incl" when the words speak of VAT in one way only, else "unknown"."""
    said = {"excl" if match["excl"] else "incl" for match in _VAT.finditer(text)}
    return said.pop() if len(said) == 1 else "unknown"


def _sums(text: str) -> Iterator[_Sum]:
    for match in _ONE.finditer(text):
        value = number(match["figures"] or match["bare"] or match["words"])
        if value is None:
            continue
        if match["words"] and " and " in match["words"] and _BETWEEN.search(text[: match.start()][-60:]):
            yield from _worded_range(match)
            continue
        sign = re.sub(r"[\s.]+", "", match["sign"] or "") or (match["unit"] or match["words_unit"]).strip()
        word = (match["scale"] or match["bare_scale"] or "").strip()
        one = _Sum(value * scale(word), _currency(sign), match.start(), match.end(), bool(word))
        yield _half_signed(one, match) if match["more"] or match["more_full"] else one


def _worded_range(match: re.Match[str]) -> Iterator[_Sum]:
    """Read "between ten and fifteen thousand pounds", where the scale stands only once."""
    first, _, last = match["words"].lower().partition(" and ")
    least, most = number(first), number(last)
    if least is None or most is None:
        return
    factor = next((scale(word) for word in ("million", "thousand") if last.endswith(word)), 1)
    least = least * factor if least < 1000 <= most else least
    sign = _currency(match["words_unit"].strip())
    if least < most:
        yield _Sum(most, sign, match.start(), match.end(), True, least)


def _half_signed(one: _Sum, match: re.Match[str]) -> _Sum:
    """Read the second half of "£90-110k", which shares the sign, and sometimes the scale, of the first."""
    more = number(match["more"] or match["more_full"]) or Decimal(0)
    factor = scale((match["more_scale"] or "").strip())
    if match["more_full"] and one.value < 1000 and one.value * 1000 < more and not one.scaled:
        factor, more = 1000, more / 1000  # "£50-55,000"
    least = one.value if one.scaled or (match["more_full"] and factor == 1) else one.value * factor
    if more * factor > least:
        return _Sum(more * factor, one.currency, one.start, one.end, True, least)
    end = match.start("more") if match["more"] else match.start("more_full")
    return _Sum(one.value, one.currency, one.start, end, one.scaled)


def _currency(sign: str) -> str:
    sign = sign.lower().replace(" sterling", "")
    if sign in _SIGNS:
        return _SIGNS[sign]
    return _SIGNS.get(sign[-1:], _SIGNS.get(sign[:3], "GBP"))


def _merged(text: str, sums: list[_Sum]) -> list[_Sum]:
    """Join an amount that is said in words and again in figures: "ten pounds (£10)"."""
    kept: list[_Sum] = []
    for one in sums:
        between = text[kept[-1].end : one.start].strip() if kept else ""
        if kept and kept[-1].value == one.value and between in ("(", "[", ",", "-", "–", "- ("):
            end = one.end + (1 if between in ("(", "[") and text[one.end : one.end + 1] in (")", "]") else 0)
            kept[-1] = _Sum(one.value, one.currency, kept[-1].start, end, one.scaled)
        else:
            kept.append(one)
    return kept


def _are_range(text: str, first: _Sum, last: _Sum) -> bool:
    link = _LINK.match(text[first.end : last.start])
    if link is None or first.currency != last.currency or first.least is not None or last.least is not None:
        return False
    if any(word in link[0].lower() for word in ("and", "&")) and not _BETWEEN.search(text[: first.start][-60:]):
        return False
    return first.value < last.value or (last.scaled and not first.scaled)


def _ranged(text: str, first: _Sum, last: _Sum) -> Amount:
    least = first.value
    if not first.scaled and last.scaled and least < 1000 <= last.value:
        least *= 1_000_000 if last.value >= 1_000_000 else 1000
    return Amount(Money(least, last.value, last.currency), first.start, last.end, _per(text, last.end))


def _single(text: str, one: _Sum) -> Amount:
    least: Decimal | None = one.value if one.least is None else one.least
    before, after = text[max(0, one.start - 60) : one.start], text[one.end : one.end + 12]
    if one.least is None and (_UP_TO.search(before) or _AT_MOST.match(after)):
        least = None
    return Amount(Money(least, one.value, one.currency), one.start, one.end, _per(text, one.end))


def _per(text: str, end: int) -> str:
    match = _PER.match(text[end : end + 70])
    if match is None:
        return ""
    unit = (match["unit"] or match["adverb"]).lower().replace(".", "")
    return _UNITS.get(unit, "year" if "year" in unit else "item")


def _with_vat(text: str, found: list[Amount]) -> Iterator[Amount]:
    notes = [(match.start(), "excl" if match["excl"] else "incl") for match in _VAT.finditer(text)]
    for index, amount in enumerate(found):
        until = found[index + 1].start if index + 1 < len(found) else amount.end + 90
        since = found[index - 1].end if index else amount.start - 90
        net = _NET.match(text[amount.end : amount.end + 12]) or _NET_LABEL.search(
            text[max(since, amount.start - 24) : amount.start]
        )
        after = [vat for at, vat in notes if amount.end <= at < min(until, amount.end + 90)]
        before = [vat for at, vat in notes if max(since, amount.start - 90) <= at < amount.start]
        vat = "excl" if net and net["excl"] else "incl" if net else (after or before[-1:] or ["unknown"])[0]
        money = amount.money
        yield Amount(Money(money.least, money.most, money.currency, vat), amount.start, amount.end, amount.per)
