"""Compares what is read of one document in Word and in PDF: facts, reading level, headings, items and tables.

Headings are the lines that other words stand under, whether the file marks them as headings or they only look so;
those that each file marks are counted beside them, as a PDF file has often lost, or won, such marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenderlint.facts import FACT_NAMES, Facts
from tenderlint.facts.passages import Passages
from tenderlint.model import BlockKind, Document, Pack, walk
from tenderlint.readability import count, flesch_kincaid_grade, sentences_of
from tenderlint.values import as_data
from tools.measuring.corpus import read_document, short

GRADE_BAR = 0.5
SHARE_BAR = 0.05
NAMES = ("facts", "grade", "headings", "items", "tables", "marked headings")
_SHOWN = 6
_KINDS = {"items": BlockKind.LIST_ITEM, "tables": BlockKind.TABLE, "marked headings": BlockKind.HEADING}
_NO_LETTER = re.compile(r"\W+")


@dataclass
class Twins:
    """How many pairs agree in each respect, and where the others differ."""

    pairs: int = 0
    agreed: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def add(self, folder: Path, twin: Mapping[str, Any]) -> None:
        """Read both files of a pair and compare them; a pair that is not there is left out."""
        paths = (folder / twin["docx"], folder / twin["pdf"])
        if not all(path.is_file() for path in paths):
            self.told.append(f"  {twin['name']}: one of its files is not there")
            return
        word, pdf = map(read_document, paths)
        self.pairs += 1
        told = {"facts": list(_facts(word, pdf)), "grade": list(_grades(word, pdf))}
        told["headings"] = list(_compared("heading", _headings(word), _headings(pdf)))
        for name, kind in _KINDS.items():
            told[name] = list(_compared(name.removesuffix("s"), _blocks(kind, word), _blocks(kind, pdf)))
        for name, lines in told.items():
            self.agreed[name] += not lines
        if any(told.values()):
            self.told.append(f"  {twin['name']}")
            self.told.extend(f"    {line}" for lines in told.values() for line in lines)

    def lines(self) -> Iterator[str]:
        """Yield every difference, and in how many pairs each thing agrees."""
        yield from self.told
        counts = ", ".join(f"{name} {self.agreed[name]}" for name in NAMES)
        yield f"twins: of {self.pairs} pairs agree in {counts}"


def _facts(word: Document, pdf: Document) -> Iterator[str]:
    both = [Facts(Passages(Pack("twin", "twin", (document,)))) for document in (word, pdf)]
    for name in FACT_NAMES:
        found = [{short(as_data(fact.value)).lower(): fact for fact in facts.all(name)} for facts in both]
        for mine, other, kind in ((found[0], found[1], "Word"), (found[1], found[0], "PDF")):
            for value, fact in mine.items():
                if value not in other:
                    yield f"{name} only in {kind}: {value}  “{fact.quote[:100]}” ({fact.place})"


def _grades(word: Document, pdf: Document) -> Iterator[str]:
    counts = [count(sentences_of(document)) for document in (word, pdf)]
    grades = [flesch_kincaid_grade(each) if each.words else 0.0 for each in counts]
    if abs(grades[0] - grades[1]) > GRADE_BAR:
        told = (f"{grade:.1f} ({each.words} words in {each.sentences} sentences)"
                for grade, each in zip(grades, counts, strict=True))  # fmt: skip
        yield "grade in Word and PDF: " + " and ".join(told)
        texts = [Counter(row.text for row in sentences_of(document)) for document in (word, pdf)]
        yield from _only("sentence", *texts)


def _headings(document: Document) -> Counter[str]:
    """Count the lines that other words stand under; each is told by the lines above it as well.

    Headings that nothing stands under are compared as marked headings.
    """
    found: dict[tuple[str, ...], str] = {}
    for block in walk(document.blocks):
        path = block.place.heading
        if path:
            found.setdefault(tuple(map(_plain, path)), _plain(path[-1]))
    return Counter(found.values())


def _blocks(kind: BlockKind, document: Document) -> Counter[str]:
    return Counter(
        _words(block.text or _first_words(block)) for block in walk(document.blocks) if block.kind is kind
    )


def _compared(name: str, word: Counter[str], pdf: Counter[str]) -> Iterator[str]:
    numbers = word.total(), pdf.total()
    if abs(numbers[0] - numbers[1]) > SHARE_BAR * max(numbers):
        yield f"{name}s in Word and PDF: {numbers[0]} and {numbers[1]}"
        yield from _only(name, word, pdf)


def _plain(text: str) -> str:
    return _NO_LETTER.sub(" ", text).strip().lower()


def _only(name: str, word: Counter[str], pdf: Counter[str]) -> Iterator[str]:
    for kind, extra in (("Word", word - pdf), ("PDF", pdf - word)):
        for text in list(extra)[:_SHOWN]:
            yield f"  {name} only in {kind}: “{text[:90]}”"


def _first_words(block: Any) -> str:
    rows = block.table.rows if block.table is not None else ()
    return " | ".join(cell.text for row in rows[:1] for cell in row)


def _words(text: str) -> str:
    return " ".join(text.split())
