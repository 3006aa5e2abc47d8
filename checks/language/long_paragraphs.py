"""Are paragraphs short enough to be read?"""

from collections import Counter
from collections.abc import Iterator

from tenderlint.checking import (
    LEAST_WORDS,
    Block,
    BlockKind,
    Context,
    Finding,
    Result,
    cannot_tell,
    counted,
    enough_prose,
    first_places,
    judge,
)

_QUOTED = 160


def check(context: Context) -> Result:
    """Tell for each document how many paragraphs are too long, and quote the start of the longest."""
    if not enough_prose(context):
        return cannot_tell(f"the pack has not {LEAST_WORDS} words of running text")
    return judge(_findings(context), passed="the paragraphs of running text are short enough")


def _findings(context: Context) -> Iterator[Finding]:
    most_words, most_sentences = int(context.setting("words")), int(context.setting("sentences"))
    for rows in context.prose.by_document.values():
        words: Counter[int] = Counter()
        number: Counter[int] = Counter()
        blocks: dict[int, Block] = {}
        for row in rows:
            if row.block.kind is BlockKind.PARAGRAPH:
                key = id(row.block)
                words[key] += row.words
                number[key] += 1
                blocks[key] = row.block
        long = [key for key in blocks if words[key] > most_words and number[key] > most_sentences]
        if long:
            longest = max(long, key=lambda key: words[key])
            where = first_places([blocks[key].place for key in long])
            yield Finding.at(
                blocks[longest], quote=_start(blocks[longest].text), words=words[longest], sentences=number[longest],
                count=counted(len(long), "paragraph is", "paragraphs are"), where=where,
            )  # fmt: skip


def _start(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rpartition(' ')[0]} …"
