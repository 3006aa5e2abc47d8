"""Tells from its little words which language a document is written in: English, Welsh, or none that is known."""

from __future__ import annotations

from tenderlint.model import BlockKind, Document, walk

_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_ENGLISH = frozenset((
    "the", "of", "and", "to", "in", "for", "be", "will", "with", "that", "is", "are", "by", "as", "or", "this", "any",
    "on", "must", "shall", "you", "we", "our", "your", "from", "not",
))  # fmt: skip
_WELSH = frozenset((
    "y", "yr", "yn", "ac", "o", "ar", "ei", "eu", "i’r", "i'r", "o’r", "o'r", "a’r", "a'r", "sydd", "bydd", "gan",
    "wedi", "mae", "mewn", "neu", "rhaid", "cael", "eich", "hyn", "fod", "chi", "ni", "â",
))  # fmt: skip
_SAMPLE, _FEWEST = 600, 150  # words
_MOSTLY, _HARDLY = 0.2, 0.04  # shares of the words that are little words


def language_of(document: Document) -> str:
    """Return "en" or "cy" where the little words of the running text leave no doubt, or else ""."""
    words: list[str] = []
    for block in walk(document.blocks):
        if block.kind in _PROSE:
            words.extend(block.text.lower().split())
            if len(words) >= _SAMPLE:
                break
    if len(words) < _FEWEST:
        return ""
    english = sum(map(_ENGLISH.__contains__, words)) / len(words)
    welsh = sum(map(_WELSH.__contains__, words)) / len(words)
    if english >= _MOSTLY and welsh < _HARDLY:
        return "en"
    return "cy" if welsh >= _MOSTLY and english < _HARDLY else ""
