"""Plain words for what a contract is worth: "we will pay about £9,000 a year", "Money", "Total"; for small letters."""

from __future__ import annotations

import re

from tenderlint.facts.statements import Statement
from tenderlint.facts.value_words import ABOUT, TAXED, THING
from tenderlint.patterns import late_pattern

PAYS = late_pattern(
    r"\b(?:we|council|authority|trust|board|buyer|department|charity|company)"
    rf"(?: (?:will|can|shall|could|would)|['’]ll)(?: now)? (?:pay|spend)(?: you| the \w+)?"
    rf"(?: {ABOUT}(?: than)?| a (?:total|sum|fee) of| not more than)? ?$"
    rf"|\b(?:there(?:['’]s| is| are| will be)|you(?:['’]ll| will) (?:be paid|get|receive)"
    r"|(?:we|council|authority|trust|board) (?:have|has)(?: got)?)"
    rf"(?: only)?(?: {ABOUT}(?: than)?| a total of| not more than)? ?$"
)
"""Words that tell the contract's value only where the words after the amount say for how long, or what for."""
PAID_FOR = late_pattern(
    rf"{TAXED},? ?(?:a year|per (?:year|annum)|(?:in )?each year|in (?:every|any one) year"
    rf"|p\.?a\b\.?)(?! (?:for (?:each|every)|in (?:the|our))\b)"
    r"|[\s,(]{0,3}(?:in (?:all|total)|altogether|all told)\b(?! (?:last|in the past))"
    r"|[\s,(]{0,3}(?:over|across|for) (?:the )?(?:(?:whole|full|first) )?(?:\w+ )?(?:years?|months|term|life)\b"
    rf"|[\s,(]{{0,3}}(?:for|towards) (?:this|the|our|both|all) (?:\w+ ){{0,2}}?{THING}\b"
    r"|[\s,(]{0,3}to (?:spend|pay for|fund|buy|commission|cover)\b"
)
MONEY_HEADING = late_pattern(
    r"\W*+(?:[\d.]+\s*)?(?:[\w'’]{3,20} / )?(?:the |our |your )?(?:money|value|budget(?: range)?|funding|(?:contract"
    r"|project) value"
    r"|(?:price|value) (?:range|bracket)"
    r"|how much (?:[\w'’]+ ){0,5}\w+|what (?:is |are )?(?:we|it|this)(?: [\w'’]+){0,4} (?:pay|spend|cost|costs"
    r"|worth))\W*$"
)
BEGINS = late_pattern(
    r"[\s•]{0,4}(?:a(?:nswer)?[:).]\s{0,4})?(?:(?:we|the \w+) (?:have|has) (?:set aside )?|it is )?"
    rf"(?:{ABOUT}|capped at|a maximum of|maximum(?: of)?|c\.?|roughly|not more than)?\s{{0,4}}"
)
"""What may stand between the begin of a line and an amount that the line above it names."""
ASKS_VALUE = late_pattern(
    r"\W{0,3}(?:q(?:uestion)?\W{0,2}\d{0,3}\W{1,3})?(?:how much|what)\b"
    r"(?![^?]{0,90}\b(?:did|was|were|had|last|current\w*|existing|previous|present|per|each|every"
    r"|(?:an?|by the) (?:hour|day|visit|session))\b)"
    r"[^?]{0,60}\b(?:worth|contract value|value of (?:the|this) (?:contract|work|service|agreement|job)"
    r"|budget|(?:you|council|we|trust|authority|board) (?:\w+ )?(?:pay|spend|have|afford))\b[^?]{0,30}\?\W*$"
)
"""A question about the contract's value, which an amount that begins the next sentence answers."""
TOTAL_LEAD = late_pattern(
    r"\W*(?:(?:grand|overall|contract) )?total(?: (?:is|of|for (?:all|both|the) (?:\w+ ){1,3}|over (?:\w+ ){1,3}))?\W*$"
)
SHARED_OUT = late_pattern(r"\b(?:lots|framework|(?:this|the) contract)\b")
MONTHLY = late_pattern(
    r"\b(?:budget|funding|contract (?:value|price)|value of (?:the|this)|is worth|we (?:will|can) pay)\b"
)
"""Words before a sum a month that is the contract's."""
FEE = late_pattern(r"\W*(?:[a-z]+(?:['’]s|s['’])? )?fee\W{1,4}$")
"""The label of a fee, which is the contract's value where it is no small sum."""


_ASKED = late_pattern(r"\W{0,3}q(?:uestion)? ?\d{0,3} ?[).:–-]", re.IGNORECASE)


def is_asked(statement: Statement) -> bool:
    """Say whether a sentence is part of a bidder's question: "Q) The portal says £30,000. Which is it?"."""
    text = statement.passage.text
    return _ASKED.match(text) is not None and text.find(statement.text) < text.rfind("?")


def is_paid(before: str, after: str) -> bool:
    """Say whether somebody is told to pay or have an amount, and the words after it say for how long or what for."""
    return PAYS.search(before) is not None and PAID_FOR.match(after) is not None
