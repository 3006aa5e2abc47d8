"""Compares a pack with an earlier one: documents, facts, findings, words, and what that means for the deadline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from tenderlint.comparing.deadline import deadline_of, load_rules
from tenderlint.comparing.documents import pairs_of
from tenderlint.comparing.facts import changes_of
from tenderlint.comparing.findings import answers_of, findings_of
from tenderlint.comparing.rows import Comparison, DocumentPair, Kind
from tenderlint.comparing.text import sections_of
from tenderlint.discovery import load_pack
from tenderlint.folders import folder
from tenderlint.linting import lint_pack
from tenderlint.model import Document, Pack
from tenderlint.registry import Book, load_book
from tenderlint.report import Report
from tenderlint.settings import Settings

Progress = Callable[[str, int, int], None]


def compare(
    old: str | Path, new: str | Path, *, today: dt.date, settings: Settings | None = None, book: Book | None = None,
    progress: Progress | None = None, jobs: int = 1,
) -> Comparison:  # fmt: skip
    """Read and lint both packs, each a folder, a zip or one file, and return all that differs.

    Both are linted with the same `settings`, so that only the packs can make a difference; `today` is as in a lint.
    Raises UsageError where there is no pack, and CardError.
    """
    rules, chosen = book or load_book(), settings or Settings()
    packs = [load_pack(Path(each), jobs=jobs, progress=progress) for each in (old, new)]
    reports = [lint_pack(pack, today=today, settings=chosen, book=rules) for pack in packs]
    return compare_packs(packs[0], reports[0], packs[1], reports[1])


def compare_packs(old: Pack, old_report: Report, new: Pack, new_report: Report) -> Comparison:
    """Return all that differs between two packs that have been read and linted; raises CardError."""
    documents = pairs_of(old.documents, new.documents)
    facts = changes_of(old_report, new_report)
    sections = sections_of(_changed(documents, old, new))
    names = {pair.old: pair.new for pair in documents if pair.old is not None and pair.new is not None}
    return Comparison(
        old_report,
        new_report,
        documents,
        facts,
        findings_of(old_report, new_report, names),
        answers_of(old_report, new_report),
        sections,
        deadline_of(
            old_report, new_report, documents=documents, facts=facts, sections=sections,
            rules=load_rules(folder("checks") / "amendments.toml"),
        ),
    )  # fmt: skip


def _changed(pairs: tuple[DocumentPair, ...], old: Pack, new: Pack) -> list[tuple[Document, Document]]:
    """Return both documents of every pair whose words may differ: both were read, and their bytes are not the same."""
    was = {document.path: document for document in old.documents}
    now = {document.path: document for document in new.documents}
    both = [
        (was[pair.old], now[pair.new])
        for pair in pairs
        if pair.kind is Kind.CHANGED and pair.old is not None and pair.new is not None
    ]
    return [(a, b) for a, b in both if a.blocks and b.blocks]
