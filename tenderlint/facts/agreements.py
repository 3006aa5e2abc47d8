"""What is offered: a contract, a call-off, a framework, a grant or a service level agreement."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, holds_any, lowered, statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_AWARD = (
    r"(?:award\w*|enter(?:ed|ing)? into|sign(?:ed|ing)?|execut\w+|let(?:ting)?|conclud\w+|form(?:s|ed)?|offer\w*"
    r"|issu\w+|constitut\w+|establish\w*|set(?:ting)? up|put(?:ting)? in place|appoint\w*|replac\w+|procur\w+"
    r"|tender\w*|invit\w+)"
)
# These are looked for in small letters, which is several times as quick as in any case.
_CALL_OFF = late_pattern(
    r"^\W*(?:invitation to )?(?:mini|further)[- ]?competition\b.{0,60}$|\b(?:mini|further)[- ]?(?:competition"
    r"|tender)\b[^.;]{0,40}\bframework\b|\bcall[- ]?off contract\b"
    r"|\bcall[- ]?off (?:agreement|order|terms|competition|further competition)\b"
    r"|\bthis (?:order form|call[- ]?off)\b|\bfurther competition (?:under|from|via|through)\b"
    r"|\bcall(?:ing|ed)?[- ]off (?:from |under |against )?(?:the |a |this )?(?:\w+ ){0,4}framework\b|\b(?:under"
    r"|via|through|from|using|against) (?:the |lot \w+ of "
    r"|an existing )*[\w &'-]{0,60}\bframework(?: agreement)?\b[^.;]{0,50}\b(?:mini|further)[- ]competition\b",
)
_FRAMEWORK = late_pattern(
    rf"\b{_AWARD}\b[^.;]{{0,60}}\b(?:a |an |the |this |our |new |multi-?supplier |single[- ]supplier "
    rf"|multiple award )*(?:\w+ ){{0,3}}framework(?:s| agreements?| contract)?\b"
    r"|\b(?:join|appointed to|admitted to|places? on|suppliers? (?:on|to)|part of|inclusion on"
    r"|providers? on) (?:to )?(?:a|the|this|our) (?:\w+ ){0,3}framework\b|\bthis framework(?: agreement)?\b"
    r"|\b(?:the|a) framework (?:agreement )?(?:will|shall) (?:be |run|last|operate|start|commence|have)"
    r"|\bframework agreement for\b|\bblanket purchase agreements?\b|\bmultiple award (?:bpa|idiq)\b"
    r"|\b(?:dynamic purchasing system|dynamic market)\b(?=[^.;]{0,40}\b(?:will|is being|to be|for|established)\b)",
)
_GRANT = late_pattern(
    rf"\bgrant (?:funding )?(?:agreement|award|offer letter|conditions)\b|\b(?:apply|applications?|bid"
    rf"|applicants?) for (?:a |this |the |our )?(?:\w+ )?grants?\b|\b{_AWARD}\b[^.;]{{0,25}}\b(?:a |an annual "
    r"|the )?(?:\w+ )?(?<!will )(?<!shall )(?<!may )(?<!must )(?<!can )(?<!not )(?<!hereby )(?<!to )grants?\b"
    r"(?! (?:access|permission|licen[cs]e|the (?:right|supplier)"
    r"|a licen))(?=[^.;]{0,60}\b(?:to|of|for|funding|organisation|agreement)\b)",
)
_SLA = late_pattern(
    rf"\b{_AWARD}\b[^.;]{{0,60}}\b(?:an? |the |annual |one[- ]year |this |\w+[- ](?:month"
    rf"|year) )*(?:service level agreement|sla)\b(?! (?:schedule|targets?|metrics|measures|performance))"
    r"|\b(?:under|through|by(?: way of| means of)?|via) (?:an? |the |annual |this )*(?:service level agreement"
    r"|sla)\b(?=[^.;]{0,60}\b(?:with|between|for|period|year|annual|organisation|provider|will|from|until"
    r"|to provide)\b)"
    r"|\b(?:service level agreement|sla)\b[^.;]{0,50}\b(?:will run|will last|runs|between the (?:council"
    r"|authority|trust|ccg|icb)|for (?:a period of|one year|twelve months|12 months)|is for|starts|renewed)\b",
)
_CONTRACT = late_pattern(
    rf"\b{_AWARD}\b[^.;]{{0,70}}\bcontract\b|\bcontract\b[^.;]{{0,50}}\b(?:will|shall|is to"
    rf"|to) be (?:\w+ )?(?:{_AWARD}|for)\b|\bcontract (?:is|has been) (?:awarded|let|offered)\b"
    rf"|\bcontract (?:period|term|duration|start|length|award|commence\w*"
    rf"|value)\b"
    r"|\b(?:eventual|resulting|resultant|proposed|formal|this|successful) contract\b|\bcontract means\b"
    r"|\bcontracts? for (?:accepted|the)\b|\bcontractors?\(?s?\)?\b[^.;]{0,60}\b(?:fulfil\w*|award|select\w*)\b"
    r"|\b(?:initial|first) (?:period|term) of the contract\b"
    r"|\bcontract (?:will|shall|is to|is due to) (?:begin|start|commence|run|last)\b",
)
_OUTRIGHT = late_pattern(
    r"\b(?:this|it) (?:is|will be) an? (?:[\w-]{1,20} ){0,4}contract\b"
    r"|\b(?:the|this) (?:[\w-]{1,20} )?contract (?:is|will be|shall be) for\b"
    r"|\b(?:a|one|the|single) (?:[\w-]{1,20} ){0,3}contract (?:will|is to|shall) be"
    r" (?:let|awarded|offered)\b|\bent(?:er|ering) into a (?:[\w-]{1,20} ){0,3}contract\b"
)
_OUTRIGHT_CUES = (
    "contract is for", "contract will be", "contract shall be", "contract is to be", "into a contract",
    "into a formal contract", "public contract",
    "is a contract", "is a services contract", "is a service contract",
)  # fmt: skip
_ON_CONDITION = late_pattern(
    r"\b(?:if|whether|unless|until|before|after|once|when|where|that)\b[^.;]{0,60}$", re.IGNORECASE
)
_LONGEST = 300
"""Letters of a sentence that can be quoted whole."""
_MOST_TRIED = 40
"""Sentences that are looked at for an outright statement: it stands early in a pack or nowhere."""
_NAMED = late_pattern(r"contract (?:period|term|duration|start|length|award|commence|value)")
"""What names a thing of the contract, and says of the contract only that there is one."""
_CONTRACTOR = late_pattern(r"\b(?:the|this|each) contract(?:or)?\b|\bcontract year\b", re.IGNORECASE)
_PART_SLA = late_pattern(
    r"\b(?:schedule|appendix|annex|part of (?:the|this) contract|within the contract|incident|response times?"
    r"|uptime|availability|helpdesk|resolution|targets?|kpis?|support)\b",
    re.IGNORECASE,
)
_EXISTING = late_pattern(
    r"\b(?:existing|current|previous|expiring|outgoing|other) (?:\w+ )?(?:framework|grant|sla|service level)"
    r"|\bfund(?:ed|ing) (?:by|from|through) (?:a |the )?(?:\w+ )?grant\b|\bgrant funding (?:from|received)\b",
    re.IGNORECASE,
)

_CALL_OFF_CUES = (
    "competition", "call-off", "call off", "calloff", "called off", "called-off", "calling off", "calling-off",
    "order form", "mini-tender", "mini tender", "minitender", "further tender", "further-tender", "furthertender",
)  # fmt: skip
_KINDS = (
    ("call-off", _CALL_OFF, _CALL_OFF_CUES),
    ("framework", _FRAMEWORK, ("framework", "blanket purchase", "multiple award", "dynamic")),
    ("grant", _GRANT, ("grant",)),
    ("sla", _SLA, ("service level agreement", "sla")),
)
"""The kinds, their patterns, and words of which any text with one holds one."""


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the kind of agreement that the pack offers."""
    return {
        "agreement_type": choose(_agreements(reading.passages)),
    }


