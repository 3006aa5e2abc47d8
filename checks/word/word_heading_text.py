"""Do the headings of Word files hold the words of a heading?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    word_files,
)

_KINDS = (
    ("empty heading", "heading has no words", "headings have no words"),
    ("paragraph styled as heading", "paragraph is marked as a heading", "paragraphs are marked as headings"),
)


def check(context: Context) -> Result:
    """Read the marks for empty headings and for whole paragraphs in the style of a heading."""
    return judge_files(word_files(context.pack), "Word file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    for kind, one, several in _KINDS:
        marks = [row for row in marked(document, kind) if not row[0].part]
        if kind == "empty heading":
            marks = [row for row in marks if "heading" in row[1].lower()]
        if marks:
            place, words = marks[0]
            where = first_places(place for place, _ in marks)
            yield Finding.at(place, quote=words, count=counted(len(marks), one, several), where=where)
