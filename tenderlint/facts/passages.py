"""The pack as passages: each stretch of words with what a reader's eye takes in beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from typing import Any, NamedTuple, TypeVar, cast

from tenderlint.facts.word_index import TOKEN, WordIndex
from tenderlint.model import Block, BlockKind, Cell, Document, Pack, Place, Role, Table
from tenderlint.patterns import late_pattern

_SPACE = late_pattern(r"\s")


MOST_LETTERS = 4000
"""Letters of a passage at most: longer than any clause, short enough that looking about a word costs little."""
_T = TypeVar("_T")
_NONE: frozenset[int] = frozenset()
_FEW = 24  # passages that are sooner read than another word is looked up


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: to hash one would be to hash its document
class TableRow:
    """A row as a reader sees it: its cells' words, under the words at the head of each column."""

    cells: tuple[str, ...]
    columns: tuple[int, ...]
    heads: tuple[str, ...]
    table: Table
    number: int

    @property
    def label(self) -> str:
        """The first cell that holds words, which names the row."""
        return next((cell for cell in self.cells if cell.strip()), "")


class Passage(NamedTuple):  # made for every block, and a tuple is made in a third of the time of a dataclass
    """A block's words with its document, the block before it, and the table row that it stands in.

    Passages are told apart by identity.
    """

    text: str
    block: Block
    document: Document
    index: int  # type: ignore[assignment]  # hides the method of a tuple, which nobody asks a passage for
    row: TableRow | None = None
    column: int = -1  # which of row.cells this is
    before: str = ""  # the words of the passage before it, outside tables

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)

    @property
    def place(self) -> Place:
        """Where the passage stands."""
        return self.block.place

    @property
    def role(self) -> Role:
        """What the passage's document is for."""
        return self.document.role

    @property
    def headings(self) -> str:
        """The headings above the passage, outermost first, in one line."""
        return " > ".join(self.block.place.heading)

    @property
    def head(self) -> str:
        """The words at the head of the passage's column, if it stands in a table."""
        if self.row is None or not 0 <= self.column < len(self.row.heads):
            return ""
        return self.row.heads[self.column]


_passage = Passage._make  # a third of the cost of naming each part


