"""Whom bidders can ask: the e-mail address and telephone number of the procurement, not of anything else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.near import sentence_around
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import holds_any
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern

_EMAIL = late_pattern(r"(?<![\w.+-])[A-Za-z0-9][\w.+'’&-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,12}\b")
_PHONE = late_pattern(
    r"(?<![\d£$.,/-])(?:\+\s?44\s?(?:\(0\)\s?)?|\(?0)(?:[\s()-]{0,2}\d){9,10}(?![\d]|[.,/]\d)"
    r"|(?<![\d£$.,])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|(?<![\d£$.,])\+\d{1,3}(?:[ -]?\d){8,11}(?!\d)"
)
_LONG_NUMBER = late_pattern(r"\d[\d ().-]{6,12}\d")
_PHONE_WORD = late_pattern(
    r"\b(?:tel(?:ephone)?|phone|call(?:ing)?|ring|helpdesk|help desk|helpline|mobile|mob|direct dial|ddi|contact"
    r"|text ?phone|minicom|manager|officer|clerk|co-?ordinator|secretary|administrator|enquir\w+|switchboard"
    r"|buyer|lead|on|ask|quer(?:y|ies)|questions?|(?:speak|talk) to|head of|bursar|surveyor|engineer|director|warden"
    r"|treasurer|architect|chair(?:man|woman|person)?|head ?teacher|agent)\b|☎"
    r"|\bt[:.]",
    re.IGNORECASE,
)
_FAX = late_pattern(r"\b(?:fax|facsimile|f:)\W{0,12}(?:no\.?|number)?\W{0,4}$", re.IGNORECASE)
# Looked for in small letters, which is several times as quick as in any case.
_FOR_BID = late_pattern(
    r"\b(?:tender|quotation|quote|bid(?:s|ders?|ding)?|procurement|clarification|quer(?:y|ies)|questions?"
    r"|enquir(?:y|ies)|inquir\w+|submi\w+|contact|respon[sd]\w*|commissioning|purchasing|buyer"
    r"|contracting authority|help ?desk|technical (?:support|help)|e-?sourcing|e-?tendering|portal"
    r"|further information|expressions? of interest|site visit|proposals?|rfp|rfq|itt|documents? in|formats?"
    r"|yours (?:sincerely|faithfully|truly)|^\W*ask [a-z]+ ?:|who to (?:talk|speak|ask|write|contact)"
    r"|get in touch|ask for \w+"
    r"|^\W*send (?:them )?to|your (?:prices?|replies|reply)"
    r"|commercial|lead officer|contract officer|need a hand|drop-in|stuck|unsure|not sure|tell us what you need)\b",
)
_BID = late_pattern(
    r"\b(?:tender\w*|quotations?|quotes?|bid(?:s|ders?|ding)?|procurement|clarifications?|proposals?|rfp|rfq|itt"
    r"|this (?:competition|opportunity|invitation))\b"
)
"""Words that leave no doubt, even under a heading on invoices or complaints."""
_FOREIGN = late_pattern(
    r"\b(?:invoic\w+|accounts payable|creditors|purchase ledger|data protection|dpo|gdpr|freedom of information"
    r"|foi\b|whistle ?blow\w*|fraud|ombudsman|complain\w*|representations?|concerns about|ico\b"
    r"|information commissioner|regulatory (?:authority|body)|review board"
    r"|cabinet office|public procurement review|mystery shopper|covenant|bulletin|subscri\w+|unsubscribe|media"
    r"|press office|recruitment|safeguarding (?:team|lead|concern)|report(?:ing)? (?:an? )?(?:incident|accident)"
    r"|subject access|privacy|emergency|out[- ]of[- ]hours|pension|prompt payment|late payment|appeal"
    r"|armed forces|small business commissioner|carbon|parking|modern slavery|hse\b|health and safety executive"
    r"|(?:enquir\w+|questions|calls|bookings|faults|repairs|reports) (?:from|by) (?:the public"
    r"|members of the public|residents"
    r"|tenants|customers|parents|patients|users|pupils)"
    r"|publisher|published by|hazard\w*|safety data|consignments?|freight|publications|forms and \w+"
    r"|bidder'?s? (?:name|contact|details)|supplier(?:'s)? (?:name|contact|details|representative)"
    r"|contractor'?s? (?:name|contact|representative)|(?:present|current|existing|incumbent"
    r"|outgoing) (?:\w+ )?(?:operator"
    r"|contractor|provider|supplier)|referee|reference \d|client contact)\b",
)
_FOREIGN_CUES = (
    "invoic", "payable", "creditor", "ledger", "protection", "dpo", "gdpr", "freedom of", "foi", "whistle", "fraud",
    "ombudsman", "complain", "representation", "concerns about", "ico", "information commissioner", "cabinet office",
    "regulatory", "review board",
    "procurement review", "shopper", "covenant", "bulletin", "subscri", "media", "press office", "recruitment",
    "safeguarding", "report", "subject access", "privacy", "emergency", "out of", "out-of", "pension", "payment",
    "appeal", "armed", "small business", "carbon", "parking", "modern slavery", "hse", "health and safety", "publish",
    "operator", "provider", "from ", "by ",
    "hazard", "safety data", "consignment", "freight", "publications", "forms and", "bidder",
    "supplier", "contractor", "refere", "client contact",
)  # fmt: skip
_DESK_OF = late_pattern(r"\b(?!(?:IT|ICT|PQQ|ITT|RFQ|ESPD)\b)[A-Z]{3,8}['’]?s? (?:[Hh]elp ?[Dd]esk|[Hh]elpline)\b")
"""The help desk of some other scheme, named by its letters."""
_FREE = late_pattern(r"@(?:example|domain|email|company|yourcompany|xxx+|abc|test)\.", re.IGNORECASE)
_OTHER_BOX = late_pattern(
    r"[\w.+-]{0,40}(?:complaint|concern|representation|invoice|payable|accounts?\b|creditor|dpo|dataprotection|data\.protection|foi"
    r"|freedomofinf|press|recruit|whistle|fraud|infogov|information\.gov)",
    re.IGNORECASE,
)
_CLAUSE_END = late_pattern(r"[.;]\s+")
_HELPS_WITH_PORTAL = late_pattern(
    r"\b(?:portal|e-?tender(?:ing)? system|platform)\b[^.;]{0,50}\b(?:help ?(?:desk|line)|support|help|call|ring)\b"
    r"|\b(?:help|support|assistance) (?:with|using|on) (?:the )?(?:portal|e-?tender\w*|platform|system)\b"
    r"|\bswitchboard\b",
    re.IGNORECASE,
)
_PORTAL_FAILS = late_pattern(
    r"\b(?:portal|system|platform|website|site|upload(?:ing)?)\b[^.;]{0,40}\b(?:fail\w*|(?:is|goes) down|breaks?|broken"
    r"|crash\w*|unavailable|not (?:available|work\w*)|faults?|out of order|outage)\b",
    re.IGNORECASE,
)
"""Whom to reach when something breaks is no first contact, even where it is the same number."""
_SENTENCE = late_pattern(r";\s+|[.!?]\s+(?=[A-Z])")
_NO_CALLS = late_pattern(
    r"\b(?:no|not)\b[^.;]{0,40}\b(?:telephone|phone|calls?)\b|\b(?:telephone|phone|calls?)\b[^.;]{0,40}\bnot be\b",
    re.IGNORECASE,
)
_LABEL = 25  # letters of a line that may be the label of the next
_LEAD = 50  # letters of a line that may head an address
_STRONG = {
    Role.INSTRUCTIONS: 2,
    Role.NOTICE: 2,
    Role.GUIDANCE: 1,
    Role.SELECTION: 1,
    Role.OTHER: 1,
    Role.QUESTIONS: 1,
}


@dataclass(frozen=True, slots=True)
class _Found:
    value: str
    passage: Passage
    start: int
    end: int
    worth: int


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the e-mail addresses and telephone numbers at which bidders can reach the buyer."""
    emails = list(_emails(reading.passages, reading.passages.having("@")))
    called = reading.passages.having(
        "tel", "phone", "freephone", "call", "desk", "helpdesk", "contact", "clerk", "mobile", "ring ", "ddi", "t:",
        "@", " on 0", " on +44", "(0", "(+44", ", 01", ", 02", ", 07",
    )
    phones = list(_phones(reading.passages, _with_row(reading.passages, called)))
    return {"contact_email": _chosen("contact_email", emails), "contact_phone": _chosen("contact_phone", phones)}


