"""Does the pack explain how to fill in the response, beyond the bare questions?"""

from __future__ import annotations

import re
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
    late_pattern,
    missing,
    sentences,
)

_THING = (
    r"(?:box(?:es)?|questions?|repl(?:y|ies)|answers?|responses?|words?|pages?|sides?|headings?|limit|sections?|figures"
    r"|examples?|templates?|fonts?|n/a|cvs?|leaflets?|brochures?|annual reports?|letters|appendices|attachments)"
)
_STEER = late_pattern(
    r"^\W{0,3}(?:(?:guidance|notes?|tips?|please|page \d|part \w|(?:in )?(?:box|question"
    r"|section) \w{1,3})[:,–-]? ){0,2}"
    r"(?:please )?(?:answer|reply|respond|write|fill|draw|use|keep|stick|stay|leave|read|start|avoid|do not|don['’]t"
    rf"|never)\b[^.;?]{{0,80}}?\b{_THING}\b"
    rf"|\b{_THING}\b[^.;?]{{0,60}}?\b(?:beyond|over|past|longer than|above|after)\b[^.;?]{{0,40}}?\b(?:cut|read"
    rf"|ignored|marked"
    r"|counted|scored|considered)\b"
    r"|\b(?:read|looked at|considered|scored|marked) only (?:where|if|when|what)\b"
    r"|\b(?:up to|no more than|at most|not more than|within) [\w,]{1,9} (?:words|sides|pages|characters)\b"
    r"|\bwe (?:do not want|don['’]t want|read|mark|score|look at|only read)\b[^.;?]{0,30}?\b(?:what|only|nothing"
    r"|leaflets?"
    r"|brochures?|policies|attachments|reports)\b"
    r"|\b(?:if|where|when) (?:a|an|the|any|you|your)\b[^.;?]{0,60}?,\s(?:please )?(?:write|say|draw|leave|put|mark"
    r"|explain|tell)\b",
    re.IGNORECASE,
)
"""Sentences that steer how an answer is written: what to keep to, what is not read, what to do with a gap."""
_ASIDE = late_pattern(
    r"\b(?:queries|clarifications?|questions (?:to|by|after|about|should|must|before|until|raised|sent)|contact|canvass"
    r"|discuss|invoices?|portal|helpdesk|deadline|late)\b",
    re.IGNORECASE,
)
"""What is about asking the buyer, or about sending, and not about writing."""
_STEER_CUES = (
    "box", "boxes", "question", "questions", "reply", "replies", "answer", "answers", "response", "responses", "words",
    "pages", "sides", "headings", "brochures", "leaflets", "cvs",
)  # fmt: skip
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
    if context.says("steers", sentence) and (titled or context.says("response", sentence)):
        return True
    return _STEER.search(sentence) is not None and _ASIDE.search(sentence) is None and not about.asks_bidder(sentence)


def _told(context: Context) -> Iterator[tuple[Match | Passage, int]]:
    """Yield each passage outside the contract that instructs bidders about the response, and in how many sentences."""
    seen: set[int] = set()
    steered = [(match.passage, match) for match in context.find("steers")]
    steered += [(each, each) for each in context.passages.having(*_STEER_CUES) if each.row is None]
    for passage, match in steered:
        if passage.index in seen or passage.role in (Role.TERMS, Role.TUPE) or about.stands_in_contract(passage):
            continue
        seen.add(passage.index)
        count = sum(_count(context, each, titled=False) for each in sentences(passage.text))
        if count:
            yield match, count
