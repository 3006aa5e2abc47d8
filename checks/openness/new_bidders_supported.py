"""Are organisations that are new to bidding helped, by a briefing, plain help or allowance for what they lack?"""

from __future__ import annotations

from tenderlint.checking import (
    BlockKind,
    Context,
    Match,
    Result,
    Source,
    Statement,
    about,
    found,
    missing,
    not_applicable,
    sentences,
)

KINDS = (
    ("events", "there is a briefing or an event for those who think of bidding"),
    ("help", "the pack offers help to those who are new to bidding"),
    ("allowance", "the pack makes allowance for new or small organisations"),
    ("explains", "the pack explains the process to those who do not know it"),
)


def check(context: Context) -> Result:
    """Pass on an event, help, or allowance that is meant for bidders; show what is meant for others as nearest."""
    if about.is_call_off(context.facts):
        return not_applicable("only suppliers who are on the framework already may bid")
    near: list[tuple[Source, str]] = []
    for name, reason in KINDS:
        for match in context.find(name):
            fault = _fault(context, match)
            if not fault:
                return _event(context, match) if name == "events" else found(reason, match)
            near.append((match, fault))
    return missing("nothing in the pack helps those who are new to bidding; looked in every document", near[:3])


def _event(context: Context, event: Match) -> Result:
    """Pass on an event, and say whether the pack says that it, or other help, is for those who are new."""
    passage = event.passage
    shown = event if passage.row is None else Statement(about.row_text(passage), passage, "row")
    meant = (each for each in context.find("help") if context.says("newcomers", _sentence(each)))
    help_ = next((each for each in meant if not _fault(context, each)), None)
    if help_ is not None:
        same = help_.passage.index == passage.index
        reason = "the pack helps those who are new to bidding, and there is an event"
        return found(reason, help_, *(() if same else (shown,)))
    if context.says("teaches", event.words):
        return found("there is an event that shows how to bid", shown)
    return found("there is a briefing or an event for bidders; the pack does not say that it is for new ones", shown)


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)


def _fault(context: Context, match: Match) -> str:
    """Say why words on events, help or new organisations are not meant for bidders, or nothing when they are."""
    passage = match.passage
    if passage.block.kind is BlockKind.CONTENTS:
        return "this is a line of the table of contents"
    sentence = _sentence(match)
    if (match.denied and not context.says("though", sentence)) or context.says("refused", sentence):
        return "this says that there is none"
    if about.is_duty(sentence) or about.stands_in_contract(passage):
        return "this is part of the service or the contract"
    if context.says("other_senses", sentence):
        return "this is not meant for bidders"
    around = f"{passage.headings} {about.row_text(passage)}"
    return "" if context.says("bidding", around) or about.speaks_to_bidders(around) else "this is not meant for bidders"
