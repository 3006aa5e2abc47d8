"""Is running text free of blocks of capitals?"""

from collections import defaultdict
from collections.abc import Iterator

from tenderlint.checking import (
    BlockKind,
    Context,
    Finding,
    Passage,
    Result,
    counted,
    first_places,
    is_read,
    judge,
    late_pattern,
    word_files,
)

_RUN = late_pattern(r"[A-Z](?<![A-Z].)[A-Z]+(?:[ ,&/'’-]{1,3}[A-Z0-9]+){3,400}")
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TEXT_BOX, BlockKind.FOOTNOTE})
_VERBS = frozenset((
    "IS", "ARE", "WAS", "WERE", "HAS", "HAVE", "MUST", "SHALL", "WILL", "MAY", "SHOULD", "CAN", "DO", "DOES",
))  # fmt: skip


def check(context: Context) -> Result:
    """Tell for each document where whole clauses stand in capitals."""
    return judge(_findings(context), passed="no clause stands in capitals")


def _findings(context: Context) -> Iterator[Finding]:
    least = int(context.setting("words"))
    written = {document.path for document in word_files(context.pack)}
    found: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    for match in context.words.in_capitals(_RUN):
        if not _is_clause(match[0], least):
            continue
        passage = context.words.passage_at(match.start())
        if passage.block.kind not in _TEXT or passage.row is not None or not is_read(passage):
            continue
        if passage.text.isupper() and passage.document.path in written:
            continue  # whole paragraphs in capitals are told of Word files by a check of their own
        rows = found[passage.document.path]
        if not rows or rows[-1][0] is not passage:
            rows.append((passage, match[0]))
    for rows in found.values():
        first, words = rows[0]
        where = first_places([passage.place for passage, _ in rows])
        yield Finding.at(first, quote=words[:160], count=counted(len(rows), "passage stands", "passages stand"),
                         where=where)  # fmt: skip


def _is_clause(capitals: str, least: int) -> bool:
    """Say whether capitals are read as a sentence, with a verb; titles, names and codes have none."""
    words = [word for word in capitals.split() if word.isalpha()]
    return len(words) >= least and not _VERBS.isdisjoint(words)
