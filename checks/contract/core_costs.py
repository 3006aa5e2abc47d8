"""May overheads and full cost recovery be priced?"""

import re

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    apart,
    cannot_tell,
    found,
    judge,
    late_pattern,
    phrase_pattern,
    sentence_at,
)

_THINGS = late_pattern(r"^overhead (?:cables?|lines?|power|electric\w*|projectors?|door|crane|wires?)", re.IGNORECASE)
_OTHERS = late_pattern(
    r"\b(?:VAT|value added tax|total|price|budget|bids?|tenders?|proposals?|quotations?|fee|travel|expenses"
    r"|rates? (?:must|may|should)|pages?|words)\b",
    re.IGNORECASE,
)
_PAID = late_pattern(
    r"\b(?:price[ds]?|pricing|grant|fund\w*|bids?|rates?|quot\w+|budget|claims?|fee)\b", re.IGNORECASE
)
_SHARE = late_pattern(
    r"\b(?:up to|at most|(?:at )?a flat rate of(?: up to)?|a maximum of)\s+\d{1,2}(?:\.\d)? ?(?:%|per ?cent)",
    re.IGNORECASE,
)
_NONE = late_pattern(
    r"\b(?:no|not|never|nor|without|don['’]t|doesn['’]t|won['’]t|isn['’]t|aren['’]t)\s"
    r"(?:(?:be|been|being|any|an?|the|put|set|place|apply|have|upper|fixed|specific|percentage|set any|put any"
    r"|place any|apply any)\s){0,3}$",
    re.IGNORECASE,
)
"""What stands before a limit that there is not: "there is no cap on"."""
_OF_THE_WHOLE = late_pattern(r"\b(?:of|in|from) (?:the|their|your|any)? ?$", re.IGNORECASE)
_NEAR = 80


def check(context: Context) -> Result:
    """Look at what the sentences that name overheads say of them."""
    matches = [match for match in context.find("costs") if not _THINGS.match(match.passage.text[match.start :])]
    shut = [(match, words) for match in matches if (words := _shut(context, match))]
    if shut:
        first = {match.passage.index: (match, words) for match, words in reversed(shut)}
        return judge([Finding.at(match, words=words) for match, words in reversed(first.values())])
    priced = [match for match in matches if _is_priced(context, match)]
    if priced:
        return found("overheads may be priced", *apart(priced, 2))
    return cannot_tell("the pack does not say whether overheads may be priced", *matches[:1], by_absence=True)


def _shut(context: Context, match: Match) -> str:
    """The words that shut overheads out: before them (“will not fund”) or after them (“must not exceed”)."""
    before, after = _around(match)
    for limit in phrase_pattern(context.card.phrases["shut_before"]).finditer(before):
        is_sum = limit[0].lower().startswith("exclu") and not _PAID.search(f"{before}{after}")
        unlimited = _NONE.search(before[: limit.start()])
        if not _OTHERS.search(before[limit.end() :]) and not is_sum and not unlimited:
            return f"{limit[0]} … {match.words}"
    limit = phrase_pattern(context.card.phrases["shut_after"]).search(after) or _SHARE.search(after)
    unlimited = limit is not None and _NONE.search(after[: limit.start()])
    if limit is not None and not unlimited and not _is_of_others(before, after[: limit.start()]):
        return f"{match.words} … {limit[0]}"
    return ""


def _is_of_others(before: str, between: str) -> bool:
    """Say whether the limit is on something else: named after the overheads, or outside the brackets they stand in."""
    if before.count("(") > before.count(")") and ")" in between:
        return True
    other = _OTHERS.search(between)
    return other is not None and _OF_THE_WHOLE.search(between[: other.start()]) is None


def _is_priced(context: Context, match: Match) -> bool:
    before, after = _around(match)
    limits = ((before, "shut_before"), (after, "shut_after"))
    if any(
        _NONE.search(words[: limit.start()])
        for words, name in limits
        for limit in phrase_pattern(context.card.phrases[name]).finditer(words)
    ):
        return True
    return match.words.lower() in {"full cost recovery", "full recovery of costs"} or context.says(
        "priced", f"{before}{match.words}{after}"
    )


def _around(match: Match) -> tuple[str, str]:
    text = match.passage.text
    start, end = sentence_at(text, match.start)
    return text[max(start, match.start - _NEAR) : match.start], text[match.end : min(end, match.end + _NEAR)]
