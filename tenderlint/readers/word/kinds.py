"""Finds out what a paragraph of a Word file is before its words are looked at: its style, level, number and look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.model import BlockKind
from tenderlint.readers.telling import Situation, Teller
from tenderlint.readers.word.paragraphs import Paragraph, Signature, read_paragraph
from tenderlint.readers.word.styles import NOTHING_LENT, Lent

if TYPE_CHECKING:
    from lxml import etree

    from tenderlint.readers.outline import Outline
    from tenderlint.readers.word.looks import Base
    from tenderlint.readers.word.numbering import Numbering
    from tenderlint.readers.word.styles import Style, Styles


@dataclass(frozen=True, slots=True)
class Setting:
    """What the place of a paragraph says of it: the kind of its story, its cell and the style of its table."""

    kind: BlockKind | None = None
    in_table: bool = False
    lent: Lent = NOTHING_LENT
    background: str | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from others, cheaply."""
        return self.kind, self.in_table, self.lent.number, self.background


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is the same for all paragraphs with the same properties in the same setting."""

    style: Style
    base: Base
    at: Situation
    number: int  # 0 for none
    depth: int
    spacing: tuple[str, int] | None  # how far its lines stand apart, as Word has it
    first_letter: bool


NO_SETTING = Setting()


class Kinds:
    """Looks at paragraphs one after the other, and counts their numbers."""

    def __init__(self, styles: Styles, numbering: Numbering, outline: Outline) -> None:
        self._styles = styles
        self._numbering = numbering
        self._prepared: dict[tuple[object, ...], Prepared] = {}
        self.teller = Teller(outline)

    def prepared(self, ppr: etree._Element | None, key: Signature, setting: Setting) -> Prepared:
        """Return what paragraph properties with this signature say in a setting."""
        whole = (key, *setting.key)
        found = self._prepared.get(whole)
        if found is None:
            own = read_paragraph(ppr, self._styles.theme) if ppr is not None else Paragraph()
            found = self._prepared[whole] = self._prepare(own, setting)
        return found

    def situation(self, prepared: Prepared, contents: bool) -> Situation:
        """Count a paragraph, and say what is known of it; `contents` says that it is a line of a contents list."""
        at = prepared.at
        if prepared.number:
            number = self._numbering.next(prepared.number, prepared.depth)
            indent = at.indent
            if indent < 0:
                own = prepared.style.paragraph.indent or 0
                indent = own if number is None or number.indent is None else number.indent
            return Situation(at.style, at.level, number, indent, at.fixed, at.in_table, contents)
        return at._replace(contents=True) if contents else at

    def _prepare(self, own: Paragraph, setting: Setting) -> Prepared:
        style = self._styles.style(own.style or self._styles.default)
        inherited = style.paragraph
        number, depth = own.number, own.depth
        if number is None:
            number = inherited.number
            if depth is None:
                depth = inherited.depth
            if depth is None and number:
                depth = self._numbering.depth(number, style.id)
        level = style.heading if own.level is None else (own.level + 1) % 10
        indent = own.indent
        if indent is None:
            indent = -1 if number else inherited.indent or 0  # -1: where the list puts it
        spacing = own.spacing or inherited.spacing or (None if setting.in_table else self._styles.usual.spacing)
        return Prepared(
            style,
            self._styles.base(style, setting.lent, own, setting.background),
            Situation(style.kind, level, None, indent, setting.kind, setting.in_table),
            number or 0,
            depth or 0,
            spacing,
            own.first_letter,
        )
