"""Reads facts from a few lines of text, and holds every quote to the words of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def read(text: str | Mapping[str, str], name: str) -> list[Any]:
    """Return the different values of a fact, in the order of reading; the quotes must stand in the text."""
    made = Facts(Passages(pack(text)))
    found = made.all(name)
    words = _plain(text if isinstance(text, str) else " ".join(text.values()))
    for fact in found:
        assert _plain(fact.quote) in words, f"{fact.quote!r} does not stand in the text"
    return list(dict.fromkeys(fact.value for fact in found))


def chosen(text: str | Mapping[str, str], name: str) -> Any:
    """Return the value of the statement that the checks use."""
    fact = Facts(Passages(pack(text))).chosen(name)
    return None if fact is None else fact.value


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip()
