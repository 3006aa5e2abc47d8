"""Have the tables of PDF files whole rows and columns, each table in one piece?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    judge_holding,
    marked,
    marks_told,
    steps,
    tagged_files,
)


def check(context: Context) -> Result:
    """Read the marks for tables whose rows differ in length, and for tables that are cut at the end of a page."""

    def has_tables(document: Document) -> bool:
        return bool(context.surveys.of(document).tables)

    return judge_holding(tagged_files(context.pack), "tagged PDF file", "tables", has_tables, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    how = steps(document, Need.STRUCTURE)
    for _, first in marked(document, "uneven table")[:1]:
        several = len(marked(document, "uneven table")) > 1
        fault = f"uneven rows, {'the first of them ' if several else ''}{first}"
        yield from marks_told(document, "uneven table", "table has", "tables have", quoted=False, fault=fault, how=how)
    fault = "cut in two at the end of a page, so that the second part has no header"
    yield from marks_told(document, "table in pieces", "table is", "tables are", fault=fault, how=how)
