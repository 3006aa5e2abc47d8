"""What each document of a pack is for, told from its name, its title and its first headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlint.model import BlockKind, Document, Role

_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.NOTICE, r"(?:contract|tender|award|find a tender) notice|ocds"),
    (Role.QUESTIONS, r"q ?(?:&|and) ?a\b|questions and answers|clarification (?:log|questions|responses)"),
    (Role.AMENDMENT, r"amendment|addendum|corrigendum|erratum"),
    (Role.TUPE, r"\btupe\b|workforce information|employee liability information"),
    (Role.SELECTION, r"selection questionnaire|pre-?qualification|\bpqq\b|\bs?sq\b|\bpsq\b|procurement specific"),
    (Role.PRICING, r"pric(?:e|ing) (?:schedule|form|response|envelope|matrix)|commercial (?:response|envelope)"
                   r"|bill of quantities|cost model|schedule of rates|pricing"),
    (Role.EVALUATION, r"evaluation (?:criteria|methodology|model|guide)|award criteria|scoring (?:guide|matrix)"),
    (Role.FORM, r"form of (?:tender|offer)|tender (?:submission|response) form|response (?:form|document|template)"
                r"|(?:declaration|certificate|application form|quotation form)|method statements?|questionnaire"
                r"|(?:complaints?|feedback|evaluation) form|order form|expression of interest form|form\b"),
    (Role.INSTRUCTIONS, r"invitation to (?:tender|quote|participate|negotiate|bid|treat)|\bi?itt\b|\bitq\b|\brf[qp]\b"
                        r"|request for (?:quotations?|proposals?|quotes?|tenders?|bids?)|instructions?"
                        r"|(?:about|conduct of) the procurement|how to bid|tender (?:information|document|pack)"
                        r"|mini-?competition|further competition|expressions? of interest"),
    (Role.SPECIFICATION, r"specification|statement of (?:requirements?|work)|requirements?|service description|scope"),
    (Role.TERMS, r"terms (?:and|&) conditions|conditions of contract|contract terms|(?:draft|form of) (?:contract"
                 r"|agreement)|framework agreement|call-?off (?:terms|schedule|contract)|core terms|joint schedule"
                 r"|agreement|contract"),
    (Role.GUIDANCE, r"guidance|guide|how to complete|easy read|help notes?"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _WORDS)
_SEPARATORS = re.compile(r"[_\s]+|(?<=[a-z])(?=[A-Z])")


def with_roles(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents, each with its role."""
    return tuple(replace(document, role=role_of(document)) for document in documents)


def role_of(document: Document) -> Role:
    """Tell what a document is for: its name first, then its title, then its first headings."""
    for words in _names(document):
        for role, pattern in _PATTERNS:
            if pattern.search(words):
                return role
    return Role.OTHER


def _names(document: Document) -> Iterator[str]:
    yield _SEPARATORS.sub(" ", document.path.rpartition("/")[2].rpartition(".")[0] or document.path)
    if document.structure.title:
        yield document.structure.title
    early = document.blocks[:25]
    yield from (block.text for block in early if block.kind is BlockKind.HEADING)
    yield from (block.text for block in early[:8] if block.kind is BlockKind.PARAGRAPH and len(block.text) < 120)
