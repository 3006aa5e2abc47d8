"""Compares the facts that tenderlint reads with those that a person read: python tools/measure.py FOLDER [PACK ...].

FOLDER holds `labels.jsonl` and the files that it names. Prints precision, recall and F1 for each fact over all labelled
packs, every miss and every wrong value; says so and ends well when the folder is absent.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tenderlint.facts import FACT_NAMES, Facts
from tenderlint.facts.base import Fact
from tenderlint.facts.passages import Passages
from tenderlint.model import Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.roles import with_roles
from tenderlint.testing import pack as text_pack
from tenderlint.values import as_data

DATES = (
    "issue_date", "clarification_deadline", "answers_by", "submission_deadline", "interview_date", "award_date",
    "site_visit", "contract_start", "contract_end",
)  # fmt: skip
STRICT = (
    "contract_value_total", "contract_value_annual", "submission_deadline", "price_weight", "quality_weight",
    "social_value_weight",
)  # fmt: skip
QUOTED = {
    "annual_value": "contract_value_annual", "total_value": "contract_value_total", "value_max": "contract_value_total",
    "deadline": "submission_deadline", "issue": "issue_date", "public_liability": "insurance_public_liability",
}  # fmt: skip
"""What the expectations of single quotations are called, and the fact that each is of."""


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


def main(arguments: Sequence[str]) -> int:
    """Measure the folder named first; only the packs named after it, when there are any."""
    if not arguments:
        print("usage: python tools/measure.py FOLDER [PACK ...]")
        return 2
    folder = Path(arguments[0])
    if not (folder / "labels.jsonl").is_file():
        print(f"nothing to measure: {folder / 'labels.jsonl'} is not there")
        return 0
    tally = Tally()
    for label in rows(folder / "labels.jsonl"):
        if len(arguments) == 1 or label["id"] in arguments[1:]:
            tally.add(label, read_pack(folder, label))
    tally.report()
    if len(arguments) == 1 and (folder / "quotes.jsonl").is_file():
        report_quotes(rows(folder / "quotes.jsonl"))
    return 0


def rows(path: Path) -> list[Any]:
    """Read a file of one JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pack(folder: Path, label: Mapping[str, Any]) -> Pack:
    """Read the files of one labelled pack."""
    there = [name for name in label["files"] if (folder / name).is_file()]
    sources = [Source(name.rpartition("/")[2], (folder / name).read_bytes()) for name in there]
    return Pack(label["id"], label["id"], with_roles(read_or_say(source) for source in sources))


@dataclass
class Tally:
    """The scores of every fact, how often the chosen statement is right, and what the facts cost."""

    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FACT_NAMES})
    asked: int = 0
    chosen: int = 0
    words: int = 0
    seconds: float = 0.0

    def add(self, label: Mapping[str, Any], pack: Pack) -> None:
        """Score every labelled fact of one pack."""
        began = time.process_time()
        facts = Facts(Passages(pack)).as_mapping()
        self.seconds += time.process_time() - began
        self.words += sum(document.words for document in pack.documents)
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
            self.chosen += best is not None and any(_is_one_of(name, best, each) for each in stated)

    def report(self) -> None:
        """Print every miss, every wrong value and the table of scores."""
        for name, score in self.scores.items():
            if score.lines:
                print(f"{name}\n" + "\n".join(score.lines))
        print(f"\n{'fact':36}{'right':>6}{'missed':>7}{'wrong':>6}{'prec.':>7}{'recall':>7}{'F1':>6}")
        everything, strict = Score(), Score()
        for name, score in self.scores.items():
            everything.add(score)
            if name in STRICT:
                strict.add(score)
            print(_row(name, score))
        print(_row("value, deadline, weights", strict))
        print(_row("all", everything))
        print(f"chosen statement right: {self.chosen} of {self.asked}")
        if self.words:
            page = self.seconds * 1000 * 500 / self.words
            took = f"{self.seconds * 1000:.0f} ms"
            print(f"facts took {took} for {self.words:,} words, {page:.2f} ms a page of 500 words")


def report_quotes(quotes: Iterable[Mapping[str, Any]]) -> None:
    """Print how many of the expectations of single quotations are met, and those that are not."""
    asked = met = 0
    for quote in quotes:
        facts = Facts(Passages(text_pack(quote["quote"])))
        for name, expected in quote["expect"].items():
            if name in QUOTED:
                asked += 1
                found = [as_data(fact.value) for fact in facts.all(QUOTED[name])]
                met += _is_met(found, expected)
                if not _is_met(found, expected):
                    print(f"  quote {name} {_short(expected)}: {_short(found)}  “{quote['quote'][:110]}”")
    print(f"quotations: {met} of {asked} expectations met")


