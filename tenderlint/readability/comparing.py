"""Puts our figures beside textstat's, formula by formula."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tenderlint.readability.counts import Counts, words_of
from tenderlint.readability.formulas import (
    automated_index,
    coleman_liau,
    flesch_ease,
    flesch_kincaid_grade,
    fog_index,
    minutes,
    smog_grade,
)
from tenderlint.readability.prose import LEAST_WORDS, Sentence, count
from tenderlint.readability.second import clean_text, easy_words, second_opinion
from tenderlint.syllables import syllables


@dataclass(frozen=True, slots=True)
class Sample:
    """A text to be scored: its counts, and how many of its words stand on no list of easy words.

    `unlisted` are all such words, `unlisted_long` those of two syllables and more.
    """

    counts: Counts
    unlisted: int
    unlisted_long: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: its name in data, its title, what its figure means, and how we work it out."""

    name: str
    title: str
    meaning: str
    ours: Callable[[Sample], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure of ours beside textstat's."""

    formula: Formula
    ours: float
    textstat: float


def compare(rows: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Return both figures of every formula over the same sentences; none where they have fewer than 100 words.

    Raises TenderlintError when textstat is not there.
    """
    if sum(row.words for row in rows) < LEAST_WORDS:
        return ()
    text_sample, other = sample(rows), second_opinion(clean_text(rows))
    return tuple(Pair(each, each.ours(text_sample), other[each.name]) for each in FORMULAS)


def sample(rows: Sequence[Sentence]) -> Sample:
    """Count all that the formulas need, those with lists of easy words too."""
    unlisted = [word for row in rows for word in _unlisted(row.text)]
    return Sample(count(rows), len(unlisted), sum(_is_long(word) for word in unlisted))


def _unlisted(text: str) -> Iterator[str]:
    """Yield the words of a sentence that are on no list of easy words; names are taken to be known."""
    known = easy_words()
    for number, word in enumerate(words_of(text)):
        named = word[0].isupper() and (number > 0 or word.isupper())
        if not named and not any(each in known for each in _forms(word.lower().replace("’", "'"))):
            yield word.lower()


def _forms(word: str) -> Iterator[str]:
    """Yield a word and what it may be a regular form of: the rules of the list take such forms as known."""
    yield word
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield from (stem + other for other in others)
            if stem[-1:] == stem[-2:-1]:  # stopped, stopping
                yield stem[:-1]


_ENDINGS = (
    ("'s", ("",)), ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("d", ("",)), ("ed", ("",)), ("ied", ("y",)),
    ("ing", ("", "e")), ("ly", ("",)), ("er", ("", "e")), ("est", ("", "e")), ("ier", ("y",)), ("iest", ("y",)),
)  # fmt: skip


def _is_long(word: str) -> bool:
    return syllables(word.replace("’", "'")) > 1


def _linsear(text: Sample) -> float:
    """Linsear Write: a word of three syllables and more counts three times."""
    counts = text.counts
    score = (counts.words + 2 * counts.polysyllables) / max(counts.sentences, 1)
    return (score - 2 if score <= 20 else score) / 2


def _dale_chall(text: Sample) -> float:
    """Dale and Chall (1948), with what is added where more than 5 words in 100 are hard."""
    hard = 100 * text.unlisted / max(text.counts.words, 1)
    return 0.1579 * hard + 0.0496 * text.counts.words_per_sentence + (3.6365 if hard > 5 else 0)


def _dale_chall_adjusted(text: Sample) -> float:
    """The same over words of two syllables and more, as textstat's second form has it."""
    raw = 0.1579 * 100 * text.unlisted_long / max(text.counts.words, 1) + 0.0496 * text.counts.words_per_sentence
    return raw + (3.6365 if raw > 0.05 else 0)


def _spache(text: Sample) -> float:
    """Spache (1953), with the same list of easy words."""
    hard = 100 * text.unlisted_long / max(text.counts.words, 1)
    return 0.141 * text.counts.words_per_sentence + 0.086 * hard + 0.839


def _lix(text: Sample) -> float:
    return text.counts.words_per_sentence + 100 * text.counts.long / max(text.counts.words, 1)


def _rix(text: Sample) -> float:
    return text.counts.long / max(text.counts.sentences, 1)


def _eflaw(text: Sample) -> float:
    """McAlpine's measure for readers with English as a foreign language."""
    return (text.counts.words + text.counts.short) / max(text.counts.sentences, 1)


def _consensus(text: Sample) -> float:
    """The school grade that most formulas name, counted as textstat counts their votes."""
    counts, votes = text.counts, Counter[int]()
    grades = (
        flesch_kincaid_grade(counts), None, smog_grade(counts), coleman_liau(counts), automated_index(counts),
        _dale_chall(text), _linsear(text), fog_index(counts),
    )  # fmt: skip
    for grade in grades:
        if grade is None:
            votes.update(_grades_of_ease(flesch_ease(counts)))
        else:
            votes.update((math.floor(grade), math.ceil(grade), round(grade)))
    return float(votes.most_common(1)[0][0])


def _grades_of_ease(ease: float) -> tuple[int, ...]:
    bands = ((100, 90, (5,)), (90, 80, (6,)), (80, 70, (7,)), (70, 60, (8, 9)), (60, 50, (10,)), (50, 40, (11,)),
             (40, 30, (12,)))  # fmt: skip
    return next((grades for most, least, grades in bands if least <= ease < most), (13,))


_GRADE = "school grade"
FORMULAS = (
    Formula("words", "Words", "", lambda text: text.counts.words),
    Formula("sentences", "Sentences", "", lambda text: text.counts.sentences),
    Formula("syllables", "Syllables", "", lambda text: text.counts.syllables),
    Formula("flesch_ease", "Flesch Reading Ease", "0 very hard, 100 easy", lambda text: flesch_ease(text.counts)),
    Formula("flesch_kincaid", "Flesch–Kincaid", _GRADE, lambda text: flesch_kincaid_grade(text.counts)),
    Formula("fog", "Gunning Fog", _GRADE, lambda text: fog_index(text.counts)),
    Formula("smog", "SMOG", _GRADE, lambda text: smog_grade(text.counts)),
    Formula("ari", "ARI", _GRADE, lambda text: automated_index(text.counts)),
    Formula("coleman_liau", "Coleman–Liau", _GRADE, lambda text: coleman_liau(text.counts)),
    Formula("linsear_write", "Linsear Write", _GRADE, _linsear),
    Formula("dale_chall", "Dale–Chall", "5 easy, 10 hard", _dale_chall),
    Formula("dale_chall_adjusted", "Dale–Chall, long words", "5 easy, 10 hard", _dale_chall_adjusted),
    Formula("spache", "Spache", _GRADE, _spache),
    Formula("lix", "LIX", "30 easy, 50 hard", _lix),
    Formula("rix", "RIX", "1 easy, 5 hard", _rix),
    Formula("eflaw", "McAlpine EFLAW", "20 easy, 30 hard", _eflaw),
    Formula("consensus", "Consensus", _GRADE, _consensus),
    Formula("minutes", "Minutes to read", "", lambda text: minutes(text.counts.words)),
)
