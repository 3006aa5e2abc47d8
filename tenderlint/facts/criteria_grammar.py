"""Finds the name that a share in a sentence belongs to: before it, or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tenderlint.facts.criteria_names import Kind, core, kind_of, tidy
from tenderlint.facts.shares import Share
from tenderlint.patterns import late_pattern

_JOIN_BEFORE = late_pattern(
    r"(?<![\s:=(\[–—,-])"
    r"(?:[\s:=(\[–—,-]++|\b(?:will|shall|is|are|be|being|to|has|have|having|carr(?:y|ies|ying)|accounts?|accounting"
    r"|for|counts?|makes?|making|up"
    r"|represents?|representing|attracts?|allocated|given|assigned|awarded|worth|weighted|weighting|weight"
    r"|weights|scored?|scores|marks?|points?|at|of"
    r"|a|an|the|out|with|which|as|maximum|max|minimum|constitutes?|comprises?|contributes?|contributing|set"
    r"|equals?|equal|by|percentage|available|towards|form|forms|forming|in|that|this|element|bearing|bears?"
    r"|remaining|other|final|further|balance|rest|balancing|gets?|takes?|earns?|can|up to)){1,60}$",
    re.IGNORECASE,
)
_JOIN_AFTER = late_pattern(
    r"^(?:[\s):=\]–—-]|\b(?:of|for|on|to|the|total|overall|marks?|scores?|points?|available|weighting|weighted|is"
    r"|are|will|be|awarded|allocated|based|upon"
    r"|given|against|attributed|tender|evaluation|final|assigned|assessed|assessment|going|goes|towards|reserved"
    r"|from|by|your|a|an|being|depends?|relates?|set|aside|in|respect|that|whole|contract|decision)\b)+",
    re.IGNORECASE,
)
_EDGE = late_pattern(r"[,;:.()|\[\]/\n]|\s(?:and|or|plus|with|while|whilst|whereas|but)\s|\s[–—-]\s|&")
_ITEM_EDGE = late_pattern(r";|:\s|\)\s*[.,]?|^\s*,\s*(?:and )?")
_CAPITAL_ITEM = late_pattern(r"\)?\s*,\s(?:and )?[A-Z]")
STOP = late_pattern(
    r"^.*\b(?:on|upon|against|by|using|is|are|be|will|shall|as|follows|criteria|between|into|where|from|namely|it"
    r"|which|basis|within|including|comprising|split|the)\s+",
    re.IGNORECASE,
)


def named_before(text: str, shares: Sequence[Share]) -> list[str]:
    """Return for each share the name that ends before it, or nothing."""
    names, last = [], 0
    between = [text[one.end : two.start] for one, two in pairwise(shares)]
    listed = len(shares) > 2 and (
        all(";" in words for words in between) or all(map(_CAPITAL_ITEM.match, between))
    )
    for share in shares:
        words = text[last : share.start]
        names.append(_item(words) if listed else _tail(words))
        last = share.end
    return names


def named_after(text: str, shares: Sequence[Share]) -> list[str]:
    """Return for each share the name that begins after it, or nothing."""
    ends = [share.start for share in shares[1:]] + [len(text)]
    return [_front(text[share.end : end]) for share, end in zip(shares, ends, strict=True)]


def _item(words: str) -> str:
    """Return the name in a list whose items are parted by semicolons: all that stands before the share."""
    name = tidy(_JOIN_BEFORE.sub("", _ITEM_EDGE.split(words)[-1]))
    return name if 0 < len(name.split()) <= 14 else _tail(words)


def _tail(words: str) -> str:
    """Return the name that ends a stretch of words before a share."""
    words = _JOIN_BEFORE.sub("", words)
    edge = list(_EDGE.finditer(words))
    plain = words[edge[-1].end() :] if edge else words
    known = _known(re.split(r"\s+", words.strip())[-7:], from_end=True)
    if known:
        return known
    plain = tidy(STOP.sub("", plain))
    return plain if 0 < len(plain.split()) <= 8 else ""


def _front(words: str) -> str:
    """Return the name that begins a stretch of words after a share."""
    words = _JOIN_AFTER.sub("", words)
    edge = _EDGE.search(words)
    plain = words[: edge.start()] if edge else words
    known = _known(re.split(r"\s+", words.strip())[:7], from_end=False)
    if known:
        return known
    plain = tidy(plain)
    return plain if 0 < len(plain.split()) <= 8 else ""


def _known(words: Sequence[str], from_end: bool) -> str:
    """Return the longest run at the end, or the front, of the words that names price, quality or social value."""
    for count in range(len(words), 0, -1):
        run = words[-count:] if from_end else words[:count]
        if re.search(
            r"[,;:/.](?=.)|^(?:and|or|the|of|for|is|are|on|by|to|your|up)$",
            " ".join((run[0], "x") if from_end else ("x", run[-1])).replace(" x", "").replace("x ", ""),
        ):
            continue
        name = " ".join(run)
        if re.search(r"\)\W{0,9}\s\w", name) and "(" not in name:
            continue  # what stands behind the bracket is no part of the name
        if re.search(r"[,;:/]\s?\w|\band\b", name) and kind_of(name) is not Kind.SOCIAL:
            continue
        if kind_of(name) is not Kind.OTHER and re.match(r"[A-Za-z]", name):
            return core(name)
    return ""
