"""What is offered and how it is procured: kind of agreement, procedure, lots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.numbers import number
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import BlockKind, Role

_AWARD = r"(?:award\w*|enter(?:ed|ing)? into|sign(?:ed|ing)?|execut\w+|let(?:ting)?|conclud\w+|form(?:s|ed)?|offer\w*|issu\w+|constitut\w+|establish\w*|set(?:ting)? up|put(?:ting)? in place|appoint\w*|replac\w+|procur\w+|tender\w*|invit\w+)"
_CALL_OFF = re.compile(
    r"\bcall[- ]?off contract\b|\bcall[- ]?off (?:agreement|order|terms|competition|further competition)\b"
    r"|\bthis (?:order form|call[- ]?off)\b|\bfurther competition (?:under|from|via|through)\b"
    r"|\bcall(?:ing|ed)?[- ]off (?:from |under |against )?(?:the |a |this )?(?:\w+ ){0,4}framework\b|\b(?:under"
    r"|via|through|from|using|against) (?:the |lot \w+ of "
    r"|an existing )*[\w &'-]{0,60}\bframework(?: agreement)?\b[^.;]{0,50}\b(?:mini|further)[- ]competition\b",
    re.IGNORECASE,
)
_FRAMEWORK = re.compile(
    rf"\b{_AWARD}\b[^.;]{{0,60}}\b(?:a |an |the |this |our |new |multi-?supplier |single[- ]supplier "
    rf"|multiple award )*(?:\w+ ){{0,3}}framework(?:s| agreements?| contract)?\b"
    r"|\b(?:join|appointed to|admitted to|places? on|suppliers? (?:on|to)|part of|inclusion on"
    r"|providers? on) (?:to )?(?:a|the|this|our) (?:\w+ ){0,3}framework\b|\bthis framework(?: agreement)?\b"
    r"|\bframework agreement for\b|\bblanket purchase agreements?\b|\bmultiple award (?:bpa|idiq)\b"
    r"|\b(?:dynamic purchasing system|dynamic market)\b(?=[^.;]{0,40}\b(?:will|is being|to be|for|established)\b)",
    re.IGNORECASE,
)
_GRANT = re.compile(
    rf"\bgrant (?:funding )?(?:agreement|award|offer letter|conditions)\b|\b(?:apply|applications?|bid"
    rf"|applicants?) for (?:a |this |the |our )?(?:\w+ )?grants?\b|\b{_AWARD}\b[^.;]{{0,25}}\b(?:a |an annual "
    rf"|the )?(?:\w+ )?grants?\b(?! (?:access|permission|licen[cs]e|the (?:right|supplier)"
    rf"|a licen))(?=[^.;]{{0,60}}\b(?:to|of|for|funding|organisation|agreement)\b)",
    re.IGNORECASE,
)
_SLA = re.compile(
    rf"\b{_AWARD}\b[^.;]{{0,60}}\b(?:an? |the |annual |one[- ]year |this |\w+[- ](?:month"
    rf"|year) )*(?:service level agreement|SLA)\b(?! (?:schedule|targets?|metrics|measures|performance))"
    r"|\b(?:under|through|by(?: way of| means of)?|via) (?:an? |the |annual |this )*(?:service level agreement"
    r"|SLA)\b(?=[^.;]{0,60}\b(?:with|between|for|period|year|annual|organisation|provider|will)\b)"
    r"|\b(?:service level agreement|SLA)\b[^.;]{0,50}\b(?:will run|will last|runs|between the (?:council"
    r"|authority|trust|ccg|icb)|for (?:a period of|one year|twelve months|12 months)|is for|starts|renewed)\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    rf"\b{_AWARD}\b[^.;]{{0,70}}\bcontract\b|\bcontract\b[^.;]{{0,50}}\b(?:will|shall|is to"
    rf"|to) be (?:\w+ )?(?:{_AWARD}|for)\b|\bcontract (?:is|has been) (?:awarded|let|offered)\b|\bcontract (?:period|term|duration|start|length|award|commence\w*"
    rf"|value)\b"
    r"|\b(?:eventual|resulting|resultant|proposed|formal|this|successful) contract\b|\bcontract means\b"
    r"|\bcontracts? for (?:accepted|the)\b|\bcontractors?\(?s?\)?\b[^.;]{0,60}\b(?:fulfil\w*|award|select\w*)\b"
    r"|\b(?:initial|first) (?:period|term) of the contract\b",
    re.IGNORECASE,
)
_PART_SLA = re.compile(
    r"\b(?:schedule|appendix|annex|part of (?:the|this) contract|within the contract|incident|response times?"
    r"|uptime|availability|helpdesk|resolution|targets?|kpis?|support)\b",
    re.IGNORECASE,
)
_EXISTING = re.compile(
    r"\b(?:existing|current|previous|expiring|outgoing|other) (?:\w+ )?(?:framework|grant|sla|service level)"
    r"|\bfund(?:ed|ing) (?:by|from|through) (?:a |the )?(?:\w+ )?grant\b|\bgrant funding (?:from|received)\b",
    re.IGNORECASE,
)

_PROCEDURES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("competitive-flexible", r"competitive flexible(?: tendering)? procedure|competitive flexible\b", ("competitive flexible",)),
    ("competitive-with-negotiation", r"competitive procedure with negotiation|competitive with negotiation", ("with negotiation",)),
    ("restricted", r"restricted (?:procedure|tender(?:ing)? (?:procedure|process)|process)", ("restricted",)),
    ("open", r"open (?:tender(?:ing)? )?(?:procedure|process)\b|open tender(?:ing)?\b(?= (?:procedure|process|exercise))|open competition\b"
             r"|\bopen tender\b", ("open procedure", "open process", "open tender", "open competition")),
    ("further-competition", r"(?:call[- ]?off )?further competition|mini[- ]?(?:tender|competition)", ("further competition", "mini")),
    ("framework-call-off", r"(?:direct )?call(?:ed|ing)?[- ]?off (?:from|under|against|procedure|process)|direct award (?:under|from|via) (?:the"
                           r" |a )?framework", ("off from", "off under", "off against", "off pro", "direct award")),
    ("rfq", r"request for quot(?:ation|e)s?|invitation to quote|invitations? for quotations?|\bRFQ\b|\bITQ\b|quotation (?:process|procedure"
            r"|exercise)|three quotes?|written quotations?",
     ("request for quot", "invitation to quote", "for quotation", "rfq", "itq", "quotation p", "quotation exercise", "three quote", "written quot")),
    ("light-touch", r"light[- ]touch (?:regime|contract|procedure|process|services?)|\bLTR\b", ("light touch", "light-touch", "ltr")),
    ("below-threshold", r"(?:below|under|sub)[- ](?:the )?(?:relevant )?(?:\w+ )?threshold\b", ("threshold",)),
    ("framework", r"framework (?:tender|procedure|procurement)|procurement of a framework", ("framework tender", "framework proc", "of a framework")),
)  # fmt: skip
_PROCEDURE = tuple((name, re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE), words) for name, pattern, words in _PROCEDURES)
_PLAIN = {"open": re.compile(r"\bopen\b", re.IGNORECASE), "restricted": re.compile(r"\brestricted\b", re.IGNORECASE)}
_CONDUCTED = re.compile(
    r"\b(?:procur\w+|tender\w*|competition|conduct\w*|procedure|process|using|under|follow\w*|invit\w+"
    r"|in accordance|exercise|we are|this is|opportunity|run(?:ning)?|carr(?:y|ied)|by way of|advertis\w+|bid"
    r"|quotation|request)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR_ITSELF = ("framework-call-off", "further-competition", "competitive-flexible", "competitive-with-negotiation")
_OTHER_PROCEDURE = re.compile(
    r"\b(?:may|might|could|reserves? the right|would|future|if (?:the|a|an|no)|where|in the event|typically"
    r"|generally|usually|normally|financial regulations|standing orders|policy|previously|options? (?:include"
    r"|are)|e\.g|for example|such as)\b",
    re.IGNORECASE,
)
_NAMED_IN = (
    "procedure",
    "tender type",
    "procurement route",
    "route to market",
    "type of procurement",
    "procurement method",
    "process",
)

_LOTS = re.compile(
    r"\b(?:divid\w+|split|broken (?:down )?|separated|comprises?|consists? of|made up of|into|has|have|contains?"
    r"|of|across|is|are|for|under|total of|all|any|each|the)\b[^.;\d]{0,40}?\b(?P<count>two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|[2-9]|1\d|2\d)(?: ?\(\d{1,2}\))? (?:separate |distinct |individual "
    r"|geographical |service |different |regional )*lots?\b(?! size)"
    r"|\bnumber of lots\W{1,3}(?P<number>\d{1,2})\b|\blots?: (?P<few>\d{1,2})\b(?=\s*$)",
    re.IGNORECASE,
)
_NO_LOTS = re.compile(
    r"\b(?:not|no|n['’]t)\b[^.;]{0,40}\b(?:divid\w+|split|separat\w+|broken"
    r"|sub-?divided)?\b[^.;]{0,15}\b(?:in)?to (?:separate |smaller |individual )?lots\b|\bno (?:separate )?lots\b"
    r"|\b(?:a |as a )?single lot\b|\bone lot\b|\bnot (?:been )?(?:be )?(?:lotted|sub-?divided)\b"
    r"|\b(?:divided|division|split) into lots\W{1,3}(?:no|none)\b|\blots\W{1,4}(?:no|none|n/a|not applicable)\b",
    re.IGNORECASE,
)
_LOT = re.compile(r"\bLot (?P<number>\d{1,2}|one|two|three|four|five|six)\b", re.IGNORECASE)
_FRAMEWORK_LOT = re.compile(r"\bframework\b|\bRM ?\d{3,5}\b|\bcall[- ]?off\b|\bDOS\b|\bDPS\b", re.IGNORECASE)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the kind of agreement, the procedure and the number of lots (1 where the pack says that it is not divided)."""
    return {
        "agreement_type": choose(_agreements(reading.passages)),
        "procedure": choose(_procedures(reading.passages)),
        "lots": choose(_lots(reading.passages)),
    }


