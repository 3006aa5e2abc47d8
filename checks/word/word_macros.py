"""Do Word files hold macros?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_files, marked, word_files


def check(context: Context) -> Result:
    """Read the mark of files that hold macros."""
    return judge_files(word_files(context.pack), "Word file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    if marked(document, "macros"):
        yield Finding.at(document)
