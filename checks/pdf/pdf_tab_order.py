"""Does the Tab key follow the order of reading in PDF files?"""

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
    tagged_files,
)


def check(context: Context) -> Result:
    """Read the marks for pages of tagged files whose links or fields come in another order."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "tab order not set")
    if rows:
        where = first_places(place for place, _ in rows)
        yield Finding.at(rows[0][0], count=counted(len(rows), "page"), where=where)
