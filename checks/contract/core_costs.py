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
_LIMIT = (
    r"(?:(?:upper|fixed|set|specific|particular|percentage|maximum|formal|overall|hard|such|prior) ){0,2}"
    r"(?:caps?|limits?|ceilings?|maximum|restrictions?)"
)
_PUT = (
    r"(?: (?:(?:is|are|has been|have been|will be|shall be) )?(?:put|placed|set|imposed|fixed|applied|applies|apply))?"
)
_UPON = r" (?:on|for|to|upon)(?: (?:your|all|the|any|such|these|central|level of|amount of)){0,3} ?$"
_FREE_BEFORE = late_pattern(
    rf"\b(?:no|not (?:(?:set|put|place|impose|apply|fix|have) )?(?:an?|any)|without (?:an?|any)) {_LIMIT}{_PUT}"
    r" (?:on|for|to|upon)(?: \w+){0,3} ?$"
    r"|\b(?:not|n['’]t|never) (?:limit|cap|restrict)(?: (?:your|all|the|any|such|level|amount|share|of)){0,4} ?$",
    re.IGNORECASE,
)
_FREE_AFTER = late_pattern(
    r"^(?: \w+){0,2}? (?:is|are|will be|remain) (?:uncapped|unlimited|without|not subject to|not under)\b"
    rf"|^(?: \w+){{0,2}}?(?: (?:have|has|carry|carries|with|face|bear|under)|:| [–-]) no {_LIMIT}\b",
    re.IGNORECASE,
)
"""Words before overheads, and after them, that say of a limit that there is none."""
_NEITHER = late_pattern(r"\bneither(?: \w+){0,2} ?$", re.IGNORECASE)
_NOR_CAPPED = late_pattern(r"^ nor\b[^.;]{0,40}? (?:capped|limited|restricted)\b", re.IGNORECASE)
_NOR_PAID = late_pattern(
    r"^ nor\b[^.;]{0,40}? (?:(?:will|can|may|shall) be|are|is) (?:funded|paid|covered|claimed|allowed|eligible|included"
    r"|charged|met|accepted|payable|permitted|priced)\b",
    re.IGNORECASE,
)
_CAPPED_BEFORE = late_pattern(
    rf"\b(?:an?|the|our|this) {_LIMIT}(?: of £?\d[\d.,]{{0,9}} ?(?:%|per ?cent)?)?{_PUT}{_UPON}", re.IGNORECASE
)
_NO_SUCH = late_pattern(
    r"^(?: costs?)? (?:(?:may|can|should|will|must|shall|are to) be (?!left|excluded|missing|refused|cut|hidden)"
    r"|(?:are|is) (?:allowed|permitted|payable|accepted|eligible|allowable)|(?:above|over|beyond|in excess of)\b)",
    re.IGNORECASE,
)
"""What follows “no overheads” when they may not be charged."""
_OF_THE_WHOLE = late_pattern(r"\b(?:of|in|from) (?:the|their|your|any)? ?$", re.IGNORECASE)
_WONT = late_pattern(r"\bwon['’]t\b", re.IGNORECASE)
_CANT = late_pattern(r"\bcan['’]t\b", re.IGNORECASE)
_OTHER_NOT = late_pattern(r"(?<=\w)n['’]t\b", re.IGNORECASE)
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
    if _is_free(after, before):
        return ""
    shut = "" if _FREE_BEFORE.search(before) else _shut_before(context, match, before, after)
    if shut:
        return shut
    limit = phrase_pattern(context.card.phrases["shut_after"]).search(after) or _SHARE.search(after)
    unlimited = limit is not None and _NONE.search(after[: limit.start()])
    if limit is not None and not unlimited and not _is_of_others(before, after[: limit.start()]):
        return f"{match.words} … {limit[0]}"
    return ""


def _shut_before(context: Context, match: Match, before: str, after: str) -> str:
    if before.lower().endswith("no ") and _NO_SUCH.search(after):
        return f"{before[-3:]}{match.words}"
    neither = _NEITHER.search(before)
    if neither is not None and _NOR_PAID.search(after):
        return f"{neither[0]}{match.words}"
    capped = _CAPPED_BEFORE.search(before)
    if capped is not None and not _NONE.search(before[: capped.start()]):
        return f"{capped[0].rstrip()} … {match.words}"
    for limit in phrase_pattern(context.card.phrases["shut_before"]).finditer(before):
        is_sum = limit[0].lower().startswith("exclu") and not _PAID.search(f"{before}{after}")
        unlimited = _NONE.search(before[: limit.start()])
        if not _OTHERS.search(before[limit.end() :]) and not is_sum and not unlimited:
            return f"{limit[0]} … {match.words}"
    return ""


def _is_free(after: str, before: str) -> bool:
    """Say whether the words after overheads say that they have no limit, or that neither they nor others have one."""
    if _NEITHER.search(before) and _NOR_CAPPED.search(after):
        return True
    return _FREE_AFTER.search(after) is not None


def _is_of_others(before: str, between: str) -> bool:
    """Say whether the limit is on something else: named after the overheads, or outside the brackets they stand in."""
    if before.count("(") > before.count(")") and ")" in between:
        return True
    other = _OTHERS.search(between)
    return other is not None and _OF_THE_WHOLE.search(between[: other.start()]) is None


def _is_priced(context: Context, match: Match) -> bool:
    before, after = _around(match)
    if _FREE_BEFORE.search(before) or _is_free(after, before):
        return True
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
    before, after = text[max(start, match.start - _NEAR) : match.start], text[match.end : min(end, match.end + _NEAR)]
    return _in_full(before), _in_full(after)


def _in_full(words: str) -> str:
    """Write "won't", "can't" and "don't" in full, so that each refusal need be known once."""
    words = _WONT.sub("will not", words) if "on" in words else words
    words = _CANT.sub("cannot", words) if "an" in words else words
    return _OTHER_NOT.sub(" not", words) if "n" in words else words
