"""What tells under which law a pack stands: the law it names, its nation, its kind of contract, and who may bid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import BlockKind, Role

_LAWS = (
    ("PA2023", r"(?:Procurement Act 2023|(?-i:Procurement Act)(?! \d{4}))\b|Procurement (?:\(Wales\) )?Regulations 2024|\bPA ?(?:20)?23\b"),
    ("PCR2015", r"Public Contracts Regulations(?:,)? (?:\(?SI )?2015|\bPCR ?(?:20)?15\b|Public Contracts Regulations (?=\(?(?:as amended|the regulations|PCR))(?!.{0,20}(?:2006|Scotland))|Regulations 2015 \(SI 2015/102\)|\bSI 2015/102\b"),
    ("PCR2006", r"Public Contracts Regulations(?:,)? (?:\(?SI )?2006|\bPCR ?2006\b|\bSI 2006/5\b"),
    ("PSR", r"Provider Selection Regime(?:\)? Regulations(?: 2023)?)?|Health Care Services \(Provider Selection Regime\) Regulations 2023|\bPSR ?2023\b"),
    ("PCS2015", r"Public Contracts \(Scotland\) Regulations 2015|Procurement Reform \(Scotland\) Act 2014|Procurement \(Scotland\) Regulations 2016"),
    ("PCS2012", r"Public Contracts \(Scotland\) Regulations (?:2006|2012)"),
)  # fmt: skip
_LAW = tuple((name, re.compile(rf"\b(?:{words})", re.IGNORECASE if name != "PSR" else 0)) for name, words in _LAWS)
_GOVERNS = re.compile(
    r"\b(?:procur\w+|tender\w*|competition|conduct\w*|accordance|under|pursuant|subject to|governed|compl(?:y|ies"
    r"|iance|ying)|regulat\w+|award\w*|regime|process|notice|threshold|section \d+|regulation \d+|light touch"
    r"|standstill|exclu\w+|defined|means)\b",
    re.IGNORECASE,
)
_GONE_BEFORE = re.compile(
    r"\b(?:repeals?|replac(?:es?|ing)|supersed(?:es?|ing)|previously|formerly|prior to|before|until|no longer"
    r"|not subject to|exempt(?:ed)? from|outside(?: the scope of)?|not governed by|exceptions? (?:to|in)"
    r"|procured under|not (?:apply|fall) (?:to|under|within))\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_GONE_AFTER = re.compile(
    r"^[^.;,]{0,40}\b(?:(?:have|has|had|were|was|are|is) (?:now )?(?:been )?(?:repealed|replaced|superseded"
    r"|revoked)|(?:does|do|did|shall|will) not apply|no longer appl(?:y|ies)|not applicable)\b",
    re.IGNORECASE,
)

_NATIONS = (
    ("Scotland", r"\bScots law\b|\blaws? of Scotland\b|\bScottish (?:law|Ministers|Government|courts|charit\w+)\b|\bPublic Contracts Scotland\b|\bcourts of Scotland\b|\bPublic Contracts \(Scotland\)|\bProcurement Reform \(Scotland\)"),
    ("Wales", r"\bSell2Wales\b|\beTenderWales\b|\bWelsh (?:Government|Ministers|language (?:standards|scheme|measure))\b|\bWell-?being of Future Generations\b|\bProcurement \(Wales\)"),
    ("Northern Ireland", r"\blaws? of Northern Ireland\b|\bNorthern Ireland (?:law|courts|Executive|civil service)\b|\beTendersNI\b|\bcourts of Northern Ireland\b|\bFair Employment and Treatment\b|\bcentral procurement directorate\b|\bcpd\.? ?ni\b"),
    ("England", r"\bEnglish (?:law|courts?)\b|\blaws? of England(?: and Wales)?\b|\bcourts of England(?: and Wales)?\b"),
)  # fmt: skip
_NATION = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _NATIONS)
_POSTCODE = re.compile(r"\b(?P<area>[A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
_AREAS = (
    {"BT": "Northern Ireland"}
    | dict.fromkeys("AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE".split(" "), "Scotland")
    | dict.fromkeys("CF LD LL NP SA".split(" "), "Wales")
)

_TYPE = re.compile(
    r"\b(?P<sub>sub-?central (?:contracting )?(?:authorit(?:y|ies)|government|threshold)|(?:other"
    r"|local) contracting authorit(?:y|ies) \(sub-?central\))|\b(?P<central>central government (?:authorit(?:y"
    r"|ies)|bod(?:y|ies)|department|contracting authority))|\b(?P<utility>utilities? (?:contract|contracting"
    r"|regulations|procurement)|contracting (?:entity|utility)\b|as a utility)",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:above|exceeds?|over|greater than|in excess of|at or above) (?:the )?(?:(?:relevant|current|applicable"
    r"|financial|procurement|uk|eu|wto|gpa|find a tender|fts|ojeu|public|statutory|legal|light[- ]touch|services?"
    r"|works|supplies|goods) ){0,4}(?:[\w-]+ )?thresholds?\b|\babove[- ]threshold\b|\bcovered procurement\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:below|under|less than|beneath|falls? short of|does not (?:exceed|meet|reach)|not exceed(?:ing)?"
    r"|lower than) (?:the )?(?:(?:relevant|current|applicable|financial|procurement|uk|eu|wto|gpa|find a tender"
    r"|fts|ojeu|public|statutory|legal|light[- ]touch|services?|works|supplies"
    r"|goods) ){0,4}(?:[\w-]+ )?thresholds?\b|\b(?:below|sub|under)[- ]threshold\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this|the) (?:procurement|contract|tender|requirement|opportunity|competition|value|estimated|exercise"
    r"|project|invitation|services?)\b|\bis (?:a )?(?:below|above|under|regulated below|covered)\b|\bvalue\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\bturnover\b|\bvat regist\w+|\b(?:contracts|procurements|purchases|orders|sub-?contracts|goods|where (?:a|the)|if (?:a|the)|all|any"
    r"|each) (?:\w+ ){0,6}(?:above|below|over|exceed|under|less)|\bsub-?contract",
    re.IGNORECASE,
)

_CONTRACT_KINDS = (
    ("light-touch", r"light[- ]touch (?:regime|contract|services?|procurement|rules)"),
    ("works", r"works contract|contract for works|public works (?:contract|concession)|works procurement|construction works"),
    ("goods", r"(?:supplies|goods) contract|contract for (?:goods|supplies|the supply of)|public supply"),
    ("services", r"services? contract|contract for (?:the provision of )?(?:\w+ )?services|public services? contract"),
)  # fmt: skip
_KINDS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _CONTRACT_KINDS)
_KIND_ROW = re.compile(
    r"\b(?:type|kind|nature|category) of (?:contract|requirement|procurement)|\b(?:contract|procurement) (?:type"
    r"|category)|\bmain category\b",
    re.IGNORECASE,
)
_ROW_KINDS = (("works", r"\bworks\b"), ("goods", r"\b(?:goods|supplies|products)\b"), ("services", r"\bservices?\b"))
_CPV = re.compile(r"(?<![\d.])(?P<code>\d{8})(?:-\d)?(?![\d.])")

_PORTALS = (
    "ProContract|Proactis|Due[- ]North|In-?Tend|Delta(?: e-?Sourcing| eSourcing)?|Atamis|Jaggaer"
    "|Bravo(?:Solution)?|YORtender|Supplying the South West|London Tenders Portal|Kent Business Portal|Sell2Wales"
    "|eTenderWales"
    "|Public Contracts Scotland(?:[ -]Tender)?|PCS-Tender|PCS-T|eTendersNI|MultiQuote|The Chest|Contracts Finder"
    "|Find a Tender(?: service)?|central digital platform|EU[- ]Supply|Mercell|Tenders Direct|MyTenders"
    "|SourceNottinghamshire|Blue ?light|Health Family|EastMids ?tenders|Award eSourcing|e-?Sourcing (?:Suite|tool"
    "|portal)"
)
_PORTAL = re.compile(rf"\b(?:{_PORTALS})\b", re.IGNORECASE)
_PORTAL_USE = re.compile(
    r"\b(?:portal|e-?tender\w*|e-?sourcing|submit\w*|upload\w*|register\w*|via|through|using|electronic\w*"
    r"|messag\w+|access\w*|download\w*|log ?in|platform)\b",
    re.IGNORECASE,
)
_NOTICEBOARDS = re.compile(r"^(?:contracts finder|find a tender|central digital platform)", re.IGNORECASE)
_ANY_PORTAL = re.compile(
    r"\b(?:the |our |an? )?(?:e-?tender(?:ing)?|e-?sourcing|e-?procurement|electronic tender(?:ing)?"
    r"|tender(?:ing)?|procurement|supplier) (?:portal|system|platform|website)\b",
    re.IGNORECASE,
)

_WHO = re.compile(
    r"\b(?P<term>not[- ]for[- ](?:private[- ])?profit(?:s)?(?: (?:organisations?|bod(?:y|ies)|providers?))?"
    r"|non-?profit(?: \w+)?|voluntary(?:,? (?:and )?community)?(?:,? (?:and )?(?:faith"
    r"|social enterprise))?(?: sector)?(?: organisations?| groups?| bod(?:y|ies)| providers?)?"
    r"|third sector(?: \w+)?"
    r"|(?:registered )?charit(?:y|ies)|social enterprises?|VCSEs?(?: organisations?)?"
    r"|user-?led(?: organisations?)?|DPU?LOs?|co-?operatives?|mutuals?|public service mutuals?|SMEs?|small (?:and"
    r"|or) medium\S* (?:\w+ )?enterprises|micro-?businesses|local (?:firms|suppliers|businesses|organisations))\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|must be|are restricted to|is restricted to|restricted to|limited to|open (?:only )?to|confined to"
    r"|reserved (?:for|to)|exclusively|has to be|have to be|solely)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ONLY_AFTER = re.compile(
    r"^[^.;]{0,60}\b(?:only|alone)\b|^[^.;]{0,20}\bmay (?:bid|tender|apply)\b(?=.*only)", re.IGNORECASE
)
_RESERVED = re.compile(
    r"\breserv(?:ed|ing|ation)\b(?! the right)(?! (?:all )?(?:rights|matters|seating|parking"
    r"|sum))[^.;]{0,120}\b(?:contract|procurement|competition|lot|participation|supported|mutual|smes?|vcses?"
    r"|sheltered|local|suppliers|bidders|organisations|employment|disab\w+|small|voluntary)\b"
    r"|\b(?:contract|procurement|competition|lot)s? (?:is|are|has been|have been|will be|was)(?: not)? reserved\b"
    r"|\breserved (?:contract|procurement|participation)s?\b|\breserved for\b[^.;]{0,80}"
    r"|\bsupported (?:employment provider|business|factory|employment programme)\b|\bsheltered workshops?\b",
    re.IGNORECASE,
)
_RESERVES_RIGHT = re.compile(
    r"\breserves? (?:the|its|all) right|\bright (?:is )?reserved|\brights? reserved\b", re.IGNORECASE
)
_RESERVED_FOR = (
    ("supported employment", r"supported|sheltered|disab\w+|disadvantaged|article 1[9]|article 20|regulation (?:7|20)\b|section 32"),
    ("mutual", r"mutual|regulation 77|section 33|article 77"),
    ("local", r"\blocal\b|\bcounty\b|\barea\b|\buk suppliers|\blocated in\b|\bbased in\b"),
    ("sme or vcse", r"\bsmes?\b|\bvcses?\b|small|voluntary|charit|social enterprise|third sector"),
)  # fmt: skip

_STAGES = (
    ("market engagement", r"market engagement|request for information|\bRFI\b|soft market|market sounding|prior information notice|supplier engagement (?:event|questionnaire)|planned procurement notice"),
    ("selection", r"pre-?qualification questionnaire|\bPQQ\b|selection questionnaire|\bSSQ\b|\bSQ\b|selection stage|expressions? of interest|request to participate"),
    ("call-off", r"call[- ]?off|further competition|mini-?competition|order form"),
    ("quotation", r"request for quotations?|invitation to quote|\bRFQ\b|\bITQ\b|request for quotes?"),
    ("tender", r"invitation to tender|\bITT\b|request for (?:proposals?|tenders?)|\bRFP\b|invitation to submit|tender document|form of tender|invitation to bid"),
)  # fmt: skip
_STAGE = tuple((name, re.compile(rf"(?<![\w-])(?:{words})(?![\w])", re.IGNORECASE)) for name, words in _STAGES)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the facts that tell the regime; every statement is kept, so that they can be counted."""
    passages = reading.passages
    return {
        "law_named": choose(_laws(passages)),
        "nation": choose(_nations(passages)),
        "threshold_side": choose(_sides(passages)),
        "contract_kind": choose(_contract_kinds(passages)),
        "cpv": choose(_cpv(passages)),
        "portal": choose(_portals(passages)),
        "provider_type": choose(_provider_types(passages)),
        "reservation": choose(_reservations(passages)),
        "tender_stage": choose(_stages(passages)),
    }


