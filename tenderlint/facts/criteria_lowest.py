"""Tells where a text says that the lowest price alone decides."""

from __future__ import annotations

import re

from tenderlint.patterns import late_pattern

_LOWEST = late_pattern(
    r"\b(?:award\w*|evaluat\w*|assess\w*|select\w*|judged?|decided?|chosen)\b[^.;]{0,80}\b(?:on|to|by)\b[^.;]{0,60}"
    r"\b(?:lowest(?:[- ]priced?|[- ]cost| compliant| overall| evaluated| total| tendered)+|price (?:only|alone)"
    r"|(?:solely|only|purely|entirely) (?:on |upon )?(?:the )?(?:basis of )?(?:the )?(?:price|cost)|cost alone)\b",
    re.IGNORECASE,
)
_ONLY_PRICE = late_pattern(
    r"\b(?:will|shall|to) (?:accept|choose|appoint|select|award[\w ]{0,20}? to) the (?:\w+ )?(?:with |offering "
    r"|who offers )?(?:the )?lowest"
    r" (?:priced?|costs?|quot(?:e|ation)|tender|bid)\b"
    r"|\b(?:price|cost) (?:is|will be|shall be) the (?:only|sole) (?:award |evaluation |assessment )?criteri\w+"
    r"|\b(?:cheapest|lowest(?:[- ]priced?)?) (?:quote|quotation|tender|bid|price|offer)s?\b[^.;]{0,60}\b(?:wins?\b"
    r"|(?:gets?|is given|will be given) the (?:work|contract|job|order)|will be (?:accepted|chosen|appointed))"
    r"|^\W*(?:evaluation|assessment|award|basis of award)(?: basis| method| criteri\w+)?\W{1,4}(?:the )?(?:(?:lowest )?"
    r"(?:price|cost) (?:only|alone)|lowest (?:\w+ ){0,2}?(?:priced?|cost|quotation|quote|tender|bid))\b",
    re.IGNORECASE,
)
_PRICE_CELL = late_pattern(r"\W*(?:the )?(?:lowest )?(?:price|cost) (?:only|alone)\b", re.IGNORECASE)
_NOT_LOWEST = late_pattern(
    r"\bnot\b|\bnor\b|\bneed\b|\bscore\b|\bmarks\b|\bpoints\b|\bfull\b|\bother\b|\bif\b|\bequal\b|\btie\b",
    re.IGNORECASE,
)


def lowest_in(text: str, is_criterion: bool) -> re.Match[str] | None:
    """Return the words by which price alone decides; `is_criterion` where the text answers a row on criteria."""
    if is_criterion and (cell := _PRICE_CELL.match(text)):
        return cell
    lowest = _LOWEST.search(text) or _ONLY_PRICE.search(text)
    return None if lowest and _NOT_LOWEST.search(text) else lowest


def not_lowest(text: str) -> bool:
    """Say whether a text takes such words back, or shares out marks."""
    return _NOT_LOWEST.search(text) is not None
