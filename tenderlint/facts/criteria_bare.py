"""Reads criteria whose weights are bare numbers in a sentence: "understanding (40), method (30), price (30)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tenderlint.facts.criteria_grammar import STOP, named_after, named_before
from tenderlint.facts.criteria_names import Kind, core, kind_of, tidy
from tenderlint.facts.criteria_tree import HUNDRED
from tenderlint.facts.numbers import number
from tenderlint.facts.shares import Share, percents
from tenderlint.facts.statements import holds_any
from tenderlint.patterns import late_pattern

_BARE = late_pattern(
    r"(?P<name>[A-Za-z][A-Za-z '-]{2,50}?)\s{0,4}[:=(–—-]?\s{0,4}(?:up to )?(?<![\d.,£$€/])(?P<number>\d{1,3}(?:\.\d)?)"
    r"(?![\d,./%:]\d|\w|\s?%)",
)
_BARE_FIRST = late_pattern(
    r"(?<![\d.,£$€/])(?<!of the )(?P<number>\d{1,3}(?:\.\d)?)\s{0,4}(?:[:=–—-]"
    r"|for)?\s{0,4}(?P<name>[A-Za-z][A-Za-z '-]{2,40}?)(?=\s{0,4}(?:[,;/.)]|$| and ))",
)
_OF_QUALITY = late_pattern(r"\b(?:quality|technical) (?:score|criteria|questions|marks)\b", re.IGNORECASE)
_LEADS = late_pattern(
    r"[^:.;\d]{0,60}\b(?:scor(?:e|ed|ing)|mark(?:ed|s)?|judged?|assess(?:ed)?|evaluated?|weight(?:ed|ings?)"
    r"|look(?:ing)? (?:at|for)|decide|choose)\b"
    r"[^:.;\d]{0,40}:",
    re.IGNORECASE,
)
_NAMES_WORTH = late_pattern(
    r"pric|cost|commercial|financial|(?:quality|technical) (?:score|criteria|questions|marks)", re.IGNORECASE
)
_LONE_NUMBER = late_pattern(r"(?<![\d.,£$€/\w])\d{1,3}(?:\.\d)?(?![\d,./%:]\d|\w|\s?%)")
STRONG = late_pattern(
    r"\bweight(?:ed|ing|ings|s)?\b|\bmarks\b|\baward criteri|\bevaluation criteri|\bof the (?:total |overall "
    r"|final |evaluation |available )*(?:score|marks|points|evaluation|assessment)\b",
    re.IGNORECASE,
)
_LED = late_pattern(
    r"\W{0,9}(?:[\w'’-]+ ){0,5}?(?:scor(?:e|ed|ing)|mark(?:ed|s)?|judged?|assess(?:ed)?|evaluat(?:ed?|ion)"
    r"|weigh(?:ed|t\w*)?"
    r"|look(?:ing)? (?:at|for)|decide|choose|criteria)\b"
    r"(?: (?:on|by|for|at|against|is|are|the|your|you|them|bids?|tenders?|quotes?|these"
    r"|as follows)){0,4}\s{0,3}:?\s{0,3}",
    re.IGNORECASE,
)
"""Words that lead to criteria, with a colon or without."""
_REST = late_pattern(
    r"(?:and "
    r"|[,;] ?)(?P<name>[A-Za-z][A-Za-z '’-]{2,50}?) ?[:=(–—-]? ?(?<![\d.,£$€/])(?P<number>\d{1,4})(?![\d/%:]|[.,]\d|\w)"
)
_FIRST = late_pattern(
    r"(?<![\d.,£$€/])(?P<number>\d{1,4}) (?:points |marks )?(?:out )?of (?:the |a )?(?:(?:total|maximum"
    r"|possible) (?:of )?)?"
    r"(?P<total>\d{1,2},\d{3}|\d{2,4})\b(?! ?%)",
    re.IGNORECASE,
)
_LEFT = ("the rest", "the remain", "the balance", "the other half")
_KNOWN = r"(?:price|pricing|costs?|quality|technical quality|technical merit|social value)"
_REMAINDER = late_pattern(
    rf"\bthe (?:rest|remainder|remaining \w+|balance|other half)(?: of the (?:marks|score|points))?"
    rf" ?(?:(?:is|are|goes|will be|being|will go) )?(?:given |for |to |on |by )*(?:the |your )?(?P<name>{_KNOWN})\b"
    rf"|\b(?P<first>{_KNOWN}) (?:(?:will )?(?:be|is|gets?|takes?|has|makes? up|counts? for"
    rf"|accounts? for) ){{1,2}}the (?:rest"
    r"|remainder|balance|other half)\b"
)
_PARTS = ("half", "third", "quarter", "fifth", "tenth")
_SIZES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_OF_MARKS = late_pattern(r"\b(?:judged|scored|marked|weighed|chosen|marks|score|points|weight\w*|decision"
    r"|evaluation)\b")
_FRACTION = late_pattern(
    r"\b(?P<part>(?:(?:a|one|two|three|four|seven|nine)[ -])?(?:half|thirds?|quarters?|fifths?|tenths?))"
    r"(?: (?:of )?(?:the |all (?:the )?|our )?(?:marks|score|points|weighting|decision|total|evaluation))?"
    r" (?:(?:is|are|goes|go|will be|will go) )?(?:given |awarded |based )?(?:for|to|on) (?:the |your )?"
    r"(?P<name>[a-z][a-z '’-]{3,50}?)(?= and (?:a |one |two |three )?[a-z]{4,8}|[,;.]|$)"
)
_GIVEN = late_pattern(
    r"(?<![\d.,£$€/])(?P<number>\d{1,3}) (?:marks |points )?for (?:the |your )?(?P<name>[A-Za-z][A-Za-z '’-]{2,50}?)"
    r"(?=,| and \d|[.;]|$)"
)
_MOST = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """The name of a criterion and its share."""

    name: str
    share: Share


def read_bare(text: str) -> list[Pair]:
    """Read "cost 30, service quality 60, social value 10" where the numbers add up to a hundred."""
    numbers = [Decimal(each) for each in _LONE_NUMBER.findall(text)]
    if not 1 < len(numbers) < 13 or sum(numbers) < HUNDRED:
        return []
    led, plainly = _LED.match(text), _LEADS.match(text)
    if not (led or plainly or _NAMES_WORTH.search(text)):
        return []
    lead = plainly.end() if plainly else led.end() if led else len(text)
    for pattern in (_BARE, _BARE_FIRST):
        found = [(_name(match, lead, cut=led is not None), match) for match in pattern.finditer(text)]
        pairs = [
            Pair(name, Share(Decimal(match["number"]), match.start("number"), match.end("number"), ""))
            for name, match in found
            if name
        ]
        whole = sum((pair.share.value for pair in pairs), Decimal(0)) == HUNDRED
        if 1 < len(pairs) < _MOST and whole and _are_criteria(text, pairs, bool(plainly), bool(led), len(numbers)):
            return pairs
    return []


def _are_criteria(text: str, pairs: list[Pair], plainly: bool, led: bool, numbers: int) -> bool:
    """Say whether bare numbers that add up to a hundred are weights: by their names, or by what leads to them."""
    kinds = {kind_of(pair.name) for pair in pairs}
    if Kind.PRICE in kinds and (len(kinds - {Kind.OTHER}) > 1 or STRONG.search(text)):
        return True
    if len(pairs) < 3:
        return False
    return plainly or _OF_QUALITY.search(text) is not None or (led and len(pairs) == numbers)


def _name(match: re.Match[str], lead: int, cut: bool) -> str:
    """Name a bare number; behind the words that open a list, up to `lead`, all that stands before it is the name."""
    words = match["name"]
    if match.start() >= lead:
        name = _short(STOP.sub("", words))
        return name if kind_of(name) is not Kind.OTHER else tidy(words)
    if cut and match.end("name") > lead:
        words = match.string[max(lead, match.start("name")) : match.end("name")]
    return _short(STOP.sub("", words))


def _short(name: str) -> str:
    """Tidy a name; of one that says its kind keep only what says it ("Evaluation Price" is "Price")."""
    return core(name) if kind_of(name) is not Kind.OTHER else tidy(name)


def read_rest(text: str) -> list[Pair]:
    """Read "price carries 450 of 1,000 points, technical 350 and delivery 200": only the first tells of what."""
    match = _FIRST.search(text) if " of " in text else None
    if match is None:
        return []
    total = Decimal(match["total"].replace(",", ""))
    first = Share(Decimal(match["number"]), match.start(), match.end(), "points", total)
    pairs = [Pair(named_before(text, [first])[0], first)]
    for more in _REST.finditer(text, first.end):
        share = Share(Decimal(more["number"]), more.start("number"), more.end("number"), "points", total)
        pairs.append(Pair(_short(more["name"]), share))
    whole = sum((pair.share.value for pair in pairs), Decimal(0)) == total
    known = any(kind_of(pair.name) is not Kind.OTHER for pair in pairs)
    return pairs if 1 < len(pairs) < _MOST and whole and known and all(pair.name for pair in pairs) else []


def read_given(text: str) -> list[Pair]:
    """Read "we give 40 marks for price, 45 for method and 15 for social value"."""
    if " marks for " not in text and " points for " not in text:
        return []
    pairs = [
        Pair(_short(match["name"]), Share(Decimal(match["number"]), match.start(), match.end("name"), "points"))
        for match in _GIVEN.finditer(text)
    ]
    whole = sum((pair.share.value for pair in pairs), Decimal(0)) == HUNDRED
    return pairs if 1 < len(pairs) < _MOST and whole and any(kind_of(pair.name) is Kind.PRICE for pair in pairs) else []


def read_remainder(text: str) -> list[Pair]:
    """Read "quality counts for 60% and price makes up the rest": two known criteria, of which one has what is left."""
    small = text.lower()
    match = _REMAINDER.search(small) if holds_any(small, _LEFT) else None
    shares = percents(text)
    if match is None or len(shares) != 1:
        return []
    for name in (*named_before(text, shares), *named_after(text, shares)):
        kinds = kind_of(name), kind_of(match["name"] or match["first"])
        if Kind.OTHER not in kinds and kinds[0] is not kinds[1]:
            rest = Share(HUNDRED - shares[0].value, match.start(), match.end())
            return [Pair(name, shares[0]), Pair(match["name"] or match["first"], rest)]
    return []


def read_fractions(text: str) -> list[Pair]:
    """Read "half of the marks are for price and half for quality" where the parts make a whole."""
    small = text.lower()
    if not holds_any(small, _PARTS) or not _OF_MARKS.search(small):
        return []
    pairs = []
    for match in _FRACTION.finditer(small):
        name = text[match.start("name") : match.end("name")]
        pairs.append(Pair(_short(name), Share(_part(match["part"]), match.start(), match.end("name"))))
    whole = abs(sum((pair.share.value for pair in pairs), Decimal(0)) - HUNDRED) < 1
    return pairs if 1 < len(pairs) < _MOST and whole and any(kind_of(pair.name) is Kind.PRICE for pair in pairs) else []


def _part(words: str) -> Decimal:
    """Return a fraction in percent: "half", "a third", "three quarters"."""
    *count, size = re.split(r"[ -]", words)
    times = number(count[0]) if count and count[0] not in ("a", "one") else None
    return ((times or 1) * HUNDRED / _SIZES[size.removesuffix("s").replace("halve", "half")]).quantize(Decimal("0.01"))
