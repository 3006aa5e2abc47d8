"""Tells by their grammar the sentences that let organisations bid together, and those that say who then does what."""

from __future__ import annotations

import re

from tenderlint.facts import together_plain
from tenderlint.facts.passages import Passage, Passages, once_a_pack
from tenderlint.facts.statements import sentences
from tenderlint.patterns import cued, late_pattern

_CUES = (
    "together", "jointly", "join", "combine", "team up", "as a pair", "as a trio", "as a team", "as a group",
    "as more than one", "with another", "with one another", "with each other", "with others", "with other",
    "in partnership", "in a partnership", "as a partnership", "in collaboration", "as a consortium", "in consortium",
    "between them", "between you", "share the", "split the", "neighbours", "collaborations", "partnerships", "pair up",
    "with partners", "link up", "teaming up", "pairing up", "joining up", "linking up", "joining forces",
    "partnering up", "by a group", "by groups", "by a team", "by teams", "by a partnership", "by an alliance",
    "as one", "alone or", "share the job", "share this job", "share the work", "share this work",
    "from a group", "from a team", "by several", "by two or more", "on behalf of a group", "of you can", "of you may",
)  # fmt: skip
"""Every such sentence holds one of these."""
_BID_STEMS = (
    "bid", "tender", "quot", "propos", "respon", "offer", "submi", "appl", "compet", "price", "send", "put in", "make",
)  # fmt: skip
"""And the stem of one of these."""

