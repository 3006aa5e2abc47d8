"""Loads all that linting needs before workers are forked, so that each of them is ready at once and shares it."""

from __future__ import annotations

import datetime as dt
import gc

from tenderlint.linting import lint_pack
from tenderlint.model import Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.registry import Book
from tenderlint.report_data import as_data

_WORDS = """# Invitation to tender

A council invites tenders for cleaning. The contract is worth £40,000 in all, without VAT, and lasts for two years.

## Timetable

Published on 2 February 2026. Questions by 2 March 2026. Tenders must be returned by 12 noon on 20 March 2026.

## How we score

Price counts for 60% and quality for 40%. Bidders must have public liability insurance of £5 million.

| Question | Weight | Words |
|---|---|---|
| How will you do the work? | 40% | 500 |
"""


def load_all(book: Book) -> None:
    """Read and judge a few lines of our own in this process, and load what reads Word and PDF files."""
    import tenderlint.discovery
    import tenderlint.readers.pdf
    import tenderlint.readers.word.document
    import tenderlint.readers.xlsx  # noqa: F401 - loaded for the workers, not used here

    document = read_or_say(Source("Invitation to tender.md", _WORDS.encode()))
    as_data(lint_pack(Pack("Cleaning", "Cleaning", (document,)), today=dt.date(2026, 2, 2), book=book))
    gc.collect()
