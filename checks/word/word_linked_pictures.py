"""Are the pictures of Word files in the files?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_holding,
    marked,
    word_files,
)


def check(context: Context) -> Result:
    """Count the pictures that a file fetches from elsewhere."""
    return judge_holding(word_files(context.pack), "Word file", "pictures", _has_pictures, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "linked picture")
    if rows:
        place, source = rows[0]
        where = first_places(place for place, _ in rows)
        yield Finding.at(place, quote=source[:200], count=counted(len(rows), "picture is", "pictures are"), where=where)


def _has_pictures(document: Document) -> bool:
    return bool(document.structure.pictures)
