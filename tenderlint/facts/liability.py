"""Whether the liability of bidders is limited, unlimited, or as good as unlimited by what they must make good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import PASSING, Candidate, choose
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, holds_any, statements
from tenderlint.patterns import late_pattern

_UNLIMITED = late_pattern(
    r"\bunlimited (?:liability|in (?:amount|value))\b|\bliabilit(?:y|ies)\b[^.;]{0,80}\b(?:(?:shall|will|is"
    r"|are)(?: \w+)? )?(?:be )?(?:unlimited|uncapped|without (?:any )?limit\w*|not (?:be )?(?:limited|capped))\b"
    r"|\bliabilit(?:y|ies)\b[^.;]{0,40}?\bnot (?:be )?subject to (?:an?|any) (?:\w+ )?(?:cap|limit|ceiling)\b"
    r"|\b(?:no|without(?: any)?) (?:limit|cap|limitation|ceiling)\b[^.;]{0,25}\b(?:on|to|of"
    r"|upon)\b[^.;]{0,40}\bliabilit\w+|\buncapped (?:liability|indemnit\w+)\b|\bunlimited indemnit\w+\b",
    re.IGNORECASE,
)
_NOTHING_LIMITS = late_pattern(
    r"\bnothing (?:in (?:the|this|these) (?:contract|agreement|terms|conditions)\w*)?[^.;]{0,20}\b(?:limits?|caps?"
    r"|restricts?)"
    r"\b[^.;]{0,12}\b(?:supplier|contractor|provider|consultant|seller"
    r"|your)[\w'’]{0,3}[^.;]{0,20}\bliabilit\w+[^.;]{0,20}"
    r"\bfor (?:any|all|every)\b[^.;]{0,20}\b(?:loss|losses|damage|damages|claims?)\b",
    re.IGNORECASE,
)
"""Liability without a limit, said the other way round; what no contract may limit has other words after "for"."""
_CARVED_OUT = late_pattern(
    r"\b(?:death|personal injury|fraud\w*|theft|cannot|law(?:fully)?|negligence)\b", re.IGNORECASE
)
_LIMITED = late_pattern(
    r"\b(?:liabilit(?:y|ies))\b[^.;]{0,200}?\b(?:(?:shall|will|is|are|to)(?: \w+){0,2} )?(?:(?:be )?(?:limited"
    r"|capped|restricted)(?: to| at)|stops? at|ends? (?:at|with)|(?:be )?confined to|not exceed|(?:be )?(?:no"
    r"|not)(?: be)? (?:more|greater|higher) than|in no event exceed|subject to (?:a"
    r"|the) cap|up to a maximum of)\b"
    r"|\b(?:no|neither) (?:\w+ ){0,2}\w+['’]s? (?:total |aggregate )*liability\b[^.;]{0,60}\bexceed\b"
    r"|\b(?:liability cap|cap on liability|limit of liability|limitation of liability)\b[^.;]{0,40}(?:£"
    r"|\d{2,3} ?%|per ?cent)"
    r"|\b(?:no|neither|nobody|no[- ]one)\b[^.;]{0,40}?\bliabilit\w+\b[^.;]{0,40}?\b(?:go(?:es)? (?:beyond|above"
    r"|past|further"
    r" than)|exceeds?)\b"
    r"|\bliable\b[^.;]{0,80}?\b(?:(?:up )?to (?:a|the) (?:maximum|limit|ceiling|total|cap) of|for (?:no|not) more than"
    r"|only up to|up to (?=£|a\b|the (?:amount|value|sum|level)))"
    r"|\bneither\b[^.;]{0,40}?\b(?:pay|owe|liable)\b[^.;]{0,40}?\b(?:more than|beyond|above|in excess of)\b"
    r"|(?:\b(?:not|never|no|neither)|n['’]t)\b[^.;]{0,40}?\bliable\b[^.;]{0,60}?\bfor more than\b"
    r"|\bthe most (?:that )?(?:either|each|any|we|you|one)\b[^.;]{0,50}?\b(?:pay|owe"
    r"|liable)\b[^.;]{0,30}?\b(?:is|will be)\b"
    r"|\bowes? us\b[^.;]{0,40}?\b(?:limited to|capped at|more than|up to)\b"
    r"|\bunlimited liability is not (?:permitted|accepted|allowed|required|sought)\b",
    re.IGNORECASE,
)
_LIMITING = (
    "limit", "cap", "restricted", "stop at", "stops at", "end at", "ends at", "end with", "ends with", "confined",
    "exceed", "more", "greater", "higher", "maximum", "beyond", "above", "past", "further", "ceiling", "total",
    "up to", "excess", "most",
)  # fmt: skip
"""Any text with a limit holds one of these."""
_MONEY_OR_SHARE = late_pattern(
    r"£|\d ?%|\bper ?cent\b|\bpounds\b|\b(?:fees?|paid|charges|contract (?:price|value|sum)|insur\w+)\b|\btimes\b"
    r"|\bnot (?:permitted|accepted|allowed|required|sought)\b",
    re.IGNORECASE,
)
_BY_LAW = late_pattern(
    r"\b(?:death|personal injury|fraud\w*|theft|cannot (?:lawfully )?be (?:excluded|limited)|by law|nothing in"
    r"|neither party (?:excludes|limits)|negligence)\b",
    re.IGNORECASE,
)
_BUYERS_LIABILITY = late_pattern(
    r"\b(?:council|authority|buyer|customer|client|trust|employer|purchaser)(?:'s|’s|s'|s’) (?:total |aggregate "
    r"|maximum |entire )*liabilit|\b(?:council|authority|buyer|customer|client|trust|employer"
    r"|purchaser) (?:(?:is|shall|will"
    r"|never|not) ){1,2}(?:be )?liable\b",
    re.IGNORECASE,
)
_INDEMNITY = late_pattern(
    r"\bindemnif(?:y|ies|ied)\b[^.;]{0,120}\bagainst (?:any and all|all and any|any|all"
    r"|each and every)(?: and \w+)?\b[^.;]{0,30}\b(?:loss(?:es)?|liabilit\w+|claims?|damages?|costs?|actions?"
    r"|proceedings?|demands?)\b",
    re.IGNORECASE,
)
_OWED = ("liab", "indemnif", "uncapped", "unlimited", "owe us", "have to pay")
_NARROW = late_pattern(
    r"\b(?:intellectual property|ipr|patent|copyright|data protection|personal data|gdpr|tupe"
    r"|transfer regulations|employment|employees?|tax|national insurance|income tax|redundanc\w+|bribery"
    r"|discrimination|confidential\w*|vat|hmrc|third[- ]party ipr|infring\w+|equality act|safety act|staff"
    r"|breach(?:es)? (?:of )?(?:clause|any clause)|data)\b",
    re.IGNORECASE,
)
_DOERS = late_pattern(
    r"\b(?:acts?|omissions?|neglect|negligence|defaults?|breach(?:es)?)\b(?: (?:or|and) \w+)?,? (?:of|by)"
    r" (?:[\w'’]+ ){0,5}?(?:employees?|staff|servants)\b",
    re.IGNORECASE,
)
"""Whose faults the indemnity covers: it is no narrower for naming the contractor's employees."""


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return whether liability is unlimited: True, or False where a limit is named."""
    return {"unlimited_liability": choose(_liability(reading))}


def _liability(reading: Reading) -> list[Candidate[bool]]:
    found: list[Candidate[bool]] = []
    wide: list[Candidate[bool]] = []
    for statement in statements(reading.passages.having(*_OWED)):
        text = statement.text
        if statement.is_definition or statement.is_option or _BUYERS_LIABILITY.search(text):
            continue
        limited = _LIMITED.search(text) if holds_any(text.lower(), _LIMITING) else None
        unlimited = _UNLIMITED.search(text)
        if limited and _MONEY_OR_SHARE.search(text[limited.start() : limited.end() + 120]):
            found.append(
                candidate(statement, statement.fact("unlimited_liability", False, limited.start(), limited.end()))
            )
        elif (nothing := _nothing_limits(text)) is not None:
            found.append(candidate(statement, statement.fact("unlimited_liability", True, *nothing.span())))
        elif unlimited and not _BY_LAW.search(text):
            value = not refused(text, unlimited.start(), unlimited.end())
            found.append(
                candidate(statement, statement.fact("unlimited_liability", value, unlimited.start(), unlimited.end()))
            )
        else:
            wide += _wide(statement)
    return found or wide


def _nothing_limits(text: str) -> re.Match[str] | None:
    match = _NOTHING_LIMITS.search(text) if "othing" in text else None
    return None if match is None or _CARVED_OUT.search(text) else match


def _wide(statement: Statement) -> Iterator[Candidate[bool]]:
    """An indemnity against all losses, without a limit, is unlimited liability in other words."""
    match = _INDEMNITY.search(statement.text)
    if (
        match is None
        or _NARROW.search(_DOERS.sub(" ", statement.text))
        or re.search(r"\blimited to\b|\bnot exceed\b|\bup to\b", statement.text, re.IGNORECASE)
    ):
        return
    why = "an indemnity against all losses, with no limit stated"
    yield candidate(
        statement, statement.fact("unlimited_liability", True, match.start(), match.end(), Sure.LOW, why), PASSING
    )
