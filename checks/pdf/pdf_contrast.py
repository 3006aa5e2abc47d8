"""Do the words in PDF files stand out from their background?"""

from collections.abc import Iterator
from typing import NamedTuple

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Look,
    Place,
    Result,
    faintness,
    first_places,
    is_large,
    judge_files,
    marked,
    pdf_files,
)


class _Faint(NamedTuple):
    place: Place
    words: str
    ratio: float
    large: bool


def check(context: Context) -> Result:
    """Measure the contrast of pale words with the colour that was painted under them."""

    def faults(document: Document) -> Iterator[Finding]:
        rows = [faint for row in marked(document, "faint words") if (faint := _measured(*row)) is not None]
        letters = sum(len(row.words) for row in rows)
        if rows and letters >= context.setting("least_letters"):
            yield Finding.at(
                rows[0].place,
                quote=rows[0].words,
                letters=f"{letters:,}",
                ratio=f"{rows[0].ratio:.1f}",
                needed="3" if rows[0].large else "4.5",
                where=first_places(row.place for row in rows),
            )

    return judge_files(pdf_files(context.pack), "PDF file", faults)


def _measured(place: Place, told: str) -> _Faint | None:
    colour, ground, size, weight, words = told.split(" ", 4)
    look = Look(size=float(size), bold=weight == "bold", colour=colour, background=ground)
    ratio = faintness(look)
    return None if ratio is None else _Faint(place, words, ratio, is_large(look))
