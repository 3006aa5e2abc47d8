"""Tells what a paragraph of a Word file is: heading, clause, item, caption, line of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.model import BlockKind
from tenderlint.readers.labels import LabelKind, Typed, clause_number, typed_depth, typed_label, typed_list
from tenderlint.readers.runs import Words
from tenderlint.readers.word.marks import MarkKind

if TYPE_CHECKING:
    from tenderlint.readers.outline import Outline
    from tenderlint.readers.word.numbering import Number, Numbering
    from tenderlint.readers.word.paragraphs import Paragraph
    from tenderlint.readers.word.styles import Style, Styles

_SENTENCE_END = re.compile(r"[.;:,?]$|[;,.] (?:and|or)$")
_TWO_SENTENCES = re.compile(r"[a-z)]\. [A-Z]")
MOST_HEADING_WORDS = 30
"""A paragraph longer than this is running text, whatever its style says."""
_MANY_HEADING_WORDS = 12
_PART = re.compile(r"(?:section|part|schedule|annex|appendix|attachment|chapter|stage|lot)\s[A-Z0-9]", re.IGNORECASE)
_LIKE_HEADING = re.compile(r"(?=.{0,80}[A-Za-z]{2})[A-Z\d](?:[^:\[_…<«]|:(?! ))*(?<![.;,])")
_MINOR_LETTERS = 90
_MINOR_WORDS = 12


@dataclass(slots=True)
class Told:
    """What a paragraph is. `words` is given where a typed number was cut off them."""

    kind: BlockKind
    style: str = ""
    level: int = 0
    label: str = ""
    clause: str | None = None
    words: Words | None = None
    marks: tuple[tuple[MarkKind, str], ...] = ()
    spacing: str | None = None
    minor: bool = False
    indent: int = 0


class Kinds:
    """Tells what paragraphs are, one after the other, and counts their numbers."""

    def __init__(self, styles: Styles, numbering: Numbering, outline: Outline) -> None:
        self._styles = styles
        self._numbering = numbering
        self._outline = outline
        self._last_typed = ""

    def tell(
        self, own: Paragraph, words: Words, kind: BlockKind | None, in_table: bool, tabbed: bool, contents: bool
    ) -> Told:
        """Say what a paragraph is; `kind` is fixed by where it stands, as in a header or a text box."""
        style = self._styles.style(own.style or self._styles.default)
        told = Told(kind or style.kind, style.name, spacing=style.paragraph.spacing)
        number = self._number(own, style)
        told.indent = _indent(own, style, number)
        if contents or style.kind is BlockKind.CONTENTS:
            told.kind = kind or BlockKind.CONTENTS
            told.label = number.label if number else ""
            return told
        level = style.heading if own.level is None else (own.level + 1) % 10
        if kind is None:
            told.kind = BlockKind.HEADING if level else _not_heading(style.kind)
        if told.kind is BlockKind.HEADING:
            told.level = level
            self._check_heading(told, words, number)
        if number is not None:
            self._numbered(told, words, number, in_table)
        elif words.text:
            self._typed(told, words, typed_label(
                words.text, tabbed, told.kind is BlockKind.HEADING, in_table, self._outline.last
            ))  # fmt: skip
        told.minor = told.kind is BlockKind.PARAGRAPH and not in_table and _is_minor(told.words or words)
        if told.kind is BlockKind.LIST_ITEM and not told.level:
            told.level = 1
        return told

    def go_under(self, told: Told, words: Words) -> None:
        """Let what follows stand under this paragraph, if it is a heading or looks like one."""
        name = f"{told.label} {words.text}" if told.label else words.text
        if told.kind is BlockKind.HEADING:
            self._outline.heading(told.level, name, told.label)
        elif told.minor:
            self._outline.minor_heading(name, words.look.size or 0.0, bool(told.clause))
        elif told.kind is BlockKind.PARAGRAPH and not told.label:
            self._outline.paragraph_at(told.indent)

    def _number(self, own: Paragraph, style: Style) -> Number | None:
        inherited = style.paragraph
        number, depth = own.number, own.depth
        if number is None:
            number = inherited.number
            if depth is None:
                depth = inherited.depth
            if depth is None and number:
                depth = self._numbering.depth(number, style.id)
        return self._numbering.next(number, depth or 0) if number else None

    def _check_heading(self, told: Told, words: Words, number: Number | None) -> None:
        """Whole sentences in the style of a heading, as contracts have them, are running text."""
        text, count = words.text, words.text.count(" ") + 1
        if count > MOST_HEADING_WORDS or (
            count > _MANY_HEADING_WORDS and (_SENTENCE_END.search(text) or _TWO_SENTENCES.search(text))
        ):
            told.kind, told.level = BlockKind.PARAGRAPH, 0
            told.marks = (*told.marks, (MarkKind.HEADING_PARAGRAPH, text[:80]))

    def _numbered(self, told: Told, words: Words, number: Number, in_table: bool) -> None:
        told.label = number.label
        if told.kind is BlockKind.HEADING:
            told.clause = clause_number(number.label)
            return
        plain = told.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if number.legal or (plain and not number.bullet and not in_table and self._heads(words, number)):
            self._outline.number(number.label)
            told.clause = clause_number(number.label)
            told.kind = BlockKind.PARAGRAPH if plain else told.kind
            return
        label = "" if number.bullet else number.label
        depth, told.clause = self._outline.item(number.listed, number.depth, told.indent, label)
        if plain and (number.bullet or len(number.label) <= _LONGEST_MARK):
            told.kind, told.level = BlockKind.LIST_ITEM, depth

    def _heads(self, words: Words, number: Number) -> bool:
        """Tell whether an item of a plain list (1, 2, 3) is the heading of a section."""
        return number.depth == 0 and clause_number(number.label) is not None and _is_minor(words)

    def _typed(self, told: Told, words: Words, typed: Typed | None) -> None:
        if typed is None or told.kind is BlockKind.CAPTION:
            return
        rest = words.without(typed.length)
        if told.kind is BlockKind.HEADING:
            if typed.kind is LabelKind.BULLET:
                return
            told.words, told.label, told.clause = rest, typed.label, clause_number(typed.label)
            return
        told.words, told.label = rest, typed.label
        heads = typed.kind is LabelKind.ITEM and clause_number(typed.label) is not None and _is_minor(rest)
        if typed.kind is LabelKind.CLAUSE or heads:
            self._outline.number(typed.label)
            told.clause = clause_number(typed.label)
            return
        label = "" if typed.kind is LabelKind.BULLET else typed.label
        listed = typed_list(typed.label)
        inner = typed_depth(typed.label, self._last_typed)
        self._last_typed = typed.label
        depth, told.clause = self._outline.item(listed, inner, told.indent, label)
        if told.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            told.kind, told.level = BlockKind.LIST_ITEM, depth
            told.marks = (*told.marks, (MarkKind.TYPED_LIST, typed.label))


_LONGEST_MARK = 8


def _indent(own: Paragraph, style: Style, number: Number | None) -> int:
    if own.indent is not None:
        return own.indent
    if number is not None and number.indent is not None:
        return number.indent
    return style.paragraph.indent or 0


def _not_heading(kind: BlockKind) -> BlockKind:
    return BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind


def _is_minor(words: Words) -> bool:
    """Tell whether a paragraph looks like a heading: short, and bold, underlined or in capitals from end to end."""
    text = words.text
    look = words.look
    if len(text) > _MINOR_LETTERS or not (look.bold or look.underline or text.isupper() or _PART.match(text)):
        return False
    if text.count(" ") >= _MINOR_WORDS or not _LIKE_HEADING.fullmatch(text):
        return False
    if _PART.match(text) or (text.isupper() and " " in text):
        return True
    looks = [look, *(span.look for span in words.spans if span.look is not None)]
    return all(look.bold for look in looks) or all(look.underline for look in looks)
