"""What tells under which law a pack stands: the law it names, its nation, its kind of contract, and who may bid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.abroad import BOTH
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.candidates import named
from tenderlint.facts.choose import PASSING, STATED, Candidate, choose
from tenderlint.facts.passages import Passages
from tenderlint.facts.postcodes import may_hold_postcode
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, lowered, statements
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern

_LAWS = (
    ("PA2023", r"(?:Procurement Act 2023|(?-i:Procurement Act)(?! \d{4}))\b"
               r"|Procurement (?:\(Wales\) )?Regulations 2024|\bPA ?(?:20)?23\b"),
    ("PCR2015", r"Public Contracts Regulations(?:,)? (?:\(?SI )?2015|\bPCR ?(?:20)?15\b"
                r"|Public Contracts Regulations (?=\(?(?:as amended|the regulations|PCR))(?!.{0,20}(?:2006|Scotland))"
                r"|Regulations 2015 \(SI 2015/102\)|\bSI 2015/102\b"),
    ("PCR2006", r"Public Contracts Regulations(?:,)? (?:\(?SI )?2006|\bPCR ?2006\b|\bSI 2006/5\b"),
    ("PSR", r"Provider Selection Regime(?:\)? Regulations(?: 2023)?)?"
            r"|Health Care Services \(Provider Selection Regime\) Regulations 2023|\bPSR ?2023\b"),
    ("PCS2015", r"Public Contracts \(Scotland\) Regulations 2015|Procurement Reform \(Scotland\) Act 2014"
                r"|Procurement \(Scotland\) Regulations 2016"),
    ("PCS2012", r"Public Contracts \(Scotland\) Regulations (?:2006|2012)"),
)  # fmt: skip
_LAW = tuple((name, late_pattern(rf"\b(?:{words})", re.IGNORECASE if name != "PSR" else 0)) for name, words in _LAWS)
_GOVERNS = late_pattern(
    r"\b(?:procur\w+|tender\w*|competition|conduct\w*|accordance|under|pursuant|subject to|governed|compl(?:y|ies"
    r"|iance|ying)|regulat\w+|award\w*|regime|process|notice|threshold|section \d+|regulation \d+|light touch"
    r"|standstill|exclu\w+|defined|means)\b",
    re.IGNORECASE,
)
_GONE_BEFORE = late_pattern(
    r"\b(?:repeals?|replac(?:es?|ing)|supersed(?:es?|ing)|previously|formerly|prior to|before|until|no longer"
    r"|not subject to|exempt(?:ed)? from|outside(?: the scope of)?|not governed by|exceptions? (?:to|in)"
    r"|procured under|not (?:apply|fall) (?:to|under|within))\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_GONE_AFTER = late_pattern(
    r"^[^.;,]{0,40}\b(?:(?:have|has|had|were|was|are|is) (?:now )?(?:been )?(?:repealed|replaced|superseded"
    r"|revoked)|(?:does|do|did|shall|will) not apply|no longer appl(?:y|ies)|not applicable)\b",
    re.IGNORECASE,
)
_LEFT_OUT = late_pattern(
    r"\b(?:exempt(?:ed)?|excluded|outside|out of scope|not (?:subject|governed|regulated|covered|caught|bound|apply"
    r"|fall)|n['’]t (?:apply|fall))\b|\bnot applicable\b|\bdisappl(?:y|ies|ied)\b",
    re.IGNORECASE,
)
"""That a law does not govern, and never did: not that it was repealed or replaced."""
_ITSELF = late_pattern(
    r"\b(?:this|the) (?:itt|rfq|rfp|procurement|contract|tender|requirement|competition|exercise|invitation|services?"
    r"|purchase|quotation|award|agreement|framework|concession)\b|\bwe are not\b|\bit is\b",
    re.IGNORECASE,
)
_IN_PART = late_pattern(
    r"\b(?:if|where|whether|unless|may|might|could|sub-?contract\w*|except|certain|some|parts? of|most of"
    r"|(?:regulations?|sections?|schedules?|parts?|chapters?|rules?) \d{1,3}[a-z]?)\b",
    re.IGNORECASE,
)
"""One rule of a law that is left out, or a case that may come."""
_NATIONS = (
    ("Scotland", r"\bScots law\b|\blaws? of Scotland\b|\bScottish (?:law|Ministers|Government|courts|charit\w+)\b"
                 r"|\bPublic Contracts Scotland\b|\bcourts of Scotland\b|\bPublic Contracts \(Scotland\)"
                 r"|\bProcurement Reform \(Scotland\)"),
    ("Wales", r"\bSell2Wales\b|\beTenderWales\b|\bWelsh (?:Government|Ministers|language (?:standards|scheme"
              r"|measure))\b|\bWell-?being of Future Generations\b|\bProcurement \(Wales\)"),
    ("Northern Ireland", r"\blaws? of Northern Ireland\b|\bNorthern Ireland (?:law|courts|Executive|civil service)\b"
                         r"|\beTendersNI\b|\bcourts of Northern Ireland\b|\bFair Employment and Treatment\b"
                         r"|\bcentral procurement directorate\b|\bcpd\.? ?ni\b"),
    ("England", r"\bEnglish (?:law|courts?)\b|\b(?:laws?|courts) of England\b(?! (?:and|&) Wales\b)"),
    (BOTH, r"\b(?:laws?|courts) of England (?:and|&) Wales\b"),
)  # fmt: skip
_NATION = tuple((name, late_pattern(words, re.IGNORECASE)) for name, words in _NATIONS)
_OTHER_LAND = late_pattern(
    r"\boptional\b|\bschedule \d+\b|\b(?:not|n['’]t) (?:be )?(?:applicable|appl(?:y|ies)|used?)\b|\bsubstitut\w+"
    r"|\binstead of\b|\breplace[ds]?\b|\breferences? to\b|\bamend(?:ed)? to read\b"
    r"|\b(?:if|where|when)\b[^.;]{0,40}\blaw (?:applies|governs|is chosen)\b",
    re.IGNORECASE,
)
"""Words of a nation that a contract may belong to, or that this one does not."""
# A pattern that begins with a set of letters leaps from one to the next, one that begins with \b does not.
_POSTCODE = late_pattern(r"(?P<area>[A-Z](?<!\w[A-Z])[A-Z]?)\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
_MOST_POSTCODES = 12
_SCOTTISH = ("AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD", "ZE")
_WELSH = ("CF", "LD", "LL", "NP", "SA")
_AREAS = {"BT": "Northern Ireland"} | dict.fromkeys(_SCOTTISH, "Scotland") | dict.fromkeys(_WELSH, "Wales")
_ABOVE = late_pattern(
    r"\b(?:above|exceeds?|over|greater than|in excess of|at or above) (?:the )?(?:(?:relevant|current|applicable"
    r"|financial|procurement|uk|eu|wto|gpa|find a tender|fts|ojeu|public|statutory|legal|light[- ]touch|services?"
    r"|works|supplies|goods) ){0,4}(?:[\w-]+ )?thresholds?\b|\babove[- ]threshold\b|\bcovered procurement\b",
    re.IGNORECASE,
)
_BELOW = late_pattern(
    r"\b(?:below|under|less than|beneath|falls? short of|does not (?:exceed|meet|reach)|not exceed(?:ing)?"
    r"|lower than) (?:the )?(?:(?:relevant|current|applicable|financial|procurement|uk|eu|wto|gpa|find a tender"
    r"|fts|ojeu|public|statutory|legal|light[- ]touch|services?|works|supplies"
    r"|goods) ){0,4}(?:[\w-]+ )?thresholds?\b|\b(?:below|sub|under)[- ]threshold\b",
    re.IGNORECASE,
)
_THIS = late_pattern(
    r"\b(?:this|the) (?:procurement|contract|tender|requirement|opportunity|competition|value|estimated|exercise"
    r"|project|invitation|services?)\b|\bis (?:a )?(?:below|above|under|regulated below|covered)\b|\bvalue\b",
    re.IGNORECASE,
)
_GENERAL = late_pattern(
    r"\bturnover\b|\bvat regist\w+|\b(?:contracts|procurements|purchases|orders|sub-?contracts|goods|where (?:a"
    r"|the)|if (?:a|the)|all|any"
    r"|each) (?:\w+ ){0,6}(?:above|below|over|exceed|under|less)|\bsub-?contract",
    re.IGNORECASE,
)
_STAGES = (
    ("market engagement", r"market engagement|request for information|\bRFI\b|soft market|market sounding"
                          r"|prior information notice|supplier engagement (?:event|questionnaire)"
                          r"|planned procurement notice"),
    ("selection", r"pre-?qualification questionnaire|\bPQQ\b|selection questionnaire|\bSSQ\b|\bSQ\b|selection stage"
                  r"|expressions? of interest|request to participate"),
    ("call-off", r"call[- ]?off|further competition|mini-?competition|order form"),
    ("quotation", r"request for quotations?|invitation to quote|\bRFQ\b|\bITQ\b|request for quotes?"),
    ("tender", r"invitation to tender|\bITT\b|request for (?:proposals?|tenders?)|\bRFP\b|invitation to submit"
               r"|tender document|form of tender|invitation to bid"),
)  # fmt: skip
# Looked for in small letters, which is several times as quick as in any case.
_STAGE = tuple((name, late_pattern(rf"(?<![\w-])(?:{words.lower()})(?![\w])")) for name, words in _STAGES)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the facts that tell the regime; every statement is kept, so that they can be counted."""
    passages = reading.passages
    laws = list(_laws(passages))
    return {
        "law_named": choose(each for each in laws if each.fact.name == "law_named"),
        "law_left_out": choose(each for each in laws if each.fact.name == "law_left_out"),
        "nation": choose(_nations(passages)),
        "threshold_side": choose(_sides(passages)),
        "tender_stage": choose(_stages(passages)),
    }


