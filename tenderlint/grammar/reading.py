"""Has the running text of a pack read by LanguageTool, a few paragraphs at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from tenderlint.facts.near import sentence_about
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.spelling import is_prose, quoted, spelling
from tenderlint.facts.statements import sentences
from tenderlint.grammar.fault import GrammarError
from tenderlint.grammar.proof import Doubt, Proof

if TYPE_CHECKING:
    from tenderlint.grammar.client import LocalLanguageTool

_MOST_LETTERS = 6000  # of one question: some seconds of work on a slow machine
_LEAST_WORDS = 4
_BREAK = "\n\n"
_OPENING = "\"'“‘(["
_CLOSING = "\"'”’)] "
_BLANKS = ("....", "……", "____", "☐", "□", "«", "»", "[", "]", "<", ">", "{", "}")


def read_pack(passages: Passages, connect: Callable[[], LocalLanguageTool]) -> Proof:
    """Read a pack; a server that fails half way costs only what it has not read, and the proof says so.

    `connect` opens the server; it is not called where the pack has no running text.
    """
    chosen = tuple(_to_read(passages))
    total = sum(map(_words, chosen))
    doubts: list[Doubt] = []
    done = 0
    try:
        client = connect() if chosen else None
        for portion in _portions(chosen):
            assert client is not None
            doubts.extend(_doubts(client, portion))
            done += sum(map(_words, portion))
    except GrammarError as error:
        return Proof(tuple(doubts), done, total, _reason(error))
    return Proof(tuple(doubts), done, total)


def _reason(error: GrammarError) -> str:
    return str(error).removesuffix(".")


def _words(passage: Passage) -> int:
    return passage.text.count(" ") + 1


def _to_read(passages: Passages) -> Iterator[Passage]:
    """Yield the running text that is English and whole; what is repeated word for word is read once."""
    left_out = {document.path for document in spelling(passages).unjudged}
    known: set[str] = set()
    for passage in passages.all:
        if not is_prose(passage) or passage.document.path in left_out or passage.text in known:
            continue
        known.add(passage.text)
        if any(map(is_whole, sentences(passage.text))):
            yield passage


def is_whole(sentence: str) -> bool:
    """Say whether words are a sentence from its capital to its stop, without blanks to fill: only such are judged."""
    inner = sentence.strip(_OPENING + _CLOSING)
    if not inner[:1].isupper() or inner.isupper() or inner.count(" ") < _LEAST_WORDS - 1:
        return False
    return sentence.rstrip(_CLOSING).endswith((".", "!", "?")) and not any(mark in sentence for mark in _BLANKS)


def _portions(passages: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    portion: list[Passage] = []
    size = 0
    for passage in passages:
        if portion and size + len(passage.text) > _MOST_LETTERS:
            yield tuple(portion)
            portion, size = [], 0
        portion.append(passage)
        size += len(passage.text) + len(_BREAK)
    if portion:
        yield tuple(portion)


def _doubts(client: LocalLanguageTool, portion: tuple[Passage, ...]) -> Iterator[Doubt]:
    from tenderlint.grammar.client import matches

    starts = [0, *accumulate(len(passage.text) + len(_BREAK) for passage in portion)]
    for match in matches(client, _BREAK.join(passage.text for passage in portion)):
        number = bisect_right(starts, match.offset) - 1
        doubt = _doubt(match, portion[number], match.offset - starts[number]) if number < len(portion) else None
        if doubt is not None:
            yield doubt


def _doubt(match: Any, passage: Passage, start: int) -> Doubt | None:
    """Return a doubt about whole sentences; None where it runs over the end of a passage, or stands in a fragment."""
    end = start + match.error_length
    sentence = sentence_about(passage.text, start)
    if end > len(passage.text) or not is_whole(sentence):
        return None
    meant = match.replacements[0] if match.replacements else ""
    words = passage.text[start:end]
    if match.rule_id == "EN_A_VS_AN" and passage.text[end : end + 1] == " ":  # "a" alone tells nobody anything
        following = passage.text[end:].split()[0].strip(_OPENING + _CLOSING + ",.;:")
        words, meant = f"{words} {following}", f"{meant} {following}"
    return Doubt(match.rule_id, match.category, passage, start, words, meant, quoted(passage.text, start, end))