class Passages:
    """Every passage of a pack in the order of reading, made once and shared by all facts and checks."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.kept: dict[Callable[[Passages], Any], Any] = {}

    @cached_property
    def all(self) -> tuple[Passage, ...]:
        """The passages of the text itself: comments are left out."""
        found: list[Passage] = []
        for document in self.pack.documents:
            found.extend(passages_of(document, len(found)))
        return tuple(found)

    def having(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages that hold any of the words (given in small letters), in the order of reading.

        A word may be part of a longer one. Of several in a row the first begins a word, and the last may be cut short.
        """
        known = self._known
        found: set[int] = set()
        for word in words:
            here = known.get(word)
            if here is None:
                here = known[word] = self._index.in_words(word) if _is_alone(word) else self._in_text(word)
            if here:
                found |= here
        every = self.all
        return tuple([every[number] for number in sorted(found)])

    def words(self, phrase: str, ending: str = "") -> Iterator[tuple[Passage, int, int]]:
        """Yield where a phrase (in small letters, single blanks) stands as whole words, with or without an ending.

        Each is a passage with where the words start and end in its text, in the order of reading.
        """
        holding = self._holding(phrase, ending)
        if not holding:
            return
        small, every, size = self._small, self.all, len(phrase)
        for number in sorted(holding):
            text = small[number]
            at = text.find(phrase)
            while at >= 0:
                end = at + size
                if ending and text.startswith(ending, end) and not _is_word(text, end + len(ending)):
                    end += len(ending)
                after, before = text[end : end + 1], text[at - 1 : at]  # both empty where the text begins or ends
                if not (after.isalnum() or before.isalnum() or "_" in (after, before)):
                    yield every[number], at, end
                at = text.find(phrase, at + 1)

    def _candidates(self, phrase: str) -> frozenset[int]:
        """Return the numbers of the passages that hold every word of a phrase, the rarest word first."""
        known = self._known
        sets = []
        for word in phrase.split():
            if word not in known:
                known[word] = self._index.in_words(word)
            if not known[word]:
                return known[word]
            sets.append(known[word])
        sets.sort(key=len)
        return frozenset.intersection(*sets) if sets else frozenset()

    def whole(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages that hold every one of the words (small letters, no signs) whole, in their order."""
        holding = self._all_of(list(map(self._index.with_word, words)))
        return tuple(self.all[number] for number in sorted(holding))

    def known(self, words: Iterable[str]) -> list[str]:
        """Return those of the words (small letters, no signs) that stand whole anywhere in the pack."""
        tokens = self._index.tokens
        return [word for word in words if word in tokens]

    @property
    def vocabulary(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the passages that hold each different word (small letters); some may stand twice."""
        return self._index.tokens

    def _holding(self, phrase: str, ending: str) -> frozenset[int]:
        """Return the numbers of the passages with each word of a phrase whole, the last with or without the ending."""
        words = _tokens_of(phrase)
        if not words:
            return self._candidates(phrase)
        tokens = self._index.tokens
        for word in words[:-1] if ending else words:
            if word not in tokens:
                return _NONE
        last = self._index.with_word(words[-1])
        if ending:
            last |= self._index.with_word(words[-1] + ending)
        return self._all_of([*map(self._index.with_word, words[:-1]), last]) if len(words) > 1 else last

    @staticmethod
    def _all_of(sets: list[frozenset[int]]) -> frozenset[int]:
        if len(sets) == 1:
            return sets[0]
        return frozenset.intersection(*sorted(sets, key=len)) if sets else _NONE

    def matching(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """Return the passages that hold the pattern (written for small letters), in the order of reading.

        It pays only for a pattern that begins with a literal, which the search can leap to.
        """
        text, starts = self._letters
        found = {bisect_right(starts, match.start()) - 1 for match in pattern.finditer(text)}
        return tuple(self.all[number] for number in sorted(found))

    def _in_text(self, words: str) -> frozenset[int]:
        """Return the numbers of the passages that hold several words in a row, by the longest of them."""
        found: frozenset[int] | None = None
        known = self._known
        for word in _ends_marked(words):
            here = known.get(word)
            if here is None:
                here = known[word] = self._index.in_words(word)
            found = here if found is None else found & here
            if len(found) <= _FEW:
                break
        if not found:
            return _NONE
        small = self._small
        return frozenset([number for number in found if words in small[number]])

    @cached_property
    def _known(self) -> dict[str, frozenset[int]]:
        return {}

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._small)

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        """All words of the pack in small letters, searched in one go, and where each passage starts in them."""
        starts, at = [], 0
        for text in self._small:
            starts.append(at)
            at += len(text) + 1
        return "\n".join(self._small), starts

    @cached_property
    def _small(self) -> list[str]:
        return [passage.text.replace("\u2019", "'").lower() for passage in self.all]


def once_a_pack(find: Callable[[Passages], _T]) -> Callable[[Passages], _T]:
    """Return the function, which looks only once into the same passages and lets go of them with their pack."""

    @wraps(find)
    def found(passages: Passages) -> _T:
        if find not in passages.kept:
            passages.kept[find] = find(passages)
        return cast(_T, passages.kept[find])

    return found


@lru_cache(maxsize=4096)
def _is_alone(words: str) -> bool:
    return _SPACE.search(words) is None


@lru_cache(maxsize=4096)
def _tokens_of(phrase: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(phrase))


@lru_cache(maxsize=4096)  # the phrases are those of the rules, and each is asked for in every pack
def _ends_marked(words: str) -> tuple[str, ...]:
    """Return the words of a phrase, the whole ones first and then the longest.

    A line feed stands where a word starts or ends: the first starts where the phrase does, the last may be cut short.
    """
    if not words.isprintable():  # it holds other white space than blanks
        return tuple(sorted(words.split(), key=len, reverse=True))
    marked = words.replace(" ", "\n \n")
    whole = words.partition(" ")[0].isalnum()  # beside other first words signs may stand, as in "(employer's"
    parts = (f"\n{marked}" if whole else marked).split(" ")
    return tuple(sorted((part for part in parts if not part.isspace()), key=_quickest))


def _quickest(part: str) -> tuple[bool, int]:
    return not (part[0] == part[-1] == "\n"), -len(part)


def _is_word(text: str, at: int) -> bool:
    """Say whether a letter, digit or low line stands there."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def passages_of(document: Document, first: int = 0) -> Iterator[Passage]:
    """Yield the passages of one document, numbered from `first`."""
    before = ""
    index = first
    for block in document.blocks:
        if block.kind is BlockKind.COMMENT:
            continue
        if block.table is not None:
            for passage in _in_table(block.table, document, index, before):
                yield passage
                index += 1
            continue
        for text in pieces(block.text):
            yield _passage((text, block, document, index, None, -1, before))
            index += 1
            before = text


def pieces(text: str) -> tuple[str, ...]:
    """Return a text whole, or a very long one cut at ends of sentences (else at blanks), so that no search is slow."""
    if len(text) <= MOST_LETTERS:
        return (text,) if text else ()
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[str]:
    while len(text) > MOST_LETTERS:
        cut = text.rfind(". ", 0, MOST_LETTERS) + 1 or text.rfind(" ", 0, MOST_LETTERS)
        cut = cut if cut > 0 else MOST_LETTERS
        yield text[:cut]
        text = text[cut:].lstrip()
    if text:
        yield text


def _in_table(table: Table, document: Document, index: int, before: str) -> Iterator[Passage]:
    heads: dict[int, str] = {}
    for number, cells in enumerate(table.rows):
        texts = tuple(text_of(cell) for cell in cells)
        is_head = _is_head(table, number, cells, texts)
        if is_head:
            for cell, text in zip(cells, texts, strict=True):
                for column in range(cell.column, cell.column + cell.column_span):
                    heads[column] = f"{heads[column]} {text}".strip() if number and column in heads else text
        row = TableRow(
            texts,
            tuple(cell.column for cell in cells),
            tuple("" if is_head else heads.get(cell.column, "") for cell in cells),
            table,
            number,
        )
        for column, cell in enumerate(cells):
            for block in cell.blocks:
                if block.table is not None:
                    for passage in _in_table(block.table, document, index, before):
                        yield passage
                        index += 1
                    continue
                for text in pieces(block.text):
                    yield _passage((text, block, document, index, row, column, before))
                    index += 1


def text_of(cell: Cell) -> str:
    """The words of a cell; most cells hold one paragraph or none."""
    blocks = cell.blocks
    if not blocks:
        return ""
    return blocks[0].text if len(blocks) == 1 and blocks[0].table is None else cell.text


def _is_head(table: Table, number: int, cells: tuple[Cell, ...], texts: tuple[str, ...]) -> bool:
    """A row is a head when the file says so, or when it is the first of several and reads like names."""
    if number < table.header_rows or (cells and all(cell.header for cell in cells)):
        return True
    if table.header_rows or number or len(table.rows) < 2:
        return False
    filled = [text for text in texts if text]
    return len(filled) > 1 and all(len(text) < 60 and not text[:1].isdigit() for text in filled)
