"""Are the tables that are drawn in PDF files tagged as tables?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Need, Result, judge_holding, marks_told, steps, tagged_files


def check(context: Context) -> Result:
    """Read the marks for grids of lines with words in their cells, on pages whose tags tell of no table."""

    def has_tables(document: Document) -> bool:
        return bool(context.surveys.of(document).tables)

    return judge_holding(tagged_files(context.pack), "tagged PDF file", "tables", has_tables, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    how = steps(document, Need.STRUCTURE)
    return marks_told(document, "table outside tags", "table is", "tables are", how=how)
