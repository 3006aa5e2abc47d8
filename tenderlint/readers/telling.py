"""Tells what a paragraph of an office document is: heading, clause, item, caption, line of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.labels import LabelKind, Typed, clause_number, typed_depth, typed_label, typed_list
from tenderlint.readers.outline import Outline
from tenderlint.readers.runs import Words

_SENTENCE_END = late_pattern(r"[.;:,?]$|[;,.] (?:and|or)$")
_TWO_SENTENCES = late_pattern(r"[a-z)]\. [A-Z]")
_PART = late_pattern(r"(?:section|part|schedule|annex|appendix|attachment|chapter|stage|lot)\s[A-Z0-9]", re.IGNORECASE)
_LIKE_HEADING = late_pattern(r"(?=.{0,80}[A-Za-z]{2})[A-Z\d](?:[^:\[_…<«]|:(?! ))*(?<![.;,])")
_ADDRESS_END = late_pattern(r"(?:[^\d]{1,40}[\s,])?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
"""The last line of an address: a postcode, with its town or without."""
_TYPED_GAP = late_pattern(r"\s*\S{1,12}[ \u00a0]?\t")
MOST_HEADING_WORDS = 30
"""A paragraph longer than this is running text, whatever its style says."""
_MANY_HEADING_WORDS = 12
_MINOR_LETTERS = 90
_MINOR_WORDS = 12
_PART_WORDS = 8  # "Part A of the form must be ..." is longer
_LONGEST_MARK = 8


class Number(NamedTuple):
    """What a list puts before a paragraph; `legal` says that the list is one of clauses (1, 1.1 ...)."""

    label: str
    depth: int  # from 0
    bullet: bool
    legal: bool
    listed: object  # tells the list from others
    indent: int | None = None  # how far from the margin the list puts its items, in twentieths of a point


class Situation(NamedTuple):
    """What is known of a paragraph before its words are looked at. `level` is that of a heading, 0 for none."""

    style: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: Number | None = None
    indent: int = 0
    fixed: BlockKind | None = None  # its kind, where that depends on where it stands, as in a header
    in_table: bool = False
    contents: bool = False


@dataclass(slots=True)
class Told:
    """What a paragraph is. `words` are its words without a number that was typed before them."""

    kind: BlockKind
    words: Words
    level: int = 0
    label: str = ""
    clause: str | None = None
    minor: bool = False  # it looks like a heading and is none
    sentence: bool = False  # it has the style of a heading and is running text
    typed: str = ""  # the bullet or number of an item that was typed


class Teller:
    """Tells what the paragraphs of one document are, one after the other."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._last_typed = ""

    def tell(self, at: Situation, words: Words, raw: str) -> Told:
        """Say what a paragraph is; `raw` holds its words before their white space was folded."""
        told = Told(at.fixed or at.style, words)
        number = at.number
        if at.contents or at.style is BlockKind.CONTENTS:
            told.kind = at.fixed or BlockKind.CONTENTS
            told.label = number.label if number else ""
            return told
        if at.fixed is None:
            self._head(at, told)
        if number is not None:
            self._numbered(told, number, at)
        elif words.text:
            self._typed(told, at, raw)
        told.minor = told.kind is BlockKind.PARAGRAPH and not at.in_table and looks_like_heading(told.words)
        if told.kind is BlockKind.LIST_ITEM and not told.level:
            told.level = 1
        if told.kind is BlockKind.HEADING and told.words.text:
            self._outline.rise(told.level)
        elif told.minor and not told.clause:
            self._outline.leave_clause()
        return told

    def go_under(self, told: Told, indent: int) -> None:
        """Let what follows stand under this paragraph, if it is a heading or looks like one."""
        text = told.words.text
        if told.kind is BlockKind.HEADING or told.minor:
            name = f"{told.label} {text}" if told.label else text
            if told.minor:
                self._outline.minor_heading(name, told.words.look.size or 0.0, bool(told.clause))
            elif text:
                self._outline.heading(told.level, name, told.label)
        elif told.kind is BlockKind.PARAGRAPH and not told.label:
            self._outline.paragraph_at(indent)

    def _head(self, at: Situation, told: Told) -> None:
        """Whole sentences in the style of a heading, as contracts have them, are running text."""
        if not at.level:
            told.kind = BlockKind.PARAGRAPH if at.style is BlockKind.HEADING else at.style
            return
        text = told.words.text
        count = text.count(" ") + 1
        if count > MOST_HEADING_WORDS or (
            count > _MANY_HEADING_WORDS and (_SENTENCE_END.search(text) or _TWO_SENTENCES.search(text))
        ):
            told.kind, told.sentence = BlockKind.PARAGRAPH, True
            return
        told.kind, told.level = BlockKind.HEADING, at.level

    def _numbered(self, told: Told, number: Number, at: Situation) -> None:
        told.label = number.label
        if told.kind is BlockKind.HEADING:
            told.clause = clause_number(number.label)
            return
        plain = told.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if number.legal or (plain and not at.in_table and self._heads(number, told.words)):
            self._outline.number(number.label)
            told.clause = clause_number(number.label)
            told.kind = BlockKind.PARAGRAPH if plain else told.kind
            return
        label = "" if number.bullet else number.label
        depth, told.clause = self._outline.item(number.listed, number.depth, at.indent, label)
        if plain and len(number.label) <= _LONGEST_MARK:
            told.kind, told.level = BlockKind.LIST_ITEM, depth

    def _heads(self, number: Number, words: Words) -> bool:
        """Tell whether an item of a plain list (1, 2, 3) is the heading of a section."""
        return (
            not number.bullet
            and number.depth == 0
            and clause_number(number.label) is not None
            and looks_like_heading(words)
        )

    def _typed(self, told: Told, at: Situation, raw: str) -> None:
        tabbed = "\t" in raw and _TYPED_GAP.match(raw) is not None
        heading = told.kind is BlockKind.HEADING
        typed = typed_label(told.words.text, tabbed, heading, at.in_table, self._outline.last)
        if typed is None or told.kind is BlockKind.CAPTION or (heading and typed.kind is LabelKind.BULLET):
            return
        told.words, told.label = told.words.without(typed.length), typed.label
        if heading:
            told.clause = clause_number(typed.label)
        elif typed.kind is LabelKind.CLAUSE or self._typed_heads(typed, told.words):
            self._outline.number(typed.label)
            told.clause = clause_number(typed.label)
        else:
            self._typed_item(told, typed, at.indent)

    def _typed_heads(self, typed: Typed, words: Words) -> bool:
        return typed.kind is LabelKind.ITEM and clause_number(typed.label) is not None and looks_like_heading(words)

    def _typed_item(self, told: Told, typed: Typed, indent: int) -> None:
        label = "" if typed.kind is LabelKind.BULLET else typed.label
        inner = typed_depth(typed.label, self._last_typed)
        self._last_typed = typed.label
        depth, told.clause = self._outline.item(typed_list(typed.label), inner, indent, label)
        if told.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            told.kind, told.level, told.typed = BlockKind.LIST_ITEM, depth, typed.label


def looks_like_heading(words: Words) -> bool:
    """Tell whether a paragraph looks like a heading: short, and bold, underlined or in capitals from end to end."""
    text, look = words.text, words.look
    if len(text) > _MINOR_LETTERS or not (look.bold or look.underline or text.isupper() or _PART.match(text)):
        return False
    if text.count(" ") >= _MINOR_WORDS or not _LIKE_HEADING.fullmatch(text) or _ADDRESS_END.fullmatch(text):
        return False
    if text.isupper() and " " in text:
        return True
    if _PART.match(text) and text.count(" ") < _PART_WORDS and not text.endswith(":"):
        return True
    looks = [look, *(span.look for span in words.spans if span.look is not None)]
    return all(each.bold for each in looks) or all(each.underline for each in looks)
