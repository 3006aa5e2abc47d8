"""Have long PDF files bookmarks?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Need, Result, judge_holding, pdf_files, steps


def check(context: Context) -> Result:
    """Ask each long file for bookmarks."""
    most = context.setting("most_pages")

    def is_long(document: Document) -> bool:
        return (document.pages or 0) > most

    def faults(document: Document) -> Iterator[Finding]:
        if is_long(document) and document.structure.bookmarks == 0:
            yield Finding.at(document, pages=f"{document.pages:,}", how=steps(document, Need.BOOKMARKS))

    return judge_holding(pdf_files(context.pack), "PDF file", f"more than {most:,} pages", is_long, faults)
