"""Are headers and footers of PDF files left out when the text is read?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    judge_files,
    marked,
    steps,
    tagged_files,
)


def check(context: Context) -> Result:
    """Read the marks for lines at the edge of pages that are tagged and come again page after page."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "header or footer tagged")
    if rows:
        place, told = rows[0]
        pages, _, words = told.partition(" | ")
        more = f", and {counted(len(rows) - 1, 'more line', 'more lines')} with it" if len(rows) > 1 else ""
        yield Finding.at(
            place, quote=words, words=words, pages=f"{pages} pages", more=more, how=steps(document, Need.STRUCTURE)
        )
