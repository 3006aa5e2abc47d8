"""Has each Word file a title that says what it is?"""

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    is_poor_title,
    judge,
    late_pattern,
    not_applicable,
    word_files,
)

_NAME = late_pattern(r"_|\bv\d|\.\d|[a-z]-[a-z]", 0)


def check(context: Context) -> Result:
    """Read the title that each file gives itself."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files", by_absence=True)
    return judge(
        (Finding.at(document, fault=fault) for document in files if (fault := _fault(document))),
        passed=counted(len(files), "Word file has a title", "Word files have titles"),
    )


def _fault(document: Document) -> str:
    title = (document.structure.title or "").strip()
    if not title:
        return "has no title"
    if is_poor_title(title) or _is_name_of(document, title):
        return f"has a title that tells nothing (“{title}”)"
    return ""


def _is_name_of(document: Document, title: str) -> bool:
    """A title that repeats the name of its file tells as little as that, unless the name is plain words."""
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    return title.lower() == name.lower() and _NAME.search(title) is not None
