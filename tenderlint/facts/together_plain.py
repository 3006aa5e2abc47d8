"""Finds plain words that let organisations bid together where only the heading says that they are about bidding."""

from __future__ import annotations

import re

from tenderlint.facts.passages import Passage, Passages, once_a_pack
from tenderlint.model import Role
from tenderlint.patterns import cued, late_pattern

_CUES = (
    "of you", "of us", "or several", "or to several", "or by several", "or from several", "several as",
    "or more than one",
    "or a team", "or a group", "or a pair", "or to a team", "or to a group", "by a team", "from a team", "alone or",
    "on your own or", "by yourself or", "someone else", "somebody else", "with another", "with others", "in partners",
    "bring partners", "partners into", "on partners", "partnerships", "collaborations", "partnership bids",
    "partnership working", "joint working", "collaborative working",
)  # fmt: skip
"""Every passage that is meant holds one of these."""
_ON_BIDDING = late_pattern(
    r"\bhow (?:to|do (?:i|we|you)|you (?:can|should)) (?:bid|tender|quote|apply|respond|submit|send|take part|propose"
    r"|make|put)\b|\bwho (?:may|can|could|should|is eligible to|we want to hear from)\b(?: (?:we|you))?"
    r"(?: (?:bid|tender|quote|apply|respond|take part|enter|compete|offer|propose)|\W*$)|\b(?:eligib\w+|bidding"
    r"|tendering|applying"
    r"|quoting)\b|\b(?:your|sending|submitting|making|preparing|putting in) (?:a |an |your |the |in )?(?:bid"
    r"|tender|quote|quotation|proposal|application|response|offer|submission)\b"
    r"|\b(?:instructions|information|guidance|notes|advice) (?:to|for) (?:bidders|tenderers|applicants|suppliers)\b",
    re.IGNORECASE,
)
_INVITES = late_pattern(r"\binvitation to (?:bid|tender|quote)\b|\brequest for (?:quot|propos)\w+", re.IGNORECASE)
"""The title of a whole pack, which tells only of what stands right under it."""
_ON_DELIVERY = late_pattern(
    r"\b(?:services?|staff\w*|deliver\w*|specification|requirements?|criteria|visits?|workforce|contract|monitoring"
    r"|background|outcomes|award\w*|scor\w+|questions?|people|families|users|schools|event|volunteers)\b",
    re.IGNORECASE,
)
_TO_BID = r"(?:bid|tender|quote|apply|respond|propose|compete|submit|send|offer)"
_BODY = (
    r"(?:organisation|firm|charity|body|group|company|provider|supplier|business|practice|bidder|tenderer|applicant)"
)
_FINE = (
    r"(?:fine|ok|okay|welcome|allowed|accepted|acceptable|possible|permitted|encouraged|no problem|all right|great|good"
    r"|go ahead|please do|by all means|yes|we (?:are|would be) (?:happy|glad|pleased)|you (?:can|may)|feel free)"
)
_SELVES = r"(?:you|bidders|tenderers|applicants|suppliers|organisations|providers|firms|anyone bidding)"
_UNDER_HEADING = cued(
    (
        ("alone or",),
        r"\balone or (?:in (?:league|concert|company|combination|common) with|together with|jointly with|with)"
        r" (?:an)?others?\b",
    ),
    (
        ("of you",),
        r"\b(?:two|three|several|more than one|some|both|a (?:few|couple|group|pair)) of you\b[^.;?]{0,20}?"
        r"\b(?:do|take|share|run|go for|work on|join|split|deliver|come in on|try for|bid|quote|apply) ?(?:for )?"
        rf"(?:this|it|the (?:work|job|contract|project))?\b[^.;?]{{0,20}}?\b(?:together|jointly"
        rf"|as one)\b[^.;?]{{0,30}}?"
        rf"[?,:;.–—-]{{1,2}} (?:then |so |that(?: is|['’]s) |this is |it is |it['’]s )?{_FINE}\b",
    ),
    (
        ("someone else", "somebody else", "with another", "with others"),
        r"\b(?:do(?:ing)?|shar(?:e|ing)|work(?:ing)?|bid(?:ding)?|team(?:ing)?|go(?:ing)?|join(?:ing)?|tak(?:e|ing))\b"
        r"(?: (?:this|it|the (?:work|job|contract)|up|in|on|for|together|forces|on (?:this|it))){0,3}"
        rf" with (?:someone else|somebody else|others|another (?:{_BODY}|artist|freelancer|trader|person))\b"
        rf"[^.;?]{{0,20}}[?,:–—-]{{1,2}} (?:then |so |that(?: is|['’]s) |this is |it is |it['’]s )?{_FINE}\b",
    ),
    (
        ("partners",),
        rf"\b{_SELVES} (?:may|can|could|are free to|are welcome to|are able to|might) (?:also |of course )?"
        r"(?:bring|take|draw|call|invite)(?: in| on)? (?:a |one or more |some |other |your own )?partners?\b"
        rf"|\bhappy for {_SELVES} to (?:bring|take|draw|call|invite)(?: in| on)? (?:other )?partners\b"
        r"|(?:^|[.?!,;:] |\b(?:feel free to|please|so|then|or) )bring in (?:a |some |other )?partners?\b",
    ),
    (
        ("partnership", "collaboration", "joint working", "collaborative working"),
        r"(?:^|[.;:!?] |\b(?:but|so) )(?:partnerships|collaborations|partnership bids|collaborative bids"
        r"|(?:partnership|joint|collaborative) working between (?:bidders|tenderers|organisations|firms|suppliers"
        r"|applicants)) (?:is|are|would be|will be) (?:also |very |most |always |more than |particularly )?"
        r"(?:welcome|welcomed|encouraged|fine|allowed|accepted|invited|permitted|possible|ok|okay)\b"
        r"(?! (?:with|between|among|to (?:help|reach)|in the (?:service|delivery)))",
    ),
    (
        ("alone or", "on your own or", "by yourself or"),
        r"\b(?:you|bidders|tenderers|applicants|organisations) (?:may|can|could|are free to)\b[^.;?]{0,30}?"
        r"\b(?:alone|on your own|by yourself),? or (?:as|in|with) (?:an? )?(?:teams?|groups?|pairs?|partnerships?"
        r"|partners?|alliances?|networks?|others?)\b",
    ),
    (
        ("or several", "or to several", "or more than one", "or a team", "or a group", "or to a team", "or to a group"),
        rf"\bopen to (?:one|a single|single|any) {_BODY}s?,? or (?:to )?(?:several|more than one|a team|a group)\b",
    ),
)
_BY_ITSELF = cued(
    (
        ("of us",),
        r"\b(?:two|three|four|several|more than one|some) of us (?:do|bid|tender|quote|apply|take|share|run|deliver"
        r"|offer)"
        r"\b[^.;?]{0,30}? (?:between us|together|jointly|as one)\? ?\W{0,3}(?:A[.:] ?)?(?:yes|of course|certainly"
        r"|by all means|you can|you may)\b",
    ),
    (
        ("or several", "or by several", "or from several", "several as", "or more than one", "or a team", "or a group",
         "or a pair", "by a team", "from a team"),
        rf"\b(?:one|a single|single|an individual|any single) {_BODY},? or (?:by |from )?(?:several|more than one"
        r"|an? (?:team|group|pair)|two or more)\b[^.;?]{0,60}?\b(?:may|can|could|are (?:free|welcome|invited|able) to)"
        rf" (?:all |also )?{_TO_BID}\b",
    ),
    (
        ("or several", "or by several", "or from several", "or more than one", "or a team", "or a group", "or a pair",
         "by a team", "from a team"),
        r"\b(?:bids|tenders|quotes|quotations|proposals|applications|offers|responses)\b[^.;?]{0,40}?\b(?:from|by)"
        rf" (?:one|a single|single|an individual) {_BODY},? or (?:by |from )?(?:several|more than one|an? (?:team|group"
        r"|pair)|two or more)\b",
    ),
    (
        ("partners into",),
        rf"\b{_SELVES} (?:may|can|could|are free to|are welcome to)\b[^.;?]{{0,30}}?\bpartners into (?:your|their"
        rf"|the|a)"
        r" (?:bid|tender|quote|proposal|application|offer|response)\b",
    ),
    (
        ("single ", "one "),
        rf"\b(?:one|a single|single) {_BODY},? or (?:several|more than one|two or three),? (?:as|working as|acting as)"
        rf" an? (?:team|group|pair|partnership)\b[^.;?]{{0,30}}?\b(?:may|can) {_TO_BID}\b",
    ),
)  # fmt: skip
_OTHER_SENSE = late_pattern(
    r"\b(?:job[- ]shares?|job[- ]sharing|staff|shifts?|workers?|employees?|volunteers?|pupils?|residents|carers?"
    r"|sole traders?|limited compan(?:y|ies)|LLPs?|visit\w*|attend\w*|after (?:the )?(?:contract|award)\w*"
    r"|once (?:the )?(?:contract|appointed))\b"
    r"|\b(?:not|never|cannot|unless|rejected|excluded|barred|prohibited)\b|\b(?:how|what) (?:you|your|would|will)\b",
    re.IGNORECASE,
)
"""Those who share a job or a visit, legal forms, what comes after award, and what is denied or asked."""
_NEED_NOT = late_pattern(r"\b(?:need not|do not (?:need|have) to|not required to)\b", re.IGNORECASE)
"""What is not asked for bars nothing."""
_UP_TO = 400


@once_a_pack
def found_in(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that let organisations bid together in such words, in the order of reading."""
    return tuple(passage for passage in passages.having(*_CUES) if _lets(passage))


def _lets(passage: Passage) -> bool:
    text = _NEED_NOT.sub(" ", passage.text[:_UP_TO])
    if passage.role in (Role.TERMS, Role.TUPE) or passage.row is not None or _OTHER_SENSE.search(text):
        return False
    return _BY_ITSELF.fits(text) or (_stands_under_bidding(passage) and _UNDER_HEADING.fits(text))


def _stands_under_bidding(passage: Passage) -> bool:
    own = (passage.place.heading or ("",))[-1]
    if _ON_BIDDING.search(own) or _INVITES.search(own):
        return True
    return _ON_DELIVERY.search(own) is None and _ON_BIDDING.search(passage.headings) is not None
