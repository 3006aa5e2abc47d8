"""Are the lists of PDF files tagged as lists?"""

from collections.abc import Iterator

from tenderlint.checking import (
    BlockKind,
    Context,
    Document,
    Finding,
    Need,
    Result,
    judge_holding,
    marked,
    marks_told,
    steps,
    tagged_files,
    told_once,
    walk,
)

_ITEMS = "items without a body"
_LOOSE = "words that are in no item"
_ORPHAN = "items that are in no list"
_CAPTION = "a caption that is not its first part"


def check(context: Context) -> Result:
    """Read the marks for lists whose items are not where a screen reader looks for them, and for typed bullets."""

    def faults(document: Document) -> Iterator[Finding]:
        yield from _faults(document)
        typed = marked(document, "typed bullet")
        if len(typed) >= context.setting("least_bullets"):
            fault = "with a bullet and " + ("is" if len(typed) == 1 else "are") + " tagged as plain text"
            how = steps(document, Need.STRUCTURE)
            yield from marks_told(document, "typed bullet", "line starts", "lines start", fault=fault, how=how)

    return judge_holding(tagged_files(context.pack), "tagged PDF file", "lists", _has_lists, faults)


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
        yield from told_once(places, one, several, fault=fault, how=steps(document, Need.STRUCTURE))


def _has_lists(document: Document) -> bool:
    listed = any(block.kind is BlockKind.LIST_ITEM for block in walk(document.blocks))
    return listed or bool(marked(document, "typed bullet"))
