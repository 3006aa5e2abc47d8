"""May organisations bid together, or subcontract, without taking a legal form first?"""

from __future__ import annotations

import re

from tenderlint.checking import (
    BlockKind,
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
    late_pattern,
    missing,
    sentences,
    together,
)

_SMALL_ONES = late_pattern(
    r"\b(?:small(?:er)?|local|community|voluntary|user-led|new|more|such|these) $", re.IGNORECASE
)
"""Before “groups can bid”: organisations of a kind, each of which may bid by itself."""
_FORM_CUES = (
    "limited compan", "company limited", "companies limited", "registered compan", "joint venture company",
    "legal entit", "legal person", "legal form", "incorporated", "special purpose", "limited liability",
)  # fmt: skip

_TWICE = late_pattern(
    r"\b(?:shall not|may not|must not|cannot|will not|not)\b[^.;]{0,40}?\b(?:more than one|two|several|multiple"
    r"|another) (?:\w+ )?(?:tender|bid|quotation|quote|proposal|application|offer|response|submission)s?\b",
    re.IGNORECASE,
)
"""A rule that nobody bids twice names consortia, and invites none."""


def check(context: Context) -> Result:
    """Fail where joint bids are barred or made to take a legal form; pass where they are provided for."""
    barred = _barred(context)
    if barred:
        return judge(barred)
    groups = [(match, _fault(context, match)) for match in context.find("together") if _for_bidders(context, match)]
    provided = [match for match, fault in groups if not fault]
    if provided:
        said = [match for match in provided if match.passage.block.kind is not BlockKind.HEADING]
        return found("joint bids are provided for", (said or provided)[0])
    told = _told(context)
    if told is not None:
        return found("joint bids are provided for", told)
    asked = [match for match in context.find("subcontracting") if not _is_duty(match) and _for_bidders(context, match)]
    allowed = next((match for match in asked if _is_allowed(context, match)), None)
    if allowed is not None:
        return cannot_tell("subcontracting is allowed, and nothing is said on bidding together", allowed)
    near: list[tuple[Source, str]] = [(match, "this says nothing on bidding together") for match in asked]
    near.extend((match, fault) for match, fault in groups if fault)
    return missing("nothing in the pack says that organisations may bid together; looked in every document", near[:3])


def _told(context: Context) -> Source | None:
    """Return where a sentence lets several bid as one, in other words than the card's."""
    for passage, sentence in together.sentences_on_it(context.passages):
        if passage.role in (Role.TERMS, Role.TUPE) or passage.row is not None or about.asks_bidder(passage.text):
            continue
        if context.says("glossary", passage.headings) or about.stands_in_contract(passage):
            continue
        if not context.says("other_senses", sentence):
            return passage
    for passage in together.passages_in_plain_words(context.passages):
        in_glossary = context.says("glossary", passage.headings)
        if not in_glossary and not about.stands_in_contract(passage) and not context.says("other_senses", passage.text):
            return passage
    return None


def _barred(context: Context) -> list[Finding]:
    """Return one finding for a bar on bidding together, and one for a legal form that is asked for."""
    findings = []
    for match in context.find("barred"):
        if _for_bidders(context, match) and not context.says("allowed_after_all", _sentence(match)):
            findings.append(Finding.at(match, message="Bars bidding together or subcontracting."))
            break
    for match in context.find("legal_form"):
        if _for_bidders(context, match) and not match.denied:
            findings.append(Finding.at(match, message="Makes bidders take a legal form in order to bid."))
            break
    if not findings:
        findings.extend(_forms_demanded(context))
    return findings


def _forms_demanded(context: Context) -> list[Finding]:
    """Return the first sentence whose grammar demands a legal form, told in other words than the card's."""
    for passage in context.passages.having(*_FORM_CUES):
        if passage.role in (Role.TERMS, Role.TUPE):
            continue
        for sentence in sentences(passage.text):
            if together.demands_form(sentence):
                return [Finding.at(passage, quote=sentence, message="Makes bidders take a legal form in order to bid.")]
    return []


def _for_bidders(context: Context, match: Match) -> bool:
    """Terms of the contract count only where they speak of bidding, as the definitions of an invitation do."""
    role = match.passage.role
    return role is not Role.TUPE and (role is not Role.TERMS or context.says("bidding", match.passage.text))


def _fault(context: Context, match: Match) -> str:
    """Say why words on consortia do not let organisations bid together, or nothing when they do."""
    sentence = _sentence(match)
    if match.words.casefold().startswith("groups ") and _SMALL_ONES.search(match.passage.text[: match.start]):
        return "this speaks of small organisations, not of bidding together"
    if _is_duty(match) or context.says("other_senses", sentence) or together.is_of_buyers(sentence):
        return "this is not about bidding together"
    if together.is_buyers_name(context.passages, match.passage, match.start):
        return "this is the buyer's name"
    if context.says("glossary", match.passage.headings) and not context.says("allowed", sentence):
        return "this only explains the word"
    if not context.says("bidding", f"{match.passage.headings} {sentence}"):
        return "this is not about bidding"
    if _TWICE.search(sentence) and not context.says("allowed", _TWICE.sub("", sentence)):
        return "this is a rule against bidding twice"
    return "this says no" if match.denied and not context.says("no_form", sentence) else ""


def _is_duty(match: Match) -> bool:
    return about.is_duty(_sentence(match))


def _is_allowed(context: Context, match: Match) -> bool:
    sentence = _sentence(match)
    if match.denied or match.passage.row is not None or sentence.endswith("?"):
        return False
    return context.says("allowed", sentence)


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)
