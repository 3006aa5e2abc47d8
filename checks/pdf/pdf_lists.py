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
_LOOSE = "words that are in no item"
_ORPHAN = "items that are in no list"
_CAPTION = "a caption that is not its first part"


def check(context: Context) -> Result:
    """Read the marks for lists whose items are not where a screen reader looks for them."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "broken list")
    items = [place for place, fault in rows if fault == _ITEMS]
    loose = [place for place, fault in rows if fault == _LOOSE]
    orphans = [place for place, fault in rows if fault == _ORPHAN]
    captions = [place for place, fault in rows if fault == _CAPTION]
    for places, one, several, fault in (
        (items, "list item holds", "list items hold", "no tag for the words (LBody)"),
        (loose, "list holds", "lists hold", _LOOSE),
        (orphans, "list item is", "list items are", "in no list"),
        (captions, "list has", "lists have", _CAPTION),
    ):
        if places:
            yield Finding.at(
                places[0],
                count=counted(len(places), one, several),
                fault=fault,
                where=first_places(places),
                how=steps(document, Need.STRUCTURE),
            )
