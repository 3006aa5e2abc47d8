"""Finds words that are spelt wrongly: unknown, one slip from a common word, and no name or term of the pack's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlint.facts.lexicon import SHORTEST, Lexicon, lexicon
from tenderlint.facts.near import sentence_about
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.statements import clip
from tenderlint.model import BlockKind, Document, Revision
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    from typing import Protocol

    class Suspect(Protocol):
        """What another speller says of a word: its rule, where the word stands, and what it proposes."""

        @property
        def rule(self) -> str: ...  # noqa: D102
        @property
        def words(self) -> str: ...  # noqa: D102
        @property
        def meant(self) -> str: ...  # noqa: D102
        @property
        def passage(self) -> Passage: ...  # noqa: D102
        @property
        def start(self) -> int: ...  # noqa: D102


_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX})
_JOINS = frozenset("'’‘@/\\_-‐‑–&#=+~|*<>{}[]%")  # a word that touches one of these is part of something longer
_STOPS = frozenset(".!?:;•·“\"(")
_LONG = 10  # letters from which a word with a capital is hardly a name that happens to be near a common word
_LONG_LISTED = 8  # the same for a common mistake
_JUDGED = 5  # letters of a word at least, unless it is a mistake of the list: short words have too many neighbours
_TERM = 4  # a word that stands in so many passages is meant
_FOREIGN = 0.25  # share of a passage's words that are unknown when it is in another language
_FEW_UNKNOWN = 3  # unknown words of a passage that say nothing about its language
_DAMAGED = 0.003  # share of a document's words that are slips when its text is damaged, or in another language
_FEW = 10  # slips of a document that say nothing about the whole of it
_MOST_QUOTE = 200
_BEFORE = late_pattern(r"(?<![^ ])([A-Za-z]{1,30}) \Z")
_AFTER = late_pattern(r" ([A-Za-z]{1,30})(?![^ .,;:)])")
_SPELLER = "MORFOLOGIK"  # how LanguageTool names its rules of spelling
_LETTERS = late_pattern(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that is spelt wrongly, the passage and where in it the word stands first, and the word that is meant."""

    word: str
    meant: str
    passage: Passage
    start: int

    @property
    def quote(self) -> str:
        """The sentence that it stands in, or the words about it in a long one."""
        return quoted(self.passage.text, self.start, self.start + len(self.word))


