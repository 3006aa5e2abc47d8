"""Tells a pack from outside the United Kingdom: its money and country are another's, and nothing in it is British."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.postcodes import may_hold_postcode
from tenderlint.facts.reading import Reading
from tenderlint.patterns import late_pattern

BOTH = "England and Wales"
"""The nation of packs that name only the law, or the courts, that both share: they may be of either."""
OUTSIDE = "outside the United Kingdom"

# VAT is no sign: half the world levies it.
_BRITISH = late_pattern(
    r"£|\bGBP\b|\bU\.?K\.?\b|\bUnited Kingdom\b|\bGreat Britain\b|\b(?:England|English law|Scotland|Wales"
    r"|Northern Ireland)\b|\bOJEU\b|\bContracts Finder\b|\bFind a Tender\b"
)
# A pattern that begins with a letter or a set of them leaps from one to the next, one that begins with \b does not.
_POSTCODE = late_pattern(r"[A-Z](?<!\w[A-Z])[A-Z]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b")
_RAND = r"R(?<!\wR) ?\d{1,3}(?: \d{3}){1,3}\b"
_MAYBE_RAND = late_pattern(_RAND)
_FOREIGN = late_pattern(
    r"(?<![A-Z])\$ ?\d|\bUSD\b|\bU\.S\.|\bUnited States\b|\bFAR (?:Part|Clause|\d)"
    r"|\bfederal (?:acquisition|agency|government)"
    r"|€ ?\d|\bEUR ?\d|\b(?:KES|Kshs?|ZAR|CAD|AUD|NZD|INR|NGN|UGX|TZS|GHS|CHF|SEK|NOK|DKK|PLN|JPY|CNY)\.? ?\d"
    rf"|{_RAND}|\b(?:Republic|Government|Commonwealth) of (?!Scotland|Wales|Northern)[A-Z]\w+"
)
_BRITISH_WORDS = (
    "£", "gbp", "uk", "u.k", "united kingdom", "britain", "england", "english", "scotland", "wales",
    "northern ireland", "ojeu", "contracts finder", "find a tender",
)  # fmt: skip
_FOREIGN_WORDS = (
    "$", "usd", "u.s.", "united states", "far ", "federal", "€", "eur", "kes", "ksh", "zar", "cad", "aud", "nzd", "inr",
    "ngn", "ugx", "tzs", "ghs", "chf", "sek", "nok", "dkk", "pln", "jpy", "cny", "republic of", "government of",
    "commonwealth of",
)  # fmt: skip
_LEAST = 2


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the statements that show another country, or none when anything British stands in the pack."""
    passages = reading.passages
    for word in _BRITISH_WORDS:
        if any(_BRITISH.search(passage.text) for passage in passages.having(word)):
            return {"abroad": ()}
    likely = {passage.index for passage in passages.having(*_FOREIGN_WORDS)}
    shown = []
    for passage in passages.all:
        if passage.index not in likely and not _MAYBE_RAND.search(passage.text):
            continue
        for match in _FOREIGN.finditer(passage.text):
            shown.append(Fact("abroad", OUTSIDE, match[0], passage.place, Sure.MEDIUM))
        if len(shown) >= _LEAST:
            break
    if len(shown) < _LEAST:
        return {"abroad": ()}
    if any(_POSTCODE.search(passages.all[number].text) for number in may_hold_postcode(passages)):
        return {"abroad": ()}
    return {"abroad": (shown[0].choose("nothing in the pack is British"), *shown[1:])}
