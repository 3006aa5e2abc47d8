"""Does the pack hold a form or survey on which bidders say how the procurement itself was?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tenderlint.checking import (
    Context,
    Finding,
    Passage,
    Result,
    Role,
    Source,
    about,
    counted,
    forms,
    found,
    late_pattern,
    missing,
    sentences,
)

_PART = late_pattern(
    r"(?:appendix|annexe?|form|schedule|part|attachment|enclosure|document) (?:[A-Z]|\d{1,2})\b", re.IGNORECASE
)
FEWEST_FIELDS = 2
"""A title with fewer fields than this under it is not a form."""
FEWEST_QUESTIONS = 3
"""Questions that make a form even where they stand in one paragraph, as a page that was copied has them."""

_PROCESS = (
    r"(?:(?:the|this|our|that) )?(?:procurement|competition|tender(?:ing)?(?: exercise| process)?|bidding"
    r"|quoting|applying"
    r"|exercise|process|paperwork|letter|invitation|time (?:you had|allowed|given))\b(?! (?:documents?"
    r"|questions?|price))"
)
_RATES = late_pattern(
    rf"\b(?:rates?|marks? out of|give marks (?:to|for)|grades?)\b[^.;?]{{0,20}}?\b{_PROCESS}"
    rf"|\b(?:how|what)\b[^.;?]{{0,40}}?\b(?:was|were|find|found|thought|think of|made of"
    rf"|went)\b[^.;]{{0,60}}?\b{_PROCESS}"
    r"|\b(?:asks?|asking|questions?) (?:about|on|for|after|whether)\b[^.;]{0,40}?\b(?:clarity|burden|fairness of"
    r"|ease of|and fairness|timescales?|paperwork|call was|how (?:clear|easy|long|fair))\b(?! (?:of|in)"
    r" (?:your|their|its|the (?:accounts|bidder|service|supplier|specification)))"
    rf"|\bhow\b[^.;?]{{0,25}}?\b{_PROCESS}[^.;?]{{0,20}}?\b(?:was|went|felt|could be|might be)\b"
    rf"|\b(?:(?:few|three|four|five|six|ten|tick-box|short|simple) questions|views|opinions?|thoughts|feedback"
    rf"|experience)\b[^.;?]{{0,20}}?\b(?:about|of|on)"
    rf" (?:how )?{_PROCESS}",
    re.IGNORECASE,
)
"""Bidders give their view of the procurement."""
_WENT_CUES = (
    "how this went", "how it went", "how we did", "how the process", "how this was", "how it was", "how the tender",
)  # fmt: skip
_IN_PACK = late_pattern(
    r"\b(?:form|sheet|questionnaire|survey|card|slip|page|questions)\b[^.;]{0,80}?\b(?:at the (?:back|end)"
    r"|on the (?:back"
    r"|last page|next page)|overleaf|attached|enclosed|in (?:annexe?|appendix|schedule|part) [A-Z\d]{1,3}"
    r"|(?:annexe?|appendix|schedule|attachment|enclosure) [A-Z\d]{1,3})\b"
    r"|\b(?:at the (?:back|end)|on the (?:back|last page|next page)|overleaf|attached|enclosed|(?:annexe?"
    r"|appendix|schedule"
    r"|attachment|enclosure|part|form) [A-Z\d]{1,3})\b[^.;]{0,60}?\b(?:form|sheet|questionnaire|survey|card|slip"
    r"|questions)\b",
    re.IGNORECASE,
)
"""A form that stands in the pack, with where."""
_LATER = late_pattern(
    r"\b(?:will|shall|is to|are to|is going to) (?:then |also |later )?(?:be )?(?:sent|send|issued?|receiv\w*"
    r"|follow|get"
    r"|invited|asked|e-?mail(?:ed)?|circulated?|given|made available|published?)\b[^.;]{0,140}?\b(?:survey"
    r"|questionnaire|form"
    r"|poll|link|questions)\b"
    r"|\b(?:survey|questionnaire|form|poll|link|questions)\b[^.;]{0,60}?\b(?:will|shall|is to|are to) (?:then "
    r"|also )?(?:be"
    r" (?:sent|issued|e-?mailed|circulated|given|made available|published|available)|follow)\b"
    r"|\b(?:we|the \w+)(?:['’]ll| will| shall) (?:then |also |later )?(?:send|issue|e-?mail|circulate|publish)\b"
    r"[^.;]{0,80}?\b(?:survey|questionnaire|form|poll|link|questions)\b",
    re.IGNORECASE,
)
"""A survey that is still to come."""
_HERE = late_pattern(
    r"\b(?:survey|questionnaire|form|poll|questions)\b[^.;]{0,40}?(?:https?://|\bwww\.|\bqr code|\battached"
    r"|\benclosed|\bannex"
    r"|\bappendix|\bschedule)|\bqr code\b|\bthis link\b|\blink below\b|\bclick here\b|\boverleaf\b"
    r"|\bat the (?:back|end) of this"
    r" (?:pack|document|invitation|letter|brief)\b",
    re.IGNORECASE,
)
"""A survey that can be had at once, though it is to be filled in later."""
_WENT = late_pattern(
    r"\b(?:like|love|keen|want|happy|glad|interested) to (?:hear|know|learn)\b[^.;?]{0,30}?\bhow (?:this|it|we"
    r"|the (?:process"
    r"|tender|exercise|competition))\b[^.;?]{0,20}?\b(?:went|was|did|felt|worked|has been|have done)\b"
    r"|\b(?:tell us|let us know) how (?:this|it|we|the (?:process|tender|exercise|competition)) (?:went|was|did|felt"
    r"|worked)\b",
    re.IGNORECASE,
)
"""An invitation to say how it went, without the word feedback."""
_RATE_CUES = ("rate", "mark", "grade", "how ", "what ", "question", "view", "opinion", "thought", "feedback", "asks")
_PLACE_CUES = (
    "at the back", "at the end", "on the ", "overleaf", "attached", "enclosed", "annex", "appendix", "schedule",
    "part ", "attachment", "enclosure", "form ",
)  # fmt: skip


def check(context: Context) -> Result:
    """Look for a titled form with fields, then for a survey that a link leads to, then for weaker signs."""
    near: list[tuple[Source, str]] = []
    for section in context.sections("titles"):
        fault = _fault(context, section)
        if not fault:
            fields = [each for each in section.fields if each != section.start.text]
            asked = f"{counted(len(fields), 'field')} to fill: {forms.named(fields)}" if fields else "questions"
            reason = f"“{section.title}” asks bidders about the process, with {asked}"
            return found(reason, forms.told(section, partial(_about_process, context)))
        near.append((section.start, fault))
    for match in context.find("surveys"):
        if _is_survey(context, match.passage):
            return found("a survey asks bidders about the process, and the pack says where it is", match)
    near = [*_weaker(context), *near]
    return missing(
        "no form or survey asks bidders how the procurement was; looked for one in every document of the pack",
        list({Finding.at(source).quote: (source, why) for source, why in near}.values())[:4],
    )


def _fault(context: Context, section: forms.Section) -> str:
    """Say why a titled section is no form about the process, or nothing when it is one."""
    whole = f"{section.title}\n{section.text}"
    if context.says("scoring", whole):
        return "this is the buyer's own sheet for scoring bids"
    if context.says("no_bid", section.title):
        return "this asks only why somebody does not bid"
    if not _about_process(context, whole) and not _is_announced(context, section):
        return "this is not about the procurement" if section.fields else "this is no form about the procurement"
    if len(section.fields) < FEWEST_FIELDS and section.text.count("?") < FEWEST_QUESTIONS:
        return "this speaks of feedback, but there are no fields to fill"
    if not context.says("asks", whole):
        return "this does not ask bidders what they thought of the process"
    return ""


def _is_announced(context: Context, section: forms.Section) -> bool:
    """Say whether the pack says elsewhere that this part, by its number, asks bidders for their views of it."""
    named = _PART.match(section.title)
    if named is None:
        return False
    part = named[0].lower()
    return any(
        context.says("views", sentence) and _about_process(context, sentence) and not about.is_duty(sentence)
        for passage in context.passages.having(part)
        if passage not in section.passages and not about.stands_in_contract(passage)
        for sentence in sentences(passage.text)
        if re.search(rf"\b{re.escape(part)}\b", sentence, re.IGNORECASE)
    )


def _about_process(context: Context, text: str) -> bool:
    return about.names_process(text) or context.says("process", text)


def _is_survey(context: Context, passage: Passage) -> bool:
    """A survey counts when it asks for views of the process and the words say where to find it."""
    text = passage.text
    if context.says("scoring", text) or context.says("other_surveys", text):
        return False
    brief = passage.role is Role.SPECIFICATION  # is often the whole pack
    if about.names_service_people(text) if brief else about.stands_in_contract(passage):
        return False
    small = text.lower()
    may_be = any(cue in small for cue in _RATE_CUES) and any(cue in small for cue in _PLACE_CUES)
    if may_be and any(_IN_PACK.search(each) and _RATES.search(each) for each in sentences(text)):
        return not (context.says("to_bidders", text) or about.is_duty(text) or _is_to_come(text))
    if not context.says("views", text) or not _about_process(context, text):
        return False
    stands_somewhere = bool(about.contacts(text) or context.says("where", text))
    return stands_somewhere and not about.is_duty(text) and not _is_to_come(text)


def _is_to_come(text: str) -> bool:
    """Say whether the survey is only promised: its address is not told, so it is not in the pack."""
    return _LATER.search(text) is not None and _HERE.search(text) is None


def _weaker(context: Context) -> Iterator[tuple[Source, str]]:
    for passage in dict.fromkeys(match.passage for match in context.find("comments")):
        if about.stands_in_contract(passage):
            continue
        if any(_promises(sentence) for sentence in sentences(passage.text)):
            yield passage, "this promises a survey for later; there is none in the pack"
        elif any(_invites(context, sentence) for sentence in sentences(passage.text)):
            yield passage, "this invites comments, but gives no form"
    for passage in context.passages.having(*_WENT_CUES):
        if _WENT.search(passage.text) and not about.stands_in_contract(passage) and not _of_service(passage.text):
            yield passage, "this invites comments, but gives no form"
    for match in context.find("no_bid"):
        yield match, "this asks only why somebody does not bid"


def _promises(sentence: str) -> bool:
    """Say whether a sentence promises bidders a survey for later."""
    return "survey" in sentence.lower() and _LATER.search(sentence) is not None and not _of_service(sentence)


def _of_service(sentence: str) -> bool:
    return about.names_service_people(sentence) or about.is_duty(sentence)


def _invites(context: Context, sentence: str) -> bool:
    """Say whether a sentence asks bidders for their views, rather than promising them the buyer's."""
    if not (context.says("comments", sentence) and context.says("invites", sentence)):
        return False
    if context.says("to_bidders", sentence) or about.names_service_people(sentence) or about.is_duty(sentence):
        return False
    return (about.speaks_to_bidders(sentence) or _about_process(context, sentence)) and not about.asks_bidder(sentence)
