"""Times the rules of one area beside the reading of the files that they look at, in this process."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlint import engine
from tenderlint.model import Document, Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.registry import Book, Check, load_book
from tenderlint.settings import Settings

_DAY = dt.date(2026, 1, 5)


@dataclass(frozen=True)
class Times:
    """CPU seconds of reading, and of the rules of the area, with what was read."""

    reading: float
    rules: float
    words: int


def rules_beside_reading(files: Sequence[Path], area: str, times: int = 3) -> Times:
    """Read and judge every file as a pack of its own; the least of several runs counts.

    All checks are asked, as in a lint, so what checks share is paid for by the first that needs it.
    """
    held = [(path.name, path.read_bytes()) for path in files]
    book = load_book()
    runs = [_once(held, area, book) for _ in range(times)]
    return Times(min(run.reading for run in runs), min(run.rules for run in runs), runs[0].words)


def _once(held: Sequence[tuple[str, bytes]], area: str, book: Book) -> Times:
    start = time.process_time()
    documents = [read_or_say(Source(name, data)) for name, data in held]
    reading = time.process_time() - start
    rules = sum(_rules(document, area, book) for document in documents)
    return Times(reading, rules, sum(document.words for document in documents))


def _rules(document: Document, area: str, book: Book) -> float:
    spent = 0.0
    ask = engine._ask

    def timed(check: Check, job: engine._Run) -> object:
        nonlocal spent
        start = time.process_time()
        answer = ask(check, job)
        spent += (time.process_time() - start) if check.card.area == area else 0.0
        return answer

    engine._ask = timed  # type: ignore[assignment]
    try:
        engine.run(Pack(document.path, document.path, (document,)), book, Settings(), _DAY)
    finally:
        engine._ask = ask
    return spent
