"""Writes `tenderlint/data/cmudict.zip`, which textstat is given, from a copy of the CMU Pronouncing Dictionary.

Usage: python -m tools.make_cmudict FOLDER, where FOLDER holds its `cmudict.dict` and its `LICENSE`. Inside the archive
the dictionary has the form that NLTK reads: a word in capitals, the number of the pronunciation, its sounds.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "tenderlint" / "data" / "cmudict.zip"
NUMBERED = re.compile(r"(?P<word>[^(\s]+)(?:\((?P<number>\d+)\))?")


def lines(text: str) -> Iterator[str]:
    """Yield a line for each pronunciation."""
    for line in text.splitlines():
        word, *sounds = line.partition("#")[0].split() or [""]
        match = NUMBERED.fullmatch(word)
        if match and sounds:
            yield f"{match['word'].upper()} {match['number'] or 1} {' '.join(sounds)}"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.make_cmudict FOLDER")
    folder = Path(sys.argv[1])
    parts = {
        "cmudict": "\n".join(lines((folder / "cmudict.dict").read_text(encoding="utf-8"))) + "\n",
        "LICENSE": (folder / "LICENSE").read_text(encoding="utf-8"),
    }
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))  # a fixed day: the same data give the same file
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text)


if __name__ == "__main__":
    main()
