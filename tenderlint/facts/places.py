"""Where in a pack the parts stand that checks ask for: the terms of the contract, the forms, the criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern

_TERMS = late_pattern(
    r"\b(?:terms (?:and|&) conditions|conditions of (?:contract|purchase|appointment)|contract(?:ing)? (?:terms"
    r"|conditions)|(?:draft|form of|proposed|specimen) (?:contract|agreement)|articles of agreement"
    r"|standard(?:i[sz]ed)? (?:terms|conditions)"
    r"|terms of (?:contract|appointment|engagement)|general conditions|contractual (?:terms|requirements)|core terms"
    r"|contract particulars)\b",
    re.IGNORECASE,
)
_CUES = ("term", "condition", "contract", "agreement")
"""Every name of the terms holds one of these."""
_CLAUSES = late_pattern(
    r"\b(?:indemnif\w+|terminat\w+|liabilit\w+|assign\w*|governing law|force majeure|confidential\w*|shall)\b",
    re.IGNORECASE,
)
_CLAUSE = late_pattern(
    r"\b(?:conditions of (?!(?:the )?(?:tender|participation|response|quotation|bid|entry|offer))|terms (?:and|&|of)\b"
    r"|definitions?\b|interpretation|expiry|exit\b|termination|consequences of|glossary)",
    re.IGNORECASE,
)
_INVITING = frozenset(
    {Role.INSTRUCTIONS, Role.EVALUATION, Role.SELECTION, Role.NOTICE, Role.AMENDMENT, Role.QUESTIONS}
)
_SILENT = frozenset({Role.TERMS, Role.GUIDANCE, Role.PRICING, Role.TUPE})
_INVITES = (
    "invited to tender", "invited to quote", "invited to bid", "invited to submit", "invites tenders", "invites bids",
    "invites quotations", "invites proposals", "invites applications", "request for quotation", "call for proposals",
    "tenders must be", "quotations must be", "bids must be", "proposals must be", "applications must be",
    "closing date", "apply by", "tender deadline", "deadline for submission", "submit a quotation", "submit a tender",
    "would like a quotation", "please quote", "send your proposal", "how we choose", "how we will choose",
    "who can bid", "who may bid", "who can apply", "how to apply", "how to bid", "how to quote", "bids in by",
    "quotes by", "quotes in by", "send us your", "send your bid", "send your quot", "your quotation",
    "glad to have your price", "fill in the form",
)  # fmt: skip
_MARGINS = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_LEAST_WORDS = 150
_LEAST_CLAUSES = 4
_NUMBERED = late_pattern(r"(\d{1,2})[.)]? +\D")
_NO_RUN = -1
_MOST_BETWEEN = 3  # passages, such as headings, between two of one section
_MOST_MISSED = 3  # numbers: so many headings of clauses in a row may not have been told as headings


def names_terms(path: str) -> bool:
    """Say whether the name of a file is one that the terms of a contract have."""
    return _TERMS.search(re.sub(r"[_\-.]+", " ", path.rpartition("/")[2])) is not None


def terms_of(passages: Passages) -> Passage | None:
    """Return the first passage of the contract's terms: a document of that role, or a section that reads like clauses.

    A heading or a sentence that only names the terms is not enough: there must be at least 150 words of clauses.
    """
    papers = [each for each in passages.pack.documents if each.role is Role.TERMS and each.words >= _LEAST_WORDS]
    if papers:
        longest = max(papers, key=lambda each: each.words)
        own = (each for each in passages.all if each.document is longest and each.block.kind not in _MARGINS)
        return next(own, None)
    first = last = None
    words = clauses = 0
    for passage in _under_terms(passages):
        first = passage if first is None or last is None or passage.index > last + _MOST_BETWEEN else first
        last = passage.index
        words += len(passage.text.split())
        clauses += len(_CLAUSES.findall(passage.text))
        if words >= _LEAST_WORDS and clauses >= _LEAST_CLAUSES:
            return first
    return None


def _under_terms(passages: Passages) -> Iterator[Passage]:
    """Yield what stands under a heading that names the terms, or under the numbered clauses that follow it."""
    known: dict[tuple[str, ...], bool] = {}
    last: tuple[str, ...] | None = None
    under, clause = False, _NO_RUN
    for passage in passages.all:
        if passage.block.kind is BlockKind.HEADING:
            clause = 0 if _names_terms(passage.text) else clause
            continue
        path = passage.block.place.heading
        if path is not last:
            last = path
            if path not in known:
                known[path] = _names_terms(passage.headings)
            clause = _next_clause(path, clause)
            under = known[path] or clause > 0
        if under:
            yield passage


def _next_clause(path: tuple[str, ...], clause: int) -> int:
    """The number of the clause that a heading opens, where it goes on from the clause before it; else no run."""
    number = _NUMBERED.match(path[-1]) if path and clause != _NO_RUN else None
    if number is None:
        return clause if clause == 0 else _NO_RUN
    return int(number[1]) if clause < int(number[1]) <= clause + _MOST_MISSED else _NO_RUN


def _names_terms(headings: str) -> bool:
    small = headings.lower()
    return any(cue in small for cue in _CUES) and _TERMS.search(headings) is not None


def invites(passages: Passages) -> bool:
    """Say whether the pack holds an invitation: without one, what it does not say may stand in another paper.

    A contract, a specification, a price list or a guide to buying alone invites nobody.
    """
    roles = {document.role for document in passages.pack.documents if document.words}
    if not roles or roles & _INVITING:
        return True
    return any(passage.role not in _SILENT for passage in passages.having(*_INVITES))


def is_clause(passage: Passage, *, by_role: bool = True) -> bool:
    """Say whether a passage is a clause of the contract: it binds those who sign, and tells bidders nothing new.

    Where one document is the whole pack, its role tells little: then `by_role` is False and the headings decide.
    """
    return (by_role and passage.role is Role.TERMS) or _CLAUSE.search(passage.headings) is not None
