"""Rules on who may bid: kinds of provider, and contracts that are reserved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact
from tenderlint.facts.candidates import named
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_WHO = late_pattern(
    r"\b(?P<term>not[- ]for[- ](?:private[- ])?profit(?:s)?(?: (?:organisations?|bod(?:y|ies)|providers?))?"
    r"|non-?profit(?: \w+)?|voluntary(?:,? (?:and )?community)?(?:,? (?:and )?(?:faith"
    r"|social enterprise))?(?: sector)?(?: organisations?| groups?| bod(?:y|ies)| providers?)?"
    r"|third sector(?: \w+)?"
    r"|(?:registered )?charit(?:y|ies)|social enterprises?|VCSEs?(?: organisations?)?"
    r"|user-?led(?: organisations?)?|DPU?LOs?|co-?operatives?|mutuals?|public service mutuals?|SMEs?"
    r"|small(?: ?/ ?| (?:and|or|to) )medium\S* (?:\w+ )?(?:enterprises|businesses|companies|organisations)"
    r"|micro-?businesses|local (?:firms|suppliers|businesses|organisations))\b",
    re.IGNORECASE,
)
_ONLY = late_pattern(
    r"\b(?:only|must be|are restricted to|is restricted to|restricted to|limited to|open (?:only )?to|confined to"
    r"|reserved (?:for|to)|exclusively|has to be|have to be|solely|(?:no[- ]one|nobody|none) (?:but|except|other than)"
    r"|eligible (?:bidders|tenderers|applicants|organisations|suppliers) are(?! (?:any|all|both|of)\b))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OF_BIDDING = late_pattern(
    r"\b(?:bid|tender|apply|applicants?|bidders?|suppliers?|providers?|organisations?|competition|contract|opportunity"
    r"|participat\w+|take part|lot|contractors|(?:this|the) call|eligible(?! for\b)"
    r"|eligible for (?:the|this) (?:award|work|commission|job))\b",
    re.IGNORECASE,
)
_NO_RULE = late_pattern(
    r"\bopen to (?:all|any|every)\b|\bincluding (?:small|sme|voluntary|charit|social|third|local)"
    r"|\bnot (?:restricted|limited|confined|only)\b|\b(?:not|n['’]t|never) (?:have|need) to be\b"
    r"|\bonly (?:one|two|three|a single|once) (?:bid|tender|quote|application|response|proposal|submission)\b"
    r"|\beligible for (?:[\w-]+ ){0,3}(?:relief|rates?|tax|grants?|funding|loans?|discounts?|exemption)\b",
    re.IGNORECASE,
)
_CONTROL = (
    r"(?P<term>(?:employee|worker|staff|community|member|wom[ae]n|female|minority|black|veteran|family|disabled)"
    r"[- ](?:owned|led|run|controlled)|(?:owned|led|run|controlled) by (?:disabled people|women|their (?:own )?"
    r"(?:staff|employees|workers|members|users)|its (?:own )?(?:staff|employees|workers|members|users)))"
)
_TO_BID = r"(?:bid|tender|apply|quote|respond|compete|take part|propose|be (?:considered|invited|accepted|chosen))"
_CONTROLLED = late_pattern(
    rf"^\W{{0,3}}(?:only|none but|no[- ]one but|nobody but)\b[^.;,?]{{0,40}}?\b{_CONTROL}\b[^.;?]{{0,50}}?"
    r"\b(?:(?:is|are|will be|shall be) eligible(?! for\b)"
    rf"|(?:may|can|will|shall|(?:is|are) (?:able|invited|allowed) to) {_TO_BID})\b"
    r"|\b(?:consider|accept|invite|hear from|award to)\b[^.;?]{0,30}?\bonly\b[^.;?]{0,30}?"
    rf"\b{_CONTROL.replace('?P<term>', '?P<object>')}\b"
    r"|\b(?:bidders?|tenderers?|applicants?|you|your (?:organisation|firm|company)|eligible [a-z]{3,15})"
    r" (?:must|have to|has to|need to|needs to|are to|should) be (?:an? )?(?:[\w-]+ (?:or|and) )?"
    rf"\b{_CONTROL.replace('?P<term>', '?P<told>')}\b"
    r"|\b(?:opportunity|competition|contract|tender|procurement|commission|eligibility) is"
    r" (?:open (?:only |exclusively )?|restricted |limited |confined |reserved |only |exclusively |solely )(?:to|for)"
    r" (?:an? )?(?:[\w-]+ (?:or|and) )?"
    rf"\b{_CONTROL.replace('?P<term>', '?P<open>')}\b",
    re.IGNORECASE,
)
"""Rules that let only those bid who are owned or led by some."""
_BY_CONTROL = (
    "-owned", "employee owned", "worker owned", "community owned", "owned by", "women-led", "woman-led",
    "community-led", "minority-led", "black-led", "led by disabled", "run by disabled", "controlled by", "led by women",
    "run by their", "led by their", "run by its",
)  # fmt: skip
_ONLY_AFTER = late_pattern(
    r"^[^.;]{0,60}\b(?:only|alone)\b|^[^.;]{0,20}\bmay (?:bid|tender|apply)\b(?=.*only)", re.IGNORECASE
)
_RESERVED = late_pattern(
    r"\breserv(?:ed|ing|ation)\b(?! the right)(?! (?:all )?(?:rights|matters|seating|parking"
    r"|sum))[^.;]{0,120}\b(?:contract|procurement|competition|lot|participation|supported|mutual|smes?|vcses?"
    r"|sheltered|local|suppliers|bidders|organisations|employment|disab\w+|small|voluntary)\b"
    r"|\b(?:contract|procurement|competition|lot)s? (?:is|are|has been|have been|will be|was)(?: not)? reserved\b"
    r"|\breserved (?:contract|procurement|participation)s?\b|\breserved for\b[^.;]{0,80}"
    r"|\bsupported (?:employment provider|business|factory|employment programme)\b|\bsheltered workshops?\b",
    re.IGNORECASE,
)
_RESERVES_RIGHT = late_pattern(
    r"\breserves? (?:the|its|all) right|\bright (?:is )?reserved|\brights? reserved\b", re.IGNORECASE
)
_RESERVED_FOR = (
    ("supported employment", r"supported|sheltered|disab\w+|disadvantaged|article 1[9]|article 20|regulation (?:7"
                             r"|20)\b|section 32"),
    ("mutual", r"mutual|regulation 77|section 33|article 77"),
    ("local", r"\blocal\b|\bcounty\b|\barea\b|\buk suppliers|\blocated in\b|\bbased in\b"),
    ("sme or vcse", r"\bsmes?\b|\bvcses?\b|small|voluntary|charit|social enterprise|third sector"),
)  # fmt: skip


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the kinds of provider that alone may bid, and for whom the contract is reserved ("none", "considered")."""
    passages = reading.passages
    return {
        "provider_type": choose(_provider_types(passages)),
        "reservation": choose(_reservations(passages)),
    }


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
            "medium",
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
            if ruled and _OF_BIDDING.search(text) and not _NO_RULE.search(text):
                yield named(statement, "provider_type", " ".join(match["term"].split()).lower(), match)
                break
    yield from _controlled(passages)


def _controlled(passages: Passages) -> Iterator[Candidate[str]]:
    for statement in statements(passages.having(*_BY_CONTROL)):
        if statement.passage.role is Role.TERMS or statement.is_definition or _NO_RULE.search(statement.text):
            continue
        match = _CONTROLLED.search(statement.text)
        if match is not None:
            term = next(words for words in match.groupdict().values() if words)
            yield named(statement, "provider_type", " ".join(term.split()).lower(), match)


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
            yield named(statement, "reservation", "none", match)
            continue
        if re.search(
            r"\b(?:thought about|considered|looked at|consideration)\b[^.;]{0,40}\breserv", text, re.IGNORECASE
        ):
            yield named(statement, "reservation", "considered", match)
            continue
        value = next((name for name, words in _RESERVED_FOR if re.search(words, text, re.IGNORECASE)), "reserved")
        yield named(statement, "reservation", value, match)
