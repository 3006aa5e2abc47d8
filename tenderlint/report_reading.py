"""What a report says of reading: the scores of documents and of their sections, and what was left out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Data = dict[str, Any]


class Scores(NamedTuple):
    """The figures of a stretch of running text; every score is None where the text is too short for one.

    `ease` is Flesch's reading ease, `grade` the Flesch–Kincaid grade, `reading_age` is in years, the others are
    school grades. `words` and `sentences` are those of the running text only.
    """

    words: int = 0
    sentences: int = 0
    ease: float | None = None
    grade: float | None = None
    reading_age: float | None = None
    fog: float | None = None
    smog: float | None = None
    ari: float | None = None
    coleman_liau: float | None = None


class SectionReading(NamedTuple):
    """The scores of what stands under a heading, or under it and the `more` headings that come after it."""

    heading: tuple[str, ...]
    more: int
    page: int | None
    scores: Scores


class LeftOut(NamedTuple):
    """How many words of one kind no score counts."""

    what: str
    words: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a document, or a whole pack, is to read; `why` says why it has no score, where it has none.

    `minutes` is the time to read all its words once, not only those that are scored.
    """

    scores: Scores
    minutes: float
    why: str = ""
    left_out: tuple[LeftOut, ...] = ()
    sections: tuple[SectionReading, ...] = ()


def reading_data(reading: Reading | None) -> Data | None:
    """Return the plain data of a reading."""
    if reading is None:
        return None
    return {
        **reading.scores._asdict(),
        "minutes": reading.minutes,
        "why": reading.why,
        "left_out": [{"what": row.what, "words": row.words} for row in reading.left_out],
        "sections": [
            {"heading": list(row.heading), "more": row.more, "page": row.page, **row.scores._asdict()}
            for row in reading.sections
        ],
    }


def reading_back(data: Mapping[str, Any] | None) -> Reading | None:
    """Return the reading that `reading_data` wrote; raises KeyError or TypeError when the data is not one."""
    if data is None:
        return None
    return Reading(
        _scores(data),
        data["minutes"],
        data["why"],
        tuple(LeftOut(row["what"], row["words"]) for row in data["left_out"]),
        tuple(
            SectionReading(tuple(row["heading"]), row["more"], row["page"], _scores(row)) for row in data["sections"]
        ),
    )


def _scores(data: Mapping[str, Any]) -> Scores:
    return Scores(**{name: data[name] for name in Scores._fields})