def _emails(passages: Passages, found: Sequence[Passage]) -> Iterator[_Found]:
    for passage in found:
        for match in _EMAIL.finditer(passage.text):
            if not _FREE.search(match[0]):
                yield _Found(
                    match[0].rstrip(".'’"),
                    passage,
                    match.start(),
                    match.end(),
                    _worth(passages, passage, match.start(), match.end()),
                )


def _with_row(passages: Passages, found: Sequence[Passage]) -> Sequence[Passage]:
    """Add the cells that follow each passage in its row, or the line below a short one: the number stands there."""
    numbers = {passage.index for passage in found}
    for passage in found:
        if passage.row is None and len(passage.text) < _LABEL and passage.index + 1 < len(passages.all):
            numbers.add(passage.index + 1)
        if passage.row is not None:
            for at in range(passage.index + 1, min(passage.index + 6, len(passages.all))):
                if passages.all[at].row is not passage.row:
                    break
                numbers.add(at)
    return [passages.all[at] for at in sorted(numbers)]


def _phones(passages: Passages, found: Sequence[Passage]) -> Iterator[_Found]:
    for passage in found:
        text = passage.text
        if not _LONG_NUMBER.search(text):
            continue
        for match in _PHONE.finditer(text):
            before = text[max(0, match.start() - 60) : match.start()]
            label = passage.row.label if passage.row else ""
            beside = f"{before} {passage.head} {label} {passage.before[-60:] if len(text) < 40 else ''}"
            if (
                _FAX.search(before)
                or not (_PHONE_WORD.search(beside) or _EMAIL.search(before))
                or _NO_CALLS.search(text)
            ):
                continue
            yield _Found(
                _whole_brackets(" ".join(match[0].split())),
                passage,
                match.start(),
                match.end(),
                _worth(passages, passage, match.start(), match.end()),
            )


