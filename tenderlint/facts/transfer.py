"""What a pack says of staff who transfer (TUPE), sentence by sentence, outside the terms of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlint.facts.passages import Passages
from tenderlint.facts.places import is_clause
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern


def _any(*ways: str) -> re.Pattern[str]:
    return late_pattern("|".join(ways), re.IGNORECASE)


_LAW = (
    r"\b(?:TUPE|transfer of undertakings?|transfer regulations|service provision change|acquired rights"
    r"|(?:staff|employees?|workers?|personnel|people|workforce)\b[^.;]{0,60}?\btransfer\w*"
    r"|transfer of (?:\w+ ){0,2}(?:staff|employees?))"
)
_THOUGHT = r"(?:thought|considered|expected|believed|envisaged|anticipated|deemed|likely|felt|foreseen)"
_NO = _any(
    rf"{_LAW}[^.;]{{0,120}}?\b(?:(?:does|do|will|shall|would|should) not|doesn['’]t|don['’]t|won['’]t) (?:apply"
    rf"|arise|bite"
    r"|be (?:relevant|engaged|triggered)|come (?:into (?:play|it)|up)|enter into it)",
    rf"{_LAW}[^.;]{{0,120}}?(?:\bnot|n['’]t) (?:\w+ )?(?:{_THOUGHT}|relevant|applicable|engaged"
    r"|triggered|in (?:point|play)|an issue|a matter)\b",
    rf"{_LAW}[^.;]{{0,120}}?\b(?:unlikely|has no application|have no application|n/a|no)\b(?:[^\w]*$| to apply| that)",
    rf"{_LAW}\W{{1,4}}(?:no|none|nil|n/a|not applicable|not relevant)\b(?! (?:later|less))",
    r"\bno (?:staff|employees|workers|people|one)\b[^.;]{0,20}?\b(?:to take (?:on|over)|to inherit"
    r"|to be taken (?:on|over))\b",
    r"\b(?:nobody|no one|no-one|none of (?:the|our) \w+)\b[^.;]{0,60}?(?:\btransfer\w*|\bmov(?:e|ing) (?:across|over)"
    r"|com(?:e|ing) across|TUPE)",
    r"\bno (?:\w+ ){0,3}?(?:TUPE|transfers? of undertakings?|staff|employees)\b[^.;]{0,60}?"
    r"\b(?:implications?|transfer\w*|move (?:across|over|to)\b|appl\w+|expected"
    r"|anticipated|envisaged|issues?|liabilit\w+)",
    rf"\b(?:unlikely|not {_THOUGHT}) that\b[^.;]{{0,60}}?\b(?:TUPE|transfer)",
    r"\b(?:do|does) not (?:consider|believe|think|expect|envisage|anticipate)\b[^.;]{0,60}?\b(?:TUPE|transfer)",
)
_YES = _any(
    rf"{_LAW}[^.;]{{0,120}}?\b(?:will|shall|would|does|do|to)\b (?:\w+ ){{0,2}}?(?:apply|transfer|be engaged)\b",
    rf"{_LAW}[^.;]{{0,120}}?\b(?:applies|apply|is applicable|are applicable|may|might|could)\b",
    rf"{_LAW}\W{{0,4}}(?:yes|applies|applicable)\b",
    r"\b(?:expected|entitled|eligible|due|likely|thought|considered|assumed|will|would) (?:to )?(?:\w+ )?transfer\b",
    rf"{_LAW}[^.;]{{0,80}}?\b(?:posts?|roles?|jobs?|staff|employees?|workers?|people|persons?|members)\b[^.;]{{0,60}}?"
    r"\b(?:would|will|may|might|could|(?:are|is) (?:likely|expected|thought|believed) to) be (?:affected|in scope"
    r"|caught"
    r"|covered|within scope|involved)\b",
    r"\bin scope (?:of|for) TUPE\b|\btransfer under (?:the )?TUPE\b|\bTUPE (?:transfer|eligible)\b",
)
_OF_THINGS = _any(
    r"\btransfer(?:s|red|ring)? (?:(?:to (?:the|our) \w+|over|across|all|any|the|its|their|this|these|of|your|our|grant"
    r"|existing|remaining|relevant) ){0,3}(?:grants?|fund(?:s|ing)?|money|monies|payments?|data|records?|files?"
    r"|ownership|title|property|copyright|intellectual|rights?|risks?|assets?|equipment|information|knowledge|calls?"
    r"|goods|stock|stations?|licen[cs]es?|leases?|numbers?|balances?|deposits?|budgets?|patients?|waste)\b",
    r"\b(?:data|records?|files?|fund(?:s|ing)|grants?|ownership|title|property|copyright|risks?|assets?|equipment|calls?"
    r"|patients?|pupils?|residents?|customers?|tenants?|licen[cs]es?|leases?|balances?|goods|stock)\b[^.;]{0,30}?"
    r"\b(?:will|would|to|shall|may|can) (?:be )?(?:\w+ )?transfer",
)
"""What moves is money or things: no word on those who work."""
_MAY = _any(r"\b(?:may|might|could|potentially|possibly|whether|if)\b")
_ADVICE = _any(
    r"\b(?:own|independent|legal|professional)\b[^.;]{0,40}?"
    r"\b(?:advice|advisers?|view|opinion|enquiries|assessment|judgement)\b",
    r"\bsatisfy (?:themselves|yourself|itself)\b|\btake (?:legal )?advice\b|\bform (?:their|your|its) own\b",
)
_POSSIBLE = _any(
    rf"{_LAW}[^.;]{{0,20}}?\b(?:may|might|could) (?:well |also )?appl(?:y|ies)"
    r" (?:where|when|if|in (?:cases|situations))\b"
)
_STAFF = _any(
    rf"{_LAW}|\b(?:staff|employ\w+|workers?|workforce|personnel|people|posts?|jobs?|redundan\w+|transferees?)\b"
)
"""That a sentence, or what it stands under, is about staff at all: advice is taken on much else."""
_THING = _any(
    r"\b(?:titles?|risks?|ownership|property|rights?|responsibilit(?:y|ies)|liabilit(?:y|ies)|licen[cs]es?|copyright|data"
    r"|files?|records?|assets?|information|money|funds?|leases?|knowledge|goods|equipment|services?)\b[^.;,]{0,60}$"
)
"""What else may "transfer": title to goods, the risk, the records."""
_OPEN = _any(r"\bwhether\b|^\W*\[|\bappl(?:y|ies) (?:if|where|when|in (?:situations|cases))\b")
_LABEL = 60
_LABELLED_NO = _any(
    r"^\W{0,4}(?:\d{1,2}(?:\.\d{1,2})?[.)]?\W{1,4})?TUPE[.:]\W{0,4}(?:not applicable|n/a|none|no|does not"
    r" apply)\W{0,3}$"
)
"""A label with its answer: "7. TUPE. Not applicable."."""
_AT_START = _any(
    r"\b(?:on|at|upon|from|with) (?:the )?(?:(?:contract|service|services|agreement) )?(?:commencement|start"
    r"|outset|beginning)\b",
    r"\b(?:new (?:service|contract|requirement)|no (?:existing|current|incumbent|previous|present))\b",
)
"""What a clause of the contract says of its own beginning, which is what bidders ask."""
_END = _any(
    r"\b(?:on|upon|at|after|following|before) (?:the )?(?:\w+ ){0,2}(?:expiry|termination|end|ending|exit) of\b"
    r"[^.;]{0,30}\b(?:contract|agreement|term|services)\b"
)
_WORDS = (
    "tupe", "to transfer", "transfer of undertaking", "transfer regulations", "service provision change",
    "likely to transfer",
    "will transfer", "no transfer", "come across", "coming across", "move across", "moving across", "move over"
    " to", "moving over to", "staff transfer", "transfer of staff", "transfer of"
    " employees", "take on", "take over", "taken on", "taken over", "inherit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Transfer:
    """What one sentence says: "no", "yes", "may", or "advice" where it only sends bidders to their lawyers."""

    says: str
    statement: Statement


def transfers(passages: Passages) -> tuple[Transfer, ...]:
    """Return what the pack says of a transfer of staff when the contract starts, in the order of reading.

    Clauses of the contract itself, definitions and what is to happen at the end of the contract do not count, but a
    clause that rules a transfer out when the contract starts does.
    """
    found: list[Transfer] = []
    papers = any(document.role is not Role.TERMS for document in passages.pack.documents if document.words)
    for passage in passages.having("tupe"):
        if len(passage.text) < _LABEL and _LABELLED_NO.match(passage.text):
            found.append(Transfer("no", Statement(passage.text, passage)))
    for statement in statements(passages.having(*_WORDS)):
        if statement.is_definition or statement.is_option or _END.search(statement.text):
            continue
        clause = is_clause(statement.passage, by_role=papers)
        if clause and not _AT_START.search(statement.text):
            continue
        found.extend(
            Transfer(says, statement) for says in _say(statement) if says == "no" or not clause
        )
    return tuple(found)


def _say(statement: Statement) -> Iterator[str]:
    """Tell what a sentence says; one that only asks whether, and sends to lawyers, says nothing else."""
    text = statement.text
    if _NO.search(text):
        if not text.startswith("["):  # a choice of clauses that nobody has made yet
            yield "no"
        return
    yes, hedged = _YES.search(text), _MAY.search(text)
    if yes is not None and not _STAFF.search(text) and (_THING.search(text[: yes.start()]) or _OF_THINGS.search(text)):
        yes = None
    if _ADVICE.search(text) and (yes is None or hedged):
        if _is_of_staff(statement):
            yield "advice"
    elif yes is not None and (not _OPEN.search(text) or _POSSIBLE.search(text)):
        yield "may" if hedged else "yes"


def _is_of_staff(statement: Statement) -> bool:
    """Whether a sentence, the words before it or its headings speak of staff and their transfer."""
    passage = statement.passage
    before = passage.text.partition(statement.text)[0]
    places = (statement.text, passage.headings, passage.before[-200:], before)
    return any(_STAFF.search(words) for words in places)
