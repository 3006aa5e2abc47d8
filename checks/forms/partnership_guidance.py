"""Does the pack explain how organisations bid together: who leads, who fills in what?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.checking import (
    BlockKind,
    Context,
    Match,
    Passage,
    Result,
    Source,
    about,
    forms,
    found,
    late_pattern,
    missing,
    sentences,
    together,
)

_IN_CASE = late_pattern(r"\W{0,3}(?:if|where|when|should|in that case|in this case)\b(?![^?]*\?)", re.IGNORECASE)
"""What a group is to do in the case that it bids, which is more than a question about it."""

_TOLD_OF_OLD = late_pattern(
    r"\b(?:was|were|had|(?:has|have) (?:partnered|worked|delivered|relied|been)|relied|partnered|formed|worked)\b",
    re.IGNORECASE,
)
_ASKS = late_pattern(
    r"\b(?:must|shall|should|may|can|will|would|need\w*|please|required?|is|are|do|each|every|any|if)\b", re.IGNORECASE
)
"""What was done before, and what anybody is to do now."""
_OWNERS = late_pattern(
    r"\bpartners,? (?:(?:and|or) )?(?:officers|directors|employees|agents|principals|shareholders|members|staff)\b"
    r"|\b(?:officers|directors|principals|shareholders|proprietors|owners),? (?:(?:and|or) )?partners\b",
    re.IGNORECASE,
)
"""Those who own or run one firm."""
_DEFINES = late_pattern(
    r"\W{0,3}(?:an? |the )?[“\"'‘][^”\"’]{2,60}[”\"'’] (?:means?|refers? to|is defined|has the meaning)\b",
    re.IGNORECASE,
)
_WHO_THEY_ARE = late_pattern(
    r"\b(tell(?:ing)? us|let(?:ting)? us know|inform(?:ing)? us|say|state|show|name|list|declare|disclose)"
    r" (?:(?:of )?who (?:(?:they|those|these|(?:the|your|its|their|any|all|each of the|each of your) (?:\w+ ){0,3}?\w+)"
    r" (?:are|is|will be|would be)|(?:is|are|will be) in (?:the|your|it)(?: \w+)?)\b"
    r"(?! (?:\w+ing|to|responsible|in charge|answerable|liable|leading|the lead))"
    r"|who else is (?:in|part of) (?:it|the \w+|your \w+))",
    re.IGNORECASE,
)
"""Whoever is in a group is to be named: that lets a group bid, and tells nobody how."""


def check(context: Context) -> Result:
    """Look among the words on consortia and subcontractors for those that say how to do it."""
    helping: dict[int, Match | Passage] = {}
    near: dict[int, tuple[Source, str]] = {}
    for match in _named(context):
        passage = match if isinstance(match, Passage) else match.passage
        if passage.index in helping or passage.index in near or _is_of_firm(match):
            continue
        fault = _fault(context, passage)
        if fault:
            near[passage.index] = (match, fault)
        else:
            helping[passage.index] = match
            near.pop(passage.index, None)
    if helping:
        said = [each for each in helping.values() if not _is_heading(each)] or list(helping.values())
        return found("the pack explains how organisations can bid together", *said[:3])
    return missing("the pack does not explain how to bid together; looked in every document", list(near.values())[:4])


def _is_of_firm(match: Match | Passage) -> bool:
    """Say whether the words name the partners who own a firm, beside its officers and employees."""
    if isinstance(match, Passage) or not match.words.lower().endswith("partners"):
        return False
    return _OWNERS.search(match.passage.text, max(0, match.start - 40), match.end + 40) is not None


def _is_heading(source: Match | Passage) -> bool:
    passage = source if isinstance(source, Passage) else source.passage
    return passage.block.kind is BlockKind.HEADING


def _named(context: Context) -> Iterator[Match | Passage]:
    """Yield where the card's words on bidding together stand, then the sentences that allow it in other words."""
    yield from context.find("together")
    yield from (passage for passage, _ in together.sentences_on_it(context.passages))
    yield from together.passages_in_plain_words(context.passages)


def _fault(context: Context, passage: Passage) -> str:
    """Say why words on partnership are no guidance, or nothing when they are."""
    if about.stands_in_contract(passage):
        return "this is part of the contract, not of how to bid"
    around, titled = _reach(context, passage)
    if any(_explains(context, sentence, titled) for each in around for sentence in sentences(each.text)):
        return ""
    told = titled and "contract" not in around[0].headings.lower()
    if _shares(around, told or passage in together.passages_in_plain_words(context.passages)):
        return ""
    if about.is_duty(passage.text):
        return "this binds the contractor; it does not say how to bid"
    if _DEFINES.match(passage.text):
        return "this says what a word means, and not how to bid together"
    if context.says("rules", passage.text):
        return "this is a rule on what bidders must not do or must disclose"
    if about.asks_bidder(passage.text) or passage.text.endswith("?") or passage.row is not None:
        return "this asks about partners and does not explain how to bid with them"
    return "this names consortia or subcontractors and does not explain how to bid with them"


def _reach(context: Context, passage: Passage) -> tuple[tuple[Passage, ...], bool]:
    """The passage; under a title about bidding together what follows too, and that there is such a title."""
    heading = passage.block.kind is BlockKind.HEADING
    title = passage.text if heading else (passage.place.heading or ("",))[-1]
    on_it = context.says("together", title) or together.lets_bid_together(title)
    if not on_it or about.stands_in_contract(passage):
        return (passage,), False
    return forms.titled_stretch(context.passages, passage, most=15), True


def _shares(around: tuple[Passage, ...], titled: bool) -> bool:
    """Say whether words on a bid of several tell who in the group does what, by their grammar."""
    for each in around:
        said = [_WHO_THEY_ARE.sub(r"\1", words) for words in sentences(each.text)]
        if each.row is not None or (about.is_duty(each.text) and not any(map(together.lets_bid_together, said))):
            continue
        told = [words for words in said if not about.asks_bidder(words) or _IN_CASE.match(words)]
        if (titled or any(map(together.lets_bid_together, said))) and any(map(together.shares_bid, told)):
            return True
    return False


def _explains(context: Context, sentence: str, titled: bool) -> bool:
    """A sentence explains when it says who in a group does what for the bid; a title can say the last."""
    if not (context.says("who", sentence) and context.says("does", _WHO_THEY_ARE.sub(r"\1", sentence))):
        return False
    if about.is_duty(sentence) or context.says("rules", sentence) or together.demands_form(sentence):
        return False
    if together.names_buyer(sentence):
        return False
    if _TOLD_OF_OLD.search(sentence) and not _ASKS.search(sentence):
        return False
    return titled or context.says("bid", sentence)
