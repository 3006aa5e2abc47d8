"""May PDF files be read aloud?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_files, marked, pdf_files


def check(context: Context) -> Result:
    """Read the file's own permissions."""
    return judge_files(pdf_files(context.pack), "PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    for place, _ in marked(document, "reading aloud forbidden"):
        yield Finding.at(place)
