"""Holds what the checks find against the words of the house: what it accepts is no finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tenderlint.checking import Finding, Result
from tenderlint.outcomes import Outcome
from tenderlint.settings import HouseWords
from tenderlint.wording import Wording

KIND = "house"
"""The list of the words that a house avoids."""
_ANOTHER = "another word"


def wording_of(own: Callable[[], Wording], words: HouseWords) -> Callable[[], Wording]:
    """Return what gives the lists of words, the words of the house added to our own."""
    lines = "\n".join(f"{word} = {better or _ANOTHER}" for word, better in words.avoid.items())
    return lambda: own().with_house({KIND: lines}, words.accept)


def without_accepted(result: Result, words: HouseWords) -> Result:
    """Return an answer without the findings whose words are part of words that the house accepts."""
    if result.outcome is not Outcome.FAILED or not words.accept:
        return result
    accepted = [_folded(each) for each in words.accept]
    kept = tuple(each for each in result.findings if not _is_accepted(each, accepted))
    if kept or not result.findings:
        return replace(result, findings=kept)
    return replace(
        result, outcome=Outcome.PASSED, findings=(), reason="only words that the house accepts were found"
    )  # fmt: skip


def _is_accepted(finding: Finding, accepted: list[str]) -> bool:
    words, quote = _folded(finding.values.get("words", "")), _folded(finding.quote)
    return bool(words) and any(words in each and each in quote for each in accepted)


def _folded(text: str) -> str:
    return " ".join(text.split()).strip("“”").casefold()
