"""May organisations bid together, or subcontract, without taking a legal form first?"""

from __future__ import annotations

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    Role,
    Source,
    about,
    cannot_tell,
    found,
    judge,
    missing,
    sentences,
)


def check(context: Context) -> Result:
    """Fail where joint bids are barred or made to take a legal form; pass where they are provided for."""
    barred = [
        match
        for match in context.find("barred")
        if _for_bidders(match) and not context.says("allowed_after_all", _sentence(match))
    ]
    forms = [match for match in context.find("legal_form") if _for_bidders(match) and not match.denied]
    if barred or forms:
        return judge(
            [
                *(Finding.at(match, message="Bars bidding together or subcontracting.") for match in barred[:1]),
                *(Finding.at(match, message="Makes bidders take a legal form in order to bid.") for match in forms[:1]),
            ]
        )
    near: list[tuple[Source, str]] = []
    for match in context.find("together"):
        if match.passage.role is Role.TUPE or (
            match.passage.role is Role.TERMS and not context.says("bidding", match.passage.text)
        ):
            continue
        sentence = _sentence(match)
        if (
            about.is_duty(sentence)
            or not context.says("bidding", f"{match.passage.headings} {sentence}")
            or context.says("other_senses", sentence)
        ):
            near.append((match, "this is not about bidding together"))
        elif not match.denied or context.says("no_form", sentence):
            return found("joint bids are provided for", match)
    subcontracting = [
        match for match in context.find("subcontracting") if _for_bidders(match) and not about.is_duty(_sentence(match))
    ]
    for match in subcontracting:
        allowed = context.says("allowed", _sentence(match)) and not _sentence(match).endswith("?") and not match.denied
        if allowed and match.passage.row is None:
            return cannot_tell("subcontracting is allowed, and nothing is said on bidding together", match)
    near = [
        *((match, "this asks about subcontractors and says nothing on bidding together") for match in subcontracting),
        *near,
    ]
    return missing("nothing in the pack says that organisations may bid together; looked in every document", near[:3])


def _for_bidders(match: Match) -> bool:
    return match.passage.role not in (Role.TERMS, Role.TUPE)


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)
