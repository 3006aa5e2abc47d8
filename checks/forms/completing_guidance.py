"""Does the pack explain how to fill in the response, beyond the bare questions?"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
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

_CONTENTS = frozenset({"contents", "table of contents", "contents page", "list of contents"})


def check(context: Context) -> Result:
    """Count the instructions on what to write and how, under a title on the response or anywhere in the pack."""
    best: tuple[int, forms.Section, list[Passage]] | None = None
    for section in context.sections("titles"):
        if _in_contents(section):
            continue
        steps = [(passage, count) for passage in section.passages if (count := _steps(context, section, passage))]
        total = sum(count for _, count in steps)
        if best is None or total > best[0]:
            best = total, section, [passage for passage, _ in steps]
    if best and best[0] >= context.setting("under_heading"):
        _, section, shown = best
        return found(f"“{section.title}” explains how to answer", *dict.fromkeys((section.start, *shown[:2])))
    helping = list(_told(context))
    if sum(count for _, count in helping) >= context.setting("anywhere"):
        return found("the pack tells bidders what to write and how", *[match for match, _ in helping[:3]])
    why = "this is too little to be guidance on filling in the response"
    near: list[tuple[Source, str]] = [(match, why) for match, _ in helping]
    return missing(
        "the pack asks for a response and does not explain how to fill it in; looked in every document", near[:3]
    )


def _in_contents(section: forms.Section) -> bool:
    source = section.source
    return isinstance(source, Passage) and any(
        heading.strip(" :").lower() in _CONTENTS for heading in source.place.heading
    )


def _steps(context: Context, section: forms.Section, passage: Passage) -> int:
    """Count the sentences that tell a bidder what to put into the response; an item of a list counts under a title.

    A whole document titled "Instructions" holds much else, so only plain steers count there.
    """
    if passage.row is not None or about.stands_in_contract(passage):
        return 0
    titled = isinstance(section.source, Passage)
    count = sum(_count(context, each, titled) for each in sentences(passage.text))
    return count or int(titled and bool(passage.block.label) and _is_item(context, passage))


def _count(context: Context, sentence: str, titled: bool) -> int:
    """Count what a sentence asks to be put into the response: one thing, or each item of a list within it."""
    if not _is_step(context, sentence, titled):
        return 0
    lead, colon, rest = sentence.partition(":")
    if colon and context.says("leads", lead):
        return max(1, rest.count(";") + 1)
    return 1


def _is_item(context: Context, passage: Passage) -> bool:
    """An item of a list counts when the words before it say that a response must hold what follows."""
    return context.says("lists", passage.place.heading[-1] if passage.place.heading else "") and not about.is_duty(
        passage.text
    )


def _is_step(context: Context, sentence: str, titled: bool) -> bool:
    if about.is_duty(sentence) or context.says("not_guidance", sentence):
        return False
    if titled and context.says("items", sentence):
        return True
    return context.says("steers", sentence) and (titled or context.says("response", sentence))


def _told(context: Context) -> Iterator[tuple[Match, int]]:
    """Yield each passage outside the contract that instructs bidders about the response, and in how many sentences."""
    seen: set[int] = set()
    for match in context.find("steers"):
        passage = match.passage
        if passage.index in seen or passage.role in (Role.TERMS, Role.TUPE) or about.stands_in_contract(passage):
            continue
        seen.add(passage.index)
        count = sum(_count(context, each, titled=False) for each in sentences(passage.text))
        if count:
            yield match, count
