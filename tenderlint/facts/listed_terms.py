"""Tells whether a hard term that is an item of a list, without a verb, is asked for by the words above the list."""

from __future__ import annotations

import re

from tenderlint.facts.leads import lead_of
from tenderlint.facts.passages import Passages
from tenderlint.facts.statements import Statement
from tenderlint.patterns import late_pattern

_ITEM = 110
_PAPER = late_pattern(
    r"\b(?:forms?|templates?|drafts?|pro[- ]?formas?|specimens?|schedules?|annex\w*|appendi\w+|attached|wording)\b"
    r"|\.{4}",
    re.IGNORECASE,
)
_LEADS_TO_DEMANDS = late_pattern(
    r"\b(?:must|shall|requires?|required|(?:may|might|will|would|to)(?: also| still)? (?:need|ask|want|have|request"
    r"|seek)|needed|asked for|provide|furnish|give us|guarantees? such as|securit(?:y|ies) such as)\b",
    re.IGNORECASE,
)
_LEADS_ELSEWHERE = late_pattern(
    r"\b(?:not|no|never|documents?|contents?|forms|return(?:ed)?|sign(?:ed)?|enclose[ds]?|attached|defin\w+|terms"
    r"|headings|topics|advice|reports?|list|record|explain|describe|say)\b",
    re.IGNORECASE,
)
"""Words that open a list of papers or of what is not asked for."""
_WAIVES = late_pattern(
    r"\b(?:not|n['’]t|never) (?:be )?(?:required?|need(?:ed)?|ask(?:ed)? for|want(?:ed)?|apply|expect(?:ed)?)\b",
    re.IGNORECASE,
)


def is_demanded_item(passages: Passages, statement: Statement) -> bool:
    """Say whether an item without a verb stands under words that demand: "We may need guarantees such as: a bond"."""
    if len(statement.text) > _ITEM or _PAPER.search(statement.text):
        return False
    above = lead_of(passages, statement.passage)
    if above is None or _LEADS_ELSEWHERE.search(above.text):
        return False
    return _LEADS_TO_DEMANDS.search(above.text) is not None


def is_waived_item(passages: Passages, statement: Statement) -> bool:
    """Say whether an item stands under words that say of it that it is not asked for."""
    above = lead_of(passages, statement.passage) if len(statement.text) <= _ITEM else None
    return above is not None and _WAIVES.search(above.text) is not None
