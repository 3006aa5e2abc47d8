"""Tells where a bidder who finds fault with the buyer is sent to somebody who does something about it."""

from __future__ import annotations

import re

from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.statements import sentences
from tenderlint.patterns import late_pattern

_BIDDER = (
    r"(?:you|bidders?|tenderers?|applicants?|candidates?|any(?:one|body)|whoever|suppliers?|providers?|participants?"
    r"|quoters?|respondents?|those who|organisations?|firms?)"
)
_BUYER = (
    r"(?:we|(?:the|this|our|these|its) (?:\w+ )?(?:council|authority|trust|association|university|board|panel|museum"
    r"|charity|choosing|choice|selection|decision|process|competition|procurement|rules|call|award|outcome|scoring"
    r"|exercise|way))"
)
_BID = r"(?:your|its|their|a) (?:tender|bid|application|quotation|quote|proposal|response|offer)s?"
_FAULTED = (
    r"(?:wrong(?:ly)?|unfair(?:ly)?|breached|broken|broke|dissatisfied|unhappy|improper(?:ly)?|irregular\w*"
    r"|flawed|biased"
    r"|badly|mishandled|not (?:been )?(?:acted|kept|followed|stuck|played|done|treated|run|handled|dealt|carried"
    r"|conducted|fair(?:ly)?|right|applied|observed))"
)
_SAYS_FAULT = late_pattern(
    rf"\b{_BUYER}\b[^.;?]{{0,50}}?\b{_FAULTED}\b|\b{_FAULTED}\b[^.;?]{{0,40}}?\b(?:with|by|about|how"
    rf"|in) (?:how |which )?"
    rf"{_BUYER}\b"
    rf"|\b{_BID}\b[^.;?]{{0,20}}?\b(?:was|were|has been|have been)\b[^.;?]{{0,25}}?\b(?:unfairly|wrongly"
    rf"|improperly|badly"
    r"|mishandled|not (?:been )?(?:treated|handled|dealt|fairly|properly))\b",
    re.IGNORECASE,
)
"""Somebody finds fault with the buyer or with the way in which it chose."""
_IS_BIDDER = late_pattern(rf"\b{_BIDDER}\b|\bthis (?:letter|invitation|tender|pack|call)\b", re.IGNORECASE)
_REMEDIES = late_pattern(
    r"\b(?:reviews?|reviewed|look(?:s|ed)? (?:in(?:to)?|at|again)|go(?:es)? (?:through|over)|investigat\w+|hears?"
    r"|wants? to (?:hear|know)|repl(?:y|ies)|answers?|respon\w+|consider\w*|examin\w+|reconsider\w*"
    r"|writes? back|writing"
    r"|sorts?|put (?:it|things|this) right|deals? with it|take it up)\b",
    re.IGNORECASE,
)
"""What is then done about it."""
_NOT_THIS = late_pattern(
    r"\b(?:documents?|drawings?|quantities|specification|mistakes? in|errors? in|(?:another|other|fellow|rival"
    rf"|by an?|by any|by one of the) {_BIDDER}|collusion|price[- ]fixing|canvass\w*|bribe\w*|fraud\w*"
    rf"|whistle\w*|clarif\w+|personal data)\b",
    re.IGNORECASE,
)
"""Faults in the papers, and of other bidders."""
_FAULT_CUES = (
    "wrong", "wrongly", "unfair", "unfairly", "breached", "broken", "broke", "dissatisfied", "unhappy", "improperly",
    "improper", "flawed", "biased", "badly", "mishandled", "not acted", "not kept", "not followed", "not been",
    "not stuck", "not treated", "not handled", "not dealt", "not conducted", "not fair", "not right",
)  # fmt: skip


def passages_on_it(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that may hold such words; most packs have few."""
    return passages.having(*_FAULT_CUES)


def are_answered(text: str) -> bool:
    """Say whether a bidder faults the buyer in these words, and somebody then looks into it or replies."""
    if _NOT_THIS.search(text) or not _REMEDIES.search(text) or not _IS_BIDDER.search(text):
        return False
    return any(_SAYS_FAULT.search(each) for each in sentences(text))
