"""Answers the checks of names that the law of the day no longer knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenderlint.checking import Context, Match, Result

_MOST = 12


def stale_words(context: Context) -> Result:
    """Judge the words of a card that name what is gone (`faults`), unless their passage says so itself (`unless`).

    Where the card has a list `needs`, the sentence must hold one of those words too. A pack that tells no day may
    have been right when it was written: then nobody can tell. Guides that explain old names are left alone.
    """
    from tenderlint.checking import Finding, Role, apart, cannot_tell, judge

    excused = frozenset(match.passage.index for match in context.find("unless"))
    found = apart(
        (
            match
            for match in context.find("faults")
            if match.passage.index not in excused
            and match.passage.role is not Role.GUIDANCE
            and _is_meant(context, match)
        ),
        _MOST,
    )
    if found and context.sure == "assumed":
        return cannot_tell(
            f"the pack tells no day: see whether “{found[0].words}” was right when it was written", *found[:2]
        )
    return judge((Finding.at(match, words=match.words) for match in found), passed="none of the old names was found")


def _is_meant(context: Context, match: Match) -> bool:
    from tenderlint.checking import sentence_about

    needs = context.card.phrases.get("needs", ())
    return not needs or context.says("needs", sentence_about(match.passage.text, match.start))