def _whole_brackets(number: str) -> str:
    """Leave out a bracket that opens before the whole number: "(01632 960123)" but not "(01632) 960123"."""
    return number[1:] if number.startswith("(") and ")" not in number else number


def _worth(passages: Passages, passage: Passage, start: int, end: int) -> int:
    """Weigh an address by the words about it: below zero it is somebody else's."""
    text = passage.text
    before, after = text[max(0, start - 140) : start], text[end : end + 70]
    if _OTHER_BOX.match(text[start:end]) or (passage.role is Role.QUESTIONS and text.rstrip().endswith("?")):
        return -1
    parts = _SENTENCE.split(before)
    bare = len(parts[-1]) < 12 and not _FOR_BID.search(f"{parts[-1]} {_SENTENCE.split(after)[0]}".lower())
    lead = " ".join(parts[-2:]) if bare else parts[-1]
    near = f"{lead} {_SENTENCE.split(after)[0]}".lower()
    row = " ".join(passage.row.cells) if passage.row else ""
    about = f"{passage.headings} {_lines_before(passages, passage) if len(text) < 120 else ''} {row[:200]}".lower()
    for_bid = _FOR_BID.search(near) is not None and not _DESK_OF.search(before[-60:] + text[start:end])
    under = passage.place.heading[-1].lower() if passage.place.heading else ""
    if _is_foreign(near) or (_is_foreign(about) and (not for_bid or (_is_foreign(under) and not _BID.search(near)))):
        return -1
    worth = 2 if for_bid else 1 if _FOR_BID.search(about) else 0
    if passage.role in (Role.TERMS, Role.TUPE) and worth < 2:
        return -1
    return (
        worth + _STRONG.get(passage.role, 0)
        if worth or passage.block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)
        else 0
    )


def _lines_before(passages: Passages, passage: Passage) -> str:
    """The end of the lines that lead to a short line, such as those of an address."""
    same: list[str] = []
    for each in reversed(passages.all[max(0, passage.index - 3) : passage.index]):
        if each.document is not passage.document or each.place.heading != passage.place.heading:
            break
        same.append(each.text[-120:])
        if len(each.text) < _LEAD and each.text[-1:] not in ".,;" and _FOR_BID.search(each.text.lower()):
            break  # what stands above the heading of an address is of another matter
    return " ".join(reversed(same))


def _chosen(name: str, found: Sequence[_Found]) -> Sequence[Fact[Any]]:
    good = [each for each in found if each.worth > 0]
    own = [each for each in good if not _HELPS_WITH_PORTAL.search(_clause(each))]
    known = {_plain(each.value) for each in own}
    good = [each for each in good if _plain(each.value) in known] if own else good
    counts = Counter(_plain(each.value) for each in good)
    best = max((each.worth for each in good), default=0)
    good = [each for each in good if each.worth >= min(2, best)]
    candidates = []
    seen = set()
    for each in good:
        key = (_plain(each.value), each.passage.index)
        if key in seen:
            continue
        seen.add(key)
        quote = sentence_around(each.passage.text, each.start, each.end)
        sure = Sure.HIGH if each.worth > 2 or counts[key[0]] > 1 else Sure.MEDIUM
        fact = Fact(name, each.value, quote, each.passage.place, sure)
        is_first = each.worth > 3 and not _PORTAL_FAILS.search(_clause(each))
        strength = TABLED if is_first else STATED if each.worth > 1 else PASSING
        candidates.append(Candidate(fact, strength, each.passage.role))
    return choose(candidates)


def _clause(found: _Found) -> str:
    """The clause that an address or number stands in, up to it."""
    before = found.passage.text[max(0, found.start - 90) : found.end]
    return _CLAUSE_END.split(before)[-1]


def _plain(value: str) -> str:
    return re.sub(r"[^a-z0-9@.]", "", value.lower())


def _is_foreign(words: str) -> bool:
    """Say whether words in small letters speak of a matter that is not the procurement."""
    return holds_any(words, _FOREIGN_CUES) and _FOREIGN.search(words) is not None
