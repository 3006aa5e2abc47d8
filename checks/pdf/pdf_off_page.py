"""Do PDF files read out only what they show?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    steps,
    tagged_files,
)


def check(context: Context) -> Result:
    """Read the marks for tagged words that stand beyond the edge of their page."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "words beyond the page")
    if rows:
        place, words = rows[0]
        count = counted(len(rows), "piece of text is", "pieces of text are")
        where = first_places(place for place, _ in rows)
        yield Finding.at(place, quote=words, count=count, where=where, how=steps(document, Need.STRUCTURE))
