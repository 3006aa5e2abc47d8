"""Are tracked changes, comments or hidden words left in the files?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Block,
    BlockKind,
    Context,
    Document,
    Finding,
    Result,
    Revision,
    clip,
    counted,
    judge,
    walk,
)

_NAMES = {Revision.INSERTED: "tracked insertion", Revision.DELETED: "tracked deletion"}
_Kind = tuple[str, str]
_MOST_QUOTED = 3
_SHORT = 60


def check(context: Context) -> Result:
    """Count changes, comments and hidden words by author in each document, and show the first of each."""
    return judge(
        (finding for document in context.documents() for finding in _of(document)),
        passed="no tracked changes, comments or hidden words",
    )


def _of(document: Document) -> Iterator[Finding]:
    traces: dict[_Kind, list[tuple[Block, str]]] = {}
    for block in walk(document.blocks):
        for kind, words in _traces(block):
            traces.setdefault(kind, []).append((block, words))
    for (name, author), found in traces.items():
        block, words = found[0]
        what = f"{counted(len(found), name)}{f' by {author}' if author else ''}"
        yield Finding.at(block, quote=words, what=what + _others([words for _, words in found[1:]]))


def _others(words: list[str]) -> str:
    """Quote the next ones beside the first, and count the rest."""
    said = [f"“{clip(each, 0, 0, _SHORT)}”" for each in words[:_MOST_QUOTED] if each.strip()]
    more = len(words) - _MOST_QUOTED
    told = [*said, *([f"{more} more"] if more > 0 and said else [])]
    row = " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))
    return f"; beside the one that is quoted: {row}" if row else ""


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
