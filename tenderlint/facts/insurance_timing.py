"""Whether insurance must be in place with the bid or only on award."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.near import sentence_about
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern

TIMING = "insurance_timing"
_INSURANCE = late_pattern(r"\binsur\w+|\bliability\b|\bindemnity\b|\bcover\b", re.IGNORECASE)
_ASIDE = late_pattern(
    r"\binsurance premiums?\b[^,.;]{0,40}|\b(?:purposes? of|to (?:obtain|get|secure)|quot\w+ for|obtaining)"
    r" (?:\w+ (?:or|and|nor) )?insurances?\b(?: (?:premiums?|quot\w+|terms|or \w+)\b)?"
    r"|\bfor insurance (?:purposes|premiums?|quot\w+)\b|\b(?:brokers?|bankers?|insurers?) (?:or|and) insurers?\b"
    r"|\binsurance (?:companies|company|brokers?|industry|quotations?|claims?|services)\b",
    re.IGNORECASE,
)
"""What a rule against agreeing prices lets a bidder tell its insurer, and insurance as a trade: no cover is asked."""
_PROOF = late_pattern(
    r"\bcop(?:y|ies)\b(?! of (?:the |this |your |our )?(?:\w+ )?(?:contract|agreement|tender|bid|form|letter|document))"
    r"|\b(?:certificates?|polic(?:y|ies)|evidence|proof|these|this|cover|levels?|schedules?|documents)\b",
    re.IGNORECASE,
)
_WITH_BID = late_pattern(
    r"\b(?:with|as part of|in|within|at the (?:time|point|date) of|on the date of|when|alongside|upon"
    r"|at) (?:submi\w+ )?(?:of )?(?:your|the"
    r"|their|a|its|this)?\s?(?:completed )?"
    r"(?:tender|bid|quotation|quote|submission|response|proposal|application|return|submitting)\b|\b(?:before"
    r"|prior to|ahead of|in advance of)"
    r" (?:the |any |contract |a )*award\b|\bat (?:the )?(?:tender|bid|selection|this) stage\b|\bcurrently hold\b"
    r"|\bmust already (?:hold|have)\b"
    r"|\bwhen (?:its|the|their|your|a) (?:tender|bid|quotation|quote|proposal|application)s? (?:is"
    r"|are) (?:lodged|submitted"
    r"|returned|sent|made|delivered)\b",
    re.IGNORECASE,
)
_ON_AWARD = late_pattern(
    r"\b(?:on|upon|following|after|at the point of|at|by|from) (?:the |contract |date of )*(?:award|appointment"
    r"|commencement|start|signature|signing"
    r"|contract start)\b|\b(?:before|prior to|in advance of|ahead of) (?:the )?(?:commencement|start|signing"
    r"|signature|contract (?:start|commence\w+|signature"
    r"|signing|begins|starts)|entering|service commence\w+|any work|work (?:starts|commences|beginning|starting)"
    r"|commencing|starting)\b"
    r"|\b(?:commit|undertake|agree|willing|prepared|confirm)\b[^.;]{0,60}\b(?:obtain|take out|put in place"
    r"|increase|arrange|have in place)\b"
    r"|\bwill be (?:obtained|put in place|taken out|in place)\b|\bif (?:you are |they are |it is )?(?:successful"
    r"|awarded|appointed)\b|\bin the event of (?:award|success)\b"
    r"|\bsuccessful (?:tenderer|bidder|supplier|provider|contractor|applicant|organisation)s? (?:will|must|shall"
    r"|to|is|are)\b|\bonce (?:appointed|awarded)\b"
    r"|\bsign(?:s|ing|ed)? (?:and return )?(?:the |both copies of the )?(?:contract|agreement)\b",
    re.IGNORECASE,
)
_AT_START = late_pattern(
    r"\b(?:(?:by|before|on|from|until|at) (?:the )?(?:day|date|time|moment|point)(?: (?:that|when|on which|at which))?"
    r"|when|once) (?:the |this |our )?(?:contract|service|work|agreement|project|scheme)s?"
    r" (?:starts?|begins?|commences?|goes live|go live|is signed)\b"
    r"|\b(?:by|before|on|from) (?:the )?first day of (?:the |this )?(?:contract|service|work|agreement)\b",
    re.IGNORECASE,
)
"""Plainer words for the start: "by the day the contract starts". Words that want it with the bid go before them."""
_WHEN_BIDDING = late_pattern(
    r"\bwhen (?:you|they|bidders|tenderers|suppliers) (?:tender|bid|quote|apply|submit)\b", re.IGNORECASE
)
_THEM = late_pattern(
    r"\b(?:hold|have|obtain|get|arrange|buy|take out|take|put|increase)(?:s|ing)? (?:them|it|this|these|both|all)\b",
    re.IGNORECASE,
)
"""Cover that the sentence before has named."""
_DEMANDS = late_pattern(
    r"\b(?:must|shall|required?|requires|provide|submit|enclose|evidence|proof|certificates?|cop(?:y|ies)|confirm"
    r"|hold|held|have|in place|in force|obtain\w*|please|need)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return when cover must be in place: "with the bid", or "on award"."""
    passages = reading.passages
    return {
        "insurance_timing": choose(_timings(passages)),
    }


def _about_insurance(passages: Passages) -> Iterator[Passage]:
    """Yield the passages that speak of insurance, and those that stand under a heading that does."""
    last = -1
    for passage in passages.having("insur", "public liab", "indemnity cover", "employer's liab", "employers' liab"):
        if passage.index > last:
            yield passage
            last = passage.index
        if passage.block.kind is BlockKind.HEADING and len(passage.text) < 60:
            for below in passages.all[passage.index + 1 : passage.index + 25]:
                if below.document is not passage.document or below.block.kind is BlockKind.HEADING:
                    break
                if below.index > last and below.row is None:
                    yield below
                    last = below.index


def _sentence_before(statement: Statement) -> str:
    text = statement.passage.text
    start = text.find(statement.text)
    return sentence_about(text, len(text[:start].rstrip()) - 1) if start > 0 else ""


def _timings(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(_about_insurance(passages)):
        text = statement.text
        nearby = f"{statement.passage.text} {statement.about[-80:]}"
        of_insurance = _INSURANCE.search(text) or (_PROOF.search(text) and _INSURANCE.search(nearby))
        them = None if of_insurance else _THEM.search(text)
        of_insurance = of_insurance or (them and _INSURANCE.search(_sentence_before(statement)))
        if not of_insurance or not (them or _DEMANDS.search(text)) or statement.is_definition or len(text) > 700:
            continue
        late, early = _ON_AWARD.search(text), _WITH_BID.search(text)
        outright = late is not None
        if not late and not early:
            late = None if _WHEN_BIDDING.search(text) else _AT_START.search(text)
        if (late or early) and "insurance" in text and not _INSURANCE.search(_ASIDE.sub("", f"{text} {nearby}")):
            continue
        if late is not None:
            cover = _INSURANCE.search(text)
            said = cover if cover and ". " in text[late.end() : cover.start()] else late
            fact = statement.fact(
                TIMING, "on award", said.start(), said.end(), Sure.HIGH if outright else Sure.MEDIUM
            )
            yield Candidate(fact, role=statement.passage.role)
        elif (
            early is not None
            and not statement.denies(early.start(), early.end())
            and not re.search(r"\bnational insurance\b", text, re.IGNORECASE)
        ):
            yield Candidate(
                statement.fact(TIMING, "with the bid", early.start(), early.end(), Sure.MEDIUM),
                role=statement.passage.role,
            )
