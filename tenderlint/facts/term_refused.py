"""Finds where a pack says outright that the contract cannot be extended: that is an extension of no months."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.facts.base import Sure
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import Candidate
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, holds_any, statements
from tenderlint.patterns import late_pattern

_NOES = ("no ", "not ", "cannot", "n't", "n’t", "without", "nor ", "non-", "none", "nil", "n/a", "no.", "no|")
_THING = (
    r"(?:contracts?|agreement|appointment|framework|commission|lease|licen[cs]e|arrangement|term|engagement|sla"
    r"|concession)"
)
_OPTION = (
    r"(?:options?|rights?|provisions?|possibilit(?:y|ies)|scope|facilit(?:y|ies)|ability|power|plans?|intention|room"
    r"|opportunit(?:y|ies))"
)
_LONGER = r"(?:extend(?:ed|ing)?|renew(?:ed|ing)?|extensions?|renewals?)"
_OF_TERM = (
    rf"(?: (?:(?:of|to|for|in|beyond|after) )?(?:the|this|that|our|its|it)(?: (?:initial|contract|first|fixed|original"
    rf"|end of|four|three|two|five|one)){{0,2}}(?: {_THING}| period| date)?(?: period| term)?)?"
    r"(?: for (?:a |an |any )?(?:further|more|another|longer|additional)(?: [\w-]+){1,2})?"
)
_ENDS = (
    r"(?=\W{0,3}$|[.;:)\]–—]|,(?! (?:unless|except|save|without|other than|until|if|but (?:only|may|we)|where)\b)"
    r"| (?:and|but (?!only|may|we)|so|because|as|at the end|(?:after|beyond) (?:that|this|it)\b|once)\b)"
)
_REFUSED = late_pattern(
    rf"(?:\b(?:no|without(?: any| an?)?|nor(?: is there| any| an?)?)|(?:\bnot|n['’]t) (?:have|contain|include|offer"
    rf"|provide for|carry|come with)(?: any| an?)?) {_OPTION} (?:to|for|of)(?: an?| any| further)? {_LONGER}{_OF_TERM}"
    rf"{_ENDS}"
    r"|(?:\b(?:there (?:is|are|will be)|with|has|have|offers?|carries|includes?|contains?|allows?|provides? for) no"
    r"|\bwithout(?: any| an)?|(?:\bnot|n['’]t) (?:have|contain|include|offer|provide for|carry|come with)(?: any| an)?)"
    rf" (?:contract )?(?:extensions?|renewals?)(?: options?| periods?| clauses?)?{_OF_TERM}{_ENDS}"
    rf"|\bno (?:contract )?(?:extensions?|renewals?)(?: options?| periods?)?{_OF_TERM} (?:is|are|will be|can be|may be)"
    r" (?:available|offered|possible|allowed|planned|permitted|envisaged|intended|provided for|foreseen|given|granted"
    rf"|included|proposed|expected){_OF_TERM}{_ENDS}"
    rf"|\b(?:{_THING}|it)(?: [\w-]+){{0,3}}? (?:cannot|can['’]?t|(?:will|may|shall|can|is|are|does|do) not"
    rf"|won['’]t|isn['’]t|is not going to)(?: to)?(?: be)? (?:extended|renewed|extendable|extendible|renewable)"
    rf"{_OF_TERM}{_ENDS}"
    rf"|(?:\bnot|n['’]t) (?:intend|plan|expect|propose) to (?:extend|renew) (?:the|this|that) {_THING}{_ENDS}"
    rf"|\bnon-?(?:extendable|extendible)\b|\bnon-?renewable {_THING}\b|\b{_THING} is non-?renewable\b",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:possible |contract |any )?(?:(?:options?|right) (?:to (?:extend|renew)|for (?:an )?extension|of extension)"
    r"|(?:extensions?|renewals?)(?: (?:options?|periods?|available|possible|permitted|of (?:the )?contract"
    r"|to (?:the )?(?:contract|term)))?)"
)
_ROW = late_pattern(
    rf"\W{{0,4}}{_LABEL}\W{{1,4}}(?:none(?: (?:is |are )?(?:available|offered|planned|intended|proposed))?|no|nil|n/a"
    r"|not (?:applicable|available|offered|permitted|allowed)|no (?:extensions?|renewals?))\W{0,2}",
    re.IGNORECASE,
)
"""A row or a line that names the extension and says that there is none."""
_CONTRACT = late_pattern(rf"\b{_THING}\b", re.IGNORECASE)
_NAMES = late_pattern(rf"\b{_THING}\b|\b(?:years?|months?)\b|\b(?:duration|how long)\b", re.IGNORECASE)
_OTHER = late_pattern(
    r"\b(?:deadlines?|closing|clos(?:e|es|ed) on|submi\w+|(?:return|receipt) of (?:tenders|bids|quot\w+)|late (?:bids"
    r"|tenders)|(?:extensions?|extended) (?:of|in) time|time limits?|answers|clarification|questions|word (?:counts?"
    r"|limits?)|page limits?|building|kitchen|house|planning|opening|hours|completion|programme of works|delays?"
    r"|payment|invoices?|insurance|warrant\w+|defects|energy|resources|library|books?|visas?|sick\w*|probation\w*"
    r"|(?:current|existing|previous|present|old|last|expiring|outgoing|incumbent)(?: \w+)? (?:contract|agreement"
    r"|framework|arrangement|lease|provider|contractor|supplier)s?)\b",
    re.IGNORECASE,
)
"""Words of other things that may or may not be extended."""
_NEAR = 200  # letters before the sentence that tell what is not extended


def not_extended(reading: Reading) -> Iterator[Candidate[int]]:
    """Yield 0 for each statement that the contract has no extension."""
    for statement in statements(reading.passages.having("exten", "renew")):
        text = statement.text
        if not holds_any(f"{text.lower()}|", _NOES) or text.endswith("?") or statement.is_option:
            continue
        match = _ROW.fullmatch(text) or _REFUSED.search(text)
        if match is None or _OTHER.search(text) or statement.is_definition:
            continue
        sure = _of_contract(statement)
        if sure is not None:
            yield candidate(statement, statement.fact("term_extension_months", 0, match.start(), match.end(), sure))


def _of_contract(statement: Statement) -> Sure | None:
    """Say how surely it is the contract that is spoken of: by the sentence itself, the one before or the heading."""
    if _CONTRACT.search(statement.text):
        return Sure.HIGH
    passage = statement.passage
    if passage.row is not None:
        return None if _OTHER.search(passage.headings) else Sure.MEDIUM
    before = passage.text[: passage.text.find(statement.text)][-_NEAR:]
    headings = passage.place.heading
    above = before if before.strip() else f"{headings[-1] if headings else ''} {passage.before[-_NEAR:]}"
    return Sure.MEDIUM if _NAMES.search(above) and not _OTHER.search(above) else None
