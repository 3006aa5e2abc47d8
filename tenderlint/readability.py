"""How hard running text is to read: our own counts, and the usual formulas over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from tenderlint.facts.statements import sentences
from tenderlint.model import Block, BlockKind, Document, Extent, Pack, Revision, Role
from tenderlint.patterns import late_pattern
from tenderlint.syllables import syllables

LEAST_WORDS = 100
"""Below this many words of running text no score means anything."""

_WORD = late_pattern(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_STOPS = (".", "!", "?")
_CLOSING = "\"'”’)]*» "
_APART = frozenset({Role.TERMS, Role.NOTICE})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX})
_LEAST_IN_SENTENCE = 4
_LEAST_WITHOUT_STOP = 6
_VERB = late_pattern(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|does|do|did|will|would|shall|should|must|may|might|can|could"
    r"|cannot|ought)\b",
    re.IGNORECASE,
)
_ASKING = late_pattern(
    r"(?:please|provide|describe|explain|state|give|tell|say|list (?:all|any|each|the|your)|complete|confirm|attach"
    r"|set out|submit|send|include|identify|outline|demonstrate|indicate|enter|tick|ensure|do not)\s",
    re.IGNORECASE,
)
_YES_NO = late_pattern(r"\byes\s?/\s?no\b", re.IGNORECASE)
_ADDRESS = late_pattern(r"(?:https?://|www\.)\S+|\S+@\S+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of running text, the block that holds it, and how many words it has."""

    text: str
    block: Block
    words: int

    @property
    def is_whole(self) -> bool:
        """Whether it starts and ends as a sentence does, and is no part of one that a list or a page breaks up."""
        text = self.text.strip(_CLOSING + "“‘([")
        return text[:1].isupper() and self.text.rstrip(_CLOSING).endswith(_STOPS)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas need. Acronyms are words but have no syllables, so they are left out of `spoken`."""

    words: int = 0
    sentences: int = 0
    spoken: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words, self.sentences + other.sentences, self.spoken + other.spoken,
            self.syllables + other.syllables, self.polysyllables + other.polysyllables, self.letters + other.letters,
        )  # fmt: skip

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence in words."""
        return self.words / max(self.sentences, 1)

    @property
    def syllables_per_word(self) -> float:
        """The mean length of a word in syllables."""
        return self.syllables / max(self.spoken, 1)


@dataclass(frozen=True)
class Prose:
    """The running text that bidders read from start to end, without tables, headings, forms and terms of contract."""

    pack: Pack

    @cached_property
    def by_document(self) -> dict[str, tuple[Sentence, ...]]:
        """The sentences of each document that was read and holds any, but for terms of contract and notices."""
        found = {
            document.path: tuple(sentences_of(document))
            for document in self.pack.documents
            if document.extent is not Extent.NOT and document.role not in _APART
        }
        return {path: rows for path, rows in found.items() if rows}


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of a document's running text; items of a list and labels count when they are sentences."""
    for block in document.blocks:
        if not _is_running_text(block):
            continue
        for text in sentences(block.text):
            words = len(_WORD.findall(text))
            if _is_sentence(text, words):
                yield Sentence(text, block, words)


def count(rows: Iterable[Sentence]) -> Counts:
    """Count words, syllables and letters over sentences; each different word is looked up once."""
    total = number = 0
    texts = []
    for row in rows:
        number += 1
        total += row.words
        texts.append(row.text)
    spoken = sounds = many = letters = 0
    for word, times in Counter(_WORD.findall("\n".join(texts))).items():
        letters += len(word) * times
        if len(word) > 1 and word.isupper():
            continue
        heard = syllables(word.lower().replace("’", "'"))
        spoken += times
        sounds += heard * times
        many += times if heard > 2 else 0
    return Counts(total, number, spoken, sounds, many, letters)


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the United States school grade (Kincaid and others, 1975)."""
    return 0.39 * counts.words_per_sentence + 11.8 * counts.syllables_per_word - 15.59


def flesch_ease(counts: Counts) -> float:
    """Return Flesch's reading ease, 100 for easy to 0 for very hard (Flesch, 1948)."""
    return 206.835 - 1.015 * counts.words_per_sentence - 84.6 * counts.syllables_per_word


def smog_grade(counts: Counts) -> float:
    """Return the SMOG grade (McLaughlin, 1969), from words of three syllables and more."""
    return 1.0430 * sqrt(counts.polysyllables * 30 / max(counts.sentences, 1)) + 3.1291


def reading_age(counts: Counts) -> float:
    """Return the age in years at which most people can read the text: the Flesch–Kincaid grade and five years."""
    return flesch_kincaid_grade(counts) + 5


def _is_running_text(block: Block) -> bool:
    """Say whether a block is read from start to end: no table, no heading, no cell of a sheet, nothing taken out."""
    if block.kind not in _PROSE or block.table is not None or block.revision is Revision.DELETED:
        return False
    return not block.place.part.startswith(("cell", "row"))


def _has_blanks(text: str) -> bool:
    return "...." in text or "……" in text or "____" in text or "☐" in text or "□" in text


def _is_sentence(text: str, words: int) -> bool:
    """Words that no stop closes are a sentence only with a verb: labels, addresses and items of a list have none."""
    if words < _LEAST_IN_SENTENCE or text.isupper() or _has_blanks(text):
        return False
    if "/" in text and _YES_NO.search(text):
        return False
    addressed = "@" in text or "www." in text or "://" in text
    if addressed and len(_WORD.findall(_ADDRESS.sub("", text))) < _LEAST_IN_SENTENCE:
        return False
    if text.rstrip(_CLOSING).endswith(_STOPS):
        return True
    return words >= _LEAST_WITHOUT_STOP and (_VERB.search(text) is not None or _ASKING.match(text) is not None)
