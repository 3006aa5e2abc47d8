"""Where bids go through a portal, can everyone use it, or is there another way in?"""

from __future__ import annotations

import re

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    Source,
    about,
    apart,
    forms,
    found,
    judge,
    late_pattern,
    missing,
    not_applicable,
    sentences,
)

_CANNOT = late_pattern(
    r"\b(?:cannot|can['’]?t|can not|unable to|not able to|finds? it (?:difficult|hard)"
    r"|struggles? (?:with|to))\b[^.;]{0,40}?\b(?:portal|system|website|web ?site|site|platform|hub|online"
    r"|electronically|internet|computer)\b",
    re.IGNORECASE,
)
_CANNOT_USE = late_pattern(
    r"\b(?:cannot|can['’]?t|can not|unable to|not able to) (?:access|use|reach|get (?:in|on)to|log (?:in|on)to"
    r"|work with)\b",
    re.IGNORECASE,
)
_ASK = late_pattern(
    r"\b(?:contact|ring|call|phone|telephone|e-?mail|ask|tell|speak to|write to|talk to|let us know|get in touch"
    r"|we (?:will|can|shall)|will help|can help)\b",
    re.IGNORECASE,
)
"""Whoever cannot use the portal is told what to do."""
_SUPPORT = late_pattern(
    r"\b(?:support (?:team|desk|line|centre)|(?:portal|system|supplier)['’]s|its support)\b", re.IGNORECASE
)
"""Those who run the portal mend faults; they take no bids."""

_WANTS = late_pattern(
    r"^\W{0,3}(?:(?:do|would|might|could|if) you |would (?:it|another|a different|some other) |you )?(?:\w+ ){0,2}?"
    r"(?:need|want|prefer|like|rather|easier|better|another|different|other|can['’]?t|cannot|can not|unable|not)\b"
    r"|^\W{0,3}(?:does|do|is|if|should|where|when) (?:the|our|this|that) (?:[\w-]+ )?(?:portal|system|web ?site|site"
    r"|platform|hub)(?: does| is)?(?: not|n['’]t)\b",
    re.IGNORECASE,
)
"""A wish of the bidder's, as a condition or as a question that stands for one: “Need to send it another way?”."""
_THEN = late_pattern(
    r"^\W{0,3}(?:then |please |just |do |simply |you can |you may ){0,3}(?:ring|call|phone|telephone|e-?mail|text|ask"
    r"|tell|speak (?:to|with)|talk to|write to|contact|let (?:us|\w+) know|get in touch|post|bring|hand|send|drop"
    r"|we (?:will|can|shall|are happy))\b(?! (?:nobody|no one|none|not)\b)",
    re.IGNORECASE,
)
"""And the answer to it tells the bidder what to do."""
_IN_BID = late_pattern(r"\b(?:tell|ask|show) us (?:how|in|what|why|about|where)\b|\bdescribe\b", re.IGNORECASE)
"""What is to be told in the bid, and is no way of sending it."""
_REST = 160


def check(context: Context) -> Result:
    """Find the portal that bids go through, then a fee, help with accessibility, or another way to bid."""
    portals = [match for match in context.find("portals") if _takes_bids(context, match)]
    if not portals:
        return not_applicable("no portal is named for sending bids or questions", by_absence=True)
    fee = next((match for match in context.find("fees") if _is_fee(context, match)), None)
    if fee is not None:
        return judge([Finding.at(fee, message="The portal costs bidders money.")])
    helping = [match for match in context.find("accessible") if _near_portal(context, match)]
    if helping:
        best = next((match for match in helping if context.says("portals", match.passage.text)), helping[0])
        way_in = next((match for match in portals if match.passage is best.passage), portals[0])
        reason = "the pack says how people who use assistive technology, or need help, can use the portal"
        return found(reason, *apart([way_in, best]))
    for match in portals:
        if _tells_whom_to_ask(context, match):
            return found("the pack says whom to ask where somebody cannot use the portal", match)
    for match in context.find("other_ways"):
        if _is_other_way(context, match):
            return found("there is another way to bid than the portal", portals[0], match)
    for match in context.find("wishes"):
        if _is_met(context, match):
            return found("there is another way to bid than the portal", portals[0], match)
    near: list[tuple[Source, str]] = [
        (portals[0], "this is the way in; nothing is said on its accessibility or on another way")
    ]
    near.extend(
        (match, "this helps with technical faults, not with access for disabled people")
        for match in context.find("technical")
        if context.says("portals", f"{match.passage.headings} {match.passage.text}")
    )
    return missing(
        "bids go through a portal, and the pack gives neither help with accessibility nor another way in", near[:3]
    )


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)


