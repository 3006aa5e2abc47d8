"""Are the lists of PDF files tagged as lists?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    steps,
    tagged_files,
)

_ITEMS = "items without a body"


def check(context: Context) -> Result:
    """Read the marks for lists whose items are not where a screen reader looks for them."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "broken list")
    items = [place for place, fault in rows if fault == _ITEMS]
    lists = [place for place, fault in rows if fault != _ITEMS]
    for places, one, several, fault in (
        (items, "list item holds", "list items hold", "no tag for the words (LBody)"),
        (lists, "list holds", "lists hold", "words that are in no item"),
    ):
        if places:
            yield Finding.at(
                places[0],
                count=counted(len(places), one, several),
                fault=fault,
                where=first_places(places),
                how=steps(document, Need.STRUCTURE),
            )
