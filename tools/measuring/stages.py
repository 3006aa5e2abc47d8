"""Times what is done with documents after they are read: the facts, and the checks of each area."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tenderlint import engine
from tenderlint.facts import FACT_NAMES, INNER_NAMES, Facts
from tenderlint.facts.passages import Passages
from tenderlint.model import Document, Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.registry import Book, Check, load_book
from tenderlint.settings import Settings

OF_FILES = ("pdf", "word")
OF_WORDING = "language"
_DAY = dt.date(2026, 1, 5)


@dataclass(frozen=True)
class Stages:
    """CPU seconds of all facts, and of the checks by their area once the facts are known."""

    pages: int
    words: int
    facts: float
    checks: Mapping[str, float]

    @property
    def checklist(self) -> float:
        """Seconds of the checks that read what the pack says, so neither its files nor its wording."""
        return sum(spent for area, spent in self.checks.items() if area not in (*OF_FILES, OF_WORDING))


def stages(files: Sequence[Path], times: int = 3) -> Stages:
    """Judge every file as a pack of its own; the least of several runs counts."""
    documents = [read_or_say(Source(path.name, path.read_bytes())) for path in files]
    book = load_book()
    runs = [_once(documents, book) for _ in range(times)]
    areas = {area: min(checks[area] for _, checks in runs) for area in runs[0][1]}
    pages, words = sum(each.pages or 0 for each in documents), sum(each.words for each in documents)
    return Stages(pages, words, min(facts for facts, _ in runs), areas)


def _once(documents: Sequence[Document], book: Book) -> tuple[float, Mapping[str, float]]:
    facts, checks = 0.0, Counter[str]()
    for document in documents:
        pack = Pack(document.path, document.path, (document,))
        start = time.process_time()
        passages = Passages(pack)
        found = Facts(passages)
        for name in (*FACT_NAMES, *INNER_NAMES):
            found.all(name)
        facts += time.process_time() - start
        with _given(passages, found), patch.object(engine, "_ask", _timed(checks)):
            engine.run(pack, book, Settings(), _DAY)
    return facts, checks


@contextmanager
def _given(passages: Passages, facts: Facts) -> Iterator[None]:
    """Have the engine work with facts that are known, so that no check pays for one that it asks for first."""
    with patch.object(engine, "Passages", lambda pack: passages), patch.object(engine, "Facts", lambda *rest: facts):
        yield


def _timed(spent: Counter[str]) -> Callable[[Check, engine._Run], object]:
    ask = engine._ask

    def timed(check: Check, job: engine._Run) -> object:
        start = time.process_time()
        answer = ask(check, job)
        spent[check.card.area] += time.process_time() - start
        return answer

    return timed
