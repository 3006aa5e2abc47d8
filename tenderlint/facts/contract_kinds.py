"""What kind of contract it is, its CPV codes, and the portal that it is tendered on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.candidates import candidate, named
from tenderlint.facts.choose import PASSING, TABLED, Candidate, choose
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, holds_any, lowered, statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_CONTRACT_KINDS = (
    ("light-touch", r"light[- ]touch (?:regime|provisions?|contract|services?|procurement|rules)"),
    ("works", r"works contract|contract for works|public works (?:contract|concession)|works procurement"
              r"|construction works"),
    ("goods", r"(?:supplies|goods) contract|contract for (?:goods|supplies|the supply of"
              r"(?! (?:[\w-]+ ){0,3}(?:services?|maintenance|cleaning|care|support|cutting|staff\w*)\b))"
              r"|public supply"),
    ("services", r"services? contract|contract for (?:the provision of )?(?:\w+ )?services|public services? contract"),
)  # fmt: skip
_KIND_CUES = {
    "light-touch": ("touch",),
    "works": ("works",),
    "goods": ("supplies", "goods", "the supply of", "public supply"),
    "services": ("service",),
}
"""Words of which any text that names a kind holds one."""
_KINDS = tuple(
    (name, late_pattern(rf"\b(?:{words})\b", re.IGNORECASE), _KIND_CUES[name]) for name, words in _CONTRACT_KINDS
)
_LIGHT = r"(?:light[- ]touch|(?:services for )?social and other specific services|schedule 3\b)"
_FULL = late_pattern(
    r"\b(?:the |these )?full (?:procurement )?(?:regime|rules|regulations|scope of the (?:regulations|rules))"
    r"(?: of the \w+)?,? (?:will |shall |does |do |therefore |thus |so ){0,2}appl(?:y|ies)\b"
    r"|\b(?:subject to|governed by|under) (?:the )?full (?:procurement )?(?:regime|rules)\b"
    rf"|\b(?:falls?|lies?|is|are|comes?|stands?) outside (?:of )?(?:the )?(?:(?:list|scope|category) of )?(?:the )?"
    rf"{_LIGHT}|\b(?:(?:does|do|is|are|will) not|(?:does|do|is|are)n['’]t) (?:(?:a|an|be|fall\w*|come|covered|within"
    rf"|under|in|by|of|for|the|list|scope|category|subject|to|qualify|as|count|one|among) ){{0,6}}{_LIGHT}",
    re.IGNORECASE,
)
_DOUBT = late_pattern(r"\b(?:if|where|whether|unless|until|may|might)\b", re.IGNORECASE)
_ROW_CUES = ("type", "kind", "nature", "category")
_KIND_ROW = late_pattern(
    r"\b(?:type|kind|nature|category) of (?:contract|requirement|procurement)|\b(?:contract|procurement) (?:type"
    r"|category)|\bmain category\b",
    re.IGNORECASE,
)
_ROW_KINDS = (("works", r"\bworks\b"), ("goods", r"\b(?:goods|supplies|products)\b"), ("services", r"\bservices?\b"))
_CPV = late_pattern(r"(?<![\d.])(?P<code>\d{8})(?:-\d)?(?![\d.])")
_PORTALS = (
    "ProContract|Proactis|Due[- ]North|In-?Tend|Delta(?: e-?Sourcing| eSourcing)?|Atamis|Jaggaer"
    "|Bravo(?:Solution)?|YORtender|Supplying the South West|London Tenders Portal|Kent Business Portal|Sell2Wales"
    "|eTenderWales"
    "|Public Contracts Scotland(?:[ -]Tender)?|PCS-Tender|PCS-T|eTendersNI|MultiQuote|The Chest|Contracts Finder"
    "|Find a Tender(?: service)?|central digital platform|EU[- ]Supply|Mercell|Tenders Direct|MyTenders"
    "|SourceNottinghamshire|Blue ?light|Health Family|EastMids ?tenders|Award eSourcing|e-?Sourcing (?:Suite|tool"
    "|portal)"
)
_PORTAL = late_pattern(rf"\b(?:{_PORTALS})\b", re.IGNORECASE)
_PORTAL_USE = late_pattern(
    r"\b(?:portal|e-?tender\w*|e-?sourcing|submit\w*|upload\w*|register\w*|via|through|using|electronic\w*"
    r"|messag\w+|access\w*|download\w*|log ?in|platform)\b",
    re.IGNORECASE,
)
_NOTICEBOARDS = late_pattern(r"^(?:contracts finder|find a tender|central digital platform)", re.IGNORECASE)
_ANY_PORTAL = late_pattern(
    r"\b(?:the |our |an? )?(?:e-?tender(?:ing)?|e-?sourcing|e-?procurement|electronic tender(?:ing)?"
    r"|tender(?:ing)?|procurement|supplier) (?:portal|system|platform|website)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the kinds of contract, CPV codes in eight figures, the portals, and whether light touch is ruled out."""
    passages = reading.passages
    return {
        "contract_kind": choose(_contract_kinds(passages)),
        "cpv": choose(_cpv(passages)),
        "full_regime": choose(_full_regime(passages)),
        "portal": choose(_portals(passages)),
    }


