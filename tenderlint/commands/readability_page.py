"""What `tenderlint readability` shows on a terminal: what was scored, the figures, the sections, hard sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlint.formats.heat import duration, section_name, years
from tenderlint.formats.ink import Ink
from tenderlint.formats.words import clip, plural, sentence
from tenderlint.readability import (
    LEAST_SENTENCES,
    WORDS_A_MINUTE,
    Sentence,
    count,
    flesch_kincaid_grade,
)

if TYPE_CHECKING:
    from tenderlint.commands.readability import Figures
    from tenderlint.readability.comparing import Pair
    from tenderlint.report_reading import Scores, SectionReading

_WIDEST = 96
_LEAST_HARD = 8
"""A shorter sentence is not shown among the hardest, however long its words are."""
_MOST_QUOTE = 400
_WHY = (
    "textstat ends a sentence at every stop, so “No. 7” and “p.m.” end one.",
    "It counts numbers as words, and a word with a hyphen as one word.",
    "Its ARI counts punctuation; its Coleman–Liau has 0.058 where the authors have 0.0588.",
    "Its Fog and Dale–Chall count names and words with endings such as -ing as hard.",
    "Its time is 14.69 milliseconds a letter; ours is 238 words a minute.",
)


def page(figures: Figures, most: int, width: int, encoding: str) -> Iterator[str]:
    """Yield the lines; `most` is how many of the hardest sentences to show."""
    ink = Ink.on(colour=False, width=min(width, _WIDEST), encoding=encoding)
    yield from ink.lines(f"{figures.pack.name}: how hard it is to read")
    yield from _scored(figures, ink)
    if figures.pairs:
        yield from _formulas(figures, ink)
    yield from _documents(figures, ink)
    yield from _apart(figures, ink)
    yield from _hardest(figures, most, ink)
    yield from _unread(figures, ink)


def _scored(figures: Figures, ink: Ink) -> Iterator[str]:
    """Say what was scored and what was left out."""
    reading, words = figures.reading, sum(document.words for document in figures.pack.documents)
    scored = sum(1 for each in figures.documents if each.running.sentences)
    yield from ("", "What was scored")
    yield from ink.lines(
        f"{plural(reading.scores.words, 'word')} of running text, in {plural(reading.scores.sentences, 'sentence')} of"
        f" {plural(scored, 'document')}.", first="  ",
    )
    if reading.scores.reading_age is not None:
        age = years(reading.scores.reading_age)
        yield from ink.lines(f"Reading age: about {age}. GOV.UK writes for 9; public bodies aim at 14 at most.",
                             first="  ")
    else:
        yield from ink.lines(f"Cannot tell the reading age: {reading.why}.", first="  ")
    yield from ink.lines(f"To read all {plural(words, 'word')} once takes about {duration(reading.minutes)},"
                         f" at {WORDS_A_MINUTE} words a minute.", first="  ")
    if reading.left_out:
        left = "; ".join(f"{row.what} {row.words:,}" for row in reading.left_out)
        yield from ink.lines(f"Words left out: {left}.", first="  ")


def _formulas(figures: Figures, ink: Ink) -> Iterator[str]:
    yield from ("", f"{'Figures':<24}{'Ours':>9}{'textstat':>10}")
    for pair in figures.pairs:
        title = ink.plain(pair.formula.title)
        both = f"{_figure(pair, pair.ours):>9}{_figure(pair, pair.textstat):>10}"
        yield f"  {title:<22}{both}   {pair.formula.meaning}".rstrip()
    if figures.reading.scores.sentences < LEAST_SENTENCES:
        yield from ink.lines(f"SMOG is rough below {LEAST_SENTENCES} sentences.", first="  ")
    yield from ("", "Why the two differ")
    for reason in _WHY:
        yield from ink.lines(reason, first="  - ")


def _figure(pair: Pair, value: float) -> str:
    whole = pair.formula.name in {"words", "sentences", "syllables", "consensus"}
    return f"{value:,.0f}" if whole else f"{value:,.1f}"


_COLUMNS = "  Words  Ease  Grade  Age"


def _documents(figures: Figures, ink: Ink) -> Iterator[str]:
    room = ink.width - len(_COLUMNS)
    yield from ("", f"{'Documents and their sections':<{room}}{_COLUMNS}")
    for each in figures.documents:
        yield from _row(each.running.document.path, each.reading.scores, room, ink, 2)
        if each.reading.why:
            yield from ink.lines(sentence(each.reading.why), first="    ")
        elif len(each.reading.sections) > 1:
            for section in each.reading.sections:
                yield from _row(_section(section), section.scores, room, ink, 4)


def _section(section: SectionReading) -> str:
    page = f" (page {section.page})" if section.page is not None else ""
    return f"{section_name(section)}{page}"


def _row(name: str, scores: Scores, room: int, ink: Ink, indent: int) -> Iterator[str]:
    first, *rest = ink.lines(name, first=" " * indent, then=" " * (indent + 2), room=room)
    figures = (scores.ease, scores.grade, scores.reading_age)
    told = [str(years(value)) if value is not None else "-" for value in figures]
    yield f"{first:<{room}}{scores.words:>7,}{told[0]:>6}{told[1]:>7}{told[2]:>5}"
    yield from rest


def _apart(figures: Figures, ink: Ink) -> Iterator[str]:
    if not figures.apart:
        return
    room = ink.width - len(_COLUMNS)
    yield from ("", f"{'Scored apart':<{room}}{_COLUMNS}")
    for what, scores in figures.apart.items():
        yield from _row(what[:1].upper() + what[1:], scores, room, ink, 2)


def _hardest(figures: Figures, most: int, ink: Ink) -> Iterator[str]:
    rows = [row for each in figures.documents for row in each.running.sentences if row.words >= _LEAST_HARD]
    rows.sort(key=lambda row: -_grade(row))
    if not rows or not most:
        return
    yield from ("", "Hardest sentences")
    for number, row in enumerate(rows[:most], 1):
        head = f"{number}. Grade {_grade(row):.0f}, {plural(row.words, 'word')}: {row.block.place}"
        yield from ink.lines(head, first="  ", then="     ")
        yield from ink.lines(f"“{clip(row.text, _MOST_QUOTE)}”", first="     ")


def _grade(row: Sentence) -> float:
    return flesch_kincaid_grade(count([row]))


def _unread(figures: Figures, ink: Ink) -> Iterator[str]:
    lost = [(document, note) for document in figures.pack.documents for note in document.notes if note.lost]
    if not lost:
        return
    yield from ("", "Not read")
    for document, note in lost:
        where = document.path if note.page is None else f"{document.path}, page {note.page}"
        yield from ink.lines(f"{where}: {note.text}", first="  ")
