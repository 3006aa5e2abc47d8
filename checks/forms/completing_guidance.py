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
    cued,
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
_STEER_START = late_pattern(
    r"\W{0,3}(?:(?:guidance|notes?|tips?|please|page \d|part \w|(?:in )?(?:box|question"
    r"|section) \w{1,3})[:,–-]? ){0,2}"
    r"(?:please )?(?:answer|reply|respond|write|fill|draw|use|keep|stick|stay|leave|read|start|avoid|do not|don['’]t"
    rf"|never)\b[^.;?]{{0,80}}?\b{_THING}\b",
    re.IGNORECASE,
)
_STEER = cued(
    (
        ("cut", "read", "ignored", "marked", "counted", "scored", "considered"),
        rf"\b{_THING}\b[^.;?]{{0,60}}?\b(?:beyond|over|past|longer than|above|after)\b[^.;?]{{0,40}}?\b(?:cut|read"
        r"|ignored|marked|counted|scored|considered)\b",
    ),
    (("only ",), r"\b(?:read|looked at|considered|scored|marked) only (?:where|if|when|what)\b"),
    (
        ("up to ", "more than ", "at most ", "within "),
        r"\b(?:up to|no more than|at most|not more than|within) [\w,]{1,9} (?:words|sides|pages|characters)\b",
    ),
    (
        ("we ",),
        r"\bwe (?:do not want|don['’]t want|read|mark|score|look at|only read)\b[^.;?]{0,30}?\b(?:what|only|nothing"
        r"|leaflets?|brochures?|policies|attachments|reports)\b",
    ),
    (
        ("if ", "where ", "when "),
        r"\b(?:if|where|when) (?:a|an|the|any|you|your)\b[^.;?]{0,60}?,\s(?:please )?(?:write|say|draw|leave|put|mark"
        r"|explain|tell)\b",
    ),
)
"""Sentences that steer how an answer is written: what to keep to, what is not read, what to do with a gap."""
_PARTS = (
    r"(?:answers?|responses?|replies|text|prices?|costs?|cost tables?|sums|figures|evidence|tables|pages|quotes?|bids?"
    r"|tenders?|proposals?|headings?|method statements?)"
)
_PAPERS = (
    r"(?:polic(?:y|ies)|accounts?|certificates?|cvs?|brochures?|catalogues?|insurance|proof|letters|drawings|references"
    r"|samples|copies|leaflets?|portfolios?|essays?|reports?|appendices|attachments|more than)"
)
_WRITES_START = late_pattern(
    r"\W{0,3}(?:(?:[a-z][\w ]{2,50}: )?(?:please )?(?:complete|sign|number|head|delete|price|show|give|list|put|place"
    r"|enter|cover|attach|name|label|set|use)\b[^.;?]{0,60}?\b(?:forms?|tables?|schedules? \w{1,3}|attachments? \w"
    r"{1,3}|annexe?s? \w{1,3}|appendix \w{1,3}|formulas?|cells|rows|pages?|file|things|headings|examples?|points|limb"
    r"|box(?:es)?)\b"
    r"|(?:please )?(?:do not|don['’]t) (?:alter|change|delete|add|move|unlock|overwrite|merge|repeat|refer)\b"
    r"|write (?:as (?:if|though)|in (?:pencil|pen|ink|block|capitals|your own|plain|full))\b"
    r"|what (?:your|the|each) (?:quot\w+|tender|bid|proposal|response|application) (?:should|must|needs to|has"
    r" to) (?:contain|cover|include|say|have|hold|show)\b)",
    re.IGNORECASE,
)
_WRITES = (
    (("blank", "empty"), r"\b(?:leave|left)\b[^.;?]{0,30}?\b(?:blank|empty)\b"),
    (
        ("price", "quote", "give "),
        r"\bprices?\b[^.;?]{0,20}?\bVAT apart\b|\b(?:quote|price|give) (?:a|one) price (?:each|for each|per)\b"
        r"|\bprices?\b[^.;?]{0,40}?\b(?:exclude|include|excluding|including|without|leave out|net of) VAT\b",
    ),
    (("headed ", "not assume"), r"\bheaded ['‘“\"]?what (?:we|the)\b|\bdo not assume\b"),
    (
        (" be ",),
        rf"\b{_PARTS}\b[^.;?]{{0,50}}?\b(?:should|must|shall|are to|is to|need to|needs to|may|can) be (?:\w+ly )?"
        r"(?:placed|written|entered|put|headed|set out|typed|in (?:pounds|arial|english|sterling|\d"
        r"|the (?:box|space|table|order))|numbered|expressed|kept|labelled|brief|short|handwritten|per|net of)\b",
    ),
)
"""Sentences that tell what goes where, and how it is written."""
_READS = (
    (
        ("only",),
        r"\b(?:assessed|scored|marked|read|credited|judged|evaluated) only on\b"
        r"|\bonly (?:credit|mark|score|read|assess|judge) (?:what|the text|text|on|answers|evidence)\b",
    ),
    (
        ("not asked for", "not requested", "not called for"),
        r"\b(?:annexes|attachments|appendices|documents|material|papers)\b[^.;?]{0,30}?\bnot (?:asked for|requested"
        r"|called for)\b[^.;?]{0,20}?\b(?:removed|ignored|discarded|read|disregarded)\b",
    ),
    (
        ("prefer", "better", "worth more"),
        r"\b(?:evidence|examples?|facts?|plain words?) (?:is|are) (?:preferred|better|worth more)\b",
    ),
    (
        ("need", "not necessary"),
        r"\b(?:do not need to|don['’]t need to|need not|no need to|not necessary to) (?:send|attach|include|enclose"
        rf"|supply|provide|give|repeat)\b[^.;?]{{0,40}}?\b{_PAPERS}\b"
        r"|\bneed not be (?:to scale|typed|long|formal|bound|printed|glossy)\b",
    ),
    ((" mind ",), r"\b(?:do not|don['’]t) mind (?:about|if|how)\b"),
    (
        ("enough", "plenty", "fine", "ample", "sufficient"),
        r"\b(?:lines?|paragraphs?|pages?|sides?|sentences?|words|sketch)(?: (?:a|per|for each) \w+)? (?:is|are"
        r"|will be) (?:enough|plenty|fine|ample|sufficient)\b",
    ),
    (
        ("minutes",),
        r"\b(?:film|video|voice note|recording)\b[^.;?]{0,30}?\b(?:up to|no more than|at most|within)"
        r" [\w-]{1,9} minutes\b",
    ),
)
"""Sentences that say what is read and counts, what may be left out, and how much will do."""
_MAPS = (
    (
        ("box", "page", "tab", "sheet", "question"),
        r"\b(?:[Bb]ox|[Pp]age|[Tt]ab|[Ss]heet|[Qq]uestion) (?:one|two|three|four|five|six|[A-H]|\d{1,2})\b"
        r" (?:is for|wants|asks for|asks you|is where|tells us|needs)\b",
    ),
    (
        ("part", "section", "schedule", "box"),
        r"\b(?:[Pp]art|[Ss]ection|[Ss]chedule|[Bb]ox)s? (?:one|two|three|four|five|six|[A-H]|\d{1,2})\b"
        r"(?: and (?:\w{1,5}))?(?: is for your| wants| asks for your| asks you|: (?:your|facts about you|who you"
        r"|what you|how you|money|price|signatures?)\b)",
    ),
)
"""Sentences that say what each part of the form is for."""
_STEPS = (cued(*_WRITES, *_READS), cued(*_MAPS, flags=0))
_IN_BOX = late_pattern(
    r"\bin (?:the )?(?:\w+ )?box(?:es)?(?: \w{1,5})?,? (?:please )?(?:draw|describe|tell|say|write|put|give"
    r"|list|show|explain)\b",
    re.IGNORECASE,
)
_GUIDE = late_pattern(
    r"\b(?:guide|guidance|notes|help ?sheet|walk-?through|video)\b[^.;?]{0,20}?\b(?:to|on|for|about"
    r"|showing) (?:completing"
    r"|filling (?:in|out)|answering|how to (?:complete|fill in|fill out|answer)|preparing"
    r"|writing)\b[^.;?]{0,40}?\b(?:tender"
    r"|bid|responses?|questionnaire|quotation|schedules? [A-Z\d]|application|submission|answers?|questions?|proposal"
    r"|annex\w* [A-Z\d]|attachments? [A-Z\d]|this form)\b",
    re.IGNORECASE,
)
_NO_GUIDE = late_pattern(r"\b(?:no|not|without|will not)\b", re.IGNORECASE)
_QUESTION = late_pattern(r"\W{0,3}Q\d{1,2}\b", re.IGNORECASE)
_GUIDE_CUES = ("guid", "notes", "help", "walk", "video")
GUIDE_STEPS = 3
"""A guide that the pack holds is as good as so many instructions."""
_ASIDE = late_pattern(
    r"\b(?:queries|clarifications?|questions (?:to|by|after|about|should|must|before|until|raised|sent)|contact|canvass"
    r"|discuss|invoices?|portal|helpdesk|deadline|late)\b",
    re.IGNORECASE,
)
"""What is about asking the buyer, or about sending, and not about writing."""
_STEER_CUES = (
    "box", "boxes", "question", "questions", "reply", "replies", "answer", "answers", "response", "responses", "words",
    "pages", "sides", "headings", "brochures", "leaflets", "cvs", "no need to",
    "need not", "blank", "empty", "workbook", "cells", "guide to", "guidance on", "notes on", "arial",
)  # fmt: skip
MOST_SHOWN = 3
"""Instructions at most that are shown."""
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
        steps_shown = [passage for passage in shown if not forms.is_title(passage)]
        return found(f"“{section.title}” explains how to answer", *(steps_shown[:MOST_SHOWN] or [section.start]))
    helping = list(_told(context))
    if sum(count for _, count in helping) >= context.setting("anywhere"):
        return found("the pack tells bidders what to write and how", *[match for match, _ in helping[:MOST_SHOWN]])
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
    if _holds(sentence, _GUIDE_CUES) and _GUIDE.search(sentence):
        return 0 if _NO_GUIDE.search(sentence) or about.is_duty(sentence) else GUIDE_STEPS
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
    if _QUESTION.match(sentence):
        return False
    if titled and context.says("items", sentence) and not context.says("worth", sentence):
        return True
    if context.says("steers", sentence) and (titled or context.says("response", sentence)):
        return True
    if _ASIDE.search(sentence):
        return False
    if _IN_BOX.search(sentence):
        return True
    if about.asks_bidder(sentence):
        return False
    if _STEER_START.match(sentence) or _WRITES_START.match(sentence):
        return True
    return _STEER.fits(sentence) or any(step.fits(sentence) for step in _STEPS)


def _holds(sentence: str, cues: tuple[str, ...]) -> bool:
    """Say cheaply whether a pattern may fit: whether the sentence holds letters without which it cannot."""
    small = sentence.lower()
    return any(cue in small for cue in cues)


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
