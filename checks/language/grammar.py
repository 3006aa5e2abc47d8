"""Is the running text free of mistakes of grammar?"""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge, not_applicable

_MOST_SHOWN = 60
_REPEATS = ("ENGLISH_WORD_REPEAT_RULE", "PHRASE_REPETITION")
_MOST_OF_A_TERM = 3  # words of a term in a list of terms
_TOLD = 3  # letters of a word at least for which a capital is a proposal: "us" is seldom meant for "US"


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
    last = None
    for doubt in doubts:
        name = f"{doubt.category}/{doubt.rule}"
        if not _fits(name, asked) or _fits(name, left_out) or _is_excused(doubt, abroad):
            continue
        if last is None or last.passage is not doubt.passage or doubt.start > last.start + len(last.words) + 1:
            yield doubt  # of doubts side by side the first tells enough
        last = doubt


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _is_excused(doubt: Any, abroad: bool) -> bool:
    """Say whether a doubt is none here: American spelling in a name or abroad, an entry, "a NATO standard"."""
    if doubt.category.startswith("AMERICAN"):
        return abroad or not doubt.words.islower()
    if doubt.rule == "EN_A_VS_AN":
        following = doubt.words.split()[-1]
        return following.isupper() and len(following) > _TOLD and any(letter in "AEIOU" for letter in following)
    return doubt.rule in _REPEATS and _is_entry(doubt)


def _is_entry(doubt: Any) -> bool:
    """Say whether words stand twice because a term comes first and its explanation after: "Notice Notice of ..."."""
    words = doubt.words.split()
    again = words[len(words) // 2] if words else ""
    return len(doubt.passage.text[: doubt.start].split()) <= _MOST_OF_A_TERM and again[:1].isupper()


def _finding(doubt: Any) -> Finding:
    if doubt.meant and not (doubt.meant.lower() == doubt.words and len(doubt.words) < _TOLD):
        return Finding.at(doubt.passage, quote=doubt.quote, words=doubt.words, meant=doubt.meant)
    message = f"“{doubt.words}” does not read right. Read the sentence aloud and put it right."
    return Finding.at(doubt.passage, quote=doubt.quote, message=message)
