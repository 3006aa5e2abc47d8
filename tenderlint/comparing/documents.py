"""Finds for each document of a pack the one that it was in an earlier pack: by bytes, by name, then by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from tenderlint.comparing.rows import DocumentPair, Kind
from tenderlint.model import Document, walk
from tenderlint.patterns import late_pattern

_ENDING = late_pattern(r"\.[a-z0-9]{1,8}$")
_WORDS = late_pattern(r"[a-z]{1,60}|\d{1,20}")
_MARKS = frozenset({
    "amended", "amendment", "approved", "clean", "copy", "draft", "edited", "edition", "final", "issue", "issued",
    "new", "of", "old", "rev", "revised", "revision", "signed", "tracked", "updated", "v", "ver", "version",
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_NAMED = frozenset({
    "annex", "appendix", "attachment", "document", "form", "lot", "part", "schedule", "section", "volume",
})  # fmt: skip
"""What a number belongs to that is part of a name and no version."""
LIKE = 0.5
"""So much of the words of two documents must be the same: a bar of this project."""
_RUN = 4
_MOST_PAIRS = 40_000
"""So many pairs are weighed against each other at most; no tender has hundreds of files without a name in common."""


def pairs_of(old: Sequence[Document], new: Sequence[Document]) -> tuple[DocumentPair, ...]:
    """Return every document of both packs once, in the order of the new pack and then what is gone from the old."""
    left, right = list(range(len(old))), list(range(len(new)))
    met: dict[int, int] = {}

    def match(key: Callable[[Document], Hashable]) -> None:
        """Pair what has a key that occurs once on either side among those that are left; an empty key is none."""
        ours = _once([(key(old[number]), number) for number in left])
        theirs = _once([(key(new[number]), number) for number in right])
        for each in ours.keys() & theirs.keys():
            met[theirs[each]] = ours[each]
            left.remove(ours[each])
            right.remove(theirs[each])

    match(lambda document: (document.path, document.digest))
    match(lambda document: document.path)
    match(lambda document: document.digest)
    match(lambda document: (core_name(document.path), _ending(document.path)) if core_name(document.path) else "")
    match(lambda document: core_name(document.path))
    _match_alike(old, new, left, right, met)
    if len(old) == len(new) == 1 and left:
        met[right.pop()] = left.pop()
    rows = [_pair(old[met[number]] if number in met else None, each) for number, each in enumerate(new)]
    return (*rows, *(DocumentPair(Kind.GONE, old[number].path, None) for number in sorted(left)))


def core_name(path: str) -> str:
    """Return a file's name without folder, ending and what marks a version: "ITT v2 (final).docx" is "itt"."""
    words = _WORDS.findall(_ENDING.sub("", path.rpartition("/")[2].lower()))
    kept = []
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        number = word.isdigit()
        if word in _MARKS or (number and place and before not in _NAMED):
            continue
        kept.append(word)
    return " ".join(kept) if any(word.isalpha() for word in kept) else ""


def _ending(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _once(keyed: list[tuple[Hashable, int]]) -> dict[Hashable, int]:
    number_of = Counter(key for key, _ in keyed)
    return {key: number for key, number in keyed if key and number_of[key] == 1}


def _match_alike(
    old: Sequence[Document], new: Sequence[Document], left: list[int], right: list[int], met: dict[int, int]
) -> None:
    """Pair what is left by the words that both hold, the most alike first."""
    if len(left) * len(right) > _MOST_PAIRS:
        return
    ours = {number: _runs(old[number]) for number in left}
    theirs = {number: _runs(new[number]) for number in right}
    scored = [(likeness(ours[one], theirs[other]), one, other) for one in left for other in right]
    for score, one, other in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= LIKE and one in left and other in right:
            met[other] = one
            left.remove(one)
            right.remove(other)


def _runs(document: Document) -> frozenset[int]:
    """Return the runs of four words that stand in a document."""
    words = [word for block in walk(document.blocks) if block.table is None for word in block.text.lower().split()]
    return frozenset(hash(tuple(words[start : start + _RUN])) for start in range(max(len(words) - _RUN + 1, 0)))


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Return how much two documents share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pair(old: Document | None, new: Document) -> DocumentPair:
    if old is None:
        return DocumentPair(Kind.NEW, None, new.path)
    same = bool(old.digest) and old.digest == new.digest
    return DocumentPair(Kind.KEPT if same else Kind.CHANGED, old.path, new.path)
