"""Scores the running text of documents, of their sections and of the whole pack, for the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tenderlint.model import Extent, Pack, Role
from tenderlint.readability import (
    APART,
    LEAST_WORDS,
    Counts,
    Prose,
    Running,
    automated_index,
    coleman_liau,
    count,
    flesch_ease,
    flesch_kincaid_grade,
    fog_index,
    minutes,
    reading_age,
    running_text,
    smog_grade,
)
from tenderlint.readability.prose import TABLES, in_tables
from tenderlint.readability.sections import sections
from tenderlint.report_reading import LeftOut, Reading, Scores, SectionReading


def scores(counts: Counts) -> Scores:
    """Return every score of so much text, to one decimal; none for fewer than 100 words."""
    if counts.words < LEAST_WORDS:
        return Scores(counts.words, counts.sentences)
    return Scores(
        counts.words, counts.sentences, *(
            round(formula(counts), 1)
            for formula in (
                flesch_ease, flesch_kincaid_grade, reading_age, fog_index, smog_grade, automated_index, coleman_liau,
            )
        ),
    )  # fmt: skip


def readings(prose: Prose) -> dict[str, Reading]:
    """Return how hard each document that was read is to read, by its path."""
    return {path: reading_of(running, prose.counts[path]) for path, running in prose.running.items()}


def reading_of(running: Running, counts: Counts | None = None) -> Reading:
    """Return how hard one document is to read, section by section; `counts` are those of its sentences, if known."""
    rows = tuple(
        SectionReading(each.heading, each.more, each.page, scores(each.counts))
        for each in sections(running.sentences)
    )
    role = running.document.role
    counts = counts or count(running.sentences)
    why = f"{APART[role]} are not scored" if role in APART else _too_short(counts.words)
    return Reading(scores(counts), _minutes(running.document.words), why, _left_out([running.left_out]), rows)


def pack_reading(pack: Pack, prose: Prose) -> Reading:
    """Return how hard the running text of the whole pack is to read, terms of contract and notices left out."""
    total = sum(prose.counts.values(), Counts())
    words = sum(document.words for document in pack.documents)
    left_out = _left_out(running.left_out for running in prose.running.values())
    return Reading(scores(total), _minutes(words), _too_short(total.words), left_out)


def apart(pack: Pack) -> dict[str, Scores]:
    """Return the scores of what is not scored with the running text: terms of contract, notices, and tables.

    Sentences count, wherever they stand; kinds of which there are none are left out.
    """
    found: dict[str, Counts] = {}
    for document in pack.documents:
        if document.extent is Extent.NOT:
            continue
        whole = running_text(document, whole=document.role in APART)
        kind = APART.get(document.role, APART[Role.TERMS])
        rows = whole.sentences if document.role in APART else whole.apart
        for what, counts in ((kind, count(rows)), (TABLES, count(in_tables(document)))):
            found[what] = found.get(what, Counts()) + counts
    return {what: scores(counts) for what, counts in sorted(found.items()) if counts.sentences}


def _too_short(words: int) -> str:
    if words >= LEAST_WORDS:
        return ""
    has = f"{words} word{'' if words == 1 else 's'}" if words else "no words"
    return f"it has {has} of running text, and a score needs {LEAST_WORDS}"


def _minutes(words: int) -> float:
    return round(minutes(words), 1)


def _left_out(kinds: Iterable[Mapping[str, int]]) -> tuple[LeftOut, ...]:
    """Add up the words that were left out, most first."""
    total: dict[str, int] = {}
    for each in kinds:
        for what, words in each.items():
            total[what] = total.get(what, 0) + words
    return tuple(LeftOut(what, words) for what, words in sorted(total.items(), key=lambda row: (-row[1], row[0])))
