"""Do the header cells in PDF files say which cells they head?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Need, Result, judge_files, marks_told, steps, tagged_files


def check(context: Context) -> Result:
    """Read the marks for tables whose header cells have neither scope nor cells that name them."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    how = steps(document, Need.STRUCTURE)
    return marks_told(document, "header cell without scope", "table has", "tables have", quoted=False, how=how)
