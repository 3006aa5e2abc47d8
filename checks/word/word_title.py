"""Has each Word file a title that says what it is?"""

from tenderlint.checking import Context, Document, Finding, Result, is_poor_title, judge, not_applicable, word_files


def check(context: Context) -> Result:
    """Read the title that each file gives itself."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files")
    return judge(
        (Finding.at(document, fault=fault) for document in files if (fault := _fault(document))),
        passed=f"{len(files)} Word files have titles",
    )


def _fault(document: Document) -> str:
    title = document.structure.title
    if not (title or "").strip():
        return "has no title"
    if is_poor_title(title):
        return f"has a title that tells nothing (“{title}”)"
    return ""
