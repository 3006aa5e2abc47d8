"""Finds the phrases of cards: words that an officer may edit, matched whole, in any case, with any quotes and dashes.

In a phrase `(s)` is an ending that may be missing, `...` is up to 40 letters within a sentence, and a word in capitals
such as MEAT must stand in capitals. A phrase with "not" stands also where that is run into the word before ("won't").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from tenderlint.facts.passages import Passage, Passages
from tenderlint.patterns import late_pattern

_PIECES = late_pattern(r"(?<=\w)\(\w{1,4}\)|\.\.\.|['’‘\"“”–—-]|(?<=[\s’'-])[A-Z]{2,}(?=\s|$)")
_ENDING = late_pattern(r"(?<=\w)\\\((\w{1,4})\\\)")
_ACRONYM = late_pattern(r"(?<![\w\\])[A-Z]{2,}(?!\w)")
_TOKEN = late_pattern(r"[^\W_]+")
_ENDED = late_pattern(r"(?P<word>[^\W_]{1,40})\((?P<ending>\w{1,4})\)")
# Words of a phrase that may stand otherwise in the text.
_LOOSE = late_pattern(r"[^\W_]{1,40}\(\w{1,4}\)|[^\W_]{0,40}\.\.\.[^\W_]{0,40}")
_NOT = late_pattern(
    r"(?:\b(?P<verb>will|shall|can|do|does|did|could|would|should|must|need|is|are|was|were|has|have|had) "
    r"|^|(?<=\.\.\.) )not(?= \w|$)|\b(?P<cannot>cannot)\b"
)
_RUN_IN = {"will": "wo", "shall": "sha", "can": "ca", "cannot": "ca"}
_T = "t"
"""What stands as a word of its own in any text with "won't" or "isn't"."""
_PLAIN = late_pattern(r"(?P<words>[\w£%][\w ',&/%£]*\w|\w)(?:\((?P<ending>\w{1,4})\))?")


@lru_cache(maxsize=4096)
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for a card's phrases."""
    longest_first = sorted((*phrases, *_run_in(phrases)) if len(phrases) > 1 else phrases, key=len, reverse=True)
    return late_pattern("|".join(_one_pattern(phrase) for phrase in longest_first), re.IGNORECASE)


