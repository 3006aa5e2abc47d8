"""Are the lists, captions, notes and gaps in Word files made by the program?"""

from collections.abc import Iterator, Sequence

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Place,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    typed_captions,
    word_files,
)

_GAPS = {
    "empty paragraphs": "space was made with several empty lines",
    "spaces": "space was made with the space bar",
    "tabs": "space was made with several tabs",
}


def check(context: Context) -> Result:
    """Count what was typed by hand, each kind by itself."""
    least = context.setting("least_places")

    def faults(document: Document) -> Iterator[Finding]:
        blanks = marked(document, "repeated blanks")
        captions = [(block.place, block.text) for block in typed_captions(document, context.surveys.of(document))]
        kinds: list[tuple[Sequence[tuple[Place, str]], str, int]] = [
            (marked(document, "typed list"), "bullets or numbers were typed", least),
            (captions, "the caption of a table or figure was typed", context.setting("least_captions")),
            (marked(document, "typed note"), "the number of a footnote was typed", least),
        ]
        kinds += [([row for row in blanks if row[1] == name], fault, least) for name, fault in _GAPS.items()]
        for rows, fault, bar in kinds:
            if len(rows) >= bar:
                where = first_places(place for place, _ in rows)
                quote = rows[0][1] if rows is captions else ""
                yield Finding.at(
                    rows[0][0], quote=quote, count=f"In {counted(len(rows), 'place')}", fault=fault, where=where
                )

    return judge_files(word_files(context.pack), "Word file", faults)
