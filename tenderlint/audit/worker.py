"""What a worker process does: lint one pack after another within limits, and send the rows of each back."""

from __future__ import annotations

import datetime as dt
import gc
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tenderlint.audit.pipes import Inbox, send
from tenderlint.audit.rows import Rows, rows_of
from tenderlint.errors import TenderlintError
from tenderlint.linting import lint
from tenderlint.readers import LACKS_MEMORY
from tenderlint.readers.child import Limits, limit_memory, limit_work, make_quiet, peak_memory
from tenderlint.registry import Book
from tenderlint.report_data import as_data
from tenderlint.settings import Settings

PACK_LIMITS = Limits(wait=300.0)
"""What one pack may cost: bytes of memory and seconds; `work` is for each document."""

MOST_PACKS = 250
"""After so many packs a worker makes way for a fresh one."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all packs of an audit.

    `wait` of the limits is for a whole pack, `own` are folders of checks. With `whole`, the rows of every pack tell
    all words of cards, and not only those that this worker has not told before.
    """

    settings: Settings
    today: dt.date
    limits: Limits = PACK_LIMITS
    standard: bool = False
    own: tuple[Path, ...] = ()
    whole: bool = False


class Task(NamedTuple):
    """A pack to lint: `number` is the caller's own, `notice` a file or ""."""

    number: int
    path: str
    notice: str = ""


class Result(NamedTuple):
    """What came of a task: rows, or why there are none. `seconds` is how long the worker had it."""

    number: int
    rows: Rows | None
    reason: str = ""
    seconds: float = 0.0


def serve(book: Book, terms: Terms, jobs: int, answers: int) -> None:
    """Lint the packs that come in, in a child process, until no more come.

    A job is number, path, notice, and whether each file is to be read in a child of its own. An answer is number,
    rows or None, the reason, whether another try with more care may fare better, and whether this process goes away.
    It does so after much memory, and after `MOST_PACKS`: what it remembers of packs for the next one grows.
    """
    make_quiet()
    first = peak_memory()
    limit_memory(terms.limits.memory)
    gc.disable()  # what a pack leaves behind is looked for once, after it, and not while it is worked on
    gc.freeze()
    known: set[int] = set()
    for count, (number, path, notice, careful) in enumerate(Inbox(jobs).all(), 1):
        rows, reason, again = _linted(book, terms, path, notice, careful, set() if terms.whole else known)
        worn = peak_memory() - first > terms.limits.memory // 2
        if worn and not careful:  # what went short of memory may not have said so
            rows, reason, again = None, "", True
        leaves = worn or count >= MOST_PACKS
        send(answers, (number, None if rows is None else tuple(rows), reason, again, leaves))
        if leaves:
            return
        del rows
        gc.collect(0)


def _linted(
    book: Book, terms: Terms, path: str, notice: str, careful: bool, known: set[int]
) -> tuple[Rows | None, str, bool]:
    def told(name: str, number: int, total: int) -> None:
        limit_work(terms.limits.work)

    try:
        report = lint(
            path, today=terms.today, settings=terms.settings, book=book, notice=Path(notice) if notice else None,
            jobs=int(careful), progress=told, standard=terms.standard,
        )  # fmt: skip
        # What lacks memory beside the other documents may have enough in a child of its own.
        lacking = any(LACKS_MEMORY in note for row in report.documents for note in row.notes)
        if lacking and not careful:
            return None, "", True
        return rows_of(as_data(report), known), "", False
    except TenderlintError as error:
        return None, f"{error.message.removesuffix('.')}. {error.advice}".strip(), False
    except MemoryError:
        megabytes = terms.limits.memory // 1024**2
        return None, f"needs more than the {megabytes:,} MB of memory that a pack may take", not careful
    except Exception as error:  # noqa: BLE001 - whatever it is, the audit goes on and says it
        words = " ".join(str(error).split())[:200]
        return None, f"something unforeseen went wrong ({type(error).__name__}: {words})", not careful
