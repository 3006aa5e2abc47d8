"""What a passage is about: whom it speaks to, about which process, and whether it only binds a contractor later."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tenderlint.facts.passages import Passage
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    from tenderlint.facts import Facts

_BIDDERS = (
    r"(?:bidders?|tenderers?|applicants?|candidates?|potential (?:providers?|suppliers?|contractors?|partners?)"
    r"|suppliers|providers|contractors|organisations?|companies|firms|economic operators?|consultants"
    r"|quoters?|offerors?|proposers?|vendors?|respondents?|you|your|yourselves)"
)
_BIDDER = late_pattern(rf"\b{_BIDDERS}\b", re.IGNORECASE)

_EXERCISE = (
    r"(?:process(?:es)?|exercises?|procedures?|competitions?|activit(?:y|ies)|rounds?|stages?|events?"
    r"|opportunit(?:y|ies))"
)
_PROCESS = late_pattern(
    rf"\b(?:procurement|tender(?:ing)?|bid(?:ding)?|quotation|quoting|RFQ|ITT|ITQ|RFP|commissioning|sourcing"
    rf"|selection"
    rf"|application|competitive|award|evaluation|purchasing|commercial"
    rf"|provider selection)\s+(?:and \w+ )?{_EXERCISE}\b"
    r"|\b(?:this|the|our|that|a|any|each|recent) (?:procurement|tender|tendering|competition|mini-?competition"
    r"|further competition|invitation to (?:tender|quote|bid)|request for (?:quotations?|quotes?|proposals?)"
    r"|quotation)\b"
    r"|\b(?:award|contract award|procurement|selection|tender|shortlisting) decisions?\b"
    r"|\b(?:decision to award|intention to award|award(?:ing)? of (?:the|this|a|any) (?:contract|framework|tender))\b"
    r"|\b(?:conduct|handling|management|running|fairness|outcome|result) of (?:the|this|our|any) (?:procurement"
    r"|tender|competition"
    r"|quotation|exercise|process)|\bprocurement (?:team|practice|activity|rules|concerns?|complaints?|disputes?"
    r"|challenges?)\b"
    r"|\b(?:of|about|in|with|when|while|for) (?:bidding|tendering|quoting)\b|\b(?:ran|conducted|handled|carried out"
    r"|managed|dealt with) (?:the|this|your|our) (?:procurement|tender|bid|competition|quote)",
    re.IGNORECASE,
)
_SERVICE_PEOPLE = late_pattern(
    r"\b(?:service[ -]users?|users? of the service|residents?|tenants?|leaseholders?|customers?|patients?|pupils?"
    r"|students?"
    r"|learners?|passengers?|(?:general )?public|citizens|carers?|famil(?:y|ies)|visitors?|delegates?|trainees?"
    r"|attendees?|guests?|callers?|people who use|young people|children|householders?|beneficiar(?:y|ies)"
    r"|local people|parents?|claimants?|complainants?|end[ -]users?|building users|neighbours?|occupants?)\b",
    re.IGNORECASE,
)
_LATER = (
    r"(?:contractor|supplier|(?:service )?provider|consultant|company|operator|agency|licensee|concessionaire|seller"
    r"|vendor|successful (?:bidder|tenderer|applicant|organisation|contractor|supplier|provider))"
)
_DUTY = late_pattern(
    rf"\b(?:the|each|every|any|a)\s+(?:appointed |chosen )?{_LATER}(?:['’]s? (?:staff|personnel"
    rf"|employees))?\s+(?:\w+\s+)?"
    r"(?:shall|must|will|should|may|is to|undertakes|agrees|warrants|(?:is|are) (?:required|expected|responsible"
    r"|obliged))\b"
    rf"|\b(?:shall|will|must|to) be (?:\w+ )?(?:by|to) the {_LATER}\b|\bduring the (?:contract|contract period"
    rf"|term)\b"
    r"|\b(?:this|the) (?:agreement|call-off contract)\b|\beither party\b|\bthe parties\b",
    re.IGNORECASE,
)
_BIDDING = late_pattern(
    r"\b(?:tender(?:s|ing|ed|ers?)?|bid(?:s|ding|ders?)?|quot(?:e|es|ing|ations?)|proposals?|ITT|RFQ|RFP|procurement"
    r"|clarifications?"
    r"|(?:your|their|its|each|every) (?:response|application|submission|offer)s?|apply (?:for|jointly|together|by)"
    r"|to apply|applicants?)\b",
    re.IGNORECASE,
)
_BIDDING_HEADING = late_pattern(
    r"\bhow to (?:apply|bid|tender|quote|respond|submit)|submission|submitting|application|instructions?|timetable"
    r"|who (?:can|may) (?:apply|bid|tender)"
    r"|contact|questions|asking for help|getting help|\bportal\b|key dates|consorti|jointly|together|\bbids?\b"
    r"|\bbidding\b|tenders?\b|quot(?:e|ation)s?\b|responses?\b"
    r"|how we (?:choose|pick|score|decide)|evaluation criteria|award criteria|eligib|about (?:the|this) (?:tender"
    r"|procurement)"
    r"|proposals?\b",
    re.IGNORECASE,
)
_DELIVERY_HEADING = late_pattern(
    r"\bspecification|statement of (?:requirements?|work)|service (?:description|requirements?|delivery|levels?"
    r"|standards?)"
    r"|requirements of the service|scope of (?:the )?(?:services?|works?|contract)|terms (?:and|&) conditions"
    r"|(?:conditions|terms) of (?:the )?(?:contract|agreement|appointment|engagement)"
    r"|contract (?:terms|conditions|management|monitoring|performance)|performance (?:manage|monitor"
    r"|indicator|measure|standard|review)|\bkpis?\b|key performance|data protection|\bgdpr\b|deliverables?|outputs?\b"
    r"|quality assurance|monitoring and|the service\b|service model|customer care|scope of work|project brief"
    r"|(?:cleaning|service|project) brief",
    re.IGNORECASE,
)
_ASKS = late_pattern(
    r"\b(?:please|kindly) (?:describe|explain|provide|give|state|confirm|detail|outline|set out|supply|submit|attach"
    r"|enclose"
    r"|demonstrate|indicate|tell us|list|specify|include)\b|\b(?:do|does|has|have|is|are|will|would|can|did) "
    r"(?:you|your|the (?:bidder|tenderer|applicant|organisation|company|supplier|provider|contractor))\b"
    r"|\bhow (?:do|does|will|would|have|has|are|can|should) (?:you|your|the (?:bidder|tenderer|applicant|provider))"
    r"|\b(?:describe|explain|demonstrate|outline|detail) (?:how|your|the|any)\b|\bevidence (?:of|that) (?:your|you"
    r"|how|the)\b"
    r"|\b(?:a )?cop(?:y|ies) of your\b|\bwhat (?:is|are) your\b",
    re.IGNORECASE,
)
_OWN_DOCUMENT = late_pattern(
    r"\b(?:these|this|the|our|any|all|any of the) (?:of the )?(?:(?:tender|procurement|bid|bidding|application"
    r"|quotation"
    r"|contract|invitation|ITT|RFQ|enclosed|attached) )?(?:documents?|documentation|pack|papers|materials?"
    r"|information|publication"
    r"|leaflet|ITT|RFQ|RFP|ITQ|PQQ|SQ|invitation|letter|form|forms|questionnaire|brochure|guidance|specification"
    r"|text|file|files)\b"
    r"|\b(?:tender|procurement|bid|bidding|application|quotation|ITT|RFQ|invitation) (?:documents?|documentation"
    r"|packs?"
    r"|papers|materials?|information|forms?)\b|\binvitation to (?:tender|quote|bid)\b|\brequest for (?:quotations?"
    r"|proposals?)\b"
    r"|\b(?:need|want|like|require|prefer|have|read|receive|get|obtain|supply|provide|translate) (?:this|these"
    r"|it in)\b",
    re.IGNORECASE,
)


def speaks_to_bidders(text: str) -> bool:
    """Say whether the words name or address those who may bid."""
    return _BIDDER.search(text) is not None


def names_process(text: str) -> bool:
    """Say whether the words name the procurement itself: the tender process, this competition, the award decision."""
    return _PROCESS.search(text) is not None


def names_service_people(text: str) -> bool:
    """Say whether the words name people whom the contract serves, rather than bidders."""
    return _SERVICE_PEOPLE.search(text) is not None


def names_own_documents(text: str) -> bool:
    """Say whether the words name the pack's own papers ("this document", "the tender pack", "need this in")."""
    return _OWN_DOCUMENT.search(text) is not None