def _agreements(passages: Passages) -> list[Candidate[str]]:
    """Collect what each kind is called by; a plain contract only where nothing more special is offered."""
    found: dict[str, list[Candidate[str]]] = {"call-off": [], "framework": [], "grant": [], "sla": []}
    patterns = (("call-off", _CALL_OFF), ("framework", _FRAMEWORK), ("grant", _GRANT), ("sla", _SLA))
    for statement in statements(
        passages.having(
            "call-off",
            "call off",
            "calloff",
            "framework",
            "grant",
            "service level agreement",
            " sla",
            "further competition",
            "blanket purchase",
            "dynamic",
        )
    ):
        for name, pattern in patterns:
            match = pattern.search(statement.text)
            if match and _offers(statement, name, match):
                strength = PASSING if statement.passage.role is Role.TERMS and name != "call-off" else STATED
                found[name].append(
                    Candidate(
                        statement.fact("agreement_type", name, match.start(), match.end()),
                        strength,
                        statement.passage.role,
                    )
                )
                break
    contracts = _contracts(passages)
    special = _strongest(found)
    if special and (special != "sla" or len(found["sla"]) > 1 or len(contracts) < 5):
        return found[special][:6]
    return contracts[:4]


def _offers(statement: Statement, name: str, match: re.Match[str]) -> bool:
    text = statement.text
    if statement.is_definition or refused(text, match.start(), match.end()) or _EXISTING.search(text):
        return False
    if name == "sla":
        return not _PART_SLA.search(text) and statement.passage.role is not Role.TERMS
    if name == "grant":
        return statement.passage.role is not Role.TERMS and not re.search(
            r"\bgrants? (?:to )?the (?:supplier|contractor|authority|council|buyer|client)\b", text, re.IGNORECASE
        )
    return (
        name != "framework"
        or re.search(
            r"\b(?:legal|policy|governance|outcomes?|performance|quality|assurance|safeguarding|assessment"
            r"|planning|competency|national|theoretical|scoring|evaluation|conceptual|regulatory) framework",
            text,
            re.IGNORECASE,
        )
        is None
    )


