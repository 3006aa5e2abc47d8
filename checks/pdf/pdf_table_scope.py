"""Do the header cells in PDF files say which cells they head?"""

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
    """Read the marks for tables whose header cells have neither scope nor cells that name them."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "header cell without scope")
    if rows:
        count = counted(len(rows), "table has", "tables have")
        where = first_places(place for place, _ in rows)
        yield Finding.at(rows[0][0], count=count, where=where, how=steps(document, Need.STRUCTURE))
