"""Does the pack ask bidders for their size and kind, so that the buyer can see who bids and who wins?"""

from __future__ import annotations

import re

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Outcome,
    Result,
    Role,
    Source,
    about,
    cannot_tell,
    clip,
    late_pattern,
    missing,
    sentences,
)

_CHOICES = late_pattern(r"(?:\b[\w' -]{2,40}/ ?){3}[\w' -]{2,40}")
"""Four answers or more to choose among, divided by slashes."""
_TELLS = late_pattern(
    r"\W{0,3}(?:state|give|say|show|declare|confirm|note|record|enter|tick|circle|tell us)\b", re.IGNORECASE
)
"""A sentence that tells bidders to state something."""
_IS_IT = late_pattern(
    r"\b(?:are you|(?:whether|(?:us|tick|say|state|know|indicate|confirm|record|box|here|this) if)"
    r" (?:you are|you['’]re|it is|your (?:organisation|company|business|firm|charity) is)"
    r"|(?:is|whether) your (?:organisation|company|business|firm|group)|describes? (?:you|your \w+))"
    r"(?=:| (?:an?|any|one|either|mainly|part|run|led|owned|registered|classed|best|small|micro|user|disabled|is)\b)"
    r"|\b(?P<give>state|give|enter|tick|choose|select|tell us|say|confirm|record) (?:your|its)\b",
    re.IGNORECASE,
)
"""Asks what the bidder is."""
_DOES = late_pattern(r"\b(?:spend\w*|spent|with|uses?|buys?|pays?|supports?)\b", re.IGNORECASE)
_BESIDE = 12


def check(context: Context) -> Result:
    """Pass on a question about size or kind; the number of staff or the legal form alone does not tell."""
    near: dict[int, tuple[Source, str]] = {}
    asked: list[Finding] = []
    for match in context.find("kinds"):
        fault = _fault(context, match)
        if fault:
            near.setdefault(match.passage.index, (match, fault))
        else:
            asked.append(Finding.at(match, quote=clip(about.row_text(match.passage), 0, 0)))
    if asked:
        why = "" if any(True for _ in context.find("why")) else "; it does not say why"
        best = max(asked, key=lambda finding: ("?" in finding.quote, len(finding.quote)))
        return Result(Outcome.PASSED, f"the pack asks for the size or kind of bidders{why}", evidence=(best,))
    for match in context.find("staff"):
        if (
            _asked(context, match)
            and match.passage.role not in (Role.TERMS, Role.TUPE)
            and not about.is_duty(_sentence(match))
        ):
            return cannot_tell(
                f"the pack asks for “{match.words.strip()}”, which does not by itself tell small businesses, "
                "charities or user-led organisations apart",
                match,
            )
    return missing(
        "the pack does not ask for the size or kind of bidders; looked in every document", list(near.values())[:3]
    )


def _fault(context: Context, match: Match) -> str:
    if _of_others(context, match):
        return "this is about the contractor's suppliers, the service or the contract"
    if not _asked(context, match):
        return "this names small or voluntary organisations and asks nothing"
    return ""


def _of_others(context: Context, match: Match) -> bool:
    passage = match.passage
    sentence = _sentence(match)
    if passage.role in (Role.TERMS, Role.TUPE) or about.is_duty(sentence):
        return True
    return context.says("others", sentence) or (
        context.says("reasons", sentence) and not _asks_what_it_is(match, sentence)
    )


def _asks_what_it_is(match: Match, sentence: str) -> bool:
    """Say whether a sentence asks if the bidder is of the kind, whatever the buyer then does with the answer."""
    at = sentence.find(match.words)
    for asked in _IS_IT.finditer(sentence):
        between = sentence[asked.end() : at]
        if asked.end() > at or _DOES.search(between):
            continue
        if asked["give"] is None or (len(between) <= _BESIDE and "size" in match.words.lower()):
            return True
    return False


def _asked(context: Context, match: Match) -> bool:
    """Something is asked by a question, by a verb of asking, or by a row or line with a blank beside it."""
    passage = match.passage
    sentence = _sentence(match)
    if (
        "?" in sentence
        or _CHOICES.search(sentence) is not None
        or _TELLS.match(sentence) is not None
        or context.says("asks", sentence)
        or (about.asks_bidder(sentence) and not about.is_duty(sentence))
    ):
        return True
    if passage.row is not None:
        row = about.row_text(passage)
        return "" in (cell.strip() for cell in passage.row.cells) or context.says("asks", row) or "?" in row
    beside = f"{passage.before} {passage.text}"
    return any(sign in passage.text for sign in ("☐", "□", "____", "[ ]", "....")) or (
        len(passage.text) < 120 and context.says("options", beside)
    )


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)
