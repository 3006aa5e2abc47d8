"""Are tracked changes, comments or hidden words left in the files?"""

from collections.abc import Iterator

from tenderlint.checking import Block, BlockKind, Context, Document, Finding, Result, Revision, judge, walk

_NAMES = {Revision.INSERTED: "tracked insertion", Revision.DELETED: "tracked deletion"}
_Kind = tuple[str, str]


def check(context: Context) -> Result:
    """Count changes, comments and hidden words by author in each document, and show the first of each."""
    return judge(
        (finding for document in context.documents() for finding in _of(document)),
        passed="no tracked changes, comments or hidden words",
    )


def _of(document: Document) -> Iterator[Finding]:
    first: dict[_Kind, tuple[Block, str]] = {}
    counts: dict[_Kind, int] = {}
    for block in walk(document.blocks):
        for kind, words in _traces(block):
            first.setdefault(kind, (block, words))
            counts[kind] = counts.get(kind, 0) + 1
    for kind, (block, words) in first.items():
        name, author = kind
        number = counts[kind]
        what = f"{number} {name}{'s' if number > 1 else ''}"
        yield Finding.at(block, quote=words, what=f"{what} by {author}" if author else what)


def _traces(block: Block) -> Iterator[tuple[_Kind, str]]:
    if block.kind is BlockKind.COMMENT:
        yield ("comment", block.author), block.text
        return
    if block.revision in _NAMES and not block.spans:
        yield (_NAMES[block.revision], block.author), block.text
    for span in block.spans:
        words = span.text or block.text[span.start : span.end]
        if span.revision in _NAMES:
            yield (_NAMES[span.revision], span.author), words
        elif span.hidden and words.strip():
            yield ("hidden passage", ""), words