_MANY = (
    r"(?:several|two or (?:more|three)|two|three|more than one|a (?:number|group|pair|team|couple|handful|trio)"
    r"|groups?|pairs?|teams?|freelancers|artists|charities|organisations|providers|suppliers|firms|companies"
    r"|businesses|practices|bodies|bidders|tenderers|applicants)"
)
_BID = r"(?:bids?|tenders?|quot(?:es?|ations?)|proposals?|responses?|offers?|submissions?|applications?)"
_TO_BID = r"(?:bid(?:ding)?|tender(?:ing)?|quot(?:e|ing)|apply(?:ing)?|respond(?:ing)?|propos(?:e|ing)|compet(?:e|ing))"
_TOGETHER = cued(
    (
        ("together", "join", "combine"),
        rf"\b{_MANY}\b[^.;]{{0,50}}?\b(?:jointly|together|combine|join)\b[^.;]{{0,60}}?\b(?:{_BID}|{_TO_BID})\b"
        rf"|\b(?:{_BID}|{_TO_BID})\b[^.;]{{0,60}}?\b{_MANY}\b[^.;]{{0,40}}?\b(?:acting )?(?:jointly|together)\b",
    ),
    (
        ("pair", "trio", "threesome", "team", "group", "more than one", "jointly", "together", "with "),
        rf"\b{_TO_BID}\b[^.;]{{0,30}}?\b(?:as (?:a )?(?:pair|trio|threesome|team|group|more than one)|jointly|together"
        r"|with (?:another|others|one another|each other|other \w+|partners(?!['’])))\b",
    ),
    (
        ("together", "jointly", " up"),
        rf"\b(?:come|get|join|band|work|club|team) (?:together|jointly|up)\b[^.;]{{0,50}}?\b(?:{_BID}|{_TO_BID})\b",
    ),
    (
        ("one ", "joint ", "shared ", "single "),
        rf"\b(?:one|joint|shared|single) {_BID}\b[^.;]{{0,50}}?\b(?:from|by|for) {_MANY}\b",
    ),
    (
        ("partnership", "consortium", "collaboration", "alliance", "joint venture"),
        rf"\b(?:to |may |can |also )?{_TO_BID}\b[^.;]{{0,30}}?\b(?:in (?:a )?|as (?:a )?)(?:partnership|consortium"
        r"|collaboration|alliance|joint venture)\b(?! with (?:the|us|our|its))",
    ),
    (
        ("share ", "split "),
        rf"\b(?:share|split) (?:the|this|a) (?:job|work|contract|commission|task|project)\b[^.;]{{0,60}}?"
        rf"\b(?:one|joint|shared|single|same) {_BID}\b",
    ),
    (
        ("other", "neighbour", "friend", "colleague", "partner"),
        r"\b(?:join|link|pair|team|group|band)(?: up| together)? (?:with )?(?:others?|another|neighbours?|friends?"
        r"|colleagues?|partners?)\b[^.;]{0,40}?\b(?:to|and) (?:price|bid|quote|tender|apply|send|put in|make|offer)\b",
    ),
    (
        ("collaborations", "partnerships", "alliances", "collectives", "networks", "clusters", "teams"),
        rf"\b{_BID} (?:by|from) (?:\w+ (?:and|or) )?(?:collaborations|partnerships|alliances|collectives|networks"
        r"|clusters|teams)\b[^.;]{0,30}?\b(?:welcome\w*|accept\w*|allowed|permitted|possible|encouraged|invited)\b",
    ),
    (
        ("between ",),
        rf"\b{_MANY}\b[^.;]{{0,60}}?\b{_BID}\b[^.;]{{0,20}}?\bbetween (?:them|you|themselves)\b",
    ),
)
_LODGED = cued(
    (
        ("by a group", "by groups", "by a team", "by teams", "by a partnership", "by an alliance", "by several",
         "by two or more", "from a group", "from a team", "on behalf of a group"),
        rf"\b{_BID}\b[^.;?]{{0,40}}?\b(?:may|can|could|might|will) (?:also |equally )?be (?:\w+ly )?(?:lodged|made"
        rf"|submitted"
        r"|put in|put forward|sent(?: in)?|returned|accepted|given|presented|considered)(?: jointly)? (?:by|from|on"
        r" behalf"
        r" of) (?:(?:a|any) (?:group|team|partnership)|an alliance|groups|teams|several|two or more)\b",
    ),
    (
        ("as one",),
        r"\b(?:two|three|several|two or more|more than one) (?:\w+ ){0,2}?(?:may|can|could|are (?:free|welcome) to)"
        r" (?:also )?"
        rf"{_TO_BID} (?:for (?:this|it) )?as one\b",
    ),
    (
        ("alone or",),
        r"\balone or (?:in (?:league|concert|company|combination|common) with|together with|jointly with|with)"
        r" (?:an)?others?"
        rf"\b[^.;?]{{0,20}}?\b{_TO_BID}\b|\b{_TO_BID}\b[^.;?]{{0,20}}?\balone or (?:in (?:league|concert|company"
        r"|combination|common) with|together with|jointly with|with) (?:an)?others?\b",
    ),
    (
        ("share the job", "share this job", "share the work", "share this work"),
        r"\bif you (?:would like|want|wish|plan|prefer|decide|mean|are going) to share (?:the|this) (?:job"
        r"|work)\b[^.;?]{0,40}?"
        r"\b(?:say|tell us|name|show|put|write|make clear|let us know)\b",
    ),
    (
        ("of you can", "of you may"),
        r"\b(?:two|three|four|several|more than one|both) of you (?:can|may|could) (?:also |all |always )?"
        r"(?:join (?:forces|together|up)|team up|pair up|club together|come together|group together|band together"
        r"|get together|partner up)\b",
    ),
)
"""A bid that a group may put in, and bidders who may join forces, whatever they then do."""
_UP = ("ing up", "ing together", "joining forces")
_WELCOMED = late_pattern(
    r"(?:^|[,;:–—-] |\b(?:but|and|so|also) )(?:team|pair|join|link|partner|group|club|band|gett?)ing (?:up"
    r"|together|forces)"
    r"(?: (?:with|to) (?:another|others?|one another|each other|(?:other|local|a|another|smaller|neighbouring) \w+))?"
    r" (?:is|are|would be|will be) (?:also |absolutely |quite |perfectly |very |more than |just )?"
    r"(?:fine|ok|okay|welcome|allowed|possible|permitted|encouraged|great|good|no problem|all right|as good)\b",
    re.IGNORECASE,
)
"""Teaming up is fine: said to bidders, who need not be told for what."""
_NO = late_pattern(
    r"\b(?:not|no(?! (?:particular |specific |special |set )?(?:legal )?(?:form|structure|status|entity)\b)|nor"
    r"|never|cannot|void|neither|illegal|collu\w+|anti-?competitive|price[- ]fixing|rejected|excluded"
    r"|prohibited|barred|alone(?! (?:or|as well as)\b)|fewer)\b",
    re.IGNORECASE,
)
_BUYERS = late_pattern(
    r"\b(?:we|councils?|authorit(?:y|ies)|trusts?|buyers?|departments?) (?:\w+ ){0,3}?(?:together|jointly|combine\w*"
    r"|join)\b"
    r"|\b(?:councils|authorities|trusts|buyers|boards)\b[^.;]{0,40}?\b(?:together|jointly|combine|join|between them)\b"
    r"|\b(?:we|councils?|authorit(?:y|ies)|trusts?|buyers?|departments?) (?:will|shall|are|is|may|intends?|plans?|now)"
    r" (?:to |also |be )?(?:tender|procur|buy|bid|quot|purchas)\w{0,4}\b",
    re.IGNORECASE,
)
"""Buyers who buy together."""
_BUYING_BODY = late_pattern(
    r"\b[Tt]he (?:(?!(?:Lead|Bidding|Whole|Entire|Proposed|Joint|Tendering|Successful|Winning|Preferred|Suppliers?"
    r"|Bidders?|Tenderers?|Applicants?|Providers?|Above|Same|New)\b)[A-Z][\w&'’-]{1,20},? (?:(?:and|of|for|&) )?){1,6}"
    r"(?:Consortium|Alliance|Partnership)\b"
    r"|\b[Tt]he (?:Consortium|Alliance|Partnership)(?:['’]s (?:members|approved|standing|procurement)\b"
    r"| (?:and its members )?(?:will|shall|may|does|reserves?|intends?|wishes|seeks|invites?|is seeking|considers?|has"
    r" decided)\b[^.;]{0,40}?\b(?:consider|accept|invit\w+|reject\w*|select\w*|award\w*|short-?list\w*|assess\w*"
    r"|evaluat\w+|appoint\w*|right|tenders?|bids?|applications?|quotations?)\b)"
)
"""A buyer that is called one: "the Northern Consortium", or "the Consortium will not accept late bids"."""
_NAME_BEFORE = late_pattern(r"\b[Tt]he (?:[A-Z][\w&'’-]{1,20} ){0,5}$")
_WHOSE = late_pattern(
    r"\bthe (?:contractor|supplier|(?:service )?provider|consultant|operator|agency|company)\b"
    r"|^\W{0,3}(?:an? )?consorti\w+\W{0,3}(?:means\b|(?:an? )?groups?\b)|(?<!\ball )\bmeans\b"
    r"|\b(?:score|mark|evaluat|assess|weigh|read|consider|compar|pric|add)\w*\b[^.;]{0,30}\btogether\b"
    r"|\btogether with (?:the|a|an|any|your|their|its|all|this|details|evidence|supporting|copies)\b"
    r"|\bhow\b[^.;]{0,60}\b(?:together|jointly)\b[^.;?]{0,60}\?$",
    re.IGNORECASE,
)
"""The contractor's own work, what a word means, papers that are sent together, and a bare question."""
_ONE = (
    r"(?:one|the (?:lead|principal|first|rest|others?|main)|each|every|a lead|that|either|whoever|lead|principal|who)"
)
_DOES = (
    r"(?:signs?|fills?|lodges?|sends?|answers?|gets?|receives?|suppl(?:y|ies)|completes?|speaks?|nominates?|leads?"
    r"|uploads?|submits?|holds?|carries|is (?:answerable|responsible|liable|the contact|our contact))"
)
_SHARES = late_pattern(
    rf"\b{_ONE}\b[^.;]{{0,40}}?\b(?:{_DOES}|will {_DOES}|(?:should|must|will|shall|is to|needs to) {_DOES})\b"
    r"|\b(?:choose|nominate|pick|name|appoint|agree|decide)s?\b[^.;]{0,30}?\b(?:one|lead|principal|who|which|whoever"
    r"|whichever)\b"
    r"|\bone\b[^.;]{0,20}?\b(?:should|must|is to|has to|shall|will) be (?:named|nominated|chosen|shown"
    r"|put)\b[^.;]{0,15}?"
    r"\bas (?:the |your )?lead\b"
    r"|\b(?:attach|shows?|say|tell us|state|set out|list|explain)\b[^.;]{0,40}?\b(?:who|which|what each)\b"
    r"[^.;]{0,40}?\b(?:do(?:es)?|covers?|will|part|parts|leads?|brings?|signs?)\b"
    r"|\b(?:say|tell us|state|name|show)\b[^.;]{0,30}?\b(?:who|which|whom)\b[^.;]{0,40}?\b(?:doing|did|deal with"
    r"|pay|paid|invoices?|contact|in charge|sharing|share|split|answers?)\b"
    r"|\b(?:show|state|set out|list|give|describe|tell us|name)\b[^.;]{0,30}?\b(?:each|every) (?:partner|member"
    r"|organisation|firm|party|group|body)(?:['’]s)? (?:part|role|share|task|contribution|work)\b"
    r"|\b(?:line|note|page|paragraph|list|table|sentence|statement) (?:on|of|about|that (?:says|shows)|showing|saying"
    r"|setting out) (?:who|which|what each|how)\b|\bput (?:one|a single|a) (?:name|person|organisation|firm)\b"
    r"|\bsingle point of contact\b"
    r"|\b(?:annex|appendix|schedule|guide|page|section|note)\b[^.;]{0,20}?\b(?:walks? you through|explains?|tells? you"
    r"|sets? out|shows?|describes?|takes? you through)\b[^.;]{0,30}?\b(?:collaborat\w+|consorti\w+"
    r"|joint (?:bids?|bidding"
    r"|tenders?)|(?:bidding|tendering|applying) (?:together|jointly)|groups? (?:should|must|may|can))\b"
    r"|\b(?:turnover|experience|accounts|record|staff)\b[^.;]{0,60}?\b(?:counted|added|taken|looked at|put) together\b"
    r"|\b(?:fill in|complete|answer|return)\b[^.;]{0,40}?\b(?:once|separately|for each|each of you|one copy each)\b",
    re.IGNORECASE,
)
"""Who in a group does what for the bid."""

