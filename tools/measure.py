"""Compares what tenderlint reads with what a person read: python -m tools.measure FOLDER [PACK ...] [--land].

FOLDER holds `labels.jsonl` and the files that it names, and may hold `quotes.jsonl` and `twins.jsonl`. Prints, for all
labelled packs or for those named, precision, recall and F1 of each fact with every miss and every wrong value, the
answers of the checklist that a person would not give, the differences between twins, and whether stories at three
levels (`readability/`) are ranked rightly. The figures of a whole run go to out/measured.json and are compared with
docs/measured.json, which `--land` writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tenderlint.registry import load_book
from tools.measuring.answers import Answers
from tools.measuring.corpus import read_pack, rows
from tools.measuring.facts import STRICT, Score, Tally
from tools.measuring.quotes import Quotes
from tools.measuring.record import falls, load, save
from tools.measuring.stories import Stories
from tools.measuring.twins import NAMES, Twins

ROOT = Path(__file__).resolve().parent.parent
LANDED = ROOT / "docs" / "measured.json"
LATEST = ROOT / "out" / "measured.json"


def main(arguments: Sequence[str]) -> int:
    """Measure the folder named first; only the packs named after it, when there are any."""
    folder, *packs = [each for each in arguments if each != "--land"] or [""]
    if not folder or not (Path(folder) / "labels.jsonl").is_file():
        print(f"nothing to measure: {Path(folder) / 'labels.jsonl'} is not there (make measure CORPUS=folder)")
        return 0
    labels = [label for label in rows(Path(folder) / "labels.jsonl") if not packs or label["id"] in packs]
    tally, answers = _labelled(Path(folder), labels)
    _show("Facts", tally.lines())
    _show("Checklist", answers.lines())
    if not packs:
        quotes, twins, stories = _others(Path(folder))
        _show("Quotations", quotes.lines())
        _show("Twins", twins.lines())
        _show("Reading level", stories.lines())
        _record(figures(tally, answers, quotes, twins, stories), land="--land" in arguments)
    return 0


def _labelled(folder: Path, labels: Iterable[Any]) -> tuple[Tally, Answers]:
    tally, answers = Tally(), Answers(load_book())
    for label in labels:
        pack = read_pack(folder, label)
        tally.add(label, pack)
        answers.add(label, pack)
    return tally, answers


def _others(folder: Path) -> tuple[Quotes, Twins, Stories]:
    quotes, twins, stories = Quotes(), Twins(), Stories()
    for quote in rows(folder / "quotes.jsonl"):
        quotes.add(quote)
    for twin in rows(folder / "twins.jsonl"):
        twins.add(folder, twin)
    stories.add(folder)
    return quotes, twins, stories


def _show(title: str, lines: Iterable[str]) -> None:
    print(f"== {title}")
    for line in lines:
        print(line)


def figures(tally: Tally, answers: Answers, quotes: Quotes, twins: Twins, stories: Stories) -> dict[str, Any]:
    """Return what is kept of a run: numbers only, so that nothing of a corpus gets into the project."""
    told = {name: score for name, score in tally.scores.items() if score.right + score.missed + score.wrong}
    return {
        "all facts": _kept(tally.total()),
        "value, deadline, weights": _kept(tally.total(STRICT)),
        "chosen statement right": tally.chosen,
        "milliseconds a page": round(tally.page_cost, 2),
        "checklist": {"agree": answers.agreed, "passed although failed": answers.comfort},
        "quotations": {"values read": quotes.read, "as facts": quotes.met},
        "twins": {name: twins.agreed[name] for name in NAMES},
        "stories ranked rightly": stories.ranked,
        "facts": {name: _kept(score) for name, score in told.items()},
    }


def _kept(score: Score) -> dict[str, float]:
    rounded = {"precision": score.precision, "recall": score.recall, "F1": score.f1}
    return {"right": score.right, "missed": score.missed, "wrong": score.wrong} | {
        name: round(value, 3) for name, value in rounded.items()
    }


def _record(found: dict[str, Any], *, land: bool) -> None:
    before = load(LANDED)
    _show("Since the last landed run", list(falls(before, found)) or ["nothing fell" if before else "none landed yet"])
    save(LATEST, found)
    if land:
        save(LANDED, found)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
