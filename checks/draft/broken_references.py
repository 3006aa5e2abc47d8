"""Does every reference to a clause lead somewhere?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlint.checking import Context, Finding, Match, Result, judge, late_pattern

_REFERENCE = late_pattern(
    r"\b(?:clauses?|sections?|paragraphs?|sub-?clauses?|sub-?sections?|para)\s+(?P<number>\d{1,3}\.\d{1,3}(?:\.\d{1,3}){0,3})"
    r"(?![\d.]*\d|%)",
    re.IGNORECASE,
)
_ELSEWHERE = late_pattern(
    r"^[^.;]{0,40}?\b(?:of|in|to|under)\s+(?:the|that|this|its|their|an?|part|schedule|annex|appendix|attachment)\b"
    r"|^[^.;]{0,30}?\b(?:act|regulations?|directive|schedule|annex|appendix|framework|core terms|code|guidance)\b"
    r"|^\s*\([a-z]{1,4}\)\s+of\b",
    re.IGNORECASE,
)
_BEFORE = late_pattern(
    r"\b(?:act|regulations?|directive|framework|core terms|schedule \w{1,4}|annex \w{1,4}|appendix \w{1,4}|terms"
    r"|conditions|code|standard|iso|bs|pas|nppf|guidance|d?fars?|cfr|jct|nec)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_LEADING = late_pattern(r"^[^\d\n]{0,12}?(\d{1,3}(?:\.\d{1,3}){0,4})", re.MULTILINE)
_LEAST_NUMBERED = 8
_HEAD = 24
_WORDS = ("clause", "section", "paragraph", "para ")


def check(context: Context) -> Result:
    """Look for broken fields of Word, and for numbers of clauses that no document of the pack has."""
    why = "the field in Word is broken"
    broken = [Finding.at(match, words=match.words, why=why) for match in context.find("errors")]
    return judge(_once([*broken, *_dangling(context)]), passed="every reference to a clause was followed")


def _once(findings: list[Finding]) -> list[Finding]:
    """Tell the same broken reference of one document once, with how often it stands there."""
    kept: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        document = finding.place.document if finding.place else ""
        kept.setdefault((document, finding.values["words"].casefold()), []).append(finding)
    return [replace(same[0], values={**same[0].values, "times": _times(len(same))}) for same in kept.values()]


def _times(number: int) -> str:
    return f" ({number} times)" if number > 1 else ""


def _dangling(context: Context) -> Iterator[Finding]:
    said = [(each, match) for each in context.passages.having(*_WORDS) for match in _REFERENCE.finditer(each.text)]
    numbers = _numbers(context) if said else set()
    deep = {number for number in numbers if "." in number}
    if len(deep) < _LEAST_NUMBERED:
        return
    parents = {number.rpartition(".")[0] for number in deep}  # clauses that are numbered at that depth
    for passage, match in said:
        number = match["number"]
        if number in numbers or number.rpartition(".")[0] not in parents:
            continue
        before, after = passage.text[max(0, match.start() - 60) : match.start()], passage.text[match.end() :]
        if _ELSEWHERE.search(after) or _BEFORE.search(before):
            continue
        why = f"no document of the pack has a {number}"
        yield Finding.at(Match(passage, match.start(), match.end()), words=match[0], why=why)


def _numbers(context: Context) -> set[str]:
    """Every number that stands before a passage, and the numbers above each."""
    heads = (words for each in context.passages.all for words in (each.block.label, each.text[:_HEAD]) if words)
    found: set[str] = set()
    for number in set(_LEADING.findall("\n".join(heads))):
        parts = number.split(".")
        found.update(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    return found
