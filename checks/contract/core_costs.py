"""May overheads and full cost recovery be priced?"""

import re

from tenderlint.checking import Context, Finding, Match, Result, cannot_tell, found, judge, phrase_pattern

_THINGS = re.compile(r"^overhead (?:cables?|lines?|power|electric\w*|projectors?|door|crane|line)", re.IGNORECASE)
_NEAR = 80


def check(context: Context) -> Result:
    """Look at what is said of overheads near the words for them."""
    matches = [match for match in context.find("costs") if not _THINGS.match(match.passage.text[match.start :])]
    shut = [match for match in matches if _near(context, match, "shut")]
    if shut:
        return judge([Finding.at(match, words=_words(context, match)) for match in shut[:3]])
    priced = [
        match for match in matches if _near(context, match, "priced") or match.words.lower() == "full cost recovery"
    ]
    if priced:
        return found("overheads may be priced", *priced[:2])
    return cannot_tell("the pack does not speak of overheads", *matches[:1], by_absence=True)


def _near(context: Context, match: Match, name: str) -> bool:
    return _search(context, match, name) is not None


def _search(context: Context, match: Match, name: str) -> re.Match[str] | None:
    text = match.passage.text
    sentence_end = re.search(r"[.;]\s", text[match.end : match.end + _NEAR])
    end = match.end + (sentence_end.start() if sentence_end else _NEAR)
    before = re.split(r"[.;]\s", text[max(0, match.start - _NEAR) : match.start])[-1]
    return phrase_pattern(context.card.phrases[name]).search(f"{before}{text[match.start : end]}")


def _words(context: Context, match: Match) -> str:
    found_at = _search(context, match, "shut")
    return f"{match.words} … {found_at[0]}" if found_at else match.words