_FORM = (
    r"(?:limited compan(?:y|ies)|compan(?:y|ies) limited|legal (?:entity|entities|person|form)|incorporated|registered"
    r" compan(?:y|ies)|special purpose (?:vehicle|company)|joint venture company|limited liability partnership)\b"
)
_DEMANDS = late_pattern(
    r"\b(?:consorti(?:um|a)|joint (?:bid|tender|venture)\w*|groups?|partners|members|partnerships?|alliances?)\b"
    r"[^.;]{0,60}?\b(?:must|shall|provided|only (?:if|where|when)|on condition|so long as|as long as|required to"
    rf"|needs? to|are to|is to|have to|has to)\b[^.;]{{0,70}}?{_FORM}"
    r"|\b(?:bids?|tenders?|quotations?|applications?|proposals?|offers?)\b[^.;]{0,40}?\b(?:must|shall|may only|can only"
    r"|to) be (?:submitted|made|lodged|sent) by (?:a|one) (?:single )?(?:legal entity|limited company"
    r"|incorporated \w+|registered company|company limited)\b",
    re.IGNORECASE,
)
"""Words that make those who bid together, or everyone, take a legal form."""
_LATER = late_pattern(
    r"\b(?:after|on|upon|following|once|if) (?:the )?(?:contract )?(?:award\w*|successful|appointed|appointment"
    r"|they win|it wins|you win|selected|chosen)\b|\b(?:if|where|when) (?:a|the) (?:contract|tender|bid) is"
    r"|\b(?:if|where|when|once|should) (?:an?|the|any) (?:\w+ ){0,2}?(?:is|are|has been|be) (?:successful|appointed"
    r"|awarded|selected|chosen)\b"
    r"|(?<!\bonly )\b(?:if|should|whether) (?:the|a|you\w*|they) (?:consortium|group|members|are)\b|\bnot\b|\bno need\b"
    r"|\bwithout\b"
    r"|\b(?:state|give|describe|declare|disclose|explain|indicate|specify|say|tell us|name)s? (?:its|their|the|your"
    r"|what|which|whether)\b[^.;]{0,20}\b(?:legal|incorporated|registered|limited)\b"
    r"|\bbefore (?:the )?(?:contract|signing|signature|award)",
    re.IGNORECASE,
)
"""A form that is taken once the contract is won, or that is only to be stated, bars nobody from bidding."""


