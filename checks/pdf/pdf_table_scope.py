"""Do the header cells in PDF files say which cells they head?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    has_header,
    judge_holding,
    marks_told,
    steps,
    tagged_files,
)


def check(context: Context) -> Result:
    """Read the marks for tables whose header cells have neither scope nor cells that name them."""

    def has_header_cells(document: Document) -> bool:
        return any(has_header(table) for _, table in context.surveys.of(document).tables)

    return judge_holding(tagged_files(context.pack), "tagged PDF file", "header cells", has_header_cells, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    how = steps(document, Need.STRUCTURE)
    return marks_told(document, "header cell without scope", "table has", "tables have", quoted=False, how=how)
