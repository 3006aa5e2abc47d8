"""Do the words of Word files stand still, and are they text?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    first_places,
    judge_files,
    marked,
    word_files,
)

_KINDS = (
    ("animated text", "passage blinks or shimmers", "passages blink or shimmer"),
    ("word art", "passage is drawn as art (WordArt)", "passages are drawn as art (WordArt)"),
)


def check(context: Context) -> Result:
    """Read the marks for text effects that move, and for words drawn as art."""
    return judge_files(word_files(context.pack), "Word file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    for kind, one, several in _KINDS:
        rows = [row for row in marked(document, kind) if not row[0].part.startswith("comment")]
        if rows:
            place, words = rows[0]
            fault = one if len(rows) == 1 else several
            where = first_places(place for place, _ in rows)
            yield Finding.at(place, quote=words[:200], count=f"{len(rows):,}", fault=fault, where=where)
