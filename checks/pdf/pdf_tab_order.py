"""Does the Tab key follow the order of reading in PDF files?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_holding, marks_told, tagged_files


def check(context: Context) -> Result:
    """Read the marks for pages of tagged files whose links or fields come in another order."""
    return judge_holding(tagged_files(context.pack), "tagged PDF file", "links or form fields", _has_stops, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    return marks_told(document, "tab order not set", "page", quoted=False)


def _has_stops(document: Document) -> bool:
    return any(mark.kind == "links on page" or mark.kind.startswith("form field") for mark in document.structure.marks)
