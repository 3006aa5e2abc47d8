"""Must insurance be in place before award?"""

import re
from collections.abc import Iterator
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Result,
    Role,
    Sure,
    cannot_tell,
    found,
    judge,
    late_pattern,
    lead_of,
    not_applicable,
    sentence_at,
)

_WINNER = late_pattern(
    r"\b(?:preferred|successful|winning|appointed|chosen|selected|recommended)\b[^.;]{0,20}?\b(?:bidder"
    r"|tenderer|supplier"
    r"|contractor|provider|applicant|candidate|organisation|consultant)",
    re.IGNORECASE,
)
"""What only the winner is asked for, when the choice is made, keeps nobody from bidding."""
_EARLY = late_pattern(
    r"\b(?:in force|in place|hold|held|current|valid|live) (?:at|on|by) (?:the )?"
    r"(?:(?:closing|submission|return|tender|bid|due) )?(?:date|time|day|point|moment) (?:of"
    r" (?:the |your |their |its )?(?:tender|submission|bid|quotation|quote|offer|reply|proposal|application|response"
    r"|closing|return)|(?:(?:that|when|on which) )?(?:you|they|it|bidders|tenderers|suppliers) (?:reply|replies|tender"
    r"|bid|quote|apply|submit|respond|offer))"
    r"|\b(?:must|shall|should) already (?:hold|have|carry|possess)\b"
    r"|\b(?:certificates?|policies|policy|cover notes?|evidence of (?:insurance|cover))\b[^.;]{0,40}?"
    r"\b(?:attached|enclosed|uploaded|included|submitted|provided|returned)\b(?: (?:to|with|in))?"
    r"[^.;]{0,20}?\b(?:tender|bid|submission|response|quotation)",
    re.IGNORECASE,
)
_LATER = late_pattern(
    r"\b(?:or (?:will|can|undertake|confirm\w*|(?:an |a )?(?:undertaking|promise|statement))|before the contract"
    r"|by the start|on award|if successful)\b",
    re.IGNORECASE,
)
_LEAD = late_pattern(
    r"\b(?:evidence|demonstrate|prove|proof|hold|held|show|have|possess|in place|provide|copies|send|submit"
    r"|enclose|attach|supply|upload|include)\b[^.;]{0,60}?"
    r"\b(?:at (?:the )?(?:point|time|date) of (?:the )?(?:submission|tender\w*|bid\w*|submitting)|when (?:they"
    r"|you|it) (?:submit"
    r"|tender|bid)s?|(?:with|in|alongside) (?:their|your|its|the) (?:tender|bid|submission|response|quotation"
    r"|quote|proposal|application)"
    r"|(?:before|prior to) (?:the )?award)\b"
    r"|\bmust (?:already|currently)\b",
    re.IGNORECASE,
)
"""What opens a list of demands that are to be met with the bid."""
_PAPER = late_pattern(
    r"\b(?:insurances?|indemnity) (?:certificates?|polic(?:y|ies)|schedules?|cover notes?|documents)\b"
    r"|\b(?:certificates?|cop(?:y|ies)|evidence|proof|polic(?:y|ies)|schedules?) of (?:\S+ ){0,4}?"
    r"(?:insurances?|indemnity)\b",
    re.IGNORECASE,
)
_ENCLOSES = late_pattern(
    r"\b(?:must|should|shall|to|will|please|and|need to) (?:also )?(?:be )?(?:include[ds]?|enclosed?|attach(?:ed)?"
    r"|contain|accompanied|send|submit|return|upload|provide)\b[^.;]{0,60}?"
    r"\b(?:documents?|documentation|items?|papers|forms?|evidence|following|tender|bid|submission|response|quotation)\b"
    r"|\b(?:tenders?|bids?|submissions?|responses?|quotations?|quotes?) (?:\w+ ){0,2}(?:must|should|shall|will|to) "
    r"(?:include|contain|comprise|consist|be accompanied)\b"
    r"|\b(?:check ?list|documents|items) (?:\w+ ){0,4}(?:returned|submitted|enclosed|attached|uploaded|included)\b",
    re.IGNORECASE,
)
"""What opens a list of the papers of a bid."""
_ASKS_PAPER = late_pattern(
    r"\b(?:provide|attach|enclose|upload|supply|submit|include|send)\b[^.;]{0,30}?\b(?:certificates?|cop(?:y|ies)"
    r"|evidence|proof|cover notes?)\b"
    r"|\b(?:certificates?|cop(?:y|ies)|evidence|proof) (?:of (?:\w+ ){1,4})?(?:to be |must be |is |are )?(?:attached"
    r"|enclosed|provided|uploaded)\b",
    re.IGNORECASE,
)
"""In a form that bidders fill in, what is asked for beside a level is asked for with the form."""
_FORMS = frozenset({Role.SELECTION, Role.FORM})
_START = late_pattern(
    r"\b(?:start(?:s|ing)?|commenc\w*|begin(?:s|ning)?|first day|go(?:es)? live|any work)\b", re.IGNORECASE
)
_AWARD = late_pattern(r"\b(?:award\w*|appoint\w*|success\w*|winn\w*)\b", re.IGNORECASE)
_LONGEST = 120
_LEVELS = ("insurance_public_liability", "insurance_employers_liability", "insurance_professional_indemnity")


