"""Does the pack explain what it asks bidders about equality, rather than only demand or ask?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlint.checking import (
    BlockKind,
    Context,
    Finding,
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

_EXPLAINS = late_pattern(
    r"\b(?:we|the (?:council|authority|trust|university|association|board|buyer)) (?:ask|put|raise|pose|include)s?\b"
    r"[^.;?]{0,60}?\b(?:because|since|so that|to (?:see|learn|find|check|be sure)|in order)\b"
    r"|\b(?:it|this|they|these)\b[^.;?]{0,30}?\b(?:is|are) (?:asked|here|there|put)\b[^.;?]{0,20}?\bbecause\b"
    r"|\b(?:good|sound|strong|full|fuller|convincing|better|best|weak|poor|useful|helpful) (?:answer|repl|respons)\w+"
    r"|\b(?:bidders?|tenderers?|applicants?|organisations?|groups?|employers?|firms|those|anyone|freelancers?"
    r"|sole traders?)"
    r"\b[^.;?]{0,50}?\b(?:may|can|could|might) (?:instead )?(?:answer|reply|tell|describe|say|talk|show|use|give|send"
    r"|write|set)"
    r"|\byou (?:can|may|might|could) (?:also |instead |simply |just )?(?:answer|reply|tell|describe|say|talk|show|use"
    r"|give|send"
    r"|write)\b|\b(?:nobody|no one|we do not|we don['’]t|the \w+ does not) (?:expects?|needs?|wants?|looks? for)\b"
    r"|\bpolic(?:y|ies)\b[^.;?]{0,40}?\b(?:scores? (?:nothing|no|little)|alone|by (?:itself|themselves)"
    r"|on (?:its|their) own|not (?:enough"
    r"|needed|required))\b"
    r"|\b(?:we are after|what counts|what matters|talk about your|think of|tell us about)\b",
    re.IGNORECASE,
)
"""Sentences that say why it is asked, what a good answer holds, or what will do."""
_ASKED = late_pattern(
    r"\bhow (?:do|does|will|would|have|are|can|should|might) (?:you|your|the (?:bidder|tenderer|applicant|team))\b"
    r"|\bhow (?:you|they|your \w+|bidders|tenderers|applicants)"
    r" (?:will|would|do|have|make|include|reach|can|intend)\b"
    r"|\b(?:describe|explain|tell us|say|set out|outline|show) how\b|\bwhat (?:do|will|would) you\b",
    re.IGNORECASE,
)
"""Something is asked of bidders."""
_ITEMS = late_pattern(r"[,;]|\b(?:and|or)\b", re.IGNORECASE)
_POLICY = late_pattern(
    r"\b(?:equal\w*|diversity|inclusion|EDI)\b[^.;]{0,50}?\b(?:polic(?:y|ies)|statements?|certificates?)\b",
    re.IGNORECASE,
)
_HANDED_IN = late_pattern(
    r"\b(?:enclos\w+|attach\w*|provid\w+|submit\w*|supply|send|include|cop(?:y|ies) of|do you have|have you got"
    r"|please give|hold|upload\w*)\b",
    re.IGNORECASE,
)
_FORMS = frozenset({Role.FORM, Role.SELECTION, Role.EVALUATION})
POLICY = "this asks for a policy and does not explain it"
QUESTION = "this asks a question and does not explain it"
_ASKING = frozenset({POLICY, QUESTION})
NOTHING_ASKED = "No question to bidders about equality was found, and no guidance on what they may say about it."
FEWEST_LISTED = 3
"""Things to cover that make a list."""


def check(context: Context) -> Result:
    """Look among the words on equality for those that help a bidder to answer."""
    helping: dict[int, tuple[Passage, int]] = {}
    near: dict[int, tuple[Source, str]] = {}
    titled = False
    for match in _named(context):
        stretch = _stretch(context, match.passage)
        helps = [(each, _explains(context, each)) for each in stretch]
        helping.update((each.index, (each, count)) for each, count in helps if count)
        if not any(count for _, count in helps):
            near.setdefault(match.passage.index, (match, _fault(context, match)))
        elif context.says("guides", match.passage.headings):
            titled = True
    shown = sorted(
        (passage for passage, _ in helping.values()), key=lambda each: context.says("buyers_duty", each.text)
    )
    if sum(count for _, count in helping.values()) >= context.setting("explanations") or (shown and titled):
        return found("the pack explains what it asks about equality", *shown[:3])
    rows: list[tuple[Source, str]] = [(passage, "this is one remark, not guidance") for passage in shown]
    rows.extend(near.values())
    result = missing(
        "the pack does not explain what it asks bidders about equality; looked in every document", rows[:4]
    )
    if shown or any(why in _ASKING for _, why in rows):
        return result
    return replace(result, reason="", findings=(Finding(None, "", message=NOTHING_ASKED),))


def _named(context: Context) -> Iterator[Match]:
    """Yield where equality is named, then where a bidder is asked about people who may be left out."""
    for match in context.find("equality"):
        if match.words.lower() != "inclusion" or not context.says("other_inclusion", match.passage.text):
            yield match
    for match in context.find("asked"):
        if any(_ASKED.search(each) and match.words in each for each in sentences(match.passage.text)):
            yield match


def _bound(passage: Passage) -> bool:
    return passage.role in (Role.TERMS, Role.TUPE) or (
        about.stands_in_contract(passage) and about.is_duty(passage.text)
    )


def _stretch(context: Context, passage: Passage) -> tuple[Passage, ...]:
    """The passage, and where its heading is about equality what follows under that heading."""
    heading = passage.block.kind is BlockKind.HEADING
    title = passage.text if heading else (passage.place.heading or ("",))[-1]
    if not context.says("equality", title):
        return (passage,)
    if heading:
        return forms.titled_stretch(context.passages, passage)
    return forms.nearby(context.passages, passage, before=12, after=25)


def _explains(context: Context, passage: Passage) -> int:
    """Count the sentences that tell a bidder what is wanted, why, or what will do; a demand or a question is none."""
    if _bound(passage):
        return 0
    clauses = (clause for each in sentences(passage.text) for clause in each.split(";"))
    return sum(1 + _listed(clause) for clause in clauses if _helps(context, clause))


def _listed(sentence: str) -> int:
    """Count once more a sentence that lists three things or more which an answer may cover."""
    _, colon, rest = sentence.partition(":")
    return int(bool(colon) and len(_ITEMS.findall(rest)) >= FEWEST_LISTED - 1)


def _helps(context: Context, sentence: str) -> bool:
    if about.is_duty(sentence):
        return False
    return context.says("explains", sentence) or _EXPLAINS.search(sentence) is not None


def _fault(context: Context, match: Match) -> str:
    passage = match.passage
    if _bound(passage) or about.is_duty(passage.text):
        return "this demands that the contractor complies; it explains nothing"
    if _asks_policy(passage):
        return POLICY
    if about.asks_bidder(passage.text) or passage.text.endswith("?"):
        return QUESTION
    if context.says("buyers_duty", passage.text):
        return "this is about the buyer's own duty"
    return "this only names equality"


def _asks_policy(passage: Passage) -> bool:
    """Say whether a policy on equality is asked for: in a form, or with a word that wants it handed in."""
    if _POLICY.search(passage.text) is None:
        return False
    return passage.role in _FORMS or _HANDED_IN.search(passage.text) is not None
