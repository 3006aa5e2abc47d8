"""Tells whether a demand is refused outright ("no bond", "bonds are not required", "bond: not used")."""

from __future__ import annotations

import re

from tenderlint.patterns import late_pattern

_VERB = (
    r"(?:require|ask|seek|need|want|use|appl|propose|intend|impose|levy|charge|expect|call|insist|plan|provide"
    r"|request|hold)"
)
_BEFORE = late_pattern(
    rf"\b(?:no|nor|neither|without|nil|(?:not|never|n['’]t|cannot) (?:be )?{_VERB}\w*)(?: (?:for|to|a|an|any|the"
    rf"|on|that|of|be|provide|impose|charge|apply|have|give|seek|use"
    r"|require[ds]?|requirement|need|such|separate|additional|formal|further|supply|furnish|ask|intend|propose"
    r"|you|bidders|suppliers|tenderers|there|is|are|or|and|bonds?|guarantees?|performance|surety|bank"
    r"|parent|company|liquidated|damages),?)*"
    r"(?:,? (?!(?:but|only|instead|rather|however|though|yet)\b)\w+){0,2} $"
    r"|\b(?:no|nor|neither|without(?: any)?|nil)(?:(?: |, (?!(?:an?|the|we|you|it|they|please)\b))(?!(?:which"
    r"|that|shall|will|must|is|are|may|has|have|if"
    r"|unless|until|later|more|less|fewer"
    r"|limit|objection|doubt|longer|other|only)\b)[\w'’-]+){0,8},? $",
    re.IGNORECASE,
)
_AFTER = late_pattern(
    r"^[^.;?:]{0,60}?(?:\b(?:is|are|will|shall|do|does|would|need|was|were)(?: be)? ?(?:not|never"
    r"|n['’]t)(?: be)? (?:being )?(?:required|used|applicable|apply|needed|sought|requested"
    r"|imposed|levied|charged|necessary|payable|applied|included|proposed|asked|expected|anticipated|relevant"
    r"|part of|provided|considered|envisaged|mandatory|compulsory)\b"
    r"|\b(?:don|doesn|won|isn|aren)['’]?t (?:be )?(?:required|used|apply|needed|applicable|sought)\b"
    r"|\bnot (?:used|applicable|required|needed|applied|sought)\b|\bis waived\b)"
    r"|^\W{0,4}(?:n/a|nil|none|no|not used|unused|not applicable|not required|intentionally (?:blank|omitted"
    r"|not used))\b(?! (?:later|less|more|fewer))",
    re.IGNORECASE,
)
_CONDITION = late_pattern(
    r"\b(?:if|where|unless|when|whenever|who|(?:bidders|suppliers|tenderers) that)\b", re.IGNORECASE
)
"""What opens a clause whose "not" ends at its comma: "if you do not hold one, a guarantee must be given"."""
_QUALIFIED = late_pattern(
    r"\b(?:unless|except|save (?:for|that|where)|other than|until|if|where|instead|rather|alternativ\w+|in lieu"
    r"|in place|(?:for|from|of) (?:new(?:er)?|small(?:er)?|charit\w+|voluntary|public|micro|smes?|start-?ups?|lots?"
    r"|(?:contracts?|call-?offs?|orders?|projects?|works|values) (?:[\w-]+ ){0,3}?(?:under|below|over|above|of|worth"
    r"|up to|less|more|estimated))|(?:under|below|over|above|up to|less than|more than)(?= (?:£|that\b|this\b)))\b",
    re.IGNORECASE,
)


def outright(text: str) -> bool:
    """Say whether a refusal holds for everybody and always: no "unless", "where" or "for small firms" qualifies it."""
    return _QUALIFIED.search(text) is None


def refused(text: str, start: int, end: int) -> bool:
    """Say whether the thing named from `start` to `end` is refused: not merely qualified by a "not" nearby."""
    before = text[max(0, start - 90) : start]
    match = _BEFORE.search(before)
    if match is not None and "," in match[0] and _CONDITION.search(before[: match.start()]):
        match = None
    return match is not None or _AFTER.search(text[end : end + 110]) is not None