@lru_cache(maxsize=4096)
def search_words(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return for each phrase a stretch of small letters that any passage with it must hold."""
    return tuple(sorted({max(_PIECES.split(phrase), key=len).strip().lower() for phrase in phrases}))


@lru_cache(maxsize=1024)
def _run_in(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the phrases with "not" as they stand where it is run in: "won’t accept", "’t accept" for "not accept"."""
    found = []
    for phrase in phrases:
        if match := _NOT.search(phrase):
            verb = match["verb"] or match["cannot"]
            told = f"{_RUN_IN.get(verb, verb)}n’t" if verb else "’t"
            found.append(phrase[: match.start()] + told + phrase[match.end() :])
    return tuple(found)


def holds(phrases: tuple[str, ...], text: str) -> bool:
    """Say whether a text holds any of the phrases: only those are tried whose certain words it has."""
    words = _words_of(text)
    return _holds(phrases, text, words) or (_T in words and _holds(_run_in(phrases), text, words))


def _holds(phrases: tuple[str, ...], text: str, words: frozenset[str]) -> bool:
    table, telling, rest = _by_word(phrases)
    for word in words & telling:
        for phrase, others in table[word]:
            if others <= words and phrase_pattern((phrase,)).search(text):
                return True
    return bool(rest) and any(phrase_pattern((phrase,)).search(text) for phrase in rest)


def first_of(phrases: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Return where the first of the phrases stands in a text, the longest of those that begin there, or None."""
    words = _words_of(text)
    if _T in words:
        phrases = _with_run_in(phrases)
    table, telling, rest = _by_word(phrases)
    tried = [*rest, *(phrase for word in words & telling for phrase, others in table[word] if others <= words)]
    found = [
        (match.start(), -len(phrase), match) for phrase in tried if (match := phrase_pattern((phrase,)).search(text))
    ]
    return min(found, key=itemgetter(0, 1))[2] if found else None


@lru_cache(maxsize=1024)
def _with_run_in(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return (*phrases, *_run_in(phrases))


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text.lower()))


def _certain(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase that stand whole in any text with it."""
    text = phrase.lower()
    if text.isalpha():
        return (text,)
    words = text.split()
    if "".join(words).isalnum():
        return tuple(words)
    text = _LOOSE.sub(" ", text) if "(" in text or "..." in text else text
    return tuple(_TOKEN.findall(text))


_NO_OTHERS: frozenset[str] = frozenset()
Telling = dict[str, list[tuple[str, frozenset[str]]]]
"""Phrases by a word that any text with them must hold, each with the other words that the text must hold then."""


@lru_cache(maxsize=1024)
def _by_word(phrases: tuple[str, ...]) -> tuple[Telling, frozenset[str], tuple[str, ...]]:
    """Return the phrases by their telling words, those words, and the phrases that have none."""
    table: Telling = {}
    rest = []
    for phrase in phrases:
        plain = _certain(phrase)
        if len(plain) == 1:
            table.setdefault(plain[0], []).append((phrase, _NO_OTHERS))
        elif plain:
            table.setdefault(max(plain, key=len), []).append((phrase, frozenset(plain)))
        elif ended := _ENDED.search(phrase):
            for word in (ended["word"], ended["word"] + ended["ending"]):
                table.setdefault(word.lower(), []).append((phrase, _NO_OTHERS))
        else:
            rest.append(phrase)
    return table, frozenset(table), tuple(rest)


def likely(passages: Passages, phrases: tuple[str, ...]) -> list[str]:
    """Return the phrases that may stand in the pack: those whose certain words it has, each once."""
    words = passages.vocabulary.keys()
    table, telling, rest = _by_word(_with_run_in(phrases) if _T in words else phrases)
    tried = [phrase for word in sorted(words & telling) for phrase, others in table[word] if words >= others]
    return list(dict.fromkeys((*rest, *tried)))


def stands(passages: Passages, phrase: str) -> Iterator[tuple[Passage, int, int]]:
    """Yield where a phrase stands: the passage, and where the words start and end in its text."""
    plain = _plain(phrase)
    if plain is None:
        pattern = phrase_pattern((phrase,))
        certain, longest, word = _looked_for(phrase)
        for passage in passages.whole(*certain) if certain else passages.having(*longest):
            if word not in passage.text.lower():
                continue
            for match in pattern.finditer(passage.text):
                yield passage, match.start(), match.end()
        return
    words, ending, capitals = plain
    if not capitals:
        yield from passages.words(words, ending)
        return
    for passage, start, end in passages.words(words, ending):
        if all(passage.text[start + at : start + at + len(word)] == word for at, word in capitals):
            yield passage, start, end


@lru_cache(maxsize=4096)
def _looked_for(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return the certain words of a phrase, its longest stretch, and the longest word of that."""
    longest = search_words((phrase,))
    return _certain(phrase), longest, max(longest[0].split(), key=len, default="")


@lru_cache(maxsize=4096)
def _plain(phrase: str) -> tuple[str, str, tuple[tuple[int, str], ...]] | None:
    """Return a phrase that needs no pattern in small letters, its ending, and the words that must be in capitals."""
    match = _PLAIN.fullmatch(phrase.strip())
    if match is None:
        return None
    words = " ".join(match["words"].split())
    capitals = tuple((each.start(), each[0]) for each in _ACRONYM.finditer(words))
    return words.lower(), (match["ending"] or "").lower(), capitals


def _one_pattern(phrase: str) -> str:
    words = re.escape(phrase.strip()).replace(r"\.\.\.", r"[^.;:?!]{0,40}?")
    words = _ENDING.sub(r"(?:\1)?", words)
    words = _ACRONYM.sub(r"(?-i:\g<0>)", words)
    words = re.sub(r"(?:\\ |\s)+", r"\\s{1,9}", words)
    words = words.replace("’", "'").replace("'", "['’‘]").replace('"', '["“”]').replace(r"\-", r"[-‐‑–—\s]")
    start = r"(?<!\w)" if phrase.strip()[:1].isalnum() else ""
    end = r"(?!\w)" if phrase.strip()[-1:].isalnum() or phrase.strip().endswith(")") else ""
    return f"{start}{words}{end}"
