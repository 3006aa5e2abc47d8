"""The words by which a sentence of criteria says what all its shares are parts of, or puts one in an aside."""

from __future__ import annotations

import re

from tenderlint.facts.criteria_names import Kind, kind_of
from tenderlint.patterns import late_pattern

_WHOLE = r"(?:quality|technical|price|commercial|social value)"
_LEAD = late_pattern(
    rf"(?:\W|\d|\.)*(?:(?:within|of|for|under) (?:the )?(?P<whole>{_WHOLE})\b[^.;%\d]{{0,60}}?[:,]"
    rf"|(?:the )?(?P<subject>{_WHOLE})\b[^.;:%\d]{{0,40}}?"
    r"(?:(?:is|are|will be|shall be) (?:further )?(?:made up|split|broken|divided|sub-?divided|judged|assessed|scored"
    r"|marked|evaluated|weighted)\b|compris\w+|consists? of|breaks? down"
    r"|(?:questions?|criteria|sub-?criteria)[^.;:%\d]{0,20}:))",
    re.IGNORECASE,
)
_SCORED = late_pattern(
    r"\b(?:scor(?:e[ds]?|ing)|mark(?:ed|s)|assess\w*|evaluat\w+|judged?|weight\w*|criteria|choose|chosen)\b",
    re.IGNORECASE,
)
_ASIDE = late_pattern(r"\((?:including|incl\.?|of which|with)(?: an?| the)?\s*$", re.IGNORECASE)
_ALL_PRICE = late_pattern(
    r"\b100 ?% (?:on |weighting (?:on|for) )?(?:the )?(?:lowest )?(?:price|cost)\b(?! (?:of|increase|for))"
    r"|\b(?:price|cost) ?(?:only )?[(:–-]? ?100 ?%\)?(?!\d)"
    r"|\blowest (?:price|cost)\b[^.;%\d]{0,60}?\b100 ?%(?! of)",
    re.IGNORECASE,
)
_ONLY_QUALITY = late_pattern(
    r"\b(?:judged|scored|evaluated|assessed|chosen|decided|marked) (?:wholly |entirely |solely |only )?(?:on"
    r"|by) (?:the )?"
    r"quality (?:alone|only)\b|\b100 ?% (?:on )?quality\b(?! of)|\bquality ?[(:–-]? ?100 ?%\)?(?!\d)",
    re.IGNORECASE,
)
GOT = late_pattern(
    r"\b(?:last time|(?:the|our) (?:last|previous) |in 20\d\d)[^.;]{0,60}\b(?:scored|got|won|was|were|had)\b"
    r"|\bmust (?:score|get|achieve|reach|earn) \d",
    re.IGNORECASE,
)
"""Words that tell what somebody got, or must get, and not what something weighs."""
HEADED = late_pattern(
    r"\W{0,3}(?:price|pricing|costs?|commercial|financial|quality|technical|non-?price|social value)"
    r" ?[(–-] ?\d{1,3} ?%\)? ?[:–—-]",
    re.IGNORECASE,
)
"""Begins what counts under a criterion: "Quality (40%): method, team, ..."."""
WITHIN = late_pattern(
    r"\W{0,3}(?:within|inside|as part of|out of|of) (?:the |that |our )?(?P<whole>quality|technical|price)"
    r"(?: (?:score|marks|points|weighting|criteri\w+|element|section|evaluation|part|component))?,? (?:a further )?",
    re.IGNORECASE,
)
"""Opens a sentence on a part of quality or price: "Within Quality, 10% is reserved for Social Value"."""

_ALL_SHARES = late_pattern(
    r"(?:(?:and )?[a-z][a-z '’-]{2,40}[ :–-]{1,3}\d{1,2} ?%[,;. ]{0,2}){3,9}", re.IGNORECASE
)
_OF_MONEY = late_pattern(
    r"\b(?:VAT|discount|deposit|retention|least|minimum|inflation|turnover|profit|paid|invoice|below|above)\b",
    re.IGNORECASE,
)


def is_all_shares(text: str) -> bool:
    """Say whether a line is nothing but names and shares, none of them of what is paid: "Price 50%, samples 30%"."""
    return _ALL_SHARES.fullmatch(text) is not None and _OF_MONEY.search(text) is None


def whole_of(lead: str) -> Kind | None:
    """Tell of which criterion the words before the first share say that all are parts: "Quality is made up of:"."""
    match = _LEAD.match(lead)
    kind = kind_of(match["whole"] or match["subject"]) if match else Kind.OTHER
    return None if kind is Kind.OTHER else kind


def is_scored(lead: str) -> bool:
    """Say whether the words before the first share speak of scoring or choosing."""
    return _SCORED.search(lead) is not None


def opens_aside(before: str) -> bool:
    """Say whether a share stands at the head of an aside: "(including a 10% weighting for social value)"."""
    return _ASIDE.search(before) is not None


def all_on_price(text: str) -> re.Match[str] | None:
    """Find where a sentence says that price is all that counts: "100% price"."""
    return _ALL_PRICE.search(text)


def only_quality(text: str) -> re.Match[str] | None:
    """Find where a sentence says that quality is all that counts: "judged on quality alone"."""
    return _ONLY_QUALITY.search(text)


def opens_bracket(between: str) -> bool:
    """Say whether a bracket opens between two shares and does not end before the second."""
    return "(" in between and ")" not in between[between.index("(") :]
