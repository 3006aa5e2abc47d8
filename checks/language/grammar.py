"""Is the running text free of mistakes of grammar?"""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge, not_applicable

_MOST_SHOWN = 60


def check(context: Context) -> Result:
    """Show what LanguageTool doubts, of the kinds that people agree with; only when it was asked for."""
    proof = context.proof
    if proof is None:
        return not_applicable("grammar was not checked; ask for it with --grammar")
    doubts = list(_kept(context, proof.doubts))
    if proof.why_not and not proof.done:
        return cannot_tell(f"grammar was not checked: {proof.why_not}")
    if proof.why_not:
        read = f"{proof.done:,} of {proof.total:,} words"
        return cannot_tell(f"grammar was checked in {read} only: {proof.why_not}", *(each.passage for each in doubts))
    return judge(
        (_finding(doubt) for doubt in doubts[:_MOST_SHOWN]),
        passed=f"no mistake was found in {proof.total:,} words of whole sentences",
    )


def _kept(context: Context, doubts: Iterable[Any]) -> Iterator[Any]:
    """Yield the doubts of the rules that count; what was American spelling elsewhere is none of ours."""
    asked, left_out = context.setting("rules"), context.setting("rules_left_out")
    abroad = context.facts.chosen("abroad") is not None
    for doubt in doubts:
        name = f"{doubt.category}/{doubt.rule}"
        if _fits(name, asked) and not _fits(name, left_out) and not (abroad and doubt.category.startswith("AMERICAN")):
            yield doubt


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _finding(doubt: Any) -> Finding:
    if doubt.meant:
        return Finding.at(doubt.passage, quote=doubt.quote, words=doubt.words, meant=doubt.meant)
    message = f"“{doubt.words}” does not read right. Read the sentence aloud and put it right."
    return Finding.at(doubt.passage, quote=doubt.quote, message=message)
