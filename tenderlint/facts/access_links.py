"""Which links do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenderlint.facts.survey import Link
from tenderlint.patterns import late_pattern

_VAGUE = late_pattern(
    r"(?:please )?(?:click|press|follow|go|see|read|view|download|find out|learn|visit|tap)?\s?(?:on )?"
    r"(?:here|(?:the |this )?(?:link|page|website|site|document|file|url|button|web page|webpage)(?: here| below)?"
    r"|more(?: info(?:rmation)?| here| details)?|details|below|above|read|click|download|go|continue|info)\W{0,3}",
    re.IGNORECASE,
)
_BARE = late_pattern(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
_SIGNS = 4  # a link of fewer letters, none of them in a word, is a figure or a sign
_LONG_ADDRESS = 50  # letters: what stands on one line and can be copied by hand


def poor_links(links: Iterable[Link]) -> tuple[list[Link], list[Link]]:
    """Return the links whose words tell nothing ("here"), and those that are long addresses."""
    vague: list[Link] = []
    bare: list[Link] = []
    for link in links:
        words = " ".join(link.words.split()).strip(" .,;:()[]<>“”\"'")
        if link.target.startswith("#"):
            continue
        if _VAGUE.fullmatch(words):
            vague.append(link)
        elif len(words) > _LONG_ADDRESS and _BARE.fullmatch(words.replace(" ", "")):
            bare.append(link)
    return vague, bare


def wordless_links(links: Iterable[Link]) -> list[Link]:
    """Return the links to elsewhere whose words are a sign or a figure, such as “1” or “*”."""
    found = []
    for link in links:
        words = link.words.strip()
        if not link.target.startswith("#") and len(words) < _SIGNS and not any(map(str.isalpha, words)):
            found.append(link)
    return found


def same_words(links: Iterable[Link]) -> list[Link]:
    """Return the first of the links of each wording that leads to several places."""
    targets: dict[str, set[str]] = {}
    first: dict[str, Link] = {}
    for link in links:
        words = " ".join(link.words.split()).strip(" .,;:()[]").lower()
        if link.target.startswith("#") or not any(map(str.isalpha, words)) or _VAGUE.fullmatch(words):
            continue
        first.setdefault(words, link)
        targets.setdefault(words, set()).add(_plain_target(link.target))
    return [first[words] for words, places in targets.items() if len(places) > 1]


def _plain_target(target: str) -> str:
    """Return an address without what does not change where it leads."""
    bare = target.strip().lower().partition("#")[0].rstrip("/")
    return bare.removeprefix("https://").removeprefix("http://").removeprefix("www.")
