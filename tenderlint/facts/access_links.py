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
