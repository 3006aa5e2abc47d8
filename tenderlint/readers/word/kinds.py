"""Finds out what a paragraph of a Word file is before its words are looked at: its style, level and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlint.readers.telling import Situation, Teller

if TYPE_CHECKING:
    from tenderlint.model import BlockKind
    from tenderlint.readers.outline import Outline
    from tenderlint.readers.telling import Number
    from tenderlint.readers.word.numbering import Numbering
    from tenderlint.readers.word.paragraphs import Paragraph
    from tenderlint.readers.word.styles import Style, Styles


class Kinds:
    """Looks at paragraphs one after the other, and counts their numbers."""

    def __init__(self, styles: Styles, numbering: Numbering, outline: Outline) -> None:
        self._styles = styles
        self._numbering = numbering
        self.teller = Teller(outline)

    def style(self, own: Paragraph) -> Style:
        """Return the style of a paragraph."""
        return self._styles.style(own.style or self._styles.default)

    def situation(self, own: Paragraph, fixed: BlockKind | None, in_table: bool, contents: bool) -> Situation:
        """Say what is known of the next paragraph, and count it; `fixed` is its kind, as in a header."""
        style = self.style(own)
        number = self._number(own, style)
        level = style.heading if own.level is None else (own.level + 1) % 10
        return Situation(style.kind, level, number, _indent(own, style, number), fixed, in_table, contents)

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


def _indent(own: Paragraph, style: Style, number: Number | None) -> int:
    if own.indent is not None:
        return own.indent
    if number is not None and number.indent is not None:
        return number.indent
    return style.paragraph.indent or 0
