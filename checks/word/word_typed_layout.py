"""Are the lists and gaps in Word files made by the program?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    word_files,
)

_TYPED = "typed list"
_BLANKS = "repeated blanks"
_GAPS = {
    "empty paragraphs": "space was made with several empty lines",
    "spaces": "space was made with the space bar",
    "tabs": "space was made with several tabs",
}


def check(context: Context) -> Result:
    """Count the marks of typed lists and of repeated blanks, each kind by itself."""

    def faults(document: Document) -> Iterator[Finding]:
        kinds = [(marked(document, _TYPED), "bullets or numbers were typed")]
        blanks = marked(document, _BLANKS)
        kinds += [(tuple(row for row in blanks if row[1] == name), fault) for name, fault in _GAPS.items()]
        for rows, fault in kinds:
            if len(rows) >= context.setting("least_places"):
                where = first_places(place for place, _ in rows)
                count = f"In {counted(len(rows), 'place')}"
                yield Finding.at(rows[0][0], count=count, fault=fault, where=where)

    return judge_files(word_files(context.pack), "Word file", faults)
