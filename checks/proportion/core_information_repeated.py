"""Is core supplier information asked again although it is on the central platform?"""

import re

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    Role,
    found,
    judge,
    late_pattern,
    not_applicable,
    sentence_about,
)

_LEAST = 2
_ORDER = late_pattern(
    r"\border form|\baward letter|\bletter of (?:award|appointment)|\bcall[- _]?off|contract particulars", re.IGNORECASE
)
_IS_IT = late_pattern(
    r"\b(?:are you|is your (?:organisation|company|business|firm)|whether (?:you are|your (?:organisation|company"
    r"|business|firm) is)|size of (?:your )?(?:the )?(?:organisation|company|business|firm|bidder))\b"
    r"|^(?:type|kind|status) of (?:organisation|company|business|firm|bidder)\b",
    re.IGNORECASE,
)
"""Asks what the bidder is."""
_AGAIN = late_pattern(
    r"\b(?:although|even (?:if|though|where)|whether or not|regardless|notwithstanding|despite|irrespective"
    r"|in addition to|as well as)\b",
    re.IGNORECASE,
)
_SIZES = (
    "a form also asks for the size or kind of the bidder: that shows who bids, but suppliers may have told it to the"
    " platform too"
)


def check(context: Context) -> Result:
    """Look for questions that the platform answers, and for the platform itself."""
    platform = [match for match in context.find("platform") if not match.denied and not _is_again(match)]
    platform += [match for match in context.find("place") if _is_for_suppliers(context, match)]
    asked = _once([match for name in ("identity", "exclusion") for match in context.find(name) if _is_asked(match)])
    what = ", ".join(match.words.lower().replace("vat", "VAT") for match in asked[:4])
    if platform:
        told = "the pack uses what suppliers have entered on the central digital platform"
        if len(asked) < _LEAST:
            sizes = _size_asked(context)
            told = f"{told}; {_SIZES}" if sizes else told
            return found(told, platform[0], *sizes)
        more = f"it also names {what}: see that only those without an entry must give it"
        return found(f"{told}; {more}", platform[0], asked[0])
    if len(asked) < _LEAST:
        return not_applicable("the pack does not ask for core supplier information", by_absence=True)
    return judge([Finding.at(asked[0], what=what)])


def _is_asked(match: Match) -> bool:
    """A form of order or a letter of award names the parties; it asks bidders nothing."""
    passage = match.passage
    return passage.role is not Role.TERMS and _ORDER.search(f"{passage.place.document} {passage.headings}") is None


def _size_asked(context: Context) -> list[Match]:
    """The first question that asks what size or kind of body the bidder is."""
    named = (match for match in context.find("sizes") if _is_asked(match))
    return [match for match in named if _IS_IT.search(match.passage.text)][:1]


def _is_again(match: Match) -> bool:
    """Say whether the sentence asks for the information although it is on the platform."""
    return _AGAIN.search(sentence_about(match.passage.text, match.start)) is not None


def _is_for_suppliers(context: Context, match: Match) -> bool:
    """The platform also carries notices: it counts where suppliers are to give or keep their information on it."""
    said = sentence_about(match.passage.text, match.start)
    return not match.denied and not _is_again(match) and context.says("given", said)


def _once(matches: list[Match]) -> list[Match]:
    return list({match.words.lower(): match for match in reversed(matches)}.values())[::-1]
