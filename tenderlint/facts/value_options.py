"""Tells the amounts that only the extensions of a contract cost, on top of the rest; for texts in small letters."""

from __future__ import annotations

from tenderlint.patterns import late_pattern

OPTIONS, EACH_OPTION = "options", "each option"
"""What a statement is of that tells only the cost of extensions, of all together or of each."""
_OPTIONS = r"(?:options?|optional|extensions?|extended)"
_BEFORE = late_pattern(
    rf"(?:\bplus\b|\bwith\b|\band\b|\+|[,;(:]|^)[^.;£$€]{{0,60}}\b{_OPTIONS}\b[^.;£$€]{{0,40}}?\b(?:worth|valued at|at"
    r"|of|is|are|be|adds?|for|to|up to|costs?|further|another|additional|extra)\s*(?:(?:up to|around|about) )?$"
)
_AFTER = late_pattern(
    rf"(?: ?\([^()]{{0,30}}\))?[\s,(]{{0,3}}(?:each )?(?:for|in|over|during|if we use) (?:the |each |any |both |all )"
    rf"{{0,2}}(?:[\w-]+ ){{0,2}}?{_OPTIONS}\b|[\s,(]{{0,3}}(?:options?|optional)\b(?! included)"
)
_INCLUDES = late_pattern(r"\b(?:inclu\w+|with (?:all|both|any|every|the)|total\w*|whole|overall|aggregate|maximum)\b")
"""Words by which an amount that speaks of options is the whole with them, and no sum for them alone."""
_EACH = late_pattern(r"[\s,(]{0,3}(?:each|a ?piece|for each|per (?:option|extension))\b")
_ALL_IN = late_pattern(
    rf"[\s,(]{{0,3}}(?:inclu\w+|with|if|assuming)\b[^.;£$€]{{0,25}}\b(?:all|both|every|the"
    rf"|any)\b[^.;£$€]{{0,25}}\b{_OPTIONS}\b"
)
_FIRST_TERM = late_pattern(r"[\s,(]{0,3}(?:for|over|in|during) (?:the |its )?(?:initial|first|firm)\b(?! year\b)")
FIRST_TERM = "first term"
"""What a statement is of that leaves extensions out, where another takes them in."""
OPTIONS_INSIDE = late_pattern(r"\binclu\w+ (?:\w+ ){0,5}(?:extension|option)")


def options_of(before: str, after: str) -> str:
    """Say whether an amount is only what extensions cost, and whether it is so for each; "" for the whole."""
    if _INCLUDES.search(before[-90:]):
        return ""
    if _BEFORE.search(before) or _AFTER.match(after):
        return EACH_OPTION if _EACH.match(after) else OPTIONS
    return ""


def is_all_in(after: str) -> bool:
    """Say whether the words after an amount take all extensions in."""
    return _ALL_IN.match(after) is not None


def is_of_first_term(after: str) -> bool:
    """Say whether the words after an amount say that it is of the first term alone."""
    return _FIRST_TERM.match(after) is not None
