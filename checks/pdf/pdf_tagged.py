"""Is each PDF file tagged?"""

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    judge,
    not_applicable,
    pdf_files,
    steps,
)


def check(context: Context) -> Result:
    """Ask each PDF whether it says what its parts are."""
    files = pdf_files(context.pack)
    if not files:
        return not_applicable("there is no PDF file", by_absence=True)
    return judge(
        (
            Finding.at(document, pages=_pages(document), how=steps(document, Need.TAGS))
            for document in files
            if document.structure.tagged is False
        ),
        passed=counted(len(files), "PDF file is tagged", "PDF files are tagged"),
    )


def _pages(document: Document) -> str:
    if document.pages is None:
        return "unknown length"
    return f"{document.pages} page{'s' if document.pages != 1 else ''}"
