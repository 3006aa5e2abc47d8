"""Makes the list of British English words of the SCOWL word lists (Debian package `scowl`)."""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "tenderlint" / "data"
SCOWL = Path("/usr/share/dict/scowl")
NOTICE = Path("/usr/share/doc/scowl/copyright")
COMMON = 60
"""Words up to this level of SCOWL are proposed for a word that is not known."""
MOST = {"words": 70, "upper": 80, "proper-names": 80, "abbreviations": 80}
"""The level up to which each kind of list is taken; above 70 rare words are the twins of common mistakes."""
REGIONS = ("english", "british", "british_z", "british_variant_1", "british_variant_2")
SHORTEST = 2


def main(folder: Path = SCOWL, notice: Path = NOTICE, target: Path = DATA) -> None:
    """Write the words and the notice under which they may be given on."""
    known, common = words(folder)
    (target / "words.txt").write_text("\n".join(lines(known, common)) + "\n", encoding="ascii")
    (target / "words-notice.txt").write_text(notice.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"{len(known)} words, of which {len(common)} are common")


def words(folder: Path) -> tuple[set[str], set[str]]:
    """Return all words in small letters, and those that are common and no names."""
    known: set[str] = set()
    common: set[str] = set()
    for region, kind, level, path in lists(folder):
        if region not in REGIONS or level > MOST.get(kind, -1):
            continue
        for line in path.read_text(encoding="utf-8").split("\n"):
            word = plain(line)
            if len(word) >= SHORTEST and word.isalpha():
                known.add(word)
                if kind == "words" and level <= COMMON and "variant" not in region:
                    common.add(word)
    return known, common


def plain(word: str) -> str:
    """Return a word in small letters without accents, as most people type it: crèche is also creche."""
    return unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode("ascii")


def lists(folder: Path) -> Iterator[tuple[str, str, int, Path]]:
    """Yield region, kind and level of each list, which its name tells: `british-words.50`."""
    for path in sorted(folder.iterdir()):
        name, _, level = path.name.rpartition(".")
        region, _, kind = name.partition("-")
        if level.isdigit() and region != "special":
            yield region, kind, int(level), path


def lines(known: set[str], common: set[str]) -> Iterator[str]:
    """Yield a line for each beginning of three letters: what follows it in common words, then in others."""
    groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for word in sorted(known):
        groups[word[:3]][word not in common].append(word[3:])
    for start, (usual, rare) in sorted(groups.items()):
        yield " ".join((start, *usual, "|", *rare, ""))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