def quoted(text: str, start: int, end: int) -> str:
    """Return the sentence about a stretch of text, or only the words about it where that is long."""
    sentence = sentence_about(text, start)
    return sentence if len(sentence) <= _MOST_QUOTE else clip(text, start, end, _MOST_QUOTE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is spelt wrongly, in the order of reading, and the documents that could not be judged.

    Such a document has so many unknown words that its text is damaged, or not in English.
    """

    slips: tuple[Slip, ...]
    unjudged: tuple[Document, ...]


def spelling(passages: Passages, accepted: Iterable[str] = (), suspects: Iterable[Suspect] = ()) -> Spelling:
    """Judge the running text of a pack; headings, tables and comments are not judged.

    `accepted` are words that the user takes for right, `suspects` those that another speller doubts: they are told
    too when no list knows them and what is proposed is near. Each word is told once, where it stands first.
    """
    known = lexicon()
    right = {word.lower() for word in accepted}
    unknown = {
        word: numbers
        for word, numbers in passages.vocabulary.items()
        if len(word) >= SHORTEST and word.isascii() and word.isalpha() and word not in right
        and (known.mistake(word) or not known.holds(word))
    }  # fmt: skip
    slips = [slip for word, numbers in unknown.items() if (slip := _judged(word, set(numbers), passages, known))]
    counts = Counter(slip.passage.document.path for slip in slips)
    unjudged = tuple(each for each in passages.pack.documents if _is_damaged(each, counts[each.path]))
    left_out = {each.path for each in unjudged}
    slips += _suspected(suspects, {slip.word.lower() for slip in slips} | right, unknown, passages, known)
    told = [
        slip for slip in slips
        if slip.passage.document.path not in left_out and not _is_foreign(slip.passage, unknown)
    ]  # fmt: skip
    return Spelling(tuple(sorted(told, key=lambda slip: (slip.passage.index, slip.start))), unjudged)


def _judged(word: str, numbers: set[int], passages: Passages, known: Lexicon) -> Slip | None:
    """Return the slip that an unknown word is, or None where it may well be right."""
    listed = known.mistake(word)
    if not listed and (len(word) < _JUDGED or len(numbers) >= _TERM or known.knows(word)):
        return None
    uses = [use for number in sorted(numbers) for use in _uses(passages.all[number], word, known)]
    if not uses or _is_name(uses, _LONG_LISTED if listed else _LONG):
        return None
    meant = known.meant(word)
    if not meant:
        return None
    passage, start = uses[0]
    as_it_stands = passage.text[start : start + len(word)]
    return Slip(as_it_stands, _in_the_case_of(as_it_stands, meant), passage, start)


def _suspected(
    suspects: Iterable[Suspect], told: set[str], unknown: Mapping[str, Sequence[int]], passages: Passages,
    known: Lexicon,
) -> Iterator[Slip]:  # fmt: skip
    """Yield the suspects that are slips too: unknown, seldom, no names, and near to what is proposed."""
    for suspect in suspects:
        word = suspect.words.lower()
        numbers = set(unknown.get(word, ()))
        if not suspect.rule.startswith(_SPELLER) or word in told or len(word) < _JUDGED:
            continue
        if not 0 < len(numbers) < _TERM or known.knows(word):
            continue
        told.add(word)
        uses = [use for number in sorted(numbers) for use in _uses(passages.all[number], word, known)]
        if uses and suspect.words.islower() and not _is_name(uses, _LONG) and _is_near(word, suspect.meant, known):
            yield Slip(suspect.words, suspect.meant, suspect.passage, suspect.start)


def _is_near(word: str, meant: str, known: Lexicon) -> bool:
    """Say whether one word comes of another by a few slips: letters that are missing, or a blank."""
    small = meant.lower()
    if " " in small:
        return small.replace(" ", "") == word and all(known.knows(part) for part in small.split())
    if len(word) < _LONG_LISTED - 1 and small[1:] != word:
        return False
    rest = iter(small)
    return 0 < len(small) - len(word) <= 2 and all(letter in rest for letter in word)


def _uses(passage: Passage, word: str, known: Lexicon) -> Iterator[tuple[Passage, int]]:
    """Yield where a word stands by itself in running text: not in an address, a code or a longer word."""
    if not is_prose(passage) or "«" in passage.text:  # the fields of a mail merge are no words
        return
    text, small = passage.text, passage.text.lower()
    at = small.find(word) if len(small) == len(text) else -1
    while at >= 0:
        end = at + len(word)
        if _is_whole(text, at, end) and not _is_torn(text, at, end, known):
            yield passage, at
        at = small.find(word, end)


def is_prose(passage: Passage) -> bool:
    """Say whether a passage is running text or an item of a list: no heading, no cell, nothing taken out."""
    block = passage.block
    return block.kind in _PROSE and block.revision is not Revision.DELETED and passage.row is None


def _is_whole(text: str, start: int, end: int) -> bool:
    word, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if not (word[1:].islower() or word.isupper()):
        return False
    if before in _JOINS or before.isalnum() or before == ".":
        return False
    if after in "'’" and after and text[end + 1 : end + 2] == "s":
        return True
    if after in _JOINS or after.isalnum():
        return False
    return not (after in ".:" and text[end + 1 : end + 2].isalnum())  # www.example, https:


def _is_torn(text: str, start: int, end: int, known: Lexicon) -> bool:
    """Say whether a letter may have gone to the word beside it, as in "receip tof": the reader of a PDF parted them."""
    before, after = _BEFORE.search(text, max(0, start - 40), start), _AFTER.match(text, end)
    return any(each is not None and _is_scrap(each[1], known) for each in (before, after))


def _is_scrap(word: str, known: Lexicon) -> bool:
    return word not in "aAI" if len(word) == 1 else not known.holds(word.lower())


def _is_name(uses: list[tuple[Passage, int]], long: int) -> bool:
    """Say whether a word may be a name: capitals alone, one where no sentence begins, or one always."""
    word_at = [(passage.text, start) for passage, start in uses]
    if all(text[start + 1].isupper() for text, start in word_at):
        return True
    small = any(text[start].islower() for text, start in word_at)
    named = any(text[start].isupper() and not _opens(text, start) for text, start in word_at)
    letters = _LETTERS.match(*word_at[0])
    return (named or not small) and letters is not None and len(letters[0]) < long


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in _STOPS


def _is_foreign(passage: Passage, unknown: Container[str]) -> bool:
    words = [word for word in _LETTERS.findall(passage.text) if word.islower()]
    return sum(word in unknown for word in words) > max(_FEW_UNKNOWN, len(words) * _FOREIGN)


def _is_damaged(document: Document, slips: int) -> bool:
    """Say whether the reader saw that letters are missing, or the slips are too many to be anybody's."""
    if any(mark.kind == "damaged text layer" for mark in document.structure.marks):
        return True
    return slips >= _FEW and slips > document.words * _DAMAGED


def _in_the_case_of(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant
