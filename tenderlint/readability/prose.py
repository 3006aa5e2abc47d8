"""Picks the running text of a document out of its blocks, and says how many words of what kind are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from tenderlint.facts.statements import holds_any, sentences
from tenderlint.model import Block, BlockKind, Document, Extent, Pack, Revision, Role, walk
from tenderlint.patterns import late_pattern
from tenderlint.readability.counts import (
    Counts,
    counts_of,
    has_verb,
    parts_in,
    plain_words,
    tally,
    words_in,
)

LEAST_WORDS = 100
"""Below this many words of running text no score means anything."""

APART = {Role.TERMS: "terms of contract", Role.NOTICE: "notices"}
"""Documents that are not scored with the rest, and what their words are called among those left out."""
TABLES = "tables"
_SIGNS = "numbers and signs"
_LABELS, _ITEMS = "very short sentences, labels, addresses and blanks", "items of lists that are no sentences"
_OTHERS = {
    BlockKind.HEADING: "headings",
    BlockKind.CONTENTS: "contents, headers and footers",
    BlockKind.HEADER: "contents, headers and footers",
    BlockKind.FOOTER: "contents, headers and footers",
    BlockKind.CAPTION: "captions, comments and form fields",
    BlockKind.COMMENT: "captions, comments and form fields",
    BlockKind.FORM_FIELD: "captions, comments and form fields",
}
_STOPS = (".", "!", "?")
_CLOSING = "\"'”’)]*» "
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX})
_LEAST_IN_SENTENCE = 4
_LEAST_WITHOUT_STOP = 6
_LEAST_OF_TERMS = 150
"""A section that names the terms of contract but has fewer words only tells where they stand."""
_ASKING = late_pattern(
    r"(?:please|provide|describe|explain|state|give|tell|say|list (?:all|any|each|the|your)|complete|confirm|attach"
    r"|set out|submit|send|include|identify|outline|demonstrate|indicate|enter|tick|ensure|do not)\s",
    re.IGNORECASE,
)
_YES_NO = late_pattern(r"\byes\s?/\s?no\b", re.IGNORECASE)
_TERMS = (
    "terms and conditions", "terms & conditions", "conditions of contract", "conditions of purchase",
    "conditions of appointment", "contract terms", "contract conditions", "contract clauses", "draft contract",
    "draft agreement", "form of contract", "form of agreement", "proposed contract", "proposed agreement",
    "specimen contract", "specimen agreement", "articles of agreement", "standard terms", "standard conditions",
    "general conditions", "contract particulars",
)  # fmt: skip
_OF_BIDDING = ("tender", "bid", "quotation", "participat", "respons", "submission", "offer")


class Sentence(NamedTuple):  # made for every sentence, and a tuple is made in a third of the time of a dataclass
    """A sentence of running text, the block that holds it, how many words it has, and their tally."""

    text: str
    block: Block
    words: int
    sums: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it starts and ends as a sentence does, and is no part of one that a list or a page breaks up."""
        text = self.text.strip(_CLOSING + "“‘([")
        return text[:1].isupper() and self.text.rstrip(_CLOSING).endswith(_STOPS)


_sentence = Sentence._make  # a third of the cost of naming each part
_SUMS = attrgetter("sums")


class Running(NamedTuple):
    """The running text of one document, in sentences, and how many words of each other kind it has.

    `apart` are the sentences of the terms of contract, which are not scored with the rest. Words that are left out
    are counted as Word counts them: stretches without white space.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    apart: tuple[Sentence, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True)
class Prose:
    """The running text that bidders read from start to end, without tables, headings, forms and terms of contract."""

    pack: Pack

    @cached_property
    def running(self) -> dict[str, Running]:
        """The running text of each document that was read; of terms of contract and notices only their length."""
        return {
            document.path: left_apart(document) if document.role in APART else running_text(document)
            for document in self.pack.documents
            if document.extent is not Extent.NOT
        }

    @cached_property
    def by_document(self) -> dict[str, tuple[Sentence, ...]]:
        """The sentences of each document that was read and holds any, but for terms of contract and notices."""
        return {path: found.sentences for path, found in self.running.items() if found.sentences}

    @cached_property
    def counts(self) -> dict[str, Counts]:
        """The counts of each document that was read."""
        return {path: count(found.sentences) for path, found in self.running.items()}


def count(rows: Iterable[Sentence]) -> Counts:
    """Count words, syllables and letters over sentences."""
    all_sums = list(map(_SUMS, rows))
    return counts_of(len(all_sums), sum(all_sums))


def in_tables(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that stand in the tables of a document, which are not scored with its running text."""
    tables = (block for block in document.blocks if block.table is not None)
    for block in walk(tables):
        if block.text and block.kind in _PROSE and block.revision is not Revision.DELETED:
            for text in sentences(block.text):
                sums = tally(text)
                words = words_in(sums)
                if words >= _LEAST_IN_SENTENCE and _is_sentence(text, words, sums):
                    yield Sentence(text, block, words, sums)


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of a document's running text; items of a list and labels count when they are sentences."""
    yield from running_text(document, whole=True).sentences


def left_apart(document: Document) -> Running:
    """Return a document that is not scored: all its words are left out as what it is."""
    return Running(document, (), (), {APART[document.role]: document.words})


def running_text(document: Document, *, whole: bool = False) -> Running:
    """Return the running text of a document; a section of contract terms stands apart, unless all is wanted whole."""
    found: list[Sentence] = []
    terms: list[int] = []
    left: dict[str, int] = {}
    under, path = False, None
    for block in document.blocks:
        if block.table is not None or block.revision is Revision.DELETED:
            continue
        part = block.place.part
        if block.kind not in _PROSE or (part and part.startswith(("cell", "row"))):
            _add(left, _OTHERS.get(block.kind, TABLES), block.text)
            continue
        if block.place.heading is not path:
            path = block.place.heading
            under = not whole and any(map(_names_terms, path))
        start = len(found)
        for text in sentences(block.text):
            sums = tally(text)
            words = words_in(sums)
            if words >= _LEAST_IN_SENTENCE and _is_sentence(text, words, sums):
                found.append(_sentence((text, block, words, sums)))
            else:
                kind = _ITEMS if block.kind is BlockKind.LIST_ITEM else _LABELS
                left[kind] = left.get(kind, 0) + parts_in(sums)
        if under:
            terms.extend(range(start, len(found)))
    return _sorted_out(document, found, terms, left)


def _sorted_out(document: Document, found: list[Sentence], terms: list[int], left: dict[str, int]) -> Running:
    """Set the terms apart where they are there in full, and put down as words of tables what is not yet told."""
    apart = [found[index] for index in terms]
    sums = _added_up(apart)
    if words_in(sums) < _LEAST_OF_TERMS:
        apart = []
    else:
        gone = set(terms)
        found = [row for index, row in enumerate(found) if index not in gone]
        left[APART[Role.TERMS]] = parts_in(sums)
    sums = _added_up(found)
    scored, length = words_in(sums), parts_in(sums)
    told = sum(left.values()) + length
    if length > scored:
        left[_SIGNS] = length - scored
    if document.words > told:
        left[TABLES] = left.get(TABLES, 0) + document.words - told
    return Running(document, tuple(found), tuple(apart), left)


def _added_up(rows: Iterable[Sentence]) -> int:
    return sum(map(_SUMS, rows))


def _add(left: dict[str, int], kind: str, text: str) -> None:
    if text:
        left[kind] = left.get(kind, 0) + len(text.split())


@lru_cache(maxsize=4096)
def _names_terms(heading: str) -> bool:
    small = heading.lower()
    return holds_any(small, _TERMS) and not holds_any(small, _OF_BIDDING)


def _is_sentence(text: str, words: int, sums: int) -> bool:
    """Words that no stop closes are a sentence only with a verb: labels, addresses and items of a list have none."""
    if plain_words(sums) < _LEAST_IN_SENTENCE or text.isupper():
        return False
    if "/" in text and _YES_NO.search(text):
        return False
    if text.endswith(_STOPS) or text.rstrip(_CLOSING).endswith(_STOPS):
        return True
    return words >= _LEAST_WITHOUT_STOP and (has_verb(sums) or _ASKING.match(text) is not None)
