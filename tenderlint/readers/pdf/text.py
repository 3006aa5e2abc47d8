"""Puts the words of lines together into one text, with what stands out in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tenderlint.model import BlockKind, Look, Span
from tenderlint.readers.pdf.addresses import is_divided, may_be_divided
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.lines import Line
from tenderlint.readers.pdf.paragraphs import LEADERS
from tenderlint.readers.pdf.types import Segment, Style

_BLANK = 0.16  # in ems: a wider gap between words is a blank, whatever the file says
_DIVIDED = 0.3  # of the hyphens at the ends of lines
_STRIP = ".,;:()[]“”\"'‘’!?"


@dataclass(slots=True)
class Hyphens:
    """Decides whether a hyphen at the end of a line belongs to its word, by the words of the document.

    `divided` is True for a document that was set with words divided at the ends of lines.
    """

    words: set[str] = field(default_factory=set)
    divided: bool = False

    def learn(self, segments: Sequence[Segment]) -> None:
        """Take in the words of a page."""
        self.words.update(" ".join([segment.text for segment in segments]).lower().split())

    def judge(self, pages: Iterable[Sequence[Segment]]) -> None:
        """See, once all words are known, whether hyphens mostly divide words that are written as one elsewhere."""
        whole = parts = 0
        for segments in pages:
            for before, after in pairwise(segments):
                if before.hyphen:
                    one, two = _ends(before.text, after.text)
                    whole += one + two in self.words
                    parts += 1
        self.divided = whole > 1 and whole >= _DIVIDED * parts

    def keeps(self, before: str, after: str) -> bool:
        """Tell whether what ends a line and what starts the next, with a hyphen between, are written with it."""
        one, two = _ends(before, after)
        if one + two in self.words:
            return False
        if f"{one}-{two}" in self.words or not two[:1].isalpha() or not one[-1:].isalpha():
            return True
        if not self.divided or any(sign in one for sign in "-/@"):
            return True
        return len(one) > 2 and one in self.words and two in self.words


def _ends(before: str, after: str) -> tuple[str, str]:
    return before.lower().rpartition(" ")[2].strip(_STRIP), after.lower().partition(" ")[0].strip(_STRIP)


@dataclass(slots=True)
class Words:
    """A text, the style that most of it has, and where it looks different or leads somewhere."""

    text: str = ""
    style: Style | None = None
    spans: tuple[Span, ...] = ()


class _Run(NamedTuple):
    start: int
    style: Style
    link: str | None


def plain_text(draft: Draft) -> str:
    """Return the words of a draft without its label, for a look at them: hyphens are not put right."""
    if draft.words or not draft.lines:
        return draft.words
    if len(draft.lines) == 1:
        return draft.lines[0].text[draft.skip :]
    return " ".join(line.text for line in draft.lines)[draft.skip :]


def words_of(draft: Draft, hyphens: Hyphens) -> Words:
    """Return the words of a draft without its label, with their styles and links."""
    if draft.words or not draft.lines:
        return Words(draft.words)
    first = draft.lines[0].segments[0]
    simple = len(draft.lines) == 1 and len(draft.lines[0].segments) == 1 and len(first.runs) == 1
    if simple and first.link is None and draft.kind is not BlockKind.CONTENTS:
        return Words(first.text[draft.skip :], first.runs[0][1])
    text, runs = _together(draft.lines, hyphens)
    if draft.kind is BlockKind.CONTENTS:
        return Words(" ".join(LEADERS.sub(" ", text).split()), runs[0].style)
    if draft.skip:
        text, runs = text[draft.skip :], _cut(runs, draft.skip)
    if len(runs) == 1 and runs[0].link is None:
        return Words(text, runs[0].style)
    style = _main_style(runs, len(text))
    return Words(text, style, tuple(_spans(runs, text, style)))


def _together(lines: Sequence[Line], hyphens: Hyphens) -> tuple[str, list[_Run]]:
    parts: list[str] = []
    runs: list[_Run] = []
    length = 0
    before: Segment | None = None
    last: Style | None = None
    last_link: str | None = None
    for line in lines:
        for place, segment in enumerate(line.segments):
            if before is not None:
                # Most joints are blanks, and that is told without a closer look.
                plain = not (
                    before.hyphen or before.glued or before.text[-1:] == "-"
                    or (place == 0 and may_be_divided(before.text, segment.text))
                )  # fmt: skip
                joint = " " if plain else _joint(before, segment, place > 0, hyphens)
                parts.append(joint)
                length += len(joint)
            link = segment.link
            for start, style in segment.runs:
                if style is not last or link != last_link or not runs:
                    runs.append(_Run(length + start, style, link))
                    last, last_link = style, link
            parts.append(segment.text)
            length += len(segment.text)
            before = segment
    return "".join(parts), runs


def _joint(before: Segment, after: Segment, same_line: bool, hyphens: Hyphens) -> str:
    if before.hyphen:
        return "-" if hyphens.keeps(before.text, after.text) else ""
    if before.glued and after.order == before.order + 1:
        gap = (after.left - before.right) / (before.style.size or 10)
        if -2 * _BLANK < gap < _BLANK:
            return ""
    if not same_line and may_be_divided(before.text, after.text) and is_divided(before.text, after.text):
        return ""
    if not same_line and before.text.endswith("-") and before.text[-2:-1].isalnum() and after.text[:1].isalnum():
        return ""
    return " "


def _cut(runs: list[_Run], length: int) -> list[_Run]:
    """Return the runs as they stand after the label was cut off."""
    cut: list[_Run] = []
    for run in runs:
        moved = _Run(max(run.start - length, 0), run.style, run.link)
        if cut and cut[-1].start == moved.start:
            cut.pop()
        cut.append(moved)
    return cut


def _main_style(runs: Sequence[_Run], length: int) -> Style:
    counts: dict[int, int] = {}
    for run, end in _with_ends(runs, length):
        counts[id(run.style)] = counts.get(id(run.style), 0) + end - run.start
    return max(runs, key=lambda run: counts[id(run.style)]).style


def _with_ends(runs: Sequence[_Run], length: int) -> list[tuple[_Run, int]]:
    ends = [run.start for run in runs[1:]] + [length]
    return list(zip(runs, ends, strict=True))


def _spans(runs: Sequence[_Run], text: str, main: Style) -> list[Span]:
    spans = []
    for run, end in _with_ends(runs, len(text)):
        if text[end - 1 : end] == " ":
            end -= 1
        if end > run.start and (run.link is not None or run.style is not main):
            look = look_of(run.style) if run.style is not main else None
            spans.append(Span(run.start, end, look, run.link))
    return spans


def look_of(style: Style | None, capitals: bool = False) -> Look:
    """Return how a style looks, in the terms of the model."""
    if style is None:
        return Look()
    return Look(style.font or None, style.size or None, style.bold, style.italic, False, capitals, style.colour)