def _candidate(
    statement: Statement, name: str, value: str, match: re.Match[str], sure: Sure = Sure.HIGH
) -> Candidate[str]:
    strength = TABLED if statement.passage.row else STATED
    return Candidate(statement.fact(name, value, match.start(), match.end(), sure), strength, statement.passage.role)


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
                    yield _candidate(statement, "law_named", name, match)
                    break


def _nations(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "scot",
            "wales",
            "welsh",
            "northern ireland",
            "tendersni",
            "english",
            "of england",
            "fair employment", "future generations",
            "procurement directorate",
        )
    ):
        for name, pattern in _NATION:
            match = pattern.search(statement.text)
            if match and not re.search(r"\boptional\b|\bschedule \d+\b", statement.text, re.IGNORECASE):
                yield _candidate(statement, "nation", name, match, Sure.MEDIUM)
                break
    seen = 0
    for passage in passages.having(
        "street", "road", "council", "house", "address", "lane", "square", "avenue", "hall"
    ):
        match = _POSTCODE.search(passage.text) if passage.role not in (Role.TERMS, Role.TUPE) else None
        if match and seen < 12:
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
                denied = re.search(r"\b(?:not|n['’]t)\s+(?:\w+\s+){0,2}$", text[: match.start()], re.IGNORECASE) is not None
                yield _candidate(
                    statement,
                    "threshold_side",
                    value if not denied else ("above" if value == "below" else "below"),
                    match,
                )
                break


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
        row = _KIND_ROW.search(text[:90])
        if row:
            for name, words in _ROW_KINDS:
                match = re.search(words, text[row.end() :], re.IGNORECASE)
                if match and len(text) < 160:
                    yield Candidate(statement.fact("contract_kind", name), TABLED, statement.passage.role)
                    break
            continue
        for name, pattern in _KINDS:
            match = pattern.search(text)
            if (
                match
                and not refused(text, match.start(), match.end())
                and (
                    name == "light-touch"
                    or re.search(
                        r"\b(?:this|the|a|public)\b", text[max(0, match.start() - 25) : match.start()], re.IGNORECASE
                    )
                )
            ):
                yield _candidate(statement, "contract_kind", name, match, Sure.MEDIUM)
                break


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
        named = [match for match in _PORTAL.finditer(text)]
        match = next((match for match in named if not _NOTICEBOARDS.match(match[0])), named[0] if named else None)
        if (
            match is not None
            and _PORTAL_USE.search(text[: match.start()] + text[match.end() :])
            and (not _NOTICEBOARDS.match(match[0]) or re.search(r"\b(?:submit|respond|upload)", text, re.IGNORECASE))
        ):
            yield _candidate(statement, "portal", match[0], match)
        elif match is None and (some := _ANY_PORTAL.search(text)) and _PORTAL_USE.search(text[: some.start()]):
            yield Candidate(
                statement.fact("portal", some[0].strip(), some.start(), some.end(), Sure.MEDIUM),
                PASSING,
                statement.passage.role,
            )