def _laws(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "public contracts",
            "procurement act",
            "pcr",
            "provider selection",
            "procurement reform",
            "procurement regulations",
            "pa2023",
            "pa 2023",
            "pa23",
            "2015/102",
            "psr",
            "procurement (",
        )
    ):
        text = statement.text
        for name, pattern in _LAW:
            for match in pattern.finditer(text):
                gone = _GONE_BEFORE.search(text[max(0, match.start() - 90) : match.start()]) or _GONE_AFTER.search(
                    text[match.end() : match.end() + 90]
                )
                if not gone and (_GOVERNS.search(text) or len(text) < 140):
                    yield named(statement, "law_named", name, match)
                    break
                if gone and _leaves_out(text):
                    yield named(statement, "law_left_out", name, match)
                    break


def _leaves_out(text: str) -> bool:
    """Say whether a sentence tells that the procurement itself stands outside the law that it names."""
    return _LEFT_OUT.search(text) is not None and _ITSELF.search(text) is not None and _IN_PART.search(text) is None


def _nations(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "scot",
            "wales",
            "welsh",
            "northern ireland",
            "sell2wales",
            "etendersni",
            "english",
            "of england",
            "fair employment",
            "future generations",
            "procurement directorate",
        )
    ):
        for name, pattern in _NATION:
            match = pattern.search(statement.text)
            if match and not _OTHER_LAND.search(statement.text):
                yield named(statement, "nation", name, match, Sure.MEDIUM)
                break
    seen, likely = 0, may_hold_postcode(passages)
    for passage in passages.having("street", "road", "council", "house", "address", "lane", "square", "avenue", "hall"):
        if seen == _MOST_POSTCODES:
            break
        if passage.index not in likely or passage.role in (Role.TERMS, Role.TUPE):
            continue
        match = _POSTCODE.search(passage.text)
        if match:
            seen += 1
            nation = _AREAS.get(match["area"], "England")
            yield Candidate(
                Statement(passage.text, passage).fact("nation", nation, match.start(), match.end(), Sure.LOW),
                PASSING,
                passage.role,
            )


