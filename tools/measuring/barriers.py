"""Compares the barriers found in one document as Word and as PDF: what survives the export must be found in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenderlint.facts.access import counted
from tenderlint.linting import lint_pack
from tenderlint.model import Document, Pack
from tenderlint.registry import Book
from tenderlint.settings import settings_from
from tools.measuring.corpus import read_document

SURVIVES = {
    "word-alt-text": ("pdf-alt-text",),
    "word-contrast": ("pdf-contrast",),
    "word-fake-headings": ("pdf-fake-headings", "pdf-headings"),
    "word-form-blanks": ("pdf-plain-forms",),
    "word-headings": ("pdf-headings",),
    "word-language": ("pdf-language",),
    "word-links": ("pdf-links",),
    "word-small-text": ("pdf-small-text",),
    "word-table-headers": ("pdf-table-headers",),
    "word-title": ("pdf-title",),
}
"""Which rules for PDF files find what each rule for Word files finds, where an export keeps it."""
LOST = ("first heading has level", "the first has level")
"""What Word puts right by itself when it writes a PDF: it counts levels from the first that is used."""
_NEEDS_TAGS = frozenset({"word-alt-text", "word-fake-headings", "word-headings", "word-table-headers"})
_DAY = dt.date(2026, 1, 5)


@dataclass
class Barriers:
    """How many barriers of Word files survived in how many pairs, and which of them the PDF rules missed."""

    book: Book
    pairs: int = 0
    survived: int = 0
    missed: list[str] = field(default_factory=list)
    only_in_pdf: list[str] = field(default_factory=list)

    def add(self, folder: Path, twin: Mapping[str, Any]) -> None:
        """Read both files of a pair and compare what is found; a pair that is not there is left out."""
        paths = (folder / twin["docx"], folder / twin["pdf"])
        if all(path.is_file() for path in paths):
            self.compare(twin["name"], *map(read_document, paths))

    def compare(self, name: str, word: Document, pdf: Document) -> None:
        """Compare what is found in one document as Word and as PDF."""
        self.pairs += 1
        found = self._found(word, "word"), self._found(pdf, "pdf")
        for rule, messages in found[0].items():
            if rule not in SURVIVES or all(any(lost in message for lost in LOST) for message in messages):
                continue
            self.survived += 1
            others = SURVIVES[rule] + (("pdf-tagged",) if rule in _NEEDS_TAGS else ())
            if not any(other in found[1] for other in others):
                self.missed.append(f"{name}: {rule}: {messages[0][:90]}")
        for rule, messages in found[1].items():
            sources = [source for source, others in SURVIVES.items() if rule in others]
            if sources and not any(source in found[0] for source in sources):
                self.only_in_pdf.append(f"{name}: {rule}: {messages[0][:90]}")

    def lines(self) -> Iterator[str]:
        """Yield what was missed, what was found in the PDF alone, and the counts."""
        for what, rows in (("missed in the PDF", self.missed), ("found in the PDF alone", self.only_in_pdf)):
            yield from (f"  {what}: {row}" for row in rows)
        found = self.survived - len(self.missed)
        pairs = counted(self.pairs, "pair")
        yield f"twins: {found} of {self.survived} barriers that survive the export are found in both, in {pairs}"

    def _found(self, document: Document, area: str) -> dict[str, list[str]]:
        rules = [check.card.id for check in self.book.checks if check.card.area == area]
        settings = settings_from({"select": rules, "pack": {"commenced": _DAY}})
        pack = Pack(document.path, document.path, (document,))
        report = lint_pack(pack, today=_DAY, settings=settings, book=self.book)
        return {row.id: [each.message for each in row.findings] for row in report.checks if row.findings}