def _strongest(found: Mapping[str, Sequence[Candidate[str]]]) -> str:
    if len(found["call-off"]) >= max(1, len(found["framework"]) // 3) and found["call-off"]:
        return "call-off" if len(found["framework"]) < 3 * len(found["call-off"]) else "framework"
    return next((name for name in ("framework", "grant", "sla") if found[name]), "")


def _contracts(passages: Passages) -> list[Candidate[str]]:
    found = []
    for statement in statements(passages.having("contract")):
        match = _CONTRACT.search(statement.text)
        if match and not statement.is_option:
            found.append(
                Candidate(
                    statement.fact("agreement_type", "contract", match.start(), match.end()),
                    STATED,
                    statement.passage.role,
                )
            )
            if len(found) >= 6:
                break
    return found


def _procedures(passages: Passages) -> list[Candidate[str]]:
    """Collect the procedures named, at most one a statement: the more particular name goes first."""
    found: dict[tuple[int, str], Candidate[str]] = {}
    rows = [passage for passage in passages.having("procedure", "procurement route", "tender type", "route to market") if passage.row]
    for name, pattern, words in _PROCEDURE:
        for statement in statements((*passages.having(*words), *(rows if name in _PLAIN else ()))):
            key = (statement.passage.index, statement.text)
            candidate = None if key in found or len(statement.text) > 700 else _procedure(statement, name, pattern)
            if candidate is not None:
                found[key] = candidate
    return [found[key] for key in sorted(found, key=lambda key: key[0])]


def _procedure(statement: Statement, name: str, pattern: re.Pattern[str]) -> Candidate[str] | None:
    text, keyed = statement.text, _keyed(statement)
    match = pattern.search(text) or (_PLAIN[name].search(text) if keyed and name in _PLAIN else None)
    if match is None or statement.is_definition or refused(text, match.start(), match.end()):
        return None
    if not keyed and not _is_conducted(statement, name, match):
        return None
    strength = TABLED if keyed else STATED
    return Candidate(statement.fact("procedure", name, match.start(), match.end()), strength, statement.passage.role)


def _keyed(statement: Statement) -> bool:
    label = (
        statement.passage.row.label
        if statement.passage.row
        else statement.text.partition(":")[0]
        if ":" in statement.text[:50]
        else ""
    ).lower()
    return any(word in label for word in _NAMED_IN)


def _is_conducted(statement: Statement, name: str, match: re.Match[str]) -> bool:
    """Say whether the words tell how this procurement is run, and not how others are or might be."""
    text, passage = statement.text, statement.passage
    if passage.role is Role.TERMS:
        return False
    if name == "rfq":
        title = passage.block.kind is BlockKind.HEADING or passage.index < 12
        return (title and len(text) < 120) or re.search(
            r"\bthis (?:request for quot|invitation to quote|rfq|itq)", text, re.IGNORECASE
        ) is not None
    if _OTHER_PROCEDURE.search(text[max(0, match.start() - 120) : match.end() + 2]) or (
        name not in _SPEAKS_FOR_ITSELF and not _CONDUCTED.search(text[: match.start()] + text[match.end() :])
    ):
        return False
    if name == "below-threshold":
        return (
            re.search(
                r"\b(?:this|the) (?:procurement|contract|tender|requirement|opportunity|value|estimated)\b"
                r"|\bis (?:a )?below\b",
                text,
                re.IGNORECASE,
            )
            is not None
        )
    if name == "light-touch":
        return re.search(r"\b(?:this|the|these|under|procurement|services)\b", text, re.IGNORECASE) is not None
    return True


def _lots(passages: Passages) -> Iterator[Candidate[int]]:
    stated = False
    for statement in statements(
        passages.having("lots", " lot ", " lot.", "lotted", "sub-divided", "subdivided", "not divided")
    ):
        text = statement.text
        none, match = _NO_LOTS.search(text), _LOTS.search(text)
        if statement.is_definition or statement.is_option or re.search(r"\bparking lots?\b|\bto avoid\b|\bavoid\w* (?:the )?threshold", text, re.IGNORECASE):
            continue
        if (
            match
            and not _FRAMEWORK_LOT.search(text[max(0, match.start() - 60) : match.start()])
            and not re.search(
                r"\b(?:up to|maximum of|no more than|only)\s*$",
                text[: match.start("count") if match["count"] else match.start()],
                re.IGNORECASE,
            )
        ):
            count = number(match["count"] or match["number"] or match["few"])
            if count:
                stated = True
                yield Candidate(
                    statement.fact("lots", int(count), match.start(), match.end()),
                    TABLED if statement.passage.row else STATED,
                    statement.passage.role,
                )
        elif none and not re.search(
            r"\bfor (?:a|any|each) single lot\b|\b(?:bid|tender|apply) for (?:a |only )?(?:single|one) lot\b"
            r"|\b(?:any|each|than|only|or) one lot\b",
            text,
            re.IGNORECASE,
        ):
            stated = True
            yield Candidate(statement.fact("lots", 1, none.start(), none.end()), STATED, statement.passage.role)
    if not stated:
        yield from _numbered(passages)


def _numbered(passages: Passages) -> Iterator[Candidate[int]]:
    """Count lots that are listed by number, from 1 on with none left out."""
    where: dict[int, tuple[Passage, re.Match[str]]] = {}
    for passage in passages.having(
        "lot 1",
        "lot 2",
        "lot 3",
        "lot 4",
        "lot 5",
        "lot 6",
        "lot 7",
        "lot 8",
        "lot 9",
        "lot one",
        "lot two",
        "lot three",
    ):
        if _FRAMEWORK_LOT.search(passage.text) or passage.role is Role.TERMS:
            continue
        if "___" in passage.text:
            continue
        for match in _LOT.finditer(passage.text):
            where.setdefault(int(number(match["number"]) or 0), (passage, match))
    count = 0
    while count + 1 in where:
        count += 1
    if count >= 2:
        passage, match = where[count]
        statement = Statement(passage.text, passage)
        yield Candidate(
            statement.fact("lots", count, match.start(), match.end(), Sure.MEDIUM, "counted from the lots listed"),
            PASSING,
            passage.role,
        )
