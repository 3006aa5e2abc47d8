"""Tells where British postcodes may stand, by the words of the pack and before any pattern is tried."""

from __future__ import annotations

from tenderlint.facts.passages import Passages, once_a_pack


@once_a_pack
def may_hold_postcode(passages: Passages) -> frozenset[int]:
    """Return the numbers of the passages with a word that ends as every postcode does: a digit and two letters."""
    words = passages.vocabulary
    ends = [word for word in words if word[-3:-2].isdecimal() and word[-2:].isalpha()]
    return frozenset().union(*(words[word] for word in ends))
