"""Are the files attached to PDF files described?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, counted, judge_holding, marked, pdf_files

_MOST_NAMES = 3


def check(context: Context) -> Result:
    """Read the marks for attached files without description."""
    return judge_holding(pdf_files(context.pack), "PDF file", "attached files", _has_files, _faults)


def _has_files(document: Document) -> bool:
    return any(mark.kind.startswith("attached file") for mark in document.structure.marks)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "attached file without description")
    if rows:
        names = ", ".join(f"“{name}”" for _, name in rows[:_MOST_NAMES])
        more = f" and {len(rows) - _MOST_NAMES} more" if len(rows) > _MOST_NAMES else ""
        count = counted(len(rows), "file is attached", "files are attached")
        yield Finding.at(rows[0][0], quote=rows[0][1], count=count, which=f": {names}{more}")