def _contract_kinds(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "light touch",
            "light-touch",
            "works",
            "goods",
            "supplies",
            "services contract",
            "service contract",
            "contract for",
            "type of contract",
            "contract type",
            "category",
            "supply contract",
        )
    ):
        text = statement.text
        if statement.is_definition or statement.passage.role is Role.TERMS or len(text) > 600:
            continue
        row = _KIND_ROW.search(text[:90]) if holds_any(text[:90].lower(), _ROW_CUES) else None
        if row:
            for name, words in _ROW_KINDS:
                match = re.search(words, text[row.end() :], re.IGNORECASE)
                if match and len(text) < 160:
                    yield Candidate(statement.fact("contract_kind", name), TABLED, statement.passage.role)
                    break
            continue
        small = lowered(text)
        for name, pattern, cues in _KINDS:
            match = pattern.search(text) if holds_any(small, cues) else None
            if (
                match
                and not refused(text, match.start(), match.end())
                and (
                    not _FULL.search(text)
                    if name == "light-touch"
                    else re.search(
                        r"\b(?:this|the|a|public)\b", text[max(0, match.start() - 25) : match.start()], re.IGNORECASE
                    )
                )
            ):
                yield named(statement, "contract_kind", name, match, Sure.MEDIUM)
                break


def _full_regime(passages: Passages) -> Iterator[Candidate[bool]]:
    for statement in statements(
        passages.having("light touch", "light-touch", "full re", "full rules", "full procurement", "specific services")
    ):
        text = statement.text
        match = _FULL.search(text) if len(text) < 600 and statement.passage.role is not Role.TERMS else None
        if match and not statement.is_definition and not _DOUBT.search(text[: match.end()]):
            yield candidate(statement, statement.fact("full_regime", True, match.start(), match.end(), Sure.MEDIUM))


def _cpv(passages: Passages) -> Iterator[Candidate[str]]:
    for passage in passages.having("cpv", "common procurement vocabulary"):
        near = (
            passages.all[passage.index : passage.index + 4]
            if passage.row is not None or len(passage.text) < 60
            else (passage,)
        )
        for each in near:
            if each.document is not passage.document:
                break
            for match in _CPV.finditer(each.text):
                if 3 <= int(match["code"][:2]) <= 98:
                    yield Candidate(
                        Statement(each.text, each).fact("cpv", match["code"], match.start(), match.end()),
                        TABLED,
                        each.role,
                    )


def _portals(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "portal",
            "tendering system",
            "sourcing",
            "procontract",
            "proactis",
            "in-tend",
            "intend.",
            "delta",
            "atamis",
            "jaggaer",
            "bravo",
            "sell2wales",
            "public contracts scotland",
            "etender",
            "e-tender",
            "multiquote",
            "the chest",
            "mercell",
            "find a tender",
            "contracts finder",
            "digital platform",
            "yortender",
            "due north",
            "due-north",
        )
    ):
        text = statement.text
        portals = list(_PORTAL.finditer(text))
        match = next(
            (match for match in portals if not _NOTICEBOARDS.match(match[0])), portals[0] if portals else None
        )
        if (
            match is not None
            and _PORTAL_USE.search(text[: match.start()] + text[match.end() :])
            and (not _NOTICEBOARDS.match(match[0]) or re.search(r"\b(?:submit|respond|upload)", text, re.IGNORECASE))
        ):
            yield named(statement, "portal", match[0], match)
        elif match is None and (some := _ANY_PORTAL.search(text)) and _PORTAL_USE.search(text[: some.start()]):
            yield Candidate(
                statement.fact("portal", some[0].strip(), some.start(), some.end(), Sure.MEDIUM),
                PASSING,
                statement.passage.role,
            )
