"""Have the fields in PDF forms names?"""

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
    pdf_files,
)


def check(context: Context) -> Result:
    """Count the fields that neither a tooltip nor a tag describes."""
    return judge_files(pdf_files(context.pack), "PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "form field without tooltip")
    if rows:
        place, name = rows[0]
        where = first_places(place for place, _ in rows)
        yield Finding.at(place, quote=name, count=counted(len(rows), "field is", "fields are"), where=where)
