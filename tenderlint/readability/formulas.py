"""The usual formulas of reading ease, over our own counts."""

from __future__ import annotations

from math import sqrt

from tenderlint.readability.counts import Counts

WORDS_A_MINUTE = 238
"""How fast adults read to themselves what is no fiction (Brysbaert, 2019)."""
LEAST_SENTENCES = 30
"""SMOG was made for samples of 30 sentences; with fewer it is rough."""


def flesch_ease(counts: Counts) -> float:
    """Return Flesch's reading ease, 100 for easy to 0 for very hard (Flesch, 1948)."""
    return 206.835 - 1.015 * counts.words_per_sentence - 84.6 * counts.syllables_per_word


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the United States school grade (Kincaid and others, 1975)."""
    return 0.39 * counts.words_per_sentence + 11.8 * counts.syllables_per_word - 15.59


def reading_age(counts: Counts) -> float:
    """Return the age in years at which most people can read the text: the Flesch–Kincaid grade and five years."""
    return flesch_kincaid_grade(counts) + 5


def fog_index(counts: Counts) -> float:
    """Return the Fog index (Gunning, 1952), a school grade; names and words made long by an ending are not hard."""
    return 0.4 * (counts.words_per_sentence + 100 * counts.hard / max(counts.words, 1))


def smog_grade(counts: Counts) -> float:
    """Return the SMOG grade (McLaughlin, 1969), from words of three syllables and more."""
    return 1.0430 * sqrt(counts.polysyllables * 30 / max(counts.sentences, 1)) + 3.1291


def automated_index(counts: Counts) -> float:
    """Return the automated readability index (Smith and Senter, 1967), a school grade, from letters only."""
    return 4.71 * counts.letters / max(counts.words, 1) + 0.5 * counts.words_per_sentence - 21.43


def coleman_liau(counts: Counts) -> float:
    """Return the Coleman–Liau index (1975), a school grade: letters and sentences for each hundred words."""
    words = max(counts.words, 1)
    return 0.0588 * 100 * counts.letters / words - 0.296 * 100 * counts.sentences / words - 15.8


def minutes(words: int) -> float:
    """Return how many minutes it takes to read so many words once."""
    return words / WORDS_A_MINUTE