def _sides(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(passages.having("threshold", "covered procurement")):
        text = statement.text
        if (
            statement.is_definition
            or _GENERAL.search(text)
            or not _THIS.search(text)
            or statement.passage.role is Role.TERMS
        ):
            continue
        for value, pattern in (("below", _BELOW), ("above", _ABOVE)):
            match = pattern.search(text)
            if match and not re.search(
                r"\b(?:score|quality|minimum|pass)\b[^.;]{0,30}$", text[: match.start()], re.IGNORECASE
            ):
                denied = (
                    re.search(r"\b(?:not|n['’]t)\s+(?:\w+\s+){0,2}$", text[: match.start()], re.IGNORECASE) is not None
                )
                yield named(
                    statement,
                    "threshold_side",
                    value if not denied else ("above" if value == "below" else "below"),
                    match,
                )
                break


def _stages(passages: Passages) -> Iterator[Candidate[str]]:
    """Tell the stage of each document from its name and its first headings and lines."""
    last = None
    for passage in passages.all:
        if passage.document is last:
            continue
        last = passage.document
        early = [
            (each, lowered(each.text))
            for each in passages.all[passage.index : passage.index + 12]
            if each.document is last and (len(each.text) < 140 or each.block.kind is BlockKind.HEADING)
        ]
        for name, pattern in _STAGE:
            found = next(((each, match) for each, small in early if (match := pattern.search(small))), None)
            if found:
                each, match = found
                yield Candidate(
                    Statement(each.text, each).fact("tender_stage", name, match.start(), match.end()),
                    STATED,
                    each.role,
                )
                break
