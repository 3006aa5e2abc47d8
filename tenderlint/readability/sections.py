"""Divides running text into the sections that are scored: by headings, none so short that a score means nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tenderlint.readability.counts import Counts, counts_of
from tenderlint.readability.prose import LEAST_WORDS, Sentence

MOST_SECTIONS = 40
"""About so many sections at most a document: in a long one, short sections are told together."""


class Section(NamedTuple):
    """A stretch of running text under one heading, or under one and the `more` that come after it, with its sums."""

    heading: tuple[str, ...]
    more: int
    page: int | None
    words: int
    sentences: int
    sums: int

    @property
    def counts(self) -> Counts:
        """What the formulas need."""
        return counts_of(self.sentences, self.sums)

    def joined(self, other: Section) -> Section:
        """Put what comes next to this; the first heading names both."""
        return Section(
            self.heading, self.more + other.more + 1, self.page, self.words + other.words,
            self.sentences + other.sentences, self.sums + other.sums,
        )  # fmt: skip


def sections(rows: Sequence[Sentence]) -> tuple[Section, ...]:
    """Return the sections of a document's sentences, in the order of reading.

    A heading is divided into those below it where it has words enough for two. What is too short to be scored is
    joined with what stands beside it; only a document that is too short as a whole has a section that is.
    """
    if not rows:
        return ()
    parts = list(_parts(rows))
    least = max(LEAST_WORDS, sum(part.words for part in parts) // MOST_SECTIONS)
    return tuple(_joined(_divided(parts, 0, least), least))


def _parts(rows: Sequence[Sentence]) -> Iterator[Section]:
    """Yield what stands under each heading, one after the other."""
    first = rows[0].block
    path, words, number, sums = first.place.heading, 0, 0, 0
    for _, block, more_words, more_sums in rows:
        heading = block.place.heading
        if heading is not path and heading != path:
            yield Section(path, 0, first.place.page, words, number, sums)
            first, path, words, number, sums = block, heading, 0, 0, 0
        words += more_words
        number += 1
        sums += more_sums
    yield Section(path, 0, first.place.page, words, number, sums)


def _divided(parts: Sequence[Section], depth: int, least: int) -> Iterator[Section]:
    """Yield a stretch divided by the headings at a depth, and these again where they are long enough.

    All parts of the stretch share their first `depth` headings.
    """
    groups = [list(group) for _, group in groupby(parts, lambda part: part.heading[: depth + 1])]
    if len(groups) == 1:
        deeper = any(len(part.heading) > depth + 1 for part in parts)
        yield from _divided(parts, depth + 1, least) if deeper else (_whole(parts, depth),)
        return
    if sum(part.words for part in parts) < 2 * least:
        yield _whole(parts, depth)
        return
    yield from _joined((piece for group in groups for piece in _divided(group, depth + 1, least)), least)


def _whole(parts: Sequence[Section], depth: int) -> Section:
    """Make one of parts that share their first headings: it is named by what they share, or by the first of them."""
    first = parts[0]
    shared = depth if len(parts) > 1 else len(first.heading)
    path, more = first.heading[:shared], 0
    if not shared:
        path, more = first.heading, len(parts) - 1 + sum(part.more for part in parts)
    words, number, sums = (sum(column) for column in zip(*(part[3:] for part in parts), strict=True))
    return Section(path, more, first.page, words, number, sums)


def _joined(parts: Iterator[Section], least: int) -> Iterator[Section]:
    """Join what is too short with what comes next, and at the end with what came before."""
    done: list[Section] = []
    for part in parts:
        if done and done[-1].words < least:
            done[-1] = done[-1].joined(part)
        else:
            done.append(part)
    if len(done) > 1 and done[-1].words < least:
        last = done.pop()
        done[-1] = done[-1].joined(last)
    yield from done
