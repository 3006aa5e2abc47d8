"""Finds the passages that differ between two documents, and tells them section by section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tenderlint.comparing.rows import Kind, Piece, Section, TextChange
from tenderlint.model import Block, BlockKind, Document, Place, walk
from tenderlint.patterns import late_pattern
from tenderlint.report import Where

_LEFT_OUT = frozenset({BlockKind.CONTENTS, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.COMMENT})
_NUMBER = late_pattern(r"^(?:[a-z]{0,8}\s)?[a-z]?\d{1,3}(?:\.\d{1,3}){0,5}[.):]?\s+", re.IGNORECASE)
# What tells nothing of the words: blanks but those between figures, hyphens in a word, bullets, the kind of quotes.
_BLANK = late_pattern(r"(?<!\d)\s+|\s+(?!\d)|(?<=[^\W\d])[-\u00ad\u2010\u2011](?=[^\W\d])")
_BULLET = late_pattern(r"^[\u2022\u00b7\u25cf\u25aa*\u2013-]\s*")
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "\'\'\"\"")
_ALIKE = 0.4
"""So much of two passages must be the same words for one to be the other, changed: a bar of this project."""
_AHEAD = 12
_MOST_WORDS = 500
_MOVED_WORDS = 4

Heading = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One passage: a paragraph, or the row of a table."""

    key: str
    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class _Change:
    """A change with the document and the headings under which it is told."""

    document: str
    heading: Heading
    change: TextChange


def sections_of(pairs: Iterable[tuple[Document, Document]]) -> tuple[Section, ...]:
    """Return what differs in the words of each pair of documents, the old one first."""
    changes = [change for old, new in pairs for change in _changes(old, new)]
    grouped: dict[tuple[str, Heading], list[TextChange]] = {}
    for each in _with_moves(changes):
        grouped.setdefault((each.document, each.heading), []).append(each.change)
    return tuple(Section(document, heading, tuple(rows)) for (document, heading), rows in grouped.items())


def _changes(old: Document, new: Document) -> Iterator[_Change]:
    was, now = list(_lines(old)), list(_lines(new))
    headings = {_plain(line.where.heading): line.where.heading for line in now}
    matcher = SequenceMatcher(None, [line.key for line in was], [line.key for line in now])
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        for a, b in _aligned(was[i1:i2], now[j1:j2]):
            change = _told(a, b)
            place = change.new or change.old or Where()
            yield _Change(new.path, headings.get(_plain(place.heading), place.heading), change)


def _lines(document: Document) -> Iterator[_Line]:
    for block in document.blocks:
        if block.kind in _LEFT_OUT:
            continue
        for text, place in _texts(block):
            text = " ".join(text.split())
            if text:
                yield _Line(key_of(text), text, _where(place, block))


def key_of(text: str) -> str:
    """Return what two passages have in common that say the same, however their lines were broken."""
    return _BLANK.sub("", _BULLET.sub("", text.casefold().translate(_QUOTES)))


def _texts(block: Block) -> Iterator[tuple[str, Place]]:
    if block.table is None:
        yield block.text, block.place
        return
    for row in block.table.rows:
        inner = next((each for cell in row for each in walk(cell.blocks)), None)
        yield " | ".join(cell.text for cell in row if cell.text), block.place if inner is None else inner.place


def _where(place: Place, block: Block) -> Where:
    heading = place.heading
    if block.kind is BlockKind.HEADING:  # it is told among what stands below it
        heading = (*heading, f"{block.label} {block.text}".strip())
    return Where(place.document, place.page, heading, place.clause, place.paragraph, place.part)


def _plain(heading: Heading) -> Heading:
    """Return headings without their numbers, which shift when a section is put in before them."""
    return tuple(_NUMBER.sub("", step).casefold() for step in heading)


def _aligned(was: Sequence[_Line], now: Sequence[_Line]) -> Iterator[tuple[_Line | None, _Line | None]]:
    """Pair the passages that were changed, in order; what has no partner came or went."""
    start = 0
    for line in was:
        ahead = range(start, min(start + _AHEAD, len(now)))
        scores = {number: _share(line.text, now[number].text) for number in ahead}
        best = max(scores, key=lambda number: (scores[number], -number), default=-1)
        if best < 0 or scores[best] < _ALIKE:
            yield line, None
            continue
        yield from ((None, each) for each in now[start:best])
        yield line, now[best]
        start = best + 1
    yield from ((None, each) for each in now[start:])


def _share(one: str, other: str) -> float:
    ours, theirs = set(one.casefold().split()), set(other.casefold().split())
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _told(old: _Line | None, new: _Line | None) -> TextChange:
    if old is not None and new is not None:
        return TextChange(Kind.CHANGED, pieces_of(old.text, new.text), old.where, new.where)
    if new is not None:
        return TextChange(Kind.NEW, (Piece(Kind.NEW, new.text),), None, new.where)
    return TextChange(Kind.GONE, (Piece(Kind.GONE, old.text if old else ""),), old.where if old else None)


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two passages piece by piece: what both have, what is gone and what is new."""
    was, now = old.split(), new.split()
    if len(was) > _MOST_WORDS or len(now) > _MOST_WORDS:
        return Piece(Kind.GONE, old), Piece(Kind.NEW, new)
    pieces = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Kind.KEPT, " ".join(now[j1:j2])))
            continue
        pieces += [Piece(Kind.GONE, " ".join(was[i1:i2]))] if i1 < i2 else []
        pieces += [Piece(Kind.NEW, " ".join(now[j1:j2]))] if j1 < j2 else []
    return tuple(pieces)


def _with_moves(changes: Sequence[_Change]) -> Iterator[_Change]:
    """Tell a passage that was taken out in one place and stands unchanged in another as moved, once."""
    gone: dict[str, list[_Change]] = {}
    for each in changes:
        if each.change.kind is Kind.GONE and len(_text(each).split()) >= _MOVED_WORDS:
            gone.setdefault(_text(each).casefold(), []).append(each)
    met: dict[int, _Change] = {}
    left: set[int] = set()
    for each in changes:
        waiting = gone.get(_text(each).casefold()) if each.change.kind is Kind.NEW else None
        if waiting:
            other = waiting.pop(0)
            left.add(id(other))
            piece = Piece(Kind.KEPT, _text(each))
            moved = replace(each.change, kind=Kind.MOVED, pieces=(piece,), old=other.change.old)
            met[id(each)] = replace(each, change=moved)
    yield from (met.get(id(each), each) for each in changes if id(each) not in left)


def _text(each: _Change) -> str:
    return each.change.pieces[0].text
