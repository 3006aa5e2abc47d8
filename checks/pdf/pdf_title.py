"""Has each PDF file a title that says what it is?"""

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    is_poor_title,
    judge,
    not_applicable,
    pdf_files,
    steps,
)


def check(context: Context) -> Result:
    """Read the title that each file gives itself."""
    files = pdf_files(context.pack)
    if not files:
        return not_applicable("there is no PDF file", by_absence=True)
    return judge(
        (
            Finding.at(document, fault=fault, how=steps(document, Need.TITLE))
            for document in files
            if (fault := _fault(document))
        ),
        passed=counted(len(files), "PDF file has a title", "PDF files have titles"),
    )


def _fault(document: Document) -> str:
    title = document.structure.title
    if not (title or "").strip():
        return "has no title"
    if is_poor_title(title):
        return f"has a title that tells nothing (“{title}”)"
    if document.structure.title_shown is False:
        return f"has a title (“{title}”) that is not shown: the name of the file is read out instead"
    return ""
