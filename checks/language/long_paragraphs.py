"""Are paragraphs short enough to be read?"""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from tenderlint.checking import (
    LEAST_WORDS,
    Block,
    BlockKind,
    Context,
    Finding,
    Result,
    Sentence,
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
        long = [each for each in _paragraphs(rows) if each[1] > most_words and each[2] > most_sentences]
        if long:
            longest, words, number = max(long, key=itemgetter(1))
            where = first_places([block.place for block, _, _ in long])
            yield Finding.at(
                longest, quote=_start(longest.text), words=words, sentences=number,
                count=counted(len(long), "paragraph is", "paragraphs are"), where=where,
            )  # fmt: skip


def _paragraphs(rows: Iterable[Sentence]) -> Iterator[tuple[Block, int, int]]:
    """Yield each paragraph with its words and sentences: those of one paragraph follow each other."""
    block, words, number = None, 0, 0
    for row in rows:
        if row.block is not block:
            if block is not None and block.kind is BlockKind.PARAGRAPH:
                yield block, words, number
            block, words, number = row.block, 0, 0
        words += row.words
        number += 1
    if block is not None and block.kind is BlockKind.PARAGRAPH:
        yield block, words, number


def _start(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rpartition(' ')[0]} …"
