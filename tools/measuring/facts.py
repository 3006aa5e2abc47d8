"""Precision, recall and F1 of every fact over the labelled packs, and what reading the facts costs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tenderlint.facts import FACT_NAMES, Facts
from tenderlint.facts.base import Fact
from tenderlint.facts.passages import Passages
from tenderlint.model import Pack
from tenderlint.values import as_data
from tools.measuring.corpus import short
from tools.measuring.equal import equal, is_one_of
from tools.measuring.timing import uncollected

STRICT = (
    "contract_value_total", "contract_value_annual", "submission_deadline", "price_weight", "quality_weight",
    "social_value_weight",
)  # fmt: skip
"""Value, deadline and weights, for which the bar of precision is the highest."""

WORDS_A_PAGE = 500
COST_BAR = 0.5  # milliseconds a page


@dataclass
class Score:
    """How one fact fared over the packs."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another score to this one."""
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong

    @property
    def precision(self) -> float:
        """Share of the values read that a person read too."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of a person's values that were read."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Tally:
    """The scores of every fact, how often the chosen statement is right, and what the facts cost."""

    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FACT_NAMES})
    asked: int = 0
    chosen: int = 0
    words: int = 0
    pages: int = 0  # of packs whose files have pages
    paged: float = 0.0  # seconds that those packs took
    first: float = 0.0  # seconds of the first reading, with patterns compiled on the way
    again: float = 0.0  # seconds of a second reading

    def add(self, label: Mapping[str, Any], pack: Pack) -> None:
        """Score every labelled fact of one pack."""
        with uncollected():
            began = time.process_time()
            facts = Facts(Passages(pack)).as_mapping()
            between = time.process_time()
            Facts(Passages(pack)).as_mapping()
            again = time.process_time() - between
        self.first += between - began
        self.again += again
        self.words += sum(document.words for document in pack.documents)
        pages = [document.pages or 0 for document in pack.documents]
        if pages and all(pages):
            self.pages += sum(pages)
            self.paged += again
        spare = label.get("facts_empty_alternatives", {})
        for name in FACT_NAMES:
            if name in label["facts"]:
                stated = [each for each in label["facts"][name] if not each.get("image_only")]
                values = spare.get(name, {}).get("alternatives", [])
                self.scores[name].add(_score(name, label["id"], stated, values, facts[name], self.scores[name].lines))
                self._choice(name, stated, facts[name])

    def _choice(self, name: str, stated: list[Any], found: Sequence[Fact[Any]]) -> None:
        firm = [each for each in stated if None not in each.get("alternatives", [])]
        best = next((fact for fact in found if fact.chosen), None)
        if firm and name != "award_criteria":
            self.asked += 1
            self.chosen += best is not None and any(is_one_of(name, best, each) for each in stated)

    def total(self, names: Iterable[str] = FACT_NAMES) -> Score:
        """Return the score of several facts together."""
        whole = Score()
        for name in names:
            whole.add(self.scores[name])
        return whole

    @property
    def page_cost(self) -> float:
        """The milliseconds a page of the files, or a page of 500 words where no file has pages."""
        return self.paged * 1000 / self.pages if self.pages else self._cost(self.again)

    def _cost(self, seconds: float) -> float:
        return seconds * 1000 * WORDS_A_PAGE / self.words if self.words else 0.0

    def lines(self) -> Iterator[str]:
        """Yield every miss, every wrong value and the table of scores."""
        for name, score in self.scores.items():
            if score.lines:
                yield name
                yield from score.lines
        yield f"\n{'fact':36}{'right':>6}{'missed':>7}{'wrong':>6}{'prec.':>7}{'recall':>7}{'F1':>6}"
        for name, score in self.scores.items():
            if score.right + score.missed + score.wrong:
                yield _row(name, score)
        yield _row("value, deadline, weights", self.total(STRICT))
        yield _row("all", self.total())
        yield f"chosen statement right: {self.chosen} of {self.asked}"
        yield (
            f"facts cost {self.page_cost:.2f} ms a page (bar {COST_BAR}); a page of {WORDS_A_PAGE} words"
            f" {self._cost(self.again):.2f} ms, and {self._cost(self.first):.2f} the first time, as patterns are made"
        )


def _score(
    name: str, pack: str, stated: list[Any], spare: list[Any], found: Sequence[Fact[Any]], lines: list[str]
) -> Score:
    score = Score()
    values = list(_distinct(found))
    for each in _distinct_labels(stated):
        if any(is_one_of(name, fact, each) for fact in values):
            score.right += 1
        elif None not in each.get("alternatives", []) and not each.get("stage"):
            score.missed += 1
            lines.append(f"  miss  {pack}: {short(each['value'])}  “{each['quote'][:110]}”{_note(each)}")
    for fact in values:
        labelled = any(is_one_of(name, fact, each) for each in stated)
        if not labelled and not any(equal(name, fact, value) for value in spare):
            score.wrong += 1
            star = " *" if fact.chosen else ""
            lines.append(f"  wrong {pack}: {short(as_data(fact.value))}  “{fact.quote[:150]}” ({fact.place}){star}")
    return score


def _note(label: Mapping[str, Any]) -> str:
    return f" [{label['note']}]" if label.get("note") else ""


def _distinct(found: Iterable[Fact[Any]]) -> Iterator[Fact[Any]]:
    seen = set()
    for fact in found:
        key = short(as_data(fact.value))
        if key not in seen:
            seen.add(key)
            yield fact


def _distinct_labels(stated: Iterable[Any]) -> Iterator[Any]:
    seen = set()
    for each in stated:
        key = short(each["value"])
        if key not in seen:
            seen.add(key)
            yield each


def _row(name: str, score: Score) -> str:
    counts = f"{score.right:6}{score.missed:7}{score.wrong:6}"
    return f"{name:36}{counts}{score.precision:7.2f}{score.recall:7.2f}{score.f1:6.2f}"
