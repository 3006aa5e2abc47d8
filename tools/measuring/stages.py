"""Times what is done with documents after they are read: the facts, and the checks of each area."""

from __future__ import annotations

import datetime as dt
import gc
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
from tenderlint.readability import Prose
from tenderlint.readability.counts import words_of
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.registry import Book, Check, load_book
from tenderlint.scoring import pack_reading, readings
from tenderlint.settings import Settings
from tools.measuring.timing import uncollected

OF_FILES = ("pdf", "word")
OF_WORDING = "language"
SPELLED = frozenset({"spelling", "grammar"})  # they ask whether words are right, not whether they are plain
_DAY = dt.date(2026, 1, 5)
_FACTS, _SCORES, _SPLIT = ":facts", ":scores", ":words"  # no check has such a name


@dataclass(frozen=True)
class Stages:
    """CPU seconds of all facts, of the checks by their area once the facts are known, and of plain language.

    `plain` are the scores and the checks of wording but for spelling and grammar; `split` is what it takes only to
    split the same text into words.
    """

    pages: int
    words: int
    facts: float
    checks: Mapping[str, float]
    plain: float
    split: float

    @property
    def checklist(self) -> float:
        """Seconds of the checks that read what the pack says, so neither its files nor its wording."""
        return sum(spent for area, spent in self.checks.items() if area not in (*OF_FILES, OF_WORDING))


def stages(files: Sequence[Path], times: int = 3) -> Stages:
    """Judge every file as a pack of its own; of each stage and each check the least of several runs counts.

    As in the command itself, the collector of garbage does not run while a pack is worked on.
    """
    documents = [read_or_say(Source(path.name, path.read_bytes())) for path in files]
    book = load_book()
    with uncollected():
        runs = [_once(documents, book) for _ in range(times)]
    least = {name: min(run[name] for run in runs) for name in runs[0]}
    areas = {check.card.area: 0.0 for check in book.checks}
    for check in book.checks:
        areas[check.card.area] += least[check.card.id]
    plain = least[_SCORES] + sum(
        least[check.card.id] for check in book.checks
        if check.card.area == OF_WORDING and check.card.id not in SPELLED
    )  # fmt: skip
    pages, words = sum(each.pages or 0 for each in documents), sum(each.words for each in documents)
    return Stages(pages, words, least[_FACTS], areas, plain, least[_SPLIT])


def _once(documents: Sequence[Document], book: Book) -> Mapping[str, float]:
    """Return the seconds of each check by its name, and of the other stages."""
    spent = Counter[str]()
    for document in documents:
        pack = Pack(document.path, document.path, (document,))
        start = time.process_time()
        passages = Passages(pack)
        found = Facts(passages)
        for name in (*FACT_NAMES, *INNER_NAMES):
            found.all(name)
        spent[_FACTS] += time.process_time() - start
        with _given(passages, found), patch.object(engine, "_ask", _timed(spent)):
            engine.run(pack, book, Settings(), _DAY)
        _time_words(pack, spent)
        gc.collect(0)
    return spent


def _time_words(pack: Pack, spent: Counter[str]) -> None:
    """Time the scores that every report gives, and what only the splitting of their text into words takes."""
    prose = Prose(pack)
    _ = prose.counts  # paid for by the first check of wording
    start = time.process_time()
    pack_reading(pack, prose)
    readings(prose)
    spent[_SCORES] += time.process_time() - start
    start = time.process_time()
    for document in pack.documents:
        for block in document.blocks:
            words_of(block.text)
    spent[_SPLIT] += time.process_time() - start


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
        spent[check.card.id] += time.process_time() - start
        return answer

    return timed
