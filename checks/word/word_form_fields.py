"""Have the fields in Word forms names?"""

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

_KINDS = ("control without title", "form field without help")


def check(context: Context) -> Result:
    """Count the content controls without a title and the form fields without help."""
    return judge_files(word_files(context.pack), "Word file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = [row for kind in _KINDS for row in marked(document, kind)]
    if rows:
        place, words = rows[0]
        where = first_places(place for place, _ in rows)
        yield Finding.at(place, quote=words[:200], count=counted(len(rows), "field is", "fields are"), where=where)
