"""Puts the stretches of a paragraph together: one folded text, and spans where it differs from the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tenderlint.model import PLAIN_LOOK, Look, Revision, Span
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import fold

_SPACE = late_pattern(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = late_pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stretch of words is written. Readers keep one object for each manner where they can: `is` is quick."""

    look: Look = PLAIN_LOOK
    hidden: bool = False
    link: str | None = None
    revision: Revision = Revision.PLAIN
    author: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether the words are told fully by their look."""
        return not self.hidden and self.link is None and self.revision is Revision.PLAIN


Pieces = list[tuple[str, Manner]]


class Words(NamedTuple):
    """The words of one block, as Block holds them."""

    text: str = ""
    look: Look = PLAIN_LOOK
    spans: tuple[Span, ...] = ()
    revision: Revision = Revision.PLAIN

    def without(self, length: int) -> Words:
        """Return the words without the first `length` letters, such as a number typed before them."""
        text = self.text[length:]
        spans = tuple(
            Span(
                max(0, span.start - length), max(0, span.end - length), span.look, span.link, span.hidden,
                span.revision, span.author, span.text,
            )
            for span in self.spans
            if span.end > length or span.start == span.end
        )  # fmt: skip
        return Words(text, self.look, spans, self.revision)


NOTHING = Words()


def assemble(pieces: Sequence[tuple[str, Manner]]) -> Words:
    """Join pieces of text, fold their white space and say where the words differ from the block's own look."""
    if not pieces:
        return NOTHING
    first = pieces[0][1]
    if first.is_plain and _all_in(first, pieces):
        whole = pieces[0][0] if len(pieces) == 1 else "".join([text for text, _ in pieces])
        return Words(" ".join(whole.split()) if whole.isascii() else fold(whole), first.look)
    text, stretches = _laid_out(_merged(pieces))
    look = _main_look(stretches, first)
    spans = tuple(_spans(text, stretches, look))
    return Words(text, look, spans, _revision(text, stretches))


def _all_in(manner: Manner, pieces: Sequence[tuple[str, Manner]]) -> bool:
    return len(pieces) == 1 or all(each is manner for _, each in pieces)


def _merged(pieces: Iterable[tuple[str, Manner]]) -> Pieces:
    """Join neighbours of one manner; blanks take the manner of the words before them."""
    groups: Pieces = []
    for text, manner in pieces:
        before = groups[-1][1] if groups else None
        if before is not None and (
            manner is before or manner == before or (manner.is_plain and before.is_plain and text.isspace())
        ):
            groups[-1] = (groups[-1][0] + text, before)
        else:
            groups.append((text, manner))
    return groups


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    manner: Manner
    gone: str = ""  # the words that a tracked change takes away


def _laid_out(groups: Pieces) -> tuple[str, list[_Stretch]]:
    parts: list[str] = []
    stretches: list[_Stretch] = []
    at, after_blank = 0, True
    for raw, manner in groups:
        if manner.revision is Revision.DELETED:
            gone = fold(raw)
            if gone:
                stretches.append(_Stretch(at, at, manner, gone))
            continue
        text = _SPACE.sub(" ", _INVISIBLE.sub("", raw))
        if after_blank and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        after_blank = text.endswith(" ")
        parts.append(text)
        stretches.append(_Stretch(at, at + len(text), manner))
        at += len(text)
    return "".join(parts).rstrip(" "), stretches


def _main_look(stretches: list[_Stretch], first: Manner) -> Look:
    """The look of most letters."""
    looks: dict[int, Look] = {}
    letters: dict[int, int] = {}
    for stretch in stretches:
        if stretch.gone:
            continue
        key = id(stretch.manner.look)
        looks[key] = stretch.manner.look
        letters[key] = letters.get(key, 0) + stretch.end - stretch.start
    if not letters:
        return first.look
    return looks[max(letters, key=letters.__getitem__)]


def _spans(text: str, stretches: list[_Stretch], look: Look) -> Iterable[Span]:
    for stretch in stretches:
        manner = stretch.manner
        if stretch.gone:
            at = min(stretch.start, len(text))
            yield Span(at, at, None, None, manner.hidden, Revision.DELETED, manner.author, stretch.gone)
            continue
        start, end = stretch.start, min(stretch.end, len(text))
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        differs = manner.look is not look and manner.look != look
        if start < end and (differs or not manner.is_plain):
            own = manner.look if differs else None
            yield Span(start, end, own, manner.link, manner.hidden, manner.revision, manner.author)


def _revision(text: str, stretches: list[_Stretch]) -> Revision:
    """A block is inserted, or deleted, when all of its words are."""
    if not text:
        return Revision.DELETED if any(stretch.gone for stretch in stretches) else Revision.PLAIN
    kept = [stretch for stretch in stretches if not stretch.gone and text[stretch.start : stretch.end].strip()]
    if kept and all(stretch.manner.revision is Revision.INSERTED for stretch in kept):
        return Revision.INSERTED
    return Revision.PLAIN
