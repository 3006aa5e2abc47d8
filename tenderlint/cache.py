"""Keeps the finished report of a run and gives it back when nothing that it depends on has changed."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

from tenderlint.cache_store import clear, held, prune, read_whole, touch, write_whole
from tenderlint.errors import TenderlintError
from tenderlint.outcomes import Outcome
from tenderlint.report import Report
from tenderlint.report_data import as_data, from_data

FORM = 1
"""The form of an entry: another number is another file, so that two versions of the program can share a folder."""
MOST_BYTES = 64 * 1024**2
MOST_DAYS = 30

# What a busy or broken machine does to a file, in the words of the readers: the next run may fare better.
PASSING = ("could not be read within", "crashed over it", "needs more memory", "is gone: it was there")

_TAG = b"""Signature: 8a477f597d28d172789f06886806bc55
# tenderlint can make again all that is in this folder. It is safe to delete.
# Programs that make copies pass by a folder with this file: https://bford.info/cachedir/
"""


class Cache:
    """The reports of earlier runs in a folder. Nothing that goes wrong here stops a run: it is a miss."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._reports = folder / "reports"

    def find(self, key: str) -> Report | None:
        """Return the report that was kept under this key; None where there is none, or it is broken."""
        path = self._path(key)
        sums, _, body = read_whole(path).partition(b"\n")
        if not body or sums.decode("ascii", "replace") != _sums(key, body):
            return None
        try:
            report = from_data(json.loads(body))
        except (ValueError, RecursionError, TenderlintError):
            return None
        touch(path)
        return report

    def keep(self, key: str, report: Report) -> bool:
        """Keep a report under its key, unless another try may give another one; say whether it was kept."""
        if not is_lasting(report):
            return False
        body = json.dumps(as_data(report), separators=(",", ":")).encode()
        if not (self.folder / "CACHEDIR.TAG").exists():
            write_whole(self.folder / "CACHEDIR.TAG", _TAG)
        if not write_whole(self._path(key), f"{_sums(key, body)}\n".encode() + body):
            return False
        prune(self._reports, MOST_BYTES, MOST_DAYS)
        return True

    def clear(self) -> int:
        """Forget everything and return how many reports there were."""
        number = self.held()[0]
        clear(self._reports)
        clear(self.folder)
        return number

    def held(self) -> tuple[int, int]:
        """Return how many reports are kept, and the bytes of all that is kept."""
        return held(self._reports, f".{FORM}.json")

    def _path(self, key: str) -> Path:
        return self._reports / f"{key}.{FORM}.json"


def is_lasting(report: Report) -> bool:
    """Say whether the same pack would give the same report again: not where time, memory or a crash stopped it."""
    if any(row.outcome is Outcome.ERROR for row in report.checks):
        return False
    if any(row.read == "not" and not row.digest for row in report.documents):
        return False
    told = [row.why for row in report.not_read] + [note for row in report.documents for note in row.notes]
    return not any(words in text for text in told for words in PASSING)


def _sums(key: str, body: bytes) -> str:
    return blake2b(key.encode() + body, digest_size=16).hexdigest()
