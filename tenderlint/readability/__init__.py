"""How hard running text is to read: our own counts, and the usual formulas over them."""

from tenderlint.readability.counts import Counts
from tenderlint.readability.formulas import (
    LEAST_SENTENCES,
    WORDS_A_MINUTE,
    automated_index,
    coleman_liau,
    flesch_ease,
    flesch_kincaid_grade,
    fog_index,
    minutes,
    reading_age,
    smog_grade,
)
from tenderlint.readability.prose import (
    APART,
    LEAST_WORDS,
    Prose,
    Running,
    Sentence,
    count,
    running_text,
    sentences_of,
)

__all__ = [
    "APART", "LEAST_SENTENCES", "LEAST_WORDS", "WORDS_A_MINUTE", "Counts", "Prose", "Running", "Sentence",
    "automated_index", "coleman_liau", "count", "flesch_ease", "flesch_kincaid_grade", "fog_index", "minutes",
    "reading_age", "running_text", "sentences_of", "smog_grade",
]  # fmt: skip