def _is_met(found: Sequence[Any], expected: Any) -> bool:
    wanted = expected if isinstance(expected, list) else [expected]
    values = [value["max"] if isinstance(value, dict) else value for value in found]
    return all(any(value == each or str(value) == str(each)[:16] for value in values) for each in wanted)


def _score(
    name: str, pack: str, stated: list[Any], spare: list[Any], found: Sequence[Fact[Any]], lines: list[str]
) -> Score:
    score = Score()
    values = list(_distinct(found))
    for each in _distinct_labels(stated):
        if any(_is_one_of(name, fact, each) for fact in values):
            score.right += 1
        elif None not in each.get("alternatives", []) and not each.get("stage"):
            score.missed += 1
            lines.append(f"  miss  {pack}: {_short(each['value'])}  “{each['quote'][:110]}”{_note(each)}")
    for fact in values:
        labelled = any(_is_one_of(name, fact, each) for each in stated)
        if not labelled and not any(_equal(name, fact, value) for value in spare):
            score.wrong += 1
            star = " *" if fact.chosen else ""
            lines.append(f"  wrong {pack}: {_short(as_data(fact.value))}  “{fact.quote[:150]}” ({fact.place}){star}")
    return score


def _note(label: Mapping[str, Any]) -> str:
    return f" [{label['note']}]" if label.get("note") else ""


def _short(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _distinct(found: Iterable[Fact[Any]]) -> Iterator[Fact[Any]]:
    seen = set()
    for fact in found:
        key = _short(as_data(fact.value))
        if key not in seen:
            seen.add(key)
            yield fact


def _distinct_labels(stated: Iterable[Any]) -> Iterator[Any]:
    seen = set()
    for each in stated:
        key = _short(each["value"])
        if key not in seen:
            seen.add(key)
            yield each


def _is_one_of(name: str, fact: Fact[Any], label: Mapping[str, Any]) -> bool:
    answers = (label["value"], *label.get("alternatives", []))
    return any(value is not None and _equal(name, fact, value) for value in answers)


def _equal(name: str, fact: Fact[Any], expected: Any) -> bool:
    value: Any = as_data(fact.value)
    if name in DATES:
        return _same_day(value, expected.get("date") if isinstance(expected, dict) else expected)
    if name == "page_or_word_limits":
        limits = expected if isinstance(expected, list) else []
        return any(all(value.get(key) == each.get(key) for key in ("words", "pages")) for each in limits)
    if isinstance(expected, dict) and isinstance(value, dict):
        return _same_criterion(value, expected) if "weight" in expected else _same_money(value, expected)
    if isinstance(expected, bool) or isinstance(value, bool):
        return value is expected
    if isinstance(expected, str) and isinstance(value, str):
        return _same_text(value, expected)
    return bool(value == expected)


def _same_day(value: str, expected: Any) -> bool:
    if not isinstance(expected, str):
        return False
    if "/" in expected:
        return any(_same_day(value, part) for part in expected.split("/"))
    day, _, hour = expected.partition("T")
    found, _, at = value.partition("T")
    if len(found) == 7:  # a month alone agrees with a day in it
        return day.startswith(found)
    return found == day and (not at or not hour or hour[:5] == at)


def _same_money(value: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    if value["currency"] != expected["currency"] or value["max"] != expected["max"]:
        return False
    vat = expected.get("vat", "unknown")
    if vat not in ("unknown", value["vat"]):
        return False
    return None in (value["min"], expected["min"]) or value["min"] == expected["min"]


def _same_criterion(value: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    weight = None if str(expected["weight"]).lower() == "pass/fail" else expected["weight"]
    return value["weight"] == weight and _same_text(value["name"], expected["name"])


def _same_text(value: str, expected: str) -> bool:
    one, two = set(_words(value)), set(_words(expected))
    return value == expected or (bool(one & two) and len(one & two) / min(len(one), len(two)) >= 0.8)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9.@]+", re.sub(r"\b(?:the|of|and|to|for|a|provision)\b", " ", text.lower()))


def _row(name: str, score: Score) -> str:
    counts = f"{score.right:6}{score.missed:7}{score.wrong:6}"
    return f"{name:36}{counts}{score.precision:7.2f}{score.recall:7.2f}{score.f1:6.2f}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