def _provider_types(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "profit",
            "voluntary",
            "charit",
            "social enterprise",
            "third sector",
            "vcse",
            "mutual",
            "cooperative",
            "co-operative",
            "user-led",
            "user led",
            "dpulo",
            "dplo",
            "sme",
            "local firms",
            "local suppliers",
            "local businesses",
        )
    ):
        text = statement.text
        if statement.passage.role is Role.TERMS or statement.is_definition:
            continue
        for match in _WHO.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            ruled = _ONLY.search(before) or _ONLY_AFTER.search(after)
            if (
                ruled
                and re.search(
                    r"\b(?:bid|tender|apply|applicants?|bidders?|suppliers?|providers?|organisations?|competition"
                    r"|contract|opportunity|participat\w+|lot)\b",
                    text,
                    re.IGNORECASE,
                )
                and not re.search(r"\bnot (?:restricted|limited|confined|only)\b", text, re.IGNORECASE)
            ):
                yield _candidate(statement, "provider_type", " ".join(match["term"].split()).lower(), match)
                break


def _reservations(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(
        passages.having(
            "reserv", "supported employment", "supported business", "supported factor", "sheltered workshop"
        )
    ):
        text = statement.text
        match = _RESERVED.search(text)
        if (
            match is None
            or _RESERVES_RIGHT.search(text)
            or statement.passage.role is Role.TERMS
            or statement.is_option
        ):
            continue
        if re.search(
            r"\b(?:not|no)\b[^.;]{0,30}\breserv|\breserv\w+\W{1,4}(?:no|none|n/a|not applicable)\b"
            r"|\breserved\b[^.;]{0,30}\bnot\b",
            text,
            re.IGNORECASE,
        ):
            yield _candidate(statement, "reservation", "none", match)
            continue
        if re.search(r"\b(?:thought about|considered|looked at|consideration)\b[^.;]{0,40}\breserv", text, re.IGNORECASE):
            yield _candidate(statement, "reservation", "considered", match)
            continue
        value = next((name for name, words in _RESERVED_FOR if re.search(words, text, re.IGNORECASE)), "reserved")
        yield _candidate(statement, "reservation", value, match)


def _stages(passages: Passages) -> Iterator[Candidate[str]]:
    """Tell the stage of each document from its name and its first headings and lines."""
    last = None
    for passage in passages.all:
        if passage.document is last:
            continue
        last = passage.document
        early = [
            each
            for each in passages.all[passage.index : passage.index + 12]
            if each.document is last and (len(each.text) < 140 or each.block.kind is BlockKind.HEADING)
        ]
        for name, pattern in _STAGE:
            found = next(((each, match) for each in early if (match := pattern.search(each.text))), None)
            if found:
                each, match = found
                yield Candidate(
                    Statement(each.text, each).fact("tender_stage", name, match.start(), match.end()),
                    STATED,
                    each.role,
                )
                break
