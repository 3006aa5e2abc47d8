"""Are local, voluntary, user-led or smaller organisations addressed as bidders?"""

from __future__ import annotations

from tenderlint.checking import Context, Match, Result, Role, Source, about, found, missing, not_applicable, sentences


def check(context: Context) -> Result:
    """Pass where a sentence invites such organisations to bid; a contractor's own suppliers do not count."""
    if about.is_call_off(context.facts):
        return not_applicable("only suppliers who are on the framework already may bid")
    near: dict[int, tuple[Source, str]] = {}
    inviting: dict[int, list[Match]] = {}
    for match in context.find("kinds"):
        fault = _fault(context, match)
        if not fault:
            inviting.setdefault(match.passage.index, []).append(match)
        else:
            near.setdefault(match.passage.index, (match, fault))
    if inviting:
        best = max(inviting.values(), key=len)[0]  # the passage that names the most kinds
        return found("the pack addresses local, voluntary, user-led or smaller organisations as bidders", best)
    return missing(
        "no words invite local, voluntary, user-led or smaller organisations to bid; looked in every document",
        list(near.values())[:3],
    )


def _fault(context: Context, match: Match) -> str:
    """Say why a sentence that names such organisations does not invite them, or nothing when it does."""
    passage = match.passage
    sentence = next((each for each in sentences(passage.text) if match.words in each), passage.text)
    if match.denied and not context.says("though", sentence):
        return "this says no"
    if passage.role in (Role.TERMS, Role.TUPE) or about.is_duty(sentence):
        return "this is part of the service or the contract"
    if context.says("supply_chain", sentence):
        return "this is about the contractor's own suppliers"
    row = about.row_text(passage)
    if context.says("suitable", row):
        return ""
    if sentence.endswith("?") or (passage.row is not None and not context.says("welcomes", row)):
        return "this asks what kind of organisation bids; it invites nobody"
    if not context.says("welcomes", sentence):
        return "this names such organisations and does not invite them"
    return "" if context.says("bidding", f"{passage.headings} {sentence}") else "this does not speak of bidding"
