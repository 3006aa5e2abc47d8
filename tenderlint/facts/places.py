"""Where in a pack the parts stand that checks ask for: the terms of the contract, the forms, the criteria."""

from __future__ import annotations

import re

from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_TERMS = late_pattern(
    r"\b(?:terms (?:and|&) conditions|conditions of (?:contract|purchase|appointment)|contract (?:terms|conditions)"
    r"|(?:draft|form of|proposed|specimen) (?:contract|agreement)|articles of agreement|standard (?:terms|conditions)"
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
_LEAST_WORDS = 150
_LEAST_CLAUSES = 4


def names_terms(path: str) -> bool:
    """Say whether the name of a file is one that the terms of a contract have."""
    return _TERMS.search(re.sub(r"[_\-.]+", " ", path.rpartition("/")[2])) is not None


def terms_of(passages: Passages) -> Passage | None:
    """Return the first passage of the contract's terms: a document of that role, or a section that reads like clauses.

    A heading or a sentence that only names the terms is not enough: there must be at least 150 words of clauses.
    """
    for document in passages.pack.documents:
        if document.role is Role.TERMS and document.words >= _LEAST_WORDS:
            return next((each for each in passages.all if each.document is document), None)
    first: Passage | None = None
    words = clauses = 0
    known: dict[tuple[str, ...], bool] = {}
    last: tuple[str, ...] | None = None
    under = False
    for passage in passages.all:
        path = passage.block.place.heading
        if path is not last:
            last = path
            if path not in known:
                known[path] = _names_terms(passage.headings)
            under = known[path]
        if not under:
            continue
        first = first or passage
        words += len(passage.text.split())
        clauses += len(_CLAUSES.findall(passage.text))
        if words >= _LEAST_WORDS and clauses >= _LEAST_CLAUSES:
            return first
    return None


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
