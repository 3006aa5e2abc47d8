"""Tells where a bidder who finds fault with the buyer is sent to somebody who does something about it."""

from __future__ import annotations

import re
from collections.abc import Callable

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
    r"|badly|mishandled|not (?:\w+ )?(?:stick|stay|keep|follow|play|act|abide|observe|treat|deal|apply)\b"
    r"|not (?:been )?(?:acted|kept|followed|stuck|played|done|treated|run|handled|dealt|carried"
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
    "not stick", "not keep", "not follow", "not play", "not abide", "not treat", "not deal",
)  # fmt: skip


def passages_on_it(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that may hold such words; most packs have few."""
    return passages.having(*_FAULT_CUES)


def are_answered(text: str) -> bool:
    """Say whether a bidder faults the buyer in these words, and somebody then looks into it or replies."""
    if _NOT_THIS.search(text) or not _REMEDIES.search(text) or not _IS_BIDDER.search(text):
        return False
    return any(_SAYS_FAULT.search(each) for each in sentences(text))


_TO_REPRESENT = late_pattern(
    r"\b(?:make|makes|making|submit|submits|submitting|send|raise|lodge|wish to make|wishes to make|receive)"
    r" (?:a|an|any|their|your|its|such|written|formal|the|further|, )?(?: ?(?:written|formal))? ?representations?\b"
    r"|\brepresentations?\b[^.;?]{0,80}?\b(?:must|should|shall|may|can|will|to|are|is) (?:only |then |also )?be"
    r" (?:\w+ly )?(?:sent|made|submitted|addressed|received|e-?mailed|emailed|considered|directed|lodged|in writing)\b"
    r"|\brepresentations?\b[^.;?]{0,60}?\b(?:received|sent|submitted|made|addressed) (?:by|to|at)\b"
    r"|\b(?:send|address|e-?mail|submit|put|direct) (?:any |your |their |all |written )?representations?\b"
    r"|^\W{0,3}(?:(?:how to make |making )?(?:any |your |written )?representations(?: to| by e-?mail(?: to)?)?"
    r"|contact for representations) ?[:–—-]",
    re.IGNORECASE,
)
_OTHER_REPRESENTATIONS = late_pattern(
    r"\bwarrant\w*|\b(?:no|false|mis|no written|no further) ?representations?\b"
    r"|\b(?:must|may|shall|should|do|cannot) ?(?:not )?(?:make|send|submit|be made) (?:any )?representations? to (?:the"
    r" )?(?:board|press|members|staff)\b|\bnot (?:be )?(?:make|made|send|sent|submit)\b|\bon behalf of\b|\baccura\w+"
    r"|\b(?:tribunal|court|planning|licen[cs]ing|parking|penalty|benefits?|appellants?|patients|residents|service users"
    r"|claimants?|clients|media|members of)\b|\brepresentations? of\b|\bhelps? (?:people|them|anyone)\b",
    re.IGNORECASE,
)
"""Statements of fact in a contract, people's say before other bodies, and having a seat."""
_FOR_OTHERS = late_pattern(
    r"\b(?:questions?|quer(?:y|ies)|clarif\w+|enquir\w+|invoices?|press|copies of|tenders? (?:must|should|to))\b",
    re.IGNORECASE,
)


def passages_on_representations(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages in which representations are named: the way to contest an award of health services."""
    return passages.having("representation")


def told_where(text: str, reachable: Callable[[str], bool]) -> bool:
    """Say whether a text tells those who contest a decision how to make representations, and to whom.

    `reachable` says of a sentence that it gives an address; one that is given for questions is none for this.
    """
    said = sentences(text)
    if not any(
        _TO_REPRESENT.search(each) and not _OTHER_REPRESENTATIONS.search(each)
        for each in said
        if "representation" in each.lower()
    ):
        return False
    return any(reachable(each) and not is_for_questions(each) for each in said)


def is_for_questions(sentence: str) -> bool:
    """Say whether what a sentence tells of is for questions, invoices or the like, not for complaints."""
    return _FOR_OTHERS.search(sentence) is not None
