"""Do PDF files read out only what they show?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Need, Result, judge_files, marks_told, steps, tagged_files


def check(context: Context) -> Result:
    """Read the marks for tagged words that stand beyond the edge of their page."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    how = steps(document, Need.STRUCTURE)
    return marks_told(document, "words beyond the page", "piece of text is", "pieces of text are", how=how)