def _takes_bids(context: Context, match: Match) -> bool:
    """A portal counts when bids or questions go through it, not when residents or invoices do."""
    passage = match.passage
    sentence = _sentence(match)
    if match.denied or context.says("other_portals", sentence):
        return False
    if about.is_duty(sentence) or about.stands_in_contract(passage):
        return False
    return context.says("bidding", f"{passage.headings} {passage.text}")


def _is_fee(context: Context, match: Match) -> bool:
    return (
        not match.denied
        and not context.says("free", match.passage.text)
        and context.says("portals", match.passage.text)
    )


def _near_portal(context: Context, match: Match) -> bool:
    """Words on accessibility count where a portal, or the whole way of bidding, is what they are about."""
    passage = match.passage
    if match.denied or about.is_duty(passage.text) or about.stands_in_contract(passage):
        return False
    if context.says("deliverables", passage.text):
        return False
    around = " ".join(each.text for each in forms.nearby(context.passages, passage, before=2, after=1))
    return (
        context.says("portals", around)
        or context.says("takes_part", passage.text)
        or context.says("portals", passage.headings)
    )


def _tells_whom_to_ask(context: Context, match: Match) -> bool:
    """Say whether the passage on the portal, or one beside it, tells those who cannot use it whom to ask."""
    return any(
        (_CANNOT.search(sentence) or (_CANNOT_USE.search(sentence) and context.says("portals", sentence)))
        and _ASK.search(sentence) is not None
        and _SUPPORT.search(sentence) is None
        and not (context.says("technical", sentence) or context.says("refused", sentence))
        for each in forms.nearby(context.passages, match.passage, before=0, after=2)
        for sentence in sentences(each.text)
    )


def _is_other_way(context: Context, match: Match) -> bool:
    """Another way counts when a sentence says that a bid may be sent by it, or what to do for want of the portal."""
    sentence = _sentence(match)
    refused = match.denied and not about.follows_condition(match.passage.text, match.start)
    if refused or context.says("refused", sentence) or about.stands_in_contract(match.passage):
        return False
    if context.says("technical", sentence):
        return False
    if sentence.endswith("?"):
        return _is_offered(context, match.passage.text, sentence)
    return context.says("sends", sentence) or context.says("portals", sentence)


def _is_met(context: Context, match: Match) -> bool:
    """Say whether a bidder who wishes for another way, or whom the portal does not suit, is told what to do."""
    sentence = _sentence(match)
    if about.stands_in_contract(match.passage) or context.says("technical", sentence):
        return False
    if sentence.endswith("?"):
        return _is_offered(context, match.passage.text, sentence)
    met = _WANTS.match(sentence) is not None and _ASK.search(sentence) is not None
    if not met or _SUPPORT.search(sentence) or context.says("refused", sentence) or _IN_BID.search(sentence):
        return False
    return context.says("sends", sentence) or context.says("portals", sentence)


def _is_offered(context: Context, text: str, question: str) -> bool:
    """Say whether a question on another way, “Need to send it another way?”, is answered by what to do then."""
    rest = text[text.find(question) + len(question) :][:_REST]
    if _WANTS.match(question) is None or _THEN.match(rest) is None or _SUPPORT.search(rest) or _IN_BID.search(rest):
        return False
    if about.names_service_people(question):
        return False
    if context.says("technical", rest) or context.says("refused", f"{question} {rest}"):
        return False
    return context.says("sends", question) or context.says("portals", question)
