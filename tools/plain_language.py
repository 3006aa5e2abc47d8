"""Times the checks of plain language over real files, and shows what they find: python -m tools.plain_language FOLDER.

FOLDER holds Word, OpenDocument and PDF files, as deep as they like to stand. Prints for each check the milliseconds of
processor time per 100,000 words that it takes beyond splitting into passages and sentences (the least of three runs),
and their sum. With `--sample 20` also the first 20 findings of each check, at most three of one file, for a person to
judge. Ends with 1 when all together take more than the bar; says so and ends well when there is no such file.
"""

from __future__ import annotations

import datetime as dt
import gc
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tenderlint.checking import Context
from tenderlint.engine import answer
from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.linting import lint_pack
from tenderlint.model import Document, Extent, Pack
from tenderlint.pack_words import PackWords
from tenderlint.readability import Prose
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.registry import Book, Check, load_book
from tenderlint.roles import with_roles
from tenderlint.settings import settings_from

CHECKS = (
    "plain-words", "wordy-phrases", "latin-words", "legal-terms-explained", "acronyms-explained", "one-word-for-duty",
    "nested-clauses", "passive-voice", "noun-strings", "double-negatives", "long-paragraphs", "blocks-of-capitals",
)  # fmt: skip
BAR = 60.0  # milliseconds per 100,000 words
_ENDINGS = {".docx", ".odt", ".pdf"}
_DAY = dt.date(2026, 3, 2)
_TIMES, _OF_ONE_FILE, _WIDE = 3, 3, 24


def main(arguments: Sequence[str]) -> int:
    """Print the table, and the sample when it is asked for."""
    places = [each for each in arguments if not each.startswith("--")]
    sample = int(arguments[arguments.index("--sample") + 1]) if "--sample" in arguments else 0
    folder = Path(places[0]) if places else Path()
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS) if places else []
    documents = [each for each in map(_read, files) if each.extent is not Extent.NOT]
    if not documents:
        print("There are no files to look at: give the folder that holds them.")
        return 0
    book = load_book()
    words = sum(document.words for document in documents)
    total = 0.0
    for name, cost in costs(Pack("all", "all", with_roles(documents)), book).items():
        total += cost * 1e8 / words
        print(f"{name:{_WIDE}} {cost * 1e8 / words:6.1f} ms per 100,000 words")
    print(f"{'all together':{_WIDE}} {total:6.1f} ms per 100,000 words, over {words:,} words (bar: {BAR:.0f})")
    if sample:
        show(documents, book, sample)
    return int(total > BAR)


def costs(pack: Pack, book: Book) -> dict[str, float]:
    """Return the seconds that each check takes, and those for laying out the sentences, the least of several runs."""
    least: dict[str, float] = {}
    checks = [book.check(name) for name in CHECKS]
    for _ in range(_TIMES):
        passages = Passages(pack)
        passages.known(("word",))  # splitting into words is not what is timed
        prose = Prose(pack)
        _ = prose.by_document
        shared = PackWords(prose, passages, lambda: book.wording)
        gc.collect()
        start = time.process_time()
        _ = shared.search
        _keep(least, "sentences in one text", start)
        for check in checks:
            _ = check.function
            context = _context(check, pack, passages, prose, shared, book)
            start = time.process_time()
            answer(check, context)
            _keep(least, check.card.id, start)
    return least


def show(documents: Sequence[Document], book: Book, most: int) -> None:
    """Print the first findings of each check with their words and places."""
    found: dict[str, list[str]] = {name: [] for name in CHECKS}
    settings = settings_from({"select": list(CHECKS), "pack": {"commenced": _DAY}})
    for document in documents:
        for row in lint_pack(Pack(document.path, document.path, with_roles([document])), today=_DAY, settings=settings,
                             book=book).checks:  # fmt: skip
            for finding in row.findings[:_OF_ONE_FILE]:
                found[row.id].append(f"{document.path}: {finding.message}\n    “{finding.where.quote}”")
    for name, lines in found.items():
        print(f"\n{name}: {len(lines)}")
        print("\n".join(f"  {number}. {line}" for number, line in enumerate(lines[:most], start=1)))


def _read(path: Path) -> Document:
    return read_or_say(Source(path.name, path.read_bytes()))


def _keep(least: dict[str, float], name: str, start: float) -> None:
    took = time.process_time() - start
    least[name] = min(least.get(name, took), took)


def _context(
    check: Check, pack: Pack, passages: Passages, prose: Prose, shared: PackWords, book: Book
) -> Context:
    return Context(
        pack=pack, passages=passages, facts=Facts(passages), law=book.law.on("", _DAY), calendar=book.calendar,
        day=_DAY, regime="", nation="", authority_type="", card=check.card, prose=prose, words=shared,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
