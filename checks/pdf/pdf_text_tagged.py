"""Is all the text of tagged PDF files tagged?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_files, marked, marks_told, tagged_files


def check(context: Context) -> Result:
    """Read the marks for text that no tag holds, and for tags that hold next to nothing."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    for place, share in marked(document, "tags hold too little"):
        yield Finding.at(place, message=f"The tags hold {share} per cent of the text; the rest is outside of them.")
    yield from marks_told(document, "text outside tags", "piece")
