"""Does the pack explain how to fill in the response, beyond the bare questions?"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Match,
    Passage,
    Result,
    Role,
    Source,
    about,
    forms,
    found,
    missing,
    sentences,
)


def check(context: Context) -> Result:
    """Count the instructions on what to write and how, under a heading on the response or anywhere in the pack."""
    enough_here, enough = context.setting("under_heading"), context.setting("anywhere")
    best: tuple[forms.Section, list[Passage]] | None = None
    for section in context.sections("titles"):
        steps = list(_steps(context, section.passages, titled=True))
        if steps and (best is None or len(steps) > len(best[1])):
            best = section, steps
    if best and len(best[1]) >= enough_here:
        section, steps = best
        shown: tuple[Source, ...] = (section.source,) if not isinstance(section.source, Document) else ()
        return found(f"“{section.title}” explains how to answer", *shown, *steps[:2])
    helping = [match for match in _told(context)]
    if len(helping) >= enough:
        return found(f"{len(helping)} passages tell bidders what to write and how", *helping[:3])
    near: list[tuple[Source, str]] = [(match, "this is one instruction, not guidance on filling in the response") for match in helping]
    return missing("the pack asks for a response and does not explain how to fill it in; looked in every document", near[:3])


def _steps(context: Context, passages: tuple[Passage, ...], titled: bool) -> Iterator[Passage]:
    """Yield each passage that tells a bidder what to put into the response; items of a list count under a title."""
    for passage in passages:
        if passage.row is None and any(_is_step(context, each, titled) for each in sentences(passage.text)):
            yield passage
        elif titled and passage.block.label and passage.row is None and _is_item(context, passage):
            yield passage


def _is_item(context: Context, passage: Passage) -> bool:
    """An item of a list counts when the words before it say that a response must hold what follows."""
    return context.says("lists", passage.place.heading[-1] if passage.place.heading else "") and not about.is_duty(passage.text)


def _is_step(context: Context, sentence: str, titled: bool) -> bool:
    if about.is_duty(sentence) or context.says("not_guidance", sentence):
        return False
    return context.says("steers", sentence) and (titled or context.says("response", sentence))


def _told(context: Context) -> Iterator[Match]:
    """Yield one match for each passage outside the contract that instructs bidders about the response."""
    seen: set[int] = set()
    for match in context.find("steers"):
        passage = match.passage
        if passage.index in seen or passage.role in (Role.TERMS, Role.TUPE) or about.stands_in_contract(passage):
            continue
        sentence = next((each for each in sentences(passage.text) if match.words in each), passage.text)
        if _is_step(context, sentence, titled=False):
            seen.add(passage.index)
            yield match