def check(context: Context) -> Result:
    """Read when cover must be in place: with the bid, or on award."""
    timing = context.facts.all("insurance_timing")
    early: list[Fact[str] | Match] = [
        fact for fact in timing if fact.value == "with the bid" and not _WINNER.search(fact.quote)
    ]
    early = early or list(_enclosures(context))[:1]
    late = [fact for fact in timing if fact.value == "on award"]
    outright = next((fact for fact in late if fact.sure is Sure.HIGH), None)
    if early and outright is not None:
        return cannot_tell("one passage asks for cover with the bid and another on award", early[0], outright)
    if early:
        return judge([Finding.at(fact) for fact in early], at_most=context.reach)
    if late:
        return found(_when(late), *late[:2])
    levels = [fact for name in _LEVELS for fact in context.facts.all(name)]
    if not levels:
        return not_applicable("the pack asks for no level of insurance", by_absence=True)
    shown = list(_early(context, levels)) or list(_leads(context, levels)) or list(_papers(context, levels))
    if shown:
        return judge([Finding.at(match) for match in shown[:2]], at_most=context.reach)
    passed = "cover is asked for, and no words want it in place before award"
    return judge((), passed=passed, evidence=levels[:2], by_absence=True)


def _when(late: list[Fact[str]]) -> str:
    """Say by when cover is wanted, as far as the first passage tells."""
    words = late[0].quote
    if _AWARD.search(words):
        return "cover need not be in place before award"
    if _START.search(words):
        return "cover need be in place only by the start of the contract"
    return "cover need not be in place when a bid is sent"


def _enclosures(context: Context) -> Iterator[Match]:
    """A certificate of insurance that stands in a list of what the bid must hold."""
    for passage in context.passages.having("insurance", "indemnity"):
        if len(passage.text) > _LONGEST or not _PAPER.search(passage.text) or _LATER.search(passage.text):
            continue
        above = lead_of(context.passages, passage)
        if above is not None and _ENCLOSES.search(above.text) and not _WINNER.search(above.text):
            yield Match(passage, 0, len(passage.text))


def _leads(context: Context, levels: list[Fact[Any]]) -> Iterator[Match]:
    """The words that open the list in which the levels stand, where they want it all with the bid."""
    for passage in context.passages.having("insur", "liability", "indemnity"):
        if not any(fact.place == passage.place for fact in levels):
            continue
        above = lead_of(context.passages, passage)
        said = _LEAD.search(above.text) if above is not None else None
        if above is None or said is None:
            continue
        if not _WINNER.search(above.text) and not _LATER.search(f"{above.text} {passage.text}"):
            yield Match(above, *said.span())
            return


def _papers(context: Context, levels: list[Fact[Any]]) -> Iterator[Match]:
    """Levels in a form for bidders that want a certificate there and then."""
    for passage in context.passages.having("insur", "liability", "indemnity"):
        if passage.role not in _FORMS or not any(fact.place == passage.place for fact in levels):
            continue
        said = _ASKS_PAPER.search(passage.text)
        if said is not None and not _WINNER.search(passage.text) and not _LATER.search(passage.text):
            yield Match(passage, 0, len(passage.text))


def _early(context: Context, levels: list[Fact[Any]]) -> Iterator[Match]:
    """Sentences beside the levels that want the cover, or its papers, with the bid."""
    headings = {(fact.place.document, fact.place.heading) for fact in levels}
    for passage in context.passages.having("certificate", "policies", "policy", "cover", "insurance"):
        if (passage.place.document, passage.place.heading) not in headings:
            continue
        for said in _EARLY.finditer(passage.text):
            start, end = sentence_at(passage.text, said.start())
            match = Match(passage, said.start(), said.end())
            excused = _WINNER.search(passage.text, start, end) or _LATER.search(passage.text, start, end)
            if excused is None and not match.denied:
                yield Match(passage, start, end)
                break
