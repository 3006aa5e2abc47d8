"""Is the pack itself offered in other formats, with how to ask for them?"""

from __future__ import annotations

import re

from tenderlint.checking import (
    Context,
    Match,
    Passage,
    Result,
    Source,
    about,
    forms,
    found,
    late_pattern,
    missing,
    sentence_at,
    sentences,
)

_PERSON = late_pattern(
    r"\b(?:from|[Aa]sk|[Cc]ontact|[Tt]ell|[Rr]ing|[Cc]all|[Ll]et|to|through) (?:(?:Mr|Mrs|Ms|Miss|Dr"
    r"|Cllr)\.? )?(?:[A-Z][a-z]+ )?"
    r"([A-Z][\w’'-]{2,})\b"
)
"""Somebody who is asked by name."""
_ARRANGES = late_pattern(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? )?(?:[A-Z][a-z]+ )?([A-Z][\w’'-]{2,60})"
    r" (?:will|can|would|is able to|is happy to) (?:\w+ )?(?:arrange|send|provide|get|post|supply|make|see to"
    r"|sort|organise|help|have)\b"
)
"""Somebody named who sees to it."""
_OFFERED = late_pattern(
    r"\b(?:can|may|could|will|would|shall)(?: (?:also|readily|always|gladly|all|each|both|either|usually)){0,2} be"
    r" (?:\w+ly )?(?:had|provided|supplied|sent|given|made|obtained|furnished|produced|got|requested|put|prepared"
    r"|posted|available|offered|arranged|issued|read|translated|converted|enlarged)\b"
    r"|\b(?:ask|ring|phone|call|tell|text|message|e-?mail|write to)\b[^.;?]{0,40}?\bfor (?:it|this|them|one"
    r"|a copy|copies)\b"
    r"|\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? [A-Z][\w’'-]{1,40}) (?:can|will) (?:\w+ )?(?:supply|send|provide|get|arrange"
    r"|make|offer)\b|\b(?:we|us|team|office|clerk|officer|manager|council|trust|university|association"
    r"|authority|board|who|she|he"
    r"|they) (?:can|will|would|could|are able to|is able to)(?: (?:also|gladly|happily|then))? (?:arrange|send"
    r"|provide|supply|post|get|give|offer|make|prepare|produce|issue|convert|put|read)\b",
    re.IGNORECASE,
)
"""What can be had, or what somebody will send."""


_ASKED_FOR = late_pattern(
    r"\b(?:ask|ring|phone|call|tell|text|message|e-?mail|write to|contact)\b(?:[^.;?]|\.(?=\S)){0,120}?\bfor"
    r"(?: (?:an?|the|it in|this in|copies in|a copy in|versions? in|\w+,|\w+ or)){0,3} $",
    re.IGNORECASE,
)
"""Who is asked for what stands next."""
_REACH = 160
_ONE_PAPER = late_pattern(
    r"\bthis (?:invitation(?: to (?:tender|quote|bid))?|letter|document|form|brief|specification|questionnaire|notice"
    r"|leaflet|booklet|guide|prospectus|ITT|RFQ|tender document|guidance)\b(?! (?:pack|and|or)\b)",
    re.IGNORECASE,
)
_MORE_PAPERS = late_pattern(
    r"\b(?:packs?|documents|papers|documentation|attachments|appendices|schedules|any (?:part|of|other|document)"
    r"|all|everything|anything|these|information)\b",
    re.IGNORECASE,
)
"""What offers one paper of the pack, and what offers more of it."""
_SECURITY = late_pattern(
    r"\b(?:performance|tender|bid|payment|bank|company) (?:securit(?:y|ies)|bonds?|guarantees?)\b"
    r"|\b(?:securit(?:y|ies)|bonds?|guarantees?|insurances?|suret(?:y|ies))\b[^.;]{0,120}?\bform acceptable\b"
    r"|\bform (?:acceptable|satisfactory|agreeable) to\b",
    re.IGNORECASE,
)
"""What is given "in another form acceptable to the buyer" is a security."""


def check(context: Context) -> Result:
    """Pass on an offer of other formats of the pack with a contact; show formats of anything else as nearest."""
    weak: list[tuple[Source, str]] = []
    near: list[tuple[Source, str]] = []
    for match in context.find("formats"):
        fault = _fault(context, match)
        if fault:
            near.append((match, fault))
        elif (contact := _contact(context, match.passage)) is not None:
            reason = f"{_what(context, match)}{_lacking(context, match)}"
            return found(reason, match, *(() if contact is match.passage else (contact,)))
        else:
            weak.append((match, "this offers other formats, but gives no contact to ask"))
    reason = "no offer of the pack in other formats, with how to ask; looked in every document of the pack"
    if weak:
        reason = "other formats are offered, but the pack does not say whom to ask for them"
    return missing(reason, _once([*weak, *near])[:4])


def _what(context: Context, match: Match) -> str:
    """Say what is offered: the pack, or only one of its several documents."""
    sentence = _sentence(match)
    one = _ONE_PAPER.search(sentence)
    if one is None or len(context.pack.documents) == 1 or _MORE_PAPERS.search(sentence):
        return "the pack is offered in other formats, and says how to ask"
    return (
        f"“{one[0]}” is offered in other formats, with how to ask; nothing is said of the other documents of the pack"
    )


def _once(rows: list[tuple[Source, str]]) -> list[tuple[Source, str]]:
    """Keep one row a passage: a passage that lists five formats is still one place to look at."""
    kept: dict[int, tuple[Source, str]] = {}
    for source, why in rows:
        if isinstance(source, Match):
            kept.setdefault(source.passage.index, (source, why))
    return list(kept.values())


def _fault(context: Context, match: Match) -> str:
    """Say why words on formats are no offer of the pack's own papers, or nothing when they are one."""
    passage = match.passage
    sentence = _sentence(match)
    if match.denied or context.says("refused", sentence):
        return "this refuses other formats"
    if context.says("bids", sentence):
        return "this is about the format of the bid"
    if _SECURITY.search(sentence):
        return "this is about the form of a security or of a contract paper"
    own = (
        about.names_own_documents(sentence)
        or (_asked_for(match) and about.names_own_documents(_before(match)))
        or context.says("own", sentence)
        or context.says("own_headings", passage.headings)
    )
    if (
        about.is_duty(sentence)
        or context.says("deliverables", sentence)
        or (about.stands_in_contract(passage) and not own)
    ):
        return "this is about what the contractor must provide"
    if about.asks_bidder(sentence) and not own:
        return "this asks the bidder about formats"
    if about.names_service_people(sentence) and not own:
        return "this is about information for the people who use the service"
    offered = _OFFERED.search(sentence) or _ARRANGES.search(sentence) or context.says("offers", sentence)
    offered = offered or _asked_for(match)
    if not (offered or (own and context.says("ask", sentence))):
        return "this names formats, but offers none"
    return "" if own or about.speaks_to_bidders(sentence) else "this does not say that the pack itself is offered"


def _asked_for(match: Match) -> bool:
    """Say whether somebody is to be asked for the very format: "ask the clerk for large print".

    A form is asked for as often to fill in as to read.
    """
    before = match.passage.text[max(0, match.start - _REACH) : match.start]
    return "form" not in match.words.lower().replace("format", "") and _ASKED_FOR.search(before) is not None


def _before(match: Match) -> str:
    """The sentence before the one in which the words stand."""
    text = match.passage.text
    start, _ = sentence_at(text, match.start)
    return text[sentence_at(text, start - 2)[0] : start] if start > 1 else ""


def _sentence(match: Match) -> str:
    row = match.passage.row
    if row is not None and max(map(len, row.cells)) < 240:
        return " ".join(row.cells)
    text = match.passage.text
    return next((each for each in sentences(text) if match.words in each), text)


def _contact(context: Context, passage: Passage) -> Passage | None:
    """Where the contact stands: in the passage, beside it, or in the pack where the passage sends the reader to it."""
    if about.contacts(passage.text) or (passage.row is not None and about.contacts(" ".join(passage.row.cells))):
        return passage
    beside = forms.nearby(context.passages, passage, before=2, after=3)
    near = (each for each in beside if about.contacts(each.text) and len(each.text) < 400)
    nearest = min(near, key=lambda each: (each.index < passage.index, each.index), default=None)
    if nearest is not None:
        return nearest
    named = tuple(match[1] for pattern in (_PERSON, _ARRANGES) for match in pattern.finditer(passage.text))
    asks = context.says("ask", passage.text)
    if not named and not asks:
        return None
    elsewhere = context.passages.having("@", "tel", "phone", " 01", " 02", " 03", "(0")
    reached = [
        each for each in elsewhere
        if (about.emails(each.text) or about.phones(each.text)) and not about.stands_in_contract(each)
    ]  # fmt: skip
    of_name = next((each for each in reached if any(name in each.text for name in named)), None)
    return of_name or (passage if asks and reached else None)


def _lacking(context: Context, match: Match) -> str:
    said = forms.nearby(context.passages, match.passage)
    return "" if any(context.says("when", each.text) for each in said) else "; it does not say how soon they come"
