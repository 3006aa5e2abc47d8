"""Is a contract offered, and not a service level agreement or a grant?"""

import re
from typing import Any

from tenderlint.checking import Context, Fact, Finding, Result, cannot_tell, found, judge, late_pattern

_SHORT = {"sla": "service level agreement", "grant": "grant"}
_GIVEN = late_pattern(
    r"\bgrant (?:funding )?(?:agreement|award|offer|letter|conditions|scheme|programme|fund)\b|\b(?:is|as"
    r"|be) a (?:\w+ )?grant\b"
    r"|\b(?:award\w*|offer\w*|giv\w+|mak\w+|appl(?:y|ies|ication) for|invit\w+|payment of) (?:\w+ ){0,4}?grants?\b"
    r"|\bgrants? (?:of up to|will be|are available|is available|period)\b",
    re.IGNORECASE,
)
"""How a grant is offered; a grant that the authority itself lives on is only named."""

_OFFERED = late_pattern(
    r"\b(?:contract|agreement|framework) (?:\w+ ){0,2}?(?:is|are|runs?|lasts?|starts?|begins?|will|shall|to be)\b"
    r"|\b(?:enter into|sign|award|place|offer|let)s? (?:a|the|this|one) (?:\w+ ){0,2}?(?:contract|agreement)\b",
    re.IGNORECASE,
)
"""Words that offer it, rather than name it in passing."""

_OF_PARTNERS = late_pattern(
    r"\b(?:one|all|each|none) of (?:them|you|the (?:members|partners))\b|\b(?:consorti\w+|lead (?:member|partner|body)"
    r"|members?|partner\w*|sub-?contract\w*)\b",
    re.IGNORECASE,
)
"""Words on who signs among several; they say less of what is offered."""
_DIVIDED = late_pattern(r"\b(?:lots?|as a whole|divided|split)\b", re.IGNORECASE)
"""Words on lots, which say less too."""


def _is_plain(fact: Fact[Any]) -> bool:
    if _OF_PARTNERS.search(fact.quote) or _DIVIDED.search(fact.quote):
        return False
    return _OFFERED.search(fact.quote) is not None


def check(context: Context) -> Result:
    """Read what is to be signed."""
    kind = context.facts.chosen("agreement_type")
    if kind is not None and kind.value not in _SHORT:
        same = [fact for fact in context.facts.all("agreement_type") if fact.value == kind.value]
        offers = [fact for fact in (kind, *same) if _OFFERED.search(fact.quote)]
        shown = [*offers, *filter(None, [context.facts.chosen("term_initial_months")]), kind]
        plainest = next((fact for fact in shown if _is_plain(fact)), shown[0])
        return found(f"a {kind.value} is offered", plainest)
    words = next((match for match in context.find("contract") if not match.denied), None)
    if kind is not None:
        if kind.value == "grant" and words is not None and _GIVEN.search(kind.quote) is None:
            return found("a grant is named, and a contract is offered", words)
        return judge([Finding.at(kind, kind=_SHORT[kind.value])])
    if words is not None:
        return found("the pack speaks of a contract", words)
    instead = next((match for match in context.find("instead") if not match.denied), None)
    if instead is not None:
        return judge([Finding.at(instead, kind=_SHORT["sla"])])
    return cannot_tell("the pack does not say what is to be signed", by_absence=True)
