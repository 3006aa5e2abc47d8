"""Finds in a document's own words its title and whether it is in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from tenderlint.facts.access import is_language, is_poor_title
from tenderlint.fixing.changes import Corrected, Wishes
from tenderlint.model import Block, BlockKind, Document, walk
from tenderlint.patterns import late_pattern

BRITISH = "en-GB"
_AMERICAN = "en-us"
_BRITISH_SIGNS = ("£", ".uk", "United Kingdom", "England", "Scotland", "Wales", "Northern Ireland")
_COMMON = frozenset((
    "the", "of", "and", "to", "in", "is", "be", "for", "that", "with", "on", "are", "will", "must", "shall", "by",
    "this", "which", "you", "your", "not", "have", "from", "any", "all", "if", "or", "we", "should", "may", "been",
    "their", "at", "as", "it", "has", "can", "our", "they", "an",
))  # fmt: skip
_ENGLISH_SHARE = 0.2  # such words are a third and more of running English, and far fewer of any other language
_FEWEST_WORDS = 30
_MOST_WORDS = 5_000
_WORD = late_pattern(r"[^\W\d_]{2,}")
_GENERIC = late_pattern(
    r"(?:table of )?contents?|introduction|background|overview|purpose|scope|summary|executive summary|definitions?"
    r"|foreword|preface|glossary|welcome|general|about this document|version (?:history|control)|document control"
    r"|between|(?:the )?(?:buyer|supplier|authority|contractor|council|client|customer|parties|provider|company)"
    r"|interpretation|appendix|annex|index|instructions|notes?|draft|confidential|important(?: notice)?",
    re.IGNORECASE,
)
_NUMBERED = late_pattern(
    r"(?:[\w-]{1,20} ){0,2}(?:schedule|annexe?|appendix|attachment|part|volume|section|lot|document|form) [\w.]{1,5}",
    re.IGNORECASE,
)
_OPEN_END = late_pattern(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)$", re.IGNORECASE)
_PLACEHOLDER = late_pattern(r"[\[«{<_]|\binsert\b|\btbc\b|lorem ipsum|click or tap|\bxx", re.IGNORECASE)
_SENTENCE = late_pattern(r"[.;,]$|[.!?] [A-Z]")
_EARLY = 25  # blocks at the start among which a title stands
_FIRST = 8
_RUNNING = 15  # blanks: what is longer is running text, and a heading below it names a part
_MOST_LETTERS = 150
_FEWEST_LETTERS = 4
_LARGER = 1.25  # times the size of most words
_MOST_LINES = 4
_OUTSIDE = ("header", "footer", "comment", "footnote", "endnote")


def find_title(document: Document) -> tuple[str, str]:
    """Return the title that a document gives itself in its own words, and where they stand; "" when none is plain."""
    early = list(islice(_text(document), _EARLY))
    before = list(takewhile(lambda block: block.kind is not BlockKind.HEADING, early))
    large = _large_lines(before, _usual_size(document))
    if large:
        return large, "the large words at its start"
    text_before = any(block.text.count(" ") >= _RUNNING for block in before)
    if len(before) < len(early) and not text_before and (title := _with_name(early[len(before) :])):
        return title, "its first heading"
    set_off = _set_off(early)
    return set_off, "the words at its start that are set off from the text" if set_off else ""


def needs_title(document: Document) -> bool:
    """Say whether a document has no title of its own, or one that tells nothing."""
    return is_poor_title(document.structure.title)


def is_british(documents: Iterable[Document]) -> bool:
    """Say whether documents speak of pounds, or of places in the United Kingdom."""
    return any(
        sign in block.text for document in documents for block in walk(document.blocks) for sign in _BRITISH_SIGNS
    )


def english_share(document: Document) -> float | None:
    """Return which share of the words are common English ones; None where there are too few words to tell."""
    words = [word.lower() for block in _text(document) for word in _WORD.findall(block.text)][:_MOST_WORDS]
    if len(words) < _FEWEST_WORDS:
        return None
    return sum(word in _COMMON for word in words) / len(words)


def wanted_language(document: Document, wishes: Wishes, told: Corrected) -> tuple[str, str]:
    """Return the language tag that a document should have, and why; "" where it has one or none can be told.

    What is left to a person is added to `told`.
    """
    now = (document.structure.language or "").strip()
    missing = not now or not is_language(now)
    if not missing and now.lower().replace("_", "-") != _AMERICAN:
        return "", ""
    if wishes.language is not None:
        return ("", "") if now == wishes.language else (wishes.language, "as you said")
    share = english_share(document)
    english = share is not None and share >= _ENGLISH_SHARE
    if english and wishes.british:
        why = f"{share:.0%} of its words are common English ones, and the pack speaks of the United Kingdom"
        return BRITISH, why
    if missing:
        known = "its text is English, but of no country that is told" if english else "its text is not plainly English"
        told.left.append(f"The language is missing, and {known}: say which it is, such as --language en-GB.")
    return "", ""


def _text(document: Document) -> Iterator[Block]:
    for block in walk(document.blocks):
        if block.text and block.kind is not BlockKind.CONTENTS and not block.place.part.startswith(_OUTSIDE):
            yield block


def _usual_size(document: Document) -> float:
    sizes: dict[float, int] = {}
    for block in _text(document):
        if block.look.size is not None:
            sizes[block.look.size] = sizes.get(block.look.size, 0) + len(block.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _large_lines(blocks: list[Block], usual: float) -> str:
    """The first lines that are set much larger than the text, joined where several of one size follow each other."""
    sized = [block for block in blocks if _is_large(block, usual) and _may_be_title(block.text)]
    if not sized:
        return ""
    most = max(block.look.size or 0.0 for block in sized)
    lines: list[str] = []
    for block in blocks:
        if block in sized and block.look.size == most:
            lines.append(block.text.rstrip(" :"))
        elif lines:
            break
    title = ": ".join(lines[:_MOST_LINES])
    return title if len(title) <= _MOST_LETTERS else lines[0]


def _is_large(block: Block, usual: float) -> bool:
    return bool(usual) and (block.look.size or 0.0) >= _LARGER * usual and not block.place.part


def _set_off(blocks: list[Block]) -> str:
    """The one bold line above the text, or the one of several that numbers the document as a schedule or the like.

    Of several others, such as the names of the parties, none is plainly the title.
    """
    bold = list(takewhile(_is_set_off, blocks[:_FIRST]))
    if len(bold) == 1 and _may_stand_above(bold[0]):
        return bold[0].text.rstrip(" :")
    numbered = next((at for at, block in enumerate(bold) if _NUMBERED.fullmatch(block.text.rstrip(" :"))), None)
    return "" if numbered is None else _with_name(bold[numbered:])


def _is_set_off(block: Block) -> bool:
    return block.look.bold or block.text.isupper() or block.kind is BlockKind.HEADING


def _may_stand_above(block: Block) -> bool:
    return not block.place.part and _may_be_title(block.text)


def _with_name(blocks: list[Block]) -> str:
    """The words of the first block, with those of the next where they go on, or where they only number the document.

    "" where they are no title.
    """
    first, second = blocks[0].text.rstrip(" :"), blocks[1].text.rstrip(" :") if len(blocks) > 1 else ""
    if not _may_be_title(first):
        return ""
    whole = first
    for block in blocks[1:_MOST_LINES]:
        if not _OPEN_END.search(whole):
            break
        whole = f"{whole} {block.text.rstrip(' :')}"
    if whole != first or _OPEN_END.search(whole):
        return whole if not _OPEN_END.search(whole) and _may_be_title(whole) else ""
    joined = f"{first}: {second}"
    return joined if _NUMBERED.fullmatch(first) and _names(second) and len(joined) <= _MOST_LETTERS else first


def _names(text: str) -> bool:
    return _may_be_title(text) and not _NUMBERED.fullmatch(text.rstrip(" :"))


def _may_be_title(text: str) -> bool:
    if not _FEWEST_LETTERS <= len(text) <= _MOST_LETTERS or not any(map(str.isalpha, text)):
        return False
    return not (_GENERIC.fullmatch(text.strip(" :.")) or _PLACEHOLDER.search(text) or _SENTENCE.search(text))
