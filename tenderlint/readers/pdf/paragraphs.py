"""Joins lines into paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.labels import Label
from tenderlint.readers.pdf.leading import Leading
from tenderlint.readers.pdf.lines import Line

LEADERS = late_pattern(r"(?:[.…·_]\s?){4,}")
_CONTENTS = late_pattern(
    r".{0,300}?(?:[.…·_]\s?){4,}\s*(?:\d{1,4}|x{0,3}(?:i[xv]|v?i{1,3}|v|x)|Error![\w\s]{1,60}\.?)", re.DOTALL
)
_ENDS = (".", ":", ";", "!", "?", ".”", ".’", ".)", " and", " or", "; and", "; or")
_NUMERALS = frozenset("0123456789ivx")
_OPEN_ENDS = (" and", " of", " for", " the", " to", " in", " or", " with", " –", " -", ",", "&")


def has_leaders(text: str) -> bool:
    """Tell whether a row of dots or a line to write on stands in a text."""
    if "..." in text or "…" in text or "__" in text or ". ." in text or "··" in text or "_ _" in text:
        return LEADERS.search(text) is not None
    return False


def is_contents(text: str) -> bool:
    """Tell whether a line is one of a list of contents: words, dots, and a page number."""
    if not (text[-1:] in _NUMERALS or "Error!" in text) or not has_leaders(text):
        return False
    return len(LEADERS.findall(text)) == 1 and _CONTENTS.fullmatch(text) is not None


@dataclass(slots=True)
class _Open:
    """The paragraph that lines are being added to; `edge` is where its text starts once that is known."""

    draft: Draft
    first_left: float
    edge: float | None
    right: float  # how far lines go in this region


def paragraphs_of(lines: Iterable[Line], leading: Leading, right: float) -> list[Draft]:
    """Join the lines of a region, from top to bottom, into drafts; `right` is where full lines end."""
    drafts: list[Draft] = []
    state: _Open | None = None
    for line in lines:
        label = line.label()
        if state is not None and _continues(state, line, label, leading):
            _join(state, line)
            continue
        state = _open(line, label, right)
        drafts.append(state.draft)
    _set_levels(drafts)
    return drafts


def _open(line: Line, label: Label | None, right: float) -> _Open:
    if is_contents(line.text):
        return _Open(Draft(BlockKind.CONTENTS, [line], page=line.page), line.left, None, right)
    draft = Draft(BlockKind.PARAGRAPH, [line], page=line.page)
    edge: float | None = line.left
    if label is not None:
        draft.label, draft.clause, draft.skip = label.text, label.clause, label.length
        draft.kind = BlockKind.PARAGRAPH if label.clause else BlockKind.LIST_ITEM
        edge = _edge_after(line, label)
    return _Open(draft, line.left, edge, right)


def _edge_after(line: Line, label: Label) -> float | None:
    """Return where the text after a label starts, when a gap shows it."""
    if len(line.segments) > 1 and label.length >= len(line.segments[0].text):
        return line.segments[1].left
    return None


def _join(state: _Open, line: Line) -> None:
    state.draft.lines.append(line)
    if state.edge is None or len(state.draft.lines) == 2:
        state.edge = line.left


def _continues(state: _Open, line: Line, label: Label | None, leading: Leading) -> bool:
    draft = state.draft
    before = draft.lines[-1]
    drop, size = before.bottom - line.bottom, before.size
    if abs(size - line.size) > 0.12 * size or not -0.25 * size < drop <= leading.limit(size):
        return False
    if draft.kind is BlockKind.CONTENTS or line.segments[0].table is not None:
        return False
    if label is not None and not _is_reference(state, line, label):
        return False
    if has_leaders(line.text) or has_leaders(before.text):
        return False
    room = _room(state, before, line)
    if not _is_aligned(state, line, size, room > 0):
        return False
    return _reads_on(state, before, line, room)


def _reads_on(state: _Open, before: Line, line: Line, room: float) -> bool:
    """Tell whether a line that stands right goes on with the sentence of the line before."""
    ended = before.text.endswith(_ENDS)
    small = line.text[:1].islower()
    if before.bold is not line.bold and (room > 0 or (ended and not small)):
        return False
    if ended:
        return room <= 0
    if small or _is_long_heading(state, before, line):
        return True
    return room <= 0 or room < (0.5 if state.draft.label else 0.12) * (state.right - state.first_left)


def _is_long_heading(state: _Open, before: Line, line: Line) -> bool:
    """A heading is broken where it looks well, not where the line is full."""
    if not (before.bold and line.bold) or before.style != line.style:
        return False
    return before.text.endswith(_OPEN_ENDS) or before.right - state.first_left > 0.75 * (state.right - state.first_left)


def _is_reference(state: _Open, line: Line, label: Label) -> bool:
    """A number at the start of a line may be the end of "in accordance with clause" on the line before."""
    if label.bullet or state.edge is None or abs(line.left - state.edge) > 2:
        return False
    before = state.draft.lines[-1]
    if before.text.endswith(_ENDS) or before.text.endswith(","):
        return False
    rest = line.text[label.length :]
    return _room(state, before, line) <= 0 and (not rest or rest[0].islower() or rest[0] in ".,;)")


def _is_aligned(state: _Open, line: Line, size: float, forced: bool) -> bool:
    slack = 0.45 * size
    draft = state.draft
    if state.edge is None:  # the first line has a label with its text close behind
        return -slack <= line.left - state.first_left <= 7 * size
    if abs(line.left - state.edge) <= slack:
        return True
    before = draft.lines[-1]
    if len(draft.lines) == 1 and any(abs(line.left - each.left) <= slack for each in before.segments[1:]):
        return True  # a hanging first word
    centred = abs((line.left + line.right) - (before.left + before.right)) < size
    if centred and not forced:
        return True
    if len(draft.lines) > 1:
        return False
    if draft.label:  # the second line may go back to the label's edge
        return abs(line.left - state.first_left) <= slack
    return not forced and -6 * size <= line.left - state.edge <= 6 * size


def _room(state: _Open, before: Line, line: Line) -> float:
    """Return how much room the first word of a line would have had on the line before: with any, that line ended."""
    right = state.right
    if len(state.draft.lines) > 2:
        right = max(each.right for each in state.draft.lines)
    first = line.segments[0]
    word = len(first.text.partition(" ")[0])
    width = (first.right - first.left) / max(len(first.text), 1) * (word + 1)
    return right - before.right - width - 0.4 * before.size


def _set_levels(drafts: Sequence[Draft]) -> None:
    """Tell the depth of list items by how far they are set in."""
    lefts: list[float] = []
    for draft in drafts:
        if draft.kind is BlockKind.LIST_ITEM:
            while lefts and draft.left < lefts[-1] - 4:
                lefts.pop()
            if not lefts or draft.left > lefts[-1] + 4:
                lefts.append(draft.left)
            draft.level = min(len(lefts), 9)
        elif lefts and draft.left <= lefts[0] + 4:
            lefts.clear()