def lets_bid_together(sentence: str) -> bool:
    """Say whether a sentence provides for a bid of several, by its grammar: not one that bars it or asks of it."""
    small = sentence.lower()
    if any(words in small for words in _UP) and _WELCOMED.search(sentence) and not _BUYERS.search(sentence):
        return True
    if _LODGED.fits(sentence) and not _NO.search(sentence):
        return True
    if not any(stem in small for stem in _BID_STEMS):
        return False
    return _TOGETHER.fits(sentence) and not any(
        pattern.search(sentence) for pattern in (_NO, _WHOSE, _BUYERS, _BUYING_BODY)
    )


def demands_form(sentence: str) -> bool:
    """Say whether a sentence makes those who bid together, or everyone, take a legal form in order to bid."""
    return _DEMANDS.search(sentence) is not None and _LATER.search(sentence) is None


def is_of_buyers(sentence: str) -> bool:
    """Say whether those who act together in a sentence are buyers."""
    return _BUYERS.search(sentence) is not None or names_buyer(sentence)


def names_buyer(sentence: str) -> bool:
    """Say whether a sentence speaks of a buyer that is itself called a consortium, an alliance or a partnership."""
    return _BUYING_BODY.search(sentence) is not None


@once_a_pack
def _has_buying_body(passages: Passages) -> bool:
    return any(names_buyer(each.text) for each in passages.having("consortium", "alliance", "partnership"))


def is_buyers_name(passages: Passages, passage: Passage, start: int) -> bool:
    """Say whether the word at a place is the name of the buyer, as "the Consortium" is where a consortium buys."""
    named = passage.text[start].isupper() and _NAME_BEFORE.search(passage.text, max(0, start - 120), start) is not None
    return named and _has_buying_body(passages)


def shares_bid(sentence: str) -> bool:
    """Say whether a sentence tells who in a group does what, or how the group is looked at."""
    return _SHARES.search(sentence) is not None and _NO.search(sentence) is None


def passages_on_it(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that may hold such a sentence; most packs have few."""
    return passages.having(*_CUES)


@once_a_pack
def sentences_on_it(passages: Passages) -> tuple[tuple[Passage, str], ...]:
    """Return the sentences that let organisations bid together, each with its passage, in the order of reading."""
    return tuple(
        (passage, sentence)
        for passage in passages_on_it(passages)
        for sentence in sentences(passage.text)
        if lets_bid_together(sentence)
    )


def passages_in_plain_words(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that let organisations bid together only by what stands around them, as read."""
    return together_plain.found_in(passages)
