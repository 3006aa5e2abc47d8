"""The words with which packs ask bidders for something, and small numbers of things."""

from __future__ import annotations

import re

from tenderlint.patterns import late_pattern

COUNT = (
    r"(?<![\d.])(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: ?\((?:\d{1,2}|one|two"
    r"|three|four|five|six)\))?"
)
"""A pattern for a small number, in figures or in words, named `count`."""

ASK = late_pattern(
    r"\b(?:please|provide|provides?d?|submit(?:ted)?|suppl(?:y|ied)|enclose[ds]?|attach(?:ed)?|include[ds]?"
    r"|cop(?:y|ies)|state|give|detail[s]?|evidence|must|shall|should"
    r"|require[ds]?|requests?|requested|what|last|upload|send|show|list|name|names|asks? for|need(?:s|ed)?"
    r"|accompanied|nominate"
    r"|furnish|set out|confirm"
    r"|demonstrate[ds]?|describe)\b",
    re.IGNORECASE,
)
"""Words of asking."""
