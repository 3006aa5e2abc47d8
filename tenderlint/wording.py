"""The words that the checks of plain language know: what to avoid, what to say instead, and what may stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import tomli

from tenderlint import toml_store
from tenderlint.errors import CardError
from tenderlint.patterns import late_pattern

KINDS = ("plain", "wordy", "latin", "legal", "known", "shout", "noun", "between")
_TOKEN = late_pattern(r"[^\W_]+")
_LIST_KEYS = {"kind", "title", "source", "url", "doubt", "words"}


@dataclass(frozen=True, slots=True)
class Advice:
    """Words to look for in small letters, the words to say instead, and phrases in which they may stay."""

    forms: tuple[str, ...]
    plain: str
    stays: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """Lists of words by their kind, each a text of lines as `checks/words.toml` explains, read when first used."""

    texts: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()

    def advice(self, kind: str) -> tuple[Advice, ...]:
        """Return the words of one kind with what to say instead; words that the house accepts are left out."""
        found = self._advice.get(kind)
        if found is None:
            found = self._advice[kind] = tuple(self._allowed(_advice_of(self.texts.get(kind, ""))))
        return found

    def advice_for(self, kind: str, vocabulary: Mapping[str, object]) -> list[Advice]:
        """Return those rows of one kind of which the vocabulary (whole words in small letters) may hold a form."""
        rows = self.advice(kind)
        index = self._telling.get(kind)
        if index is None:
            index = self._telling[kind] = _by_longest_word(rows)
        likely = {number for word in index.keys() & vocabulary.keys() for number in index[word]}
        return [rows[number] for number in sorted(likely.union(index.get("", ())))]

    def words(self, kind: str) -> frozenset[str]:
        """Return the bare words of one kind as they are written in the list."""
        found = self._words.get(kind)
        if found is None:
            found = self._words[kind] = frozenset(_parted(self.texts.get(kind, "").replace("\n", ",")))
        return found

    def accepts(self, word: str) -> bool:
        """Say whether the house accepts a word as it is."""
        return word.lower() in self.accepted

    def with_house(self, texts: Mapping[str, str], accepted: Iterable[str]) -> Wording:
        """Return these lists and a house's own: its lines go before ours, so that its plain words win."""
        joined = {kind: f"{texts.get(kind, '')}\n{self.texts.get(kind, '')}" for kind in {*texts, *self.texts}}
        return replace(self, texts=joined, accepted=self.accepted | {word.lower() for word in accepted})

    def _allowed(self, rows: Iterable[Advice]) -> Iterator[Advice]:
        taken: set[str] = set()
        for row in rows:
            forms = tuple(form for form in row.forms if form not in self.accepted and form not in taken)
            taken.update(forms)
            if forms:
                yield replace(row, forms=forms)

    @cached_property
    def _advice(self) -> dict[str, tuple[Advice, ...]]:
        return {}

    @cached_property
    def _telling(self) -> dict[str, dict[str, list[int]]]:
        return {}

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {}


def load_wording(path: Path) -> Wording:
    """Read `words.toml`; raises CardError that names what is wrong in it."""
    try:
        lists = toml_store.loads(path.read_text(encoding="utf-8")).get("list", [])
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise CardError(f"cannot be read: {error}", path.name) from error
    texts: dict[str, str] = {}
    for entry in lists:
        kind = entry.get("kind")
        if kind not in KINDS or entry.keys() - _LIST_KEYS or not {"title", "source", "words"} <= entry.keys():
            raise CardError(f"the list {entry.get('title', kind)!r} has an unknown kind, or unknown or missing keys",
                            path.name)  # fmt: skip
        texts[kind] = f"{texts.get(kind, '')}\n{entry['words']}"
    return Wording(texts)


def _advice_of(text: str) -> Iterator[Advice]:
    for line in text.splitlines():
        words, sign, rest = line.partition("=")
        if sign:
            plain, _, stays = rest.partition("|")
            yield Advice(
                tuple(word.lower() for word in _parted(words)), plain.strip(),
                tuple(word.lower() for word in _parted(stays)),
            )  # fmt: skip


def _by_longest_word(rows: Iterable[Advice]) -> dict[str, list[int]]:
    """Return the numbers of the rows by the longest word of each of their forms; by none where a form has no word."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for form in row.forms:
            longest = max(_TOKEN.findall(form), key=len, default="")
            found.setdefault(longest, []).append(number)
    return found


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
