"""Have the fields in Word forms names, and do they stand in the text?"""

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

_KINDS = ("control without title", "form field without help")
_TO_FILL = frozenset({"check box", "list"})  # a field of text in a header mostly repeats the title of the file


def check(context: Context) -> Result:
    """Count the content controls without a title, the form fields without help, and those in headers and footers."""
    return judge_holding(word_files(context.pack), "Word file", "form fields", _has_fields, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = [row for kind in _KINDS for row in marked(document, kind)]
    beside = [
        row for row in marked(document, "form control")
        if row[1] in _TO_FILL and row[0].part.startswith(("header", "footer"))
    ]  # fmt: skip
    for found, fault in ((rows, "without a name"), (beside, "where nobody looks for them")):
        if found:
            place, words = found[0]
            count = counted(len(found), "field is", "fields are")
            where = first_places(place for place, _ in found)
            yield Finding.at(place, quote=words[:200], count=count, fault=fault, where=where)


def _has_fields(document: Document) -> bool:
    return bool(marked(document, "form control"))
