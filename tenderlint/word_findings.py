"""Answers the checks of plain language: words to avoid, each told once, and the sentences most in need of rewriting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    import re

    from tenderlint.checking import Context, Finding, Match, Passage, Result, Sentence
    from tenderlint.wording import Advice

APART = frozenset({Role.TERMS, Role.NOTICE})
"""Documents that are not written for bidders to read from start to end: contracts and notices."""
_ASIDE = frozenset({BlockKind.HEADING, BlockKind.CONTENTS, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CAPTION})
_MOST = 20
_WORST = 5
_FEWEST = 2  # matches that can overlap
_ENTRY = late_pattern(r"[”’\"']?\s*(?:[–:-]\s|[A-Z])")
"""What follows the words of an entry in a glossary."""
_SMALL = 4  # letters; a shorter word of a name may begin with a small letter
_NEAR = 40  # letters after a term in which it may be explained


def words_to_avoid(context: Context, kind: str, explained: re.Pattern[str] | None = None) -> Result:
    """Judge the words of one kind of list: one finding a word, the most used first, with its count and first places.

    Words that the card's setting `least_times` does not reach are passed over, and so are words beside which the
    pattern `explained` stands anywhere in the pack.
    """
    from tenderlint.checking import Match, counted, judge

    least = int(context.setting("least_times"))
    found: list[tuple[Advice, list[Match]]] = []
    for row in context.words.wording.advice_for(kind, context.passages.vocabulary):
        stands = _apart([Match(*found) for form in row.forms for found in context.passages.words(form)])
        if explained is not None and any(_explained(match, explained) for match in stands):
            continue
        matches = [match for match in stands if is_read(match.passage) and _counts(context, match, row)]
        if len(matches) >= least:
            found.append((row, matches))
    found.sort(key=lambda each: -len(each[1]))
    often = "" if least < 2 else f" {counted(least, 'time')} or more"
    passed = f"none of the words on the list stands here{often}"
    if explained is not None:
        passed = f"none of the words on the list stands here unexplained{often}; other terms were not looked for"
    return judge((_word_finding(row, matches) for row, matches in found[:_MOST]), passed=passed)


def _apart(matches: list[Match]) -> list[Match]:
    """Put matches in the order of reading; of those that overlap the first and longest counts."""
    if len(matches) < _FEWEST:
        return matches
    matches.sort(key=lambda match: (match.passage.index, match.start, -match.end))
    kept: list[Match] = []
    for match in matches:
        if not kept or match.passage is not kept[-1].passage or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def is_read(passage: Passage) -> bool:
    """Say whether bidders read the passage as text: no heading, no page header, no contract or notice."""
    return passage.role not in APART and passage.block.kind not in _ASIDE


def worst_sentences(
    context: Context, scores: Iterable[tuple[int, float, str]], *, most: int = _WORST
) -> Iterator[Finding]:
    """Yield findings for the sentences that score highest, each text once, in the order of reading.

    A score is the number of the sentence in `context.words.search`, how bad it is, and what is said of it, which
    fills `{reason}` of the card's message; `{all}` is how many sentences there are in all.
    """
    from tenderlint.checking import Finding

    rows = context.words.search.rows
    seen: set[str] = set()
    chosen: list[tuple[int, str]] = []
    ranked = sorted(scores, key=lambda each: (-each[1], each[0]))
    for number, _, reason in ranked:
        text = rows[number].text
        if text not in seen and len(chosen) < most:
            seen.add(text)
            chosen.append((number, reason))
    for number, reason in sorted(chosen):
        yield Finding.at(rows[number], reason=reason, all=len(ranked))


def enough_prose(context: Context) -> bool:
    """Say whether the pack has enough running text to be judged at all."""
    from tenderlint.checking import LEAST_WORDS

    total = 0
    for row in context.words.search.rows:
        total += row.words
        if total >= LEAST_WORDS:
            return True
    return False


def listed(names: Sequence[str]) -> str:
    """Quote names in a row: “which”, “if” and “unless”."""
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def whole(row: Sentence) -> bool:
    """Say whether a sentence starts and ends as one, and is not the wreck of a table or a list."""
    return row.is_whole and row.text.count("|") < 2


def _word_finding(row: Advice, matches: Sequence[Match]) -> Finding:
    from tenderlint.checking import Finding, clip, counted, first_places, sentence_at

    first = matches[0]
    written = dict.fromkeys(match.words.lower() for match in matches)
    where = first_places([match.passage.place for match in matches])
    times = "Once" if len(matches) == 1 else counted(len(matches), "time")
    start, end = sentence_at(first.passage.text, first.start)
    sentence = first.passage.text[start:end]
    return Finding.at(
        first, quote=clip(sentence, first.start - start, first.end - start), words=listed(list(written)[:3]),
        plain=row.plain, times=times, where=where,
    )  # fmt: skip


def _is_name(text: str, start: int, end: int) -> bool:
    """Say whether words begin with capitals, as names and titles do; the first word of a sentence always does."""
    if not text[start].isupper():
        return False
    before = text[:start].rstrip(" \t\"'“‘([•–-")
    words = text[start:end].split()
    if len(words) > 1 and all(word[0].isupper() or len(word) < _SMALL for word in words):
        return True
    return bool(before) and before[-1] not in ".:;?!"


def _counts(context: Context, match: Match, row: Advice) -> bool:
    """Say whether a word is meant: no part of a name, of a term of art or of the terms of contract."""
    text, start = match.passage.text, match.start
    if id(match.passage.block) in context.words.apart or _is_name(text, start, match.end):
        return False
    if not row.stays:
        return True
    near = text[max(0, start - 40) : start + 60].lower()
    return not any(phrase in near for phrase in row.stays)


def _explained(match: Match, pattern: re.Pattern[str]) -> bool:
    text = match.passage.text[match.end : match.end + _NEAR]
    if match.start == 0 and _ENTRY.match(text):
        return True
    row = match.passage.row
    if row is not None and match.passage.text.strip("“”\"' ") == match.words and len(row.cells) > 1:
        return True  # a row of a glossary
    return pattern.search(text) is not None
