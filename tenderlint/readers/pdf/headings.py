"""Finds headings by their look: larger, bolder, in capitals or numbered against the text around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.labels import depth_of, heading_number
from tenderlint.readers.pdf.paragraphs import has_leaders
from tenderlint.readers.pdf.text import plain_text
from tenderlint.readers.telling import MOST_HEADING_WORDS

_LONGEST = 140  # characters
_MOST_LINES = 4
_NO_HEADING = late_pattern(r".*(?:[.;,?!]|\b(?:and|or|of|the|to|a))[”’\"')]*$", re.DOTALL)
_NUMBER = late_pattern(r"\d{1,3}(?:\.\d{1,3}){0,5}\.?")
_DEEPEST = 6
_RUN = 3
_MANY_WORDS = 12
_SENTENCE = late_pattern(r"[.;:,?]$|[;,.] (?:and|or)$|[a-z)]\. [A-Z]")
_SAME_SIZE = 0.8  # points
_TITLE_WORDS = late_pattern(
    r"(?:section|part|schedule|appendix|annex|attachment|chapter|lot|volume|stage|question)\s+"
    r"(?:[A-Z]|\d{1,3}|[IVX]{1,5})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """The look of the document's running text."""

    size: float
    bold: bool


class _Rank(NamedTuple):
    """How much a heading stands out: the greater the more."""

    size: float
    capitals: bool
    bold: bool


def body_of(drafts: Sequence[Draft]) -> Body:
    """Return the size and weight in which most of the text is set."""
    counts: Counter[tuple[float, bool]] = Counter()
    for draft in drafts:
        for line in draft.lines:
            counts[line.style.size, line.style.bold] += int(line.right - line.left)
    if not counts:
        return Body(11.0, False)
    (size, bold), _ = counts.most_common(1)[0]
    return Body(size, bold)


def mark_headings(drafts: Sequence[Draft], body: Body) -> None:
    """Turn the drafts that look like headings into headings, and give them levels by how much they stand out."""
    ranks = [_rank(draft, body) for draft in drafts]
    _leave_out_runs(drafts, ranks)
    _leave_out_cover(drafts, ranks)
    levels = _levels(drafts, ranks)
    found = []
    for draft, rank in zip(drafts, ranks, strict=True):
        if rank is not None:
            draft.kind, draft.level = BlockKind.HEADING, levels[rank]
            number, words = ("", "") if draft.label else heading_number(draft.lines[0].text)
            if number:
                draft.label, draft.clause, draft.skip = number, number, len(draft.lines[0].text) - len(words)
            found.append(draft)
    _follow_numbers(found)


def _leave_out_runs(drafts: Sequence[Draft], ranks: list[_Rank | None]) -> None:
    """Several lines of one look without a number and with no text between are a list or an address, not headings."""
    start = 0
    for place in range(1, len(ranks) + 1):
        if place < len(ranks) and ranks[place] == ranks[start] and not drafts[place].label:
            continue
        if place - start >= _RUN and ranks[start] is not None and not drafts[start].label:
            ranks[start:place] = [None] * (place - start)
        start = place


def _leave_out_cover(drafts: Sequence[Draft], ranks: list[_Rank | None]) -> None:
    """Of the lines of a cover, before any running text, only the largest is a heading, and looks used later on."""
    end = next((place for place, rank in enumerate(ranks) if rank is None and _is_running_text(drafts[place])), 0)
    cover = [rank for rank in ranks[:end] if rank is not None]
    if len(cover) < 2:
        return
    largest, later = max(cover), set(ranks[end:])
    for place in range(end):
        rank = ranks[place]
        if rank is not None and rank != largest and rank not in later:
            ranks[place] = None


def _is_running_text(draft: Draft) -> bool:
    return draft.table is not None or len(plain_text(draft)) > 2 * _LONGEST // 3


def _levels(drafts: Sequence[Draft], ranks: Sequence[_Rank | None]) -> dict[_Rank, int]:
    """Number the looks from the one that stands out most.

    Only looks that come back on other pages make a level of their own: a cover or a drawing has many
    that do not, and each of those takes the level of the next look below it.
    """
    pages: dict[_Rank, set[int]] = {}
    for draft, rank in zip(drafts, ranks, strict=True):
        if rank is not None:
            pages.setdefault(rank, set()).add(draft.page)
    settled = [rank for rank, seen in pages.items() if len(seen) > 1]
    tiers: list[_Rank] = []
    for rank in sorted(settled or pages, reverse=True):
        if not tiers or not _is_alike(tiers[-1], rank):
            tiers.append(rank)
    levels = {}
    for rank in pages:
        above = sum(1 for tier in tiers if tier > rank and not _is_alike(tier, rank))
        levels[rank] = min(above + 1, _DEEPEST, max(len(tiers), 1))
    return levels


def _is_alike(one: _Rank, two: _Rank) -> bool:
    return abs(one.size - two.size) < _SAME_SIZE and one[1:] == two[1:]


def _follow_numbers(headings: Sequence[Draft]) -> None:
    """Give headings numbered to the same depth, in the same size, one level, and deeper numbers a deeper one."""
    groups: dict[tuple[int, float], list[Draft]] = {}
    for draft in headings:
        if _NUMBER.fullmatch(draft.label):
            groups.setdefault((depth_of(draft.label), draft.lines[0].style.size), []).append(draft)
    deepest: dict[int, int] = {}
    for (depth, _), drafts in sorted(groups.items(), key=lambda item: (item[0][0], -item[0][1])):
        level = Counter(draft.level for draft in drafts).most_common(1)[0][0]
        above = max((deepest[other] for other in deepest if other < depth), default=0)
        level = min(max(level, above + 1), _DEEPEST)
        deepest[depth] = max(deepest.get(depth, 0), level)
        for draft in drafts:
            draft.level = level


def _rank(draft: Draft, body: Body) -> _Rank | None:
    if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not 0 < len(draft.lines) <= _MOST_LINES:
        return None
    if draft.kind is BlockKind.LIST_ITEM and not _NUMBER.fullmatch(draft.label.rstrip(")")):
        return None
    text = plain_text(draft)
    if not 2 <= len(text) <= _LONGEST or not any(letter.isalpha() for letter in text) or has_leaders(text):
        return None
    bold = all(line.bold for line in draft.lines)
    size = draft.lines[0].style.size
    capitals = text.isupper() and len(text) > 3
    larger = size >= body.size + 0.9
    ends = _NO_HEADING.fullmatch(text) is not None and not (text.endswith("?") and (larger or bold))
    if larger and not (ends and not bold):
        return _Rank(size, capitals, bold)
    if size < body.size - 0.9 or ends:
        return None
    if bold and not body.bold:
        return _Rank(body.size, capitals, True)
    if capitals and (draft.label or _TITLE_WORDS.match(text) or len(text) > 8):
        return _Rank(body.size, True, False)
    return None


def demote_paragraphs(drafts: Sequence[Draft]) -> list[Draft]:
    """Turn what is tagged as a heading and is plainly a paragraph or an item, as in contracts, into one.

    Returns those that were turned.
    """
    demoted = []
    for draft in drafts:
        if draft.kind is not BlockKind.HEADING:
            continue
        text = plain_text(draft)
        count = text.count(" ") + 1
        if count > MOST_HEADING_WORDS or (count > _MANY_WORDS and _SENTENCE.search(text)):
            is_item = bool(draft.label) and not draft.clause
            draft.kind, draft.level = (BlockKind.LIST_ITEM, 1) if is_item else (BlockKind.PARAGRAPH, 0)
            demoted.append(draft)
    return demoted
