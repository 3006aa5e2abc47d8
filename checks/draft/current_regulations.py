"""Is the law that the pack names the law of its day?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    cannot_tell,
    in_words,
    judge,
    late_pattern,
    not_applicable,
    phrase_pattern,
)

_NAMES = {
    "PA2023": late_pattern(r"\bProcurement Act 2023\b", re.IGNORECASE),
    "PCR2015": late_pattern(r"\bPublic Contracts Regulations 2015\b|\bPCR ?2015\b|\bSI 2015/102\b", re.IGNORECASE),
    "PCR2006": late_pattern(r"\bPublic Contracts Regulations 2006\b|\bPCR ?2006\b|\bSI 2006/5\b", re.IGNORECASE),
    "PCS2012": late_pattern(r"\bPublic Contracts \(Scotland\) Regulations 2012\b", re.IGNORECASE),
    "PCS2015": late_pattern(r"\bPublic Contracts \(Scotland\) Regulations 2015\b", re.IGNORECASE),
}
_SISTERS = (frozenset({"PCR2015", "PCS2015"}), frozenset({"PCR2006", "PCS2012"}))
_WORDS = ("procurement act 2023", "public contracts", "pcr 20", "pcr20", "si 2015/102", "si 2006/5")


def check(context: Context) -> Result:
    """Look for bodies of procurement law that do not hold for this pack."""
    named = list(_named(context))
    names = frozenset(regime for regime, _ in named)
    other = [
        match
        for regime, match in named
        if regime != context.regime and not _is_sister(context, regime, names) and not _is_excused(context, match)
    ]
    if other and (context.sure == "assumed" or not context.invites):
        words = other[0].words
        reason = f"the pack tells no day, or invites nobody: see whether the {words} held when it was written"
        return cannot_tell(reason, *other[:2])
    if not named:
        return not_applicable("the pack names no body of procurement law", by_absence=True)
    return judge(
        (Finding.at(match, named=match.words, day=in_words(context.day), regime=_title(context)) for match in other),
        passed="the law that is named is the law of the day",
        evidence=[match for regime, match in named if regime == context.regime][:1],
        by_absence=True,
    )


def _named(context: Context) -> Iterator[tuple[str, Match]]:
    for passage in context.passages.having(*_WORDS):
        for regime, pattern in _NAMES.items():
            for found in pattern.finditer(passage.text):
                yield regime, Match(passage, found.start(), found.end())


def _is_sister(context: Context, regime: str, named: frozenset[str]) -> bool:
    """Say whether it is the same law of another nation, named beside the nation's own: frameworks serve them all."""
    return context.regime in named and any({regime, context.regime} <= sisters for sisters in _SISTERS)


def _is_excused(context: Context, match: Match) -> bool:
    around = match.passage.text[max(0, match.start - 200) : match.end + 200]
    return phrase_pattern(context.card.phrases["excuses"]).search(around) is not None


def _title(context: Context) -> str:
    return context.law.book.regime(context.regime).title