def _agreements(passages: Passages) -> list[Candidate[str]]:
    """Collect what each kind is called by; a plain contract only where nothing more special is offered."""
    found: dict[str, list[Candidate[str]]] = {"call-off": [], "framework": [], "grant": [], "sla": []}
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
        small = lowered(statement.text)
        for name, pattern, cues in _KINDS:
            match = pattern.search(small) if holds_any(small, cues) else None
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
    special = _strongest(found)
    if special and (special != "sla" or len(found["sla"]) > 1):
        return found[special][:6]
    outright, told = _contracts(passages)
    if special and len(outright) + len(told) < 5:
        return found[special][:6]
    return outright[:4] or told[:4]


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


def _contracts(passages: Passages) -> tuple[list[Candidate[str]], list[Candidate[str]]]:
    """Collect what says outright that a contract is offered, and the first words that speak of one."""
    return list(_outright(passages)), _told_of(passages)


def _outright(passages: Passages) -> Iterator[Candidate[str]]:
    """Yield statements such as "this is a public contract" and "the contract is for three years"."""
    for statement in itertools.islice(statements(passages.having(*_OUTRIGHT_CUES)), _MOST_TRIED):
        match = _OUTRIGHT.search(lowered(statement.text))
        if match and not statement.is_option and not _ON_CONDITION.search(statement.text[: match.start()]):
            fact = statement.fact("agreement_type", "contract", match.start(), match.end())
            whole = len(statement.text) <= _LONGEST
            yield Candidate(fact, TABLED if whole else STATED, statement.passage.role)


def _told_of(passages: Passages) -> list[Candidate[str]]:
    found = []
    spare = None
    for statement in statements(passages.having("contract")):
        small = lowered(statement.text)
        if "contract" not in small:
            continue
        match = _CONTRACT.search(small)
        spare = spare or (statement if _CONTRACTOR.search(statement.text) else None)
        if match and not statement.is_option:
            found.append(
                Candidate(
                    statement.fact("agreement_type", "contract", match.start(), match.end()),
                    PASSING if _NAMED.match(match[0]) else STATED,
                    statement.passage.role,
                )
            )
            if len(found) >= 6:
                break
    if not found and spare is not None and (match := _CONTRACTOR.search(spare.text)):
        fact = spare.fact("agreement_type", "contract", match.start(), match.end(), Sure.LOW)
        return [Candidate(fact, PASSING, spare.passage.role)]
    return found
