"""Lays out how hard each section of a document is to read as a strip of bars, and says the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from tenderlint.formats.words import plural
from tenderlint.report import DocumentRow, Report
from tenderlint.report_reading import Scores, SectionReading

WIDTH, HEIGHT = 600, 60
"""The size of a strip in the drawing's own units."""
_LOWEST, _HIGHEST = 4.0, 24.0
"""The reading ages at which a bar has no height, and the whole."""
_LEAST = 4.0  # the height of a section without a score, or with a very low one
FOLD_AFTER = 6
"""So many documents are shown; the rest are folded away."""


@dataclass(frozen=True, slots=True)
class Band:
    """A range of reading ages, the easiest being number 1; number 0 has no score. `typical` is an age within it."""

    number: int
    most: float
    words: str
    ages: str = ""
    typical: float = 0.0

    @property
    def height(self) -> float:
        """How high a bar in the middle of this band is."""
        return _height(self.typical)


def _height(age: float | None) -> float:
    """Return how high the bar of a reading age is."""
    share = ((age or 0.0) - _LOWEST) / (_HIGHEST - _LOWEST)
    return round(max(HEIGHT * min(share, 1.0), _LEAST), 1)


MOST_WANTED = 14.5
"""Public bodies aim at a reading age of 14, and ages are told in whole years."""
BANDS = (
    Band(1, 9.5, "Easy", "up to 9", 8),
    Band(2, 11.5, "Plain", "10 or 11", 10.5),
    Band(3, MOST_WANTED, "Middling", "12 to 14", 13),
    Band(4, 17.5, "Hard", "15 to 17", 16),
    Band(5, 20.5, "Very hard", "18 to 20", 19),
    Band(6, float("inf"), "Extremely hard", "21 or more", _HIGHEST),
)
UNKNOWN = Band(0, 0, "Too short to tell")
LINE = HEIGHT - _height(MOST_WANTED)
"""Where the line of reading age 14 runs; bars that rise above it are harder than public bodies aim at."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One section: from `x` so wide, and as high as its reading age."""

    x: float
    width: float
    height: float
    band: Band
    name: str
    section: SectionReading

    @property
    def told(self) -> str:
        """What is shown when a pointer rests on the bar."""
        age = self.section.scores.reading_age
        score = f"reading age {years(age)}, {self.band.words.lower()}" if age is not None else self.band.words.lower()
        return f"{self.name}: {score}, {plural(self.section.scores.words, 'word')}"


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of one document."""

    document: DocumentRow
    scores: Scores
    bars: tuple[Bar, ...]

    @property
    def hardest(self) -> Bar | None:
        """The section that needs the highest reading age."""
        return max((bar for bar in self.bars if bar.band.number), key=_age, default=None)

    @property
    def over(self) -> int:
        """How many sections are harder than a reading age of 14."""
        return sum(bar.band.number > 3 for bar in self.bars)


def strips(report: Report) -> tuple[Strip, ...]:
    """Return the strips of the documents that have a score."""
    return tuple(
        Strip(row, row.reading.scores, _bars(row.reading.sections))
        for row in report.documents
        if row.reading is not None and row.reading.scores.grade is not None
    )


def without(report: Report) -> tuple[DocumentRow, ...]:
    """Return the documents that were read but have no score."""
    return tuple(row for row in report.documents if row.reading is not None and row.reading.scores.grade is None)


def band_of(scores: Scores) -> Band:
    """Return the band of some scores."""
    age = scores.reading_age
    return UNKNOWN if age is None else next(band for band in BANDS if age < band.most)


def section_name(section: SectionReading) -> str:
    """Return what a section is called: its heading, and how many more headings it takes in."""
    name = section.heading[-1].rstrip(": ") if section.heading else "Before the first heading"
    return f"{name}, and {section.more} more heading{'s' * (section.more > 1)}" if section.more else name


def quoted_name(section: SectionReading) -> str:
    """Return the same for a sentence: only the words of the heading itself stand in quotes."""
    name, more, rest = section_name(section).rpartition(", and ") if section.more else (section_name(section), "", "")
    return f"“{name}”{more}{rest}"


def years(age: float) -> int:
    """Return a reading age in whole years; half a year counts up."""
    return floor(age + 0.5)


def beyond(report: Report) -> int:
    """Return by how many words what was scored and what was left out add up to more than all words of the pack."""
    if report.reading is None:
        return 0
    told = report.reading.scores.words + sum(row.words for row in report.reading.left_out)
    return max(0, told - sum(row.words for row in report.documents))


def scope(report: Report) -> str:
    """Return of what the figures of the pack tell: of all of it, or only of what was read."""
    read, files = sum(row.read != "not" for row in report.documents), len(report.documents)
    if read < files:
        return f"what was read ({read} of {plural(files, 'file')})"
    return "what was read of the pack" if report.not_read else "the whole pack"


def duration(minutes: float) -> str:
    """Return a time to read in hours and minutes."""
    whole = max(1, round(minutes))
    hours, rest = divmod(whole, 60)
    parts = ([plural(hours, "hour")] if hours else []) + ([plural(rest, "minute")] if rest else [])
    return " and ".join(parts)


def _age(bar: Bar) -> float:
    return bar.section.scores.reading_age or 0.0


def _bars(sections: tuple[SectionReading, ...]) -> tuple[Bar, ...]:
    """Place the sections one after the other, each as wide as it has words."""
    total = sum(section.scores.words for section in sections) or 1
    done, before = [], 0
    for section in sections:
        x = WIDTH * before / total
        before += section.scores.words
        width = WIDTH * before / total - x
        height, band = _height(section.scores.reading_age), band_of(section.scores)
        done.append(Bar(round(x, 1), round(width, 1), height, band, section_name(section), section))
    return tuple(done)