@lru_cache(maxsize=8192)  # several checks ask it of the same sentences
def asks_bidder(text: str) -> bool:
    """Say whether the words ask a bidder for an answer or for evidence."""
    return _ASKS.search(text) is not None


@lru_cache(maxsize=8192)
def is_duty(text: str) -> bool:
    """Say whether the words bind a contractor once the contract runs, rather than a bidder while bidding."""
    return _DUTY.search(text) is not None and _BIDDING.search(text) is None


def stands_in_contract(passage: Passage) -> bool:
    """Say whether the passage stands where the contract or the service is described, by its document or headings."""
    if passage.role in (Role.TERMS, Role.TUPE):
        return True
    if passage.role is Role.SPECIFICATION:  # a brief is often the whole pack, and says how to bid as well
        return _BIDDING.search(passage.text) is None and not _is_of_bidding(passage.headings)
    return _is_of_delivery(passage.headings)


@lru_cache(maxsize=4096)  # many passages stand under the same headings
def _is_of_bidding(headings: str) -> bool:
    return _BIDDING_HEADING.search(headings) is not None


@lru_cache(maxsize=4096)
def _is_of_delivery(headings: str) -> bool:
    return _DELIVERY_HEADING.search(headings) is not None


def follows_condition(text: str, start: int) -> bool:
    """Say whether what begins at `start` follows a condition ("If you cannot use it, …"): its "not" is not of this."""
    return _CONDITION.search(text[max(0, start - 160) : start]) is not None


