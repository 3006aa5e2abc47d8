"""Is what bidders must read written for ordinary readers?"""

from collections.abc import Iterator
from itertools import islice
from math import floor

from tenderlint.checking import (
    LEAST_WORDS,
    Context,
    Counts,
    Document,
    Finding,
    Result,
    Sentence,
    cannot_tell,
    count,
    judge,
    reading_age,
)

_CANDIDATES = 20
_HALF = 0.5
"""Half a year counts up, here as in the section on how hard the pack is to read."""


def check(context: Context) -> Result:
    """Score the running text of each document but the terms of contract."""
    scored = list(_scored(context))
    if not scored:
        return cannot_tell(f"no document has {LEAST_WORDS} words of running text to score")
    bar = float(context.setting("reading_age"))
    ages = ", ".join(f"{document.path} {_years(counts)}" for document, _, counts in scored)
    return judge(
        (
            Finding.at(_hardest(rows), age=_years(counts), bar=round(bar))
            for document, rows, counts in scored
            if _age(counts) >= bar + _HALF
        ),
        passed=f"reading age of the running text: {ages}",
    )


def _age(counts: Counts) -> float:
    """The age as the report keeps it, to one decimal: the check and the report must tell one number."""
    return round(reading_age(counts), 1)


def _years(counts: Counts) -> int:
    return floor(_age(counts) + _HALF)


def _scored(context: Context) -> Iterator[tuple[Document, tuple[Sentence, ...], Counts]]:
    by_path = {document.path: document for document in context.documents()}
    for path, rows in context.prose.by_document.items():
        counts = context.prose.counts[path]
        if counts.words >= LEAST_WORDS:
            yield by_path[path], rows, counts


def _hardest(rows: tuple[Sentence, ...]) -> Sentence:
    """Of the longest whole sentences the one that needs the highest age."""
    longest = sorted(rows, key=lambda row: -row.words)
    whole = list(islice((row for row in longest if row.is_whole), _CANDIDATES))
    return max(whole or longest[:_CANDIDATES], key=lambda row: reading_age(count([row])))
