"""Reads every file below some folders, and tells which were read, which not and why, and what crashed or was slow.

python tools/robust.py FOLDER ...    exits 1 when a reader crashed, overran its limits or met a fault it did not foresee
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tenderlint.discovery.held import OnDisk
from tenderlint.model import Document, Extent
from tenderlint.readers import STUMBLED
from tenderlint.readers.isolate import CRASHED, read_all
from tenderlint.readers.kinds import READABLE

SLOW = 5.0  # seconds
REASONS = 12  # the most that are listed of a kind
_OVERRAN = "could not be read within"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--slow", type=float, default=SLOW, help="seconds after which a file is listed as slow")
    parser.add_argument("--all", action="store_true", help="list every file that was not read whole, with its notes")
    options = parser.parse_args(arguments)
    missing = [str(folder) for folder in options.folders if not folder.exists()]
    if missing:
        print(f"there is no {', '.join(missing)}", file=sys.stderr)
        return 2
    files = [OnDisk(str(file), file) for folder in options.folders for file in sorted(_files(folder))]
    documents, seconds = _read(files)
    _print_kinds(documents)
    if options.all:
        _print_files("not read whole", [each for each in documents if each.extent is not Extent.FULLY], seconds)
    slow = [document for document in documents if seconds[document.path] > options.slow]
    _print_files(f"slow (more than {options.slow:g} seconds)", slow, seconds)
    bad = [document for document in documents if _went_wrong(document)]
    _print_files("crashed, overran or met an unforeseen fault", bad, seconds)
    return 1 if bad else 0


def _files(folder: Path) -> list[Path]:
    return [folder] if folder.is_file() else [file for file in folder.rglob("*") if file.is_file()]


def _read(files: Sequence[OnDisk]) -> tuple[list[Document], dict[str, float]]:
    """Read one file after another and return the documents, and the seconds that each took by its path."""
    started: list[tuple[str, float]] = []
    documents = read_all(files, progress=lambda path, number, total: started.append((path, time.monotonic())))
    ends = [at for _, at in started[1:]] + [time.monotonic()]
    return documents, {path: end - at for (path, at), end in zip(started, ends, strict=True)}


def _print_kinds(documents: Sequence[Document]) -> None:
    names = {kind.media_type: kind.bare for kind in READABLE}
    table: dict[str, Counter[str]] = {}
    reasons: dict[str, Counter[str]] = {}
    for document in documents:
        name = names.get(document.media_type, document.media_type or "unknown")
        table.setdefault(name, Counter())[document.extent.value] += 1
        if document.extent is Extent.NOT:
            reasons.setdefault(name, Counter())[_reason(document)] += 1
    print(f"{'kind':34} {'fully':>7} {'partly':>7} {'not':>7}")
    for name, counts in sorted(table.items()):
        print(f"{name[:34]:34} " + " ".join(f"{counts[extent.value]:7}" for extent in Extent))
        for reason, count in reasons.get(name, Counter()).most_common(REASONS):
            print(f"        {count:5} {reason}")


def _reason(document: Document) -> str:
    return next((note.text for note in document.notes), "no reason given")


def _print_files(title: str, documents: Sequence[Document], seconds: dict[str, float]) -> None:
    print(f"\n{title}: {len(documents)}")
    for document in documents:
        notes = " | ".join(note.text for note in document.notes)
        print(f"  {seconds[document.path]:6.1f} s  {document.extent.value:6} {document.path}  {notes[:300]}")


def _went_wrong(document: Document) -> bool:
    """Say whether a document ended otherwise than read, or refused for a reason that its reader gave."""
    if document.extent is not Extent.NOT:
        return False
    reason = _reason(document)
    return STUMBLED in reason or reason.startswith((CRASHED, _OVERRAN))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