def row_text(passage: Passage) -> str:
    """Return the passage's words, or where it stands in a table of short cells those of its whole row."""
    row = passage.row
    if row is None or max(map(len, row.cells), default=0) >= 240:
        return passage.text
    return " ".join(" ".join(cell.split()) for cell in row.cells if cell.strip())


_CONDITION = late_pattern(
    r"(?:^|[.;:!?]\s+)(?:if|should|where|when|those who|anyone who|bidders who|suppliers who|tenderers who)\b"
    r"[^.;!?]{3,140}?,(?:\s+(?!not\b|never\b)[\w’'-]+){0,6}\s+$",
    re.IGNORECASE,
)
"""A clause with its comma, and at most six words after it that deny nothing."""
_EMAIL = r"[\w.+'’-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_PHONE = r"(?<![\w/.-])(?<!/S )(?:\+44[\s(]{0,2}0?\)?|\(?0)\s?\d{2,5}\)?(?:[\s-]{0,2}\d{2,8}){1,4}(?!\d|/|\.\d)"
_LINK = r"(?:https?://|www\.)[^\s<>\"”)]{3,200}"
_ADDRESS = r"\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b"
_CONTACT = late_pattern(f"{_EMAIL}|{_PHONE}|{_LINK}|{_ADDRESS}")
_DIRECT = late_pattern(f"{_EMAIL}|{_PHONE}")
_MAIL = late_pattern(_EMAIL)
_CALL = late_pattern(_PHONE)


def contacts(text: str, *, links: bool = True) -> tuple[str, ...]:
    """Return the ways to reach somebody that the words give: e-mail, telephone and, with `links`, web or post."""
    pattern = _CONTACT if links else _DIRECT if "@" in text else _CALL
    if pattern is _CALL and "0" not in text and "+" not in text:
        return ()
    return tuple(dict.fromkeys(match.group().rstrip(".,;") for match in pattern.finditer(text)))


def emails(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses in the words."""
    return tuple(match.group().rstrip(".") for match in _MAIL.finditer(text))


def phones(text: str) -> tuple[str, ...]:
    """Return the telephone numbers in the words."""
    return tuple(match.group() for match in _CALL.finditer(text))


_CALL_OFFS = frozenset({"framework-call-off", "further-competition", "call-off"})


def is_call_off(facts: Facts) -> bool:
    """Say whether the pack is for suppliers who are on a framework already."""
    chosen = (facts.chosen(name) for name in ("procedure", "tender_stage", "agreement_type"))
    return any(fact is not None and str(fact.value) in _CALL_OFFS for fact in chosen)
