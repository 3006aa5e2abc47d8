"""Are the tables that are drawn in PDF files tagged as tables?"""

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
    """Read the marks for grids of lines with words in their cells, on pages whose tags tell of no table."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "table outside tags")
    if rows:
        place, words = rows[0]
        count = counted(len(rows), "table is", "tables are")
        where = first_places(place for place, _ in rows)
        yield Finding.at(place, quote=words, count=count, where=where, how=steps(document, Need.STRUCTURE))
