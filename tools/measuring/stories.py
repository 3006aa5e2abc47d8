"""Asks whether stories that exist at three levels of difficulty are ranked rightly by their grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tenderlint.readability import count, flesch_kincaid_grade, sentences_of
from tenderlint.readers.base import Source
from tenderlint.readers.plain import read

BAR = 0.95
LEVELS = ("Ele", "Int", "Adv")
"""The levels, easiest first, as the folders of the OneStopEnglish corpus begin with them."""
_LEVEL = re.compile(r"[-_ ]*(?:ele|int|adv)$", re.IGNORECASE)


@dataclass
class Stories:
    """How many stories were ranked rightly, and the grades of the others."""

    total: int = 0
    ranked: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, folder: Path) -> None:
        """Read every story that a corpus has at all three levels."""
        levels = [_stories(folder, level) for level in LEVELS]
        for name in sorted(set.intersection(*map(set, levels))):
            grades = [_grade(stories[name]) for stories in levels]
            self.total += 1
            if grades[0] < grades[1] < grades[2]:
                self.ranked += 1
            else:
                self.told.append(f"  {name}: grades {', '.join(f'{grade:.1f}' for grade in grades)}")

    def lines(self) -> Iterator[str]:
        """Yield the stories that are ranked wrongly, and the share of the others."""
        yield from self.told
        if self.total:
            share = self.ranked / self.total
            low = "" if share >= BAR else f"  BELOW {BAR:.0%}"
            yield f"stories at three levels: {self.ranked} of {self.total} are ranked rightly ({share:.1%}){low}"


def _stories(folder: Path, level: str) -> dict[str, Path]:
    """Return the files of one level by the name of their story."""
    paths = folder.glob(f"readability/*/*/{level}-Txt/*.txt")
    return {_LEVEL.sub("", path.stem).strip().lower(): path for path in paths}


def _grade(path: Path) -> float:
    return flesch_kincaid_grade(count(sentences_of(read(Source(path.name, path.read_bytes())))))
