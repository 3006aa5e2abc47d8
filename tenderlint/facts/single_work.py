"""Tells from what is said to be bought whether it is a single piece of work: an audit, a study, a logo."""

from __future__ import annotations

import re

from tenderlint.facts.passages import Passage, Passages, once_a_pack
from tenderlint.facts.statements import sentences
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_CUES = (
    "audit", "survey", "study", "review of", "evaluation", "assessment of", "appraisal", "valuation", "strategy",
    "masterplan", "master plan", "business plan", "logo", "mural", "sculpture", "film", "exhibition", "website",
    "history", "research", "analysis of", "festival", "parade", "carnival", "conference", "celebration", "night",
    "fair", "ceremony", "event", "replace", "refurbish", "resurfac", "install", "construct", "renovat",
    "completed", "project", "study",
)  # fmt: skip
"""Whatever is made once is one of these."""
_KIND_OF = (
    r"(?:(?!annual|yearly|quarterly|monthly|weekly|regular|rolling|internal|external|statutory)[\w’'-]{2,20} ){0,3}"
)
_WORK = (
    rf"{_KIND_OF}(?:audit|survey|study|review|evaluation|assessment|appraisal|valuation|strategy|masterplan|master plan"
    r"|business plan|logo|mural|sculpture|film|exhibition|website|research project|analysis)"
    r"(?! (?:services?|framework|programme|function|team|partner|panel|provider))\b"
)
_ONE = rf"(?:an?|the|one|this) {_WORK}"
_BUYER = (
    r"(?:we|the (?:council|trust|authority|charity|college|university|association|board|museum|theatre|parish"
    r"|company|partnership))"
)
_DAY = (
    r"(?:the )?(?:end of )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
)
_BIDS = r"(?:quotes|quotations|tenders|bids|proposals|offers)"
_BOUGHT = late_pattern(
    rf"\b{_BUYER} (?:now |also )?(?:want|need|seek|(?:is|are) (?:buying|seeking|commissioning|looking for|procuring)"
    r"|wants|needs|seeks|wish(?:es)? to (?:buy|commission|obtain)|would like|plans? to commission"
    rf"|invites? {_BIDS} for) {_ONE}"
    rf"|\b{_BIDS} are (?:now )?(?:invited|sought|requested) for {_ONE}"
    rf"|\b(?:the|this) (?:commission|job|work|contract|brief|assignment|task|tender) is (?:for )?{_ONE}"
    rf"|\b{_BUYER} (?:wants?|needs?|seeks?|would like|(?:is|are) looking for) (?:(?:an?|some) (?:[\w-]+ )?)?"
    r"(?:somebody|someone|consultants?|artists?|firm|writer|surveyor|company|team|person|specialist)"
    r" (?:to|who (?:can|will)) (?:carry out|do|undertake|produce|prepare|write|make|design|conduct)"
    rf" (?:(?:an?|the|one|this|our|its) )?(?:{_WORK}|(?:[\w-]+ )?history\b)"
    rf"|\b(?:invitation|request) (?:to (?:quote|tender|bid)|for quotations?|for proposals?)(?: for|:| [–-]) ?(?:{_ONE}"
    rf"|{_WORK} (?:of|for)\b)"
    r"|\b(?:submit|send|make|put in) (?:us )?(?:an?|your) (?:proposal|quotation|quote|tender|bid) (?:to|for)"
    rf" (?:(?:undertak|carry|conduct|do|produc|deliver)\w*(?: out)? )?(?:this|the) {_WORK}"
    r"|\b(?:it was|it has been|(?:we|they) (?:have )?) ?(?:decided|agreed) to commission (?:an?|this|the|some)? ?"
    rf"{_WORK}"
    r"|\b(?:deliver|stage|organise|produce|put on|run|manage|host)(?:,? (?:and )?\w+)?"
    r" (?:an? |the |our |this year['’]s )?(?:[\w’'&-]{2,20} ){0,5}(?:festival|night|day|parade|carnival|conference"
    r"|celebrations?|show|fair|ceremony|event)(?: [A-Z][\w’'-]{1,20}){0,3} (?:in )?(?:20\d\d|on \d{1,2} [A-Z])"
    rf"|\b(?:supply|provision|production|delivery) of [“\"'‘]?(?:an?|the) {_WORK}"
    rf"|\bto be completed\b[^.;]{{0,60}}?\bby {_DAY}"
    r"|\b(?:project|work|study|research) (?:is |will |must |has )?(?:to )?be (?:delivered|completed|finished)"
    rf" (?:by|before) {_DAY}"
    r"|\b(?:we|council|trust|authority|charity|college|university|association|board|museum|committee)"
    r" (?:(?:is|are) (?:now )?(?:proposing|planning|looking|seeking)|proposes?|plans?|intends?|wish(?:es)?|wants?) to"
    r" (?:replace|refurbish|resurface|install|construct|renovate|rebuild|re-?roof)\b(?![^.;]{0,160}\bmaint(?:ain|en))",
    re.IGNORECASE,
)
_TITLE = late_pattern(
    rf"^\W{{0,3}}(?:an? |the )?{_WORK} (?:of|for|into) (?:the |our |an? )?[\w’' -]{{3,60}}\W?$", re.IGNORECASE
)
"""A title that is nothing but the piece of work: “Condition survey of the town hall”."""
_AGAIN = late_pattern(
    r"\b(?:each|every|annual\w*|yearly|quarterly|monthly|weekly|fortnightly|daily|regular\w*|ongoing|on-going|rolling"
    r"|continuous\w*|framework|call-?off|per (?:year|month|week)|as and when|years?|from time to time|insurers?"
    r"|includ\w+|previous|last|earlier|existing|recent|shows?|showed|found|published|bidders"
    r"|your (?:bid|tender|quote|quotation|proposal|response))\b",
    re.IGNORECASE,
)
"""Work that comes again, work of earlier days, and what a bid is to hold."""
_SERVICE = (
    "service users", "the service will", "the service is", "the service must", "the service shall", "this service",
    "services contract", "service contract", "per week", "each week", "every week", "each month", "every month",
    "each year", "every year", "each quarter", "every quarter", "opening hours", "rota", "shifts", "hourly rate",
    "framework agreement", "call-off", "extension of", "option to extend", "may be extended",
)  # fmt: skip
"""Any of these tells of a service that goes on."""
_PROJECT = late_pattern(
    r"\b(?:this|the|our) (?:[\w’'-]{2,20} ){0,2}(?:project|study|research|review|festival|event|commission|assignment)"
    r" (?:aims?|will|is to|should|must|needs to|seeks to|sets out|celebrates|promotes)\b"
    r"|\b(?:completion|end|delivery|outputs?|deliverables?|aims?) (?:of|from) (?:the |this )?(?:[\w’'-]{2,20} ){0,2}"
    r"(?:project|study|research|festival|event)\b",
    re.IGNORECASE,
)
_FIRST = 40
_TITLED = 3


@once_a_pack
def single_work(passages: Passages) -> Passage | None:
    """Return where the pack says that it buys one piece of work, told among its first passages, or nothing."""
    if passages.having(*_SERVICE):
        return None
    for passage in passages.having(*_CUES):
        if passage.index >= _FIRST:
            break
        if passage.role not in (Role.TERMS, Role.TUPE) and _buys_once(passage):
            return passage
    return None


@once_a_pack
def is_project(passages: Passages) -> bool:
    """Say whether the pack speaks of what it buys as a project or an event, and of no service that goes on."""
    if passages.having(*_SERVICE):
        return False
    named = passages.having("project", "study", "research", "review", "festival", "event", "commission", "assignment")
    return any(_PROJECT.search(each.text) for each in named if each.role not in (Role.TERMS, Role.TUPE))


def _buys_once(passage: Passage) -> bool:
    if (passage.block.level or passage.index <= _TITLED) and _TITLE.match(passage.text):
        return _AGAIN.search(passage.text) is None
    return any(_BOUGHT.search(each) and not _AGAIN.search(each) for each in sentences(passage.text))
